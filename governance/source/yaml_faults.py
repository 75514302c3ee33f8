"""What is wrong with a YAML text, in plain French and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from governance.source.reading import fault, long_texts, no_number, too_deep, too_long, too_many
from governance.source.yaml_events import restored, visible
from governance.source.yaml_places import Table
from governance.text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.source.diagnostics import Diagnostic
    from governance.source.limits import Limits
    from governance.source.position import Lines, Span

_WORD: Final = re.compile(r"[^\s,\[\]{}]*")
_INVISIBLE: Final = {
    "\u00a0": LocalText("espace insécable", "non-breaking space"),
    "\u202f": LocalText("espace fine insécable", "narrow non-breaking space"),
    "\u00ad": LocalText("trait d’union conditionnel", "soft hyphen"),
    "\u200b": LocalText("espace sans chasse", "zero-width space"),
    "\ufeff": LocalText("marque d’ordre des octets", "byte order mark"),
}


def explained(
    text: str,
    path: str,
    lines: Lines,
    limits: Limits,
    data: Any,
    faults: Iterable[tuple[str, int, int, str]],
    error: Exception | None,
    *,
    pure: bool = False,
) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for every fault, with the pointer of the value it touches."""
    table = Table(text, limits, pure=pure)
    found: list[Diagnostic] = []
    for kind, start, end, detail in faults:
        written = _WORD.match(text, start) if kind == "tag" else None
        span = lines.span(start, end if written is None else written.end())
        shown = detail if written is None else written.group()
        place = table.around(start) if len(text) <= limits.scalar else ""
        found.append(_of(kind, shown, path, span, place, limits))
    for place, first, again in table.twice():
        found.append(_twice(path, lines.span(*first), lines.span(*again), place))
    for place in long_texts(data, limits):
        where = table.find(place, False)
        long = None if where is None else lines.span(*where)
        found.append(too_long(path, long, limits, place))
    if error is not None:
        from governance.source.yaml_syntax import syntax

        found += syntax(error, text, path, lines)
    return tuple(_most(found, limits))


def _most(found: Iterable[Diagnostic], limits: Limits) -> Iterator[Diagnostic]:
    for index, one in enumerate(found):
        if index == limits.reported:
            return
        yield one


def _of(kind: str, detail: str, path: str, span: Span, place: str, limits: Limits) -> Diagnostic:
    match kind:
        case "depth":
            return too_deep(path, span, limits, place)
        case "nodes":
            return too_many(path, span, limits)
        case "number":
            return no_number(path, span, place)
        case "invisible":
            return _invisible(detail, path, span, place)
    code, message, hint = _WORDS[kind]
    shown = detail if len(detail) <= _SHOWN else detail[: _SHOWN - 1] + "…"
    return fault(
        code,
        path,
        span,
        LocalText(*(words.replace("%s", shown) for words in message)),
        LocalText(*(words.replace("%s", shown) for words in hint)),
        place,
    )


_SHOWN: Final = 40

_WORDS: Final[dict[str, tuple[str, LocalText, LocalText]]] = {
    "documents": (
        "GF012",
        LocalText(
            "Un second document commence ici (`---`).", "A second document starts here (`---`)."
        ),
        LocalText(
            "Un fichier décrit un seul cas d’usage : mettez la suite dans un autre fichier.",
            "A file describes one use case: move the rest to another file.",
        ),
    ),
    "tag": (
        "GF013",
        LocalText(
            "L’étiquette `%s` n’est pas acceptée : une déclaration ne contient que des données.",
            "The tag `%s` is not accepted: a declaration holds data only.",
        ),
        LocalText(
            "Retirez-la ; pour un texte qui commence par « ! », ajoutez des guillemets.",
            "Remove it; for a text that starts with “!”, add quotes.",
        ),
    ),
    "merge": (
        "GF014",
        LocalText(
            "La fusion `<<` n’est pas acceptée : on ne verrait plus d’où vient chaque valeur.",
            "The merge key `<<` is not accepted: it hides where each value comes from.",
        ),
        LocalText(
            "Recopiez les lignes voulues, ou mettez ce qui est commun dans un fichier repris "
            "par `extends`.",
            "Copy the lines you need, or put what is shared in a file named under `extends`.",
        ),
    ),
    "alias": (
        "GF015",
        LocalText(
            "Le renvoi `*%s` ne désigne rien : aucun `&%s` ne le précède.",
            "The alias `*%s` points to nothing: no `&%s` comes before it.",
        ),
        LocalText(
            "Pour un texte qui commence par « * », ajoutez des guillemets.",
            "For a text that starts with “*”, add quotes.",
        ),
    ),
    "loop": (
        "GF015",
        LocalText("Le renvoi `*%s` se contient lui-même.", "The alias `*%s` contains itself."),
        LocalText("Écrivez la valeur au lieu du renvoi.", "Write the value instead of the alias."),
    ),
    "aliases": (
        "GF032",
        LocalText(
            "Les renvois (`*nom`) répètent trop de valeurs : la lecture s’arrête ici.",
            "Aliases (`*name`) repeat too many values: reading stops here.",
        ),
        LocalText(
            "Écrivez les valeurs, ou mettez ce qui est commun dans un fichier repris par "
            "`extends`.",
            "Write the values, or put what is shared in a file named under `extends`.",
        ),
    ),
    "key": (
        "GF017",
        LocalText("Cette clé n’est pas un texte.", "This key is not a text."),
        LocalText(
            "Mettez des guillemets autour du nom, avant « : ».",
            "Put quotes around the name, before the colon.",
        ),
    ),
}


def _twice(path: str, first: Span, again: Span, place: str) -> Diagnostic:
    key = place.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    key = key if len(key) <= _SHOWN else key[: _SHOWN - 1] + "…"
    return twice(path, key, first, again, place)


def twice(path: str, key: str, first: Span, again: Span, place: str) -> Diagnostic:
    """Say that a key is written twice, with both places."""
    line = first.start.line
    return fault(
        "GF016",
        path,
        again,
        LocalText(
            f"« {key} » est déjà écrit ligne {line} : on ne sait pas laquelle des deux valeurs "
            "compte.",
            f"“{key}” is already written on line {line}: it is not known which value counts.",
        ),
        LocalText(
            "Gardez une seule des deux lignes, ou réunissez leur contenu.",
            "Keep one of the two lines, or bring their contents together.",
        ),
        place,
        (first,),
    )


def _invisible(key: str, path: str, span: Span, place: str) -> Diagnostic:
    sign = restored(next(one for one in key if not visible(one)))
    code = f"U+{ord(sign):04X}"
    name = _INVISIBLE.get(sign, LocalText(code, code))
    shown = visible(key)
    return fault(
        "GF018",
        path,
        span,
        LocalText(
            f"La clé « {shown} » contient un caractère invisible ({name.fr}).",
            f"The key “{shown}” contains an invisible character ({name.en}).",
        ),
        LocalText(
            "Retapez cette ligne au clavier : seules des espaces ordinaires conviennent dans la "
            "marge et avant « : ».",
            "Type this line again: only ordinary spaces do in the margin and before the colon.",
        ),
        place,
    )
