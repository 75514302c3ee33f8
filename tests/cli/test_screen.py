"""Lines for a terminal are those of textwrap, and safe texts are left alone."""

from __future__ import annotations

import re
from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st

from governance.reporting import typography
from governance.reporting.screen import wrapped
from governance.reporting.typography import plain

words = st.text(alphabet="ab-\u00a0é.", min_size=1, max_size=30).filter(
    lambda one: one.strip() == one
)
texts = st.lists(words, max_size=30).map(" ".join)


@given(texts, st.integers(20, 100), st.integers(0, 8), st.integers(0, 6))
def test_paragraphs_are_wrapped_as_textwrap_does(
    text: str, width: int, indent: int, hang: int
) -> None:
    margin = " " * indent
    following = margin + " " * hang
    expected = wrap(
        text,
        width,
        initial_indent=margin,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
    assert wrapped(text, width, margin, following) == expected


@given(st.one_of(st.text(), texts))
def test_the_short_way_of_plain_changes_nothing(text: str) -> None:
    spaced = re.sub(typography._SPACES, " ", text)
    assert plain(text) == re.sub(typography._UNSAFE, "\ufffd", spaced).strip()
