"""``gardefou classify``: what the use case is under the texts, and why."""

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
        "Qualifie des cas d’usage : champ, rôles, haut risque, transparence, RGPD ; avec les raisons.",
        "Qualify use cases: scope, roles, high risk, transparency, GDPR; with the reasons.",
    )
)
@paths_argument()
@as_of_option()
@lang_option()
@rules_option()
def classify(
    paths: tuple[str, ...], as_of: str | None, lang: str | None, folders: tuple[str, ...]
) -> None:
    """Print a reasoned opinion for each declaration."""
    from governance import api
    from governance.cli.paths import declarations
    from governance.reporting.qualification import render_classification

    day = as_of or today()
    session = api.Session(folders)
    found, trouble = declarations(paths)
    for message in trouble:
        click.echo(message, err=True)
    language = lang or environment_language()
    unreadable = False
    for position, one in enumerate(api.check(session, found, day, language)):
        if position:
            click.echo()
        report = api.report(session, [one], day)
        click.echo(render_classification(report, session.texts(one.language)), nl=False)
        unreadable = unreadable or any(finding.severity == "error" for finding in one.findings)
    sys.exit(2 if trouble or unreadable or not found else 0)
