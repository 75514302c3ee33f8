"""The files of a rule pack as pydantic models: closed, strict, described field by field."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Closed(BaseModel):
    """Base of all models: unknown keys are errors, values are not converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Closed):
    """The same sentence in French and English."""

    fr: str = Field(min_length=1)
    en: str = Field(min_length=1)


Cites = list[str]
Condition = dict[str, Any]
Day = str


class InstrumentEntry(Closed):
    """A text that rules cite."""

    level: Literal["law", "case_law", "guidance"]
    kind: str = Field(description="regulation, statute, guidance, case, practice")
    title: Text
    short: Text
    status: Literal["stable", "draft", "repealed"] = "stable"
    celex: str | None = None
    eli: str | None = None
    url: str | None = None
    in_force_from: Day | None = None
    consolidated: Day | None = None
    note: Text | None = None


class InstrumentsFile(Closed):
    """rules/instruments.yaml."""

    instruments: dict[str, InstrumentEntry]


class DatedEntry(Closed):
    """A value and the day from which the law gives it."""

    since: Day = Field(alias="from")
    value: str | int | float | None
    cites: Cites = []
    note: Text | None = None


class ParameterEntry(Closed):
    """A value that the law may change: a date, a number, a duration."""

    type: Literal["date", "number", "integer"]
    title: Text
    unit: str | None = None
    ours: bool = Field(False, description="an engineering value of this project, not law")
    values: list[DatedEntry] = Field(min_length=1)


class ParametersFile(Closed):
    """A file of rules/parameters."""

    parameters: dict[str, ParameterEntry]


class ChoiceEntry(Text):
    """A choice of a fact, as a person reads it."""

    group: str | None = None


class FactEntry(Closed):
    """A fact that a declaration can state."""

    type: Literal[
        "boolean",
        "choice",
        "set",
        "text",
        "integer",
        "number",
        "date",
        "datetime",
        "country",
        "countries",
        "list",
        "measures",
    ]
    title: Text
    question: Text
    help: Text | None = None
    example: Any = None
    choices: dict[str, ChoiceEntry] = {}
    unit: str | None = None
    why: list[str] = []
    depth: Literal["essential", "detail"] = "essential"
    once: Literal["organisation"] | None = None
    ask_when: Condition | None = None
    when_not_asked: Literal["does_not_arise", "unknown"] = "unknown"
    shorthand: str | None = None


class SectionFile(Closed):
    """A section of the vocabulary."""

    section: str
    title: Text
    intro: Text
    groups: dict[str, Any] = {}
    facts: dict[str, FactEntry]


class MeasureEntry(Closed):
    """Something done to meet requirements."""

    title: Text
    question: Text
    help: Text | None = None
    answers: list[str] = []
    evidence: list[str] | dict[str, list[str]] = []


class ThemeEntry(Closed):
    """A theme of measures."""

    title: Text
    measures: dict[str, MeasureEntry]


class MeasuresFile(Closed):
    """rules/vocabulary/measures.yaml."""

    themes: dict[str, ThemeEntry]


class TopicEntry(Closed):
    """An appreciation that the law leaves to a person."""

    title: Text
    question: Text
    help: Text | None = None
    why: list[str] = []


class JudgementsFile(Closed):
    """rules/vocabulary/judgements.yaml."""

    judgements: dict[str, TopicEntry]


class DerivedEntry(Closed):
    """A fact that rules establish."""

    type: Literal["boolean", "set", "date", "countries"]
    title: Text
    question: Text | None = None
    otherwise: Literal[False] | None = None
    complete: bool = False
    choices: dict[str, ChoiceEntry] = {}
    cites: Cites = []
    applies_from: Any = None


class DerivedFile(Closed):
    """A file of derived facts."""

    derived: dict[str, DerivedEntry]


class ListsFile(Closed):
    """rules/vocabulary/lists.yaml."""

    lists: dict[str, list[str]]


class NormEntry(Closed):
    """A provision that addresses an operator, for coverage."""

    cite: str
    to: list[str] = []
    title: Text
    binding: bool = True
    status: str = "stable"
    kind: str | None = None
    left_out: Text | None = Field(None, description="why no rule covers it")


class NormsFile(Closed):
    """A file of rules/norms."""

    norms: dict[str, NormEntry]


class PackManifest(Closed):
    """pack.yaml: what the pack is and which state of the law it encodes."""

    id: str
    version: str
    title: Text
    description: Text | None = None
    law_as_of: Day
    engine: Literal[1]
    licence: str = "Apache-2.0"


class UnlessEntry(Closed):
    """A named exception."""

    name: str
    cites: Cites = []
    when: Condition
    unless: list[UnlessEntry] = []


class OpenPoint(Closed):
    """What a rule does not settle."""

    kind: Literal["open_norm", "contested_reading", "not_modelled", "text_awaited", "draft_source"]
    cites: Cites = []
    text: Text


class DeriveEntry(Closed):
    """The fact a derivation sets: a boolean, a member of a set, a day, or gathered values."""

    fact: str
    is_: Any = Field(None, alias="is")
    includes: str | None = None
    collect: list[str] = []
    outside: str | None = None


class CaseEntry(Closed):
    """One situation as a difference from the given one, and what to expect."""

    name: str
    as_of: Day | None = None
    with_: dict[str, Any] = Field({}, alias="with")
    without: list[str] = []
    for_each: dict[str, list[Any]] = {}
    drop_one: str | None = None
    expect: Any
    because: list[str] = []
    missing: list[str] = []
    needs: list[str] = []
    timing: Literal["now", "due_later", "upcoming"] | None = None


class TestsEntry(Closed):
    """A complete situation and the cases that vary it."""

    __test__ = False

    as_of: Day | None = None
    given: dict[str, Any]
    cases: list[CaseEntry] = Field(min_length=1)


class Reviewed(Closed):
    """Who last read the file against the text, and when."""

    on: Day
    by: str


class RuleEntry(Closed):
    """A rule: what it requires or derives, from which text, with its own cases."""

    id: str = Field(pattern=r"^[A-Z0-9]+(-[A-Za-z0-9]+)+$")
    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: Literal["derivation", "prohibition", "obligation", "guidance"]
    revision: int = 1
    status: Literal["draft", "stable", "retired"] = "stable"
    replaced_by: str | None = None
    text_from: Day | None = None
    text_until: Day | None = None
    title: Text
    cites: Cites = Field(min_length=1)
    covers: list[str] = []
    theme: str | None = None
    addressee: list[str] = []
    why: Text
    open_points: list[OpenPoint] = []
    derive: DeriveEntry | None = None
    when: Condition | None = None
    for_each: str | None = None
    applies_when: Condition | None = None
    unless: list[UnlessEntry] = []
    in_force_from: Any = None
    due: Any = None
    requires: Condition | None = None
    severity: Literal["error", "warning", "note"] | None = None
    dossier: list[str] = []
    remedy: Text | None = None
    tests: TestsEntry


class RuleFile(Closed):
    """The rules of one article or guidance document."""

    instrument: str
    reviewed: Reviewed
    rules: list[RuleEntry] = Field(min_length=1)


class ContradictionEntry(Closed):
    """Facts that cannot all be right."""

    id: str = Field(pattern=r"^[A-Z0-9]+(-[A-Za-z0-9]+)+$")
    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text
    cites: Cites = []
    when: Condition
    shows: list[str] = []
    why: Text
    remedy: Text
    tests: TestsEntry


class ContradictionsFile(Closed):
    """A file of rules/consistency."""

    contradictions: list[ContradictionEntry] = Field(min_length=1)


class Words(Closed):
    """Words or phrases of each language; a final * stands for any ending."""

    fr: list[str] = []
    en: list[str] = []


class WordListEntry(Closed):
    """Words that name a sensitive use, and the facts that would say it."""

    id: str = Field(pattern=r"^[A-Z0-9]+(-[A-Za-z0-9]+)+$")
    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text
    words: Words
    passing: Words = Words()
    said_when: Condition
    rubrics: list[str] = Field(min_length=1)
    ask: Text
    finds: list[str] = Field(min_length=1)
    passes: list[str] = Field(min_length=1)


class ReadingEntry(Closed):
    """Which texts are read, and the words that deny."""

    facts: list[str] = Field(min_length=1)
    denials: Words
    leading: Words
    turns: Words


class WordListsFile(Closed):
    """A file of rules/wordlists."""

    reading: ReadingEntry | None = None
    word_lists: list[WordListEntry] = []
