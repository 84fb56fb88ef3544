"""How pieces of text become a day, a part of the day and a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import TypeAlias

from models.dates.days import day_of, number_of
from models.dates.english import ENGLISH
from models.dates.german import GERMAN
from models.dates.moments import Clock, Reading
from models.dates.vocabulary import Patterns, Vocabulary, given

LANGUAGES = {"de": GERMAN, "en": ENGLISH}

Found: TypeAlias = tuple[Vocabulary, int, dict[str, str]]
"""The language that knew a piece, where it ends, and its named groups."""
Pieces: TypeAlias = Callable[[str, int, Reading], Iterator[Reading]]
Kind: TypeAlias = Callable[[Patterns], tuple[re.Pattern[str], ...]]

DAYS: Kind = attrgetter("days")
CLOCKS: Kind = attrgetter("clocks")
DAYTIMES: Kind = attrgetter("daytimes")
RANGES: Kind = attrgetter("ranges")
EVERYS: Kind = attrgetter("everys")
BROKEN: Kind = attrgetter("broken")
_BETWEEN = re.compile(r"\s*,?\s*")
_LAST_DATE = re.compile(r"\d\.\s*\d{1,2}\.?\s*$")
_LAST_FIGURES = re.compile(r"\d(?:\s*(?:uhr|h|am|pm))?\s*$")
_FIGURES = re.compile(r"\d+(?:[:.,]\d|\s*[-–—]\s*\d|\s*(?:uhr|h|am|pm)\b)|(?<=uhr )[0-5]\d(?!\w)")


def languages_of(language: str) -> tuple[Patterns, ...]:
    """The language itself, then all others: chats mix them."""
    ordered = sorted(LANGUAGES, key=lambda key: key != language)
    return tuple(_patterns(key) for key in ordered)


@cache
def _patterns(language: str) -> Patterns:
    """Put together at the first date somebody writes, not at every start."""
    return Patterns(LANGUAGES[language])


@dataclass(frozen=True)
class Grammar:
    """Reads text that went through `plain`, with the languages of a chat, at a local time."""

    languages: tuple[Patterns, ...]
    now: datetime
    ranges: bool = False
    """The beginning of a range is a time."""

    def readings(self, text: str, so_far: Reading) -> Iterator[Reading]:
        """Every way to read on from where `so_far` ends."""
        return self._on(text, so_far, (self._parts, self._days, self._clocks))

    def tails(self, text: str, head: Reading) -> Iterator[Reading]:
        """`head` itself, then every way to read a part of the day and a time after it."""
        return self._on(text, head, (self._parts, self._clocks), always=True)

    def broken_off(self, text: str, start: int) -> bool:
        """Whether more of a date begins there, so that it was not understood as a whole."""
        if self._dated(text, start):
            return True
        return any(
            language.linked.match(text, start) or self._dated(text, link.end() + 1)
            for language in self.languages
            if (link := language.link.match(text, start))
        )

    def timed(self, text: str, start: int) -> bool:
        """Whether a time of day is told anywhere from there on."""
        return any(
            "loose" not in given(match)
            for language in self.languages
            for pattern in language.clocks
            for match in pattern.finditer(text, start)
        )

    def ranged(self, text: str, reading: Reading) -> bool:
        """Whether the text ends in what makes "until" and `reading` a range, not a deadline."""
        if _LAST_DATE.search(text):
            return True
        if reading.day is None:
            return bool(_LAST_FIGURES.search(text))
        return any(
            not text[match.end() :].strip()
            and not any(match.group() in known.words.ordinary for known in self.languages)
            for language in self.languages
            for match in language.weekday.finditer(text)
        )

    def _dated(self, text: str, start: int) -> bool:
        return bool(_FIGURES.match(text, start)) or any(
            not self.doubtful(groups)
            for kind in (DAYS, CLOCKS, DAYTIMES, BROKEN)
            for _, _, groups in self.found(kind, text, start)
        )

    def _on(
        self, text: str, so_far: Reading, kinds: tuple[Pieces, ...], *, always: bool = False
    ) -> Iterator[Reading]:
        if so_far.dated or always:
            yield so_far
        start = onward(text, so_far.end)
        for pieces in kinds:
            for reading in pieces(text, start, so_far):
                yield from self._on(text, reading, kinds, always=always)

    def found(self, kind: Kind, text: str, start: int) -> Iterator[Found]:
        """The pieces of a kind that begin there."""
        own = self.languages[0]
        for language in self.languages:
            for pattern in kind(language):
                if match := pattern.match(text, start):
                    groups = given(match)
                    if language is own or not ordinary(groups, own):
                        yield language.words, match.end(), groups

    def _parts(self, text: str, start: int, so_far: Reading) -> Iterator[Reading]:
        if so_far.part is not None:
            return
        for words, end, groups in self.found(DAYTIMES, text, start):
            yield replace(so_far, part=words.parts[groups["part"]], end=end)

    def _clocks(self, text: str, start: int, so_far: Reading) -> Iterator[Reading]:
        if so_far.clock is not None:
            return
        found = [*self.found(CLOCKS, text, start)]
        if self.ranges:
            found += self.found(RANGES, text, start)
        for words, end, groups in found:
            if clock := _clock(groups, words):
                sure = so_far.sure or so_far.day is not None or "loose" not in groups
                yield replace(so_far, clock=clock, sure=sure, end=end)

    def _days(self, text: str, start: int, so_far: Reading) -> Iterator[Reading]:
        if so_far.part and not so_far.dated:
            return
        for words, end, groups in self.found(DAYS, text, start):
            part = words.parts.get(groups.get("part", ""))
            day = day_of(groups, words, self.now)
            if day and so_far.day:
                day = so_far.day.joined(day)
            if day is None or (part and so_far.part):
                continue
            sure = so_far.sure or so_far.dated or not self.doubtful(groups)
            yield replace(so_far, day=day, part=part or so_far.part, sure=sure, end=end)

    def doubtful(self, groups: Mapping[str, str]) -> bool:
        """Whether a piece might as well mean something else."""
        return "loose" in groups or any(ordinary(groups, known) for known in self.languages)


def onward(text: str, end: int) -> int:
    """Where a date may go on that has come to `end`."""
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def ordinary(groups: Mapping[str, str], language: Patterns) -> bool:
    """Whether a piece is a word of everyday speech in that language."""
    words = language.words.ordinary
    if "month_first" in groups:
        return groups["month"] in words
    return groups.get("weekday") in words


def _clock(groups: Mapping[str, str], words: Vocabulary) -> Clock | None:
    if moment := groups.get("moment"):
        return Clock(words.moments[moment])
    hour = number_of(groups.get("hour") or groups["spoken"], words)
    minute = int(groups.get("minute", 0))
    if half := groups.get("half"):
        # in "11-1pm" nobody knows whether eleven is before noon
        crossed = "till" in groups and hour % 12 >= int(groups["till"]) % 12
        if not 1 <= hour <= 12 or crossed:
            return None
        clock = Clock.of(hour % 12 + (12 if half.startswith("p") else 0), minute)
        return clock and replace(clock, either=False)
    offset = words.offsets[groups["offset"]] if "offset" in groups else 0
    return Clock.of(hour, minute, offset=offset, spoken="spoken" in groups)
