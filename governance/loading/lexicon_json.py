"""Word lists as JSON and back: what a check reads instead of YAML."""

from __future__ import annotations

from typing import Any

from governance.model.conditions import from_json, to_json
from governance.model.mentions import Lexicon, Phrase, WordList


def dump(lexicon: Lexicon) -> dict[str, Any]:
    """Return the word lists as plain data."""
    return {
        "facts": list(lexicon.facts),
        "denials": [list(one) for one in lexicon.denials],
        "leading": [list(one) for one in lexicon.leading],
        "turns": [list(one) for one in lexicon.turns],
        "lists": [
            [
                one.id,
                [list(phrase) for phrase in one.phrases],
                [list(phrase) for phrase in one.passing],
                to_json(one.said_when),
                list(one.rubrics),
            ]
            for one in lexicon.lists
        ],
    }


def load(data: dict[str, Any]) -> Lexicon:
    """Return the word lists that ``dump`` wrote."""
    return Lexicon(
        tuple(data["facts"]),
        _phrases(data["denials"]),
        _phrases(data["leading"]),
        _phrases(data["turns"]),
        tuple(
            [
                WordList(
                    row[0], _phrases(row[1]), _phrases(row[2]), from_json(row[3]), tuple(row[4])
                )
                for row in data["lists"]
            ]
        ),
    )


def _phrases(rows: list[list[str]]) -> tuple[Phrase, ...]:
    return tuple([tuple(row) for row in rows])
