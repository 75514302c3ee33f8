from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from governance.reporting.record import record, write_json
from governance.reporting.report_models import schema, schema_text

SCHEMA = Path(__file__).parents[2] / "schemas" / "report.v1.schema.json"


def test_committed_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_every_field_is_described() -> None:
    found = schema()
    for definition in (found, *found["$defs"].values()):
        assert definition["description"]
        for name, field in definition["properties"].items():
            assert field.get("description"), (definition["title"], name)


def test_record_follows_the_schema(make: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    report = make.report(make.assessed("fr", findings=(make.finding(),)))
    jsonschema.Draft202012Validator(schema()).validate(record(report))


def test_what_is_streamed_is_the_record(make: Any) -> None:
    report = make.report(make.assessed("fr"), make.assessed("en", title="Autre"))
    out = io.StringIO()
    write_json(report.book, report.as_of, iter(report.declarations), out)
    whole = record(report)
    whole["tool"]["version"] = json.loads(out.getvalue())["tool"]["version"]
    assert json.loads(out.getvalue()) == whole


def test_streaming_asks_for_one_declaration_at_a_time(make: Any) -> None:
    out = io.StringIO()
    seen: list[int] = []

    def declarations() -> Any:
        for _ in range(3):
            seen.append(out.getvalue().count('"path":"fiches/tri'))
            yield make.assessed("fr")

    write_json(make.book(), "2026-11-24", declarations(), out)
    assert seen == sorted(seen)
    assert seen[0] == 0 < seen[1] < seen[2]


def test_no_declaration_is_still_json(make: Any) -> None:
    out = io.StringIO()
    write_json(make.book(), "2026-11-24", (), out)
    assert json.loads(out.getvalue())["declarations"] == []


def test_sets_are_sorted_and_possible_members_apart(make: Any) -> None:
    facts = make.facts(**{"decisions.consequences": None})
    found = record(make.report(make.assessed("fr", facts=facts)))["declarations"][0]
    points = found["qualification"]["ai_act.annex_iii_points"]
    assert points["value"] == []
    assert points["possible"] == ["III-4-a"]
    assert points["status"] == "unknown"


@pytest.mark.parametrize("module", ["terminal", "record"])
def test_heavy_modules_stay_out(module: str) -> None:
    script = (
        f"import governance.reporting.{module}, governance.reporting.formats, sys;"
        "heavy = {'jinja2', 'markdown_it', 'pydantic', 'yaml', 'jsonschema', 'click'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
