"""The work of ``gardefou check``: declarations in, reports and an exit code out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from governance.cli.language import environment_language, interface_language, say
from governance.cli.output import put, write_whole
from governance.errors import CommandError
from governance.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from governance.api import Session
    from governance.model.report import Assessed

FORMATS: Final = ("text", "markdown", "html", "json")
LEVELS: Final = ("violated", "undetermined", "never")
_BY_ENDING: Final = {
    ".md": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".txt": "text",
}  # fmt: skip

_FEW: Final = 20
"""Declarations that are checked without looking for garbage."""

Target = tuple[str, str | None]
"""A format and the file it goes to; no file means standard output."""


class Request(NamedTuple):
    """What ``gardefou check`` is asked to do."""

    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    fail_on: str = "violated"
    as_of: str | None = None
    lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    verbose: bool = False
    quiet: bool = False
    no_color: bool = False


def run(request: Request) -> int:
    """Check declarations, write the formats asked for and return the exit code."""
    from governance import api
    from governance.cli.paths import declarations

    targets = _targets(request)
    found, trouble = declarations(request.paths)
    if not found:
        return 2
    _keep(found, request.outputs)
    session = api.Session(request.folders)
    if len(found) > _FEW:
        _collect_garbage(session)
    day = request.as_of or today()
    if request.quiet:
        code = _lines(session, found, day, request)
    elif targets == [("json", None)]:
        code = _stream(session, _assessed(session, found, day, request), day, request.fail_on)
    else:
        checked = list(_assessed(session, found, day, request))
        code = _render(session, checked, day, targets, request)
    return 2 if trouble else code


def _collect_garbage(session: Session) -> None:
    """Keep memory flat over many declarations; the rule book, which stays, is not looked at."""
    import gc

    assert session.book  # loaded now, so that it is set aside
    gc.freeze()
    gc.enable()


def today() -> str:
    """Return the day on which the law is read when none is named."""
    from time import strftime

    return strftime("%Y-%m-%d")


def _targets(request: Request) -> list[Target]:
    """Pair each output file with its format; formats without a file go to standard output."""
    if request.quiet and (request.formats or request.outputs):
        raise CommandError(
            say(
                "--quiet écrit une ligne par déclaration : retirez --format et --output.",
                "--quiet writes one line per declaration: remove --format and --output.",
            )
        )
    targets: list[Target] = []
    left = list(request.formats)
    for output in request.outputs:
        name = _BY_ENDING.get(os.path.splitext(output)[1].lower())
        if name is None:
            if not left:
                raise CommandError(
                    say(
                        f"Quel format pour {output} ? Finissez le nom par .md, .html, .json ou "
                        ".txt, ou précisez --format.",
                        f"Which format for {output}? End the name with .md, .html, .json or "
                        ".txt, or give --format.",
                    )
                )
            name = left.pop(0)
        elif name in left:
            left.remove(name)
        targets.append((name, None if output == "-" else output))
    targets += [(name, None) for name in left]
    return targets or [("text", None)]


def _keep(found: Sequence[str], outputs: Sequence[str]) -> None:
    """Refuse to write over a declaration."""
    read = {os.path.realpath(path) for path in found if path != "-"}
    for output in outputs:
        if os.path.realpath(output) in read:
            raise CommandError(
                say(
                    f"{output} est la déclaration à vérifier : choisissez un autre nom.",
                    f"{output} is the declaration to check: choose another name.",
                )
            )


def _assessed(
    session: Session, paths: Iterable[str], day: str, request: Request
) -> Iterator[Assessed]:
    """Yield what is found, all in the language of the first declaration if none is asked for."""
    from governance import api
    from governance.cli.selection import selection

    select = selection(request.select, request.ignore)
    short = all(name == "text" for name, _ in _targets(request))
    language = request.lang
    fallback = environment_language() or "fr"
    for path in paths:
        one = api.assessed(
            session,
            session.read(path),
            day,
            language,
            select,
            digests=not short,
            fallback=fallback,
            brief=short and not request.verbose,
        )
        language = language or one.language
        yield one


def _lines(session: Session, paths: Iterable[str], day: str, request: Request) -> int:
    from governance.cli.quiet import line, outcomes, rules_of
    from governance.cli.selection import selection

    rules = rules_of(session.book, day, selection(request.select, request.ignore))
    language = interface_language()
    worst = 0
    for path in paths:
        found = outcomes(session, path, day, rules)
        worst = max(worst, found.code(request.fail_on))
        put(line(path, found, language))
    return worst


def _stream(session: Session, checked: Iterable[Assessed], day: str, fail_on: str) -> int:
    from governance.reporting.record import write_json

    codes = [0]

    def watched() -> Iterator[Assessed]:
        for one in checked:
            codes.append(exit_code(one, fail_on))
            yield one

    write_json(session.book, day, watched(), sys.stdout)
    return max(codes)


def _render(
    session: Session, checked: list[Assessed], day: str, targets: list[Target], request: Request
) -> int:
    from governance import api
    from governance.reporting.formats import render

    report = api.report(session, checked, day)
    texts = session.texts(checked[0].language)
    written = []
    for name, output in targets:
        color = output is None and _color(no_color=request.no_color)
        text = render(name, report, texts, color=color, verbose=request.verbose)
        written.append((output, text))
    for output, text in written:  # all is rendered before anything is written
        if output is not None:
            write_whole(output, text)
    for output, text in written:
        if output is None:
            put(text)
    return max(exit_code(one, request.fail_on) for one in checked)


def _color(*, no_color: bool) -> bool:
    return not no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def exit_code(one: Assessed, fail_on: str) -> int:
    """Return 2 for a declaration that cannot be read, 1 for findings at the level, else 0."""
    if any(finding.severity == "error" for finding in one.findings):
        return 2
    if fail_on == "never":
        return 0
    levels = {"violated"} if fail_on == "violated" else {"violated", "undetermined"}
    for verdict in one.assessment.verdicts:
        if verdict.outcome in levels and verdict.timing == "now" and verdict.accepted is None:
            return 1
    return 0
