"""The distribution: what the wheel holds, and that it works where nothing else is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).resolve().parents[2]
DATA = "governance/_data"
STRAYS = (".env", ".orig", ".rej", ".tmp", ".pyc", ".swp", "~", ".DS_Store", ".coverage")
DECLARATION = "format: gardefou/declaration/v1\nid: x\ntitle: Essai\nlanguage: fr\n"
CLEAN = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP"))}


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=CLEAN | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result


def wheel_of(source: Path, folder: Path) -> Path:
    run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check",
        "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", folder, source,
        cwd=folder,
    )  # fmt: skip
    (found,) = folder.glob("*.whl")
    return found


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of a new environment with the wheel and our dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    run(
        sys.executable, "-m", "pip", "--python", commands / "python", "install", "--quiet",
        "--disable-pip-version-check", "--no-deps", "--no-index", wheel, cwd=folder,
    )  # fmt: skip
    program = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    place = Path(run(commands / "python", "-c", program, cwd=folder).stdout.strip())
    # plain paths only: the ``.pth`` files of the parent, our editable install, are not followed
    (place / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    return commands


def test_one_top_level_name(wheel: Path) -> None:
    names = {name.partition("/")[0] for name in contents(wheel)}
    assert {name for name in names if not name.endswith(".dist-info")} == {"governance"}


def test_everything_is_there(wheel: Path) -> None:
    files = set(contents(wheel))
    for folder in ("rules", "schemas"):
        expected = {
            f"{DATA}/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert expected <= files
    assert {f"{DATA}/book/{name}.json" for name in ("book", "texts.fr", "texts.en")} <= files
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "governance").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "_data" not in path.parts
    }
    assert package <= files
    assert "governance/py.typed" in files


def test_nothing_else_is_there(wheel: Path) -> None:
    for name in contents(wheel):
        assert not name.endswith(STRAYS), name
        assert "__pycache__" not in name
        assert not name.startswith(("governance/tests", "governance/_data/tests")), name


def test_strays_stay_out(wheel: Path, tmp_path: Path) -> None:
    """Secrets and leftovers beside the sources are not published."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("governance", "rules", "schemas"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, source / name)
    for name in ("governance/.env", "rules/.env", "rules/gdpr/pack.yaml.orig", ".env"):
        (source / name).write_text("SECRET=1", encoding="utf-8")
    (tmp_path / "wheels").mkdir()
    assert contents(wheel_of(source, tmp_path / "wheels")).keys() == contents(wheel).keys()


def test_no_place_of_this_machine_is_in_it(wheel: Path) -> None:
    for name, data in contents(wheel).items():
        assert str(ROOT).encode() not in data, name


def test_the_same_source_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert contents(wheel_of(ROOT, tmp_path)) == contents(wheel)


def test_metadata(wheel: Path) -> None:
    (name,) = [one for one in contents(wheel) if one.endswith("METADATA")]
    told = contents(wheel)[name].decode()
    for line in ("Name: gardefou", "License-Expression: Apache-2.0", "Requires-Python: >=3.11"):
        assert line in told
    for library in ("pydantic", "jsonschema", "click", "jinja2", "markdown-it-py", "pyyaml"):
        assert f"Requires-Dist: {library}" in told


def test_it_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    from governance import __version__

    (tmp_path / "x.gardefou.yaml").write_text(DECLARATION, encoding="utf-8")
    cache = tmp_path / "cache"
    environment = {"GARDEFOU_CACHE": str(cache), "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    command = installed / "gardefou"
    shown = run(command, "--version", cwd=tmp_path, **environment)
    assert shown.stdout == f"gardefou {__version__}\n"
    for words in (["check", "."], ["check", ".", "--format", "json"], ["schema", "--path"]):
        run(command, *words, cwd=tmp_path, **environment)
    run(installed / "python", "-m", "governance", "check", ".", cwd=tmp_path, **environment)
    where = run(
        installed / "python", "-c", "import governance; print(governance.__file__)", cwd=tmp_path
    )
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["x.gardefou.yaml"]


def test_house_rules_are_compiled_into_the_cache(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "x.gardefou.yaml").write_text(DECLARATION, encoding="utf-8")
    (tmp_path / "house").mkdir()
    environment = {"GARDEFOU_CACHE": str(tmp_path / "cache"), "LC_ALL": "C.UTF-8"}
    for _ in range(2):
        run(installed / "gardefou", "check", ".", "--rules", "house", cwd=tmp_path, **environment)
    (compiled,) = (tmp_path / "cache" / "gardefou").iterdir()
    assert "book.json" in {one.name for one in compiled.iterdir()}


def test_a_read_only_home_is_no_obstacle(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "x.gardefou.yaml").write_text(DECLARATION, encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "cache").write_text("a file, not a folder", encoding="utf-8")
    run(
        installed / "gardefou", "check", ".", "--rules", "house",
        cwd=tmp_path, GARDEFOU_CACHE=str(tmp_path / "cache"), TMPDIR=str(tmp_path),
    )  # fmt: skip


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    program = "import hatchling.build as b, sys; print(b.build_sdist(sys.argv[1]))"
    name = run(sys.executable, "-c", program, tmp_path, cwd=ROOT).stdout.split()[-1]
    with tarfile.open(tmp_path / name) as archive:
        names = archive.getnames()
        archive.extractall(tmp_path / "source", filter="data")
    assert not [one for one in names if one.endswith(STRAYS) or "__pycache__" in one]
    (folder,) = (tmp_path / "source").iterdir()
    (tmp_path / "wheels").mkdir()
    again = contents(wheel_of(folder, tmp_path / "wheels"))
    assert again.keys() == contents(wheel).keys()
    different = {name for name, data in contents(wheel).items() if again[name] != data}
    assert not {name for name in different if not name.endswith("RECORD")}
