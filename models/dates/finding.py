"""What of a line says when, even if it cannot be read: then it is asked for again."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from typing import Any

from models.dates.grammar import Grammar, languages_of, onward
from models.dates.moments import LAST, SEPARATORS, Day, Reading, local
from models.dates.reading import CLOSING, deadlines, lead, read, trail
from models.dates.recurrence import lead_every
from models.dates.runs import Run, run_at, runs_in
from models.dates.vocabulary import plain

_AROUND = SEPARATORS + "("
_APART = " … "
"""Between what stands in several places: nothing reads it."""


def find(
    text: str, *, language: str, zone: str, now: datetime, at: time = LAST, again: bool = False
) -> tuple[str, str]:
    """What says when, and the words around it; "" and the text where nothing does.

    It stands at either end of the text, or is a day and a time amid it. `again`: a rule will do
    as well, and so does "noon" before any words.
    """
    here = {"language": language, "zone": zone, "now": now, "at": at}
    line = _Line(unicodedata.normalize("NFC", text), here, again)
    runs = runs_in(line.grammar, line.flat)
    told = [run for run in runs if line.tells(run)]
    if end := line.led():
        if any(run.day for run in runs if run.start < end):
            told = [Run(0, end)]
        else:
            # a time alone, and the day elsewhere
            told = [Run(0, end), *(run for run in told if run.day and run.start >= end)]
    elif len(told) == 1 and line.first(told[0]) and not told[0].moment and line.reads(told[0]):
        # a date that might just as well belong to the words
        return "", text
    return line.without(told) if told else ("", text)


@dataclass(frozen=True)
class _Line:
    said: str
    here: Mapping[str, Any]
    """How a date is read."""
    again: bool

    @cached_property
    def grammar(self) -> Grammar:
        return Grammar(
            languages_of(self.here["language"]), local(self.here["now"], self.here["zone"])
        )

    @cached_property
    def flat(self) -> str:
        return plain(self.said)

    def led(self) -> int:
        """Where the date ends that begins the line; 0 without one."""
        when: Any = None
        if self.again:
            when, rest = lead_every(self.said, ranges=True, **self.here)
        if when is None:
            when, rest = lead(self.said, ranges=True, **self.here)
        return len(self.said) - len(rest) if when else 0

    def reads(self, run: Run) -> bool:
        piece = self.said[run.start : run.end]
        if self.again and not lead_every(piece, ranges=True, **self.here)[1]:
            return True
        return read(piece, ranges=True, **self.here) is not None

    def first(self, run: Run) -> bool:
        return not self.said[: run.start].strip()

    def tells(self, run: Run) -> bool:
        """Whether it says when, rather than what the words are about."""
        before = self.flat[: run.start].split()
        known = (patterns.words.about for patterns in self.grammar.languages)
        if before and any(before[-1] in words for words in known):
            return False
        last = not self.flat[run.end :].strip(CLOSING)
        if run.sure:
            return last or self.first(run) or (run.day and run.time)
        if self.first(run):
            return self.again and run.moment
        return last and not run.plain and self.reads(run)

    def without(self, runs: list[Run]) -> tuple[str, str]:
        """The dates, and the words that are left."""
        starts = [run.start for run in runs] + [len(self.said)]
        ends = [0] + [run.end for run in runs]
        parts = [self.said[end:start] for end, start in zip(ends, starts, strict=True)]
        parts = [part.rstrip(_AROUND) for part in parts[:-1]] + [parts[-1].rstrip()]
        parts = parts[:1] + [part.lstrip(SEPARATORS + ")") for part in parts[1:]]
        words = " ".join(part for part in parts if part.strip(CLOSING))
        said = (self.said[run.start : run.end].strip(SEPARATORS) for run in runs)
        return _APART.join(said), words.strip()


def deadline(text: str, *, language: str, zone: str, now: datetime) -> tuple[str, str]:
    """What stands before a deadline that ends the text, and the deadline, even if unreadable."""
    said = unicodedata.normalize("NFC", text)
    rest, when = trail(said, language=language, zone=zone, now=now)
    if when is not None:
        return rest, said[len(rest) :].lstrip(_AROUND)
    grammar, flat = Grammar(languages_of(language), local(now, zone)), plain(said)
    for start, end, _ in deadlines(grammar, flat):
        run = _whole_run(grammar, flat, end)
        if run and not grammar.ranged(flat[:start], _kind(run, grammar)):
            return said[:start].rstrip(_AROUND), said[start:]
    return text, ""


def attempted(text: str, *, language: str, zone: str, now: datetime) -> bool:
    """Whether the text looks like a deadline, even if it is none ("until 32 May")."""
    rest, said = deadline(text, language=language, zone=zone, now=now)
    if said and not rest:
        return True
    flat = plain(unicodedata.normalize("NFC", text)).strip()
    begun = any(patterns.deadline.match(flat) for patterns in languages_of(language))
    return begun and any(sign.isdecimal() for sign in flat)


def _whole_run(grammar: Grammar, flat: str, start: int) -> Run | None:
    run = run_at(grammar, flat, onward(flat, start))
    whole = run is not None and not flat[run.end :].strip(CLOSING)
    return run if run and whole and (run.sure or not run.plain) else None


def _kind(run: Run, grammar: Grammar) -> Reading:
    return Reading(day=Day(grammar.now.date()) if run.day else None)
