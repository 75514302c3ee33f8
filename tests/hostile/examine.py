"""One declaration through all that reads and prints it, and what must hold of the result."""

from __future__ import annotations

import io
import json
import re
import time
import traceback
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, NamedTuple

from jsonschema import Draft202012Validator

from governance import api
from governance.cli.checking import LEVELS, exit_code
from governance.cli.quiet import outcomes, rules_of
from governance.engine.timeline import milestones
from governance.reporting.formats import render
from governance.reporting.qualification import render_classification
from governance.reporting.questions import render_questions
from governance.reporting.record import write_json
from governance.reporting.timeline import render_timeline
from governance.source.document import read_text
from tests.hostile.ground import REPOSITORY, SECRET
from tests.hostile.words import CANARY

if TYPE_CHECKING:
    from governance.model.report import Assessed
    from tests.hostile.ground import Watch

SCHEMAS = REPOSITORY / "schemas"
DAYS = ("2026-07-01", "2026-11-24", "2027-12-03", "2031-01-01")
SLOW = 10.0
"""Seconds after which a case counts as stuck."""
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)


class Result(NamedTuple):
    """What one case gave."""

    state: str
    """unreadable, faulty, odd or clean: no data, errors, remarks, nothing."""
    seconds: float
    failures: tuple[str, ...]


class Page(HTMLParser):
    """The tags of a page, with what a declaration may have slipped into them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.bad: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            told = f"<{tag} {name}={value!r}"[:120]
            if name.startswith("on") or name in {"src", "srcset", "action", "formaction", "style"}:
                self.bad.append(told)
            if name == "href" and re.match(
                r"\s*(javascript|data|vbscript):", value or "", re.IGNORECASE
            ):
                self.bad.append(told)

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.bad.append(f"<!{decl[:60]}")

    def handle_comment(self, data: str) -> None:
        if CANARY in data:
            self.bad.append(f"<!--{data[:60]}")


class Examiner:
    """A session, a watch on files, and the tags that a harmless page has."""

    def __init__(self, watch: Watch, benign: str) -> None:
        self.session = api.Session()
        self.watch = watch
        for language in ("fr", "en"):
            self.session.texts(language)
        assert self.session.book
        published = (SCHEMAS / "report.v1.schema.json").read_text(encoding="utf-8")
        self.schema = Draft202012Validator(json.loads(published))
        page = render("html", self._report(benign, DAYS[1], "fr"), self.session.texts("fr"))
        self.allowed = Page(page).tags

    def _report(self, path: str, day: str, language: str | None) -> Any:
        found = list(api.check(self.session, [path], day, language))
        return api.report(self.session, found, day)

    def examine(self, path: str, number: int) -> Result:
        """Return what is wrong with the way one file is handled."""
        failures: list[str] = []
        state = "traceback"
        start = time.perf_counter()
        try:
            with self.watch.on():
                state = self._everything(path, number, failures)
        except (Exception, RecursionError):  # noqa: BLE001 - what is looked for
            failures.append(traceback.format_exc(limit=-6))
        seconds = time.perf_counter() - start
        failures += [f"forbidden: {one}" for one in self.watch.seen]
        if seconds > SLOW:
            failures.append(f"slow: {seconds:.1f} s")
        return Result(state, seconds, tuple(failures))

    def _everything(self, path: str, number: int, failures: list[str]) -> str:
        day = DAYS[number % len(DAYS)]
        language = ("fr", "en", None)[number % 3]
        (one,) = api.check(self.session, [path], day, language)
        report = api.report(self.session, [one], day)
        texts = self.session.texts(one.language)
        _findings(one, failures)
        _screen("text", render("text", report, texts, verbose=number % 5 == 0), failures)
        out = io.StringIO()
        write_json(self.session.book, day, [one], out)
        _json(out.getvalue(), failures)
        if number % 7 == 0:
            _screen("markdown", render("markdown", report, texts), failures)
        if number % 11 == 0:
            self._page(render("html", report, texts), failures)
        if number % 3 == 0:
            _screen("classify", render_classification(report, texts), failures)
            for form in ("text", "markdown", "yaml"):
                _screen(form, render_questions(report, texts, form=form, limit=30), failures)
            self._pasted(render_questions(report, texts, form="yaml", limit=None), failures)
        if number % 13 == 0:
            self._dates(report, texts, failures)
        if number % 17 == 0:
            self._again(path, day, language, out.getvalue(), failures)
        self._quiet(path, day, one, failures)
        return _state(one)

    def _pasted(self, text: str, failures: list[str]) -> None:
        """Lines to paste into a declaration can be read as YAML."""
        failures += [
            f"questions: {fault.code} {fault.message.en}"
            for fault in read_text(text, "questions.yaml").diagnostics
            if fault.code != "GF005"  # no question, nothing to paste
        ]

    def _dates(self, report: Any, texts: Any, failures: list[str]) -> None:
        (one,) = report.declarations
        found = milestones(self.session.book, one.facts, report.as_of)
        _json(render_timeline(report, texts, found, "json"), failures)
        for form in ("text", "markdown", "ics"):
            text = render_timeline(report, texts, found, form)
            calendar = form == "ics"
            _screen(form, text.replace("\r\n", "\n") if calendar else text, failures)
            if calendar and any(len(row.encode()) > 75 for row in text.split("\r\n")):
                failures.append("ics: line of more than 75 bytes")

    def _again(
        self, path: str, day: str, language: str | None, before: str, failures: list[str]
    ) -> None:
        """The same file gives the same bytes."""
        out = io.StringIO()
        write_json(self.session.book, day, api.check(self.session, [path], day, language), out)
        if out.getvalue() != before:
            failures.append("json: not the same twice")
        failures += [
            f"json: {error.json_path} {error.message}"[:300]
            for error in self.schema.iter_errors(json.loads(before))
        ]

    def _quiet(self, path: str, day: str, one: Assessed, failures: list[str]) -> None:
        """The short way comes to the same conclusion as the long one."""
        found = outcomes(self.session, path, day, rules_of(self.session.book, day))
        failures += [
            f"quiet: another exit code for {level}"
            for level in LEVELS
            if found.code(level) != exit_code(one, level)
        ]

    def _page(self, page: str, failures: list[str]) -> None:
        found = Page(page)
        _screen("html", page, failures)
        failures += [f"html: {one}" for one in found.bad]
        strange = found.tags - self.allowed
        if strange:
            failures.append(f"html: tags {sorted(strange)}")


def _state(one: Assessed) -> str:
    if not one.facts.values and any(finding.severity == "error" for finding in one.findings):
        return "unreadable"
    if any(finding.severity == "error" for finding in one.findings):
        return "faulty"
    return "odd" if one.findings else "clean"


def _findings(one: Assessed, failures: list[str]) -> None:
    for finding in one.findings:
        path, line, column = finding.location
        if not path or line < 1 or column < 1 or not finding.message.strip():
            failures.append(f"finding without place or words: {finding!r}"[:300])
        if len(finding.message) + len(finding.hint) > 2000:
            failures.append(f"finding too long: {finding!r}"[:300])


def _screen(name: str, text: str, failures: list[str]) -> None:
    found = CONTROL.search(text)
    if found:
        around = text[max(0, found.start() - 30) : found.end() + 30]
        failures.append(f"{name}: U+{ord(found.group()):04X} in {around!r}")
    if SECRET in text:
        failures.append(f"{name}: content from outside")
    if not text.endswith("\n"):
        failures.append(f"{name}: no line break at the end")


def _json(text: str, failures: list[str]) -> None:
    def refuse(word: str) -> None:
        failures.append(f"json: {word}")

    text.encode()
    json.loads(text, parse_constant=refuse)
    if SECRET in text:
        failures.append("json: content from outside")
