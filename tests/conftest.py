"""Fixtures for all tests: the shipped rule book, golden files, no network."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook

Shipped = tuple["RuleBook", "PackSource", "list[Lowered]"]

_SHIPPED: list[Any] = []


def shipped() -> Shipped:
    """Return the shipped packs, read once; also for the ids of parametrised tests."""
    if not _SHIPPED:
        from governance import resources
        from governance.loading.packs import load

        _SHIPPED.append(load([resources.rules()]))
    found: Shipped = _SHIPPED[0]
    return found


@pytest.fixture(scope="session")
def book() -> RuleBook:
    """Return the rule book of the shipped packs."""
    return shipped()[0]


@pytest.fixture(scope="session")
def source() -> PackSource:
    """Return the files of the shipped packs as their authors wrote them."""
    return shipped()[1]


@pytest.fixture(scope="session")
def lowered() -> list[Lowered]:
    """Return each shipped rule beside what the engine uses."""
    return shipped()[2]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give tests that ask for ``shipped_rule`` each shipped rule, ``shipped_run`` each case."""
    if "shipped_rule" in metafunc.fixturenames:
        rules = shipped()[2]
        metafunc.parametrize("shipped_rule", rules, ids=[one.entry.id for one in rules])
    if "shipped_run" in metafunc.fixturenames:
        from governance.authoring.cases import runs

        book, _, rules = shipped()
        found = [(one, run) for one in rules for run in runs(one.entry.tests, book)]
        ids = [f"{one.entry.id}: {run.name}" for one, run in found]
        metafunc.parametrize("shipped_run", found, ids=ids)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the expected outputs with what is found, then read the difference",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a file byte for byte, or rewrite the file with --update-golden."""

    def compare(path: Path, found: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, encoding="utf-8", newline="\n")
        assert path.read_bytes().decode() == found

    return compare


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections: nothing in the package needs the network."""
    local = getattr(socket, "AF_UNIX", None)

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != local:
            raise AssertionError(f"a test tried to connect to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture(autouse=True, scope="session")
def private_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep compiled rule books of the tests out of the user's cache."""
    os.environ["GARDEFOU_CACHE"] = str(tmp_path_factory.mktemp("cache"))
