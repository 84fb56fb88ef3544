"""What a phrase comes to: a day and a time of day, and the instant they make in a zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from datetime import date as Date
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from models.dates.vocabulary import Part

LAST = time(23, 59)
"""The time of a day without one: until its end."""
SEPARATORS = " \t\n,;:–—-"
"""What may stand between a date and the words around it."""

_NOON = 12 * 60
_DAYTIME = Part(None, 8 * 60, 20 * 60 - 1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes; `either` half of the day may be meant, `spoken` leaves it open."""

    minutes: int
    either: bool = False
    spoken: bool = False

    @classmethod
    def of(
        cls, hour: int, minute: int = 0, *, offset: int = 0, spoken: bool = False
    ) -> Clock | None:
        """A time as said; None when no clock shows it."""
        minutes = hour * 60 + minute + offset
        if minute > 59 or not 0 <= minutes <= 24 * 60:
            return None
        either = 1 <= hour <= 12
        return cls(minutes, either=either, spoken=spoken and either)

    def within(self, part: Part | None, *, nightly: bool = False) -> int | None:
        """The minutes meant in that part of the day, in daytime when nothing else is known.

        `nightly`: at the beginning of a day it is night as well.
        """
        window = part or (_DAYTIME if self.spoken else None)
        if window is None:
            return self.minutes
        start = self.minutes % _NOON
        choices = (start, start + _NOON, start + 2 * _NOON) if self.either else (self.minutes,)
        small = window.small if nightly else -1
        found = [m for m in choices if window.first <= m <= window.last]
        return next(iter(found or [m for m in choices if m <= small]), None)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as said: a date, the coming weekday, the end of a stretch, or an exact instant."""

    date: Date
    weekday: int | None = None
    never_today: bool = False
    first: Date | None = None
    instant: datetime | None = None
    scant: bool = False
    """Said in figures that are no day unless a time is said with them."""

    def joined(self, other: Day) -> Day | None:
        """A weekday and a date said together; None when they contradict each other."""
        weekday, day = (self, other) if other.weekday is None else (other, self)
        if weekday.weekday is None or day.weekday is not None or day.first or day.instant:
            return None
        return day if day.date.weekday() == weekday.weekday else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What has been understood of a text up to `end`; `sure` if it can hardly mean otherwise."""

    end: int = 0
    day: Day | None = None
    part: Part | None = None
    clock: Clock | None = None
    sure: bool = False

    @property
    def dated(self) -> bool:
        """Whether it is enough for a date."""
        return self.day is not None or self.clock is not None

    @property
    def timed(self) -> bool:
        """Whether a time of day was said."""
        return self.clock is not None or self.part is not None

    @property
    def exact(self) -> bool:
        """Whether more than a day was said."""
        return self.timed or (self.day is not None and self.day.instant is not None)

    def minutes(self, *, nightly: bool = False) -> int | None:
        """The minutes since midnight that were said, if they make sense together."""
        if self.clock is not None:
            return self.clock.within(self.part, nightly=nightly)
        return self.part.usual if self.part else None

    def settle(self, now: datetime, at: time, *, before: bool = False) -> datetime | None:
        """The instant in UTC; `now` is local. `before`: the day named is itself too late."""
        minutes, day = self.minutes(), self.day
        if (self.timed and minutes is None) or (day and day.scant and not self.timed):
            return None
        if day is None:
            said = on(now.date(), minutes, at, now)
            return said if said > now else on(now.date() + timedelta(days=1), minutes, at, now)
        if day.instant or day.first:
            if self.timed:
                return None
            if day.instant:
                return day.instant
        last = day.date
        if day.weekday is not None and last == now.date():
            passed = not self.timed or on(last, minutes, at, now) <= now
            last += timedelta(days=7 if passed or day.never_today else 0)
        if before and not self.timed:
            last = (day.first or last) - timedelta(days=1)
        return on(last, minutes, at, now)


def on(day: Date, minutes: int | None, at: time, now: datetime) -> datetime:
    """That wall time in the zone of `now`, in UTC; skipped times move on, doubled are the first."""
    wall = datetime.combine(day, at if minutes is None else time.min)
    wall += timedelta(minutes=minutes or 0)
    return wall.replace(tzinfo=now.tzinfo, fold=0).astimezone(UTC)


def same_day(at: datetime, read_in: str, zone: str) -> datetime:
    """What was read in one zone as a day without a time, as that day in another, in UTC."""
    there = local(at, read_in)
    return on(there.date(), None, LAST, local(at, zone)) if there.time() == LAST else at


def months_on(at: datetime, months: int, zone: str) -> datetime:
    """The same day so many months later, or the last of a shorter one, by a zone's clocks."""
    return (local(at, zone) + relativedelta(months=months)).astimezone(UTC)


def local(now: datetime, zone: str) -> datetime:
    """The present instant as the clocks of the zone show it."""
    return now.astimezone(ZoneInfo(zone))
