"""What is wrong with a file, said in French and in English, with its place and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from governance.records import NamedTuple
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.source.position import Span

Severity = Literal["error", "warning", "note"]

CODES: Final[dict[str, LocalText]] = {
    "GF001": LocalText("fichier introuvable", "file not found"),
    "GF002": LocalText("fichier ou dossier illisible", "file or folder that cannot be read"),
    "GF003": LocalText("dossier au lieu d’un fichier", "folder instead of a file"),
    "GF004": LocalText("fichier trop gros", "file too large"),
    "GF005": LocalText("fichier vide", "empty file"),
    "GF006": LocalText("texte qui n’est pas en UTF-8", "text that is not UTF-8"),
    "GF007": LocalText("texte en UTF-16 ou UTF-32", "text in UTF-16 or UTF-32"),
    "GF008": LocalText("fichier binaire", "binary file"),
    "GF009": LocalText("caractère interdit", "forbidden character"),
    "GF010": LocalText("faute de syntaxe YAML", "YAML syntax error"),
    "GF011": LocalText("tabulation dans la marge", "tab in the indentation"),
    "GF012": LocalText("plusieurs documents dans le fichier", "several documents in the file"),
    "GF013": LocalText("étiquette YAML", "YAML tag"),
    "GF014": LocalText("fusion YAML `<<`", "YAML merge `<<`"),
    "GF015": LocalText("renvoi YAML sans cible", "YAML alias without a target"),
    "GF016": LocalText("clé écrite deux fois", "key written twice"),
    "GF017": LocalText("clé qui n’est pas un texte", "key that is not a text"),
    "GF018": LocalText("caractère invisible dans une clé", "invisible character in a key"),
    "GF019": LocalText("nombre démesuré ou indéfini", "number that is too large or undefined"),
    "GF020": LocalText("faute de syntaxe JSON", "JSON syntax error"),
    "GF030": LocalText("imbrication trop profonde", "nesting too deep"),
    "GF031": LocalText("trop de valeurs", "too many values"),
    "GF032": LocalText("renvois YAML trop nombreux", "too many YAML aliases"),
    "GF033": LocalText("texte trop long", "text too long"),
    "GF040": LocalText(
        "aucune déclaration dans le document Markdown", "no declaration in the Markdown document"
    ),
    "GF041": LocalText(
        "plusieurs déclarations dans le document Markdown",
        "several declarations in the Markdown document",
    ),
    "GF042": LocalText("en-tête Markdown non fermé", "unclosed Markdown front matter"),
}
"""Faults of reading, by code; faults of shape (GF1xx) are in governance.schema."""


class Diagnostic(NamedTuple):
    """One fault: what, how serious, where, and what to do about it."""

    code: str
    severity: Severity
    message: LocalText
    path: str
    span: Span | None = None
    pointer: str = ""
    hint: LocalText | None = None
    related: tuple[Span, ...] = ()
    """Other places concerned: the first of two equal keys, the bracket left open."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by place, then code, each once."""
    first = ((0, 0), (0, 0))
    return tuple(
        sorted(dict.fromkeys(diagnostics), key=lambda one: (one.path, one.span or first, one.code))
    )
