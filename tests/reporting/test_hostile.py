"""A declaration can say anything; what is printed still has the shape that was meant."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from governance.model.report import Finding, Location
from governance.reporting.formats import render
from governance.reporting.markdown import code, escape, prose
from governance.reporting.questions import render_questions
from governance.reporting.typography import plain

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029]")
NASTY = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "a | b | c",
            "| --- | --- |",
            "**bold** _it_ [x](javascript:alert(1)) ![i](http://e.x/i.png)",
            "\x1b[31mred\x1b[0m \x1b]8;;http://e.x\x07link",
            "\u202eevil\u202c",
            "line\n# heading\n\n- item\n```",
            "https://evil.example www.evil.example me@evil.example",
            "{{ 7 * 7 }} {% raw %}",
            "</style></title><img src=x onerror=alert(1)>",
            "`code` ``two``",
            "\ud800 lone",
            "# title",
            "1. list",
            "~~~",
            "&lt;b&gt; &amp; &#x3c;",
            "\\| \\\\",
            "%s {0} {title}",
            "$x$",
            ": : !",
        ]
    ),
).filter(lambda text: plain(text) not in {"", "b"})
SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def hostile(make: Any, language: str, text: str) -> Any:
    facts = make.facts(
        **{
            "value.objective": text,
            "data.purposes": (
                {"id": text, "legal_basis": "", "months": 36, "@": "/data/purposes/0"},
                {"id": "b", "@": "/data/purposes/1"},
            ),
        }
    )
    facts.unknown["/suppliers/data_countries"] = text
    finding = Finding("GF101", "error", text, text, Location(text, 1, 1), "/x")
    found = make.assessed(language, facts=facts, title=text, path=text, findings=(finding,))
    return make.report(found)


@SETTINGS
@given(text=NASTY)
def test_terminal_has_no_control_characters(make: Any, text: str) -> None:
    shown = render("text", hostile(make, "fr", text), make.texts("fr"), verbose=True)
    assert not CONTROL.search(shown)
    shown.encode()


@SETTINGS
@given(text=NASTY)
def test_markdown_keeps_its_shape(make: Any, text: str) -> None:
    shown = render("markdown", hostile(make, "fr", text), make.texts("fr"))
    calm = render("markdown", hostile(make, "fr", "calm"), make.texts("fr"))
    assert not CONTROL.search(shown)
    shown.encode()
    assert shape(shown) == shape(calm)


@SETTINGS
@given(text=NASTY)
def test_page_has_no_markup_of_its_own(make: Any, text: str) -> None:
    shown = render("html", hostile(make, "fr", text), make.texts("fr"))
    calm = render("html", hostile(make, "fr", "calm"), make.texts("fr"))
    assert tags(shown) == tags(calm)
    assert not CONTROL.search(shown)


@SETTINGS
@given(text=NASTY)
def test_record_is_json_and_loses_nothing(make: Any, text: str) -> None:
    shown = render("json", hostile(make, "fr", text), make.texts("fr"))
    shown.encode()
    assert json.loads(shown)["declarations"][0]["title"] == text


@SETTINGS
@given(text=NASTY)
@pytest.mark.parametrize("form", ["text", "markdown", "yaml"])
def test_questions_survive(make: Any, form: str, text: str) -> None:
    shown = render_questions(hostile(make, "fr", text), make.texts("fr"), form)
    assert not CONTROL.search(shown)
    if form == "yaml":
        data = yaml.safe_load(shown)
        assert set(data) <= {"data", "system", "suppliers", "judgements"}
        assert data["data"]["purposes"][0]["id"] in {plain(text), "b"}


def shape(markdown: str) -> list[tuple[str, str]]:
    """Return the block structure and the inline marks, without the text."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    found = []
    for token in tokens:
        found.append((token.type, token.tag))
        found += [
            (child.type, str(child.attrGet("href") or ""))
            for child in token.children or ()
            if child.type not in {"text", "text_special", "softbreak", "code_inline"}
        ]
    return found


def tags(html: str) -> list[str]:
    return [
        tag
        for tag in re.findall(r"</?[a-zA-Z][a-zA-Z0-9]*", html)
        if tag not in {"<code", "</code"}
    ]


@given(st.text())
def test_escaped_text_shows_as_it_is(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    inline = parser.parseInline(escape(text))[0]
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == plain(text)


@given(st.text())
def test_code_and_prose_stay_on_one_line(text: str) -> None:
    assert "\n" not in code(text)
    assert "\n" not in prose(text)


def test_prose_keeps_code_and_nothing_else() -> None:
    assert prose("Écrivez `a.b: true`, *puis* <b>") == "Écrivez `a.b: true`, \\*puis\\* \\<b\\>"
