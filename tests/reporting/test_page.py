from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from governance.reporting.page import render_page
from governance.reporting.page_style import STYLE


class Reader(HTMLParser):
    """Collects tags with attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def read(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.tags


def test_landmarks_language_and_skip_link(make: Any, language: str) -> None:
    tags = read(render_page(make.report(make.assessed(language)), make.texts(language)))
    names = [tag for tag, _ in tags]
    assert dict(tags)["html"]["lang"] == language
    assert names.count("main") == names.count("header") == names.count("footer") == 1
    links = [attrs["href"] for tag, attrs in tags if tag == "a" and attrs.get("class") == "skip"]
    assert links == ["#content"]
    assert dict(tags)["main"]["id"] == "content"
    assert dict(tags)["nav"]["aria-label"]


def test_headings_do_not_skip_levels(make: Any, language: str) -> None:
    for number in (1, 2):
        report = make.report(*[make.assessed(language) for _ in range(number)])
        levels = [
            int(tag[1])
            for tag, _ in read(render_page(report, make.texts(language)))
            if re.fullmatch("h[1-6]", tag)
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_scopes(make: Any, language: str) -> None:
    html = render_page(make.report(make.assessed(language)), make.texts(language))
    tags = read(html)
    names = [tag for tag, _ in tags]
    assert names.count("table") == names.count("caption") > 0
    assert all(attrs.get("scope") == "col" for tag, attrs in tags if tag == "th")
    assert "Tableau 1." in html or "Table 1." in html


def test_links_lead_somewhere(make: Any) -> None:
    tags = read(render_page(make.report(make.assessed(), make.assessed()), make.texts("fr")))
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    inner = {(attrs["href"] or "")[1:] for tag, attrs in tags if tag == "a"
             and (attrs["href"] or "").startswith("#")}  # fmt: skip
    assert inner <= set(ids)


def test_nothing_is_loaded_and_nothing_runs(make: Any) -> None:
    tags = read(render_page(make.report(make.assessed()), make.texts("fr")))
    assert not {"script", "img", "iframe", "object", "link", "form"} & {tag for tag, _ in tags}
    assert not [attrs for _, attrs in tags if any(name.startswith("on") for name in attrs)]
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def test_colours_have_contrast() -> None:
    palettes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{([^}]*)\}", STYLE)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        for ink in ("ink", "link", "mark"):
            for paper in ("paper", "soft"):
                assert contrast(palette[ink], palette[paper]) >= 4.5
        assert contrast(palette["line"], palette["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
