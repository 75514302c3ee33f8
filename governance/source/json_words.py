"""What is wrong with a piece of JSON, in words: message, then what to do, in both languages."""

from __future__ import annotations

from typing import Any, Final

from governance.text import LocalText

WORDS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None}
NUMBERS: Final = frozenset({"NaN", "Infinity", "-Infinity", "+Infinity", "-NaN"})
"""What Python writes and JSON does not know."""
QUOTES: Final = {"'": "'", "“": "”", "”": "”", "«": "»", "‘": "’", "’": "’", "`": "`"}
"""Opening quotes that people or word processors write, with their closing quote."""

_MEANT: Final = {
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null",
    "NULL": "null", "Null": "null", "oui": "true", "yes": "true", "non": "false", "no": "false",
    "undefined": "null",
}  # fmt: skip

EXTRA_TEXT: Final[tuple[LocalText, LocalText]] = (
    LocalText("Du texte suit la fin du document.", "Text follows the end of the document."),
    LocalText(
        "Un fichier contient un seul document, entre `{` et `}`.",
        "A file holds one document, between `{` and `}`.",
    ),
)
COMMENT: Final[tuple[LocalText, LocalText]] = (
    LocalText("JSON n’a pas de commentaires.", "JSON has no comments."),
    LocalText(
        "Retirez-le, ou écrivez la déclaration en YAML, où `#` commence un commentaire.",
        "Remove it, or write the declaration in YAML, where `#` starts a comment.",
    ),
)
EXTRA_COMMA: Final[tuple[LocalText, LocalText]] = (
    LocalText("Cette virgule est de trop.", "This comma is one too many."),
    LocalText("Retirez-la.", "Remove it."),
)
NO_COMMA: Final[tuple[LocalText, LocalText]] = (
    LocalText("Il manque une virgule ici.", "A comma is missing here."),
    LocalText("Séparez les éléments par une virgule.", "Separate members with a comma."),
)
NO_COLON: Final[tuple[LocalText, LocalText]] = (
    LocalText(
        "Il manque « : » entre le nom et sa valeur.", "A colon is missing between name and value."
    ),
    LocalText('Écrivez `"nom": valeur`.', 'Write `"name": value`.'),
)
NO_NAME: Final[tuple[LocalText, LocalText]] = (
    LocalText("Il manque un nom entre guillemets ici.", "A name in quotes is missing here."),
    LocalText(
        'Entre `{` et `}`, chaque élément s’écrit `"nom": valeur`.',
        'Between `{` and `}`, each member is `"name": value`.',
    ),
)
NO_VALUE: Final[tuple[LocalText, LocalText]] = (
    LocalText("Il manque une valeur ici.", "A value is missing here."),
    LocalText(
        "Écrivez la valeur, ou `null` si vous ne savez pas.",
        "Write the value, or `null` if you do not know.",
    ),
)
BAD_ESCAPE: Final[tuple[LocalText, LocalText]] = (
    LocalText(
        "« \\ » annonce un caractère spécial, inconnu ici.",
        "“\\” announces a special character, unknown here.",
    ),
    LocalText("Doublez-le : `\\\\`.", "Double it: `\\\\`."),
)
UNCLOSED_TEXT: Final[tuple[LocalText, LocalText]] = (
    LocalText(
        "Le guillemet ouvert ici n’est pas refermé sur la même ligne.",
        "The quote opened here is not closed on the same line.",
    ),
    LocalText(
        'Ajoutez `"` à la fin du texte ; un retour à la ligne s’écrit `\\n`.',
        'Add `"` at the end of the text; a line break is written `\\n`.',
    ),
)
OTHER_QUOTES: Final[tuple[LocalText, LocalText]] = (
    LocalText("JSON ne connaît pas ces guillemets.", "JSON does not know these quotes."),
    LocalText('Utilisez des guillemets droits doubles : `"`.', 'Use straight double quotes: `"`.'),
)


def unquoted(name: str) -> tuple[LocalText, LocalText]:
    """Say that a name has no quotes."""
    short = name if len(name) <= 40 else name[:39] + "…"
    return (
        LocalText(
            f"Le nom « {short} » n’a pas de guillemets.", f"The name “{short}” has no quotes."
        ),
        LocalText(f'Écrivez `"{short}"`.', f'Write `"{short}"`.'),
    )


def raw_control(sign: str) -> tuple[LocalText, LocalText]:
    """Say that a control character stands in a text."""
    code = f"U+{ord(sign):04X}"
    written = "\\t" if sign == "\t" else f"\\u{ord(sign):04x}"
    return (
        LocalText(
            f"Le caractère {code} ne peut pas figurer tel quel dans un texte.",
            f"The character {code} cannot stand as it is in a text.",
        ),
        LocalText(f"Effacez-le, ou écrivez `{written}`.", f"Delete it, or write `{written}`."),
    )


def wrong_word(text: str) -> tuple[LocalText, LocalText]:
    """Say that a bare word is neither a number, true, false nor null."""
    short = text if len(text) <= 40 else text[:39] + "…"
    meant = _MEANT.get(text)
    if meant is not None:
        return (
            LocalText(f"JSON ne connaît pas « {short} ».", f"JSON does not know “{short}”."),
            LocalText(f"Écrivez `{meant}`.", f"Write `{meant}`."),
        )
    if text[0] in "+-.0123456789":
        return (
            LocalText(
                f"« {short} » n’est pas un nombre écrit comme JSON le veut.",
                f"“{short}” is not a number as JSON writes them.",
            ),
            LocalText(
                'Un nombre s’écrit `12` ou `0.5`, une date entre guillemets : `"2026-11-24"`.',
                'A number is written `12` or `0.5`, a date in quotes: `"2026-11-24"`.',
            ),
        )
    return (
        LocalText(
            f"Le texte « {short} » n’a pas de guillemets.", f"The text “{short}” has no quotes."
        ),
        LocalText(f'Écrivez `"{short}"`.', f'Write `"{short}"`.'),
    )
