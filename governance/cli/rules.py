"""``gardefou rules``: list, show, lint, test, coverage and new rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from governance.cli.language import interface_language, say
from governance.cli.options import Decorator, as_of_option, lang_option, rules_option, today
from governance.cli.speech import Group, OneOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.authoring.lint import Finding
    from governance.loading.packs import PackSource
    from governance.loading.rule_files import Lowered
    from governance.model.book import RuleBook


@click.group(
    cls=Group,
    help=say(
        "Voir, vérifier, tester et écrire les règles.",
        "See, check, test and write the rules.",
    ),
)
def rules() -> None:
    """Hold the commands about rules."""


def _paths() -> Decorator:
    """Take rule files or folders of rules."""
    return click.argument(
        "paths",
        nargs=-1,
        metavar=say("[FICHIER|DOSSIER]…", "[FILE|FOLDER]…"),
        type=click.Path(exists=True),
    )


def _load(
    paths: Sequence[str], folders: Sequence[str]
) -> tuple[RuleBook, PackSource, list[Lowered]]:
    """Load the packs; say everything that is wrong with the files that were asked for."""
    from governance.authoring.folders import folders_of, shown
    from governance.authoring.loading_words import told
    from governance.authoring.selection import concerns
    from governance.errors import RulePackError
    from governance.loading.packs import load

    try:
        return load(folders_of(paths, folders), lambda path: concerns(path, paths))
    except RulePackError as error:
        language = interface_language()
        for path, line, what in error.problems:
            click.echo(f"{shown(path)}:{line}: {told(path, what).in_(language)}", err=True)
        sys.exit(2)


@rules.command(help=say("Exécute les cas écrits dans les règles.", "Run the cases in the rules."))
@_paths()
@click.option(
    "--decisive",
    is_flag=True,
    help=say(
        "Vérifie aussi que retirer ou inverser chaque condition fait échouer un cas.",
        "Also check that removing or negating each condition breaks a case.",
    ),
)
@lang_option()
@rules_option()
def test(
    paths: tuple[str, ...], decisive: bool, lang: str | None, folders: tuple[str, ...]
) -> None:
    """Run inline cases; exit 1 when one fails or a condition is not decisive."""
    del lang  # the interface reads it
    from governance.authoring import coherence
    from governance.authoring.decisive import count, survivors
    from governance.authoring.folders import shown
    from governance.authoring.selection import within
    from governance.authoring.selftest import failures

    book, source, lowered = _load(paths, folders)
    chosen = within(lowered, paths)
    stated = coherence.within(source.stated, paths)
    remarks = coherence.tried(book, source, paths)
    broken = [*failures(book, chosen), *remarks.broken]
    for failure in broken:
        place = f"{shown(failure.path)}:{failure.line}"
        click.echo(f"{place}: {failure.rule}: {failure.name}: {failure.what}")
    cases = sum(len(one.entry.tests.cases) for one in chosen) + remarks.cases
    click.echo(
        f"{_counted(len(chosen), remarks.contradictions, remarks.lists)}, "
        + say(f"{cases} cas, {len(broken)} en échec", f"{cases} cases, {len(broken)} failing")
    )
    left = []
    if decisive and not broken:
        left = [*survivors(book, chosen), *coherence.survivors(book, stated)]
        for survivor in left:
            place = f"{shown(survivor.path)}:{survivor.line}"
            click.echo(f"{place}: {survivor.rule}: {survivor.change}")
        tried = sum(count(one) for one in chosen) + sum(map(coherence.count, stated))
        click.echo(
            say(
                f"{tried} changements essayés, {len(left)} sans effet sur les cas",
                f"{tried} changes tried, {len(left)} unnoticed by the cases",
            )
        )
    sys.exit(1 if broken or left else 0)


@rules.command(
    help=say(
        "Relit les fichiers de règles : identifiants, citations, textes, cas, vocabulaire.",
        "Read the rule files again: ids, citations, texts, cases, vocabulary.",
    )
)
@_paths()
@click.option(
    "--notes",
    is_flag=True,
    help=say("Montre aussi les simples remarques.", "Show mere remarks too."),
)
@click.option(
    "--checks", "table", is_flag=True, help=say("Liste les contrôles.", "List the checks.")
)
@as_of_option()
@lang_option()
@rules_option()
def lint(
    paths: tuple[str, ...],
    notes: bool,
    table: bool,
    as_of: str | None,
    lang: str | None,
    folders: tuple[str, ...],
) -> None:
    """Report what is to mend; exit 1 when something is an error."""
    from governance.authoring.folders import folders_of, shown
    from governance.authoring.lint import CHECKS
    from governance.authoring.lint import lint as check

    language = lang or interface_language()
    if table:
        for code, one in CHECKS.items():
            click.echo(f"{code}  {one.severity:<7}  {one.title.in_(language)}")
        return
    findings = check(folders_of(paths, folders), paths, as_of)
    for finding in findings:
        if notes or finding.severity != "note":
            place = f"{shown(finding.path)}:{finding.line}"
            click.echo(f"{place}: {finding.code} {finding.message.in_(language)}")
    click.echo(_tally(findings, notes=notes))
    sys.exit(1 if any(finding.severity == "error" for finding in findings) else 0)


def _tally(found: list[Finding], *, notes: bool) -> str:
    number = {
        severity: sum(one.severity == severity for one in found)
        for severity in ("error", "warning", "note")
    }
    more = "" if notes or not number["note"] else say(" (--notes les montre)", " (see --notes)")
    counts = (
        _many(number["error"], "erreur", "error"),
        _many(number["warning"], "avertissement", "warning"),
        _many(number["note"], "remarque", "note"),
    )
    return ", ".join(counts) + more


def _counted(rules: int, contradictions: int, lists: int) -> str:
    """Name what was tested; of what there is none only rules are told."""
    told = [_many(rules, "règle", "rule")] if rules or not contradictions + lists else []
    if contradictions:
        told.append(_many(contradictions, "contradiction", "contradiction"))
    if lists:
        told.append(_many(lists, "lexique", "word list"))
    return ", ".join(told)


def _many(number: int, fr: str, en: str) -> str:
    """Return a number of things; French counts none as one."""
    return say(
        f"{number} {fr}{'s' if number > 1 else ''}", f"{number} {en}{'s' if number != 1 else ''}"
    )


@rules.command(
    "list",
    help=say(
        "Liste les règles, par thème, ensemble ou destinataire.",
        "List the rules, by theme, pack or addressee.",
    ),
)
@click.option("--theme", "themes", multiple=True, help=say("Un thème.", "A theme."))
@click.option("--pack", "packs", multiple=True, help=say("Un ensemble : gdpr.", "A pack: gdpr."))
@click.option(
    "--addressee",
    "addressees",
    multiple=True,
    help=say("Un destinataire : deployer.", "An addressee: deployer."),
)
@click.option(
    "--open",
    "only_open",
    is_flag=True,
    help=say("Celles qui laissent un point ouvert.", "Those that leave a point open."),
)
@click.option(
    "--derivations",
    is_flag=True,
    help=say("Ajoute les règles qui qualifient.", "Add the rules that qualify."),
)
@as_of_option()
@lang_option()
@rules_option()
def list_(
    themes: tuple[str, ...],
    packs: tuple[str, ...],
    addressees: tuple[str, ...],
    only_open: bool,
    derivations: bool,
    as_of: str | None,
    lang: str | None,
    folders: tuple[str, ...],
) -> None:
    """Print one line per rule of the law of the day."""
    from governance.api import Session
    from governance.authoring.catalogue import Filter, listed, shown
    from governance.reporting.voice import voice

    session = Session(folders)
    speaking = voice(session.book, session.texts(lang or interface_language()))
    chosen = Filter(themes, packs, addressees, only_open, derivations)
    found = listed(speaking, chosen, as_of or today())
    for line in shown(speaking, found, points=only_open):
        click.echo(line)
    several = {rule.theme for rule in session.book.rules if rule.theme}
    if not found and themes:
        known = ", ".join(sorted(several))
        click.echo(say(f"Aucune règle. Thèmes : {known}", f"No rule. Themes: {known}"), err=True)
    click.echo(_many(len(found), "règle", "rule"))


@rules.command(
    help=say(
        "Montre une règle en toutes lettres, avec ses cas, ou un fait du vocabulaire.",
        "Show a rule in full words, with its cases, or a fact of the vocabulary.",
    )
)
@click.argument("name", metavar=say("RÈGLE|FAIT", "RULE|FACT"))
@as_of_option()
@lang_option()
@rules_option()
def show(name: str, as_of: str | None, lang: str | None, folders: tuple[str, ...]) -> None:
    """Print the page of a rule, by id or name, or of a fact."""
    from governance.authoring.show import page
    from governance.cli.names import unknown_name

    language = lang or interface_language()
    packs = _load((), folders)
    text = page(packs, name, language, as_of or today())
    if text is None:
        click.echo(unknown_name(packs[0], name), err=True)
        sys.exit(2)
    click.echo(text, nl=False)


@rules.command(
    help=say(
        "Dit quelles dispositions des textes une règle couvre, et lesquelles restent à faire.",
        "Say which provisions of the texts a rule covers, and which remain.",
    )
)
@click.option(
    "--format", "form", type=OneOf(["text", "markdown", "json"]), default="text",
    help=say("Forme du résultat.", "Form of the result."),
)  # fmt: skip
@click.option(
    "--remaining",
    is_flag=True,
    help=say("Nomme ce qui reste à faire.", "Name what remains."),
)
@as_of_option()
@lang_option()
@rules_option()
def coverage(
    form: str, remaining: bool, as_of: str | None, lang: str | None, folders: tuple[str, ...]
) -> None:
    """Print the coverage of each text, law and guidance apart."""
    from governance.authoring import coverage as covered
    from governance.authoring import coverage_text
    from governance.loading.pack_texts import texts
    from governance.model.texts import Texts

    _, source, lowered = _load((), folders)
    day, language = as_of or today(), lang or interface_language()
    found = covered.coverage(source, day)
    if form == "json":
        import json

        click.echo(json.dumps(covered.record(found, day), ensure_ascii=False, indent=2))
        return
    words = Texts(language, texts(source, lowered, language))
    if form == "markdown":
        click.echo(coverage_text.markdown(found, words, day), nl=False)
    else:
        click.echo(coverage_text.text(found, words, day, remaining=remaining), nl=False)


@rules.command(
    help=say(
        "Commence une règle : un fichier commenté, que ses cas vérifient déjà.",
        "Start a rule: a commented file that its cases already check.",
    )
)
@click.argument("name", metavar="ID")
@click.argument(
    "folder",
    required=False,
    metavar=say("[DOSSIER]", "[FOLDER]"),
    type=click.Path(file_okay=False),
)
@lang_option()
def new(name: str, folder: str | None, lang: str | None) -> None:
    """Print the file, or write it in a folder of house rules with what the folder lacks."""
    from governance.authoring.scaffold import ID
    from governance.authoring.start import AlreadyThereError, start, write

    if not ID.fullmatch(name):
        raise click.UsageError(
            say(
                f"« {name} » n’est pas un identifiant de règle : écrivez par exemple MAISON-1.",
                f"“{name}” is no id of a rule: write HOUSE-1, for example.",
            )
        )
    language = lang or interface_language()
    begun = start(name, today(), language)
    if folder is None:
        click.echo(begun.text, nl=False)
        return
    try:
        written = write(begun, folder)
    except AlreadyThereError as error:
        raise click.UsageError(
            say(
                f"{error} existe déjà : un identifiant ne sert qu’une fois.",
                f"{error} exists: an id is used only once.",
            )
        ) from None
    for path in written:
        click.echo(path)
    click.echo(
        say(
            f"Puis : gardefou rules test {folder} --decisive",
            f"Then: gardefou rules test {folder} --decisive",
        )
    )
