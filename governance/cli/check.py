"""``gardefou check``: what declarations lack, with article, reason, line and remedy."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING

import click

from governance.cli.language import environment_language, say
from governance.cli.options import (
    as_of_option,
    lang_option,
    paths_argument,
    rules_option,
    select_options,
    today,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from governance.api import Session
    from governance.engine.evaluate import Selection
    from governance.model.report import Assessed

FORMATS = ("text", "markdown", "html", "json")
_BY_ENDING = {".md": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}


@click.command(
    help=say(
        "Vérifie des déclarations : manquements, raisons, lignes et remèdes.\n\n"
        "Sans chemin, vérifie le dossier courant. Codes de sortie : 0 rien à signaler au seuil "
        "demandé, 1 des manquements, 2 déclaration illisible ou mauvaise option.",
        "Check declarations: gaps, reasons, lines and remedies.\n\n"
        "Without a path, check the current folder. Exit codes: 0 nothing at the level asked, "
        "1 gaps, 2 unreadable declaration or wrong option.",
    )
)
@paths_argument()
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help=say("Format de sortie (par défaut text).", "Output format (text by default)."),
)
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar=say("FICHIER", "FILE"),
    help=say(
        "Écrit dans un fichier ; le format suit la fin du nom (.md, .html, .json). Répétable.",
        "Write to a file; the format follows the ending (.md, .html, .json). Repeatable.",
    ),
)
@click.option(
    "--fail-on",
    type=click.Choice(["violated", "undetermined", "never"]),
    default="violated",
    show_default=True,
    help=say(
        "Ce qui donne le code de sortie 1 : un manquement dû aujourd’hui, aussi une question "
        "ouverte, ou rien.",
        "What gives exit code 1: a gap due now, also an open question, or nothing.",
    ),
)
@as_of_option()
@lang_option()
@select_options()
@rules_option()
@click.option(
    "--verbose", "-v", is_flag=True, help=say("Montre aussi ce qui est satisfait.", "Show all.")
)
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help=say(
        "Une ligne par déclaration : fait pour en vérifier des milliers.",
        "One line per declaration: made for checking thousands.",
    ),
)
@click.option("--no-color", is_flag=True, help=say("Sans couleur.", "Without colour."))
def check(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str,
    as_of: str | None,
    lang: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folders: tuple[str, ...],
    verbose: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Check declarations and write the formats asked for."""
    from governance import api
    from governance.cli.paths import declarations
    from governance.cli.selection import selection

    day = as_of or today()
    language = lang or environment_language()
    session = api.Session(folders)
    found, trouble = declarations(paths)
    for message in trouble:
        click.echo(message, err=True)
    if quiet:
        code = _lines(session, found, day, selection(select, ignore), fail_on)
        sys.exit(2 if trouble else code)
    targets = _targets(formats, outputs)
    digests = any(name != "text" for name, _ in targets)
    chosen = selection(select, ignore)
    checked = api.check(session, found, day, language, chosen, digests=digests)
    if len(targets) == 1 and targets[0] == ("json", None):
        code = _stream(session, checked, day, fail_on)
    else:
        code = _render(session, list(checked), day, language, targets, fail_on, verbose, no_color)
    if trouble or not found:
        if not found and not trouble:
            click.echo(_nothing(paths), err=True)
        code = 2
    sys.exit(code)


def _nothing(paths: Sequence[str]) -> str:
    where = ", ".join(paths) or "."
    return say(
        f"Aucune déclaration dans {where} : un fichier s’appelle *.gardefou.yaml. "
        "Créez-en une avec `gardefou new fiche.gardefou.yaml`.",
        f"No declaration in {where}: files are named *.gardefou.yaml. "
        "Create one with `gardefou new sheet.gardefou.yaml`.",
    )


def _targets(formats: Sequence[str], outputs: Sequence[str]) -> list[tuple[str, str | None]]:
    """Pair each output file with its format; formats without a file go to standard output."""
    targets: list[tuple[str, str | None]] = []
    left = list(formats)
    for output in outputs:
        name = _BY_ENDING.get(os.path.splitext(output)[1].lower())
        if name is None:
            if not left:
                raise click.UsageError(
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
        targets.append((name, output))
    targets += [(name, None) for name in left]
    return targets or [("text", None)]


def _lines(
    session: Session, paths: Iterable[str], day: str, chosen: Selection, fail_on: str
) -> int:
    from governance.cli.language import interface_language
    from governance.cli.quiet import line, outcomes

    language = interface_language()
    worst = 0
    for path in paths:
        declaration, counted, due = outcomes(session, path, day, chosen)
        unreadable = declaration.document.diagnostics or declaration.problems
        found = due or (fail_on == "undetermined" and counted["undetermined"])
        code = 2 if unreadable else 1 if found and fail_on != "never" else 0
        worst = max(worst, code)
        click.echo(line(path, counted, due, language))
    return worst


def _stream(session: Session, checked: Iterable[Assessed], day: str, fail_on: str) -> int:
    from governance.reporting.record import write_json

    codes = [0]

    def watched() -> Iterable[Assessed]:
        for one in checked:
            codes.append(exit_code(one, fail_on))
            yield one

    write_json(session.book, day, watched(), sys.stdout)
    return max(codes)


def _render(
    session: Session,
    checked: list[Assessed],
    day: str,
    language: str | None,
    targets: list[tuple[str, str | None]],
    fail_on: str,
    verbose: bool,
    no_color: bool,
) -> int:
    from governance import api
    from governance.reporting.formats import render

    spoken = language or (checked[0].language if checked else "fr")
    report = api.report(session, checked, day)
    for name, output in targets:
        stream: IO[str] = sys.stdout
        color = _color(stream, no_color) if output is None else False
        text = render(name, report, session.texts(spoken), color=color, verbose=verbose)
        if output is None:
            click.echo(text, nl=not text.endswith("\n"), color=True)
        else:
            write_whole(output, text)
    return max((exit_code(one, fail_on) for one in checked), default=0)


def _color(stream: IO[str], no_color: bool) -> bool:
    return not no_color and not os.environ.get("NO_COLOR") and stream.isatty()


def write_whole(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(draft, path)
    except OSError as error:
        if os.path.exists(draft):
            os.unlink(draft)
        raise click.FileError(path, str(error.strerror)) from error


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
