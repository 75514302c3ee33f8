"""The commands by name, each imported on use, run by click."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from governance import __version__
from governance.cli.language import say
from governance.cli.output import complain
from governance.cli.speech import Group, OneOf, told
from governance.text import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = {
    "check": ("governance.cli.check", "check"),
    "classify": ("governance.cli.classify", "classify"),
    "why": ("governance.cli.why", "why"),
    "explain": ("governance.cli.explain", "explain"),
    "questions": ("governance.cli.questions", "questions"),
    "timeline": ("governance.cli.timeline", "timeline"),
    "new": ("governance.cli.new", "new"),
    "rules": ("governance.cli.rules", "rules"),
    "schema": ("governance.cli.schema", "schema"),
}
"""In the order in which a newcomer needs them."""


class LazyGroup(Group):
    """A group whose commands are imported on use: start-up stays short."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - of click
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - of click
        cmd_name: str,
    ) -> click.Command | None:
        """Import a command by name."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: click.Command = getattr(import_module(place[0]), place[1])
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command when none has that name."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            near = nearest(name, COMMANDS)
            hint = say(f" Vouliez-vous dire « {near} » ?", f" Did you mean “{near}”?")
            ctx.fail(
                say(f"Commande inconnue : « {name} ».", f"Unknown command: “{name}”.")
                + (hint if near else "")
            )
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    help=say(
        "Vérifie des déclarations de cas d’usage de l’IA au regard du règlement IA et du RGPD.",
        "Check declarations of AI use cases against the AI Act and the GDPR.",
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=say(
        "Commencez par : gardefou new ma-fiche.gardefou.yaml, puis gardefou check .",
        "Start with: gardefou new my-sheet.gardefou.yaml, then gardefou check .",
    ),
)
@click.version_option(
    __version__,
    "--version",
    prog_name="gardefou",
    message="%(prog)s %(version)s",
    help=say("Montre la version.", "Show the version."),
)
@click.option(
    "--lang",
    type=OneOf(["fr", "en"]),
    expose_value=False,
    help=say("Langue de ce qui est écrit.", "Language of what is printed."),
)
def cli() -> None:
    """Hold the commands."""


def run_command(words: Sequence[str], prog_name: str) -> int:
    """Run a command and return its exit code; say what is wrong with a command line."""
    try:
        code = cli.main(args=list(words), prog_name=prog_name, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        complain(error.format_message())
        return 2
    except click.ClickException as error:
        complain(told(error))
        return 2
    except click.Abort:
        return 1
    sys.stdout.flush()
    return code if isinstance(code, int) else 0
