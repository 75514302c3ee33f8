"""Rule files to rules and derivations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.model.conditions import All, Condition
from governance.model.rules import SEVERITIES, Derivation, Rule, Unless
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.loading import pack_files as files
    from governance.loading.lowering import Lowering
    from governance.model.book import Instrument
    from governance.source.document import Document


class Place(NamedTuple):
    """Where a rule file is: its pack, its path, its name inside the folder of packs."""

    pack: str
    path: str
    name: str


class Lowered(NamedTuple):
    """A rule as its author wrote it beside what the engine uses."""

    pack: str
    path: str
    pointer: str
    line: int
    entry: files.RuleEntry
    rule: Rule | None
    derivation: Derivation | None


def lower_rules(
    place: Place,
    document: Document,
    content: files.RuleFile,
    lowering: Lowering,
    instruments: dict[str, Instrument],
) -> Iterator[Lowered]:
    """Yield the rules of a file; problems go to ``lowering.problems``."""
    instrument = instruments.get(content.instrument)
    if instrument is None:
        lowering.problems.append(("/instrument", f"unknown instrument {content.instrument!r}"))
        return
    for index, entry in enumerate(content.rules):
        pointer = f"/rules/{index}"
        span = document.span(pointer)
        source = (place.name, 1 if span is None else span.start.line)
        if entry.kind == "derivation":
            derivation = _derivation(place.pack, entry, pointer, source, lowering)
            yield Lowered(place.pack, place.path, pointer, source[1], entry, None, derivation)
        else:
            rule = _rule(place.pack, entry, pointer, source, lowering, instrument)
            yield Lowered(place.pack, place.path, pointer, source[1], entry, rule, None)


def _derivation(
    pack: str,
    entry: files.RuleEntry,
    pointer: str,
    source: tuple[str, int],
    lowering: Lowering,
) -> Derivation | None:
    derive = entry.derive
    if derive is None or (entry.when is None and not derive.collect):
        lowering.problems.append((pointer, f"{entry.id}: a derivation needs `derive` and `when`"))
        return None
    spec = lowering.vocabulary.derived.get(derive.fact)
    if spec is None:
        lowering.problems.append((f"{pointer}/derive", f"unknown derived fact {derive.fact!r}"))
        return None
    if derive.includes is not None and spec.choices and derive.includes not in spec.choices:
        what = f"{derive.includes!r} is no choice of {derive.fact!r}"
        lowering.problems.append((f"{pointer}/derive", what))
    for key in ("applies_when", "requires", "severity", "remedy", "in_force_from", "due"):
        if getattr(entry, key) is not None:
            lowering.problems.append((f"{pointer}/{key}", f"`{key}` is not for a derivation"))
    when: Condition = All(())
    if entry.when is not None:
        when = lowering.condition(entry.when, f"{pointer}/when")
    return Derivation(
        id=entry.id,
        fact=derive.fact,
        member=derive.includes,
        value=lowering.reference(derive.is_, f"{pointer}/derive/is"),
        when=when,
        unless=_unless(entry.unless, f"{pointer}/unless", lowering, ""),
        cites=tuple(entry.cites),
        text_from=entry.text_from,
        text_until=entry.text_until,
        collect=tuple(derive.collect),
        outside=derive.outside,
        pack=pack,
        source=source,
        status=entry.status,
    )


def _rule(
    pack: str,
    entry: files.RuleEntry,
    pointer: str,
    source: tuple[str, int],
    lowering: Lowering,
    instrument: Instrument,
) -> Rule | None:
    problems = lowering.problems
    if entry.derive is not None or entry.when is not None:
        problems.append((pointer, f"{entry.id}: `derive` and `when` are for derivations"))
    if entry.requires is None:
        problems.append((pointer, f"{entry.id}: `requires` is missing"))
        return None
    if entry.remedy is None:
        problems.append((pointer, f"{entry.id}: `remedy` is missing"))
    severity = entry.severity or ("warning" if entry.kind == "guidance" else "error")
    highest = _highest(entry, instrument)
    if SEVERITIES.index(severity) > SEVERITIES.index(highest):
        what = f"{entry.id}: {severity} is graver than the source allows ({highest})"
        problems.append((f"{pointer}/severity", what))
    items = entry.for_each or ""
    if items and lowering.vocabulary.facts.get(items, None) is None:
        problems.append((f"{pointer}/for_each", f"unknown list {items!r}"))
    applies_when = None
    if entry.applies_when is not None:
        applies_when = lowering.condition(entry.applies_when, f"{pointer}/applies_when", items)
    return Rule(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        instrument=instrument.id,
        level=instrument.level,
        severity=severity,
        requires=lowering.condition(entry.requires, f"{pointer}/requires", items),
        applies_when=applies_when,
        unless=_unless(entry.unless, f"{pointer}/unless", lowering, items),
        for_each=entry.for_each,
        in_force_from=lowering.reference(entry.in_force_from, f"{pointer}/in_force_from"),
        due=lowering.reference(entry.due, f"{pointer}/due"),
        text_from=entry.text_from,
        text_until=entry.text_until,
        cites=tuple(entry.cites),
        covers=tuple(entry.covers),
        addressee=tuple(entry.addressee),
        theme=entry.theme or "",
        revision=entry.revision,
        status=entry.status,
        dossier=tuple(entry.dossier),
        pack=pack,
        source=source,
    )


def _highest(entry: files.RuleEntry, instrument: Instrument) -> str:
    """Return the gravest severity of the source: law error, guidance warning, draft note."""
    if instrument.status == "draft":
        return "note"
    return "error" if instrument.level == "law" and entry.kind != "guidance" else "warning"


def _unless(
    entries: list[files.UnlessEntry], pointer: str, lowering: Lowering, items: str
) -> tuple[Unless, ...]:
    return tuple(
        Unless(
            entry.name,
            lowering.condition(entry.when, f"{pointer}/{index}/when", items),
            tuple(entry.cites),
            _unless(entry.unless, f"{pointer}/{index}/unless", lowering, items),
        )
        for index, entry in enumerate(entries)
    )
