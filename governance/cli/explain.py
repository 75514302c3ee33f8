"""``gardefou explain``: what a rule asks, or what a fact of the vocabulary means."""

from __future__ import annotations

import sys

import click

from governance.cli.language import interface_language, say
from governance.cli.options import lang_option, rules_option


@click.command(
    help=say(
        "Explique une règle (AIA-26-2), une question (decisions.final_word) ou une mesure.",
        "Explain a rule (AIA-26-2), a question (decisions.final_word) or a measure.",
    )
)
@click.argument("name", metavar=say("NOM", "NAME"))
@lang_option()
@rules_option()
def explain(name: str, lang: str | None, folders: tuple[str, ...]) -> None:
    """Print the page of a rule or of a fact."""
    from governance import api
    from governance.cli.names import unknown_name
    from governance.reporting.explain import render_explanation

    session = api.Session(folders)
    language = lang or interface_language()
    text = render_explanation(session.book, session.texts(language), name)
    if text is None:
        click.echo(unknown_name(session, name), err=True)
        sys.exit(2)
    click.echo(text, nl=False)

