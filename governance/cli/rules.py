"""``gardefou rules``: list, show, lint, test and coverage of rule packs."""

from __future__ import annotations

import sys

import click

from governance.cli.language import say


@click.group(
    help=say(
        "Voir, vérifier et tester les règles.",
        "See, check and test the rules.",
    )
)
def rules() -> None:
    """Hold the commands about rules."""


@rules.command(help=say("Exécute les cas écrits dans les règles.", "Run the cases in the rules."))
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option(
    "--decisive",
    is_flag=True,
    help=say(
        "Vérifie aussi que retirer ou inverser chaque condition fait échouer un cas.",
        "Also check that removing or negating each condition breaks a case.",
    ),
)
@click.option("--rules", "folders", multiple=True, type=click.Path(exists=True, file_okay=False))
def test(paths: tuple[str, ...], decisive: bool, folders: tuple[str, ...]) -> None:
    """Run inline cases; exit 1 when one fails or a condition is not decisive."""
    from governance import resources
    from governance.authoring.decisive import count, survivors
    from governance.authoring.selection import concerns, within
    from governance.authoring.selftest import failures
    from governance.loading.packs import load

    book, _, lowered = load([resources.rules(), *folders], lambda path: concerns(path, paths))
    chosen = within(lowered, paths)
    broken = list(failures(book, chosen))
    for failure in broken:
        click.echo(
            f"{failure.path}:{failure.line}: {failure.rule}: {failure.name}: {failure.what}"
        )
    cases = sum(len(one.entry.tests.cases) for one in chosen)
    click.echo(
        say(
            f"{len(chosen)} règles, {cases} cas, {len(broken)} en échec",
            f"{len(chosen)} rules, {cases} cases, {len(broken)} failing",
        )
    )
    left = []
    if decisive and not broken:
        left = list(survivors(book, chosen))
        for survivor in left:
            click.echo(f"{survivor.path}:{survivor.line}: {survivor.rule}: {survivor.change}")
        tried = sum(count(one) for one in chosen)
        click.echo(
            say(
                f"{tried} conditions retirées ou inversées, {len(left)} sans effet sur les cas",
                f"{tried} conditions removed or negated, {len(left)} unnoticed by the cases",
            )
        )
    sys.exit(1 if broken or left else 0)
