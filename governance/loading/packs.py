"""Folders of rule packs to one rule book and its texts."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from governance.errors import RulePackError
from governance.loading import pack_files as files
from governance.loading.consistency_files import (
    Contradictory,
    Listed,
    Stated,
    lower_contradictions,
    lower_word_lists,
)
from governance.loading.lowering import Lowering
from governance.loading.rule_files import Lowered, Place, lower_rules
from governance.loading.vocabulary_files import lower_vocabulary
from governance.model.book import DatedValue, Instrument, Pack, RuleBook
from governance.model.mentions import Lexicon
from governance.source.document import Document, read_file

if TYPE_CHECKING:
    from governance.model.rules import Derivation
    from governance.model.vocabulary import Vocabulary

Model = TypeVar("Model", bound=BaseModel)


@dataclass(slots=True)
class PackSource:
    """The files of some rule folders, parsed and checked one by one."""

    instruments: dict[str, files.InstrumentEntry] = field(default_factory=dict)
    parameters: dict[str, files.ParameterEntry] = field(default_factory=dict)
    sections: list[files.SectionFile] = field(default_factory=list)
    measures: dict[str, files.ThemeEntry] = field(default_factory=dict)
    topics: dict[str, files.TopicEntry] = field(default_factory=dict)
    derived: dict[str, files.DerivedEntry] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    norms: dict[str, files.NormEntry] = field(default_factory=dict)
    manifests: dict[str, files.PackManifest] = field(default_factory=dict)
    rules: list[tuple[Place, Document, files.RuleFile]] = field(default_factory=list)
    contradictions: list[Contradictory] = field(default_factory=list)
    word_lists: list[Listed] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    """Each contradiction beside what the engine uses, once the packs are built."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """The word lists ready for use, once the packs are built."""
    digests: dict[str, str] = field(default_factory=dict)
    problems: list[tuple[str, int, str]] = field(default_factory=list)


def yaml_files(folder: str) -> list[str]:
    """Return the YAML files of a folder tree, sorted; nothing else is read."""
    found: list[str] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        found += [os.path.join(base, name) for name in names if name.endswith(".yaml")]
    return sorted(found)


def read_packs(folders: Sequence[str]) -> PackSource:
    """Read every file of the folders; problems are kept, nothing is raised."""
    source = PackSource()
    for folder in folders:
        digests: dict[str, Any] = {}
        for path in yaml_files(folder):
            name = os.path.relpath(path, folder).replace(os.sep, "/")
            document = read_file(path)
            for diagnostic in document.diagnostics:
                line = diagnostic.span.start.line if diagnostic.span else 1
                source.problems.append((path, line, diagnostic.message.en))
            if document.data is None:
                continue
            pack = name.partition("/")[0] if "/" in name else ""
            digest = digests.setdefault(pack, hashlib.sha256())
            with open(path, "rb") as file:
                digest.update(name.encode() + b"\0" + file.read() + b"\0")
            _place(source, path, name, document)
        source.digests |= {pack: digest.hexdigest() for pack, digest in digests.items()}
    source.sections.sort(key=lambda section: _SECTIONS.get(section.section, 99))
    return source


_SECTIONS = {
    name: rank
    for rank, name in enumerate(
        [
            "organisation",
            "use_case",
            "value",
            "system",
            "people",
            "data",
            "decisions",
            "content",
            "agents",
            "oversight",
            "models",
            "suppliers",
            "deployment",
            "risks",
        ]
    )
}


def _place(source: PackSource, path: str, name: str, document: Document) -> None:
    """Check one file against the model that its place calls for, and keep it."""
    base = name.rpartition("/")[2]
    folder = name.partition("/")[0]
    match folder, base:
        case _, "instruments.yaml":
            if found := _parse(source, path, document, files.InstrumentsFile):
                source.instruments |= found.instruments
        case "parameters", _:
            if parameters := _parse(source, path, document, files.ParametersFile):
                source.parameters |= parameters.parameters
        case "norms", _:
            if norms := _parse(source, path, document, files.NormsFile):
                source.norms |= norms.norms
        case "vocabulary", _:
            _place_vocabulary(source, path, base, document)
        case "consistency", _:
            if contradictions := _parse(source, path, document, files.ContradictionsFile):
                source.contradictions.append((Place(folder, path, name), document, contradictions))
        case "wordlists", _:
            if words := _parse(source, path, document, files.WordListsFile):
                source.word_lists.append((Place(folder, path, name), document, words))
        case _, "pack.yaml":
            if manifest := _parse(source, path, document, files.PackManifest):
                source.manifests[manifest.id] = manifest
        case _:
            if rules := _parse(source, path, document, files.RuleFile):
                source.rules.append((Place(folder, path, name), document, rules))


def _place_vocabulary(source: PackSource, path: str, base: str, document: Document) -> None:
    if base == "measures.yaml":
        if measures := _parse(source, path, document, files.MeasuresFile):
            source.measures |= measures.themes
    elif base == "judgements.yaml":
        if topics := _parse(source, path, document, files.JudgementsFile):
            source.topics |= topics.judgements
    elif base == "lists.yaml":
        if lists := _parse(source, path, document, files.ListsFile):
            source.lists |= lists.lists
    elif base.startswith("derived"):
        if derived := _parse(source, path, document, files.DerivedFile):
            source.derived |= derived.derived
    elif section := _parse(source, path, document, files.SectionFile):
        source.sections.append(section)


def _parse(source: PackSource, path: str, document: Document, model: type[Model]) -> Model | None:
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        for one in error.errors():
            pointer = "".join(f"/{part}" for part in one["loc"])
            where = ".".join(str(part) for part in one["loc"])
            source.problems.append((path, line_of(document, pointer), f"{where}: {one['msg']}"))
        return None


def line_of(document: Document, pointer: str) -> int:
    """Return the line of a place in a document, or of the nearest place around it."""
    while pointer:
        span = document.span(pointer)
        if span is not None:
            return span.start.line
        pointer = pointer.rpartition("/")[0]
    return 1


Concerns = Callable[[str], bool]
"""Says whether the problems of a file must stop the run."""


def build(source: PackSource, concerns: Concerns) -> tuple[RuleBook, list[Lowered]]:
    """Return the rule book and each lowered rule beside its entry.

    Raises RulePackError with every problem of the files that concern the caller; rule files
    with problems that do not are left out.
    """
    broken = [one for one in source.problems if _shared(one[0])]
    if broken:
        raise RulePackError(sorted(broken))
    vocabulary, problems = lower_vocabulary(source)
    problems = [one for one in source.problems if concerns(one[0])] + problems
    parameters = {
        name: tuple(DatedValue(one.since, one.value, tuple(one.cites)) for one in entry.values)
        for name, entry in source.parameters.items()
    }
    instruments = {
        name: Instrument(name, entry.level, entry.kind, entry.status)
        for name, entry in source.instruments.items()
    }
    lowered: list[Lowered] = []
    for place, document, content in source.rules:
        path = place.path
        lowering = Lowering(vocabulary, frozenset(parameters))
        entries = list(lower_rules(place, document, content, lowering, instruments))
        if lowering.problems and not concerns(path):
            continue
        lowered += entries
        problems += [
            (path, line_of(document, pointer), what) for pointer, what in lowering.problems
        ]
    problems += _build_consistency(source, vocabulary, frozenset(parameters), concerns)
    if problems:
        raise RulePackError(sorted(problems))
    contradictions = tuple(one.contradiction for one in source.stated)
    derivations: dict[str, tuple[Derivation, ...]] = {}
    for one in lowered:
        if one.derivation is not None:
            fact = one.derivation.fact
            derivations[fact] = (*derivations.get(fact, ()), one.derivation)
    packs = tuple(_packs(source))
    digest = hashlib.sha256("".join(sorted(source.digests.values())).encode()).hexdigest()
    rules = tuple(one.rule for one in lowered if one.rule is not None)
    return RuleBook(
        vocabulary, parameters, instruments, derivations, rules, packs, digest, contradictions
    ), lowered


def _build_consistency(
    source: PackSource, vocabulary: Vocabulary, parameters: frozenset[str], concerns: Concerns
) -> list[tuple[str, int, str]]:
    """Make contradictions and word lists ready; return the problems that concern the caller."""
    problems: list[tuple[str, int, str]] = []
    source.stated, source.lexicon = [], Lexicon()
    for one in source.contradictions:
        lowering = Lowering(vocabulary, parameters)
        stated = list(lower_contradictions(one, lowering))
        if not _left_out(one, lowering, concerns, problems):
            source.stated += stated
    for listed in source.word_lists:
        lowering = Lowering(vocabulary, parameters)
        lexicon = lower_word_lists(listed, source.lexicon, lowering)
        if not _left_out(listed, lowering, concerns, problems):
            source.lexicon = lexicon
    return problems


def _left_out(
    one: Contradictory | Listed,
    lowering: Lowering,
    concerns: Concerns,
    problems: list[tuple[str, int, str]],
) -> bool:
    """Keep the problems of a file that concerns the caller; say whether to leave it out."""
    path, document = one[0].path, one[1]
    if not lowering.problems:
        return False
    if concerns(path):
        problems += [
            (path, line_of(document, pointer), what) for pointer, what in lowering.problems
        ]
    return True


def _shared(path: str) -> bool:
    """Say whether all rules depend on the file: vocabulary, parameters, instruments."""
    parts = path.replace(os.sep, "/").split("/")
    return not {"vocabulary", "parameters"}.isdisjoint(parts) or parts[-1] == "instruments.yaml"


def _packs(source: PackSource) -> Iterator[Pack]:
    for name, manifest in sorted(source.manifests.items()):
        digest = source.digests.get(name, "")
        yield Pack(name, manifest.version, f"sha256:{digest}", manifest.law_as_of)


def everywhere(path: str) -> bool:
    """Let the problems of every file count."""
    return bool(path)


def load(
    folders: Sequence[str], concerns: Concerns = everywhere
) -> tuple[RuleBook, PackSource, list[Lowered]]:
    """Read folders of rule packs; raises RulePackError with every problem that concerns."""
    source = read_packs(folders)
    book, lowered = build(source, concerns)
    return book, source, lowered
