"""The schemas of the rule formats: valid, complete, as strict as what loads the files."""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from governance import resources
from governance.authoring.rule_schemas import FORMATS, schema
from governance.authoring.schema_words import WORDS
from governance.errors import RulePackError
from governance.loading.packs import load, yaml_files
from governance.source.document import read_file

if TYPE_CHECKING:
    from collections.abc import Callable

PACKS = Path(__file__).parent / "packs"
VALIDATORS = {name: Draft202012Validator(schema(name)) for name in FORMATS}


def format_of(path: str, root: str) -> str:
    name = os.path.relpath(path, root).replace(os.sep, "/")
    if name == "instruments.yaml":
        return "instruments"
    if name.partition("/")[0] in FORMATS:
        return name.partition("/")[0]
    return "pack" if name.endswith("/pack.yaml") else "rules"


@pytest.mark.parametrize("name", FORMATS)
def test_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_every_key_is_described_and_nothing_else() -> None:
    described = set()
    for name in FORMATS:
        for title, definition in schema(name)["$defs"].items():
            if title in {"Citations", "Condition", "Reference", "Test"}:
                continue
            described |= {title} | {f"{title}.{key}" for key in definition.get("properties", ())}
    assert described == set(WORDS)


@pytest.mark.parametrize(
    "path", [os.path.relpath(path, resources.rules()) for path in yaml_files(resources.rules())]
)
def test_shipped_file_fits(path: str) -> None:
    root = resources.rules()
    document = read_file(os.path.join(root, path))
    validator = VALIDATORS[format_of(os.path.join(root, path), root)]
    wrong = [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(document.data)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", sorted(os.listdir(PACKS / "good")))
def test_good_packs_fit(code: str) -> None:
    root = str(PACKS / "good" / code)
    for path in yaml_files(root):
        assert VALIDATORS[format_of(path, root)].is_valid(read_file(path).data), path


@pytest.mark.parametrize("code", ["RP000", "RP005", "RP009", "RP014"])
def test_bad_packs_of_shape_do_not_fit(code: str) -> None:
    root = str(PACKS / "bad" / code)
    fits = [
        VALIDATORS[format_of(path, root)].is_valid(read_file(path).data)
        for path in yaml_files(root)
    ]
    assert not all(fits)


RULE = read_file(str(PACKS / "good" / "RP000" / "house" / "contact.yaml")).data
DERIVATION = read_file(str(PACKS / "good" / "RP007" / "act" / "art-04.yaml")).data


def requires(condition: Any) -> Callable[[dict[str, Any]], None]:
    return lambda rule: rule.update(requires=condition)


def without(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda rule: rule.pop(key)


def given(**keys: Any) -> Callable[[dict[str, Any]], None]:
    return lambda rule: rule.update(keys)


BAD_RULES: dict[str, Callable[[dict[str, Any]], None]] = {
    "no id": without("id"),
    "no cases": without("tests"),
    "no requirement": without("requires"),
    "no remedy": without("remedy"),
    "no citation": given(cites=[]),
    "an id in small letters": given(id="house-1"),
    "a name with spaces": given(name="contact is named"),
    "an unknown kind": given(kind="advice"),
    "an unknown severity": given(severity="fatal"),
    "an unknown status": given(status="old"),
    "an unknown key": given(priority=1),
    "one language only": given(title={"fr": "Un contact"}),
    "a third language": given(title={"fr": "a", "en": "b", "de": "c"}),
    "an empty text": given(why={"fr": "", "en": "b"}),
    "a derivation’s key": given(when={"use_case.contact": {"stated": True}}),
    "a conclusion": given(derive={"fact": "base.live", "is": True}),
    "a revision in words": given(revision="one"),
    "an open point without kind": given(open_points=[{"text": {"fr": "a", "en": "b"}}]),
    "an exception without condition": given(unless=[{"name": "small"}]),
    "an exception without name": given(unless=[{"when": {"use_case.stage": "idea"}}]),
    "an empty condition": requires({}),
    "a condition that is a word": requires("use_case.contact"),
    "a list of conditions": requires([{"use_case.contact": {"stated": True}}]),
    "an empty list under all": requires({"all": []}),
    "a mapping under any": requires({"any": {"use_case.stage": "idea"}}),
    "an unknown operator": requires({"use_case.stage": {"equals": "idea"}}),
    "modifiers alone": requires({"use_case.stage": {"cites": "house:1"}}),
    "no operator at all": requires({"use_case.stage": {}}),
    "one word under in": requires({"use_case.stage": {"in": "idea"}}),
    "every without satisfies": requires({"every": "use_case.channels"}),
    "a comparison with nothing": requires({"use_case.seats": {"at_most": {}}}),
    "a comparison with two things": requires(
        {"use_case.seats": {"at_most": {"fact": "use_case.seats", "parameter": "p"}}}
    ),
    "a misspelt reference": requires({"use_case.seats": {"at_most": {"param": "p"}}}),
}

SCHEMA_ONLY: dict[str, Callable[[dict[str, Any]], None]] = {
    "a malformed citation": given(cites=["house: contact"]),
    "a day in words": given(text_from="yesterday"),
    "a day that is no reference": given(in_force_from="soon"),
    "where without a list": requires({"where": {"use_case.stage": "idea"}}),
    "satisfies without a list": requires({"satisfies": {"use_case.stage": "idea"}}),
    "two quantifiers": requires({"every": "a", "some": "b", "satisfies": {"a.b": True}}),
    "a bound without a count": requires({"at_least": 2}),
    "a retired rule without successor": given(status="retired"),
    "an unknown outcome": given(
        tests={"given": {}, "cases": [{"name": "a", "expect": "compliant"}]}
    ),
}
"""What loading lets pass or reads otherwise, and an editor says at once."""


def changed(change: Callable[[dict[str, Any]], None], data: Any = RULE) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(data)
    change(found["rules"][0])
    return found


@pytest.mark.parametrize("what", [*BAD_RULES, *SCHEMA_ONLY])
def test_bad_rule_does_not_fit(what: str) -> None:
    change = BAD_RULES.get(what) or SCHEMA_ONLY[what]
    assert not VALIDATORS["rules"].is_valid(changed(change))


@pytest.mark.parametrize("what", BAD_RULES)
def test_bad_rule_does_not_load(what: str, tmp_path: Path) -> None:
    """The schema refuses nothing here that loading would take."""
    import yaml

    path = tmp_path / "house" / "contact.yaml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump(changed(BAD_RULES[what])), encoding="utf-8")
    with pytest.raises(RulePackError):
        load([str(PACKS / "base"), str(tmp_path)])


@pytest.mark.parametrize(
    "change",
    [
        without("derive"),
        without("when"),
        given(requires={"use_case.stage": "idea"}),
        given(applies_when={"use_case.stage": "idea"}),
        given(severity="error"),
        given(remedy={"fr": "a", "en": "b"}),
        given(for_each="agents"),
    ],
)
def test_bad_derivation_does_not_fit(change: Callable[[dict[str, Any]], None]) -> None:
    assert VALIDATORS["rules"].is_valid(DERIVATION)
    assert not VALIDATORS["rules"].is_valid(changed(change, DERIVATION))


@pytest.mark.parametrize(
    "condition",
    [
        {"use_case.stage": "idea", "use_case.seats": {"at_least": 1, "at_most": 9}},
        {"all": [{"any": [{"not": {"a.b": True}}]}]},
        {"every": "a.b", "where": {"this.c": "d"}, "satisfies": {"this.e": {"stated": True}}},
        {"some": "this.b", "satisfies": {"this.e": 3}},
        {"count": "a.b", "at_least": 2, "where": {"this.c": "d"}},
        {"judgement": "topic"},
        {"agents": {"empty": False}},
        {"a.b": {"not_after": {"fact": "c.d", "plus": {"months": {"parameter": "p"}}}}},
        {"a.b": {"before": "as_of"}},
        {"measures.a.b": {"is": "in_place", "evidence": True, "cites": ["ai_act:14.4.d"]}},
        {"a.b": {"in": ["c"], "unknown_if": ["d"]}},
    ],
)
def test_good_conditions_fit(condition: dict[str, Any]) -> None:
    found = changed(requires(condition))
    assert list(VALIDATORS["rules"].iter_errors(found)) == []
