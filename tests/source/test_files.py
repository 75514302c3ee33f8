"""Files of all sorts: missing, unreadable, in other encodings, from standard input."""

import io
import os
import sys
from pathlib import Path

import pytest

from governance.source.document import format_of, read_bytes, read_file, read_text

DECLARATION = "format: gardefou/declaration/v1\ntitle: Évaluation\n"
DATA = {"format": "gardefou/declaration/v1", "title": "Évaluation"}


def codes(data: bytes, name: str = "x.yaml") -> list[str]:
    return [one.code for one in read_bytes(data, name).diagnostics]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_utf8_with_or_without_a_mark(start: bytes) -> None:
    document = read_bytes(start + DECLARATION.encode(), "x.yaml")
    assert document.data == DATA
    assert document.diagnostics == ()
    assert document.span("/format", key=True) == ((1, 1), (1, 7))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_named_and_read_for_its_other_faults(encoding: str) -> None:
    document = read_bytes((DECLARATION + "a: 1\na: 2\n").encode(encoding), "x.yaml")
    assert document.data == {**DATA, "a": None}
    assert [one.code for one in document.diagnostics] == ["GF007", "GF016"]
    assert "UTF-8" in document.diagnostics[0].hint.fr


def test_latin1_is_named_where_it_shows_and_read_for_its_other_faults() -> None:
    document = read_bytes((DECLARATION + "a: 1\na: né\n").encode("latin-1"), "x.yaml")
    assert [(one.code, one.span) for one in document.diagnostics] == [
        ("GF006", ((2, 8), (2, 9))),
        ("GF016", ((4, 1), (4, 2))),
        ("GF006", ((4, 5), (4, 6))),
    ]
    assert "« É »" in document.diagnostics[0].message.fr
    assert document.data == {**DATA, "a": None}


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04" + bytes(range(256)), b"%PDF-1.7\n\xff\xfe\x00\x01\x02", bytes(64)]
)
def test_a_binary_file_is_named(data: bytes) -> None:
    assert codes(data) == ["GF008"]


def test_utf16_without_a_mark_is_recognised_even_in_ascii() -> None:
    document = read_bytes("title: plain\n".encode("utf-16-le"), "x.yaml")
    assert document.data == {"title": "plain"}
    assert [one.code for one in document.diagnostics] == ["GF007"]


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_a_stray_zero_byte_is_located(name: str) -> None:
    text = '{"title": "plain, and long enough\0to be a text",\n"a": 1}'
    (found,) = read_bytes(text.encode(), name).diagnostics
    assert (found.code, found.span) in [
        ("GF009", ((1, 34), (1, 35))),
        ("GF020", ((1, 34), (1, 35))),
    ]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"# x\n", b"---\n"])
def test_an_empty_file_is_named(data: bytes) -> None:
    assert codes(data) == ["GF005"]


def test_half_a_character_in_a_text() -> None:
    document = read_text("a: \ud800\nb: c", "x.yaml")
    assert document.data == {"a": "\ufffd", "b": "c"}
    assert [(one.code, one.span) for one in document.diagnostics] == [("GF009", ((1, 4), (1, 5)))]


def test_missing_file_folder_and_odd_names(tmp_path: Path) -> None:
    assert [one.code for one in read_file(str(tmp_path / "no.yaml")).diagnostics] == ["GF001"]
    assert [one.code for one in read_file(str(tmp_path)).diagnostics] == ["GF003"]
    assert [one.code for one in read_file("a\0b").diagnostics] == ["GF002"]
    (tmp_path / "file").write_text("x")
    assert [one.code for one in read_file(str(tmp_path / "file" / "x")).diagnostics] == ["GF001"]
    assert [one.code for one in read_file("x" * 5000).diagnostics] == ["GF002"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: b")
    path.chmod(0)
    assert [one.code for one in read_file(str(path)).diagnostics] == ["GF002"]


def test_permission_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (found,) = read_file("x.yaml").diagnostics
    assert found.code == "GF002"
    assert "droit" in found.message.fr


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(DECLARATION.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    document = read_file("-")
    assert document.data == DATA
    assert document.format == "yaml"


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.yaml", "{}", "yaml"), ("a.YML", "{}", "yaml"), ("a.json", "{}", "json"),
        ("a.gardefou.md", "x", "markdown"), ("-", '{"a": 1}', "json"), ("-", "[]", "json"),
        ("-", "{a: 1}", "yaml"), ("-", " \n{}", "json"), ("-", "a: 1", "yaml"),
        ("-", "# x\n\n```yaml gardefou\na: 1\n```", "markdown"), ("noext", "a: 1", "yaml"),
    ],
)  # fmt: skip
def test_the_format_follows_the_name_then_the_text(name: str, text: str, form: str) -> None:
    assert read_text(text, name).format == form


def test_format_of_a_name() -> None:
    assert format_of("x.gardefou.yaml") == "yaml"
    assert format_of("x.txt") is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends(end: str) -> None:
    for name, text in [("x.yaml", "a: 1\nb:\n- c\n"), ("x.json", '{"a": 1,\n"b": [\n"c"]}')]:
        document = read_text(text.replace("\n", end), name)
        assert document.data == {"a": 1, "b": ["c"]}
        span = document.span("/b/0")
        assert span is not None
        assert span.start.line == 3


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    import subprocess

    code = (
        "import sys; from governance.source.document import read_text; "
        "heavy = {'yaml', 'json', 'markdown_it', 'difflib', 'unicodedata'}; "
        "assert not heavy & set(sys.modules), heavy & set(sys.modules); "
        "read_text('{\"a\": 1}', 'x.json').span('/a'); "
        "assert 'yaml' not in sys.modules; "
        "read_text('a: b', 'x.yaml').span('/a'); "
        "assert 'markdown_it' not in sys.modules"
    )
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
