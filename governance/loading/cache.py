"""The rule book ready to use: shipped in the package, or compiled once and kept by signature."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from governance import __version__, resources
from governance.loading import book_json, lexicon_json
from governance.model.conditions import Condition, Judged, walk
from governance.model.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from governance.model.book import RuleBook
    from governance.model.mentions import Lexicon
    from governance.model.rules import Unless


def rule_book(extra: Sequence[str] = ()) -> RuleBook:
    """Return the rule book of the shipped packs and of extra folders.

    Raises RulePackError with every problem when a pack cannot be used.
    """
    return book_json.load(_read(_folder(extra), "book"))


def texts(language: str, extra: Sequence[str] = ()) -> Texts:
    """Return the texts of the same packs in one language."""
    return Texts(language, _read(_folder(extra), f"texts.{language}"))


def lexicon(extra: Sequence[str] = ()) -> Lexicon:
    """Return the word lists of the same packs."""
    return lexicon_json.load(_read(_folder(extra), "words"))


def topics_of(book: RuleBook) -> dict[str, tuple[str, ...]]:
    """Return the topics of judgement that each rule asks for, by rule id."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in book.rules:
        roots = [rule.requires, *exceptions(rule.unless)]
        if rule.applies_when is not None:
            roots.append(rule.applies_when)
        found[rule.id] = _topics(roots)
    for derivations in book.derivations.values():
        for derivation in derivations:
            found[derivation.id] = _topics([derivation.when, *exceptions(derivation.unless)])
    return {name: topics for name, topics in found.items() if topics}


def exceptions(unless: tuple[Unless, ...]) -> Iterator[Condition]:
    """Yield the conditions of exceptions and of their own exceptions."""
    for one in unless:
        yield one.when
        yield from exceptions(one.unless)


def _topics(roots: list[Condition]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            node.topic for root in roots for node in walk(root) if isinstance(node, Judged)
        )
    )


_FOLDERS: dict[tuple[str, ...], str] = {}


def _folder(extra: Sequence[str]) -> str:
    """Return the folder that holds the compiled book, compiling it first if needed."""
    key = tuple(extra)
    if key in _FOLDERS:
        return _FOLDERS[key]
    shipped = resources.compiled_book()
    if shipped is not None and not extra:
        return _FOLDERS.setdefault(key, shipped)
    folders = [resources.rules(), *extra]
    folder = os.path.join(_cache_home(), _signature(folders))
    if not os.path.isfile(os.path.join(folder, "book.json")):
        folder = compile_into(folders, folder)
    return _FOLDERS.setdefault(key, folder)


def _cache_home() -> str:
    base = os.environ.get("GARDEFOU_CACHE") or os.environ.get("XDG_CACHE_HOME")
    if not base and sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    return os.path.join(base or os.path.join(os.path.expanduser("~"), ".cache"), "gardefou")


def _signature(folders: Sequence[str]) -> str:
    """Return a name that changes with any rule file: paths, sizes and times, not contents."""
    parts = [f"{__version__} {book_json.VERSION}"]
    for folder in folders:
        stack = [folder]
        while stack:
            with os.scandir(stack.pop()) as entries:
                for entry in sorted(entries, key=lambda one: one.name):
                    if entry.is_dir() and not entry.name.startswith((".", "_")):
                        stack.append(entry.path)
                    elif entry.name.endswith(".yaml"):
                        stat = entry.stat()
                        parts.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")
    # Plain checksums are enough: the cache is private to the user and rebuilt at will.
    from zlib import adler32, crc32

    text = "\n".join(parts).encode("utf-8", "surrogateescape")
    return f"{crc32(text):08x}{adler32(text):08x}{len(text):06x}"


def compile_into(folders: Sequence[str], folder: str) -> str:
    """Compile packs into a folder; when it cannot be written, into a temporary one."""
    from governance.loading.pack_texts import LANGUAGES
    from governance.loading.pack_texts import texts as gather
    from governance.loading.packs import load

    book, source, lowered = load(folders)
    files: dict[str, Any] = {"book": book_json.dump(book)}
    files["words"] = lexicon_json.dump(source.lexicon)
    files |= {f"texts.{language}": gather(source, lowered, language) for language in LANGUAGES}
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        from tempfile import mkdtemp

        folder = mkdtemp(prefix="gardefou-")
    for name, data in files.items():
        # book.json last: its presence says that the folder is complete
        if name != "book":
            _write(folder, name, data)
    _write(folder, "book", files["book"])
    return folder


def _write(folder: str, name: str, data: Any) -> None:
    path = os.path.join(folder, f"{name}.json")
    draft = f"{path}.{os.getpid()}"
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
    os.replace(draft, path)


def _read(folder: str, name: str) -> dict[str, Any]:
    with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    return data
