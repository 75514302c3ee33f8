"""The parts of a record as JSON text: verdicts, leaves, places, questions, findings."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, Any

from governance.model.values import NOT_ARISING, TRI_NAMES, TriSet

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.model.book import RuleBook
    from governance.model.facts import AcceptedRisk
    from governance.model.report import Finding, Location
    from governance.model.rules import Rule
    from governance.model.trace import Leaf
    from governance.model.verdicts import Missing, Qualification, Question, Verdict

_FIXED: dict[int, tuple[RuleBook, dict[str, tuple[str, str]]]] = {}


def fixed_parts(book: RuleBook) -> dict[str, tuple[str, str]]:
    """Return what is always said of each rule, before and after what was found."""
    known = _FIXED.get(id(book))
    if known is None or known[0] is not book:
        known = _FIXED[id(book)] = (book, {rule.id: _fixed(rule) for rule in book.rules})
    return known[1]


def _fixed(rule: Rule) -> tuple[str, str]:
    before = {"rule": rule.id, "name": rule.name, "kind": rule.kind, "revision": rule.revision}
    path, line = rule.source
    after = {
        "addressee": list(rule.addressee),
        "cites": list(rule.cites),
        "source": {"pack": rule.pack, "path": path, "line": line},
    }
    return dumps(before)[:-1], dumps(after)[1:]


class Parts:
    """Writes the parts of one declaration; the same leaf or place is encoded once."""

    def __init__(self, locate: Callable[[str], Location]) -> None:
        self._locate = locate
        self._places: dict[str, str] = {}
        self._leaves: dict[tuple[Any, ...], str] = {}

    def verdict(self, verdict: Verdict, before: str, after: str) -> str:
        """Return the outcome of one rule."""
        because = ",".join([self.leaf(leaf) for leaf in verdict.because])
        missing = ",".join([_missing(one) + "}" for one in verdict.missing])
        accepted = "null" if verdict.accepted is None else _accepted(verdict.accepted)
        return (
            f'{before},"outcome":"{verdict.outcome}","timing":"{verdict.timing}",'
            f'"severity":"{verdict.severity}","assurance":{_text(verdict.assurance)},'
            f'"applies_from":{_text(verdict.applies_from)},"due":{_text(verdict.due)},'
            f'"because":[{because}],"missing":[{missing}],"needs":{_names(verdict.needs)},'
            f'"accepted":{accepted},"location":{self.place(verdict.pointer)},'
            f'"item":{_text(verdict.item)},{after}'
        )

    def qualification(self, one: Qualification) -> str:
        """Return the conclusion about one derived fact."""
        possible = f'"possible":{_names(one.possible)},' if one.possible else ""
        because = ",".join([self.leaf(leaf) for leaf in one.because])
        missing = ",".join([_missing(missing) + "}" for missing in one.missing])
        return (
            f'{{"value":{value_text(one.value)},"status":"{"known" if one.known else "unknown"}",'
            f'{possible}"applies_from":{_text(one.applies_from)},"timing":"{one.timing}",'
            f'"rules":{_names(one.rules)},"because":[{because}],"missing":[{missing}]}}'
        )

    def leaf(self, leaf: Leaf) -> str:
        """Return one test; leaves that say the same share their text."""
        key = (
            leaf.fact, leaf.pointer, leaf.operator, leaf.truth, id(leaf.argument), id(leaf.value),
            leaf.cites, leaf.needs, leaf.item,
        )  # fmt: skip
        found = self._leaves.get(key)
        if found is None:
            found = self._leaves[key] = self._leaf(leaf)
        return found

    def _leaf(self, leaf: Leaf) -> str:
        value = leaf.value
        text = (
            f'{{"fact":{quoted(leaf.fact)},"operator":"{leaf.operator}",'
            f'"argument":{value_text(leaf.argument)},"value":{value_text(value)},'
            f'"truth":"{TRI_NAMES[leaf.truth]}"'
        )
        if value is NOT_ARISING:
            text += ',"not_arising":true'
        elif type(value) is TriSet and value.possible:
            text += f',"possible":{_names(sorted(value.possible))}'
        if leaf.item is not None:
            text += f',"item":{quoted(leaf.item)}'
        if leaf.cites:
            text += f',"cites":{_names(leaf.cites)}'
        if leaf.needs is not None:
            text += f',"needs":"{leaf.needs}"'
        if leaf.derived:
            return f'{text},"derived":true}}'
        if value is None or value is NOT_ARISING:
            return f"{text}}}"
        return f'{text},"location":{self.place(leaf.pointer)}}}'

    def place(self, pointer: str) -> str:
        """Return where a value is said, or the nearest place around it."""
        found = self._places.get(pointer)
        if found is None:
            found = self._places[pointer] = _place(self._locate(pointer))
        return found

    def question(self, question: Question) -> str:
        """Return a question with what its answer would settle."""
        return (
            f'{_missing(question.missing)},"weight":{question.weight!r},'
            f'"verdicts":{question.verdicts},"rules":{_names(question.rules)}}}'
        )

    def finding(self, finding: Finding) -> str:
        """Return something wrong with the declaration itself."""
        related = ",".join(_place(one) for one in finding.related)
        return (
            f'{{"code":{quoted(finding.code)},"severity":{quoted(finding.severity)},'
            f'"message":{quoted(finding.message)},"hint":{quoted(finding.hint)},'
            f'"location":{_place(finding.location)},"pointer":{quoted(finding.pointer)},'
            f'"related":[{related}]}}'
        )


def value_text(value: Any) -> str:
    """Return a value of a fact: sets sorted, lists by the ids of their items, null if unknown."""
    if value is None or value is NOT_ARISING:
        return "null"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, TriSet):
        return _names(sorted(value.certain))
    if isinstance(value, frozenset | set):
        return _names(sorted(value))
    if isinstance(value, tuple | list):
        return dumps([one.get("id") if isinstance(one, dict) else one for one in value])
    return dumps(value)


def dumps(data: Any) -> str:
    """Return compact JSON with the characters as they are."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _text(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _names(values: tuple[str, ...] | list[str]) -> str:
    return f"[{','.join([quoted(one) for one in values])}]"


def _missing(missing: Missing) -> str:
    """Return what is missing, left open so that more can be said."""
    text = f'{{"fact":{quoted(missing.fact)},"needs":"{missing.needs}"'
    if missing.item is not None:
        text += f',"item":{quoted(missing.item)}'
    if missing.who:
        text += f',"who":{quoted(missing.who)}'
    return text


def _place(place: Location) -> str:
    return f'{{"path":{quoted(place.path)},"line":{place.line},"column":{place.column}}}'


def _accepted(risk: AcceptedRisk) -> str:
    return dumps(
        {
            "on": risk.on,
            "until": risk.until,
            "requested_by": risk.requested_by,
            "accepted_by": risk.accepted_by,
            "reason": risk.reason,
            "revision": risk.revision,
            "compensating_measures": list(risk.measures),
        }
    )
