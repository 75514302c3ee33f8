"""Lines for a terminal: wrapping, indentation, colour on request."""

from __future__ import annotations

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
        following = margin + " " * (hang or len(first))
        lines = wrapped(
            first + typeset(text, self.language), max(20, self.width), margin, following
        )
        self.lines += [self._styled(line, style) for line in lines or [""]]

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


def wrapped(text: str, width: int, margin: str, following: str) -> list[str]:
    """Return a paragraph in lines broken at plain spaces; longer words stand out.

    What ``textwrap`` does with neither long words nor hyphens broken, several times faster.
    """
    lines: list[str] = []
    line = margin
    held = False
    for word in text.replace("\n", " ").split(" "):
        if not word:
            continue
        if held and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, held = following, False
        line += f" {word}" if held else word
        held = True
    return [*lines, line] if held else lines
