"""Lines of YAML to paste into a declaration, one per open question, each with its question."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from governance.model.values import POINTER
from governance.reporting.typography import plain
from governance.reporting.wording import ask
from governance.text import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from governance.model.report import Assessed
    from governance.model.verdicts import Missing, Question
    from governance.reporting.voice import Voice

_PLAIN: Final = re.compile(r"^[A-Za-z][A-Za-z0-9_-]*$")
_RESERVED: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_STATUSES: Final = "absent | planned | partial | in_place"


class _Item(str):
    """A step of a path that names an item of a list by its id."""

    __slots__ = ()


Tree = dict[str, Any]


def skeleton(voice: Voice, assessed: Assessed, found: Sequence[Question]) -> str:
    """Return YAML with an empty line for each question; empty means still unknown."""
    tree: Tree = {}
    judged: list[Missing] = []
    unsupported: list[Missing] = []
    for question in found:
        missing = question.missing
        if missing.fact.startswith("judgement."):
            judged.append(missing)
        elif missing.needs != "facts":
            unsupported.append(missing)
        else:
            _place(tree, _path(missing, assessed), missing)
    lines = [*_comment(voice, voice.say("yaml.intro", path=plain(assessed.path)), 0)]
    lines += _lines(voice, tree, 0)
    if judged:
        lines.append("judgements:")
        for missing in judged:
            lines += _judgement(voice, missing)
    for missing in unsupported:
        lines += _comment(voice, ask(voice, missing), 0)
    return "\n".join(lines) + "\n"


def _path(missing: Missing, assessed: Assessed) -> list[str]:
    """Return the keys down to the missing value, items by their id."""
    steps: list[str] = []
    fact = ""
    items: Any = ()
    item: dict[str, Any] = {}
    place = ""
    for step in missing.pointer.strip("/").split("/"):
        place += f"/{step}"
        if step.isdecimal():
            item = next((one for one in items if one.get(POINTER) == place), {})
            steps.append(_Item(str(item.get("id", step))))
            continue
        fact = f"{fact}.{step}" if fact else step
        inside = bool(steps) and isinstance(steps[-1], _Item)
        items = item.get(step, ()) if inside else assessed.facts.values.get(fact, ())
        steps.append(step)
    return steps


def _place(tree: Tree, path: list[str], missing: Missing) -> None:
    node = tree
    for step in path[:-1]:
        inner = node.setdefault(step, {})
        if not isinstance(inner, dict):
            inner = node[step] = {}
        node = inner
    node.setdefault(path[-1], missing)


def _lines(voice: Voice, tree: Tree, depth: int) -> Iterator[str]:
    margin = "  " * depth
    for key, inner in tree.items():
        if isinstance(key, _Item):
            yield f"{margin}- id: {scalar(key)}"
            yield from _lines(voice, inner if isinstance(inner, dict) else {}, depth + 1)
        elif isinstance(inner, dict):
            yield f"{margin}{scalar(key)}:"
            held = any(isinstance(one, _Item) for one in inner)
            yield from _lines(voice, inner, depth if held else depth + 1)
        else:
            yield from _comment(voice, ask(voice, inner), depth)
            answers = _answers(voice, inner)
            if answers:
                yield from _comment(voice, answers, depth)
            yield f"{margin}{scalar(key)}:"


def _answers(voice: Voice, missing: Missing) -> str:
    if missing.fact.startswith("measures."):
        return _STATUSES
    spec = voice.book.vocabulary.facts.get(missing.fact)
    if spec is None:
        return ""
    if spec.type == "boolean":
        return "true | false"
    if spec.choices:
        shown = " | ".join(spec.choices)
        return f"[{shown.replace(' | ', ', ')}]" if spec.type == "set" else shown
    words = voice.messages.get(f"yaml.type.{spec.type}", "")
    unit = voice.messages.get(f"unit.{spec.unit}.many", "").replace("{n}", "").strip()
    return f"{words} ({unit})" if unit and words else words


def _judgement(voice: Voice, missing: Missing) -> Iterator[str]:
    yield from _comment(voice, voice.texts.question(missing.fact), 0)
    yield f"- about: {missing.fact.removeprefix('judgement.')}"
    if missing.item is not None:
        yield f"  item: {scalar(missing.item)}"
    yield "  conclusion:   # met | not_met"
    for key in ("by", "role", "on", "reason", "review_by"):
        yield f"  {key}:"


def _comment(voice: Voice, text: str, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}# {typeset(plain(text), voice.language)}"


def scalar(text: str) -> str:
    """Return a key or an id as YAML, quoted unless it is a plain word."""
    shown = plain(text)
    if _PLAIN.match(shown) and shown.lower() not in _RESERVED:
        return shown
    return json.dumps(shown, ensure_ascii=False)
