"""Files that are no text: missing, unreadable, too large, empty, in another encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from governance.source.position import Lines, Span
from governance.source.reading import fault
from governance.text import LocalText

if TYPE_CHECKING:
    from governance.source.diagnostics import Diagnostic
    from governance.source.limits import Limits

_SAVE: Final = LocalText(
    "Enregistrez le fichier en UTF-8 (Bloc-notes : Enregistrer sous, Encodage, UTF-8 ; "
    "VS Code : cliquez sur l’encodage en bas à droite, puis Enregistrer avec l’encodage).",
    "Save the file as UTF-8 (Notepad: Save as, Encoding, UTF-8; VS Code: click the encoding at "
    "the bottom right, then Save with encoding).",
)
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE: Final = 4096
_SHOWN: Final = 10
_BLANK: Final = 32


def unreadable(path: str, error: Exception) -> Diagnostic:
    """Say why a file could not be opened."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return not_found(path)
    if isinstance(error, IsADirectoryError):
        return fault(
            "GF003",
            path,
            None,
            LocalText("C’est un dossier, pas un fichier.", "This is a folder, not a file."),
            LocalText(
                "Indiquez le fichier de la déclaration.", "Name the file of the declaration."
            ),
        )
    if isinstance(error, PermissionError):
        return fault(
            "GF002",
            path,
            None,
            LocalText(
                "Vous n’avez pas le droit de lire ce fichier.", "You may not read this file."
            ),
            LocalText(
                "Demandez l’accès, ou faites-en une copie.", "Ask for access, or work on a copy."
            ),
        )
    why = str(getattr(error, "strerror", None) or error)
    return fault(
        "GF002",
        path,
        None,
        LocalText(
            f"Ce fichier ne peut pas être lu ({why}).", f"This file cannot be read ({why})."
        ),
    )


def not_found(path: str) -> Diagnostic:
    """Say that there is nothing of that name."""
    return fault(
        "GF001",
        path,
        None,
        LocalText(f"Rien ne s’appelle « {path} ».", f"Nothing is called “{path}”."),
        LocalText("Vérifiez le nom et le dossier.", "Check the name and the folder."),
    )


def empty(path: str, lines: Lines) -> Diagnostic:
    """Say that a file says nothing."""
    return fault(
        "GF005",
        path,
        lines.span(0, 0),
        LocalText("Ce fichier ne dit rien.", "This file says nothing."),
        LocalText(
            "Commencez-le par `format: gardefou/declaration/v1`, ou créez-le avec `gardefou new`.",
            "Start it with `format: gardefou/declaration/v1`, or make it with `gardefou new`.",
        ),
    )


def decoded(data: bytes, path: str, limits: Limits) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of bytes that are not UTF-8, if they are a text, and what to do.

    The text is returned so that its other faults can be reported at the same time.
    """
    if len(data) > limits.bytes:
        size = limits.bytes // 1_000_000
        message = LocalText(
            f"Ce fichier dépasse {size} Mo."
            if size
            else f"Ce fichier dépasse {limits.bytes} octets.",
            f"This file is larger than {size} MB."
            if size
            else f"This file is larger than {limits.bytes} bytes.",
        )
        hint = LocalText(
            "Une déclaration fait quelques kilo-octets : vérifiez que c’est le bon fichier.",
            "A declaration is a few kilobytes: check that this is the right file.",
        )
        return None, (fault("GF004", path, None, message, hint),)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _wide(data, encoding, path)
    head = data[:_SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) < len(head) // 8 < len(head) // 4 < max(even, odd):
        return _wide(data, "utf-16-le" if odd > even else "utf-16-be", path)
    if sum(byte < _BLANK and byte not in b"\t\n\r\f\v" for byte in head) > len(head) // 20:
        return None, (_binary(path),)
    try:
        return data.decode(), ()  # a stray zero byte: the reader says where
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), tuple(_not_utf8(data, path))


def _wide(data: bytes, encoding: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    text = data.decode(encoding, errors="replace").lstrip("\ufeff")
    name = encoding[:6].upper()
    span = Lines(text).span(0, 0)
    message = LocalText(f"Ce fichier est en {name}.", f"This file is in {name}.")
    return text, (fault("GF007", path, span, message, _SAVE),)


def _binary(path: str) -> Diagnostic:
    return fault(
        "GF008",
        path,
        None,
        LocalText(
            "Ce fichier n’est pas un texte (document bureautique, image, archive…).",
            "This file is not a text (office document, image, archive…).",
        ),
        LocalText(
            "Une déclaration est un fichier texte YAML ou JSON.",
            "A declaration is a YAML or JSON text file.",
        ),
    )


def _not_utf8(data: bytes, path: str) -> list[Diagnostic]:
    """Return the lines that hold bytes that are not UTF-8, the first ones."""
    found: list[Diagnostic] = []
    for number, row in enumerate(data.split(b"\n"), start=1):
        try:
            row.decode()
        except UnicodeDecodeError as error:
            column = len(row[: error.start].decode()) + 1
            byte = row[error.start]
            sign = bytes([byte]).decode("cp1252", errors="replace")
            found.append(
                fault(
                    "GF006",
                    path,
                    Span((number, column), (number, column + 1)),  # type: ignore[arg-type]
                    LocalText(
                        f"Le caractère « {sign} » n’est pas écrit en UTF-8.",
                        f"The character “{sign}” is not written in UTF-8.",
                    ),
                    _SAVE,
                )
            )
            if len(found) == _SHOWN:
                break
    return found


def sound(text: str, path: str, limits: Limits) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a text without halves of characters, and what was wrong with it."""
    if len(text) > limits.bytes:
        return "", decoded(b"\0" * (limits.bytes + 1), path, limits)[1]
    try:
        text.encode()
    except UnicodeEncodeError as error:
        clean = "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in text)
        return clean, (half(path, Lines(text).span(error.start, error.start + 1)),)
    return text, ()


def half(path: str, span: Span | None, place: str = "") -> Diagnostic:
    """Say that a character is half of a pair whose other half is missing."""
    return fault(
        "GF009",
        path,
        span,
        LocalText(
            "Ce texte contient la moitié d’un caractère (U+D800 à U+DFFF).",
            "This text contains half a character (U+D800 to U+DFFF).",
        ),
        LocalText("Retapez ce texte.", "Type this text again."),
        place,
    )
