"""The language a report speaks: texts of the rules, messages of the interface, vocabulary."""

from __future__ import annotations

import json
import os.path
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from governance.model.citations import cite_all

if TYPE_CHECKING:
    from governance.model.book import RuleBook
    from governance.model.texts import Texts

_FOLDER: Final = os.path.join(os.path.dirname(os.path.dirname(__file__)), "messages")


class Voice:
    """Everything needed to say something in one language."""

    __slots__ = ("book", "messages", "texts")

    def __init__(self, texts: Texts, messages: dict[str, str], book: RuleBook) -> None:
        self.texts = texts
        self.messages = messages
        self.book = book

    @property
    def language(self) -> str:
        """Return fr or en."""
        return self.texts.language

    def say(self, key: str, /, **values: Any) -> str:
        """Return a message with its values in place."""
        return self.messages[key].format_map(values) if values else self.messages[key]

    def count(self, key: str, number: int, /, **values: Any) -> str:
        """Return a message in the number that the language asks for; French counts 0 as one."""
        one = number < 2 if self.language == "fr" else number == 1
        return self.say(f"{key}.{'one' if one else 'many'}", n=number, **values)

    def law(self, cites: tuple[str, ...] | list[str], *, full: bool = False) -> str:
        """Return citations in words."""
        return cite_all(cites, self.language, self.texts.data.get("instruments", {}), full=full)


def voice(book: RuleBook, texts: Texts) -> Voice:
    """Return the voice of a rule book in the language of the texts."""
    return Voice(texts, messages(texts.language), book)


@cache
def messages(language: str) -> dict[str, str]:
    """Return the messages of the interface in one language."""
    with open(os.path.join(_FOLDER, f"{language}.json"), encoding="utf-8") as file:
        found: dict[str, str] = json.load(file)
    return found
