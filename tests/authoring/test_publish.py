"""Publishing writes what changed, removes what is left over and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from governance import resources
from governance.authoring.publish import main, page_of, stale, write

if TYPE_CHECKING:
    import pytest

PACKS = Path(__file__).parent.parent / "rules" / "packs"

FILES = {"docs/fr/regles/a.md": "<!-- Page générée -->\n", "schemas/a.json": "{}\n"}


def test_write_then_fresh(tmp_path: Path) -> None:
    root = str(tmp_path)
    assert write(root, FILES) == sorted(FILES)
    assert stale(root, FILES) == []
    assert write(root, FILES) == []


def test_changed_file_is_stale(tmp_path: Path) -> None:
    root = str(tmp_path)
    write(root, FILES)
    (tmp_path / "schemas" / "a.json").write_text("[]", encoding="utf-8")
    assert stale(root, FILES) == ["schemas/a.json"]


def test_page_of_a_removed_rule_file_goes(tmp_path: Path) -> None:
    root = str(tmp_path)
    write(root, FILES)
    old = tmp_path / "docs" / "en" / "rules" / "gone.md"
    old.parent.mkdir(parents=True)
    old.write_text("<!-- Page generated from rules/gone.yaml -->\n", encoding="utf-8")
    assert write(root, FILES) == ["docs/en/rules/gone.md"]
    assert not old.exists()


def test_pages_written_by_hand_stay(tmp_path: Path) -> None:
    root = str(tmp_path)
    own = tmp_path / "docs" / "fr" / "regles" / "mine.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Mine\n", encoding="utf-8")
    write(root, FILES)
    assert own.exists()


def test_page_of() -> None:
    assert page_of("gdpr/guidance/wp216.yaml") == "gdpr/guidance/wp216.md"


def test_check_names_what_is_stale(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Nothing is published there yet: --check names every file and writes none."""
    rules = tmp_path / "rules"
    shutil.copytree(PACKS / "base", rules)
    monkeypatch.setattr(resources, "rules", lambda: str(rules))
    assert main([]) == 2
    (tmp_path / "pyproject.toml").touch()
    assert main(["--check"]) == 1
    assert "docs/fr/regles/base/art-03.md\n" in capsys.readouterr().out
    assert not (tmp_path / "docs").exists()
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert (tmp_path / "docs" / "en" / "vocabulary" / "use_case.md").is_file()
