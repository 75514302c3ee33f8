"""A path to a declaration: read, composed with what it extends, observed, evidence looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from governance.loading.composition import Composition, compose
from governance.loading.evidence import EvidenceFault, examined
from governance.model.facts import Facts
from governance.records import NamedTuple
from governance.schema.observe import observe
from governance.source.document import Document, read_file

if TYPE_CHECKING:
    from governance.model.vocabulary import Vocabulary
    from governance.schema.problems import Problem

Topics = Callable[[], Mapping[str, tuple[str, ...]]]


class Declaration(NamedTuple):
    """One use case as declared: its facts, where each was said, and what is wrong with it."""

    path: str
    composition: Composition
    facts: Facts
    problems: tuple[Problem, ...]
    evidence_faults: tuple[EvidenceFault, ...]

    @property
    def document(self) -> Document:
        """The file itself, without what it extends."""
        return self.composition.document

    @property
    def faulty(self) -> bool:
        """Something in the file, or in what it extends, has to be mended."""
        documents = (self.document, *self.composition.parts)
        return bool(
            self.problems
            or self.composition.refused
            or any(
                one.severity == "error" for document in documents for one in document.diagnostics
            )
        )

    def header(self, key: str) -> str:
        """Return a line of the header as text, or nothing."""
        data = self.document.data
        value = data.get(key) if isinstance(data, dict) else None
        return "" if value is None or isinstance(value, dict | list) else str(value)


def read_declaration(path: str, vocabulary: Vocabulary, topics: Topics) -> Declaration:
    """Read a declaration and everything it reaches; nothing is raised, all faults are kept."""
    return declared(read_file(path), path, vocabulary, topics)


def declared(document: Document, path: str, vocabulary: Vocabulary, topics: Topics) -> Declaration:
    """Return the declaration of a document already read."""
    composition = compose(document, path, read_file)
    data = composition.data
    if not isinstance(data, dict):
        problems: list[Problem] = []
        if not document.diagnostics:
            problems = observe(data, vocabulary, {})[1]
        return Declaration(path, composition, Facts({}), tuple(problems), ())
    judged: Mapping[str, tuple[str, ...]] = topics() if data.get("judgements") else {}
    facts, problems = observe(data, vocabulary, judged)
    faults: list[EvidenceFault] = []
    if facts.evidence:
        evidence, faults = examined(_entries(data), facts.evidence, composition.origin)
        facts = facts._replace(evidence=evidence)
    return Declaration(path, composition, facts, tuple(problems), tuple(faults))


def _entries(data: Mapping[str, Any]) -> Any:
    return data.get("evidence")
