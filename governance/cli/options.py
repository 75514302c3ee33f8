"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from governance.cli.checking import today
from governance.cli.language import say, typed_language
from governance.cli.speech import Folder, OneOf
from governance.model.days import valid

__all__ = [
    "as_of_option",
    "lang_option",
    "paths_argument",
    "rules_option",
    "select_options",
    "today",
]

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[str]):
    """A day written 2026-11-24."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what is no day of the calendar."""
        if not valid(str(value)):
            self.fail(
                say(
                    f"« {value} » n’est pas une date : écrivez 2026-11-24.",
                    f"“{value}” is not a date: write 2026-11-24.",
                ),
                param,
                ctx,
            )
        return str(value)


def as_of_option() -> Decorator:
    """--as-of: the day on which the law is read."""
    return click.option(
        "--as-of",
        type=Day(),
        metavar=say("DATE", "DATE"),
        help=say(
            "Lit le droit à cette date (par défaut aujourd’hui).",
            "Read the law on this day (today by default).",
        ),
    )


def lang_option() -> Decorator:
    """--lang: the language of what is printed."""
    return click.option(
        "--lang",
        type=OneOf(["fr", "en"]),
        default=typed_language,
        help=say(
            "Langue (par défaut celle de la déclaration, puis du système, puis le français).",
            "Language (by default the declaration’s, then the system’s, then French).",
        ),
    )


def rules_option() -> Decorator:
    """--rules: folders of rules of one's own."""
    return click.option(
        "--rules",
        "folders",
        multiple=True,
        metavar=say("DOSSIER", "FOLDER"),
        type=Folder(),
        help=say("Ajoute un dossier de règles maison.", "Add a folder of house rules."),
    )


def select_options() -> Decorator:
    """--select and --ignore: by rule id prefix, name, theme or pack."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        function = click.option(
            "--ignore",
            multiple=True,
            metavar=say("CODE", "CODE"),
            help=say(
                "Laisse de côté des règles : début d’identifiant, thème, pack ou destinataire.",
                "Leave rules out: start of an id, theme, pack or addressee.",
            ),
        )(function)
        return click.option(
            "--select",
            multiple=True,
            metavar=say("CODE", "CODE"),
            help=say(
                "Ne retient que des règles : début d’identifiant (AIA-14), thème, pack…",
                "Keep only some rules: start of an id (AIA-14), theme, pack…",
            ),
        )(function)

    return decorate


def paths_argument() -> Decorator:
    """Take declarations: files, folders, or - for standard input."""
    return click.argument(
        "paths", nargs=-1, metavar=say("[FICHIER|DOSSIER|-]…", "[FILE|FOLDER|-]…")
    )
