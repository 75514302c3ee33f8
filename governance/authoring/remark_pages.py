"""Contradictions and word lists in words: what a declaration is questioned about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.reference import GENERATED, anchor, bullets, finished
from governance.reporting.clauses import clauses
from governance.reporting.markdown import code, escape, prose
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.loading.consistency_files import Stated
    from governance.loading.pack_files import WordListEntry
    from governance.loading.packs import PackSource
    from governance.reporting.voice import Voice

TITLE: Final = LocalText(
    "Réponses qui se contredisent, mots qui interrogent",
    "Answers that clash, words that raise a question",
)
_INTRO: Final = LocalText(
    "Ce que Garde-fou signale sur la déclaration elle-même. Ce ne sont pas des manquements : "
    "une réponse est à corriger, ou à compléter.",
    "What Garde-fou points out about the declaration itself. These are not gaps: an answer is to "
    "be corrected, or completed.",
)
_CLASHES: Final = LocalText("Contradictions", "Contradictions")
_WORDS: Final = LocalText("Mots", "Words")
_WHEN: Final = LocalText("Signalé quand", "Pointed out when")
_REMEDY: Final = LocalText("À corriger", "To correct")
_CASES: Final = LocalText("Cas", "Cases")
_EXPECTED: Final = {
    "found": LocalText("signalé", "pointed out"),
    "silent": LocalText("rien", "nothing"),
}
_LOOKED_FOR: Final = LocalText("Cherchés dans les textes libres", "Looked for in free texts")
_UNLESS: Final = LocalText("Sauf si les faits le disent déjà", "Unless facts say it already")
_FINDS: Final = LocalText("Relevé dans", "Found in")
_PASSES: Final = LocalText("Pas relevé dans", "Not found in")


def page(voice: Voice, source: PackSource) -> str:
    """Return the page of all contradictions and word lists."""
    language = voice.language
    out = [
        GENERATED.in_(language).format(source="rules/consistency"),
        "",
        f"# {escape(TITLE.in_(language))}",
        "",
        prose(_INTRO.in_(language)),
        "",
        f"## {_CLASHES.in_(language)}",
    ]
    for one in source.stated:
        out += ["", *_clash(voice, one)]
    lists = [entry for _, _, content in source.word_lists for entry in content.word_lists]
    if lists:
        out += ["", f"## {_WORDS.in_(language)}"]
    for entry in lists:
        out += ["", *_word_list(voice, entry, source)]
    return finished(out, language)


def _clash(voice: Voice, one: Stated) -> Iterator[str]:
    entry, language = one.entry, voice.language
    yield f'<a id="{anchor(entry.id)}"></a>'
    yield ""
    yield f"### {escape(getattr(entry.title, language))}"
    yield ""
    law = f" · {escape(voice.law(entry.cites))}" if entry.cites else ""
    yield f"{code(entry.id)} · {code(entry.name)}{law}"
    yield ""
    yield prose(getattr(entry.why, language))
    yield from _headed(_WHEN, language, bullets(clauses(voice, one.contradiction.when)))
    yield from _headed(_REMEDY, language, [prose(getattr(entry.remedy, language))])
    colon = " : " if language == "fr" else ": "
    cases = [
        f"- {escape(case.name)}{colon}{_EXPECTED[str(case.expect)].in_(language)}"
        for case in entry.tests.cases
    ]
    yield from _headed(_CASES, language, cases)


def _word_list(voice: Voice, entry: WordListEntry, source: PackSource) -> Iterator[str]:
    language = voice.language
    yield f'<a id="{anchor(entry.id)}"></a>'
    yield ""
    yield f"### {escape(getattr(entry.title, language))}"
    yield ""
    yield f"{code(entry.id)} · {code(entry.name)}"
    yield ""
    yield prose(getattr(entry.ask, language))
    words = ", ".join(code(word) for word in (*entry.words.fr, *entry.words.en))
    yield from _headed(_LOOKED_FOR, language, [words])
    for ready in source.lexicon.lists:
        if ready.id == entry.id:
            yield from _headed(_UNLESS, language, bullets(clauses(voice, ready.said_when)))
    for title, sentences in ((_FINDS, entry.finds), (_PASSES, entry.passes)):
        yield from _headed(title, language, [f"- {escape(one)}" for one in sentences])


def _headed(title: LocalText, language: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"**{title.in_(language)}**"
    yield ""
    yield from lines
