"""What the command line, hooks and library users call: declarations in, a report out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from governance import __version__
from governance.engine.consistency import RISK_USELESS, inconsistencies
from governance.engine.evaluate import Selection, evaluate_situation, everything, situation_of
from governance.engine.mentions import Reader
from governance.loading import cache
from governance.loading.declarations import Declaration, read_declaration
from governance.model.report import Assessed, Finding, Location, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from governance.engine.consistency import Inconsistency
    from governance.engine.situation import Situation
    from governance.model.book import RuleBook
    from governance.model.texts import Texts
    from governance.model.verdicts import Assessment
    from governance.source.document import Document


class Session:
    """A rule book and its texts, loaded when first needed."""

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self.folders = tuple(folders)
        self._texts: dict[str, Texts] = {}

    @cached_property
    def book(self) -> RuleBook:
        """The rule book of the shipped packs and of the folders."""
        return cache.rule_book(self.folders)

    @cached_property
    def topics(self) -> dict[str, tuple[str, ...]]:
        """Topics of judgement by rule."""
        return cache.topics_of(self.book)

    @cached_property
    def reader(self) -> Reader:
        """The word lists of the packs, ready to read free text."""
        return Reader(cache.lexicon(self.folders))

    def texts(self, language: str) -> Texts:
        """Return the texts in a language."""
        if language not in self._texts:
            self._texts[language] = cache.texts(language, self.folders)
        return self._texts[language]

    def read(self, path: str) -> Declaration:
        """Read a declaration; nothing is raised."""
        return read_declaration(path, self.book.vocabulary, lambda: self.topics)


def check(
    session: Session,
    paths: Iterable[str],
    as_of: str,
    language: str | None = None,
    select: Selection = everything,
    *,
    digests: bool = True,
    fallback: str = "fr",
) -> Iterator[Assessed]:
    """Yield what is found about each declaration, one at a time.

    ``language`` is that of the messages; without it, each declaration's own, then ``fallback``.
    """
    for path in paths:
        declaration = session.read(path)
        yield assessed(
            session, declaration, as_of, language, select, digests=digests, fallback=fallback
        )


def report(session: Session, declarations: Iterable[Assessed], as_of: str) -> Report:
    """Return a report on declarations already assessed."""
    return Report(as_of, __version__, session.book.packs, tuple(declarations), session.book)


def assessed(
    session: Session,
    declaration: Declaration,
    as_of: str,
    language: str | None = None,
    select: Selection = everything,
    *,
    digests: bool = True,
    fallback: str = "fr",
    traces: bool = False,
    brief: bool = False,
) -> Assessed:
    """Return everything found about one declaration.

    ``language`` is that of the messages; without it, the declaration's own, then ``fallback``.
    ``traces`` keeps the whole reasoning of each verdict, which only ``why`` shows; ``brief``
    gives reasons only for gaps and open questions.
    """
    own = declaration.header("language")
    spoken = language or (own if own in {"fr", "en"} else fallback)
    situation = situation_of(session.book, declaration.facts, as_of)
    assessment = evaluate_situation(situation, select, traces=traces, brief=brief)
    return Assessed(
        path=declaration.path,
        id=declaration.header("id"),
        title=declaration.header("title"),
        language=spoken,
        digest=_digest(declaration) if digests else "",
        facts=declaration.facts,
        assessment=assessment,
        findings=tuple(findings(session, declaration, situation, assessment, spoken, select)),
        locate=lambda pointer: locate(declaration, pointer),
        owner_of=lambda measure: _owner(declaration, measure),
    )


def locate(declaration: Declaration, pointer: str) -> Location:
    """Return the file, line and column that say a value, or the nearest place around it."""
    origin = declaration.composition.origin(pointer)
    place = origin.pointer
    while True:
        span = origin.document.span(place)
        if span is not None:
            return Location(_shown(declaration, origin.document.name), *span.start)
        if not place:
            return Location(_shown(declaration, origin.document.name), 1, 1)
        place = place.rpartition("/")[0]


def _shown(declaration: Declaration, name: str) -> str:
    return declaration.path if name == declaration.document.name else name


def findings(
    session: Session,
    declaration: Declaration,
    situation: Situation,
    assessment: Assessment,
    language: str,
    select: Selection = everything,
) -> Iterator[Finding]:
    """Yield what is wrong with the declaration itself: reading, shape, sources, consistency."""
    yield from _reading(declaration, language)
    yield from _shape(declaration, language)
    yield from _sources(session, declaration, language)
    left_out = {rule.id for rule in session.book.rules if not select(rule)}
    for odd in inconsistencies(situation, session.book.rules, assessment.verdicts):
        if odd.code == RISK_USELESS and odd.rule in left_out:
            continue  # the gap it covers was not looked for
        yield _inconsistent(session, declaration, odd, language)
    yield from _mentioned(session, declaration, situation, language)


def _inconsistent(
    session: Session, declaration: Declaration, odd: Inconsistency, language: str
) -> Finding:
    from governance.reporting.findings import inconsistency
    from governance.reporting.voice import voice

    message, hint = inconsistency(odd, voice(session.book, session.texts(language)))
    where = locate(declaration, odd.pointer)
    related = tuple(locate(declaration, pointer) for pointer in odd.related)
    return Finding(odd.code, "warning", message, hint, where, odd.pointer, related)


def _mentioned(
    session: Session, declaration: Declaration, situation: Situation, language: str
) -> Iterator[Finding]:
    """Yield the questions that free text raises: sensitive uses that no answer tells."""
    title = ("/title", declaration.header("title"))
    for one in session.reader.mentions(situation, [title]):
        from governance.reporting.findings import mention
        from governance.reporting.voice import voice

        message, hint = mention(one, voice(session.book, session.texts(language)))
        where = locate(declaration, one.pointer)
        related = tuple(locate(declaration, pointer) for pointer in one.related)
        yield Finding(one.list, "note", message, hint, where, one.pointer, related)


def _reading(declaration: Declaration, language: str) -> Iterator[Finding]:
    for document in (declaration.document, *declaration.composition.parts):
        for one in document.diagnostics:
            start = one.span.start if one.span is not None else (1, 1)
            where = Location(_shown(declaration, document.name), *start)
            hint = one.hint.in_(language) if one.hint else ""
            yield Finding(
                one.code, one.severity, one.message.in_(language), hint, where, one.pointer
            )


def _sources(session: Session, declaration: Declaration, language: str) -> Iterator[Finding]:
    composition = declaration.composition
    if not (composition.refused or composition.contradictions or declaration.evidence_faults):
        return
    from governance.reporting import findings as words

    for refusal in declaration.composition.refused:
        message, hint = words.refused(refusal, language)
        where = _place(declaration, refusal.document, refusal.pointer)
        yield Finding("GF121", "error", message, hint, where, refusal.pointer)
    for clash in declaration.composition.contradictions:
        first = _place(declaration, clash.first.document, clash.first.pointer)
        second = _place(declaration, clash.second.document, clash.second.pointer)
        shown = f"{second.path}:{second.line}"
        message, hint = words.contradiction(clash, shown, session.texts(language))
        yield Finding("GF122", "warning", message, hint, first, clash.pointer, (second,))
    for fault in declaration.evidence_faults:
        message, hint = words.evidence_fault(fault, language)
        where = locate(declaration, fault.pointer)
        yield Finding("GF123", "warning", message, hint, where, fault.pointer)


def _shape(declaration: Declaration, language: str) -> Iterator[Finding]:
    if not declaration.problems:
        return
    from governance.schema.messages import message

    for problem in declaration.problems:
        what, hint = message(problem)
        origin = declaration.composition.origin(problem.pointer)
        span = origin.document.span(origin.pointer, key=problem.on_key)
        if span is None:
            where = locate(declaration, problem.pointer)
        else:
            where = Location(_shown(declaration, origin.document.name), *span.start)
        words = hint.in_(language) if hint else ""
        yield Finding(problem.code, "error", what.in_(language), words, where, problem.pointer)


def _place(declaration: Declaration, document: Document, pointer: str) -> Location:
    span = document.span(pointer)
    start = span.start if span is not None else (1, 1)
    return Location(_shown(declaration, document.name), *start)


def _digest(declaration: Declaration) -> str:
    from governance.loading.evidence import sha256

    try:
        return f"sha256:{sha256(declaration.path)}"
    except OSError:
        return ""


def _owner(declaration: Declaration, measure: str) -> tuple[str, str]:
    node: object = declaration.composition.data
    for step in measure.split("."):
        node = node.get(step) if isinstance(node, dict) else None
    if not isinstance(node, dict):
        return "", ""
    return str(node.get("owner") or ""), str(node.get("due") or "")
