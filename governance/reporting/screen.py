"""Lines for a terminal: wrapping, indentation, colour on request."""

from __future__ import annotations

from textwrap import wrap
from typing import Final

from governance.text import typeset

_CODES: Final = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34",
    "title": "1;4",
}  # fmt: skip


class Screen:
    """Lines written so far, for a width and a language."""

    __slots__ = ("color", "language", "lines", "width")

    def __init__(self, language: str, width: int, color: bool) -> None:
        self.language = language
        self.width = width
        self.color = color
        self.lines: list[str] = []

    def blank(self) -> None:
        """Leave one empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def write(
        self, text: str, indent: int = 0, *, hang: int = 0, style: str = "", first: str = ""
    ) -> None:
        """Wrap a paragraph; ``first`` starts it and ``hang`` indents its other lines."""
        margin = " " * indent
        room = max(20, self.width)
        for line in wrap(
            first + typeset(text, self.language),
            room,
            initial_indent=margin,
            subsequent_indent=margin + " " * (hang or len(first)),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [margin.rstrip()]:
            self.lines.append(self._styled(line, style))

    def heading(self, text: str) -> None:
        """Write the title of a part, after an empty line."""
        self.blank()
        self.write(text, style="bold")

    def text(self) -> str:
        """Return everything written, ending with a line break."""
        return "\n".join(self.lines).rstrip("\n") + "\n"

    def _styled(self, line: str, style: str) -> str:
        if not self.color or not style:
            return line
        bare = line.lstrip(" ")
        return f"{' ' * (len(line) - len(bare))}\x1b[{_CODES[style]}m{bare}\x1b[0m"
