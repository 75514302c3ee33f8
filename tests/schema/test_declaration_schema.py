"""The JSON Schema of declarations and the reader of facts agree on what a declaration may say."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from governance import resources
from governance.loading.pack_texts import texts as gathered
from governance.loading.packs import PackSource
from governance.loading.rule_files import Lowered
from governance.model.book import RuleBook
from governance.model.texts import Texts
from governance.model.vocabulary import CONCLUSIONS, STATUSES, Fact, Vocabulary
from governance.schema import problems as p
from governance.schema.annexes import ACCEPTED, EVIDENCE, JUDGEMENT
from governance.schema.generate import schema, schemas
from governance.schema.leaves import placeholder
from governance.schema.observe import ANNEXES, HEADER, PART, observe
from governance.schema.problems import Problem
from governance.schema.validate import faults, published

BEYOND = {p.SAME_ID, p.SAME_PERSON, p.TOO_LONG}
"""What a schema cannot say: comparisons between values."""

ODD: list[Any] = [
    None, "unknown", {"unknown": "DPO"}, {"unknown": None}, {"unknown": 1, "more": 2}, {},
    True, False, "oui", "NON", "Yes", "vrai", "peut-être", "oui\n", " oui", "",
    0, 1, -1, 12, 2.0, 0.5, -0.5, 1e25, 10**25, "12",
    [], [None], ["unknown"], ["x", 1], [[]], [{}], "x", "texte", "…", "TODO", "aucun",
    "FR", "fr", "FRA", "É1", "FR\n", ["FR", "BE"], ["FR", "unknown"], ["FR", "fr"],
    "2026-11-24", "2026-02-29", "2028-02-29", "1900-02-29", "2000-02-29", "0000-02-29",
    "2026-13-01", "2026-04-31", "2026-1-1", "2026-11-24\n", " 2026-11-24", "٢٠٢٦-11-24",
    "2026-11-24T14:30", "2026-11-24 14:30:59Z", "2026-11-24T24:00", "2026-11-24T14:60",
    "2026-11-24T14", "2026-11-24Z", "2026-11-24T14:30+01:00", "2026-11-24T14:30:00.5",
    "2 ans", "6 MOIS", "90  days", " 1 Année ", "1 jour\n", "1.5 ans", "-1 mois", "²  ans",
    "1234567 ans", "2ans", "2 siècles", "ans", "oversight.stop", ["a.b", "unknown"], ["a"],
]  # fmt: skip


def document(**parts: Any) -> dict[str, Any]:
    return {"format": "gardefou/declaration/v1", "id": "x", "title": "x", **parts}


def nested(fact: Fact, value: Any, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a declaration that states one fact; a field is stated in an item of its lists."""
    if fact.parent is not None:
        item = {"id": "a", fact.field: value}
        return nested(vocabulary.facts[fact.parent], [item], vocabulary)
    data: Any = value
    for step in reversed(fact.id.split(".")):
        data = {step: data}
    return document(**data)


def told(problem: Problem) -> bool:
    """Say whether a problem is one that a schema can find."""
    if problem.code == p.NO_REFERENCE:
        return problem.pointer.endswith("/about")
    return problem.code not in BEYOND


class Agreed:
    """Fails when the schema and the reader of facts differ on a declaration."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.schema = schema(vocabulary)
        self.validator = Draft202012Validator(self.schema)
        self.topics = {"R-1": (vocabulary.topics[0],)}

    def __call__(self, data: Any, *, part: bool = False) -> None:
        found = [
            one for one in observe(data, self.vocabulary, self.topics, part=part)[1] if told(one)
        ]
        if self.validator.is_valid(data) is bool(found):
            pytest.fail(f"{data}\nschema: {faults(data, self.schema)}\nobserve: {found}")


@pytest.fixture(scope="module")
def agreed(book: RuleBook) -> Agreed:
    return Agreed(book.vocabulary)


@pytest.fixture(scope="module")
def texts(source: PackSource, lowered: list[Lowered]) -> dict[str, Texts]:
    return {one: Texts(one, gathered(source, lowered, one)) for one in ("fr", "en")}


def own(fact: Fact, vocabulary: Vocabulary) -> list[Any]:
    """Return values that suit the choices of a fact, rightly or nearly."""
    if fact.type == "list":
        good: list[Any] = [[{"id": "a"}], [{"id": "a"}, {"id": "b", "note": 1}]]
        odd = [{"id": 1}, {"id": " "}, {"note": "x"}, {"id": "a", "nosuch": 1}, "a", None, 1]
        if fact.shorthand is not None:
            kinds = vocabulary.fields[fact.id][fact.shorthand].choices
            good += [[kinds[0], {fact.shorthand: kinds[1]}], [{"id": None, fact.shorthand: "x"}]]
            odd += [{fact.shorthand: None}, {fact.shorthand: "unknown"}, {"id": None}, "unknown"]
        return [*good, *([one] for one in odd)]
    if fact.choices:
        first, last = fact.choices[0], fact.choices[-1]
        return [first, [first], [first, last], [first, "unknown"], [first, None], first.upper()]
    return []


def test_both_agree_on_each_fact_and_value(agreed: Agreed) -> None:
    for fact in agreed.vocabulary.facts.values():
        for value in [*ODD, *own(fact, agreed.vocabulary)]:
            agreed(nested(fact, value, agreed.vocabulary))


def test_both_agree_on_each_key(agreed: Agreed) -> None:
    keys = [*HEADER, *ANNEXES, *agreed.vocabulary.sections, "nosuch"]
    for name in keys:
        for value in [*ODD, "gardefou/declaration/v1", "fr", "de", 1.5, {"nosuch": 1}]:
            agreed({**document(), name: value})
            if name != "format":
                agreed({"format": PART, name: value}, part=True)
        bare = document()
        bare.pop(name, None)
        agreed(bare)


ENTRIES = [
    *ODD, *STATUSES, {"status": "in_place"}, {"status": None}, {"status": "unknown"},
    {"status": "x"}, {"owner": "x"}, {"status": "planned", "due": "2027-03-31"},
    {"status": "planned", "due": "bientôt"}, {"status": "planned", "evidence": ["a"]},
    {"status": "planned", "evidence": "a"}, {"status": "planned", "evidence": [1]},
    {"status": "planned", "evidence": None, "owner": None, "note": None, "nosuch": 1},
    {"status": "planned", "since": None, "review_by": "2027-02-30"},
]  # fmt: skip


def test_both_agree_on_measures(agreed: Agreed) -> None:
    _, theme, name = next(iter(agreed.vocabulary.measures)).split(".")
    for entry in ENTRIES:
        agreed(document(measures={theme: {name: entry}}))
        agreed(document(measures={theme: entry}))
        agreed(document(measures={theme: {"nosuch": entry}}))
        agreed(document(measures={"nosuch": entry}))


def test_both_agree_on_claims(agreed: Agreed) -> None:
    for name, fact in agreed.vocabulary.derived.items():
        pack, _, key = name.partition(".")
        choices = list(fact.choices[:2])
        for value in [*ODD, *choices, choices, [*choices, "unknown"]]:
            agreed(document(claims={pack: {key: value}}))
        agreed(document(claims={pack: {"nosuch": True}}))
        agreed(document(claims={"nosuch": {key: True}}))


GOOD = {
    "evidence": {"id": "a", "title": "Procédure", "file": "a.pdf"},
    "judgements": {
        "rule": "R-1", "conclusion": "met", "by": "Mme Diallo", "on": "2026-11-24",
        "reason": "Vu le rapport.",
    },
    "accepted_risks": {
        "rule": "R-1", "reason": "En cours.", "requested_by": "A", "accepted_by": "B",
        "on": "2026-11-24", "until": "2027-02-28",
    },
}  # fmt: skip
SHAPES = {"evidence": EVIDENCE, "judgements": JUDGEMENT, "accepted_risks": ACCEPTED}
PLAIN = [
    None, 1, True, 2.0, 1.5, -1, "x", "2026-11-24", "2026-02-30", [], ["a"], [1], {}, "met",
    *CONCLUSIONS, "no_significant_risk", "unknown",
]  # fmt: skip


@pytest.mark.parametrize("section", list(GOOD))
def test_both_agree_on_each_key_of_an_entry(agreed: Agreed, section: str) -> None:
    good = GOOD[section]
    for key in [*SHAPES[section], "nosuch"]:
        agreed(document(**{section: [{one: value for one, value in good.items() if one != key}]}))
        for value in PLAIN:
            if key in {"by", "reason"} and isinstance(value, str) and placeholder(value):
                continue  # a schema cannot tell that a text says nothing
            agreed(document(**{section: [{**good, key: value}]}))
    for value in ODD:
        agreed(document(**{section: [value]}))
    without = {key: value for key, value in good.items() if key not in {"rule", "file"}}
    agreed(document(**{section: [without]}))
    agreed(document(**{section: [{**without, "about": "no_significant_risk", "url": "x"}]}))


def drawn(draw: st.DrawFn, fact: Fact, vocabulary: Vocabulary) -> Any:
    """Draw a value for a fact, more often right than wrong."""
    fields = vocabulary.fields.get(fact.id, {})
    if fact.type != "list" or draw(st.booleans()):
        return draw(st.sampled_from([*own(fact, vocabulary), *ODD]))
    items = []
    for name in draw(st.lists(st.sampled_from("abcd"), max_size=3)):
        chosen = draw(st.lists(st.sampled_from(sorted(fields)), max_size=3, unique=True))
        items.append({"id": name, **{key: drawn(draw, fields[key], vocabulary) for key in chosen}})
    return items


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_both_agree_on_whole_declarations(agreed: Agreed, data: st.DataObject) -> None:
    vocabulary = agreed.vocabulary
    top = sorted(name for name, fact in vocabulary.facts.items() if fact.parent is None)
    stated = document()
    for name in data.draw(st.lists(st.sampled_from(top), max_size=4, unique=True)):
        *path, last = name.split(".")
        node = stated
        for step in path:
            node = node.setdefault(step, {})
        node[last] = drawn(data.draw, vocabulary.facts[name], vocabulary)
    for section in data.draw(st.sets(st.sampled_from(sorted(GOOD)))):
        more = data.draw(
            st.sampled_from([key for key in SHAPES[section] if key not in GOOD[section]])
        )
        entry = {**GOOD[section], more: data.draw(st.sampled_from(PLAIN))}
        stated[section] = [entry] * data.draw(st.integers(0, 2))
    agreed(stated)


def test_the_schemas_are_valid_and_accept_the_same(
    agreed: Agreed, texts: dict[str, Texts]
) -> None:
    bare, french, english = map(json.loads, schemas(agreed.vocabulary, texts).values())
    for one in (bare, french, english):
        Draft202012Validator.check_schema(one)
    assert stripped(french) == stripped(english) == stripped(bare)


WORDS = {
    "$id", "title", "description", "markdownDescription", "enumDescriptions", "errorMessage",
    "patternErrorMessage", "examples",
}  # fmt: skip


def stripped(node: Any, *, names: bool = False) -> Any:
    """Return a schema without its words; keys of ``properties`` and ``$defs`` are names."""
    if isinstance(node, dict):
        return {
            key: stripped(value, names=key in {"properties", "$defs"} and not names)
            for key, value in node.items()
            if names or key not in WORDS
        }
    return [stripped(one) for one in node] if isinstance(node, list) else node


def test_the_published_schemas_are_fresh(agreed: Agreed, texts: dict[str, Texts]) -> None:
    for name, text in schemas(agreed.vocabulary, texts).items():
        found = Path(resources.schemas(), name).read_text(encoding="utf-8")
        assert found == text, f"{name} is stale: run `make docs`"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_hover_speaks_and_every_example_is_valid(
    language: str, agreed: Agreed, texts: dict[str, Texts]
) -> None:
    found = schema(agreed.vocabulary, texts[language])
    for fact in agreed.vocabulary.facts.values():
        example = texts[language].data["facts"].get(fact.id, {}).get("example")
        if example is not None:
            assert faults(nested(fact, example, agreed.vocabulary), found) == [], fact.id
    for place, node in named(found):
        if "properties" not in node:  # a part of a section has no title of its own
            assert node.get("description") or node.get("title") or "$ref" in node, place


def test_faults_are_placed_where_they_are() -> None:
    found = published("declaration.v1")
    wrong = document(use_case={"stage": "nosuch"}, nosuch=1)
    assert [(one.pointer, one.keyword) for one in faults(wrong, found)] == [
        ("", "additionalProperties"),
        ("/use_case/stage", "anyOf"),
    ]


def named(node: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return the schemas of all properties, with their names."""
    found = []
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "properties" and node.get("type") in ("object", ["object", "null"]):
                found += [(name, one) for name, one in value.items() if name != "unknown"]
            found += named(value)
    elif isinstance(node, list):
        for one in node:
            found += named(one)
    return found
