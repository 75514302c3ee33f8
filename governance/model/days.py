"""Days as ISO text, and sums of days, months and years."""

from __future__ import annotations

from typing import Any, Final

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST: Final = "9999-12-31"
"""The end of the calendar: no sum goes further."""


def plus(day: str, offset: dict[str, Any]) -> str:
    """Return the day after an offset in days, months and years; the end of a short month holds."""
    from datetime import date, timedelta

    start = date.fromisoformat(day[:10])
    months = int(start.month - 1 + offset.get("months", 0) + 12 * offset.get("years", 0))
    year, month = start.year + months // 12, months % 12 + 1
    try:
        moved = date(year, month, min(start.day, _length(year, month)))
        return (moved + timedelta(days=offset.get("days", 0))).isoformat()
    except (ValueError, OverflowError):
        return _LAST


def valid(day: str) -> bool:
    """Say whether the text is a day of the calendar written as 2026-11-24."""
    if len(day) != 10 or day[4] != "-" or day[7] != "-" or not day.isascii():
        return False
    year, month, number = day[:4], day[5:7], day[8:]
    if not (year.isdigit() and month.isdigit() and number.isdigit()) or year == "0000":
        return False
    return 1 <= int(month) <= 12 and 1 <= int(number) <= _length(int(year), int(month))


def _length(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (1 if leap else 0)
