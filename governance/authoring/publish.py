"""Write everything that is generated from the rules: reference pages, index, schemas.

``python -m governance.authoring.publish`` writes; ``--check`` only says what is stale.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from governance import resources
from governance.authoring import (
    coverage,
    coverage_text,
    indexes,
    reference,
    remark_pages,
    vocabulary_pages,
)
from governance.authoring.fact_page import readers
from governance.authoring.rule_schemas import FORMATS, schema_text
from governance.loading.pack_texts import texts
from governance.loading.packs import load
from governance.model.texts import Texts
from governance.reporting.report_models import schema_text as report_schema
from governance.reporting.voice import Voice, voice
from governance.schema import generate
from governance.text import LANGUAGES, LocalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from governance.authoring.fact_page import Readers
    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook

Shipped = tuple["RuleBook", "PackSource", "list[Lowered]"]

RULES: Final = LocalText("docs/fr/regles", "docs/en/rules")
VOCABULARY: Final = LocalText("docs/fr/vocabulaire", "docs/en/vocabulary")
_MEASURES: Final = LocalText("mesures.md", "measures.md")
_JUDGEMENTS: Final = LocalText("appreciations.md", "judgements.md")
_COVERAGE: Final = LocalText("couverture.md", "coverage.md")
_CHECKS: Final = LocalText("controles.md", "checks.md")
_REMARKS: Final = LocalText("coherence.md", "consistency.md")
INDEX: Final = "README.md"
_GENERATED_FOLDERS: Final = (RULES, VOCABULARY)


def pages(shipped: Shipped) -> dict[str, str]:
    """Return every generated page by its path in the repository."""
    book, source, lowered = shipped
    as_of = max((one.law_as_of for one in source.manifests.values()), default="1970-01-01")
    found: dict[str, str] = {}
    for language in ("fr", "en"):
        speaking = voice(book, Texts(language, texts(source, lowered, language)))
        found |= dict(_rules(speaking, source, lowered, as_of))
        found |= dict(_vocabulary(speaking, source, lowered))
    speaking = voice(book, Texts("fr", texts(source, lowered, "fr")))
    english = voice(book, Texts("en", texts(source, lowered, "en")))
    found["rules/README.md"] = indexes.rules_readme(speaking, english, source)
    return found


def _rules(
    speaking: Voice, source: PackSource, lowered: list[Lowered], as_of: str
) -> Iterator[tuple[str, str]]:
    folder = _in(RULES, speaking)
    for place, _, file in source.rules:
        own = [one for one in lowered if one.path == place.path]
        page = reference.rule_page(speaking, place, file, own, as_of)
        yield f"{folder}/{page_of(place.name)}", page
    found = coverage.coverage(source, as_of)
    generated = reference.GENERATED.in_(speaking.language).format(source="rules/norms")
    words = coverage_text.markdown(found, speaking.texts, as_of)
    yield f"{folder}/{_in(_COVERAGE, speaking)}", f"{generated}\n\n{words}"
    listed: list[tuple[str, str]] = []
    if source.stated:
        remarks = _in(_REMARKS, speaking)
        yield f"{folder}/{remarks}", remark_pages.page(speaking, source)
        listed.append((remark_pages.TITLE.in_(speaking.language), remarks))
    checks = _in(_CHECKS, speaking)
    yield f"{folder}/{checks}", indexes.checks_page(speaking.language)
    listed.append((indexes.CHECKS_TITLE.in_(speaking.language), checks))
    index = indexes.rules_index(speaking, source, _in(_COVERAGE, speaking), listed)
    yield f"{folder}/{INDEX}", index


def _vocabulary(
    speaking: Voice, source: PackSource, lowered: list[Lowered]
) -> Iterator[tuple[str, str]]:
    folder = _in(VOCABULARY, speaking)
    known = readers(speaking.book)
    names = {place.path: page_of(place.name) for place, _, _ in source.rules}
    up = os.path.relpath(_in(RULES, speaking), folder).replace(os.sep, "/")
    link = vocabulary_pages.linked({one.entry.id: names[one.path] for one in lowered}, f"{up}/")
    listed: list[tuple[str, str]] = []
    for section in source.sections:
        name = f"{section.section}.md"
        title = str(speaking.texts.data["sections"][section.section]["title"])
        listed.append((name, title))
        page = vocabulary_pages.section_page(speaking, section.section, known, link)
        yield f"{folder}/{name}", page
    for file, title, page in _others(speaking, known, link):
        listed.append((file, title))
        yield f"{folder}/{file}", page
    yield f"{folder}/{INDEX}", indexes.vocabulary_index(speaking, listed)


def _others(
    speaking: Voice, known: Readers, link: Callable[[str], str]
) -> Iterator[tuple[str, str, str]]:
    """Yield file, title and page of what is not a section of the declaration."""
    language = speaking.language
    yield (
        _in(_MEASURES, speaking),
        vocabulary_pages.MEASURES.in_(language),
        vocabulary_pages.measures_page(speaking, known, link),
    )
    yield (
        _in(_JUDGEMENTS, speaking),
        vocabulary_pages.JUDGEMENTS.in_(language),
        vocabulary_pages.judgements_page(speaking, known, link),
    )
    packs = dict.fromkeys(name.partition(".")[0] for name in speaking.book.vocabulary.derived)
    for pack in packs:
        page = vocabulary_pages.conclusions_page(speaking, pack, known, link)
        yield f"conclusions_{pack}.md", vocabulary_pages.conclusions_title(speaking, pack), page


def _in(paths: LocalText, speaking: Voice) -> str:
    return paths.en if speaking.language == "en" else paths.fr


def page_of(rule_file: str) -> str:
    """Return the page of a rule file: gdpr/art-22.yaml is gdpr/art-22.md."""
    return f"{rule_file.removesuffix('.yaml')}.md"


def schemas() -> dict[str, str]:
    """Return the published schemas by path: those of rules, and of reports."""
    found = {f"schemas/{name}.v1.schema.json": schema_text(name) for name in FORMATS}
    found["schemas/report.v1.schema.json"] = report_schema()
    return found


def declaration_schemas(shipped: Shipped) -> dict[str, str]:
    """Return the schemas of declarations by path: bare, in French, in English."""
    book, source, lowered = shipped
    spoken: dict[str, Texts] = {one: Texts(one, texts(source, lowered, one)) for one in LANGUAGES}
    found = generate.schemas(book.vocabulary, spoken)
    return {f"schemas/{name}": text for name, text in found.items()}


def everything(shipped: Shipped) -> dict[str, str]:
    """Return all generated files by path."""
    return pages(shipped) | schemas() | declaration_schemas(shipped)


def stale(root: str, files: dict[str, str]) -> list[str]:
    """Return the files that differ from what would be written, those left over included."""
    return sorted([*changed(root, files), *left_over(root, files)])


def changed(root: str, files: dict[str, str]) -> list[str]:
    """Return the files that are absent or differ from what would be written."""
    return [path for path, text in files.items() if _read(os.path.join(root, path)) != text]


def left_over(root: str, files: dict[str, str]) -> Iterator[str]:
    """Yield generated pages whose rule file is gone."""
    for pair in _GENERATED_FOLDERS:
        for folder in pair:
            for base, _, names in os.walk(os.path.join(root, folder)):
                for name in names:
                    path = os.path.relpath(os.path.join(base, name), root).replace(os.sep, "/")
                    text = _read(os.path.join(root, path)) or ""
                    if path not in files and text.startswith("<!-- Page g"):
                        yield path


def _read(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return None


def write(root: str, files: dict[str, str]) -> list[str]:
    """Write what changed and remove what is left over; return the paths touched."""
    touched = stale(root, files)
    for path in touched:
        full = os.path.join(root, path)
        if path not in files:
            os.remove(full)
            continue
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="\n") as file:
            file.write(files[path])
    return touched


def main(arguments: Sequence[str]) -> int:
    """Write the generated files, or with --check name the stale ones."""
    root = os.path.dirname(resources.rules())
    if not os.path.isfile(os.path.join(root, "pyproject.toml")):
        sys.stderr.write("Publishing is for a checkout of the project, not for an install.\n")
        return 2
    files = everything(load([resources.rules()]))
    if "--check" in arguments:
        found = stale(root, files)
        for path in found:
            sys.stdout.write(f"{path}\n")
        return 1 if found else 0
    for path in write(root, files):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
