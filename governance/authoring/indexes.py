"""Tables of contents: of the rules, of the vocabulary, of the folder of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.lint import CHECKS
from governance.authoring.reference import GENERATED, finished, page_title
from governance.reporting.markdown import escape, prose
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Place
    from governance.reporting.voice import Voice

_RULES: Final = LocalText("Règles", "Rules")
_RULES_INTRO: Final = LocalText(
    "Une page par fichier de règles : ce que dit le texte, quand la règle s’applique, ce qu’elle "
    "exige, ce qu’elle laisse ouvert, et ses cas.",
    "One page per rule file: what the text says, when the rule applies, what it requires, what it "
    "leaves open, and its cases.",
)
_COVERAGE: Final = LocalText("Couverture des textes", "Coverage of the texts")
_WRITE: Final = LocalText("Écrire une règle maison", "Write a house rule")
_REVIEW: Final = LocalText("Relire une règle", "Review a rule")
_WRITE_PAGE: Final = LocalText("../ecrire-une-regle.md", "../writing-a-rule.md")
_REVIEW_PAGE: Final = LocalText("../relire-une-regle.md", "../reviewing-a-rule.md")
_VOCABULARY: Final = LocalText("Vocabulaire", "Vocabulary")
_VOCABULARY_INTRO: Final = LocalText(
    "Tout ce qu’une déclaration peut dire, et ce que les règles en concluent.",
    "All that a declaration can say, and what the rules conclude from it.",
)
CHECKS_TITLE: Final = LocalText("Contrôles des fichiers de règles", "Checks of rule files")
_CHECKS_INTRO: Final = LocalText(
    "Ce que `gardefou rules lint` vérifie. Une erreur fait échouer la commande ; `--notes` montre "
    "les remarques. RP008 est `gardefou rules test --decisive`.",
    "What `gardefou rules lint` checks. An error makes the command fail; `--notes` shows notes. "
    "RP008 is `gardefou rules test --decisive`.",
)
_CHECK_HEADS: Final = (
    LocalText("Nom", "Name"),
    LocalText("Gravité", "Severity"),
    LocalText("Ce qui est relevé", "What is reported"),
)
_SEVERITIES: Final = {
    "error": LocalText("erreur", "error"),
    "warning": LocalText("avertissement", "warning"),
    "note": LocalText("remarque", "note"),
}
_FILE: Final = LocalText("Fichier", "File")
_PAGE: Final = LocalText("Page", "Page")
_COUNT: Final = LocalText("Règles", "Rules")


_LINKS: Final = (
    "- [Référence en français](../docs/fr/regles/README.md)",
    "- [Vocabulaire](../docs/fr/vocabulaire/README.md)",
    "- [Écrire une règle](../docs/fr/ecrire-une-regle.md)",
    "- [Reference in English](../docs/en/rules/README.md)",
    "- [Vocabulary in English](../docs/en/vocabulary/README.md)",
    "- [Writing a rule](../docs/en/writing-a-rule.md)",
)


def _files(source: PackSource) -> Iterator[tuple[str, list[tuple[Place, int]]]]:
    """Yield each pack with its rule files and how many rules they hold, in order of article."""
    packs: dict[str, list[tuple[Place, int]]] = {}
    for place, _, file in sorted(source.rules, key=lambda one: "/annex-" in one[0].name):
        packs.setdefault(place.pack, []).append((place, len(file.rules)))
    yield from packs.items()


def checks_page(language: str) -> str:
    """Return the table of the checks of the linter."""
    out = [
        GENERATED.in_(language).format(source="governance/authoring/lint.py"),
        "",
        f"# {CHECKS_TITLE.in_(language)}",
        "",
        prose(_CHECKS_INTRO.in_(language)),
        "",
        f"| {' | '.join(one.in_(language) for one in _CHECK_HEADS)} |",
        "| --- | --- | --- |",
    ]
    out += [
        f"| {name} | {_SEVERITIES[one.severity].in_(language)} "
        f"| {prose(one.title.in_(language))} |"
        for name, one in CHECKS.items()
    ]
    return finished(out, language)


def rules_index(
    speaking: Voice, source: PackSource, coverage: str, listed: list[tuple[str, str]]
) -> str:
    """Return the index of the reference of rules in one language."""
    language = speaking.language
    out = [
        GENERATED.in_(language).format(source="rules"),
        "",
        f"# {_RULES.in_(language)}",
        "",
        prose(_RULES_INTRO.in_(language)),
        "",
        f"- [{_COVERAGE.in_(language)}]({coverage})",
        f"- [{_WRITE.in_(language)}]({_WRITE_PAGE.in_(language)})",
        f"- [{_REVIEW.in_(language)}]({_REVIEW_PAGE.in_(language)})",
        *(f"- [{escape(title)}]({page})" for title, page in listed),
    ]
    contents = {place.path: file for place, _, file in source.rules}
    for pack, places in _files(source):
        words = speaking.texts.data["packs"].get(pack, {})
        out += ["", f"## {escape(words.get('title', pack))}", ""]
        if words.get("description"):
            out += [prose(words["description"]), ""]
        for place, _ in places:
            title = page_title(speaking, place, contents[place.path])
            out.append(f"- [{escape(title)}]({place.name.removesuffix('.yaml')}.md)")
    return finished(out, language)


def vocabulary_index(speaking: Voice, pages: Iterable[tuple[str, str]]) -> str:
    """Return the index of the vocabulary in one language."""
    language = speaking.language
    out = [
        GENERATED.in_(language).format(source="rules/vocabulary"),
        "",
        f"# {_VOCABULARY.in_(language)}",
        "",
        prose(_VOCABULARY_INTRO.in_(language)),
        "",
        *(f"- [{escape(title)}]({file})" for file, title in pages),
    ]
    return finished(out, language)


def rules_readme(french: Voice, english: Voice, source: PackSource) -> str:
    """Return the page of the folder of rules, in both languages."""
    out = [
        GENERATED.fr.format(source="rules"),
        "",
        "# Les règles · The rules",
        "",
        prose(
            "Le droit et les bonnes pratiques, en données : un fichier par article ou par "
            "recommandation, avec ses textes en français et en anglais, et ses propres cas."
        ),
        "",
        prose(
            "Law and good practice as data: one file per article or guidance document, with its "
            "texts in French and English, and its own cases."
        ),
        "",
        *_LINKS,
    ]
    contents = {place.path: file for place, _, file in source.rules}
    for pack, places in _files(source):
        titles = [
            str(one.texts.data["packs"].get(pack, {}).get("title", pack))
            for one in (french, english)
        ]
        out += ["", f"## {escape(titles[0])} · {escape(titles[1])}", ""]
        out += [
            f"| {_FILE.fr} · {_FILE.en} | {_PAGE.fr} | {_PAGE.en} | {_COUNT.fr} · {_COUNT.en} |"
        ]
        out += ["| --- | --- | --- | ---: |"]
        for place, count in places:
            page = f"{place.name.removesuffix('.yaml')}.md"
            file = contents[place.path]
            fr, en = (escape(page_title(one, place, file)) for one in (french, english))
            out.append(
                f"| [{place.name}]({place.name}) | [{fr}](../docs/fr/regles/{page}) "
                f"| [{en}](../docs/en/rules/{page}) | {count} |"
            )
    return finished(out, "en")
