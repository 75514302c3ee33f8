"""Names that users type: rules by id or name, words of the vocabulary, the nearest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.cli.language import say
from governance.reporting.typography import plain
from governance.text import nearest

if TYPE_CHECKING:
    from governance.model.book import RuleBook
    from governance.model.rules import Derivation, Rule


def rule_called(book: RuleBook, name: str) -> Rule | Derivation | None:
    """Return the rule or derivation of that id or readable name, whatever its case."""
    wanted = name.casefold()
    for rule in book.rules:
        if wanted in {rule.id.casefold(), rule.name}:
            return rule
    for found in book.derivations.values():
        for one in found:
            if one.id.casefold() == wanted:
                return one
    return None


def word_called(book: RuleBook, name: str) -> str | None:
    """Return the full name of a fact, derived fact, measure or topic of judgement."""
    vocabulary = book.vocabulary
    for candidate in (name, f"measures.{name}"):
        if candidate in vocabulary.facts or candidate in vocabulary.derived:
            return candidate
        if candidate in vocabulary.measures:
            return candidate
    topic = name.removeprefix("judgement.")
    return f"judgement.{topic}" if topic in vocabulary.topics else None


def unknown_name(book: RuleBook, name: str) -> str:
    """Return that nothing has the name, with the nearest rule, fact or measure."""
    names = [rule.id for rule in book.rules] + [rule.name for rule in book.rules]
    names += [one.id for found in book.derivations.values() for one in found]
    names += [*book.vocabulary.facts, *book.vocabulary.derived, *book.vocabulary.measures]
    near = nearest(name, names)
    name = plain(name)
    hint = say(f" Vouliez-vous dire {near} ?", f" Did you mean {near}?") if near else ""
    return say(f"Rien ne s’appelle {name}.", f"Nothing is called {name}.") + hint
