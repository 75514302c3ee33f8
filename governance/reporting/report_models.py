"""The report as pydantic models: where schemas/report.v1.schema.json comes from.

Imported only to write the schema and to test records against it, never on the way to a report.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Day = str
Truth = Literal["false", "unknown", "true"]
Needs = Literal["facts", "evidence", "judgement"]
Timing = Literal["now", "due_later", "upcoming"]
Plain = bool | str | int | float | list[Any] | dict[str, Any] | None

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_DIGEST = r"^(sha256:[0-9a-f]{64})?$"


class Closed(BaseModel):
    """Base of all models: nothing unnamed is allowed."""

    model_config = ConfigDict(extra="forbid")


class Location(Closed):
    """A place in a file."""

    path: str = Field(description="File, as it was named or found.")
    line: int = Field(ge=1, description="Line, from 1.")
    column: int = Field(ge=1, description="Column in characters, from 1.")


class Leaf(Closed):
    """One test as evaluated: what was read, where, and what was asked."""

    fact: str = Field(description="Id of the fact, measure (measures.…) or topic (judgement.…).")
    operator: str = Field(description="Operator of the rule language, list or judged.")
    argument: Plain = Field(description="What the operator compared with, references resolved.")
    value: Plain = Field(
        description="What was read: null when unknown; sets sorted; lists as the ids of items."
    )
    truth: Truth = Field(description="Outcome of the test itself, before any negation.")
    not_arising: bool = Field(
        default=False, description="The question cannot arise in this use case."
    )
    possible: list[str] = Field(
        default=[], description="Undecided members of a set known only in part."
    )
    item: str | None = Field(default=None, description="Id of the list item, if any.")
    cites: list[str] = Field(default=[], description="Provision that this very test encodes.")
    needs: Needs | None = Field(default=None, description="What would settle an unknown test.")
    derived: bool = Field(default=False, description="The fact is a conclusion of rules.")
    location: Location | None = Field(
        default=None, description="Where the declaration says it, or the nearest place around it."
    )


class Missing(Closed):
    """Something that would have to be known."""

    fact: str = Field(description="Id of the fact, measure or topic of judgement.")
    needs: Needs = Field(description="An answer, evidence, or a recorded judgement.")
    item: str | None = Field(default=None, description="Id of the list item, if any.")
    who: str = Field(default="", description="Who could answer, as the declaration says.")


class Question(Missing):
    """A missing thing and how much its answer would settle."""

    weight: float = Field(ge=0, description="Rank: the higher, the more an answer settles.")
    verdicts: int = Field(ge=0, description="Number of verdicts that wait for it.")
    rules: list[str] = Field(description="Rules that wait for it.")


class Qualification(Closed):
    """A derived fact: what the use case is under the text, and from when that bites."""

    value: Plain = Field(description="The conclusion; for sets the certain members; null if open.")
    status: Literal["known", "unknown"] = Field(description="Whether the conclusion is settled.")
    possible: list[str] = Field(default=[], description="Members of a set still undecided.")
    applies_from: Day | None = Field(pattern=_DAY, description="Day from which it bites, if any.")
    timing: Timing = Field(description="Whether it bites on the day of reading.")
    rules: list[str] = Field(description="Derivations that decided.")
    because: list[Leaf] = Field(description="Tests that decided.")
    missing: list[Missing] = Field(description="What would settle it.")


class Accepted(Closed):
    """A gap that the organisation accepts for a time."""

    on: Day = Field(pattern=_DAY, description="Day of the acceptance.")
    until: Day = Field(pattern=_DAY, description="Last day of the acceptance.")
    requested_by: str = Field(description="Who asked.")
    accepted_by: str = Field(description="Who approved; another person.")
    reason: str = Field(description="Why.")
    revision: int | None = Field(description="Revision of the rule that was accepted.")
    compensating_measures: list[str] = Field(description="Measures that make up for the gap.")


class Source(Closed):
    """Where the rule itself is written."""

    pack: str = Field(description="Id of the rule pack.")
    path: str = Field(description="File inside the rules folder.")
    line: int = Field(ge=0, description="Line of the rule.")


class Verdict(Closed):
    """The outcome of one rule, for the whole declaration or for one item of a list."""

    rule: str = Field(description="Id of the rule; never reused.")
    name: str = Field(description="Readable name of the rule.")
    kind: Literal["prohibition", "obligation", "guidance"] = Field(description="Kind of rule.")
    revision: int = Field(ge=1, description="Revision of the rule.")
    outcome: Literal["satisfied", "violated", "undetermined", "not_applicable"] = Field(
        description="What the rule found."
    )
    timing: Timing = Field(
        description="In force now, in force with a deadline ahead, or applying from a later day."
    )
    severity: Literal["error", "warning", "note"] = Field(
        description="Law can be an error, guidance at most a warning, a draft at most a note."
    )
    assurance: Literal["stated", "evidenced", "verified"] | None = Field(
        description="How well a satisfied verdict is supported."
    )
    addressee: list[str] = Field(description="Roles that the rule addresses.")
    cites: list[str] = Field(description="Provisions that the rule encodes.")
    applies_from: Day | None = Field(pattern=_DAY, description="Day of application, if dated.")
    due: Day | None = Field(pattern=_DAY, description="Own deadline of the requirement, if any.")
    because: list[Leaf] = Field(description="Tests that decided.")
    missing: list[Missing] = Field(description="What would settle an undetermined verdict.")
    needs: list[Needs] = Field(description="Kinds of things missing.")
    accepted: Accepted | None = Field(description="The acceptance that covers the gap, if any.")
    location: Location = Field(description="Where the declaration says what the rule read.")
    item: str | None = Field(description="Id of the list item, if any.")
    source: Source = Field(description="Where the rule is written.")


class Diagnostic(Closed):
    """Something wrong with the declaration itself."""

    code: str = Field(description="Stable code of the diagnostic.")
    severity: str = Field(description="error, warning or note.")
    message: str = Field(description="What is wrong, in the language of the report.")
    hint: str = Field(description="What to do, where it helps.")
    location: Location = Field(description="Where.")
    pointer: str = Field(description="JSON Pointer into the declaration.")
    related: list[Location] = Field(description="Other places involved.")


class Declaration(Closed):
    """Everything found about one declaration."""

    path: str = Field(description="File of the declaration.")
    id: str = Field(description="Id that the declaration gives itself.")
    title: str = Field(description="Title of the declaration.")
    digest: str = Field(pattern=_DIGEST, description="SHA-256 of the file, empty if not computed.")
    qualification: dict[str, Qualification] = Field(
        description="Derived fact to its conclusion, for example ai_act.high_risk."
    )
    verdicts: list[Verdict] = Field(description="One per rule, or one per item of a list.")
    questions: list[Question] = Field(
        description="Missing things, in the order in which answers would settle most."
    )
    diagnostics: list[Diagnostic] = Field(description="What is wrong with the declaration.")


class Pack(Closed):
    """A rule pack that was used."""

    id: str = Field(description="Id of the pack.")
    version: str = Field(description="Version of the pack.")
    digest: str = Field(description="SHA-256 of the content of the pack.")
    law_as_of: Day = Field(pattern=_DAY, description="State of the law that the pack encodes.")


class Tool(Closed):
    """The program that wrote the report."""

    name: Literal["gardefou"] = Field(description="Name of the program.")
    version: str = Field(description="Version of the program.")


class Report(Closed):
    """Result of checking declarations of AI use cases against rule packs on one day."""

    format: Literal["gardefou/report/v1"] = Field(description="Name of this format.")
    as_of: Day = Field(pattern=_DAY, description="Day on which the law was read.")
    tool: Tool = Field(description="What wrote the report.")
    packs: list[Pack] = Field(description="Rule packs used.")
    declarations: list[Declaration] = Field(description="What was found, one per declaration.")


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a report."""
    found = Report.model_json_schema(mode="serialization")
    for definition in (found, *found["$defs"].values()):
        _plain(definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:gardefou:schema:report:v1",
        **found,
        "title": "Garde-fou report, version 1",
    }


def _plain(node: dict[str, Any]) -> None:
    """Drop the titles that repeat property names and the requirement of what has a default."""
    properties: dict[str, dict[str, Any]] = node.get("properties", {})
    for one in properties.values():
        one.pop("title", None)
    node["required"] = [
        name for name in node.get("required", ()) if "default" not in properties[name]
    ]


def schema_text() -> str:
    """Return the schema as the file that is committed."""
    import json

    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=False) + "\n"
