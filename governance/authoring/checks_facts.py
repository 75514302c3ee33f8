"""Checks of the vocabulary against the rules: what is derived, asked, read, left unsaid."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from governance.authoring.packs_in_view import Found, Packs, Place
from governance.authoring.reading import (
    conditions,
    facts_of,
    of_derivation,
    of_rule,
    parameters_of,
    references,
    sources_of,
    topics_of,
)
from governance.authoring.silence import switched_off_by
from governance.authoring.unasked import matters
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from governance.model.book import RuleBook

_YES_OR_NO: Final = frozenset({"yes", "no", "on", "off", "oui", "non", "true", "false", "y", "n"})
_FACT_LIKE: Final = re.compile(r"[a-z_]+(?:\.[a-z_0-9]+)+")


def never_derived(packs: Packs) -> Iterator[Found]:
    """Report derived facts, and members of complete sets, that no rule can establish."""
    book = packs.book
    if book is None:
        return
    for name, spec in book.vocabulary.derived.items():
        rules = [one for one in book.derivations.get(name, ()) if one.status != "retired"]
        place = packs.where("derived", name)
        if not rules:
            yield Found(
                place,
                LocalText(
                    f"{name} : aucune règle ne l’établit, il restera inconnu",
                    f"{name}: no rule sets it, it will stay unknown",
                ),
            )
        elif spec.type == "set" and spec.closed and not any(rule.collect for rule in rules):
            known = {rule.member for rule in rules}
            for member in spec.choices:
                if member not in known:
                    yield Found(
                        place,
                        LocalText(
                            f"{name} est complet, mais aucune règle ne donne « {member} » : "
                            "il serait toujours absent",
                            f"{name} is complete, but no rule gives “{member}”: "
                            "it would always be absent",
                        ),
                    )


def cycles(packs: Packs) -> Iterator[Found]:
    """Report facts that depend on themselves, through derivations and questions not arising."""
    book = packs.book
    if book is None:
        return
    graph = {
        name: sources_of(book, name) for name in (*book.vocabulary.derived, *book.vocabulary.facts)
    }
    done: set[str] = set()
    for name in graph:
        for loop in _loops(graph, name, done):
            kind = "derived" if loop[0] in book.vocabulary.derived else "facts"
            chain = " → ".join((*loop, loop[0]))
            yield Found(
                packs.where(kind, loop[0]),
                LocalText(f"définition circulaire : {chain}", f"circular definition: {chain}"),
            )


def _loops(
    graph: dict[str, frozenset[str]], start: str, done: set[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the loops found in a walk in depth from a fact not yet visited."""
    if start in done:
        return
    path: list[str] = [start]
    waiting = [iter(sorted(graph[start]))]
    while waiting:
        step = next(waiting[-1], None)
        if step is None:
            waiting.pop()
            done.add(path.pop())
        elif step in path:
            loop = path[path.index(step) :]
            first = loop.index(min(loop))
            yield (*loop[first:], *loop[:first])
        elif step in graph and step not in done:
            path.append(step)
            waiting.append(iter(sorted(graph[step])))


def silence_before_prohibition(packs: Packs) -> Iterator[Found]:
    """Report questions whose silence would settle a prohibition: unknown must stay unknown."""
    book = packs.book
    if book is None:
        return
    prohibitions = [rule for rule in book.rules if rule.kind == "prohibition"]
    off = {rule.id: switched_off_by(book, rule) for rule in prohibitions}
    for name, spec in book.vocabulary.facts.items():
        if not spec.does_not_arise:
            continue
        through = [
            rule.id
            for rule in prohibitions
            if any(matters(book, spec, one, rule) for one in off[rule.id].get(name, ()))
        ]
        if through:
            rules = ", ".join(through[:3]) + ("…" if len(through) > 3 else "")
            yield Found(
                packs.where("facts", name),
                LocalText(
                    f"{name} : non posée, la question écarterait {rules} sans que ses "
                    "conditions l’expliquent ; retirez `does_not_arise`",
                    f"{name}: not asked, the question would turn off {rules}, which its "
                    "conditions do not explain; remove `does_not_arise`",
                ),
            )


def asked_too_early(packs: Packs) -> Iterator[Found]:
    """Report questions whose `ask_when` reads a fact that is asked after them."""
    book = packs.book
    if book is None:
        return
    facts = book.vocabulary.facts
    for name, spec in facts.items():
        if spec.ask_when is None:
            continue
        later = [
            read
            for read in dict.fromkeys(facts_of(spec.ask_when, spec.parent or ""))
            if read in facts and facts[read].position > spec.position
        ]
        if later:
            yield Found(
                packs.where("facts", name),
                LocalText(
                    f"{name} dépend de {', '.join(later)}, qui vient après",
                    f"{name} depends on {', '.join(later)}, which comes later",
                ),
            )


def yes_or_no(packs: Packs) -> Iterator[Found]:
    """Report choices that YAML or a reader takes for yes or no."""
    for section in packs.source.sections:
        for name, fact in section.facts.items():
            for choice in fact.choices:
                if choice.casefold() in _YES_OR_NO:
                    yield Found(
                        packs.where("facts", name),
                        LocalText(
                            f"{name} : le choix « {choice} » se confond avec oui ou non",
                            f"{name}: the choice “{choice}” is taken for yes or no",
                        ),
                    )


def unread(packs: Packs) -> Iterator[Found]:
    """Report what is asked and read by nothing: no rule, no question, no document."""
    book = packs.book
    if book is None:
        return
    read, topics, parameters = _all_read(book)
    read |= documents()
    for place, fr, en in _unread_names(packs, book, read, topics, parameters):
        yield Found(place, LocalText(f"{fr} : rien ne le lit", f"{en}: nothing reads it"))


def _all_read(book: RuleBook) -> tuple[set[str], set[str], set[str]]:
    read: set[str] = set()
    topics: set[str] = set()
    parameters: set[str] = set()
    for condition, items in conditions(book):
        read |= set(facts_of(condition, items))
        topics |= set(topics_of(condition))
        parameters |= set(parameters_of(condition))
    for rule in book.rules:
        read |= set(of_rule(rule))
        for day in (rule.in_force_from, rule.due):
            parameters |= set(references(day, "parameter", ""))
    for derivations in book.derivations.values():
        for derivation in derivations:
            read |= set(of_derivation(derivation))
            parameters |= set(references(derivation.value, "parameter", ""))
    for spec in book.vocabulary.derived.values():
        read |= set(references(spec.applies_from, "fact", ""))
        parameters |= set(references(spec.applies_from, "parameter", ""))
    return read, topics, parameters


def _unread_names(
    packs: Packs, book: RuleBook, read: set[str], topics: set[str], parameters: set[str]
) -> Iterator[tuple[Place, str, str]]:
    lists = {name.rpartition(".")[0] for name in read}
    for name in book.vocabulary.facts:
        if name not in read and name not in lists:
            yield packs.where("facts", name), f"fait {name}", f"fact {name}"
    for name in book.vocabulary.measures:
        if name not in read:
            yield packs.where("measures", name), f"mesure {name}", f"measure {name}"
    for name in book.vocabulary.topics:
        if name not in topics:
            yield packs.where("topics", name), f"appréciation {name}", f"judgement {name}"
    for name in book.parameters:
        if name not in parameters:
            yield packs.where("parameters", name), f"paramètre {name}", f"parameter {name}"


def documents() -> set[str]:
    """Return what the documents that the program writes name: facts, measures."""
    import governance

    base = os.path.dirname(governance.__file__)
    found: set[str] = set()
    for folder in ("templates", "dossiers", "reporting"):
        for place, _, names in os.walk(os.path.join(base, folder)):
            for name in names:
                if name.endswith((".j2", ".py", ".yaml", ".md")):
                    with open(os.path.join(place, name), encoding="utf-8") as file:
                        found |= set(_FACT_LIKE.findall(file.read()))
    return found
