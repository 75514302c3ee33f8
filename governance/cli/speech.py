"""Click in French and in English: help pages, and what is wrong with a command line."""

from __future__ import annotations

from typing import Any

import click
from click.exceptions import MissingParameter, NoSuchOption

from governance.cli.language import say
from governance.text import nearest

_WHOLE = 400
"""Characters of the help of a command in the list of commands: none is cut."""


class _Spoken(click.Command):
    """A command whose help page is in the language of the interface."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("Usage : ", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with what each is for."""
        found = [
            param.get_help_record(ctx)
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
        ]
        with formatter.section(say("Options\u00a0", "Options")):
            formatter.write_dl([record for record in found if record is not None])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("Montre cette aide.", "Show this help.")
        return option


class Command(_Spoken):
    """A command."""


class Group(_Spoken, click.Group):
    """A group of commands."""

    command_class = Command

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("subcommand_metavar", say("COMMANDE …", "COMMAND …"))
        super().__init__(*args, **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands with what each is for."""
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(_WHOLE))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(say("Commandes\u00a0", "Commands")):
            formatter.write_dl(rows)


class OneOf(click.Choice[str]):
    """One of some words; says which, and the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse any other word."""
        if value in self.choices:
            return str(value)
        shown = ", ".join(self.choices)
        near = nearest(str(value), self.choices)
        hint = say(f" Vouliez-vous dire « {near} » ?", f" Did you mean “{near}”?") if near else ""
        self.fail(
            say(
                f"« {value} » n’est pas un choix ({shown}).",
                f"“{value}” is not a choice ({shown}).",
            )
            + hint,
            param,
            ctx,
        )
        raise AssertionError  # fail() does not return


class Positive(click.ParamType[int]):
    """A whole number from 1."""

    name = "n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Refuse zero and what is no number."""
        if isinstance(value, int):
            return value
        if not (str(value).isascii() and str(value).isdigit()) or not 1 <= int(value) <= 10**6:
            self.fail(
                say(
                    f"« {value} » : il faut un nombre entier à partir de 1.",
                    f"“{value}”: this takes a whole number from 1.",
                ),
                param,
                ctx,
            )
        return int(value)


class Folder(click.ParamType[str]):
    """A folder that exists."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse files and what is not there."""
        from os.path import isdir

        if not isdir(str(value)):
            self.fail(
                say(f"« {value} » n’est pas un dossier.", f"“{value}” is not a folder."),
                param,
                ctx,
            )
        return str(value)


def told(error: click.ClickException) -> str:
    """Return what is wrong with a command line, and where help is."""
    what = _what(error)
    context = getattr(error, "ctx", None)
    if context is None:
        return what
    return what + "\n" + say("Aide : ", "Help: ") + f"{context.command_path} --help"


def _what(error: click.ClickException) -> str:
    if isinstance(error, NoSuchOption):
        near = nearest(error.option_name, _options(error.ctx))
        hint = say(f" Vouliez-vous dire {near} ?", f" Did you mean {near}?") if near else ""
        name = error.option_name
        return say(f"Option inconnue : {name}.", f"Unknown option: {name}.") + hint
    if isinstance(error, MissingParameter) and error.param is not None:
        name = _named(error)
        return say(f"Il manque {name}.", f"{name} is missing.")
    if isinstance(error, click.BadOptionUsage) and "requires" in error.message:
        name = error.option_name
        return say(f"{name} attend une valeur.", f"{name} takes a value.")
    if isinstance(error, click.BadParameter) and error.param is not None:
        return say(f"{_named(error)} : {error.message}", f"{_named(error)}: {error.message}")
    extra = error.message.partition("unexpected extra argument")[2].strip("s ()")
    if extra:
        return say(f"En trop sur la ligne : {extra}.", f"Too much on the line: {extra}.")
    return error.format_message()


def _named(error: click.BadParameter) -> str:
    """Return an argument by its name in usage, an option by its longest name."""
    param = error.param
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    if isinstance(param, click.Argument) and error.ctx is not None:
        return param.make_metavar(error.ctx)
    return ""


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    return [
        name
        for param in context.command.get_params(context)
        if isinstance(param, click.Option)
        for name in param.opts
        if name.startswith("--")
    ]
