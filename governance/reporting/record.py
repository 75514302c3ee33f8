"""The report as data: report.v1, one declaration at a time, same input, same bytes.

Declarations are written as text straight away: what the rules always say is encoded once
per rule book, what was read once per declaration, so that thousands go through in seconds.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, Any, Final, TextIO

from governance import __version__
from governance.reporting.record_parts import Parts, dumps, fixed_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from governance.model.book import Pack, RuleBook
    from governance.model.report import Assessed, Report

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
        out.write(separator + declaration_text(one, book))
        separator = ",\n"
    out.write("\n]}\n")


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
    """Return what was found about one declaration, as data."""
    found: dict[str, Any] = json.loads(declaration_text(assessed, book))
    return found


def declaration_text(assessed: Assessed, book: RuleBook) -> str:
    """Return what was found about one declaration, as JSON; encodable whatever it holds."""
    parts = Parts(assessed.locate)
    fixed = fixed_parts(book)
    found = assessed.assessment
    qualification = ",".join(
        f"{quoted(fact)}:{parts.qualification(one)}" for fact, one in found.qualifications.items()
    )
    verdicts = ",".join(
        parts.verdict(one, *fixed[one.rule]) for one in found.verdicts if one.rule in fixed
    )
    questions = ",".join(parts.question(one) for one in found.questions)
    diagnostics = ",".join(parts.finding(one) for one in assessed.findings)
    text = (
        f'{{"path":{quoted(assessed.path)},"id":{quoted(assessed.id)},'
        f'"title":{quoted(assessed.title)},"digest":{quoted(assessed.digest)},'
        f'"qualification":{{{qualification}}},"verdicts":[{verdicts}],'
        f'"questions":[{questions}],"diagnostics":[{diagnostics}]}}'
    )
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(json.loads(text), separators=(",", ":"))
    return text
