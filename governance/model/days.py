"""Days as ISO text, and sums of days, months and years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plus(day: str, offset: dict[str, Any]) -> str:
    """Return the day after an offset in days, months and years; the end of a short month holds."""
    start = date.fromisoformat(day[:10])
    months = start.month - 1 + offset.get("months", 0) + 12 * offset.get("years", 0)
    year, month = start.year + months // 12, months % 12 + 1
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = _LAST[month - 1] + (1 if leap else 0)
    moved = date(year, month, min(start.day, last))
    return (moved + timedelta(days=offset.get("days", 0))).isoformat()


def valid(day: str) -> bool:
    """Say whether the text is a day of the calendar written as 2026-11-24."""
    if len(day) != 10 or day[4] != "-" or day[7] != "-":
        return False
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
