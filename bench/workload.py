"""Many different declarations of about 5 KB, the same ones at every run."""

from __future__ import annotations

import json
import os
import random
from typing import TYPE_CHECKING

from governance.authoring.samples import sized

if TYPE_CHECKING:
    from governance.model.vocabulary import Vocabulary

SIZE = 5000
"""Bytes of a declaration, about."""


def declarations(vocabulary: Vocabulary, folder: str, count: int) -> None:
    """Write so many different declarations as JSON files."""
    source = random.Random(20261124)
    for number in range(count):
        name = f"uc-{number:05d}"
        data = sized(vocabulary, source, name=name, size=SIZE)
        with open(os.path.join(folder, f"{name}.gardefou.json"), "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
