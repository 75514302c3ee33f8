"""What stops a YAML parser, in words: message, then what to do, in both languages."""

from __future__ import annotations

from typing import Final

from governance.text import LocalText

Told = tuple[LocalText, LocalText]

NEVER_CLOSED: Final[Told] = (
    LocalText("Un guillemet ouvert n’est jamais refermé.", "An opened quote is never closed."),
    LocalText(
        "Refermez-le à la fin du texte ; une apostrophe se double : `'l''avis'`.",
        "Close it at the end of the text; an apostrophe is doubled: `'it''s'`.",
    ),
)
TEXT_AFTER_QUOTE: Final[Told] = (
    LocalText("Du texte suit un guillemet fermé.", "Text follows a closing quote."),
    LocalText(
        'Entourez tout le texte de guillemets doubles : `"l\'avis"`.',
        'Put the whole text in double quotes: `"it\'s"`.',
    ),
)
DASH: Final[Told] = (
    LocalText(
        "« - » ne peut pas suivre une autre valeur, ni changer de retrait.",
        "“-” cannot follow another value, nor change its indentation.",
    ),
    LocalText(
        "Passez à la ligne avant « - », ou écrivez la liste entre crochets : `[a, b]`.",
        "Start a new line before “-”, or write the list in brackets: `[a, b]`.",
    ),
)
BACKSLASH: Final[Told] = (
    LocalText(
        "Entre guillemets doubles, « \\ » annonce un caractère spécial, inconnu ici.",
        "In double quotes, “\\” announces a special character, unknown here.",
    ),
    LocalText(
        "Utilisez des guillemets simples : `'C:\\dossier'`.", "Use single quotes: `'C:\\folder'`."
    ),
)
BLOCK: Final[Told] = (
    LocalText(
        "Après « | » ou « > », le texte commence à la ligne suivante.",
        "After “|” or “>”, the text starts on the next line.",
    ),
    LocalText(
        "Passez à la ligne et décalez le texte de deux espaces, ou mettez-le entre guillemets.",
        "Start a new line and indent the text by two spaces, or put it in quotes.",
    ),
)
DIRECTIVE: Final[Told] = (
    LocalText(
        "« % » en début de ligne annonce une directive YAML, qui n’est pas acceptée ici.",
        "“%” at the start of a line announces a YAML directive, not accepted here.",
    ),
    LocalText(
        "Retirez cette ligne, ou mettez le texte entre guillemets.",
        "Remove this line, or put the text in quotes.",
    ),
)
TOO_FAR_RIGHT: Final[Told] = (
    LocalText(
        "Cette ligne est plus à droite que celle qu’elle devrait suivre.",
        "This line is further right than the one it should follow.",
    ),
    LocalText(
        "Alignez-la avec les lignes de sa rubrique ; si elle prolonge un texte, mettez tout le "
        "texte entre guillemets.",
        "Align it with the lines of its section; if it continues a text, put the whole text in "
        "quotes.",
    ),
)
NO_COLON: Final[Told] = (
    LocalText(
        "Cette ligne n’est ni `nom: valeur` ni un élément de liste « - ».",
        "This line is neither `name: value` nor a list item “-”.",
    ),
    LocalText(
        "Ajoutez « : » et une valeur ; si elle prolonge un texte, mettez tout le texte entre "
        "guillemets.",
        "Add a colon and a value; if it continues a text, put the whole text in quotes.",
    ),
)
NOT_AN_ITEM: Final[Told] = (
    LocalText(
        "Cette ligne devrait être un élément de liste « - », aligné avec les autres.",
        "This line should be a list item “-”, aligned with the others.",
    ),
    LocalText(
        "Vérifiez son retrait : une espace de trop ou de moins suffit.",
        "Check its indentation: one space too many or too few is enough.",
    ),
)
MISALIGNED: Final[Told] = (
    LocalText(
        "Cette ligne n’est pas alignée avec celles de sa rubrique.",
        "This line is not aligned with those of its section.",
    ),
    LocalText(
        "Vérifiez son retrait : une espace de trop ou de moins suffit. Un texte qui contient des "
        "signes va entre guillemets.",
        "Check its indentation: one space too many or too few is enough. A text that contains "
        "signs goes in quotes.",
    ),
)
NOT_YAML: Final[Told] = (
    LocalText("Cette ligne ne se lit pas comme du YAML.", "This line cannot be read as YAML."),
    LocalText(
        "Une ligne s’écrit `nom: valeur` ; un texte qui contient des signes va entre guillemets.",
        "A line is `name: value`; a text that contains signs goes in quotes.",
    ),
)
TAB: Final[Told] = (
    LocalText(
        "Une tabulation sert de marge : YAML n’accepte que des espaces.",
        "A tab is used as indentation: YAML takes only spaces.",
    ),
    LocalText(
        "Remplacez chaque tabulation par deux espaces.", "Replace each tab with two spaces."
    ),
)
PASTED: Final[LocalText] = LocalText(
    "Effacez-le : il vient souvent d’un copier-coller depuis un traitement de texte ou un PDF.",
    "Delete it: it often comes from copying out of a word processor or a PDF.",
)

_SHOWN = 50


def cannot_start(sign: str) -> Told:
    """Say that a text without quotes cannot start with a sign."""
    return (
        LocalText(
            f"Un texte ne peut pas commencer par « {sign} ».",
            f"A text cannot start with “{sign}”.",
        ),
        LocalText("Mettez-le entre guillemets.", "Put it in quotes."),
    )


def second_colon(name: str, text: str) -> Told:
    """Say that a text holds a colon and a space, and show it in quotes."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    quoted = f'{name}: "{shown}"' if '"' not in shown else f"{name}: '{shown}'"
    return (
        LocalText(
            "Ce texte contient « : » : YAML croit qu’une autre rubrique commence.",
            "This text contains a colon and a space: YAML takes it for another section.",
        ),
        LocalText(
            f"Mettez le texte entre guillemets : `{quoted}`.",
            f"Put the text in quotes: `{quoted}`.",
        ),
    )


def glued_colon(name: str, text: str) -> Told:
    """Say that no space follows a colon, and show the line with one."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return (
        LocalText("Il manque une espace après « : ».", "A space is missing after the colon."),
        LocalText(f"Écrivez `{name}: {shown}`.", f"Write `{name}: {shown}`."),
    )


def open_bracket(opening: str, closing: str, line: int) -> Told:
    """Say that a list or a mapping in brackets is not closed, or lacks a comma."""
    return (
        LocalText(
            f"Il manque « , » ou « {closing} » : « {opening} », ouvert ligne {line}, n’est pas "
            "refermé.",
            f"“,” or “{closing}” is missing: “{opening}”, opened on line {line}, is not closed.",
        ),
        LocalText(
            f"Séparez les éléments par « , », fermez par « {closing} » ; un texte qui contient "
            "une virgule ou un crochet va entre guillemets.",
            f"Separate items with “,”, close with “{closing}”; a text that contains a comma or a "
            "bracket goes in quotes.",
        ),
    )


def forbidden(code: str) -> LocalText:
    """Say that a control character stands in the text."""
    return LocalText(
        f"Le caractère invisible {code} n’est pas permis.",
        f"The invisible character {code} is not allowed.",
    )
