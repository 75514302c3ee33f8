"""Plain scalars by the core schema of YAML 1.2."""

from typing import Any

import pytest

from governance.source.document import read_text
from governance.source.limits import LIMITS


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("Off", "Off"), ("y", "y"),
        ("true", True), ("True", True), ("FALSE", False), ("tRUE", "tRUE"),
        ("null", None), ("Null", None), ("~", None), ("", None), ("nULL", "nULL"),
        ("2026-08-02", "2026-08-02"), ("2026-08-02T10:00:00Z", "2026-08-02T10:00:00Z"),
        ("12:30", "12:30"), ("1:02:03", "1:02:03"), ("010", 10), ("0o17", 15), ("0x1f", 31),
        ("0b11", "0b11"), ("1_000", "1_000"), ("+12", 12), ("-12", -12), ("- 12", [12]),
        ("1.", 1.0), (".5", 0.5), ("1e3", 1000.0), ("1E-3", 0.001), ("1.5.0", "1.5.0"),
        (".", "."), ("-", [None]), ("+", "+"), ("e3", "e3"), ("0o8", "0o8"), ("0xg", "0xg"),
        ("9" * LIMITS.digits, int("9" * LIMITS.digits)), ("١٢", "١٢"), ("=", "="),
    ],
)  # fmt: skip
def test_a_plain_scalar_means_what_the_core_schema_says(written: str, value: Any) -> None:
    document = read_text(f"a: {written}\n" if written[:2] not in {"-", "- "} else written, "x")
    assert document.diagnostics == ()
    found = document.data["a"] if isinstance(document.data, dict) else document.data
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_a_text(quote: str) -> None:
    written = f"a: {quote}true{quote}\n{quote}1{quote}: {quote}{quote}\n"
    assert read_text(written, "x.yaml").data == {"a": "true", "1": ""}


@pytest.mark.parametrize("written", ["9" * 301, "-" + "9" * 300, "0x" + "f" * 300, "1e309"])
def test_a_number_that_no_float_holds_is_refused(written: str) -> None:
    document = read_text(f"a: {written}\n", "x.yaml")
    assert document.data == {"a": None}
    assert [(one.code, one.pointer) for one in document.diagnostics] == [("GF019", "/a")]
