"""The command line; each command, and click itself, is imported only when it is called."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(args: Sequence[str] | None = None, prog_name: str = "gardefou") -> NoReturn:
    """Run the command line and exit: 0, 1 findings, 2 usage or input, 70 internal error."""
    from governance.cli.language import listen
    from governance.cli.output import prepare

    words = list(sys.argv[1:] if args is None else args)
    listen(words)
    prepare()
    try:
        code = _run(words, prog_name)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads our output has seen enough; nothing is left to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except KeyboardInterrupt:
        code = 1
    except Exception as error:  # noqa: BLE001 - the last place to speak to the user
        code = _told(error)
    if args is None and sys.gettrace() is None and sys.getprofile() is None:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> NoReturn:
    """Exit without taking apart, one by one, all that was loaded: nothing is left to save."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _run(words: list[str], prog_name: str) -> int:
    if words == ["--version"]:
        from governance import __version__

        sys.stdout.write(f"gardefou {__version__}\n")
        return 0
    from governance.cli.door import plain_check

    request = plain_check(words)
    if request is not None:
        import gc

        from governance.cli.checking import run

        gc.disable()  # looking for garbage takes longer than what a few declarations leave
        return run(request)
    from governance.cli.commands import run_command

    return run_command(words, prog_name)


def _told(error: Exception) -> int:
    """Say what went wrong; return 2 for what the user can mend, 70 for what we must."""
    from governance.cli.language import say
    from governance.cli.output import complain
    from governance.errors import GovernanceError

    if isinstance(error, GovernanceError):
        complain(str(error))
        return 2
    import traceback

    traceback.print_exception(error)
    complain(
        say(
            "Erreur interne : ce n’est pas votre déclaration. Merci de signaler ce qui précède.",
            "Internal error: this is not your declaration. Please report what is above.",
        )
    )
    return 70
