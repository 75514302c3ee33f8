"""``gardefou timeline``: what binds a use case, and from when."""

from __future__ import annotations

import sys

import click

from governance.cli.language import environment_language, say
from governance.cli.options import as_of_option, lang_option, rules_option, today


@click.command(
    help=say(
        "Dit ce qui s’applique au cas d’usage, à partir de quand, et vos propres échéances.",
        "Say what binds the use case, from when, and your own deadlines.",
    )
)
@click.argument("path", metavar=say("FICHIER", "FILE"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "ics"]),
    default="text",
    help=say("ics : à importer dans un agenda.", "ics: to import into a calendar."),
)
@click.option("--output", "-o", metavar=say("FICHIER", "FILE"), help=say("Fichier.", "File."))
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
    from governance.cli.check import write_whole
    from governance.engine.timeline import milestones
    from governance.reporting.timeline import render_timeline

    day = as_of or today()
    session = api.Session(folders)
    declaration = session.read(path)
    one = api.assessed(session, declaration, day, lang or environment_language())
    report = api.report(session, [one], day)
    found = milestones(session.book, declaration.facts, day)
    text = render_timeline(report, session.texts(one.language), found, form)
    if output is None:
        sys.stdout.write(text)
    else:
        write_whole(output, text)
    sys.exit(2 if any(finding.severity == "error" for finding in one.findings) else 0)
