"""What people read about rules, facts and measures, in one language."""

from __future__ import annotations

from typing import Any

from governance.records import NamedTuple


class Texts(NamedTuple):
    """All texts of a rule book in one language; loaded only when something is printed.

    ``data`` maps a kind (rules, facts, measures, topics, derived, instruments, themes,
    sections, packs) to ids, and ids to their texts.
    """

    language: str
    data: dict[str, dict[str, dict[str, Any]]]

    def rule(self, name: str) -> dict[str, Any]:
        """Return title, why, remedy, open_points and exceptions of a rule."""
        return self.data["rules"].get(name, {"title": name})

    def title(self, fact: str) -> str:
        """Return the short name of a fact, measure, topic or derived fact."""
        return str(self._entry(fact).get("title", fact))

    def question(self, fact: str) -> str:
        """Return the plain question that a fact, measure or topic answers."""
        entry = self._entry(fact)
        return str(entry.get("question") or entry.get("title", fact))

    def help(self, fact: str) -> str:
        """Return the help of a fact, or nothing."""
        return str(self._entry(fact).get("help") or "")

    def choices(self, fact: str) -> dict[str, str]:
        """Return the labels of the choices of a fact, by id."""
        found: dict[str, str] = self._entry(fact).get("choices", {})
        return found

    def choice(self, fact: str, value: str) -> str:
        """Return the label of one choice."""
        return self.choices(fact).get(value, value)

    def instrument(self, name: str) -> dict[str, Any]:
        """Return title, short, level and status of a cited text."""
        return self.data["instruments"].get(name, {"title": name, "short": name})

    def _entry(self, fact: str) -> dict[str, Any]:
        if fact.startswith("measures."):
            return self.data["measures"].get(fact, {})
        if fact.startswith("judgement."):
            return self.data["topics"].get(fact.removeprefix("judgement."), {})
        return self.data["facts"].get(fact) or self.data["derived"].get(fact, {})
