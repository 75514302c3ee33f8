"""``gardefou rules``: what each command prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from governance.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., "Result"]

BAD = Path(__file__).parent.parent / "rules" / "packs" / "bad"


class Result(NamedTuple):
    exit_code: int
    output: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def invoke(*words: str, language: str = "en") -> Result:
        monkeypatch.setenv("GARDEFOU_LANG", language)
        with pytest.raises(SystemExit) as left:
            main(["rules", *words])
        shown = capsys.readouterr()
        return Result(int(left.value.code or 0), shown.out + shown.err)

    return invoke


@pytest.fixture
def house(run: Run, tmp_path: Path) -> str:
    folder = str(tmp_path / "house-rules")
    assert run("new", "HOUSE-1", folder).exit_code == 0
    return folder


def test_test(run: Run, house: str) -> None:
    result = run("test", house, "--decisive")
    assert result.exit_code == 0
    assert result.output == (
        "1 rule, 4 cases, 0 failing\n3 changes tried, 0 unnoticed by the cases\n"
    )


def test_test_in_french(run: Run, house: str) -> None:
    assert run("test", house, language="fr").output == "1 règle, 4 cas, 0 en échec\n"


def edit(house: str, old: str, new: str) -> Path:
    path = Path(house) / "house" / "house-1.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_failing_case(run: Run, house: str) -> None:
    edit(house, "name: not in use, with: {use_case.stage: idea}", "name: not in use")
    result = run("test", house)
    assert result.exit_code == 1
    assert "house-1.yaml:6: HOUSE-1: not in use: expected not_applicable, found" in result.output
    assert result.output.endswith("1 rule, 4 cases, 1 failing\n")


def test_unnoticed_condition(run: Run, house: str) -> None:
    edit(
        house, "    - {name: not in use, with: {use_case.stage: idea}, expect: not_applicable}", ""
    )
    result = run("test", house, "--decisive")
    assert result.exit_code == 1
    assert "HOUSE-1: applies_when removed" in result.output


def test_unusable_file_says_where_and_what(run: Run, house: str) -> None:
    edit(house, "use_case.stage: in_use\n  # Exc", "use_case.stge: in_use\n  # Exc")
    result = run("test", house, language="fr")
    assert result.exit_code == 2
    assert "house-1.yaml:24: fait inconnu « use_case.stge »" in result.output.replace(
        "\u00a0", " "
    )


def test_lint_clean(run: Run, house: str) -> None:
    result = run("lint", house)
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings, 0 notes\n")


def test_lint_finds(run: Run, house: str) -> None:
    edit(house, "en: The rule in a few words, without a full stop", "en: The rule in a few words.")
    result = run("lint", house)
    assert result.exit_code == 1
    assert "house-1.yaml:12: RP015 HOUSE-1: the title (en) ends with a full stop" in result.output
    assert result.output.endswith("1 error, 0 warnings, 0 notes\n")


def test_warnings_do_not_fail(run: Run, house: str) -> None:
    edit(house, "  addressee: [organisation] # provider, deployer", "  # provider, deployer")
    result = run("lint", house)
    assert result.exit_code == 0
    assert "RP027 HOUSE-1: `addressee` is missing" in result.output


def test_notes_on_request(run: Run) -> None:
    folder = str(BAD / "RP022")
    hidden, told = run("lint", folder), run("lint", folder, "--notes")
    assert "RP022" not in hidden.output
    assert "1 note (see --notes)" in hidden.output
    assert "RP022" in told.output


def test_checks_are_listed(run: Run) -> None:
    result = run("lint", "--checks", language="fr")
    assert result.output.startswith("RP000  error    Fichier illisible ou mal formé\n")


def test_list(run: Run) -> None:
    result = run("list", "--pack", "gouvernance", "--as-of", "2026-11-24")
    assert result.exit_code == 0
    assert "gouvernance/pilot.yaml\n" in result.output
    assert "GOV-pilot-length" in result.output
    assert "AIA-" not in result.output


def test_list_of_an_unknown_theme(run: Run) -> None:
    result = run("list", "--theme", "oversigt")
    assert "No rule. Themes: " in result.output
    assert result.output.startswith("0 rules\n")


def test_list_reads_the_law_of_the_day(run: Run) -> None:
    today = run("list", "--pack", "ai_act", "--as-of", "2026-11-24", "--derivations").output
    before = run("list", "--pack", "ai_act", "--as-of", "2026-07-26", "--derivations").output
    assert "AIA-3-14-2024" in before
    assert "AIA-3-14-2024" not in today


def test_show_rule_by_id_and_by_name(run: Run) -> None:
    by_id = run("show", "GOV-pilot-length", language="fr")
    by_name = run("show", "trial-under-three-months", language="fr")
    assert by_id.exit_code == 0
    assert by_id.output == by_name.output
    assert "L’essai tient en trois mois" in by_id.output


def test_show_fact(run: Run) -> None:
    result = run("show", "use_case.stage", language="fr")
    assert result.output.startswith("Avancement · use_case.stage\nOù en est le projet")


def test_show_house_rule(run: Run, house: str) -> None:
    result = run("show", "HOUSE-1", "--rules", house)
    assert "nothing is said of it → undetermined" in result.output


def test_show_unknown(run: Run) -> None:
    result = run("show", "use_case.stge")
    assert result.exit_code == 2
    assert "Did you mean use_case.stage?" in result.output


def test_coverage_text(run: Run) -> None:
    result = run("coverage", "--as-of", "2026-11-24")
    assert result.exit_code == 0
    assert result.output.startswith("Law read as of 24 November 2026.\n\nLAW\n\nAI Act\n")
    assert "provisions of guidance" in result.output


def test_coverage_json(run: Run) -> None:
    found = json.loads(run("coverage", "--format", "json").output)
    law = found["law"]
    assert law["provisions"] == law["covered"] + law["left_out"] + law["remaining"]


def test_coverage_markdown(run: Run) -> None:
    result = run("coverage", "--format", "markdown", language="fr")
    assert result.output.startswith("# Couverture des textes\n")


def test_new_prints_without_a_folder(run: Run) -> None:
    assert run("new", "MAISON-1").output.startswith("# A house rule")


def test_new_refuses_a_bad_id(run: Run) -> None:
    result = run("new", "my rule")
    assert result.exit_code == 2
    assert "is no id of a rule" in result.output


def test_new_keeps_what_is_there(run: Run, house: str) -> None:
    result = run("new", "HOUSE-1", house)
    assert result.exit_code == 2
    assert "an id is used only once" in result.output
