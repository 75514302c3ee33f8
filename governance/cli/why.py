"""``gardefou why``: how one rule came out for one declaration, step by step."""

from __future__ import annotations

import sys

import click

from governance.cli.language import environment_language, say
from governance.cli.options import as_of_option, lang_option, rules_option, today
from governance.cli.speech import Command


@click.command(
    cls=Command,
    short_help=say(
        "Une règle ou une qualification, pas à pas.", "A rule or a qualification, step by step."
    ),
    help=say(
        "Montre pas à pas pourquoi une règle, ou une qualification, donne son résultat.",
        "Show step by step why a rule, or a qualification, comes out as it does.",
    ),
)
@click.argument("name", metavar=say("RÈGLE", "RULE"))
@click.argument("path", metavar=say("FICHIER", "FILE"))
@as_of_option()
@lang_option()
@rules_option()
def why(
    name: str, path: str, as_of: str | None, lang: str | None, folders: tuple[str, ...]
) -> None:
    """Print the whole trace of a rule."""
    from governance import api
    from governance.cli.names import rule_called, unknown_name
    from governance.cli.paths import complain_of, declaration
    from governance.reporting.why import render_why

    day = as_of or today()
    session = api.Session(folders)
    found = rule_called(session.book, name)
    rule = found.id if found is not None else name.casefold()
    if found is None and rule not in session.book.vocabulary.derived:
        click.echo(unknown_name(session.book, name), err=True)
        sys.exit(2)
    read = session.read(declaration(path))
    fallback = environment_language() or "fr"
    one = api.assessed(session, read, day, lang, traces=True, fallback=fallback)
    report = api.report(session, [one], day)
    click.echo(render_why(report, session.texts(one.language), rule), nl=False)
    sys.exit(2 if complain_of(one) else 0)
