"""Everything wrong with a JSON text, read by a scanner that goes on after a fault."""

from __future__ import annotations

import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from math import isinf
from typing import TYPE_CHECKING, Any, Final, NoReturn

from governance.source.files import half
from governance.source.json_words import (
    BAD_ESCAPE,
    COMMENT,
    EXTRA_COMMA,
    EXTRA_TEXT,
    NO_COLON,
    NO_COMMA,
    NO_NAME,
    NO_VALUE,
    NUMBERS,
    OTHER_QUOTES,
    QUOTES,
    UNCLOSED_TEXT,
    WORDS,
    raw_control,
    unquoted,
    wrong_word,
)
from governance.source.position import Lines, escape
from governance.source.reading import fault, no_number, too_deep, too_long, too_many
from governance.source.yaml_faults import twice
from governance.text import LocalText

if TYPE_CHECKING:
    from governance.source.diagnostics import Diagnostic
    from governance.source.limits import Limits

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_COMMENT: Final = re.compile(r"//[^\n]*|#[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_WORD: Final = re.compile(r"[^\s,:=\[\]{}\"]+")
_BARE: Final = re.compile(r"[^,:\[\]{}\"\r\n]+")
_REMARK: Final = re.compile(r"[ \t](?://|/\*|#)")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_PLAIN: Final = re.compile(r'[^"\\\x00-\x1f]*')
_ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_HALF: Final = re.compile("[\ud800-\udfff]")
_SHOWN: Final = 40


class _Stop(Exception):  # noqa: N818 - the end of the scan, not an error
    """Nothing more is worth reading."""


class Scanner:
    """One pass over a text, keeping data and faults."""

    def __init__(self, text: str, path: str, lines: Lines, limits: Limits) -> None:
        self.text, self.path, self.lines, self.limits = text, path, lines, limits
        self.index = self.count = 0
        self.broken = False
        """The text is no JSON: its data says nothing sure."""
        self._swallowed = False
        """A text left open took a comma with it."""
        self.found: list[Diagnostic] = []

    def document(self) -> Any:
        """Read one value and refuse what follows."""
        try:
            self._blank()
            if self.index == len(self.text):
                return None
            data = self._value("", 0)
            self._blank()
            if self.index < len(self.text) and not self.broken:
                self._fault(self.index, self.index + 1, *EXTRA_TEXT)
        except _Stop:
            return None
        return None if self.broken else data

    def _fault(
        self, start: int, end: int, message: LocalText, hint: LocalText, opened: int | None = None
    ) -> None:
        self.broken = True
        related = () if opened is None else (self.lines.span(opened, opened + 1),)
        span = self.lines.span(start, min(end, len(self.text)))
        self._add(fault("GF020", self.path, span, message, hint, related=related))

    def _add(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)
        if len(self.found) >= self.limits.reported:
            raise _Stop

    def _stop(self, diagnostic: Diagnostic) -> NoReturn:
        self.found.append(diagnostic)
        raise _Stop

    def _blank(self) -> None:
        text = self.text
        while True:
            self.index = _SPACE.match(text, self.index).end()  # type: ignore[union-attr]
            comment = _COMMENT.match(text, self.index)
            if comment is None:
                return
            self._fault(comment.start(), comment.end(), *COMMENT)
            self.index = comment.end()

    def _next(self) -> str:
        self._blank()
        return self.text[self.index : self.index + 1]

    def _value(self, place: str, depth: int) -> Any:
        first = self._next()
        self.count += 1
        if self.count > self.limits.nodes:
            span = self.lines.span(self.index, self.index + 1)
            self._stop(too_many(self.path, span, self.limits))
        if first in {"{", "["} and depth >= self.limits.depth:
            span = self.lines.span(self.index, self.index + 1)
            self._stop(too_deep(self.path, span, self.limits, place))
        if first == "{":
            return self._mapping(place, depth + 1)
        if first == "[":
            return self._sequence(place, depth + 1)
        if first == '"' or first in QUOTES:
            return self._string(place)
        if first and first not in ",:]}":
            return self._word(place)
        self._fault(self.index, self.index + 1, *NO_VALUE)
        if first == ":":
            self.index += 1
        return None

    def _mapping(self, place: str, depth: int) -> dict[str, Any]:
        opened, self.index = self.index, self.index + 1
        result: dict[str, Any] = {}
        keys: dict[str, tuple[int, int]] = {}
        clashes: list[tuple[str, Any]] = []
        while self._more(opened, "}", first=not keys):
            start = self.index
            key = self._key(place)
            end = self.index
            self._colon()
            inner = f"{place}/{escape(key)}"
            value = self._value(inner, depth)
            if key in keys:
                clashes.append((key, result[key]))
                first, again = self.lines.span(*keys[key]), self.lines.span(start, end)
                self._add(twice(self.path, key[:_SHOWN], first, again, inner))
            keys.setdefault(key, (start, end))
            result[key] = value
        for key, earlier in clashes:
            if result[key] != earlier:
                result[key] = None
        return result

    def _sequence(self, place: str, depth: int) -> list[Any]:
        opened, self.index = self.index, self.index + 1
        result: list[Any] = []
        while self._more(opened, "]", first=not result):
            result.append(self._value(f"{place}/{len(result)}", depth))
        return result

    def _more(self, opened: int, closing: str, *, first: bool) -> bool:
        """Go to the next member; say whether there is one."""
        before, commas = self.index, 0
        while self._next() == ",":
            commas += 1
            last = self.index
            self.index += 1
            following = self._next()
            if first or following in {",", closing}:
                self._fault(last, last + 1, *EXTRA_COMMA)
        following = self._next()
        if following == closing:
            self.index += 1
            return False
        if not following or following in "}]" or (following == ":" and closing == "]"):
            line = self.lines.position(opened).line
            self._fault(
                self.index,
                self.index + 1,
                LocalText(
                    f"« {self.text[opened]} » ouvert ligne {line} n’est pas fermé : il manque "
                    f"« {closing} ».",
                    f"“{self.text[opened]}” opened on line {line} is not closed: “{closing}” is "
                    "missing.",
                ),
                LocalText(f"Ajoutez « {closing} ».", f"Add “{closing}”."),
                opened,
            )
            if following == ":":
                raise _Stop
            return False
        if not commas and not first and not self._swallowed:
            self._fault(before, before + 1, *NO_COMMA)
        self._swallowed = False
        return True

    def _key(self, place: str) -> str:
        start, first = self.index, self.text[self.index]
        if first == '"' or first in QUOTES:
            return self._string(place, key=True)
        word = _WORD.match(self.text, start)
        if word is None:
            self._fault(start, start + 1, *NO_NAME)
            raise _Stop
        self.index = word.end()
        self._fault(start, word.end(), *unquoted(word.group()))
        return word.group()

    def _colon(self) -> None:
        """Go past the colon that follows a key."""
        sign = self._next()
        if sign != ":":
            self._fault(self.index, self.index + 1, *NO_COLON)
        if sign in {":", "="}:
            self.index += 1

    def _word(self, place: str) -> Any:
        """Read a number, true, false or null, or say what should be written instead."""
        start = self.index
        word = _BARE.match(self.text, start)
        assert word is not None
        text = _REMARK.split(word.group(), maxsplit=1)[0].rstrip(" \t")
        self.index = end = start + len(text)
        if text in WORDS:
            return WORDS[text]
        span = self.lines.span(start, end)
        number = _NUMBER.fullmatch(text)
        if number is not None and len(text) <= self.limits.digits:
            if number[1] is None and number[2] is None:
                return int(text)
            value = float(text)
            if not isinf(value):
                return value
        if number is not None or text in NUMBERS:
            self._add(no_number(self.path, span, place))
        else:
            self._fault(start, end, *wrong_word(text))
        return None

    def _string(self, place: str, *, key: bool = False) -> str:
        """Read a text in quotes, of whatever sort."""
        start, first = self.index, self.text[self.index]
        if first != '"':
            return self._other_quotes(start, QUOTES[first])
        index = start + 1
        sound = True
        while (index := _PLAIN.match(self.text, index).end()) < len(self.text):  # type: ignore[union-attr]
            sign = self.text[index]
            if sign == '"':
                break
            escaped = _ESCAPE.match(self.text, index)
            if escaped is not None:
                index = escaped.end()
            elif sign == "\\":
                sound = False
                self._fault(index, index + 2, *BAD_ESCAPE)
                index += 2
            elif sign in "\r\n":
                break
            else:
                sound = False
                self._fault(index, index + 1, *raw_control(sign))
                index += 1
        if self.text[index : index + 1] != '"':
            self.index = index
            self._fault(start, start + 1, *UNCLOSED_TEXT)
            self._swallowed = True
            return self.text[start + 1 : index]
        self.index = index + 1
        if not sound:
            return self.text[start + 1 : index]
        value: str = scanstring(self.text, start + 1, True)[0]
        span = self.lines.span(start, index + 1)
        if len(value) > self.limits.scalar:
            self._add(too_long(self.path, span, self.limits, place))
        if _HALF.search(value):
            self._add(half(self.path, span, "" if key else place))
            value = _HALF.sub("\ufffd", value)
        return value

    def _other_quotes(self, start: int, closing: str) -> str:
        """Read a text between quotes that JSON does not know, to the end of the line at most."""
        line = self.text.find("\n", start)
        limit = len(self.text) if line < 0 else line
        end = self.text.find(closing, start + 1, limit)
        self.index = limit if end < 0 else end + 1
        self._fault(start, start + 1, *OTHER_QUOTES)
        return self.text[start + 1 : self.index - 1].strip()


def explained(
    text: str, path: str, lines: Lines, limits: Limits
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Return the data, unless the text is no JSON, and everything wrong with it."""
    scanner = Scanner(text, path, lines, limits)
    data = scanner.document()
    return data, tuple(scanner.found)
