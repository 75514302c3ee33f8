"""Sensitive uses that the text names and the structured facts do not: questions, no verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.engine.phrases import Match, Phrases, Word, words
from governance.engine.situation import pointer_of
from governance.model.values import POINTER, TRUE
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.engine.situation import Situation
    from governance.model.mentions import Lexicon, Phrase

_BEFORE: Final = 8
_AFTER: Final = 4
"""Words around a mention in which a denial counts."""

_DENIAL: Final = -1
_LEADING: Final = -2
_TURN: Final = -3
_CONTEXT: Final = 3
"""Words quoted on each side of a mention."""

Text = tuple[str, str]
"""Where a text is said, and the text."""


class Mention(NamedTuple):
    """A sensitive use that a text names and no structured fact tells."""

    list: str
    pointer: str
    quoted: str
    rubrics: tuple[str, ...]
    related: tuple[str, ...]
    """Where the rubrics are, those that are filled in."""


def texts_of(situation: Situation, lexicon: Lexicon) -> Iterator[Text]:
    """Yield the texts that describe the use, in the order of the lexicon."""
    facts = situation.book.vocabulary.facts
    for name in lexicon.facts:
        spec = facts.get(name)
        if spec is None:
            continue
        if spec.parent is None:
            value = situation.facts.values.get(name)
            if isinstance(value, str) and value:
                yield pointer_of(name), value
            continue
        for item in _items(situation, spec.parent):
            value = item.get(spec.field)
            if isinstance(value, str) and value:
                yield f"{item.get(POINTER, '')}/{spec.field}", value


def _items(situation: Situation, name: str) -> Iterable[dict[str, Any]]:
    found = situation.facts.values.get(name)
    return found if isinstance(found, tuple) else ()


class Reader:
    """A lexicon made ready once, to read many texts."""

    __slots__ = ("lexicon", "passing", "phrases")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        wanted: list[tuple[Phrase, int]] = [(one, _DENIAL) for one in lexicon.denials]
        wanted += [(one, _LEADING) for one in lexicon.leading]
        wanted += [(one, _TURN) for one in lexicon.turns]
        passing: list[tuple[Phrase, int]] = []
        for key, word_list in enumerate(lexicon.lists):
            wanted += [(one, key) for one in word_list.phrases]
            passing += [(one, key) for one in word_list.passing]
        self.phrases = Phrases(wanted)
        self.passing = Phrases(passing)

    def mentions(self, situation: Situation, others: Iterable[Text] = ()) -> Iterator[Mention]:
        """Yield the first mention of each sensitive use that no structured fact tells."""
        told: set[int] = set()
        for pointer, text in (*others, *texts_of(situation, self.lexicon)):
            for key, first, after, among in self._asserted(text):
                if key in told:
                    continue
                told.add(key)
                one = self.lexicon.lists[key]
                if situation.compiled(one.said_when)(situation, None, "") != TRUE:
                    quoted = _quoted(text, among, first, after)
                    stated = (name for name in one.rubrics if name in situation.facts.values)
                    related = tuple(pointer_of(name) for name in stated)
                    yield Mention(one.id, pointer, quoted, one.rubrics, related)

    def named(self, text: str) -> list[str]:
        """Return the ids of the lists that a text names, once each."""
        found = (self.lexicon.lists[key].id for key, _, _, _ in self._asserted(text))
        return list(dict.fromkeys(found))

    def _asserted(self, text: str) -> Iterator[tuple[int, int, int, list[Word]]]:
        """Yield list, first word and word after of each mention that nothing denies."""
        among = words(text)
        found = list(self.phrases.find(among))
        named = [one for one in found if one.key >= 0]
        if not named:
            return
        passed = {(one.key, place) for one in self.passing.find(among) for place in one.places()}
        inside = {place for one in named for place in one.places()}
        signs = {one.first: one.key for one in found if one.key < 0 and one.first not in inside}
        for one in named:
            if (one.key, one.first) not in passed and not _denied(among, one, signs):
                yield one.key, one.first, one.after, among


def _denied(among: list[Word], one: Match, signs: dict[int, int]) -> bool:
    """Say whether a word of denial stands near, in the same clause and before any turn."""
    before = range(one.first - 1, one.first - 1 - _BEFORE, -1)
    after = range(one.after, one.after + _AFTER)
    for places, deny in ((before, (_DENIAL, _LEADING)), (after, (_DENIAL,))):
        for place in places:
            if not 0 <= place < len(among) or among[place].clause != among[one.first].clause:
                break
            sign = signs.get(place)
            if sign in deny:
                return True
            if sign == _TURN:
                break
    return False


def _quoted(text: str, among: list[Word], first: int, after: int) -> str:
    """Return the words of a mention with a few on each side, as they are written."""
    clause = among[first].clause
    start, end = first, after
    while start > max(0, first - _CONTEXT) and among[start - 1].clause == clause:
        start -= 1
    while end < min(len(among), after + _CONTEXT) and among[end].clause == clause:
        end += 1
    return " ".join(text[among[start].start : among[end - 1].end].split())
