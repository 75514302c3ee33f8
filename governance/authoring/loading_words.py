"""What loading refuses, in French and English: it speaks the short English of its code."""

from __future__ import annotations

import re
from typing import Final

from governance.text import LocalText

_NAME = r"['\"](?P<{}>[^'\"]*)['\"]"
_ONE: Final = _NAME.format("one")
_TWO: Final = _NAME.format("two")

_SENTENCES: Final[tuple[tuple[str, str, str], ...]] = (
    ("Extra inputs are not permitted", "clé inconnue", "unknown key"),
    ("Field required", "clé obligatoire absente", "required key missing"),
    ("Input should be a valid string", "un texte est attendu", "a text is expected"),
    ("Input should be a valid list", "une liste est attendue", "a list is expected"),
    (
        "Input should be a valid (?:dictionary|mapping).*",
        "des lignes `clé: valeur` sont attendues",
        "lines `key: value` are expected",
    ),
    ("Input should be a valid boolean", "true ou false est attendu", "true or false is expected"),
    ("Input should be a valid integer", "un nombre entier est attendu",
     "a whole number is expected"),
    (
        "Input should be (?P<one>'[^']*'(?:,? (?:or )?'[^']*')*)",
        "valeurs possibles : {one}",
        "possible values: {one}",
    ),
    ("List should have at least 1 item.*", "la liste est vide", "the list is empty"),
    ("String should have at least 1 character", "le texte est vide", "the text is empty"),
    (
        "String should match pattern (?P<one>.*)",
        "l’écriture ne suit pas {one}",
        "the spelling does not follow {one}",
    ),
    (f"unknown fact {_ONE}, did you mean {_TWO}\\?",
     "fait inconnu « {one} », vouliez-vous dire « {two} » ?",
     "unknown fact “{one}”, did you mean “{two}”?"),
    (f"unknown fact {_ONE}", "fait inconnu « {one} »", "unknown fact “{one}”"),
    (f"unknown derived fact {_ONE}", "fait dérivé inconnu « {one} »",
     "unknown derived fact “{one}”"),
    (f"unknown parameter {_ONE}", "paramètre inconnu « {one} »", "unknown parameter “{one}”"),
    (f"unknown list {_ONE}", "liste inconnue « {one} »", "unknown list “{one}”"),
    (f"unknown operator {_ONE}", "opérateur inconnu « {one} »", "unknown operator “{one}”"),
    (f"unknown instrument {_ONE}",
     "texte inconnu « {one} » : ajoutez-le à instruments.yaml",
     "unknown text “{one}”: add it to instruments.yaml"),
    (f"unknown topic of judgement {_ONE}", "appréciation inconnue « {one} »",
     "unknown topic of judgement “{one}”"),
    (f"{_ONE} is no choice of {_TWO}", "« {one} » n’est pas un choix de « {two} »",
     "“{one}” is no choice of “{two}”"),
    (f"{_ONE} is no list of the vocabulary", "« {one} » n’est pas une liste du vocabulaire",
     "“{one}” is no list of the vocabulary"),
    (f"{_ONE} is a field of the items of {_TWO}: quantify, then `this.`",
     "« {one} » est un champ des éléments de « {two} » : écrivez `every` ou `some`, puis `this.`",
     "“{one}” is a field of the items of “{two}”: write `every` or `some`, then `this.`"),
    (f"{_ONE} is none of days, months, years", "« {one} » n’est ni days, ni months, ni years",
     "“{one}” is none of days, months, years"),
    (f"{_ONE} is true or false", "« {one} » est vrai ou faux : écrivez true ou false",
     "“{one}” is true or false: write true or false"),
    ("`(?P<one>[a-z_]+)` does not suit '(?P<two>[^']*)', which is a (?P<three>[a-z]+)",
     "`{one}` ne va pas à « {two} », de type {three}",
     "`{one}` does not suit “{two}”, which is a {three}"),
    ("`(?P<one>[a-z_]+)` takes a list", "`{one}` demande une liste", "`{one}` takes a list"),
    ("`(?P<one>[a-z_]+)` holds a list of conditions", "`{one}` contient une liste de conditions",
     "`{one}` holds a list of conditions"),
    ("`(?P<one>[a-z_]+)` needs `satisfies`", "`{one}` demande `satisfies`",
     "`{one}` needs `satisfies`"),
    ("`(?P<one>[a-z_]+)` is not for a derivation", "`{one}` n’est pas pour une dérivation",
     "`{one}` is not for a derivation"),
    ("`count` takes one of at_least, at_most, …",
     "`count` demande un seul de at_least, at_most…",
     "`count` takes one of at_least, at_most…"),
    ("a condition is a mapping with at least one entry",
     "une condition tient en lignes `fait: valeur`, une au moins",
     "a condition is made of lines `fact: value`, one at least"),
    ("a reference is \\{fact: …\\} or \\{parameter: …\\}, with plus at most",
     "une référence s’écrit {{fact: …}} ou {{parameter: …}}, avec `plus` au besoin",
     "a reference is written {{fact: …}} or {{parameter: …}}, with `plus` if needed"),
    ("no operator", "il manque l’opérateur", "no operator"),
    ("(?P<one>[A-Za-z0-9-]+): `(?P<two>[a-z_]+)` is missing", "{one} : il manque `{two}`",
     "{one}: `{two}` is missing"),
    ("(?P<one>[A-Za-z0-9-]+): a derivation needs `derive` and `when`",
     "{one} : une dérivation demande `derive` et `when`",
     "{one}: a derivation needs `derive` and `when`"),
    ("(?P<one>[A-Za-z0-9-]+): `derive` and `when` are for derivations",
     "{one} : `derive` et `when` sont pour les dérivations",
     "{one}: `derive` and `when` are for derivations"),
    (("(?P<one>[A-Za-z0-9-]+): (?P<two>[a-z]+) is graver than the source allows "
     "\\((?P<three>[a-z]+)\\)"),
     "{one} : la source permet au plus `{three}`, pas `{two}`",
     "{one}: the source allows `{three}` at most, not `{two}`"),
)  # fmt: skip

_PATTERNS: Final = tuple((re.compile(one), fr, en) for one, fr, en in _SENTENCES)
_PLACED: Final = re.compile(r"(?P<where>[A-Za-z_0-9.\-\[\]]+): (?P<what>.*)", re.DOTALL)


def both(what: str) -> LocalText:
    """Return what loading says in both languages; a sentence it does not know stays as it is."""
    whole = _sentence(what)
    if whole is not None:
        return whole
    placed = _PLACED.fullmatch(what)
    said = None if placed is None else _sentence(placed["what"])
    if placed is None or said is None:
        return LocalText(what, what)
    return LocalText(f"{placed['where']} : {said.fr}", f"{placed['where']}: {said.en}")


def told(path: str, what: str) -> LocalText:
    """Return what is wrong with a file in both languages, faults of reading included."""
    said = both(what)
    if said.fr != said.en:
        return said
    from governance.source.document import read_file

    for one in read_file(path).diagnostics:
        if one.message.en == what:
            return one.message
    return said


def _sentence(what: str) -> LocalText | None:
    for pattern, fr, en in _PATTERNS:
        found = pattern.fullmatch(what)
        if found is not None:
            names = found.groupdict()
            return LocalText(fr.format(**names), en.format(**names))
    return None
