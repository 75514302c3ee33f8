"""The audit as one self-contained page: accessible, printable, without script."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from governance.reporting.audit import audits
from governance.reporting.page_style import STYLE
from governance.reporting.typography import plain, shortened
from governance.reporting.voice import voice as voice_of
from governance.text import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.model.report import Report
    from governance.model.texts import Texts
    from governance.reporting.voice import Voice

_CAPTION: Final = re.compile(r"^(Tableau|Table)[ \u00a0\u202f]\d+\.")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


def render_page(report: Report, texts: Texts) -> str:
    """Return the audit of each declaration as one HTML page."""
    voice = voice_of(report.book, texts)
    several = len(report.declarations) > 1
    bodies: list[str] = []
    entries: list[tuple[int, str, str]] = []
    for number, markdown in enumerate(audits(report, texts), 1):
        html, headings = _article(markdown, f"d{number}", 1 if several else 0)
        language = escape(voice.language)
        bodies.append(f'<article lang="{language}">\n{html}</article>\n')
        entries += headings
    title = _title(voice, report)
    if several:
        bodies.insert(0, f"<h1>{escape(title)}</h1>\n")
    return _document(voice, title, _contents(voice, entries, several=several), "".join(bodies))


def _title(voice: Voice, report: Report) -> str:
    if len(report.declarations) == 1:
        name = plain(report.declarations[0].title) or voice.say("t.untitled")
        return typeset(voice.say("page.title", title=shortened(name, 120)), voice.language)
    return voice.say("page.title_of_all", n=len(report.declarations))


def _article(markdown: str, prefix: str, deeper: int) -> tuple[str, list[tuple[int, str, str]]]:
    """Return the HTML of one audit and its headings as (level, id, text)."""
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    tokens = _captioned(parser.parse(markdown))
    headings: list[tuple[int, str, str]] = []
    for index, token in enumerate(tokens):
        if token.type in {"heading_open", "heading_close"}:
            level = min(6, int(token.tag[1]) + deeper)
            token.tag = _HEADINGS[level - 1]
            if token.type == "heading_open":
                name = f"{prefix}-{len(headings) + 1}"
                token.attrSet("id", name)
                headings.append((level, name, _text_of(tokens[index + 1])))
        elif token.type == "th_open":
            token.attrSet("scope", "col")
    return str(parser.renderer.render(tokens, parser.options, {})), headings


def _text_of(token: Token) -> str:
    return "".join(
        child.content for child in token.children or () if child.type in {"text", "code_inline"}
    )


def _captioned(tokens: Sequence[Token]) -> list[Token]:
    """Make the bold line above a table its caption, and let wide tables scroll."""
    out: list[Token] = []
    caption: Token | None = None
    rest = list(tokens)
    index = 0
    while index < len(rest):
        token = rest[index]
        if token.type == "paragraph_open" and _is_caption(rest, index):
            caption = rest[index + 1]
            index += 3
            continue
        if token.type == "table_open":
            name = escape(_text_of(caption) if caption else "", quote=True)
            out.append(
                _html(f'<div class="table" role="region" tabindex="0" aria-label="{name}">\n')
            )
            out.append(token)
            out.append(
                _html(f"<caption>{escape(_text_of(caption))}</caption>\n" if caption else "")
            )
            caption = None
        else:
            out.append(token)
            if token.type == "table_close":
                out.append(_html("</div>\n"))
        index += 1
    return out


def _is_caption(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 3].type if index + 3 < len(tokens) else ""
    inline = tokens[index + 1]
    return following == "table_open" and bool(_CAPTION.match(_text_of(inline)))


def _html(content: str) -> Token:
    token = Token("html_block", "", 0)
    token.content = content
    return token


def _contents(voice: Voice, entries: list[tuple[int, str, str]], *, several: bool) -> str:
    """Return the links to the parts: declarations when there are several, else sections."""
    wanted = {2, 3} if several else {2}
    links = "".join(
        f'<li class="l{level}"><a href="#{name}">{escape(text)}</a></li>\n'
        for level, name, text in entries
        if level in wanted
    )
    label = escape(voice.say("page.contents"))
    return f'<nav aria-label="{label}">\n<ul>\n{links}</ul>\n</nav>\n'


def _document(voice: Voice, title: str, contents: str, body: str) -> str:
    skip = escape(voice.say("page.skip"))
    foot = escape(typeset(voice.say("q.caution"), voice.language))
    return (
        f'<!doctype html>\n<html lang="{escape(voice.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#content">{skip}</a>\n'
        f"<header>\n{contents}</header>\n"
        f'<main id="content">\n{body}</main>\n'
        f"<footer>\n<p>{foot}</p>\n</footer>\n</body>\n</html>\n"
    )
