"""Syntax errors of YAML parsers, told by what the line looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from governance.records import NamedTuple
from governance.source import yaml_words as words
from governance.source.reading import fault

if TYPE_CHECKING:
    from governance.source.diagnostics import Diagnostic
    from governance.source.position import Lines, Span

_TABBED: Final = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_CONTROL: Final = re.compile(
    "[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_MOST: Final = 20


class _Stop(NamedTuple):
    """Where the parser stopped: the character, its line before and after, what was open."""

    at: int
    before: str
    after: str
    context: int | None


def syntax(error: Exception, text: str, path: str, lines: Lines) -> list[Diagnostic]:
    """Return what stopped the parser, and every tab in the indentation if that is what did."""
    controls = _controls(text, path, lines)
    if controls:
        return controls
    stop = _stop(error, text, lines)
    if not stop.before.strip() and "\t" in stop.before + stop.after[:1]:
        return _tabs(text, path, lines, stop)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    message, hint = _told(problem, context, stop, lines)
    at = stop.at
    end = at + 1 if at < len(text) and text[at] not in "\r\n" else at
    related: tuple[Span, ...] = ()
    if stop.context is not None and stop.context != at:
        related = (lines.span(stop.context, stop.context + 1),)
    return [fault("GF010", path, lines.span(at, end), message, hint, related=related)]


def _controls(text: str, path: str, lines: Lines) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for match in _CONTROL.finditer(text):
        message = words.forbidden(f"U+{ord(match.group()):04X}")
        found.append(fault("GF009", path, lines.span(*match.span()), message, words.PASTED))
        if len(found) == _MOST:
            break
    return found


def _tabs(text: str, path: str, lines: Lines, stop: _Stop) -> list[Diagnostic]:
    start = stop.at - len(stop.before)
    first = text.index("\t", start)
    tabs = [first]
    for match in _TABBED.finditer(text, first + 1):
        tabs.append(text.index("\t", match.start()))
        if len(tabs) == _MOST:
            break
    return [fault("GF011", path, lines.span(tab, tab + 1), *words.TAB) for tab in tabs]


def _stop(error: Exception, text: str, lines: Lines) -> _Stop:
    held: Any = getattr(error, "context_mark", None)
    mark: Any = getattr(error, "problem_mark", None) or held
    at = min(mark.index, len(text)) if mark is not None else 0
    if at == len(text):  # the end of the text: the last line that says something
        at = len(text.rstrip())
    start, row = lines.line(at)
    column = min(at - start, len(row))
    context = min(held.index, len(text)) if held is not None else None
    return _Stop(at, row[:column], row[column:], context)


def _told(problem: str, context: str, stop: _Stop, lines: Lines) -> words.Told:
    """Return the message and the hint for what a parser says."""
    first = stop.after[:1]
    if first == "%" and not stop.before:
        return words.DIRECTIVE
    match problem:
        case p if "cannot start any token" in p and first:
            return words.cannot_start(first)
        case p if "mapping values are not allowed" in p:
            name, colon, rest = stop.before.lstrip().removeprefix("- ").partition(": ")
            if colon:
                return words.second_colon(name.strip(), (rest + stop.after).strip())
            return words.TOO_FAR_RIGHT
        case p if "could not find expected ':'" in p:
            return _no_colon(stop, lines)
        case p if "end of stream" in p or "document indicator" in p:
            return words.NEVER_CLOSED
        case p if "block sequence entries" in p:
            return words.DASH
        case p if "tag handle" in p:
            return words.cannot_start("!")
        case p if "escape" in p or "hexdecimal" in p or "hexadecimal" in p:
            return words.BACKSLASH
    return _by_context(context, stop, lines)


def _by_context(context: str, stop: _Stop, lines: Lines) -> words.Told:
    if "flow" in context:
        opening, closing = ("{", "}") if "mapping" in context else ("[", "]")
        opened = stop.at if stop.context is None else stop.context
        return words.open_bracket(opening, closing, lines.position(opened).line)
    for kind, sign in (("tag", "!"), ("alias", "*"), ("anchor", "&")):
        if kind in context:
            return words.cannot_start(sign)
    if "block scalar" in context:
        return words.BLOCK
    if stop.before.rstrip().endswith(("'", '"')):
        return words.TEXT_AFTER_QUOTE
    if "collection" in context or "sequence" in context:
        return words.NOT_AN_ITEM
    return words.MISALIGNED if "mapping" in context else words.NOT_YAML


def _no_colon(stop: _Stop, lines: Lines) -> words.Told:
    start = stop.at if stop.context is None else stop.context
    name, colon, rest = lines.line(start)[1].strip().partition(":")
    if colon and rest and not rest[0].isspace():
        return words.glued_colon(name, rest)
    return words.NO_COLON
