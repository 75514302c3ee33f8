"""Events of a YAML text: libyaml's parser where PyYAML has it, PyYAML's own otherwise."""

from __future__ import annotations

import re
from typing import Any, Final, Protocol

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML built without libyaml: the same events, more slowly
    CParser = None  # type: ignore[assignment,misc]


_DIRECTIVES: Final = 8


class TooManyDirectivesError(ValueError):
    """More directives than any document needs."""


class Events(Protocol):
    """What both parsers offer."""

    def get_event(self) -> Any:
        """Return the next event; raises yaml.YAMLError."""


def events(text: str, *, pure: bool = False) -> Events:
    """Return the parser of a text that ``prepared`` has looked at.

    Raises TooManyDirectivesError, for libyaml compares each ``%TAG`` with all the others.
    """
    if text.count("\n%TAG") > _DIRECTIVES:
        raise TooManyDirectivesError
    if CParser is not None and not pure:
        return CParser(text)
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PureParser(Reader, Scanner, Parser):
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PureParser(text)


_BREAKS = "\u0085\u2028\u2029"
"""Line breaks of YAML 1.1 that YAML 1.2 and every editor take for plain characters."""
_STAND_INS = "\ue01a\ue01b\ue01c"
_AWAY = str.maketrans(_BREAKS, _STAND_INS)
_BACK = str.maketrans(_STAND_INS, _BREAKS)


def prepared(text: str) -> str:
    """Return the text with the line breaks of YAML 1.1 put away, one character for one."""
    if text.isascii() or not any(one in text for one in _BREAKS):
        return text
    return text.translate(_AWAY)


def stood_in(text: str) -> bool:
    """Say whether a prepared text has characters put away."""
    return not text.isascii() and any(one in text for one in _STAND_INS)


_UNSEEN: Final = re.compile(
    "[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ue01a-\ue01c]+"
)


def visible(key: str) -> str:
    """Return a key without the invisible characters that word processors leave in it."""
    return _UNSEEN.sub(" ", key).strip() if _UNSEEN.search(key) else key


def restored(value: Any) -> Any:
    """Return data read from a prepared text with those characters back."""
    if isinstance(value, str):
        return value.translate(_BACK)
    if isinstance(value, dict):
        return {restored(key): restored(inner) for key, inner in value.items()}
    return [restored(inner) for inner in value] if isinstance(value, list) else value
