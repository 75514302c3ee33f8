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
from governance.cli.speech import Command


@click.command(
    cls=Command,
    short_help=say(
        "Champ, rôles, haut risque, RGPD, et pourquoi.", "Scope, roles, high risk, GDPR, and why."
    ),
    help=say(
        "Qualifie des cas d’usage : champ, rôles, haut risque, transparence, RGPD ; avec les "
        "raisons.",
        "Qualify use cases: scope, roles, high risk, transparency, GDPR; with the reasons.",
    ),
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
    from governance.cli.paths import complain_of, declarations
    from governance.reporting.qualification import render_classification

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
        click.echo(render_classification(report, session.texts(one.language)), nl=False)
    sys.exit(2 if trouble else 0)
