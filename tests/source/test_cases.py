"""Files that read well and files that do not, beside the data and the diagnostics expected."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from governance.source.diagnostics import CODES, Diagnostic
from governance.source.document import Document, read_bytes
from governance.source.position import Span, pointer

CASES = Path(__file__).parent / "cases"
Golden = Callable[[Path, str], None]


def _files(folder: str) -> list[Path]:
    return sorted(one for one in (CASES / folder).iterdir() if one.suffix != ".txt")


def _read(path: Path) -> Document:
    return read_bytes(path.read_bytes(), path.name)


def _place(span: Span | None) -> str:
    if span is None:
        return "-"
    (line, column), (end_line, end_column) = span
    return f"{line}:{column}-{end_line}:{end_column}"


def shown(one: Diagnostic) -> str:
    """Return a diagnostic as the expected files write it."""
    head = [one.code, one.severity, _place(one.span), one.pointer]
    head += [f"see {_place(span)}" for span in one.related]
    texts = [f"  fr {one.message.fr}", f"  en {one.message.en}"]
    if one.hint is not None:
        texts += [f"  fr > {one.hint.fr}", f"  en > {one.hint.en}"]
    return "\n".join([" ".join(part for part in head if part), *texts])


def pointers(data: Any, place: str = "") -> Iterator[str]:
    """Yield the pointer of every value."""
    yield place
    if isinstance(data, dict):
        for key, inner in data.items():
            yield from pointers(inner, place + pointer(key))
    elif isinstance(data, list):
        for index, inner in enumerate(data):
            yield from pointers(inner, place + pointer(index))


@pytest.mark.parametrize("path", _files("bad"), ids=lambda path: path.name)
def test_a_bad_file_gives_exactly_these_diagnostics(path: Path, golden: Golden) -> None:
    document = _read(path)
    assert document.diagnostics
    assert {one.code for one in document.diagnostics} <= set(CODES)
    found = [json.dumps(document.data, ensure_ascii=False), *map(shown, document.diagnostics)]
    golden(path.with_name(path.name + ".txt"), "\n".join(found) + "\n")


@pytest.mark.parametrize("path", _files("good"), ids=lambda path: path.name)
def test_a_good_file_gives_exactly_this_data_at_these_places(path: Path, golden: Golden) -> None:
    document = _read(path)
    assert document.diagnostics == ()
    lines = [json.dumps(document.data, ensure_ascii=False)]
    for place in pointers(document.data):
        key = document.span(place, key=True)
        lines.append(f"{place or '(all)'} {_place(document.span(place))} key {_place(key)}")
    golden(path.with_name(path.name + ".txt"), "\n".join(lines) + "\n")


def test_both_parsers_agree_on_every_file() -> None:
    from governance.source.limits import LIMITS
    from governance.source.position import Lines
    from governance.source.yaml_reader import read_yaml

    for path in [*_files("good"), *_files("bad")]:
        if path.suffix != ".yaml" or path.stem == "latin1":
            continue
        text = path.read_text(encoding="utf-8")
        fast = read_yaml(text, path.name, Lines(text), LIMITS)
        slow = read_yaml(text, path.name, Lines(text), LIMITS, pure=True)
        assert fast.data == slow.data, path.name
        assert bool(fast.diagnostics) == bool(slow.diagnostics), path.name
        if fast.data is not None:
            found, wanted = fast.places(), slow.places()
            assert [found(one, False) for one in pointers(fast.data)] == [
                wanted(one, False) for one in pointers(fast.data)
            ], path.name
