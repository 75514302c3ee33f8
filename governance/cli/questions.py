"""``gardefou questions``: what is still to be answered, most useful first."""

from __future__ import annotations

import sys

import click

from governance.cli.language import environment_language, say
from governance.cli.options import (
    as_of_option,
    lang_option,
    paths_argument,
    rules_option,
    today,
)


@click.command(
    help=say(
        "Liste les questions ouvertes, dans l’ordre de ce que leurs réponses trancheraient.",
        "List the open questions, in the order of what their answers would settle.",
    )
)
@paths_argument()
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help=say("Nombre de questions.", "Number of questions."),
)
@click.option("--all", "everything", is_flag=True, help=say("Toutes.", "All of them."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "yaml"]),
    default="text",
    help=say(
        "text, markdown (à envoyer) ou yaml (à coller dans la déclaration).",
        "text, markdown (to send) or yaml (to paste into the declaration).",
    ),
)
@as_of_option()
@lang_option()
@rules_option()
def questions(
    paths: tuple[str, ...],
    limit: int,
    everything: bool,
    form: str,
    as_of: str | None,
    lang: str | None,
    folders: tuple[str, ...],
) -> None:
    """Print the questionnaire of each declaration."""
    from governance import api
    from governance.cli.paths import declarations
    from governance.reporting.questions import render_questions

    day = as_of or today()
    session = api.Session(folders)
    found, trouble = declarations(paths)
    for message in trouble:
        click.echo(message, err=True)
    language = lang or environment_language()
    for position, one in enumerate(api.check(session, found, day, language)):
        if position:
            click.echo()
        report = api.report(session, [one], day)
        text = render_questions(
            report, session.texts(one.language), form=form, limit=None if everything else limit
        )
        click.echo(text, nl=False)
    sys.exit(2 if trouble or not found else 0)
