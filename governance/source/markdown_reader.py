"""Declarations inside Markdown documents: front matter, or the first fenced block that is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from governance.records import NamedTuple
from governance.source.limits import LIMITS, Limits
from governance.source.position import Lines, Position, Span, nothing
from governance.source.reading import Reading, fault
from governance.text import LocalText

if TYPE_CHECKING:
    from governance.source.diagnostics import Diagnostic

_END_OF_LINE: Final = re.compile(r"\r\n|\r|\n")
_DECLARES: Final = re.compile(r"^[ {]*[\"']?format[\"']?\s*:\s*[\"']?gardefou/", re.MULTILINE)
_FORMATS: Final = {"yaml": "yaml", "yml": "yaml", "json": "json", "": "yaml"}
_TAG: Final = "gardefou"


class _Block(NamedTuple):
    """A piece of the document: number of its first line, its lines, columns cut from each."""

    form: str
    first: int
    rows: list[str]
    indents: list[int]


def read_markdown(text: str, name: str, lines: Lines, limits: Limits = LIMITS) -> Reading:
    """Return the declaration that a Markdown document holds; nothing is raised."""
    rows = _END_OF_LINE.split(text)
    front, unclosed = _front_matter(rows)
    blocks = [front] if front is not None and _declares(front) else []
    if _TAG in text:
        blocks += _fenced(text, rows)
    if not blocks and front is not None and name.endswith(".gardefou.md"):
        blocks = [front]
    if not blocks:
        found = _nothing(name, lines, unclosed=unclosed)
        return Reading(None, (found,), nothing)
    first, *others = blocks
    inner = Lines("\n".join(first.rows), first.first, first.indents)
    reading = _read(first.form, inner, name, limits)
    more = tuple(_another(name, first, other) for other in others[: limits.reported])
    return reading._replace(diagnostics=reading.diagnostics + more, lines=inner)


def _read(form: str, lines: Lines, name: str, limits: Limits) -> Reading:
    if form == "json":
        from governance.source.json_reader import read_json

        return read_json(lines.text, name, lines, limits)
    from governance.source.yaml_reader import read_yaml

    return read_yaml(lines.text, name, lines, limits)


def _front_matter(rows: list[str]) -> tuple[_Block | None, bool]:
    """Return what stands between two lines ``---``, and whether the second is missing."""
    if rows[0].rstrip() != "---":
        return None, False
    for index, row in enumerate(rows[1:], start=1):
        if row.rstrip() in {"---", "..."}:
            return _Block("yaml", 2, rows[1:index], []), False
    return None, True


def _fenced(text: str, rows: list[str]) -> list[_Block]:
    """Return the fenced blocks that are declarations, by their tag or their ``format`` line."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").disable(["inline", "text_join", "reference", "html_block"])
    found: list[_Block] = []
    for token in parser.parse(text):
        if token.type != "fence" or token.map is None:
            continue
        words = token.info.replace(",", " ").split()
        form = next((_FORMATS[word.lower()] for word in words if word.lower() in _FORMATS), "yaml")
        first = token.map[0] + 1
        inner = token.content.removesuffix("\n").split("\n")
        outer = rows[first : first + len(inner)]
        indents = [
            len(row) - len(part) if row.endswith(part) else 0
            for row, part in zip(outer, inner, strict=False)
        ]
        block = _Block(form, first + 1, inner, indents)
        known = not words or words[0].lower() in _FORMATS
        if _TAG in words or (known and _declares(block)):
            found.append(block)
    return found


def _declares(block: _Block) -> bool:
    return _DECLARES.search("\n".join(block.rows)) is not None


def _nothing(name: str, lines: Lines, *, unclosed: bool) -> Diagnostic:
    if unclosed:
        return fault(
            "GF042",
            name,
            lines.span(0, 3),
            LocalText(
                "L’en-tête ouvert par `---` n’est pas fermé.",
                "The front matter opened by `---` is not closed.",
            ),
            LocalText(
                "Ajoutez une ligne `---` après la déclaration.",
                "Add a line `---` after the declaration.",
            ),
        )
    return fault(
        "GF040",
        name,
        lines.span(0, 0),
        LocalText(
            "Ce document Markdown ne contient pas de déclaration.",
            "This Markdown document holds no declaration.",
        ),
        LocalText(
            "Mettez-la en tête entre deux lignes `---`, ou dans un bloc qui commence par "
            "```` ```yaml gardefou ````.",
            "Put it at the top between two lines `---`, or in a block that starts with "
            "```` ```yaml gardefou ````.",
        ),
    )


def _another(name: str, first: _Block, other: _Block) -> Diagnostic:
    line = Position(other.first, 1)
    return fault(
        "GF041",
        name,
        Span(line, line),
        LocalText(
            f"Une autre déclaration commence ici ; seule celle de la ligne {first.first} est lue.",
            f"Another declaration starts here; only the one on line {first.first} is read.",
        ),
        LocalText(
            "Mettez chaque cas d’usage dans son propre document.",
            "Put each use case in a document of its own.",
        ),
        severity="warning",
    )
