"""A short report leaves work out, and says the same."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from governance import api
from governance.authoring.samples import declaration
from governance.reporting.formats import render

DAY = "2026-11-24"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def session() -> api.Session:
    return api.Session()


def shown(session: api.Session, path: Path, language: str, *, brief: bool) -> str:
    found = session.read(str(path))
    one = api.assessed(session, found, DAY, language, digests=False, brief=brief)
    report = api.report(session, [one], DAY)
    return render("text", report, session.texts(language))


@pytest.mark.parametrize(
    "path", sorted(EXAMPLES.glob("0*.gardefou.yaml")), ids=lambda one: one.stem
)
def test_examples(session: api.Session, path: Path) -> None:
    assert shown(session, path, "fr", brief=True) == shown(session, path, "fr", brief=False)


@pytest.mark.parametrize("seed", range(12))
def test_random_declarations(session: api.Session, tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    data = declaration(session.book.vocabulary, source, share=source.choice((0.1, 0.5, 0.9)))
    path = tmp_path / "x.gardefou.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert shown(session, path, "en", brief=True) == shown(session, path, "en", brief=False)
