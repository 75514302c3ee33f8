"""``gardefou new``: start a declaration from the questions of the vocabulary."""

from __future__ import annotations

import os
import re

import click

from governance.cli.language import interface_language, say
from governance.cli.options import lang_option
from governance.cli.speech import Command


@click.command(
    cls=Command,
    short_help=say("Commence une déclaration.", "Start a declaration."),
    help=say(
        "Crée une déclaration à remplir : les questions en commentaire, aucune réponse supposée.",
        "Create a declaration to fill in: questions as comments, no answer assumed.",
    ),
)
@click.argument("path", metavar=say("FICHIER", "FILE"))
@click.option("--title", help=say("Titre du cas d’usage.", "Title of the use case."))
@click.option(
    "--all", "detail", is_flag=True, help=say("Toutes les questions.", "All the questions.")
)
@click.option(
    "--organisation",
    is_flag=True,
    help=say(
        "Ajoute les questions posées une fois pour l’organisation.",
        "Add the questions asked once for the organisation.",
    ),
)
@click.option("--force", is_flag=True, help=say("Remplace le fichier.", "Replace the file."))
@lang_option()
def new(
    path: str, title: str | None, detail: bool, organisation: bool, force: bool, lang: str | None
) -> None:
    """Write the skeleton of a declaration; an existing file is kept."""
    from governance.api import Session
    from governance.cli.output import write_whole
    from governance.reporting.skeleton import skeleton

    if os.path.exists(path) and not force:
        raise click.UsageError(
            say(
                f"{path} existe déjà : choisissez un autre nom, ou --force pour le remplacer.",
                f"{path} exists: choose another name, or --force to replace it.",
            )
        )
    if not path.endswith((".gardefou.yaml", ".gardefou.yml")):
        raise click.UsageError(
            say(
                f"Nommez le fichier {_stem(path)}.gardefou.yaml : c’est ainsi qu’il sera trouvé.",
                f"Name the file {_stem(path)}.gardefou.yaml: that is how it will be found.",
            )
        )
    language = lang or interface_language()
    session = Session()
    name = re.sub(r"[^a-z0-9]+", "-", _stem(path).casefold()).strip("-") or "cas-1"
    text = skeleton(
        session.book.vocabulary,
        session.texts(language),
        name=name,
        title=title or _stem(path) or name,
        detail=detail,
        once=organisation,
    )
    write_whole(path, text)
    click.echo(
        say(
            f"{path} est prêt. Répondez aux questions, puis : gardefou check {path}",
            f"{path} is ready. Answer the questions, then: gardefou check {path}",
        )
    )


def _stem(path: str) -> str:
    name = os.path.basename(path)
    for ending in (".gardefou.yaml", ".gardefou.yml", ".yaml", ".yml", ".json"):
        name = name.removesuffix(ending)
    return name
