"""What a check loads, without a clock: nothing heavy, nothing twice, nothing from the network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "pydantic", "jsonschema", "jinja2", "markdown_it", "yaml", "rich", "click", "ruamel",
    "importlib.metadata", "asyncio", "tomllib", "socket", "ssl", "http", "urllib.request", "email",
    "dataclasses", "inspect", "pathlib", "textwrap", "subprocess", "tempfile", "shutil", "logging",
    "decimal", "hashlib", "concurrent", "multiprocessing", "threading", "unittest", "zipfile",
}  # fmt: skip
PROGRAM = """
import sys
sys.path[:0] = {paths!r}
heard = []
sys.addaudithook(lambda event, arguments: heard.append(event)
                 if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork")) else None)
from governance.cli import _run
code = _run({words!r}, "gardefou")
sys.stdout.flush()
names = sorted(sys.modules)
import json
sys.stderr.write(json.dumps([code, names, heard]))
"""
DECLARATION = {
    "format": "gardefou/declaration/v1",
    "id": "x",
    "title": "Aide à la rédaction",
    "language": "fr",
    "use_case": {"stage": "in_use"},
    "measures": {"governance": {"accountable_owner": "absent"}},
}


def loaded(words: list[str], folder: Path) -> set[str]:
    """Return the modules that a command loads, ``.pth`` files and ``sitecustomize`` set aside."""
    paths = [str(ROOT), sysconfig.get_paths()["purelib"]]
    program = PROGRAM.format(paths=paths, words=words)
    command = [sys.executable, "-S", "-E", "-c", program]
    environment = {"GARDEFOU_CACHE": os.environ["GARDEFOU_CACHE"], "LC_ALL": "C.UTF-8"}
    for _ in range(2):  # the first run may have to compile the rules
        result = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
    code, modules, heard = json.loads(result.stderr)
    assert code in {0, 1}
    assert heard == []
    return set(modules)


def heavy(modules: set[str]) -> set[str]:
    return {one for one in modules if one in HEAVY or one.partition(".")[0] in HEAVY}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = json.dumps(DECLARATION, ensure_ascii=False)
    (tmp_path / "x.gardefou.json").write_text(text, encoding="utf-8")
    lines = [f"{key}: {json.dumps(value)}" for key, value in DECLARATION.items()]
    (tmp_path / "x.gardefou.yaml").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("more", [[], ["--lang", "en"], ["-q"], ["--select", "gouvernance"]])
def test_a_json_declaration_loads_nothing_heavy(folder: Path, more: list[str]) -> None:
    found = loaded(["check", "x.gardefou.json", "--as-of", "2026-11-24", *more], folder)
    assert heavy(found) == set()


def test_a_yaml_declaration_loads_only_yaml(folder: Path) -> None:
    found = loaded(["check", "x.gardefou.yaml", "--as-of", "2026-11-24"], folder)
    assert {one.partition(".")[0] for one in heavy(found)} == {"yaml"}


def test_json_output_loads_nothing_heavy_but_digests(folder: Path) -> None:
    words = ["check", "x.gardefou.json", "--as-of", "2026-11-24", "--format", "json"]
    assert heavy(loaded(words, folder)) <= {"hashlib"}


def test_the_version_loads_no_rule(folder: Path) -> None:
    found = loaded(["--version"], folder)
    assert heavy(found) == set()
    assert "json" not in found
    assert not {one for one in found if one.startswith("governance.engine")}


def test_heavy_libraries_are_imported_inside_functions() -> None:
    """Importing the package itself imports none of them."""
    program = "import sys, governance, governance.api; print(sorted(sys.modules))"
    command = [
        sys.executable,
        "-S",
        "-E",
        "-c",
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]; {program}",
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not {one for one in eval(result.stdout) if one.partition(".")[0] in HEAVY}
