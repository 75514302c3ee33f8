"""What a reader returns, and faults that several readers can meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.records import NamedTuple
from governance.source.diagnostics import Diagnostic, Severity
from governance.source.position import Find, Lines, Span, pointer
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.source.limits import Limits


class Reading(NamedTuple):
    """Plain data, what is wrong with the text, and how to find where each value is written."""

    data: Any
    diagnostics: tuple[Diagnostic, ...]
    places: Callable[[], Find]
    lines: Lines | None = None
    """Where the text lies in the file, when it is only a part of it."""


def fault(
    code: str,
    path: str,
    span: Span | None,
    message: LocalText,
    hint: LocalText | None = None,
    place: str = "",
    related: tuple[Span, ...] = (),
    severity: Severity = "error",
) -> Diagnostic:
    """Return a diagnostic from a message and a hint in French and in English."""
    return Diagnostic(code, severity, message, path, span, place, hint, related)


def too_deep(path: str, span: Span | None, limits: Limits, place: str = "") -> Diagnostic:
    """Say that values hold one another on too many levels."""
    return fault(
        "GF030",
        path,
        span,
        LocalText(
            f"Les rubriques s’emboîtent sur plus de {limits.depth} niveaux.",
            f"Sections are nested more than {limits.depth} levels deep.",
        ),
        LocalText(
            "Une déclaration en a moins de dix : vérifiez les retraits et les crochets.",
            "A declaration has fewer than ten: check the indentation and the brackets.",
        ),
        place,
    )


def too_many(path: str, span: Span | None, limits: Limits) -> Diagnostic:
    """Say that a document holds too many values."""
    return fault(
        "GF031",
        path,
        span,
        LocalText(
            f"Le document contient plus de {limits.nodes} valeurs.",
            f"The document holds more than {limits.nodes} values.",
        ),
        LocalText(
            "Vérifiez que ce fichier est bien une déclaration, un cas d’usage par fichier.",
            "Check that this file is a declaration, one use case per file.",
        ),
    )


def too_long(path: str, span: Span | None, limits: Limits, place: str = "") -> Diagnostic:
    """Say that one text is too long."""
    return fault(
        "GF033",
        path,
        span,
        LocalText(
            f"Ce texte dépasse {limits.scalar} caractères.",
            f"This text is longer than {limits.scalar} characters.",
        ),
        LocalText(
            "Mettez-le dans un document à part et citez-le dans `evidence`.",
            "Put it in a document of its own and name it under `evidence`.",
        ),
        place,
    )


def no_number(path: str, span: Span | None, place: str = "") -> Diagnostic:
    """Say that a number cannot be held: infinite, not a number, or too many digits."""
    return fault(
        "GF019",
        path,
        span,
        LocalText(
            "Ce nombre est démesuré ou n’en est pas un.", "This number is too large or is not one."
        ),
        LocalText(
            "Écrivez un nombre ordinaire, un texte entre guillemets, ou `unknown`.",
            "Write an ordinary number, a text in quotes, or `unknown`.",
        ),
        place,
    )


def long_texts(data: Any, limits: Limits) -> list[str]:
    """Return the pointers of texts, or of what holds keys, that are too long."""
    found: list[str] = []
    stack: list[tuple[str, Any]] = [("", data)]
    while stack:
        place, value = stack.pop()
        if isinstance(value, str):
            if len(value) > limits.scalar:
                found.append(place)
        elif isinstance(value, dict):
            if any(len(key) > limits.scalar for key in value):
                found.append(place)
            else:
                stack += [(place + pointer(key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            stack += [(f"{place}/{index}", inner) for index, inner in enumerate(value)]
    return found
