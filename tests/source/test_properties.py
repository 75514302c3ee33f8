"""What holds for every document: data read back, spans that hold their value, nothing raised."""

import json
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from governance.source.diagnostics import CODES
from governance.source.document import Document, read_bytes, read_text
from governance.source.position import Lines, Position, Span, pointer, split

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["NO", "yes", "2026-08-02", "12:30", "010", "1_000", "0x10", "", "null", "~"]),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**20), max_value=10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
)
VISIBLE = st.text(st.characters(min_codepoint=33, max_codepoint=0x17F), max_size=8).filter(
    lambda key: "\u00a0" not in key and "\u00ad" not in key
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(VISIBLE, inner, max_size=4),
    max_leaves=12,
)


class Quoted(yaml.SafeDumper):
    """Writes every text in double quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


Quoted.add_representer(
    str,
    lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"'),
)


@given(DATA, st.booleans(), st.booleans())
def test_what_pyyaml_writes_is_read_back(data: Any, flow: bool, unicode: bool) -> None:
    text = yaml.dump(data, Dumper=Quoted, default_flow_style=flow, allow_unicode=unicode)
    assert read_text(text, "x.yaml").data == data


@given(DATA)
def test_json_is_read_as_yaml_too(data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False)
    assume(text.isprintable())
    assert read_text(text, "x.yaml").data == data


def pointers(data: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value with its pointer."""
    yield place, data
    if isinstance(data, dict):
        for key, inner in data.items():
            yield from pointers(inner, place + pointer(key))
    elif isinstance(data, list):
        for index, inner in enumerate(data):
            yield from pointers(inner, place + pointer(index))


def slice_of(text: str, span: Span | None) -> str:
    """Return the text of a span."""
    assert span is not None
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    (line, column), (end_line, end_column) = span
    return text[starts[line - 1] + column - 1 : starts[end_line - 1] + end_column - 1]


INDENTS = st.sampled_from([None, 0, 1, 4])


@given(DATA, INDENTS, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_each_span_holds_the_text_of_its_value(
    data: Any, indent: int | None, ascii_only: bool, end: str
) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only).replace("\n", end)
    document = read_text(text, "x.json")
    if data is None:
        return
    assert document.diagnostics == ()
    assert document.data == data
    for place, value in pointers(data):
        found = json.loads(slice_of(text, document.span(place)))
        assert (found, type(found)) == (value, type(value))
        key = document.span(place, key=True)
        if place and isinstance(value_at(data, split(place)[:-1]), dict):
            assert json.loads(slice_of(text, key)) == split(place)[-1]
        assert document.span(f"{place}/no such key~0") is None


def value_at(data: Any, steps: list[str]) -> Any:
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


@given(st.text() | st.from_regex(r'[\[\]{}",: \\unl0-9a-c\n/#\'-]*', fullmatch=True))
def test_accepted_exactly_when_the_standard_library_accepts_it(text: str) -> None:
    document = read_text(text, "x.json")
    try:
        wanted = json.loads(text, parse_constant=_refused)
    except ValueError:
        assert document.data is None
        assert document.diagnostics
        return
    plain = json.dumps(wanted)
    if not document.diagnostics:
        assert json.dumps(document.data) == plain
    else:
        assert {one.code for one in document.diagnostics} <= {"GF005", "GF009", "GF016", "GF019"}


def _refused(name: str) -> None:
    raise ValueError(name)


@given(st.text(alphabet="ab\n\r\t é😀", max_size=30))
def test_positions_count_lines_and_characters(text: str) -> None:
    lines = Lines(text)
    line, column = 1, 1
    for index, character in enumerate(text):
        assert lines.position(index) == Position(line, column)
        ends = character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)


SYNTAX = st.text("[]{}\"',: \\un\t\n\r/#&*!|>%@`?~<.-0129abc\x00\x07é\u00a0\u2028")
LINES = st.lists(
    st.sampled_from([
        "a: 1", "  b: c", " - d", "- e", "\tf: g", "h: [1, 2", "]", "i: {j: k}", "---", "...",
        "l: &l", "m: *l", "n: !t o", "<<: *l", '"p', "q: |", "  r", "? s", ": t", "%YAML 1.2",
        "```yaml gardefou", "```", "format: gardefou/declaration/v1", "> u", "a: 2", "", "# v",
    ]),
    max_size=12,
).map("\n".join)  # fmt: skip
NAMES = st.sampled_from(["x.yaml", "x.json", "x.md", "x.gardefou.md", "x"])


def sound(document: Document) -> None:
    """Check what is true of any document, and ask for all its places."""
    for one in document.diagnostics:
        assert one.code in CODES
        assert one.message.fr
        assert one.message.en
        if one.span is not None:
            assert (1, 1) <= one.span.start <= one.span.end
    if document.data is None:
        assert document.diagnostics
    if any(one.code == "GF005" for one in document.diagnostics):
        assert len(document.diagnostics) == 1
    for place, _ in pointers(document.data):
        span = document.span(place)
        assert span is not None or document.diagnostics
    for place in ("", "/", "/a", "/0", "/a/0/b", "no pointer"):
        for key in (False, True):
            document.span(place, key=key)  # whatever the text, nothing is raised


@given(st.text() | SYNTAX | LINES, NAMES)
def test_any_text_gives_data_or_diagnostics(text: str, name: str) -> None:
    sound(read_text(text, name))


@given(st.binary() | SYNTAX.map(lambda text: text.encode("utf-16")), NAMES)
def test_any_bytes_give_data_or_diagnostics(data: bytes, name: str) -> None:
    sound(read_bytes(data, name))


@given(SYNTAX | LINES)
def test_the_parser_written_in_python_agrees(text: str) -> None:
    from governance.source.limits import LIMITS
    from governance.source.yaml_reader import read_yaml

    lines = Lines(text)
    fast = read_yaml(text, "x.yaml", lines, LIMITS)
    slow = read_yaml(text, "x.yaml", lines, LIMITS, pure=True)
    if not fast.diagnostics and not slow.diagnostics:
        assert fast.data == slow.data


@given(DATA, st.booleans())
def test_each_yaml_span_holds_the_text_of_its_value(data: Any, flow: bool) -> None:
    text = yaml.dump(data, Dumper=Quoted, default_flow_style=flow, width=1000)
    document = read_text(text, "x.yaml")
    for place, value in pointers(document.data):
        if not isinstance(value, dict | list) and value is not None:
            assert read_text(slice_of(text, document.span(place)), "x.yaml").data == value


@given(SYNTAX | LINES)
def test_what_the_parser_refuses_is_told(text: str) -> None:
    from governance.source.yaml_events import prepared

    assume(text.strip())  # nothing but blanks is an empty file, tabs or not
    try:
        list(yaml.parse(prepared(text), Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        found = {one.code for one in read_text(text, "x.yaml").diagnostics}
        assert found - {"GF005"}
