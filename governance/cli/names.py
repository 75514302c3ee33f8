"""Names that users type, and the nearest one when none matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.cli.language import say
from governance.text import nearest

if TYPE_CHECKING:
    from governance.api import Session


def unknown_name(session: Session, name: str) -> str:
    """Return that nothing has the name, with the nearest rule, fact or measure."""
    book = session.book
    names = [rule.id for rule in book.rules] + [rule.name for rule in book.rules]
    names += [one.id for found in book.derivations.values() for one in found]
    names += [*book.vocabulary.facts, *book.vocabulary.derived, *book.vocabulary.measures]
    near = nearest(name, names)
    hint = say(f" Vouliez-vous dire {near} ?", f" Did you mean {near}?") if near else ""
    return say(f"Rien ne s’appelle {name}.", f"Nothing is called {name}.") + hint
