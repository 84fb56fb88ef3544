"""From the named groups of a pattern to the day they mean."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from models.dates.moments import Day
from models.dates.vocabulary import Vocabulary


def number_of(said: str, words: Vocabulary) -> int:
    """A number in figures or in words of the language, cardinal or ordinal."""
    number = words.counts.get(said) or words.ordinals.get(said)
    return int(said.rstrip(".")) if number is None else number


def day_of(given: Mapping[str, str], words: Vocabulary, now: datetime) -> Day | None:
    """The day that was said at local time `now`; None when there is no such day."""
    try:
        day = _day(given, words, now)
    except (ValueError, OverflowError):
        return None
    # at the rim of the calendar a zone's offset would leave it
    return day if day and 1 < day.date.year < 9999 else None


def _day(given: Mapping[str, str], words: Vocabulary, now: datetime) -> Day | None:
    today = now.date()
    further = timedelta(days=words.further[given["further"]] if "further" in given else 0)
    if "near" in given:
        return Day(today + timedelta(days=words.near[given["near"]]) + further)
    if "weekday" in given:
        day = _weekday(given, words.weekdays[given["weekday"]], today)
        return Day(day.date + further) if further else day
    if "unit" in given or "stretch" in given:
        return _away(given, words, now)
    return _end(given, words, today) or _numbered(given, words, today)


def _weekday(given: Mapping[str, str], weekday: int, today: date) -> Day:
    if "following" in given:
        return Day(today + timedelta(days=7 - today.weekday() + weekday))
    ahead = (weekday - today.weekday()) % 7
    return Day(today + timedelta(days=ahead), weekday=weekday, never_today="next" in given)


def _away(given: Mapping[str, str], words: Vocabulary, now: datetime) -> Day:
    if "stretch" in given:
        unit, count = "minutes", words.stretches[given["stretch"]]
    else:
        unit, count = words.units[given["unit"]], number_of(given["count"], words)
    if unit in ("minutes", "hours"):
        away = timedelta(minutes=count * (60 if unit == "hours" else 1))
        instant = now.astimezone(UTC) + away
        return Day(instant.date(), instant=instant)
    steps = {
        "days": relativedelta(days=count),
        "weeks": relativedelta(weeks=count),
        "months": relativedelta(months=count),
        "years": relativedelta(years=count),
    }
    return Day(now.date() + steps[unit])


def _end(given: Mapping[str, str], words: Vocabulary, today: date) -> Day | None:
    if "month_end" in given:
        return Day(_month_end(today, words.months.get(given.get("month", ""))))
    sunday = today + timedelta(days=6 - today.weekday())
    if "weekend" in given:
        # two days have no one time of day: only their end is good as a deadline
        return Day(sunday, first=sunday - timedelta(days=1))
    return Day(sunday) if "week_end" in given else None


def _month_end(today: date, month: int | None) -> date:
    month = month or today.month
    year = today.year + (month < today.month)
    return date(year, month, monthrange(year, month)[1])


def _numbered(given: Mapping[str, str], words: Vocabulary, today: date) -> Day | None:
    day = words.dayths[given["dayth"]] if "dayth" in given else int(given["day"])
    month = int(given["number"]) if "number" in given else words.months.get(given.get("month", ""))
    if month is None:
        # the next month that has such a day: every second one is long enough for any
        firsts = (today.replace(day=1) + relativedelta(months=ahead) for ahead in range(3))
        candidates = [first.replace(day=day) for first in firsts if day <= _length(first)]
    elif "year" in given:
        century = 2000 if len(given["year"]) == 2 else 0
        return Day(date(century + int(given["year"]), month, day))
    else:
        years = (today.year, today.year + 1)
        candidates = [date(y, month, day) for y in years if day <= _length(date(y, month, 1))]
    ahead = (found for found in candidates if found >= today)
    return next((Day(found, scant="scant" in given) for found in ahead), None)


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]
