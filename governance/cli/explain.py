"""``gardefou explain``: what a rule asks, or what a word of the vocabulary means."""

from __future__ import annotations

import sys

import click

from governance.cli.language import interface_language, say
from governance.cli.options import as_of_option, lang_option, rules_option, today
from governance.cli.speech import Command


@click.command(
    cls=Command,
    short_help=say(
        "Une règle, une question ou une mesure en clair.",
        "A rule, a question or a measure in plain words.",
    ),
    help=say(
        "Explique une règle (AIA-26-2), une question (decisions.final_word), une mesure ou le "
        "code d’une remarque (GF103).",
        "Explain a rule (AIA-26-2), a question (decisions.final_word), a measure or the code of a "
        "finding (GF103).",
    ),
)
@click.argument("name", metavar=say("NOM", "NAME"))
@as_of_option()
@lang_option()
@rules_option()
def explain(name: str, as_of: str | None, lang: str | None, folders: tuple[str, ...]) -> None:
    """Print the page of a rule or of a word."""
    from governance import api
    from governance.cli.names import rule_called, unknown_name, word_called

    language = lang or interface_language()
    if name[2:].isdigit():
        from governance.authoring.codes import meaning

        told = meaning(name, language)
        if told is not None:
            click.echo(told)
            return
    session = api.Session(folders)
    texts = session.texts(language)
    rule = rule_called(session.book, name)
    word = word_called(session.book, name)
    if rule is not None:
        from governance.reporting.explain import explain_rule

        text = explain_rule(rule, session.book, texts, as_of=as_of or today())
    elif word is not None:
        from governance.reporting.fact_page import explain_word

        text = explain_word(word, session.book, texts)
    else:
        click.echo(unknown_name(session.book, name), err=True)
        sys.exit(2)
    click.echo(text, nl=False)
