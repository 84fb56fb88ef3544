"""What a language brings to the reading of dates: its words, and patterns made of them.

A pattern is a regular expression in which `{weekday}` stands for any weekday of the language
and a space for any white space. The names of its groups say what was found; `grammar` and
`recurrence` know what each name means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

BEGIN = r"(?<![\w@#/])"
END = r"(?!\w)(?![-–—'.:,/]\w)"

DAYS_IN_FIGURES = (
    r"{on}(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)",
    r"{on}(?P<day>\d{1,2})\. ?(?P<number>\d{1,2})\. ?(?P<year>\d{4})",
    r"{on}(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d\d)(?! ?uhr| ?h)",
    r"{on}(?P<day>\d{1,2})\. ?(?P<number>\d{1,2})\.",
    r"{on}(?P<day>\d{1,2})(?P<loose>\.)(?P<number>\d{1,2})",
)
CLOCKS_IN_FIGURES = (
    r"{at}(?P<hour>\d{1,2}):(?P<minute>\d\d)",
    # 10.12 might be a date, so a dotted time is only read where no month has that number
    r"{at}(?P<hour>\d{1,2})(?P<loose>\.)(?P<minute>00|1[3-9]|[2-9]\d){amount}",
    # 2h is a length, 18h and 9h30 are times
    r"{at}(?P<loose>)(?P<hour>\d\d) ?h",
    r"{at}(?P<hour>\d{1,2})h(?P<minute>\d\d)",
)
RANGES_IN_FIGURES = (r"{since}(?P<hour>\d{1,2})[:.](?P<minute>\d\d){to}\d{1,2}[:.]\d\d",)
BROKEN_FIGURES = (
    r"(?P<loose>)\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    r"(?P<loose>)\d{1,2}(?:[:.]\d\d)?{to}\d{1,2}(?:[:.]\d\d)?(?: ?(?:uhr|h|am|pm))?",
    r"(?P<loose>)\d{1,2}\.(?:\d{1,2}\.)?{to}\d{1,2}\.(?:\d{1,2}\.?)?",
    r"(?P<loose>)(?<=uhr\s)[0-5]\d",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, in minutes since midnight: when it usually is, first and last."""

    usual: int | None
    first: int
    last: int
    small: int = 0
    """Until when after midnight it is still called so. Then no one date tells which night is meant:
    only what comes every day is read."""


MORNING = Part(9 * 60, 3 * 60, 12 * 60 - 1)
FORENOON = Part(10 * 60, 6 * 60, 13 * 60 - 1)
NOON = Part(12 * 60, 11 * 60, 15 * 60)
AFTERNOON = Part(15 * 60, 12 * 60, 19 * 60)
EVENING = Part(19 * 60, 16 * 60, 24 * 60)
NIGHT = Part(None, 20 * 60, 24 * 60, 5 * 60)


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """One language's words for dates; lower case throughout."""

    counts: Mapping[str, int]
    """Numbers as words, every inflection."""
    hours: frozenset[str]
    """The counts that can stand alone for an hour."""
    weekdays: Mapping[str, int]
    """Monday is 0; with abbreviations."""
    habits: Mapping[str, int]
    """Words that mean every such weekday."""
    months: Mapping[str, int]
    near: Mapping[str, int]
    """Days from today."""
    parts: Mapping[str, Part]
    units: Mapping[str, str]
    """Any inflection → minutes, hours, days, weeks, months, years."""
    stretches: Mapping[str, int]
    """Spoken lengths in minutes."""
    further: Mapping[str, int]
    """What is said with a day → days to add to it."""
    offsets: Mapping[str, int]
    """What is said before an hour → minutes to add to it."""
    moments: Mapping[str, int]
    """Words that are a time by themselves, in minutes; midnight ends a day."""
    ordinals: Mapping[str, int]
    dayths: Mapping[str, int]
    """Days of a month as words."""
    shifts: frozenset[str]
    """What makes another day of a weekday, a month, a week."""
    parts_of: frozenset[str]
    """What makes only a part of a month or a week."""
    feasts: frozenset[str]
    """Days that are known by name; none of them is read."""
    ordinary: frozenset[str]
    """Words of everyday speech that are a weekday or month here or in another language."""
    deadlines: Mapping[str, bool]
    """Prepositions of a deadline → whether the day named is itself too late."""
    links: frozenset[str]
    """What joins a date to another: a range, a choice."""
    about: frozenset[str]
    """After these a date says what something is about, not when it is."""
    on: str
    """Pattern of what may precede a day, its space included."""
    at: str
    """Pattern of what may precede a time, its space included."""
    days: tuple[str, ...]
    clocks: tuple[str, ...]
    daytimes: tuple[str, ...]
    ranges: tuple[str, ...]
    """Stretches of time, of which the beginning is read."""
    everys: tuple[str, ...]
    broken: tuple[str, ...]
    """What looks like a date or a part of one, and is not read."""
    since: str
    """Pattern of what may precede a range, its space included."""
    to: str
    """Pattern of what stands between beginning and end of a range, its spaces included."""


@dataclass(frozen=True)
class Patterns:
    """The patterns of one vocabulary, ready to match text that went through `plain`."""

    words: Vocabulary
    days: tuple[re.Pattern[str], ...] = field(init=False)
    clocks: tuple[re.Pattern[str], ...] = field(init=False)
    daytimes: tuple[re.Pattern[str], ...] = field(init=False)
    ranges: tuple[re.Pattern[str], ...] = field(init=False)
    everys: tuple[re.Pattern[str], ...] = field(init=False)
    broken: tuple[re.Pattern[str], ...] = field(init=False)
    weekday: re.Pattern[str] = field(init=False)
    deadline: re.Pattern[str] = field(init=False)
    link: re.Pattern[str] = field(init=False)
    linked: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Compile everything once."""
        words, blanks = self.words, _blanks(self.words)
        for name, sources in (
            ("days", DAYS_IN_FIGURES + words.days),
            ("clocks", CLOCKS_IN_FIGURES + words.clocks),
            ("daytimes", words.daytimes),
            ("ranges", RANGES_IN_FIGURES + words.ranges),
            ("everys", words.everys),
            ("broken", BROKEN_FIGURES + words.broken),
        ):
            compiled = tuple(_compile(source, blanks) for source in sources)
            object.__setattr__(self, name, compiled)
        object.__setattr__(self, "weekday", _compile("{weekday}|{habit}", blanks))
        object.__setattr__(self, "link", _compile("{link}", blanks))
        object.__setattr__(self, "linked", _compile("{link} {hour}", blanks))
        object.__setattr__(self, "deadline", _compile(_any(words.deadlines), blanks))


def given(match: re.Match[str]) -> dict[str, str]:
    """The named groups that took part in a match, with single spaces."""
    groups = match.groupdict()
    return {name: " ".join(said.split()) for name, said in groups.items() if said is not None}


def plain(text: str) -> str:
    """Lower case, one kind of space and apostrophe; as long as `text`, place by place."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign == "’":
        return "'"
    lower = sign.lower()
    return lower if len(lower) == 1 else sign


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first) + ")"


def _blanks(words: Vocabulary) -> dict[str, str]:
    weekday = _any(words.weekdays)
    each = _any([*words.weekdays, *words.habits])
    joint = r"(?: ?, ?| und | and | ?& ?)"
    return {
        "amount": r"(?! ?€| ?(?:euro|eur|liter|litres?|l|kg|km|m)\b)",
        "link": _any(words.links),
        "on": words.on,
        "at": words.at,
        "since": words.since,
        "to": words.to,
        "count": rf"(?:\d{{1,4}}|{_any(words.counts)})",
        "hour": rf"(?:\d{{1,2}}|{_any(words.hours)})",
        "weekday": weekday,
        "weekdays": rf"{each}(?:{joint}(?:am |on )?{each})*",
        "habit": _any(words.habits),
        "habits": rf"{_any(words.habits)}(?:{joint}{_any(words.habits)})*",
        "month": _any(words.months),
        "near": _any(words.near),
        "part": _any(words.parts),
        "unit": _any(words.units),
        "span": _any(unit for unit, of in words.units.items() if of not in ("minutes", "hours")),
        "stretch": _any(words.stretches),
        "offset": _any(words.offsets),
        "moment": _any(words.moments),
        "ordinal": _any(words.ordinals),
        "dayth": _any(words.dayths),
        "further": _any(words.further),
        "shift": _any(words.shifts),
        "partof": _any(words.parts_of),
        "feast": _any(words.feasts),
        "year": r"(?:19|20|21)\d\d",
    }


def _compile(source: str, blanks: Mapping[str, str]) -> re.Pattern[str]:
    filled = source
    while blank := re.search(r"\{([a-z]+)\}", filled):
        filled = filled.replace(blank.group(), blanks[blank[1]])
    spaced = filled.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(f"{BEGIN}(?:{spaced}){END}")
