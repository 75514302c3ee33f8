"""Declarations whose data is hostile: values, keys, annexes, paths, everything at once."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import yaml

from tests.hostile import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from tests.hostile.ground import Ground

Data = dict[str, Any]
Mutation = "Callable[[Random, Data, Ground], Any]"


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container with each of its keys or indexes."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, inner in entries:
        yield data, key
        if isinstance(inner, dict | list):
            yield from places(inner)


def values(random: Random, data: Data, _: Ground) -> Any:
    """Replace some values."""
    found = list(places(data))
    for holder, key in random.sample(found, min(len(found), random.choice((1, 3, 20)))):
        holder[key] = words.value(random)
    return data


def keys(random: Random, data: Data, _: Ground) -> Any:
    """Replace some keys."""
    found = [one for one in places(data) if isinstance(one[0], dict)]
    for holder, key in random.sample(found, min(len(found), random.choice((1, 3, 10)))):
        if key in holder:
            holder[words.key(random)] = holder.pop(key)
    return data


def swaps(random: Random, data: Data, _: Ground) -> Any:
    """Exchange values of different places."""
    found = list(places(data))
    for _n in range(random.choice((1, 3, 10))):
        (one, key), (other, name) = random.sample(found, 2)
        if type(one) is type(other):
            one[key], other[name] = copy.deepcopy(other[name]), copy.deepcopy(one[key])
    return data


def drops(random: Random, data: Data, _: Ground) -> Any:
    """Leave out keys and items."""
    found = list(places(data))
    for holder, key in reversed(random.sample(found, random.choice((1, 5, len(found) // 2)))):
        if isinstance(holder, dict):
            holder.pop(key, None)
        elif key < len(holder):
            holder.pop(key)
    return data


def shuffles(random: Random, data: Any, ground: Ground) -> Any:
    """Put keys and items in another order."""
    if isinstance(data, dict):
        entries = list(data.items())
        random.shuffle(entries)
        return {key: shuffles(random, inner, ground) for key, inner in entries}
    if isinstance(data, list):
        inner = [shuffles(random, one, ground) for one in data]
        random.shuffle(inner)
        return inner
    return data


def texts(random: Random, data: Data, _: Ground) -> Any:
    """Put markup or control characters into every text, titles and ids included."""
    share = random.choice((0.1, 0.5, 1.0))
    for holder, key in list(places(data)):
        if isinstance(holder[key], str) and random.random() < share:
            hostile = random.choice((*words.MARKUP, *words.CONTROL))
            holder[key] = random.choice((hostile, holder[key] + hostile))
    data["format"] = "gardefou/declaration/v1"
    return data


def names(random: Random, data: Data, _: Ground) -> Any:
    """Put markup or control characters into ids and texts, so that the facts stay known."""
    for holder, key in list(places(data)):
        if key in {"id", "title", "name", "what", "owner", "who", "details", "note", "unknown"}:
            holder[key] = random.choice((*words.MARKUP, *words.CONTROL, str(holder[key])))
    return data


def evidence(random: Random, data: Data, ground: Ground) -> Any:
    """Name files of evidence inside, outside, through links and absolutely."""
    entries: list[Any] = []
    for number in range(random.randrange(1, 8)):
        path: Any = random.choice(ground.paths)
        entry = {"id": f"e{number}", "title": words.text(random), "file": path}
        if random.random() < 0.3:
            entry["sha256"] = random.choice(("0" * 64, "", "zz", words.text(random), 5))
        if random.random() < 0.2:
            entry[random.choice(list(entry))] = words.value(random)
        if random.random() < 0.2:
            entry["valid_until"] = random.choice(words.DATES)
        entries.append(entry)
    data["evidence"] = entries
    supported = {"status": "in_place", "evidence": [f"e{n}" for n in range(9)]}
    data.setdefault("measures", {})
    if isinstance(data["measures"], dict):
        data["measures"]["literacy"] = {"staff_trained": supported}
    return data


def extends(random: Random, data: Data, ground: Ground) -> Any:
    """Extend files that are missing, outside, circular, broken, or odd."""
    chosen: Any = random.choices(ground.paths, k=random.randrange(1, 5))
    if random.random() < 0.2:
        chosen = chosen[0]
    elif random.random() < 0.1:
        chosen = words.value(random)
    data["extends"] = chosen
    return data


def annexes(random: Random, data: Data, _: Ground) -> Any:
    """Fill the sections that are not facts with entries of every kind."""
    rules = ("AIA-4-1", "AIA-26-2", "GOV-dpo-opinion", "AIA-5-1-f", "nope", words.text(random))
    day = random.choice((*words.DATES, "2026-06-01", "2026-10-01"))
    risk = {
        "rule": random.choice(rules), "revision": random.choice((1, 2, "1", -1, 1.5, True)),
        "reason": words.text(random), "requested_by": "A", "accepted_by": random.choice("AB"),
        "on": day, "until": random.choice((*words.DATES, "2027-01-01")), "item": words.key(random),
        "compensating_measures": random.choice(([], ["x"], "x", [1], None)),
    }  # fmt: skip
    judged = {
        "rule": random.choice(rules), "about": random.choice(("no_significant_risk", None, "x")),
        "conclusion": random.choice(("met", "not_met", "yes", True)), "by": words.text(random),
        "on": day, "reason": words.text(random), "review_by": random.choice(words.DATES),
        "item": random.choice((None, "x", words.key(random))),
    }  # fmt: skip
    data["accepted_risks"] = [_odd(random, risk) for _n in range(random.randrange(4))]
    data["judgements"] = [_odd(random, judged) for _n in range(random.randrange(4))]
    data["claims"] = {
        random.choice(("ai_act", "gdpr", words.key(random))): {
            random.choice(
                ("high_risk", "roles", "registration", "dpia_required", "x")
            ): random.choice(
                (True, False, "unknown", ["provider"], [], ["nope"], words.value(random))
            )
            for _n in range(3)
        }
    }
    return data


def _odd(random: Random, entry: Data) -> Any:
    kept = {key: inner for key, inner in entry.items() if random.random() < 0.95}
    if random.random() < 0.2:
        kept[words.key(random)] = words.value(random)
    return kept if random.random() < 0.95 else words.value(random)


def rubbish(random: Random, _data: Data, _: Ground) -> Any:
    """Declare anything at all."""
    found = words.value(random)
    if isinstance(found, dict) and random.random() < 0.5:
        found |= {"format": "gardefou/declaration/v1", "id": "x", "title": "x"}
    return found


def many(random: Random, data: Data, _: Ground) -> Any:
    """Declare very many items."""
    kind = random.choice(("purposes", "categories", "recipients"))
    number = random.choice((50, 300))
    data["data"] = {"personal": "present", kind: [{"id": f"i{n}"} for n in range(number)]}
    return data


MUTATIONS: dict[str, Callable[[Random, Any, Ground], Any]] = {
    one.__name__: one
    for one in (values, keys, swaps, drops, shuffles, texts, names, evidence, extends, annexes,
                rubbish, many)
}  # fmt: skip


def as_json(random: Random, data: Any) -> bytes:
    """Write data as JSON, NaN and lone surrogates included."""
    text = json.dumps(data, ensure_ascii=random.random() < 0.5, indent=random.choice((None, 1)))
    return text.encode("utf-8", "surrogatepass" if random.random() < 0.2 else "replace")


def as_yaml(random: Random, data: Any) -> bytes:
    """Write data as YAML in one style or another."""
    flow = random.choice((True, False, None))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    try:
        text = yaml.dump(
            data,
            Dumper=dumper,
            allow_unicode=random.random() < 0.7,
            default_flow_style=flow,
            sort_keys=False,
        )
    except (yaml.YAMLError, ValueError, UnicodeError, RecursionError):
        return as_json(random, data)
    return text.encode("utf-8", "replace")
