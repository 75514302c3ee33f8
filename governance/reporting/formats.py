"""Report formats by name; each is imported only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from governance.model.report import Report
    from governance.model.texts import Texts


class Renderer(Protocol):
    """What turns a report into text."""

    def __call__(
        self, report: Report, texts: Texts, *, color: bool, width: int, verbose: bool
    ) -> str:
        """Return the report in the format."""


def _text(report: Report, texts: Texts, *, color: bool, width: int, verbose: bool) -> str:
    from governance.reporting.terminal import render_terminal

    return render_terminal(report, texts, color=color, width=width, verbose=verbose)


def _markdown(report: Report, texts: Texts, *, color: bool, width: int, verbose: bool) -> str:
    del color, width, verbose
    from governance.reporting.audit import render_audit

    return render_audit(report, texts)


def _html(report: Report, texts: Texts, *, color: bool, width: int, verbose: bool) -> str:
    del color, width, verbose
    from governance.reporting.page import render_page

    return render_page(report, texts)


def _json(report: Report, texts: Texts, *, color: bool, width: int, verbose: bool) -> str:
    del texts, color, width, verbose
    from io import StringIO

    from governance.reporting.record import write_json

    out = StringIO()
    write_json(report.book, report.as_of, report.declarations, out)
    return out.getvalue()


FORMATS: Final[dict[str, Renderer]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}


def render(
    name: str,
    report: Report,
    texts: Texts,
    *,
    color: bool = False,
    width: int = 80,
    verbose: bool = False,
) -> str:
    """Return a report in the named format."""
    return FORMATS[name](report, texts, color=color, width=width, verbose=verbose)
