"""What is too much: numbers, depth, values, texts, aliases, bytes; and how fast it is refused."""

import json
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest

from governance.source.document import read_bytes, read_file, read_text
from governance.source.limits import LIMITS, Limits


@pytest.mark.parametrize("text", ["1e999", "-1e999", "1" * 301, "[1e999]", '{"a": -1e400}'])
def test_a_number_that_no_float_holds_is_refused(text: str) -> None:
    assert [one.code for one in read_text(text, "x.json").diagnostics] == ["GF019"]


def test_a_large_document_within_the_limits_is_read() -> None:
    data = {"items": [{"id": f"i{n}", "note": "x" * 50} for n in range(5000)]}
    document = read_bytes(json.dumps(data).encode(), "x.json")
    assert document.diagnostics == ()
    assert document.data == data


@pytest.mark.parametrize("depth", [LIMITS.depth, LIMITS.depth + 1])
def test_depth_is_counted_alike_in_both_formats(depth: int) -> None:
    text = "[" * depth + "]" * depth
    codes = [] if depth <= LIMITS.depth else ["GF030"]
    for name in ("x.json", "x.yaml"):
        assert [one.code for one in read_text(text, name).diagnostics] == codes


def test_a_large_document_of_small_texts_is_refused_for_its_number_of_values() -> None:
    text = "[" + ",".join("0" * (LIMITS.nodes + 1)) + "]"
    for name in ("x.json", "x.yaml"):
        assert [one.code for one in read_text(text, name).diagnostics] == ["GF031"]


@pytest.mark.parametrize("name", ["x.json", "x.yaml"])
def test_a_text_that_is_too_long_is_named(name: str) -> None:
    long = "x" * (LIMITS.scalar + 1)
    document = read_text(json.dumps({"a": {"b": [long]}}), name)
    assert [(one.code, one.pointer) for one in document.diagnostics] == [("GF033", "/a/b/0")]


@pytest.mark.parametrize("name", ["x.json", "x.yaml", "x.md"])
def test_a_file_of_fifty_megabytes_is_refused_unread(name: str) -> None:
    document = read_bytes(b"a: b\n" * 10_000_000, name)
    assert [one.code for one in document.diagnostics] == ["GF004"]
    assert document.data is None


def test_a_file_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(60_000_000_000)
    assert [one.code for one in read_file(str(path)).diagnostics] == ["GF004"]


MINUTE = 60
"""Seconds. The slowest of these takes one or two; what a limit forgets takes hours."""

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in pairwise("abcdefghijklmnopqrstuvwxyz")
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "a: &a {b: c}\n" + "".join(f"k{n}: *a\n" for n in range(15_000)),
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 500)),
        "%TAG !a! tag:x\n" * 100_000 + "---\na: b\n",
        "".join(f"%TAG !a{n}! tag:x\n" for n in range(100_000)) + "---\na: b\n",
        "!t " * 100_000,
        "".join(f"k{n}: !t x\n" for n in range(50_000)),
        "a: *b\n" * 50_000,
        "a: 1\n" * 100_000,
        "\t" * 100_000 + "a: b",
        "a:\n" + "\t\n" * 50_000 + "\tb: c",
        '"' + "\\x41" * 100_000 + '"',
        "'" * 100_000,
        "&a " * 100_000,
        "a: |\n" + " x\n" * 100_000,
        "#" * 1_000_000,
        "a: " + "x " * 500_000,
        "a" * 1_000_000 + ": b",
        "\n" * 1_000_000,
        "\x00" * 100_000,
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_hostile_yaml_is_settled_at_once(text: str) -> None:
    started = perf_counter()
    document = read_text(text, "x.yaml")
    document.span("/a/0")
    assert perf_counter() - started < MINUTE
    assert len(document.diagnostics) <= LIMITS.reported


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" * 1000 + "]" * 1000,
        '"' + "\\u0041" * 100_000,
        '["' + "a" * 1_000_000,
        "'" * 100_000,
        "a " * 100_000,
        "/*" * 100_000,
        "// \n" * 100_000,
        ", " * 100_000,
        '{"a": 1, "a": 2,' * 50_000,
        "{" + '"a": 1,' * 50_000 + '"a": 2}',
        "[" + "1 " * 100_000 + "]",
        "-" * 1_000_000,
        "1" * 1_000_000,
        '{"k' + "\\ud800" * 50_000 + '": 1}',
        " " * 1_000_000,
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_hostile_json_is_settled_at_once(text: str) -> None:
    started = perf_counter()
    document = read_text(text, "x.json")
    document.span("/a/0")
    assert perf_counter() - started < MINUTE
    assert document.diagnostics
    assert len(document.diagnostics) <= LIMITS.reported


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100_000 + " gardefou",
        "- " * 50_000 + "gardefou",
        "```yaml gardefou\n" * 20_000,
        "~~~ gardefou\n\n" * 20_000,
        "---\n" * 100_000,
        "---\nformat: gardefou/x\n" + "a: b\n" * 100_000,
        "[a]: gardefou\n" * 20_000,
        "*" * 100_000 + "gardefou",
        "1. gardefou\n" * 20_000,
        "<" * 100_000 + "gardefou",
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_hostile_markdown_is_settled_at_once(text: str) -> None:
    started = perf_counter()
    document = read_text(text, "x.md")
    assert perf_counter() - started < MINUTE
    assert len(document.diagnostics) <= LIMITS.reported + 1


def test_the_limits_of_a_caller_hold() -> None:
    small = Limits(bytes=10, depth=2, nodes=6, repeated=3, scalar=4, digits=2, reported=2)

    def codes(text: str, name: str = "x.yaml") -> list[str]:
        wide = small._replace(bytes=1000)
        return [one.code for one in read_text(text, name, limits=wide).diagnostics]

    for name in ("x.yaml", "x.json"):
        (found,) = read_text("x" * 11, name, limits=small).diagnostics
        assert found.message.en == "This file is larger than 10 bytes."
        assert codes('{"a": {"b": {}}}', name) == ["GF030"]
        assert codes("[1, 2, 3, 4, 5, 6, 7]", name) == ["GF031"]
        assert codes('{"abcdefg": 1}', name) == ["GF033"]
        assert codes('{"a": 1, "a": 2, "a": 3, "a": 4}', name) == ["GF016", "GF016"]
    assert codes("a: 123") == ["GF019"]
    assert codes("a: &a [1, 2]\nb: *a\nc: *a") == ["GF032"]
    assert codes("- &a {b: 1}\n- *a\n- *a") == ["GF032"]
    assert codes("a: 123") == ["GF019"]
    assert codes("a: &a [1, 2]\nb: [*a]") == ["GF030"]
    wide = small._replace(bytes=1000, repeated=100)
    (found,) = read_text("- &a [1, 2]\n- *a\n- *a", "x.yaml", limits=wide).diagnostics
    assert found.code == "GF031"
