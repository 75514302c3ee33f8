"""``gardefou schema``: the published JSON Schemas, for editors and other tools."""

from __future__ import annotations

import os
import sys

import click

from governance.cli.language import interface_language, say
from governance.cli.options import lang_option
from governance.cli.speech import Command, OneOf

_NAMES = (
    "declaration",
    "report",
    "rules",
    "vocabulary",
    "parameters",
    "instruments",
    "norms",
    "pack",
)


@click.command(
    cls=Command,
    short_help=say("Les schémas JSON publiés.", "The published JSON Schemas."),
    help=say(
        "Écrit un schéma JSON publié (declaration par défaut), pour un éditeur ou un autre outil.",
        "Print a published JSON Schema (declaration by default), for an editor or another tool.",
    ),
)
@click.argument("name", type=OneOf(_NAMES), default="declaration", metavar=say("[NOM]", "[NAME]"))
@click.option(
    "--path",
    "only_path",
    is_flag=True,
    help=say("Écrit seulement le chemin du fichier.", "Print only the path of the file."),
)
@lang_option()
def schema(name: str, only_path: bool, lang: str | None) -> None:
    """Print a schema or its path; the declaration's has French and English variants."""
    from governance import resources
    from governance.errors import ResourceNotFoundError

    language = f".{lang or interface_language()}" if name == "declaration" else ""
    path = os.path.join(resources.schemas(), f"{name}.v1{language}.schema.json")
    if not os.path.isfile(path):
        raise ResourceNotFoundError(path)
    if only_path:
        click.echo(path)
        return
    with open(path, encoding="utf-8") as file:
        sys.stdout.write(file.read())
