"""The removal gate notices a condition that no case tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from governance.authoring.decisive import count, survivors
from governance.loading.packs import load

if TYPE_CHECKING:
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook

BASE = Path(__file__).parent / "packs" / "base"

RULE = """\
instrument: house
reviewed: {{on: 2026-11-24, by: tests}}
rules:
- id: HOUSE-1
  name: contact-is-named
  kind: guidance
  title: {{fr: Un contact est désigné, en: A contact is named}}
  cites: [house:contact]
  theme: governance
  addressee: [organisation]
  why: {{fr: Sans contact personne ne répond., en: Without a contact nobody answers.}}
  applies_when: {{use_case.stage: in_use}}
  unless:
  - {{name: phone-only, when: {{use_case.channels: {{only: [phone]}}}}}}
  requires:
    all:
    - {{use_case.contact: {{stated: true}}}}
    - any:
      - {{use_case.seats: {{at_most: 2}}}}
      - {{measures.governance.owner: in_place}}
  remedy: {{fr: Écrivez son nom., en: Write the name.}}
  tests:
    given:
      use_case.stage: in_use
      use_case.channels: [chat]
      use_case.contact: Zoé
      use_case.seats: 2
      measures.governance.owner: in_place
    cases:
{cases}
"""

CASES = {
    "all is well": "{name: all is well, expect: satisfied}",
    "not in use": "{name: not in use, with: {use_case.stage: idea}, expect: not_applicable}",
    "phone": "{name: phone, with: {use_case.channels: [phone]}, expect: not_applicable}",
    "nobody": "{name: nobody, with: {use_case.contact: nobody}, expect: violated}",
    "many seats": "{name: many seats, with: {use_case.seats: 3}, expect: satisfied}",
    "no owner": ("{name: no owner, with: {measures.governance.owner: absent}, expect: satisfied}"),
    "neither": (
        "{name: neither, with: {use_case.seats: 3, measures.governance.owner: absent},"
        " expect: violated}"
    ),
}


def gate(folder: Path, *, without: str = "") -> tuple[RuleBook, Lowered]:
    cases = "\n".join(f"    - {case}" for name, case in CASES.items() if name != without)
    (folder / "house").mkdir()
    (folder / "house" / "contact.yaml").write_text(RULE.format(cases=cases), encoding="utf-8")
    book, _, lowered = load([str(BASE), str(folder)])
    return book, next(one for one in lowered if one.entry.id == "HOUSE-1")


def test_every_condition_tested(tmp_path: Path) -> None:
    book, one = gate(tmp_path)
    assert list(survivors(book, [one])) == []


def test_each_change_is_tried(tmp_path: Path) -> None:
    _, one = gate(tmp_path)
    # applies_when removed, negated; the exception removed, negated; requires negated; its two
    # parts removed, negated; both branches of the second removed, negated
    assert count(one) == 2 + 2 + 1 + 2 * 2 + 2 * 2


@pytest.mark.parametrize(
    ("without", "unnoticed"),
    [
        ("not in use", ["applies_when removed"]),
        ("phone", ["unless.phone-only removed"]),
        ("nobody", ["requires.0[use_case.contact stated] removed"]),
        ("many seats", ["requires.1.1[measures.governance.owner is] removed"]),
        ("no owner", ["requires.1.0[use_case.seats at_most] removed"]),
        ("neither", ["requires.1 removed"]),
    ],
)
def test_untested_condition_is_caught(tmp_path: Path, without: str, unnoticed: list[str]) -> None:
    book, one = gate(tmp_path, without=without)
    left = list(survivors(book, [one]))
    assert [survivor.change for survivor in left] == unnoticed
    assert left[0].line == 4


def test_negation_is_not_enough(tmp_path: Path) -> None:
    """A case for each outcome catches every negation and still misses a removal."""
    book, one = gate(tmp_path, without="many seats")
    assert all(survivor.change.endswith("removed") for survivor in survivors(book, [one]))
