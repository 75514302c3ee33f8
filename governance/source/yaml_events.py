"""Events of a YAML text: libyaml's parser where PyYAML has it, PyYAML's own otherwise."""

from __future__ import annotations

from typing import Any, Protocol

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML built without libyaml: the same events, more slowly
    CParser = None  # type: ignore[assignment,misc]


class Events(Protocol):
    """What both parsers offer."""

    def get_event(self) -> Any:
        """Return the next event; raises yaml.YAMLError."""


def events(text: str, *, pure: bool = False) -> Events:
    """Return the parser of a text that ``prepared`` has looked at."""
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


def restored(value: Any) -> Any:
    """Return data read from a prepared text with those characters back."""
    if isinstance(value, str):
        return value.translate(_BACK)
    if isinstance(value, dict):
        return {restored(key): restored(inner) for key, inner in value.items()}
    return [restored(inner) for inner in value] if isinstance(value, list) else value
