"""Write the first files of a folder of house rules; nothing there is replaced."""

from __future__ import annotations

import os

from governance import resources
from governance.authoring.scaffold import (
    house_instrument,
    instrument_of,
    instruments_file,
    pack_file,
    rule_file,
)
from governance.errors import GovernanceError
from governance.loading.packs import read_packs
from governance.records import NamedTuple


class Start(NamedTuple):
    """A rule about to be written."""

    id: str
    instrument: str
    known: bool
    day: str
    text: str


class AlreadyThereError(GovernanceError):
    """A file that would be replaced."""


def start(rule: str, day: str, language: str) -> Start:
    """Return the first text of a rule; its id says of which text it is."""
    instruments = read_packs([resources.rules()]).instruments
    found = instrument_of(rule, instruments)
    instrument = found or house_instrument(rule)
    law = found is not None and instruments[found].level == "law"
    text = rule_file(rule, instrument, day, language, law=law)
    return Start(rule, instrument, found is not None, day, text)


def write(begun: Start, folder: str) -> list[str]:
    """Write the rule, and the manifest and the text it cites where the folder has none."""
    pack = os.path.join(folder, begun.instrument)
    rule = os.path.join(pack, f"{begun.id.lower()}.yaml")
    if os.path.exists(rule):
        raise AlreadyThereError(rule)
    os.makedirs(pack, exist_ok=True)
    written = []
    texts = os.path.join(folder, "instruments.yaml")
    for path, text in (
        (texts if not begun.known else "", instruments_file(begun.instrument)),
        (os.path.join(pack, "pack.yaml"), pack_file(begun.instrument, begun.day)),
        (rule, begun.text),
    ):
        if path and not os.path.exists(path):
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            written.append(path)
    return written
