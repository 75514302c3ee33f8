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
from governance.cli.speech import Command, OneOf, Positive


@click.command(
    cls=Command,
    short_help=say(
        "Ce qui reste à dire, le plus utile d’abord.",
        "What is still to be said, most useful first.",
    ),
    help=say(
        "Liste les questions ouvertes, dans l’ordre de ce que leurs réponses trancheraient.",
        "List the open questions, in the order of what their answers would settle.",
    ),
)
@paths_argument()
@click.option(
    "--limit",
    "-n",
    type=Positive(),
    default=10,
    help=say("Nombre de questions, 10 sans précision.", "Number of questions, 10 by default."),
)
@click.option(
    "--all", "everything", is_flag=True, help=say("Toutes les questions.", "All the questions.")
)
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "markdown", "yaml"]),
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
    from governance.cli.paths import complain_of, declarations
    from governance.reporting.questions import render_questions

    day = as_of or today()
    session = api.Session(folders)
    found, trouble = declarations(paths)
    fallback = environment_language() or "fr"
    checked = api.check(session, found, day, lang, digests=False, fallback=fallback)
    for position, one in enumerate(checked):
        if position:
            click.echo()
        trouble = complain_of(one) or trouble
        report = api.report(session, [one], day)
        text = render_questions(
            report, session.texts(one.language), form=form, limit=None if everything else limit
        )
        click.echo(text, nl=False)
    sys.exit(2 if trouble else 0)
