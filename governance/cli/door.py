"""Plain command lines of ``check``, read without click: what hooks and editors run all day.

Click takes longer to import than a declaration takes to check. Whatever is not plain (help, an
unknown option, a bad value) is left to click, which explains it; a test proves that both read a
plain command line alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.cli.checking import FORMATS, LEVELS, Request
from governance.model.days import valid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FLAGS: Final = {
    "--verbose": "verbose", "-v": "verbose", "--quiet": "quiet", "-q": "quiet",
    "--no-color": "no_color",
}  # fmt: skip
_SINGLE: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "--as-of": ("as_of", valid),
    "--lang": ("lang", ("fr", "en").__contains__),
    "--fail-on": ("fail_on", LEVELS.__contains__),
}
_REPEATED: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "--format": ("formats", FORMATS.__contains__),
    "--output": ("outputs", bool),
    "-o": ("outputs", bool),
    "--select": ("select", bool),
    "--ignore": ("ignore", bool),
}


def plain_check(words: Sequence[str]) -> Request | None:
    """Return what a plain ``check …`` asks for, nothing when click has to read it."""
    if not words or words[0] != "check":
        return None
    found: dict[str, Any] = {}
    paths: list[str] = []
    rest = iter(words[1:])
    for word in rest:
        if not word.startswith("-") or word == "-":
            paths.append(word)
            continue
        if word in _FLAGS:
            found[_FLAGS[word]] = True
            continue
        name, equals, value = word.partition("=")
        name, accepts = (_SINGLE | _REPEATED).get(name, ("", bool))
        value = value if equals else next(rest, "")
        if not name or not accepts(value) or word.startswith("-o="):
            return None
        if word.partition("=")[0] in _SINGLE:
            found[name] = value
        else:
            found[name] = (*found.get(name, ()), value)
    return Request(paths=tuple(paths), **found)
