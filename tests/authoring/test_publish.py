"""Publishing writes what changed, removes what is left over and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.authoring.publish import main, page_of, stale, write

if TYPE_CHECKING:
    from pathlib import Path

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


def test_check_names_stale_files_and_writes_nothing(capsys: object) -> None:
    del capsys
    assert main(["--check"]) in {0, 1}
