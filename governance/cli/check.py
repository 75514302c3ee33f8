"""``gardefou check``: what declarations lack, with article, reason, line and remedy."""

from __future__ import annotations

import sys
from typing import Any

import click

from governance.cli.checking import FORMATS, LEVELS, Request, run
from governance.cli.language import say
from governance.cli.options import (
    as_of_option,
    lang_option,
    paths_argument,
    rules_option,
    select_options,
)
from governance.cli.speech import Command, OneOf


@click.command(
    cls=Command,
    short_help=say("Manquements, raisons, lignes, remèdes.", "Gaps, reasons, lines, remedies."),
    help=say(
        "Vérifie des déclarations : manquements, raisons, lignes et remèdes.\n\n"
        "Sans chemin, vérifie le dossier courant ; « - » lit l’entrée standard. Codes de sortie : "
        "0 rien au niveau demandé, 1 des manquements, 2 déclaration à corriger ou commande "
        "impossible.",
        "Check declarations: gaps, reasons, lines and remedies.\n\n"
        "Without a path, check the current folder; “-” reads standard input. Exit codes: "
        "0 nothing at the level asked, 1 gaps, 2 a declaration to mend or a command that cannot "
        "be carried out.",
    ),
)
@paths_argument()
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=OneOf(FORMATS),
    help=say(
        "Format de sortie, text sans précision. Répétable avec --output.",
        "Output format, text unless you say. Repeatable with --output.",
    ),
)
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar=say("FICHIER", "FILE"),
    help=say(
        "Écrit dans un fichier ; le format suit la fin du nom (.md, .html, .json, .txt). "
        "Répétable.",
        "Write to a file; the format follows the ending (.md, .html, .json, .txt). Repeatable.",
    ),
)
@click.option(
    "--fail-on",
    type=OneOf(LEVELS),
    default="violated",
    help=say(
        "Ce qui donne le code de sortie 1 : violated, un manquement à ce jour (par défaut) ; "
        "undetermined, aussi une question ouverte ; never, rien.",
        "What gives exit code 1: violated, a gap as of today (by default); undetermined, an open "
        "question too; never, nothing.",
    ),
)
@as_of_option()
@lang_option()
@select_options()
@rules_option()
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help=say("Montre aussi ce qui n’appelle rien.", "Show what calls for nothing too."),
)
@click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help=say(
        "Une ligne par déclaration : fait pour en vérifier des milliers.",
        "One line per declaration: made for checking thousands.",
    ),
)
@click.option("--no-color", is_flag=True, help=say("Sans couleur.", "Without colour."))
def check(**chosen: Any) -> None:
    """Check declarations and write the formats asked for."""
    sys.exit(run(Request(**chosen)))
