from __future__ import annotations

import json
import re
import string
from pathlib import Path

import governance

ROOT = Path(governance.__file__).parent
FR = json.loads((ROOT / "messages" / "fr.json").read_text(encoding="utf-8"))
EN = json.loads((ROOT / "messages" / "en.json").read_text(encoding="utf-8"))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_messages() -> None:
    assert FR.keys() == EN.keys()


def test_a_message_takes_the_same_values_in_both_languages() -> None:
    different = {key for key in FR if fields(FR[key]) != fields(EN[key])}
    assert not different


def test_counted_messages_have_both_numbers() -> None:
    one = {key.removesuffix(".one") for key in FR if key.endswith(".one")}
    many = {key.removesuffix(".many") for key in FR if key.endswith(".many")}
    assert one == many


def test_messages_named_in_the_code_exist() -> None:
    missing = []
    sources = [*(ROOT / "reporting").glob("*.py"), *(ROOT / "templates").rglob("*.j2")]
    for path in sources:
        text = path.read_text(encoding="utf-8")
        before = r"voice\." if path.suffix == ".py" else r"\b"
        for call, key in re.findall(before + r"(say|count)\(\s*['\"]([^'\"{]+)['\"]", text):
            if key.endswith("."):
                continue
            wanted = f"{key}.one" if call == "count" else key
            if wanted not in FR:
                missing.append((path.name, key))
    assert not missing


def test_nothing_claims_compliance() -> None:
    words = re.compile(r"\b(conforme|compliant|non-compliant|non conforme)\b", re.IGNORECASE)
    texts = [*FR.values(), *EN.values()]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.j2")]
    assert not [text for text in texts if words.search(text)]


def test_french_uses_french_marks() -> None:
    assert not [text for text in FR.values() if "'" in text or "“" in text or '"' in text]
    assert not [text for text in EN.values() if "«" in text or "'" in text]


def test_french_templates_have_spaces_that_do_not_break() -> None:
    for path in (ROOT / "templates" / "fr").glob("*.j2"):
        text = re.sub(
            r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert not re.search(r" [:;!?»]|« ", text), path.name
