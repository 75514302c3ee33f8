"""The reference of the rules as Markdown pages, one per rule file, in French and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from governance.authoring.coverage import article_rank
from governance.authoring.show import expected
from governance.reporting.clauses import Clause, clauses, exceptions
from governance.reporting.explain import reference_words
from governance.reporting.markdown import code, escape, prose
from governance.reporting.words import day, either, label, quoted, value_words
from governance.text import LocalText, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.loading.pack_files import RuleFile
    from governance.loading.rule_files import Lowered, Place
    from governance.model.rules import Derivation, Rule
    from governance.reporting.voice import Voice

GENERATED: Final = LocalText(
    "<!-- Page générée depuis {source} par python -m governance.authoring.publish : "
    "ne pas modifier ici. -->",
    "<!-- Page generated from {source} by python -m governance.authoring.publish: "
    "do not edit here. -->",
)
_MOST_ARTICLES: Final = 6

TOPICS: Final = {
    "agent_actions": LocalText("actions des agents", "actions of agents"),
    "agent_networks": LocalText("réseaux d’agents", "networks of agents"),
    "agents": LocalText("agents", "agents"),
    "content": LocalText("contenus", "content"),
    "data": LocalText("données", "data"),
    "decisions": LocalText("décisions", "decisions"),
    "pilot": LocalText("essai", "trial"),
    "production": LocalText("exploitation", "operations"),
    "responsibility": LocalText("responsabilités", "responsibilities"),
    "risks": LocalText("risques", "risks"),
    "risky_actions": LocalText("actions à risque", "risky actions"),
    "suppliers": LocalText("fournisseurs", "suppliers"),
    "tools": LocalText("outils", "tools"),
    "value": LocalText("valeur attendue", "expected value"),
}
"""What the files of good practice are about; other files are called by their name."""

_CASE: Final = LocalText("Cas", "Case")
_EXPECTED: Final = LocalText("Résultat attendu", "Expected result")
_OPEN: Final = LocalText("Points ouverts", "Open points")
_REVIEWED: Final = LocalText("Relu le {day} ({by}).", "Reviewed on {day} ({by}).")
_SOURCE: Final = LocalText("Fichier : {path}", "File: {path}")
_COVERS: Final = LocalText("Dispositions couvertes", "Provisions covered")
_REPLACED: Final = LocalText("Remplacée par {rule}", "Replaced by {rule}")


def rule_page(
    voice: Voice, place: Place, file: RuleFile, rules: Iterable[Lowered], as_of: str
) -> str:
    """Return the page of a rule file: law, reason, conditions in words, remedy, cases."""
    language = voice.language
    source = f"rules/{place.name}"
    reviewed = _REVIEWED.in_(language).format(
        day=day(voice, file.reviewed.on), by=file.reviewed.by
    )
    out = [
        GENERATED.in_(language).format(source=source),
        "",
        f"# {escape(page_title(voice, place, file))}",
        "",
        f"{escape(_SOURCE.in_(language).format(path=source))}. {escape(reviewed)}",
    ]
    for one in rules:
        out += ["", *_rule(voice, one, as_of)]
    return finished(out, language)


def finished(lines: Iterable[str], language: str) -> str:
    """Return lines as a page, with the typography of the language and one line at the end."""
    shown = [line if line.startswith("<!--") else typeset(line, language) for line in lines]
    return "\n".join(line.rstrip() for line in shown).rstrip("\n") + "\n"


def page_title(voice: Voice, place: Place, file: RuleFile) -> str:
    """Return what a file is about: its articles as precisely as they agree, or its text."""
    short = str(voice.texts.instrument(file.instrument).get("short", file.instrument))
    kind = voice.texts.instrument(file.instrument).get("kind")
    if kind in {"regulation", "statute"}:
        subject = _articles(file)
        if subject:
            return _capital(voice.law([f"{file.instrument}:{one}" for one in subject]))
    stem = place.name.rpartition("/")[2].removesuffix(".yaml")
    if stem.replace("-", "_") == file.instrument:
        return _capital(short)
    colon = " : " if voice.language == "fr" else ": "
    plain = stem.replace("_", " ").replace("-", " ")
    subject_words = TOPICS.get(stem, LocalText(plain, plain)).in_(voice.language)
    return f"{_capital(short)}{colon}{subject_words}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _articles(file: RuleFile) -> list[str]:
    """Return the place that all rules of a file share, or the articles they are about."""
    locators = [
        locator
        for entry in file.rules
        for name, _, locator in [entry.cites[0].partition(":")]
        if name == file.instrument and locator and not locator.startswith("recital-")
    ]
    heads = sorted({one.partition(".")[0] for one in locators}, key=article_rank)
    if len(heads) != 1:
        return heads if len(heads) <= _MOST_ARTICLES else []
    shared = [
        parts[0]
        for parts in zip(*(one.split(".") for one in locators), strict=False)
        if len(set(parts)) == 1
    ]
    return [".".join(shared)]


def anchor(rule: str) -> str:
    """Return the anchor of a rule in its page."""
    return rule.lower()


def _rule(voice: Voice, one: Lowered, as_of: str) -> Iterator[str]:
    entry = one.entry
    rule = one.rule or one.derivation
    if rule is None:
        return
    language = voice.language
    words = voice.texts.rule(entry.id)
    yield f'<a id="{anchor(entry.id)}"></a>'
    yield ""
    yield f"## {escape(words['title'])}"
    yield ""
    yield " · ".join([code(entry.id), code(entry.name), *_identity(voice, one)])
    yield ""
    yield prose(words["why"])
    yield from _part(voice, "explain.law", [_cited(voice, rule.cites)])
    if one.rule is not None:
        yield from _requirement(voice, one.rule, as_of)
    elif one.derivation is not None:
        yield from _conclusion(voice, one.derivation)
    yield from _texts(voice, rule)
    if words.get("remedy"):
        yield from _part(voice, "t.remedy", [prose(words["remedy"])])
    points = [_point(voice, point) for point in words.get("open_points", ())]
    if points:
        yield from _headed(_OPEN.in_(language), points)
    if entry.covers:
        listed = ", ".join(code(norm) for norm in entry.covers)
        yield from _headed(_COVERS.in_(language), [listed])
    yield from _cases(voice, one)


def _point(voice: Voice, point: dict[str, Any]) -> str:
    kind = escape(voice.say("open_point." + point["kind"]))
    law = f" ({escape(voice.law(point['cites']))})" if point.get("cites") else ""
    colon = " : " if voice.language == "fr" else ": "
    return f"- {kind}{law}{colon}{prose(point['text'])}"


def _identity(voice: Voice, one: Lowered) -> Iterator[str]:
    entry = one.entry
    yield escape(voice.say(f"kind.{entry.kind}"))
    if one.rule is not None:
        yield escape(voice.say(f"severity.{one.rule.severity}"))
        if entry.addressee:
            shown = [voice.messages.get(f"addressee.{who}", who) for who in entry.addressee]
            yield escape(either(voice, shown, "word.and"))
    yield escape(voice.say("explain.revision", n=entry.revision))
    if entry.status != "stable":
        yield escape(voice.messages.get(f"status_of.{entry.status}", entry.status))
    if entry.replaced_by is not None:
        yield escape(_REPLACED.in_(voice.language).format(rule=entry.replaced_by))


def _cited(voice: Voice, cites: tuple[str, ...]) -> str:
    return escape(voice.law(cites, full=True))


def _requirement(voice: Voice, rule: Rule, as_of: str) -> Iterator[str]:
    items = rule.for_each or ""
    if items:
        name = quoted(voice, voice.texts.title(items))
        each = voice.say("clause.every", items=name)
        yield from _part(voice, "explain.for_each", [escape(each)])
    if rule.applies_when is not None:
        yield from _part(
            voice, "explain.applies", bullets(clauses(voice, rule.applies_when, items))
        )
    if rule.unless:
        yield from _part(
            voice, "explain.unless", bullets(exceptions(voice, rule.unless, items, 0))
        )
    yield from _part(voice, "explain.requires", bullets(clauses(voice, rule.requires, items)))
    for title, reference in (("explain.from", rule.in_force_from), ("explain.due", rule.due)):
        if reference is not None:
            yield from _part(voice, title, [escape(reference_words(voice, reference, as_of))])


def _conclusion(voice: Voice, rule: Derivation) -> Iterator[str]:
    title = voice.texts.title(rule.fact)
    if rule.collect:
        gathered = [quoted(voice, voice.texts.title(one)) for one in rule.collect]
        value = voice.say("explain.collect", facts=either(voice, gathered, "word.and"))
    elif rule.member is not None:
        value = quoted(voice, label(voice, rule.fact, rule.member))
    elif isinstance(rule.value, dict):
        value = reference_words(voice, rule.value, "9999-12-31")
    else:
        value = value_words(voice, rule.fact, rule.value)
    told = voice.say("read.titled", title=title, value=value)
    yield from _part(voice, "explain.concludes", [f"{escape(told)} ({code(rule.fact)})"])
    if not rule.collect:
        yield from _part(voice, "explain.when", bullets(clauses(voice, rule.when)))
    if rule.unless:
        yield from _part(voice, "explain.unless", bullets(exceptions(voice, rule.unless, "", 0)))


def _texts(voice: Voice, rule: Rule | Derivation) -> Iterator[str]:
    for title, since in (
        ("explain.text_from", rule.text_from),
        ("explain.text_until", rule.text_until),
    ):
        if since is not None:
            yield from _part(voice, title, [escape(day(voice, since))])


def bullets(found: Iterable[Clause]) -> list[str]:
    """Return conditions as a Markdown list."""
    return [f"{'  ' * clause.depth}- {escape(clause.text)}" for clause in found]


def _cases(voice: Voice, one: Lowered) -> Iterator[str]:
    rows = [
        f"| {escape(case.name)} | {escape(_expected(voice, case.expect))} |"
        for case in one.entry.tests.cases
    ]
    language = voice.language
    head = [f"| {_CASE.in_(language)} | {_EXPECTED.in_(language)} |", "| --- | --- |"]
    yield from _part(voice, "explain.cases", head + rows)


def _expected(voice: Voice, value: Any) -> str:
    """Return an expectation with the words of reports where there are some."""
    if isinstance(value, str):
        return voice.messages.get(f"outcome.{value}", value)
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return "; ".join(f"{name}: {_expected(voice, one)}" for name, one in value.items())
    return expected(value)


def _part(voice: Voice, title: str, lines: list[str]) -> Iterator[str]:
    yield from _headed(voice.say(title), lines)


def _headed(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"**{escape(title)}**"
    yield ""
    yield from lines
