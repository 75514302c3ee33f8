"""Why a condition came out as it did, in sentences: what was read, where, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from governance.model.trace import Branch, Leaf, Trace
from governance.model.values import FALSE, TRUE, UNKNOWN
from governance.records import NamedTuple
from governance.reporting.demands import demand, lacking
from governance.reporting.typography import plain
from governance.reporting.words import either, quoted, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from governance.model.verdicts import Missing, Verdict
    from governance.reporting.voice import Voice


class Reason(NamedTuple):
    """One thing that was read and, where it falls short, what was expected."""

    text: str
    expected: str
    pointer: str
    """Place in the declaration, empty for conclusions and for what is not said."""
    fact: str
    item: str | None
    cites: tuple[str, ...]
    truth: int


def reasons(
    voice: Voice,
    found: Iterable[Leaf],
    *,
    unmet: bool = False,
    about: str | None = None,
    between: str = "word.and",
) -> tuple[Reason, ...]:
    """Return the reasons that leaves give, those about one place told once.

    With ``unmet`` each reason also says what was expected instead. ``about`` is the item that
    the reader already knows is meant; ``between`` joins several demands on one fact.
    """
    groups: dict[tuple[str, str, str | None], list[Leaf]] = {}
    for leaf in found:
        groups.setdefault((leaf.fact, leaf.pointer, leaf.item), []).append(leaf)
    return tuple(
        _reason(voice, group, about, between if unmet else "") for group in groups.values()
    )


def why(voice: Voice, verdict: Verdict) -> tuple[Reason, ...]:
    """Return the reasons of a verdict; for a gap, with what was expected."""
    unmet = verdict.outcome == "violated"
    between = "word.or" if one_is_enough(verdict) else "word.and"
    return reasons(voice, verdict.because, unmet=unmet, about=verdict.item, between=between)


def one_is_enough(verdict: Verdict) -> bool:
    """Say whether a single one of the reasons, put right, would close the gap."""
    trace = verdict.requirement
    while isinstance(trace, Branch):
        relevant = [part for part in trace.parts if part.truth == trace.truth]
        if len(relevant) == 1:
            trace = relevant[0]
        else:
            return trace.truth == FALSE and trace.kind == "any" and len(relevant) > 1
    return False


def read(voice: Voice, leaf: Leaf) -> str:
    """Return what was read of one fact, in a sentence."""
    title = voice.texts.title(leaf.fact)
    shown = value_words(voice, leaf.fact, leaf.value)
    if leaf.operator == "judged":
        key = "read.judgement.none" if leaf.value is None else "read.judgement"
        return _of_item(voice, leaf.item, voice.say(key, title=title, value=shown))
    if leaf.operator == "list" or leaf.derived or leaf.fact.startswith("measures."):
        return _of_item(voice, leaf.item, voice.say("read.titled", title=title, value=shown))
    question = asked(voice.texts.question(leaf.fact))
    if not question.endswith("?"):
        return _of_item(voice, leaf.item, voice.say("read.titled", title=question, value=shown))
    return _of_item(voice, leaf.item, voice.say("read.asked", question=question, value=shown))


def asked(question: str) -> str:
    """Return a question without the instruction that may follow it."""
    return question[: question.rfind("?") + 1] if "?" in question else question.strip()


def ask(voice: Voice, missing: Missing) -> str:
    """Return what has to be known, as a question or a request."""
    fact = missing.fact
    if missing.needs == "evidence":
        words = voice.say("missing.evidence", title=quoted(voice, voice.texts.title(fact)))
    elif missing.needs == "judgement" and not fact.startswith("judgement."):
        words = voice.say("missing.judgement_on", title=quoted(voice, voice.texts.title(fact)))
    elif missing.needs == "judgement":
        words = voice.say("missing.judgement", question=voice.texts.question(fact))
    else:
        words = voice.texts.question(fact)
    return _of_item(voice, missing.item, words)


def key_of(missing: Missing) -> str:
    """Return the line of the declaration that would answer: ``decisions.final_word``."""
    if missing.fact.startswith("judgement."):
        return f"judgements[{missing.fact.removeprefix('judgement.')}]"
    if missing.item is None:
        return missing.fact
    items, _, name = missing.fact.rpartition(".")
    return f"{items}[{plain(missing.item)}].{name}"


def measures_of(found: Iterable[Leaf]) -> Iterator[str]:
    """Yield the measures among leaves, for their owner and due date."""
    for leaf in found:
        if leaf.fact.startswith("measures."):
            yield leaf.fact


def truth_word(voice: Voice, trace: Trace) -> str:
    """Return true, false or unknown in words."""
    return voice.say({TRUE: "truth.yes", FALSE: "truth.no"}.get(trace.truth, "truth.unknown"))


def _reason(voice: Voice, group: list[Leaf], about: str | None, between: str) -> Reason:
    first = group[0]
    told = not first.derived and first.value is not None and bool(first.pointer)
    placed = told and not _not_arising(first.value)
    truth = max(leaf.truth for leaf in group)
    return Reason(
        text=read(voice, first._replace(item=None) if first.item == about else first),
        expected=_expected(voice, group, between) if between else _open(voice, group),
        pointer=first.pointer if placed else "",
        fact=first.fact,
        item=first.item,
        cites=tuple(dict.fromkeys(cite for leaf in group for cite in leaf.cites)),
        truth=truth,
    )


def _not_arising(value: Any) -> bool:
    return repr(value) == "NOT_ARISING"


def _expected(voice: Voice, group: list[Leaf], between: str) -> str:
    """Return what was expected: the members that lack, or what each test asks."""
    lack: list[str] = []
    asked: list[str] = []
    for leaf in group:
        if leaf.truth == UNKNOWN:
            continue
        missing = (
            []
            if leaf.truth == TRUE
            else lacking(voice, leaf.fact, leaf.operator, leaf.argument, leaf.value)
        )
        if missing:
            lack += missing
        elif leaf.operator != "list" or leaf.truth == FALSE:
            asked.append(
                demand(voice, leaf.fact, leaf.operator, leaf.argument, wanted=leaf.truth == FALSE)
            )
    parts = []
    if lack:
        shown = [quoted(voice, one) for one in dict.fromkeys(lack)]
        parts.append(voice.say("expected.lacking", values=either(voice, shown, between)))
    if asked:
        shown = list(dict.fromkeys(asked))
        parts.append(voice.say("expected", value=either(voice, shown, between)))
    return "; ".join(parts) if voice.language == "en" else " ; ".join(parts)


def _open(voice: Voice, group: list[Leaf]) -> str:
    """Return why an answer that was given still leaves the point open."""
    for leaf in group:
        if leaf.truth == UNKNOWN and leaf.value is not None:
            if leaf.needs == "evidence":
                return voice.say("open.evidence")
            if leaf.needs == "judgement" and leaf.operator != "judged":
                return voice.say("open.judgement")
    return ""


def _of_item(voice: Voice, item: str | None, words: str) -> str:
    if item is None:
        return words
    return voice.say("read.item", item=plain(item), text=words)
