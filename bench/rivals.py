"""Other linters on the same machine in the same run: what a user would otherwise wait for."""

from __future__ import annotations

import json
import os
import shutil
import sys

from bench.processes import in_turn
from governance import resources

TEMPLATE = {
    "AWSTemplateFormatVersion": "2010-09-09",
    "Resources": {
        "Bucket": {
            "Type": "AWS::S3::Bucket",
            "Properties": {
                "BucketName": "example",
                "VersioningConfiguration": {"Status": "Enabled"},
            },
        }
    },
}


def compare(one_json: str, folder: str, runs: int) -> None:
    """Time the linters found on this machine, cold, on one file."""
    rows = _commands(one_json, folder)
    timings = in_turn(list(rows.values()), runs)
    ours = timings[0].median
    print("| one file, cold | median ms | peak MB | times ours |")
    print("| --- | ---: | ---: | ---: |")
    for name, timing in zip(rows, timings, strict=True):
        print(
            f"| {name} | {timing.median * 1000:.0f} | {timing.memory:.0f} "
            f"| {timing.median / ours:.1f} |"
        )


def _commands(one_json: str, folder: str) -> dict[str, list[str]]:
    beside = os.path.dirname(sys.executable)
    rows = {
        "gardefou check (all rules)": [
            os.path.join(beside, "gardefou"),
            "check",
            one_json,
            "--as-of",
            "2026-11-24",
        ]
    }
    schema = os.path.join(resources.schemas(), "declaration.v1.schema.json")
    checker = os.path.join(beside, "check-jsonschema")
    if os.path.exists(checker):
        rows["check-jsonschema (shape only)"] = [checker, "--schemafile", schema, one_json]
    linter = shutil.which("cfn-lint") or os.path.join(beside, "cfn-lint")
    if os.path.exists(linter):
        template = os.path.join(folder, "template.json")
        with open(template, "w", encoding="utf-8") as file:
            json.dump(TEMPLATE, file)
        rows["cfn-lint (its own rules)"] = [linter, template]
    spectral = shutil.which("spectral")
    if spectral:
        ruleset = os.path.join(folder, "ruleset.yaml")
        with open(ruleset, "w", encoding="utf-8") as file:
            file.write(
                "rules:\n  titled:\n    given: $\n    then: {field: title, function: truthy}\n"
            )
        rows["Spectral (one rule)"] = [spectral, "lint", "--ruleset", ruleset, one_json]
    return rows
