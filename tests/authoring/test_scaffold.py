"""A new rule starts from a file that loads, whose cases pass and that the linter leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from governance import resources
from governance.authoring.checks_ids import prefix_of
from governance.authoring.decisive import survivors
from governance.authoring.folders import folders_of, root_of
from governance.authoring.lint import lint
from governance.authoring.scaffold import (
    ID,
    house_instrument,
    instrument_of,
    locator_of,
    rule_file,
)
from governance.authoring.selection import within
from governance.authoring.selftest import failures
from governance.authoring.start import AlreadyThereError, start, write
from governance.loading.packs import load


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_works_as_it_stands(language: str, tmp_path: Path) -> None:
    begun = start("MAISON-1", "2026-11-24", language)
    folder = str(tmp_path / "rules")
    written = write(begun, folder)
    assert [Path(path).relative_to(folder).as_posix() for path in written] == [
        "instruments.yaml",
        "maison/pack.yaml",
        "maison/maison-1.yaml",
    ]
    book, _, lowered = load([resources.rules(), folder], lambda path: path.startswith(folder))
    rules = within(lowered, [folder])
    assert [one.entry.id for one in rules] == ["MAISON-1"]
    assert list(failures(book, rules)) == []
    assert list(survivors(book, rules)) == []
    assert lint([resources.rules(), folder], [folder]) == []


def test_a_second_rule_adds_one_file(tmp_path: Path) -> None:
    write(start("MAISON-1", "2026-11-24", "fr"), str(tmp_path))
    written = write(start("MAISON-2", "2026-11-24", "fr"), str(tmp_path))
    assert [Path(path).name for path in written] == ["maison-2.yaml"]


def test_nothing_is_replaced(tmp_path: Path) -> None:
    write(start("MAISON-1", "2026-11-24", "fr"), str(tmp_path))
    rule = tmp_path / "maison" / "maison-1.yaml"
    rule.write_text("mine", encoding="utf-8")
    with pytest.raises(AlreadyThereError):
        write(start("MAISON-1", "2026-11-24", "fr"), str(tmp_path))
    assert rule.read_text(encoding="utf-8") == "mine"


def test_a_rule_of_law_is_an_obligation() -> None:
    text = rule_file("AIA-26-2", "ai_act", "2026-11-24", "en", law=True)
    assert "kind: obligation\n" in text
    assert "severity: error\n" in text
    assert "cites: [ai_act:26.2]" in text


@pytest.mark.parametrize(
    ("rule", "instrument"),
    [
        ("AIA-26-2", "ai_act"),
        ("GDPR-22-1", "gdpr"),
        ("EDPB-28-2024-43", "edpb_28_2024"),
        ("CNIL-IA-5", "cnil_ia"),
        ("MAISON-1", None),
    ],
)
def test_text_of_an_id(rule: str, instrument: str | None) -> None:
    assert instrument_of(rule, ["ai_act", "gdpr", "edpb_28_2024", "cnil_ia"]) == instrument


@pytest.mark.parametrize(
    ("rule", "instrument", "locator"),
    [
        ("AIA-26-2", "ai_act", "26.2"),
        ("AIA-III-4-a", "ai_act", "annex-III.4.a"),
        ("GOV-pilot-length", "gouvernance", "pilot-length"),
        ("MAISON-1", "maison", "1"),
    ],
)
def test_place_of_an_id(rule: str, instrument: str, locator: str) -> None:
    assert locator_of(rule, instrument) == locator


def test_names() -> None:
    assert house_instrument("MAISON-1") == "maison"
    assert prefix_of("cnil_ia") == "CNIL-IA-"
    assert ID.fullmatch("MAISON-1")
    assert not ID.fullmatch("maison-1")
    assert not ID.fullmatch("../MAISON-1")


def test_folder_of_a_house_pack_is_found(tmp_path: Path) -> None:
    write(start("MAISON-1", "2026-11-24", "fr"), str(tmp_path))
    for place in ("", "maison", "maison/maison-1.yaml"):
        assert Path(root_of(str(tmp_path / place))) == tmp_path
    found = folders_of([str(tmp_path / "maison"), str(tmp_path / "maison" / "maison-1.yaml")])
    assert [Path(folder) for folder in found] == [Path(resources.rules()), tmp_path]


def test_shipped_paths_need_no_other_folder() -> None:
    assert folders_of([f"{resources.rules()}/gouvernance"]) == [resources.rules()]
