"""What comes again and again: every Monday at nine, on the wall clock of a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrulestr

from models.dates.days import number_of
from models.dates.grammar import Grammar, languages_of
from models.dates.moments import LAST, SEPARATORS, Reading, local
from models.dates.vocabulary import Patterns, Vocabulary, given, plain

_INTERVAL = re.compile(r";INTERVAL=\d+")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Every:
    """An RFC 5545 rule, the wall time "HH:MM" in a zone, and the day it counts from."""

    rule: str
    time: str
    zone: str
    start: date

    def __str__(self) -> str:
        """One line that `parse` takes."""
        return f"{self.rule} {self.time} {self.zone} {self.start.isoformat()}"

    @classmethod
    def parse(cls, line: str) -> Every:
        """The rule that was written by `str`; ValueError when it is none."""
        rule, clock, zone, start = line.split(" ")
        every = cls(rule, clock, zone, date.fromisoformat(start))
        rrulestr(rule, dtstart=every._wall(every.start))
        try:
            ZoneInfo(zone)
        except ZoneInfoNotFoundError as unknown:
            raise ValueError(str(unknown)) from unknown
        return every

    def next(self, after: datetime) -> datetime:
        """The first date later than `after`, in UTC, at the same wall time all year.

        A wall time that the clocks skip moves on by the gap; one they repeat is the first.
        """
        here = local(after, self.zone)
        rule = rrulestr(self.rule, dtstart=self._wall(self.start))
        # a day of slack: where clocks change, wall time and instants differ in order
        since = here.replace(tzinfo=None) - timedelta(days=1)
        for wall in rule.xafter(since, inc=True):
            instant: datetime = wall.replace(tzinfo=here.tzinfo, fold=0).astimezone(UTC)
            if instant > after:
                return instant
        raise ValueError(f"no date after {after} in {self.rule}")

    def _wall(self, day: date) -> datetime:
        return datetime.combine(day, time.fromisoformat(self.time))


def lead_every(
    text: str, *, language: str, zone: str, now: datetime, at: time = LAST, ranges: bool = False
) -> tuple[Every | None, str]:
    """A rule at the beginning of the text, and the rest; None and the text when there is none."""
    flat, here = plain(text), local(now, zone)
    grammar = Grammar(languages_of(language), here, ranges)
    start = len(flat) - len(flat.lstrip())
    found = [
        (reading.end, rule, clock)
        for rule, daily, head in _rules(grammar.languages, flat, start)
        for reading in grammar.tails(flat, head)
        if (clock := _clock(reading, at, nightly=daily))
        and (reading.timed or not daily or _all(flat, reading))
    ]
    if not found:
        return None, text
    end, rule, clock = max(found, key=lambda one: one[0])
    rest = text[end:].lstrip(SEPARATORS)
    if grammar.broken_off(flat, len(text) - len(rest)):
        return None, text
    # the beat of a rule begins with its first day, which its interval must not skip
    first = Every(_INTERVAL.sub("", rule), clock, zone, here.date()).next(now)
    return Every(rule, clock, zone, local(first, zone).date()), rest


def _clock(reading: Reading, at: time, *, nightly: bool) -> str | None:
    if not reading.timed:
        return f"{at:%H:%M}"
    minutes = reading.minutes(nightly=nightly)
    # midnight ends a day; a rule would have to name the next one
    if minutes is None or minutes == 24 * 60:
        return None
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _all(text: str, reading: Reading) -> bool:
    return not text[reading.end :].strip()


def _rules(
    languages: tuple[Patterns, ...], text: str, start: int
) -> Iterator[tuple[str, bool, Reading]]:
    for language in languages:
        for pattern in language.everys:
            if not (match := pattern.match(text, start)):
                continue
            groups = given(match)
            if rule := _rule(groups, language):
                part = language.words.parts.get(groups.get("part", ""))
                yield rule, "daily" in groups, Reading(end=match.end(), part=part)


def _rule(groups: Mapping[str, str], language: Patterns) -> str | None:
    words = language.words
    count = number_of(groups["count"], words) if "count" in groups else 1
    count = 2 if "fortnight" in groups else count
    if count < 1:
        return None
    every = f";INTERVAL={count}" if count > 1 else ""
    if "daily" in groups:
        return f"FREQ=DAILY{every}"
    if days := _within_month(groups, words):
        return f"FREQ=MONTHLY{every};{days}"
    if "weekday" in groups or "weekdays" in groups:
        return f"FREQ=WEEKLY{every};BYDAY={_weekdays(groups, language)}"
    return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" if "workdays" in groups else None


def _within_month(groups: Mapping[str, str], words: Vocabulary) -> str | None:
    if "nth" in groups:
        code = _CODES[words.weekdays[groups["weekday"]]]
        return f"BYDAY={number_of(groups['nth'], words)}{code}"
    if "last_day" in groups:
        return "BYMONTHDAY=-1"
    day = int(groups.get("day", 0))
    if not 1 <= day <= 31:
        return None
    if day <= 28:
        return f"BYMONTHDAY={day}"
    # where the month is shorter, its last day
    return f"BYMONTHDAY={','.join(map(str, range(28, day + 1)))};BYSETPOS=-1"


def _weekdays(groups: Mapping[str, str], language: Patterns) -> str:
    words: Vocabulary = language.words
    said = language.weekday.findall(groups.get("weekdays") or groups["weekday"])
    numbers = {words.weekdays[day] if day in words.weekdays else words.habits[day] for day in said}
    return ",".join(_CODES[number] for number in sorted(numbers))
