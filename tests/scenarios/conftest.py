"""Short declarations, each about one case on which known checkers go wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from governance.api import Session, assessed, report
from governance.reporting.formats import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from governance.model.report import Assessed
    from governance.model.verdicts import Verdict

HERE = Path(__file__).parent


class Checked:
    """What is found about one declaration, in the words of a test."""

    def __init__(self, session: Session, found: Assessed) -> None:
        self.session = session
        self.found = found

    def says(self, fact: str) -> Any:
        """Return a qualification that is settled, sets as sorted lists."""
        one = self.found.assessment.qualifications[fact]
        assert one.known, f"{fact} is open: {[missing.fact for missing in one.missing]}"
        return sorted(one.value) if isinstance(one.value, frozenset) else one.value

    def certain(self, fact: str) -> list[str]:
        """Return the members of a set that are certain, others being open or not."""
        return sorted(self.found.assessment.qualifications[fact].value)

    def asks(self, fact: str) -> list[str]:
        """Return the facts that a qualification left open asks for."""
        one = self.found.assessment.qualifications[fact]
        assert not one.known, f"{fact} is settled: {one.value}"
        return [missing.fact for missing in one.missing]

    def since(self, fact: str) -> tuple[str | None, str]:
        """Return the day from which a qualification bites, and whether it does."""
        one = self.found.assessment.qualifications[fact]
        return one.applies_from, one.timing

    def verdict(self, rule: str) -> Verdict:
        """Return the only verdict of a rule."""
        (one,) = [one for one in self.found.assessment.verdicts if one.rule == rule]
        return one

    def outcome(self, rule: str) -> str:
        """Return the outcome of a rule, and when it counts unless it is now."""
        one = self.verdict(rule)
        return one.outcome if one.timing == "now" else f"{one.outcome} {one.timing}"

    def applicable(self, rule: str) -> bool:
        """Say whether a rule is asked of the use case."""
        return self.verdict(rule).outcome != "not_applicable"

    def addressees(self) -> set[str]:
        """Return who owes the AI Act rules that apply."""
        rules = {rule.id: rule for rule in self.session.book.rules if rule.pack == "ai_act"}
        found = self.found.assessment.verdicts
        due = [one.rule for one in found if one.rule in rules and one.outcome != "not_applicable"]
        return {name for rule in due for name in rules[rule].addressee}

    def remarks(self) -> list[str]:
        """Return the codes of the remarks on the declaration itself."""
        return [one.code for one in self.found.findings]

    def text(self) -> str:
        """Return the report as a terminal shows it."""
        whole = report(self.session, [self.found], self.found.assessment.as_of)
        return render("text", whole, self.session.texts("en"))


@pytest.fixture(scope="session")
def session() -> Session:
    return Session()


@pytest.fixture(scope="session")
def check(session: Session) -> Callable[[str, str], Checked]:
    """Check ``T01-derogation-granted/deployer`` on a day."""

    def checked(name: str, day: str) -> Checked:
        path = HERE / f"{name}.gardefou.yaml"
        found = assessed(session, session.read(str(path)), day, "en")
        assert not [one for one in found.findings if one.severity == "error"]
        return Checked(session, found)

    return checked
