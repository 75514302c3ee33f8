"""Arguments to declarations: files, folders, standard input; and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.cli.language import interface_language, say
from governance.cli.output import complain
from governance.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.model.report import Assessed


def declarations(paths: Sequence[str]) -> tuple[list[str], bool]:
    """Return the declarations named or found in folders; say what cannot be found.

    The second value tells that something was wrong.
    """
    from governance.reporting.typography import plain
    from governance.source.discovery import discover

    found, faults = discover(list(paths) or ["."])
    for fault in faults:
        complain(plain(fault.message.in_(interface_language())))
    if not found and not faults:
        complain(_nothing(paths))
    return found, bool(faults) or not found


def declaration(path: str) -> str:
    """Return the one declaration that a path stands for."""
    found, trouble = declarations((path,))
    if trouble:
        raise SystemExit(2)
    if len(found) > 1:
        raise CommandError(
            say(
                f"{path} contient {len(found)} déclarations : nommez-en une.",
                f"{path} holds {len(found)} declarations: name one.",
            )
        )
    return found[0]


def complain_of(one: Assessed) -> bool:
    """Say what has to be mended in a declaration; tell whether there is anything."""
    from governance.reporting.typography import plain

    errors = [finding for finding in one.findings if finding.severity == "error"]
    for finding in errors:
        path, line, column = finding.location
        complain(f"{plain(path)}:{line}:{column}: {finding.code} {plain(finding.message)}")
    return bool(errors)


def _nothing(paths: Sequence[str]) -> str:
    where = ", ".join(paths) or say("ce dossier", "this folder")
    return say(
        f"Aucune déclaration dans {where} : un fichier s’appelle *.gardefou.yaml. "
        "Créez-en une avec `gardefou new fiche.gardefou.yaml`.",
        f"No declaration in {where}: files are named *.gardefou.yaml. "
        "Create one with `gardefou new sheet.gardefou.yaml`.",
    )
