"""The report as data: report.v1, one declaration at a time, same input, same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TextIO

from governance import __version__
from governance.model.values import NOT_ARISING, TRI_NAMES, TriSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from governance.model.book import Pack, RuleBook
    from governance.model.facts import AcceptedRisk
    from governance.model.report import Assessed, Finding, Location, Report
    from governance.model.rules import Rule
    from governance.model.trace import Leaf
    from governance.model.verdicts import Missing, Qualification, Question, Verdict

FORMAT: Final = "gardefou/report/v1"


def record(report: Report) -> dict[str, Any]:
    """Return a whole report as data."""
    found = head(report.packs, report.as_of, report.version)
    found["declarations"] = [declaration(one, report.book) for one in report.declarations]
    return found


def write_json(book: RuleBook, as_of: str, declarations: Iterable[Assessed], out: TextIO) -> None:
    """Write a report as it comes: one line per declaration, so that memory stays flat."""
    opening = dumps(head(book.packs, as_of, __version__))
    out.write(f'{opening[:-1]},"declarations":[')
    separator = "\n"
    for one in declarations:
        out.write(separator + dumps(declaration(one, book)))
        separator = ",\n"
    out.write("\n]}\n")


def dumps(data: Any) -> str:
    """Return compact JSON; lone surrogates stay escaped so that any encoding can write it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return text


def head(packs: Sequence[Pack], as_of: str, version: str) -> dict[str, Any]:
    """Return what comes before the declarations."""
    return {
        "format": FORMAT,
        "as_of": as_of,
        "tool": {"name": "gardefou", "version": version},
        "packs": [
            {
                "id": pack.id,
                "version": pack.version,
                "digest": pack.digest,
                "law_as_of": pack.law_as_of,
            }
            for pack in packs
        ],
    }


def declaration(assessed: Assessed, book: RuleBook) -> dict[str, Any]:
    """Return what was found about one declaration."""
    places: dict[str, dict[str, Any]] = {}

    def locate(pointer: str) -> dict[str, Any]:
        found = places.get(pointer)
        if found is None:
            found = places[pointer] = location(assessed.locate(pointer))
        return found

    rules = rules_of(book)
    assessment = assessed.assessment
    return {
        "path": assessed.path,
        "id": assessed.id,
        "title": assessed.title,
        "digest": assessed.digest,
        "qualification": {
            fact: _qualification(one, locate) for fact, one in assessment.qualifications.items()
        },
        "verdicts": [
            _verdict(one, rules[one.rule], locate)
            for one in assessment.verdicts
            if one.rule in rules
        ],
        "questions": [_question(one) for one in assessment.questions],
        "diagnostics": [_finding(one) for one in assessed.findings],
    }


_RULES: dict[int, tuple[RuleBook, dict[str, Rule]]] = {}


def rules_of(book: RuleBook) -> dict[str, Rule]:
    """Return the rules of a book by id, gathered once per book."""
    found = _RULES.get(id(book))
    if found is None or found[0] is not book:
        found = _RULES[id(book)] = (book, {rule.id: rule for rule in book.rules})
    return found[1]


def location(place: Location) -> dict[str, Any]:
    """Return a place in a file."""
    return {"path": place.path, "line": place.line, "column": place.column}


def value_data(value: Any) -> Any:
    """Return a value of a fact as JSON: sets sorted, lists by the ids of their items."""
    if isinstance(value, TriSet):
        return sorted(value.certain)
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [one.get("id") if isinstance(one, dict) else one for one in value]
    return None if value is NOT_ARISING else value


def _qualification(one: Qualification, locate: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "value": value_data(one.value),
        "status": "known" if one.known else "unknown",
    }
    if one.possible:
        found["possible"] = list(one.possible)
    return found | {
        "applies_from": one.applies_from,
        "timing": one.timing,
        "rules": list(one.rules),
        "because": [_leaf(leaf, locate) for leaf in one.because],
        "missing": [_missing(missing) for missing in one.missing],
    }


def _verdict(
    verdict: Verdict, rule: Rule, locate: Callable[[str], dict[str, Any]]
) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "name": rule.name,
        "kind": rule.kind,
        "revision": rule.revision,
        "outcome": verdict.outcome,
        "timing": verdict.timing,
        "severity": verdict.severity,
        "assurance": verdict.assurance,
        "addressee": list(rule.addressee),
        "cites": list(verdict.cites),
        "applies_from": verdict.applies_from,
        "due": verdict.due,
        "because": [_leaf(leaf, locate) for leaf in verdict.because],
        "missing": [_missing(missing) for missing in verdict.missing],
        "needs": list(verdict.needs),
        "accepted": None if verdict.accepted is None else _accepted(verdict.accepted),
        "location": locate(verdict.pointer),
        "item": verdict.item,
        "source": {"pack": rule.pack, "path": rule.source[0], "line": rule.source[1]},
    }


def _leaf(leaf: Leaf, locate: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "fact": leaf.fact,
        "operator": leaf.operator,
        "argument": value_data(leaf.argument),
        "value": value_data(leaf.value),
        "truth": TRI_NAMES[leaf.truth],
    }
    if leaf.value is NOT_ARISING:
        found["not_arising"] = True
    if isinstance(leaf.value, TriSet) and leaf.value.possible:
        found["possible"] = sorted(leaf.value.possible)
    if leaf.item is not None:
        found["item"] = leaf.item
    if leaf.cites:
        found["cites"] = list(leaf.cites)
    if leaf.needs is not None:
        found["needs"] = leaf.needs
    if leaf.derived:
        found["derived"] = True
    else:
        found["location"] = locate(leaf.pointer)
    return found


def _missing(missing: Missing) -> dict[str, Any]:
    found: dict[str, Any] = {"fact": missing.fact, "needs": missing.needs}
    if missing.item is not None:
        found["item"] = missing.item
    if missing.who:
        found["who"] = missing.who
    return found


def _question(question: Question) -> dict[str, Any]:
    return _missing(question.missing) | {
        "weight": question.weight,
        "verdicts": question.verdicts,
        "rules": list(question.rules),
    }


def _accepted(risk: AcceptedRisk) -> dict[str, Any]:
    return {
        "on": risk.on,
        "until": risk.until,
        "requested_by": risk.requested_by,
        "accepted_by": risk.accepted_by,
        "reason": risk.reason,
        "revision": risk.revision,
        "compensating_measures": list(risk.measures),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "location": location(finding.location),
        "pointer": finding.pointer,
        "related": [location(one) for one in finding.related],
    }
