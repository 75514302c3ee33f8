"""Start a rule: a commented file in which every line says what to write there.

As it stands the file loads and its cases pass, so that its author changes one thing at a time.
"""

from __future__ import annotations

import os.path
import re
from typing import TYPE_CHECKING, Final

from governance.authoring.checks_ids import prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable

ID: Final = re.compile(r"[A-Z0-9]+(-[A-Za-z0-9]+)+")
_STARTS: Final = os.path.join(os.path.dirname(__file__), "starts")

_PACK: Final = """\
id: {pack}
version: 1.0.0
title: {{fr: Règles de la maison, en: House rules}}
law_as_of: {day}
engine: 1
"""

_INSTRUMENTS: Final = """\
instruments:
  {instrument}:
    level: guidance
    kind: practice
    title: {{fr: Règles de la maison, en: House rules}}
    short: {{fr: règles maison, en: house rules}}
"""


def instrument_of(rule: str, instruments: Iterable[str]) -> str | None:
    """Return the text whose prefix an id bears, the longest first."""
    found = [name for name in instruments if rule.startswith(prefix_of(name))]
    return max(found, key=lambda name: len(prefix_of(name)), default=None)


def house_instrument(rule: str) -> str:
    """Return the name of the house text that an id stands for: MAISON-1 gives maison."""
    return rule.partition("-")[0].lower()


def locator_of(rule: str, instrument: str) -> str:
    """Return the place that an id names in its text: AIA-26-2 gives 26.2."""
    rest = rule.removeprefix(prefix_of(instrument))
    if re.match(r"[IVXL]+(-|$)", rest):
        return "annex-" + rest.replace("-", ".")
    return rest.replace("-", ".") if rest[:1].isdigit() else rest.lower()


def rule_file(rule: str, instrument: str, day: str, language: str, *, law: bool) -> str:
    """Return a rule file to fill in; a rule of law starts as an obligation."""
    path = os.path.join(_STARTS, f"rule.{'en' if language == 'en' else 'fr'}.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if law:
        text = re.sub(r"kind: guidance #[^\n]*", "kind: obligation", text)
        text = re.sub(r"severity: warning #[^\n]*", "severity: error", text)
    for word, value in (
        ("INSTRUMENT", instrument),
        ("CITE", f"{instrument}:{locator_of(rule, instrument)}"),
        ("DAY", day),
        ("NAME", rule.lower()),
        ("ID", rule),
    ):
        text = re.sub(rf"\b{word}\b", value, text)
    return text


def pack_file(pack: str, day: str) -> str:
    """Return the manifest of a pack of one's own."""
    return _PACK.format(pack=pack, day=day)


def instruments_file(instrument: str) -> str:
    """Return the entry of a text of one's own."""
    return _INSTRUMENTS.format(instrument=instrument)
