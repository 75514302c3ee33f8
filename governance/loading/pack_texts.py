"""The texts of rule packs, gathered by language, kept apart from the logic."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from governance.loading import pack_files as files
    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered

LANGUAGES = ("fr", "en")


Say = Callable[["files.Text | None"], str]
Kinds = dict[str, dict[str, Any]]


def texts(source: PackSource, lowered: Iterable[Lowered], language: str) -> Kinds:
    """Return every text in one language, by kind and id."""

    def say(text: files.Text | None) -> str:
        return "" if text is None else str(getattr(text, language))

    return _vocabulary(source, say) | _sources(source, say) | _rules(source, lowered, say)


def _vocabulary(source: PackSource, say: Say) -> Kinds:
    return {
        "facts": {
            name: _trimmed(
                title=say(fact.title),
                question=say(fact.question),
                help=say(fact.help),
                choices={key: say(choice) for key, choice in fact.choices.items()},
                example=fact.example,
            )
            for section in source.sections
            for name, fact in section.facts.items()
        },
        "derived": {
            name: _trimmed(
                title=say(entry.title),
                question=say(entry.question),
                choices={key: say(choice) for key, choice in entry.choices.items()},
            )
            for name, entry in source.derived.items()
        },
        "measures": {
            f"measures.{theme}.{name}": _asked(entry, say)
            for theme, group in source.measures.items()
            for name, entry in group.measures.items()
        },
        "themes": {theme: {"title": say(group.title)} for theme, group in source.measures.items()},
        "topics": {name: _asked(entry, say) for name, entry in source.topics.items()},
        "sections": {
            section.section: {"title": say(section.title), "intro": say(section.intro)}
            for section in source.sections
        },
    }


def _asked(entry: files.MeasureEntry | files.TopicEntry, say: Say) -> dict[str, Any]:
    return _trimmed(title=say(entry.title), question=say(entry.question), help=say(entry.help))


def _sources(source: PackSource, say: Say) -> Kinds:
    return {
        "instruments": {
            name: _trimmed(
                title=say(entry.title),
                short=say(entry.short),
                level=entry.level,
                kind=entry.kind,
                status=entry.status,
                eli=entry.eli,
                url=entry.url,
                note=say(entry.note),
            )
            for name, entry in source.instruments.items()
        },
        "parameters": {
            name: {"title": say(entry.title), "unit": entry.unit or "", "ours": entry.ours}
            for name, entry in source.parameters.items()
        },
        "packs": {
            name: _trimmed(title=say(entry.title), description=say(entry.description))
            for name, entry in source.manifests.items()
        },
    }


def _rules(source: PackSource, lowered: Iterable[Lowered], say: Say) -> Kinds:
    return {
        "rules": {
            one.entry.id: _trimmed(
                title=say(one.entry.title),
                name=one.entry.name,
                why=say(one.entry.why),
                remedy=say(one.entry.remedy),
                open_points=[
                    {"kind": point.kind, "cites": point.cites, "text": say(point.text)}
                    for point in one.entry.open_points
                ],
            )
            for one in lowered
        },
        "contradictions": {
            one.entry.id: {
                "title": say(one.entry.title),
                "why": say(one.entry.why),
                "remedy": say(one.entry.remedy),
            }
            for one in source.stated
        },
        "word_lists": {
            entry.id: {"title": say(entry.title), "ask": say(entry.ask)}
            for _, _, content in source.word_lists
            for entry in content.word_lists
        },
    }


def _trimmed(**entries: Any) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value not in ("", None, [], {})}
