"""The command line from outside: exit codes, streams, colours, encodings, doors."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE = [sys.executable, "-m", "governance"]
DAY = ["--as-of", "2026-11-24"]
EMPTY = "format: gardefou/declaration/v1\nid: x\ntitle: Sans réponse\nlanguage: fr\n"
GAP = EMPTY + "measures: {governance: {accountable_owner: absent}}\nuse_case: {stage: in_use}\n"
BROKEN = EMPTY + "use_cas: {}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name, text in {"empty": EMPTY, "gap": GAP, "broken": BROKEN}.items():
        (tmp_path / f"{name}.gardefou.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def run(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if key not in LANGUAGES}
    return subprocess.run(
        command, cwd=cwd, env=clean | environment, capture_output=True, check=False
    )


LANGUAGES = {"LANG", "LC_ALL", "LC_MESSAGES", "GARDEFOU_LANG", "NO_COLOR", "PYTHONIOENCODING"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", "empty.gardefou.yaml"], 0),
        (["check", "gap.gardefou.yaml"], 1),
        (["check", "gap.gardefou.yaml", "--fail-on", "never"], 0),
        (["check", "empty.gardefou.yaml", "--fail-on", "undetermined"], 1),
        (["check", "broken.gardefou.yaml"], 2),
        (["check", "broken.gardefou.yaml", "--fail-on", "never"], 2),
        (["check", "absent.gardefou.yaml"], 2),
        (["check", "gap.gardefou.yaml", "absent.gardefou.yaml"], 2),
        (["check", "."], 2),
        (["check", "--nope"], 2),
        (["chek"], 2),
        ([], 2),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_codes(here: Path, words: list[str], code: int) -> None:
    days = DAY if words[:1] == ["check"] and "--help" not in words else []
    result = run([*MODULE, *words, *days], here)
    assert result.returncode == code, result.stderr.decode()
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_every_format_gives_the_same_code(here: Path, form: str) -> None:
    for name, code in {"empty": 0, "gap": 1, "broken": 2}.items():
        words = ["check", f"{name}.gardefou.yaml", "--format", form, *DAY]
        assert run([*MODULE, *words], here).returncode == code


def test_an_internal_error_is_told_apart(here: Path) -> None:
    program = (
        "import governance.cli.checking as checking\n"
        "checking.run = lambda request: 1 / 0\n"
        "from governance.cli import main\n"
        "main(['check', 'empty.gardefou.yaml'])\n"
    )
    result = run([sys.executable, "-c", program], here)
    assert result.returncode == 70
    assert b"ZeroDivisionError" in result.stderr
    assert "Erreur interne" in result.stderr.decode()
    assert result.stdout == b""


def test_a_bad_pack_is_the_user_s_to_mend(here: Path) -> None:
    (here / "house").mkdir()
    (here / "house" / "x.yaml").write_text("rules: [{id: 1}]\n", encoding="utf-8")
    result = run([*MODULE, "check", "empty.gardefou.yaml", "--rules", "house", *DAY], here)
    assert result.returncode == 2
    assert b"x.yaml:1:" in result.stderr
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("folder", [".", "examples"])
def test_the_door_of_a_checkout(here: Path, folder: str) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "check", str(here / "gap.gardefou.yaml")]
    from_checkout = run([*command, *DAY], ROOT / folder)
    from_elsewhere = run([*command, *DAY], here)
    as_module = run([*MODULE, "check", str(here / "gap.gardefou.yaml"), *DAY], here)
    assert from_checkout.returncode == from_elsewhere.returncode == as_module.returncode == 1
    assert from_checkout.stdout == from_elsewhere.stdout == as_module.stdout


def test_usage_names_the_program_as_it_was_called(here: Path) -> None:
    script = run([sys.executable, str(ROOT / "cli.py"), "check", "--nope"], here)
    assert script.stderr.decode().endswith("cli.py check --help\n")
    module = run([*MODULE, "check", "--nope"], here)
    assert module.stderr.decode().endswith("gardefou check --help\n")


@pytest.mark.parametrize("words", [["check", ".", *DAY], ["check", "--help"], ["rules", "list"]])
def test_a_reader_that_leaves_early_sees_no_traceback(here: Path, words: list[str]) -> None:
    process = subprocess.Popen(
        [*MODULE, *words], cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in complaints
    assert b"BrokenPipe" not in complaints
    assert process.returncode in {0, 1}


def on_a_terminal(words: list[str], cwd: Path, **environment: str) -> str:
    """Return what a terminal receives."""
    leader, follower = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in LANGUAGES}
    process = subprocess.Popen(
        [*MODULE, *words], cwd=cwd, env=clean | environment, stdout=follower, stderr=follower
    )
    os.close(follower)
    received = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        received += piece
    os.close(leader)
    process.wait()
    return received.decode("utf-8", "replace")


def test_colour_only_on_a_terminal_that_wants_it(here: Path) -> None:
    words = ["check", "gap.gardefou.yaml", *DAY]
    assert "\x1b[" in on_a_terminal(words, here)
    assert "\x1b[" not in on_a_terminal(words, here, NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal([*words, "--no-color"], here)
    assert b"\x1b[" not in run([*MODULE, *words], here).stdout
    assert "\x1b[" in on_a_terminal(words, here, NO_COLOR="")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_encoding_of_the_output(here: Path, encoding: str) -> None:
    for form in ("text", "json"):
        words = ["check", "gap.gardefou.yaml", "--format", form, *DAY]
        result = run([*MODULE, *words], here, PYTHONIOENCODING=encoding)
        assert result.returncode == 1, result.stderr
        result.stdout.decode(encoding)


def test_redirected_output_is_utf_8(here: Path) -> None:
    result = run([*MODULE, "check", "gap.gardefou.yaml", *DAY], here, LC_ALL="C", PYTHONUTF8="0")
    assert "Sans réponse" in result.stdout.decode()


def test_names_that_terminals_would_obey(here: Path) -> None:
    name = "\x1b[31mrouge\x07.gardefou.yaml"
    (here / name).write_text(BROKEN, encoding="utf-8")
    (here / os.fsdecode(b"\xff\xfe.gardefou.yaml")).write_text(EMPTY, encoding="utf-8")
    for words in (["-q"], [], ["--format", "json"], ["--lang", "en", "-q"]):
        result = run([*MODULE, "check", ".", *words, *DAY], here)
        assert result.returncode == 2
        assert b"\x1b" not in result.stdout + result.stderr
        assert b"\x07" not in result.stdout + result.stderr
        assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("words", [["check", "x"], ["classify", "x"], ["why", "x", "y"]])
def test_words_that_terminals_would_obey(here: Path, words: list[str]) -> None:
    result = run([*MODULE, words[0], *(f"{word}\x1b[31m" for word in words[1:])], here)
    assert result.returncode == 2
    assert b"\x1b" not in result.stdout + result.stderr


def test_interrupting_is_no_error_of_ours(here: Path) -> None:
    program = (
        "import governance.cli.checking as checking\n"
        "def stop(request): raise KeyboardInterrupt\n"
        "checking.run = stop\n"
        "from governance.cli import main\n"
        "main(['check', 'empty.gardefou.yaml'])\n"
    )
    result = run([sys.executable, "-c", program], here)
    assert result.returncode == 1
    assert result.stderr == b""


def test_names_of_reading(here: Path) -> None:
    """A folder without rights to read is said, not ignored."""
    closed = here / "closed"
    closed.mkdir()
    closed.chmod(0)
    if os.access(closed, os.R_OK):
        pytest.skip("the superuser reads everything")
    result = run([*MODULE, "check", ".", *DAY], here)
    closed.chmod(0o700)
    assert result.returncode == 2


def lines(result: subprocess.CompletedProcess[Any]) -> list[str]:
    return result.stdout.decode().splitlines()


def test_quiet_and_whole_reports_agree(here: Path) -> None:
    for level in ("violated", "undetermined", "never"):
        for name in ("empty", "gap", "broken"):
            words = ["check", f"{name}.gardefou.yaml", "--fail-on", level, *DAY]
            whole, quiet = run([*MODULE, *words], here), run([*MODULE, *words, "-q"], here)
            assert whole.returncode == quiet.returncode
            assert len(lines(quiet)) == 1
