"""The command line; each command is imported only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from governance import __version__
from governance.cli.language import say

_COMMANDS = {
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


class LazyGroup(click.Group):
    """A group whose commands are imported on use: start-up stays short."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - of click
        """Return the commands in the order in which a newcomer needs them."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - of click
        cmd_name: str,
    ) -> click.Command | None:
        """Import a command by name."""
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: click.Command = getattr(import_module(place[0]), place[1])
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command when none has that name."""
        name = args[0] if args else ""
        if name and name not in _COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, list(_COMMANDS), 1)
            hint = say(f" Vouliez-vous dire « {near[0]} » ?", f" Did you mean “{near[0]}”?")
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
    __version__, "--version", prog_name="gardefou", message="%(prog)s %(version)s"
)
def cli() -> None:
    """Hold the commands."""


def main(args: list[str] | None = None, prog_name: str = "gardefou") -> None:
    """Run the command line and exit: 0, 1 findings, 2 usage or input, 70 internal error."""
    try:
        cli.main(args=args, prog_name=prog_name, standalone_mode=True)
    except Exception as error:  # noqa: BLE001 - the last place to speak to the user
        _report(error)
        sys.exit(2 if _expected(error) else 70)


def _expected(error: Exception) -> bool:
    from governance.errors import GovernanceError

    return isinstance(error, GovernanceError)


def _report(error: Exception) -> None:
    if _expected(error):
        click.echo(str(error), err=True)
        return
    import traceback

    traceback.print_exception(error)
    click.echo(
        say(
            "Erreur interne : ce n’est pas votre déclaration. Merci de signaler ce qui précède.",
            "Internal error: this is not your declaration. Please report what is above.",
        ),
        err=True,
    )
