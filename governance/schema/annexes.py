"""The sections of a declaration that are not facts: header, measures, evidence, appreciations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.model.days import plus, valid
from governance.model.facts import AcceptedRisk, Evidence, Judgement
from governance.model.vocabulary import CONCLUSIONS, STATUSES, Fact
from governance.schema.leaves import CHECKS, placeholder, shown, whole
from governance.schema.problems import (
    BAD_DATE,
    BAD_FORMAT,
    MISSING_KEY,
    NO_CHOICE,
    NO_REFERENCE,
    SAME_ID,
    SAME_PERSON,
    TOO_LONG,
    UNKNOWN_KEY,
    WRONG_TYPE,
    Problem,
)
from governance.source.position import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from governance.schema.observe import Observation

LANGUAGES: Final = ("fr", "en")
MEASURE: Final = {
    "status": "status",
    "evidence": "ids",
    "owner": "text",
    "since": "date",
    "due": "date",
    "review_by": "date",
    "note": "text",
}
EVIDENCE: Final = {
    "id": "text",
    "title": "text",
    "file": "text",
    "url": "text",
    "sha256": "text",
    "owner": "text",
    "issued_on": "date",
    "valid_until": "date",
    "note": "text",
}
JUDGEMENT: Final = {
    "rule": "text",
    "about": "text",
    "item": "text",
    "conclusion": "conclusion",
    "by": "text",
    "role": "text",
    "on": "date",
    "reason": "text",
    "review_by": "date",
}
ACCEPTED: Final = {
    "rule": "text",
    "revision": "integer",
    "item": "text",
    "reason": "text",
    "requested_by": "text",
    "accepted_by": "text",
    "on": "date",
    "until": "date",
    "compensating_measures": "ids",
}


def header(data: Mapping[str, Any], seen: Observation, *, part: bool) -> None:
    """Check the first lines of a declaration."""
    formats = (
        ("gardefou/part/v1", "gardefou/declaration/v1") if part else ("gardefou/declaration/v1",)
    )
    found = data.get("format")
    if found not in formats:
        missing = "format" not in data
        pointer = "" if missing else "/format"
        seen.problems.append(
            Problem(BAD_FORMAT, pointer, "" if missing else shown(found), "format", formats)
        )
    for key in ("id", "title"):
        value = data.get(key)
        if value is None and not part:
            seen.problems.append(Problem(MISSING_KEY, "", key, "text"))
        elif value is not None and not isinstance(value, str):
            seen.problems.append(Problem(WRONG_TYPE, f"/{key}", shown(value), "text"))
    language = data.get("language")
    if language is not None and language not in LANGUAGES:
        seen.problems.append(
            Problem(NO_CHOICE, "/language", shown(language), "choice", LANGUAGES, "language")
        )
    version = data.get("version")
    if isinstance(version, bool | list | dict):
        seen.problems.append(Problem(WRONG_TYPE, "/version", shown(version), "text"))
    extends = data.get("extends")
    extends = [] if extends is None else extends
    for index, one in enumerate(extends if isinstance(extends, list) else [extends]):
        if not isinstance(one, str):
            pointer = f"/extends/{index}" if isinstance(extends, list) else "/extends"
            seen.problems.append(Problem(WRONG_TYPE, pointer, shown(one), "path"))


def _entry(
    value: Any, shape: Mapping[str, str], pointer: str, seen: Observation
) -> dict[str, Any] | None:
    """Check a mapping with fixed keys; wrong values are left out."""
    if not isinstance(value, dict):
        seen.problems.append(Problem(WRONG_TYPE, pointer, shown(value), "mapping"))
        return None
    kept: dict[str, Any] = {}
    for key, inner in value.items():
        where = f"{pointer}/{escape(key)}"
        if key not in shape:
            seen.problems.append(
                Problem(UNKNOWN_KEY, where, shown(key), "key", tuple(shape), on_key=True)
            )
        elif inner is not None and _fits(inner, shape[key], where, seen):
            kept[key] = inner
    return kept


def _fits(value: Any, kind: str, pointer: str, seen: Observation) -> bool:
    match kind:
        case "text" | "integer":
            right = isinstance(value, str) if kind == "text" else whole(value)
            if not right:
                seen.problems.append(Problem(WRONG_TYPE, pointer, shown(value), kind))
            return right
        case "date":
            right = isinstance(value, str) and valid(value)
            if not right:
                seen.problems.append(Problem(BAD_DATE, pointer, shown(value), kind))
            return right
        case "ids":
            right = isinstance(value, list) and all(isinstance(one, str) for one in value)
            if not right:
                seen.problems.append(Problem(WRONG_TYPE, pointer, shown(value), "ids"))
            return right
        case _:
            choices = CONCLUSIONS if kind == "conclusion" else (*STATUSES, "unknown")
            right = value in choices if isinstance(value, str) else False
            if not right:
                found = shown(value)
                seen.problems.append(Problem(NO_CHOICE, pointer, found, "choice", choices, kind))
            return right


def measures(value: Any, seen: Observation) -> None:
    """Read what has been done: theme, measure, status."""
    if value is None:
        return
    if not isinstance(value, dict):
        seen.problems.append(Problem(WRONG_TYPE, "/measures", shown(value), "section"))
        return
    themes = sorted(set(seen.vocabulary.measures.values()))
    for theme, entries in value.items():
        pointer = f"/measures/{escape(theme)}"
        if theme not in themes:
            seen.problems.append(
                Problem(
                    UNKNOWN_KEY,
                    pointer,
                    shown(theme),
                    "key",
                    tuple(themes),
                    "measures",
                    on_key=True,
                )
            )
        elif isinstance(entries, dict):
            for name, entry in entries.items():
                _measure(theme, name, entry, seen)
        elif entries is not None:
            seen.problems.append(Problem(WRONG_TYPE, pointer, shown(entries), "section"))


def _measure(theme: str, name: Any, entry: Any, seen: Observation) -> None:
    fact, pointer = f"measures.{theme}.{name}", f"/measures/{theme}/{escape(name)}"
    if fact not in seen.vocabulary.measures:
        known = tuple(
            one.rpartition(".")[2] for one, of in seen.vocabulary.measures.items() if of == theme
        )
        found = Problem(
            UNKNOWN_KEY, pointer, shown(name), "key", known, f"measures.{theme}", on_key=True
        )
        seen.problems.append(found)
        return
    if entry is None:
        return
    if isinstance(entry, dict) and entry.keys() != {"unknown"}:
        kept = _entry(entry, MEASURE, pointer, seen)
        if kept is None:
            return
        if "status" not in entry:
            seen.problems.append(Problem(MISSING_KEY, pointer, "status", "status"))
        status = kept.get("status")
        if kept.get("evidence"):
            seen.supports[fact] = tuple(kept["evidence"])
    elif isinstance(entry, dict):
        seen.unknown[pointer] = shown(entry["unknown"])
        return
    else:
        status = entry if _fits(entry, "status", pointer, seen) else None
    if status == "unknown":
        seen.unknown[pointer] = ""
    elif status is not None:
        seen.values[fact] = status


def _entries(
    value: Any, name: str, shape: Mapping[str, str], required: Iterable[str], seen: Observation
) -> Iterable[tuple[int, dict[str, Any]]]:
    """Yield the well-formed entries of a list section."""
    if value is None:
        return
    if not isinstance(value, list):
        seen.problems.append(Problem(WRONG_TYPE, f"/{name}", shown(value), "list"))
        return
    for index, entry in enumerate(value):
        pointer = f"/{name}/{index}"
        kept = _entry(entry, shape, pointer, seen)
        if kept is None:
            continue
        missing = [key for key in required if key not in entry or entry[key] is None]
        seen.problems += [Problem(MISSING_KEY, pointer, key, shape[key]) for key in missing]
        if all(key in kept for key in required):
            yield index, kept


def evidence(value: Any, seen: Observation) -> None:
    """Read the pieces of evidence; their files are looked at elsewhere."""
    for index, entry in _entries(value, "evidence", EVIDENCE, ("id", "title"), seen):
        name = entry["id"]
        pointer = f"/evidence/{index}"
        if name in seen.evidence:
            seen.problems.append(Problem(SAME_ID, pointer, name, "id", fact="evidence"))
        if "file" not in entry and "url" not in entry:
            seen.problems.append(Problem(MISSING_KEY, pointer, "file", "text"))
        where = [entry[key] for key in ("file", "url") if key in entry]
        empty = not where or any(placeholder(text) for text in (entry["title"], *where))
        state = "placeholder" if empty else "usable"
        seen.evidence[name] = Evidence(name, state, entry.get("valid_until"), index)
    for measure, names in seen.supports.items():
        for position, name in enumerate(names):
            if name not in seen.evidence:
                pointer = f"/{measure.replace('.', '/')}/evidence/{position}"
                known = tuple(seen.evidence)
                seen.problems.append(Problem(NO_REFERENCE, pointer, name, "evidence", known))


def judgements(value: Any, seen: Observation, topics: Mapping[str, tuple[str, ...]]) -> None:
    """Read the appreciations that people recorded, each for the topics of its rule."""
    required = ("conclusion", "by", "on", "reason")
    for index, entry in _entries(value, "judgements", JUDGEMENT, required, seen):
        pointer = f"/judgements/{index}"
        about, rule = entry.get("about"), entry.get("rule")
        named: tuple[str, ...] = ()
        if about is not None:
            named = (about,)
            if about not in seen.vocabulary.topics:
                known = seen.vocabulary.topics
                seen.problems.append(
                    Problem(NO_REFERENCE, f"{pointer}/about", shown(about), "topic", known)
                )
                continue
        elif rule is not None:
            named = topics.get(rule, ())
            if not named:
                where = f"{pointer}/rule"
                seen.problems.append(
                    Problem(NO_REFERENCE, where, shown(rule), "judged_rule", tuple(topics))
                )
        else:
            seen.problems.append(Problem(MISSING_KEY, pointer, "rule", "text"))
        if placeholder(entry["reason"]) or placeholder(entry["by"]):
            seen.problems.append(Problem(MISSING_KEY, pointer, "reason", "text"))
            continue
        seen.judgements += [
            Judgement(
                topic,
                entry["conclusion"],
                entry["on"],
                entry.get("review_by"),
                entry.get("item"),
                index,
            )
            for topic in named
        ]


def accepted_risks(value: Any, seen: Observation) -> None:
    """Read the gaps accepted for a time: another person approves, for a year at most."""
    required = ("rule", "reason", "requested_by", "accepted_by", "on", "until")
    for index, entry in _entries(value, "accepted_risks", ACCEPTED, required, seen):
        pointer = f"/accepted_risks/{index}"
        if entry["requested_by"].strip().casefold() == entry["accepted_by"].strip().casefold():
            where = f"{pointer}/accepted_by"
            seen.problems.append(Problem(SAME_PERSON, where, entry["accepted_by"], "person"))
            continue
        if entry["until"] > plus(entry["on"], {"years": 1}):
            seen.problems.append(Problem(TOO_LONG, f"{pointer}/until", entry["until"], "date"))
            continue
        seen.accepted.append(
            AcceptedRisk(
                entry["rule"],
                entry.get("revision"),
                entry["on"],
                entry["until"],
                entry["requested_by"],
                entry["accepted_by"],
                entry["reason"],
                entry.get("item"),
                tuple(entry.get("compensating_measures", ())),
                index,
            )
        )


def claims(value: Any, seen: Observation) -> None:
    """Read the conclusions that the organisation already holds, by derived fact."""
    if value is None:
        return
    if not isinstance(value, dict):
        seen.problems.append(Problem(WRONG_TYPE, "/claims", shown(value), "section"))
        return
    for prefix, entries in value.items():
        pointer = f"/claims/{escape(prefix)}"
        if not isinstance(entries, dict):
            seen.problems.append(Problem(WRONG_TYPE, pointer, shown(entries), "section"))
            continue
        for name, claimed in entries.items():
            _claim(f"{prefix}.{name}", claimed, f"{pointer}/{escape(name)}", seen)


def _claim(fact: str, claimed: Any, pointer: str, seen: Observation) -> None:
    spec = seen.vocabulary.derived.get(fact)
    if spec is None:
        known = tuple(seen.vocabulary.derived)
        seen.problems.append(
            Problem(UNKNOWN_KEY, pointer, shown(fact), "key", known, "claims", on_key=True)
        )
        return
    if claimed is None or claimed == "unknown":
        return
    stand_in = Fact(fact, spec.type, "claims", spec.choices)
    found = CHECKS[spec.type](claimed, stand_in, pointer, seen.problems)
    if found is not None:
        seen.claims[fact] = found
