"""``gardefou timeline``: what binds a use case, and from when."""

from __future__ import annotations

import sys

import click

from governance.cli.language import environment_language, say
from governance.cli.options import as_of_option, lang_option, rules_option, today
from governance.cli.speech import Command, OneOf


@click.command(
    cls=Command,
    short_help=say("Ce qui s’applique, et à partir de quand.", "What applies, and from when."),
    help=say(
        "Dit ce qui s’applique au cas d’usage, à partir de quand, et vos propres échéances.",
        "Say what binds the use case, from when, and your own deadlines.",
    ),
)
@click.argument("path", metavar=say("FICHIER", "FILE"))
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "markdown", "json", "ics"]),
    default="text",
    help=say("ics : à importer dans un agenda.", "ics: to import into a calendar."),
)
@click.option(
    "--output",
    "-o",
    metavar=say("FICHIER", "FILE"),
    help=say("Écrit dans un fichier.", "Write to a file."),
)
@as_of_option()
@lang_option()
@rules_option()
def timeline(
    path: str,
    form: str,
    output: str | None,
    as_of: str | None,
    lang: str | None,
    folders: tuple[str, ...],
) -> None:
    """Print the dates of one declaration."""
    from governance import api
    from governance.cli.output import write_whole
    from governance.cli.paths import complain_of, declaration
    from governance.engine.timeline import milestones
    from governance.reporting.timeline import render_timeline

    day = as_of or today()
    session = api.Session(folders)
    read = session.read(declaration(path))
    one = api.assessed(session, read, day, lang, fallback=environment_language() or "fr")
    report = api.report(session, [one], day)
    found = milestones(session.book, read.facts, day)
    text = render_timeline(report, session.texts(one.language), found, form)
    if output is None:
        sys.stdout.write(text)
    else:
        write_whole(output, text)
    sys.exit(2 if complain_of(one) else 0)
