"""Where results go: standard output, or files written whole or not at all."""

from __future__ import annotations

import os
import sys

from governance.cli.language import say
from governance.errors import CommandError


def prepare() -> None:
    """Make every character printable: UTF-8 into files and pipes, a stand-in on old terminals."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is None:
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            change(errors="replace")
        else:
            change(encoding="utf-8", errors="replace")


def put(text: str) -> None:
    """Write a text to standard output, ending with a line break."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def complain(text: str) -> None:
    """Write a message to standard error."""
    sys.stderr.write(f"{text}\n")


def write_whole(path: str, text: str) -> None:
    """Write a file whole or not at all; a file that was there stays until the new one is ready."""
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        os.replace(draft, path)
    except (OSError, ValueError) as error:
        _forget(draft)
        raise CommandError(_refused(path, error)) from error
    except BaseException:
        _forget(draft)
        raise


def _refused(path: str, error: Exception) -> str:
    why = str(getattr(error, "strerror", None) or error)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        why = say("son dossier n’existe pas", "its folder does not exist")
    elif isinstance(error, IsADirectoryError):
        why = say("c’est un dossier", "it is a folder")
    elif isinstance(error, PermissionError):
        why = say("l’accès est refusé", "access is denied")
    return say(f"{path} ne peut pas être écrit : {why}.", f"{path} cannot be written: {why}.")


def _forget(draft: str) -> None:
    try:
        os.unlink(draft)
    except (OSError, ValueError):
        return
