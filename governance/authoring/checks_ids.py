"""Checks of identity and order: ids, names, keys, successors, themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.authoring.packs_in_view import Found, Packs, Place, Remark, Written, articles
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIXES: Final = {
    "ai_act": "AIA-",
    "gdpr": "GDPR-",
    "lil": "LIL-",
    "ct": "CT-",
    "cp": "CP-",
    "csp": "CSP-",
    "crpa": "CRPA-",
    "wp216": "WP216-",
    "edpb_28_2024": "EDPB-28-2024-",
    "gouvernance": "GOV-",
}
"""Start of the ids of a text; any other text gives its own name: cnil_ia gives CNIL-IA-."""

ORDER: Final = (
    "id",
    "name",
    "kind",
    "revision",
    "status",
    "replaced_by",
    "text_from",
    "text_until",
    "title",
    "cites",
    "covers",
    "theme",
    "addressee",
    "why",
    "open_points",
    "derive",
    "when",
    "for_each",
    "applies_when",
    "unless",
    "in_force_from",
    "due",
    "requires",
    "severity",
    "remedy",
    "dossier",
    "tests",
)
"""Keys of a rule in the order of reading: what, from where, why, when, what to do."""

_FILE_ORDER: Final = ("instrument", "reviewed", "rules")
_NAMES: Final = {
    "facts": ("fait", "fact"),
    "derived": ("fait dérivé", "derived fact"),
    "measures": ("mesure", "measure"),
    "topics": ("appréciation", "judgement"),
    "parameters": ("paramètre", "parameter"),
    "norms": ("disposition", "provision"),
    "instruments": ("texte", "text"),
    "lists": ("liste", "list"),
    "themes": ("thème", "theme"),
}


def prefix_of(instrument: str) -> str:
    """Return how the ids of the rules of a text begin."""
    return PREFIXES.get(instrument, instrument.upper().replace("_", "-") + "-")


def duplicates(packs: Packs) -> Iterator[Found]:
    """Report ids and names that stand for two things; an id is never used again."""
    for key in ("id", "name"):
        first: dict[str, Place] = {}
        written: list[Written | Remark] = [*packs.rules(), *packs.remarks()]
        for one in written:
            value = getattr(one.entry, key)
            place = one.at(f"/{key}")
            if value in first:
                yield Found(place, _twice("règle", "rule", value, packs.named(first[value])))
            else:
                first[value] = place
    for (kind, name), places in packs.places().items():
        if kind in _NAMES and not _ours(packs, kind, name):
            for place in places[1:]:
                yield Found(place, _twice(*_NAMES[kind], name, packs.named(places[0])))


def _ours(packs: Packs, kind: str, name: str) -> bool:
    """Say whether the name is a threshold of good practice, which a house pack may set."""
    return kind == "parameters" and (
        name not in packs.source.parameters or packs.source.parameters[name].ours
    )


def _twice(fr: str, en: str, name: str, where: str) -> LocalText:
    return LocalText(
        f"{fr} « {name} » : ce nom est déjà pris ({where})",
        f"{en} “{name}”: this name is already taken ({where})",
    )


def mismatched(packs: Packs) -> Iterator[Found]:
    """Report ids that do not begin as their text asks, or name an article they do not cite."""
    for one in packs.rules():
        name, instrument = one.entry.id, one.file.instrument
        prefix = prefix_of(instrument)
        if not name.startswith(prefix):
            yield Found(
                one.at("/id"),
                LocalText(
                    f"{name} : les règles du texte `{instrument}` commencent par {prefix}",
                    f"{name}: the rules of `{instrument}` begin with {prefix}",
                ),
            )
            continue
        entry = packs.source.instruments.get(instrument)
        if entry is None or entry.kind not in {"regulation", "statute"}:
            continue
        cited = [_article(locator) for locator in articles(one.entry.cites, instrument)]
        rest = name.removeprefix(prefix)
        if cited and not any(
            rest == article or rest.startswith(f"{article}-") for article in cited
        ):
            yield Found(
                one.at("/id"),
                LocalText(
                    f"{name} : elle cite {_and(cited, 'et')}, pas l’article de son identifiant",
                    f"{name}: the rule cites {_and(cited, 'and')}, not the article of its id",
                ),
            )


def _article(locator: str) -> str:
    return locator.split(".", maxsplit=1)[0].removeprefix("annex-")


def _and(names: Iterable[str], word: str) -> str:
    several = list(dict.fromkeys(names))
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} {word} {several[-1]}"


def key_order(packs: Packs) -> Iterator[Found]:
    """Report rules whose keys are not in the usual order: readers look for them there."""
    for place, document, _ in packs.source.rules:
        data = document.data
        if isinstance(data, dict):
            yield from _disorder(list(data), _FILE_ORDER, Place(place.path, 1))
    for one in packs.rules():
        written = _keys(one)
        yield from _disorder(written, ORDER, one.at())


def _keys(one: Written) -> list[str]:
    data = one.document.data
    index = int(one.pointer.rpartition("/")[2])
    return list(data["rules"][index]) if isinstance(data, dict) else []


def _disorder(written: list[str], order: tuple[str, ...], place: Place) -> Iterator[Found]:
    wanted = [key for key in order if key in written]
    for found, expected in zip(written, wanted, strict=False):
        if found != expected:
            yield Found(
                place,
                LocalText(
                    f"`{expected}` vient avant `{found}` ; ordre : {', '.join(wanted)}",
                    f"`{expected}` comes before `{found}`; order: {', '.join(wanted)}",
                ),
            )
            return


def without_successor(packs: Packs) -> Iterator[Found]:
    """Report retired rules that do not say what replaces them."""
    known = {one.entry.id for one in packs.rules()}
    for one in packs.rules():
        successor = one.entry.replaced_by
        if one.entry.status == "retired" and successor is None:
            yield Found(
                one.at("/status"),
                LocalText(
                    f"{one.entry.id} est retirée : `replaced_by` dit par quelle règle",
                    f"{one.entry.id} is retired: `replaced_by` says by which rule",
                ),
            )
        elif successor is not None and successor not in known:
            yield Found(
                one.at("/replaced_by"),
                LocalText(
                    f"{one.entry.id} : la règle {successor} n’existe pas",
                    f"{one.entry.id}: there is no rule {successor}",
                ),
            )
        elif successor is not None and one.entry.status != "retired":
            yield Found(
                one.at("/replaced_by"),
                LocalText(
                    f"{one.entry.id} : seule une règle retirée (`status: retired`) est remplacée",
                    f"{one.entry.id}: only a retired rule (`status: retired`) is replaced",
                ),
            )


def unsorted(packs: Packs) -> Iterator[Found]:
    """Report rules that lists by theme or addressee would not show."""
    for one in packs.rules():
        wanted = ("theme",) if one.entry.kind == "derivation" else ("theme", "addressee")
        missing = [key for key in wanted if not getattr(one.entry, key)]
        if missing:
            keys = ", ".join(f"`{key}`" for key in missing)
            yield Found(
                one.at(),
                LocalText(
                    f"{one.entry.id} : il manque {keys}", f"{one.entry.id}: {keys} is missing"
                ),
            )
