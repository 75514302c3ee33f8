"""What the system is, in the declaration's own words: the few answers a director looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.records import NamedTuple
from governance.reporting.words import labels, value_words

if TYPE_CHECKING:
    from governance.model.report import Assessed
    from governance.reporting.voice import Voice

_FACTS: Final = (
    "use_case.summary",
    "organisation.name",
    "system.name",
    "use_case.stage",
    "use_case.functions",
    "people.groups",
    "decisions.consequences",
    "decisions.final_word",
)


class Feature(NamedTuple):
    """One answer, with the place that gives it."""

    title: str
    value: str
    pointer: str


def portrait(voice: Voice, assessed: Assessed) -> list[Feature]:
    """Return the answers that are given, in the order of the story."""
    found = []
    for fact in _FACTS:
        value = assessed.facts.values.get(fact)
        if value is not None and value != "":
            pointer = "/" + fact.replace(".", "/")
            title = voice.messages.get(f"portrait.{fact}", voice.texts.title(fact))
            found.append(Feature(title, _words(voice, fact, value), pointer))
    return found


def _words(voice: Voice, fact: str, value: object) -> str:
    """Return a value; items of a list by the label of their kind, where they have one."""
    spec = voice.book.vocabulary.facts.get(fact)
    if isinstance(value, tuple) and spec is not None and spec.shorthand is not None:
        kind = f"{fact}.{spec.shorthand}"
        kinds = [str(one[spec.shorthand]) for one in value if spec.shorthand in one]
        return (" ; " if voice.language == "fr" else "; ").join(labels(voice, kind, kinds))
    return value_words(voice, fact, value)
