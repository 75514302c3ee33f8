"""The commented skeleton of a declaration, made from the vocabulary."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.texts import Texts
    from governance.model.vocabulary import Fact, Vocabulary

_WIDTH: Final = 96
_MANY: Final = 12
"""Longer lists of choices are named, not printed."""


def skeleton(
    vocabulary: Vocabulary, texts: Texts, *, name: str, title: str, detail: bool, once: bool
) -> str:
    """Return a declaration to fill in: questions as comments, every answer left open.

    ``detail`` adds the questions that only some rules need; ``once`` the organisation's own.
    """
    fr = texts.language == "fr"
    lines = [
        "format: gardefou/declaration/v1",
        f"id: {name}",
        f"title: {_quoted(title)}",
        f"language: {texts.language}",
        "version: 1",
        "",
        *_comment(
            "Une réponse que vous n’avez pas : laissez vide, ou écrivez `unknown`. "
            "Rien n’est supposé à votre place."
            if fr
            else "An answer you do not have: leave it empty, or write `unknown`. "
            "Nothing is assumed for you.",
            "",
        ),
    ]
    if not once:
        lines += [
            "",
            "# extends: [organisation.yaml]"
            + ("   # ce que l’organisation dit une fois" if fr else "   # said once for all"),
        ]
    for section in vocabulary.sections:
        if section == "organisation" and not once:
            continue
        facts = [
            fact
            for fact in vocabulary.facts.values()
            if fact.section == section and fact.parent is None and _wanted(fact, detail=detail)
        ]
        if facts:
            lines += _section(section, facts, vocabulary, texts, detail=detail)
    lines += _measures(fr=fr)
    return "\n".join(lines) + "\n"


def _wanted(fact: Fact, *, detail: bool) -> bool:
    """Keep what is asked of everybody; the rest follows from the answers (``questions``)."""
    return detail or (fact.depth == "essential" and (fact.ask_when is None or bool(fact.parent)))


def _section(
    section: str, facts: list[Fact], vocabulary: Vocabulary, texts: Texts, *, detail: bool
) -> Iterator[str]:
    about = texts.data["sections"].get(section, {})
    yield ""
    yield f"# --- {about.get('title', section)} " + "-" * 20
    if about.get("intro"):
        yield from _comment(about["intro"], "")
    if facts[0].id == section:
        yield from _entry(facts[0], vocabulary, texts, "", detail=detail)
        return
    yield f"{section}:"
    opened: list[str] = []
    for fact in facts:
        path = fact.id.split(".")[1:-1]
        for depth, step in enumerate(path):
            if opened[: depth + 1] != path[: depth + 1]:
                opened = path[: depth + 1]
                yield f"{'  ' * (depth + 1)}{step}:"
        opened = path
        yield from _entry(fact, vocabulary, texts, "  " * (len(path) + 1), detail=detail)


def _entry(
    fact: Fact, vocabulary: Vocabulary, texts: Texts, indent: str, *, detail: bool
) -> Iterator[str]:
    yield from _comment(texts.question(fact.id), indent)
    if fact.ask_when is not None:
        yield f"{indent}# " + (
            "(seulement si la question se pose)"
            if texts.language == "fr"
            else "(only if the question arises)"
        )
    yield from _choices(fact, texts, indent)
    yield f"{indent}{fact.field if '.' in fact.id else fact.id}:"
    if fact.type == "list":
        yield from _item(fact, vocabulary, texts, indent, detail=detail)


def _item(
    fact: Fact, vocabulary: Vocabulary, texts: Texts, indent: str, *, detail: bool
) -> Iterator[str]:
    """Yield one item to copy, each field with its question beside it."""
    fr = texts.language == "fr"
    inner = [
        one for one in vocabulary.fields.get(fact.id, {}).values() if _wanted(one, detail=detail)
    ]
    width = max((len(one.field) for one in inner), default=0) + 1
    yield f"{indent}# - id: {'nom-court' if fr else 'short-name'}"
    for one in inner:
        start = f"{indent}#   {one.field}:{' ' * (width - len(one.field))}"
        answers = _answers(one, texts)
        text = texts.question(one.id) + (f" [{answers}]" if answers else "")
        room = max(40, _WIDTH - len(start) - 2)
        blank = f"{indent}#".ljust(len(start))
        for position, line in enumerate(wrap(text, room)):
            yield f"{blank if position else start}# {line}"


def _answers(fact: Fact, texts: Texts) -> str:
    """Return the possible answers on one line: ids only, the labels are in `explain`."""
    fr = texts.language == "fr"
    if fact.type == "boolean":
        return "oui | non" if fr else "yes | no"
    if len(fact.choices) > _MANY:
        many = "choix" if fr else "choices"
        return f"{len(fact.choices)} {many} : gardefou explain {fact.id}"
    return " | ".join(fact.choices)


def _choices(fact: Fact, texts: Texts, indent: str) -> Iterator[str]:
    labels = texts.choices(fact.id)
    if fact.type == "boolean":
        yield f"{indent}#   {_answers(fact, texts)}"
    elif len(labels) > _MANY:
        yield f"{indent}#   " + (
            f"{len(labels)} choix : gardefou explain {fact.id}"
            if texts.language == "fr"
            else f"{len(labels)} choices: gardefou explain {fact.id}"
        )
    else:
        for choice, label in labels.items():
            yield f"{indent}#   {choice}: {label}"
    if fact.type in {"set", "countries"}:
        yield f"{indent}#   " + (
            "plusieurs réponses possibles : [a, b]"
            if texts.language == "fr"
            else "several answers possible: [a, b]"
        )


def _measures(*, fr: bool) -> list[str]:
    return [
        "",
        "# --- " + ("Ce qui a été fait" if fr else "What has been done") + " " + "-" * 20,
        *_comment(
            "Une ligne par mesure : absent, planned, partial ou in_place. "
            "`gardefou questions` dit lesquelles comptent pour votre cas."
            if fr
            else "One line per measure: absent, planned, partial or in_place. "
            "`gardefou questions` tells which ones matter for your case.",
            "",
        ),
        "measures:",
        "#  human_oversight:",
        "#    stop_control: in_place",
        "#    can_override: {status: planned, owner: …, due: 2027-03-31}",
    ]


def _comment(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent))]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
