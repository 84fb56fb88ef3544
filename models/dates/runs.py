"""Stretches of text that look like dates, whether they can be read or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.dates.grammar import (
    BROKEN,
    CLOCKS,
    DAYS,
    DAYTIMES,
    EVERYS,
    RANGES,
    Grammar,
    Kind,
    onward,
    ordinary,
)

_KINDS = (DAYS, CLOCKS, RANGES, EVERYS, BROKEN)
_WORD = re.compile(r"\w\S*")
_EDGE = 160
"""A long text is searched at its ends only."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Run:
    """Where it stands, and what is in it."""

    start: int
    end: int
    sure: bool = False
    """It can hardly be anything else."""
    day: bool = False
    time: bool = False
    plain: bool = False
    """A word of everyday speech is in it."""
    moment: bool = False
    """It begins with a word that is a time by itself."""

    def then(self, other: Run) -> Run:
        """With what follows."""
        return replace(
            self,
            end=other.end,
            sure=self.sure or other.sure,
            day=self.day or other.day,
            time=self.time or other.time,
            plain=self.plain or other.plain,
        )


def runs_in(grammar: Grammar, text: str) -> list[Run]:
    """All of them, in order; the text went through `plain`."""
    found: list[Run] = []
    for word in _WORD.finditer(text):
        past = found[-1].end if found else 0
        if word.start() >= past and not _EDGE < word.start() < len(text) - _EDGE:
            run = run_at(grammar, text, word.start())
            found += [run] if run is not None else []
    return found


def run_at(grammar: Grammar, text: str, start: int) -> Run | None:
    """All that looks like a date from there on."""
    run = _first(grammar, text, start)
    while run is not None and run.end - run.start < _LONGEST:
        place = onward(text, run.end)
        piece = _piece(grammar, text, place, (*_KINDS, DAYTIMES)) or _joined(grammar, text, place)
        if piece is None or (piece.plain and not piece.sure):
            break
        run = run.then(piece)
    return run


def _first(grammar: Grammar, text: str, start: int) -> Run | None:
    run = _piece(grammar, text, start, _KINDS) or _joined(grammar, text, start)
    if run is None and (part := _piece(grammar, text, start, (DAYTIMES,))):
        # in the evening at 8, but: film night Friday 18:00
        time = _piece(grammar, text, onward(text, part.end), (CLOCKS,))
        run = time and part.then(time)
    return run


def _joined(grammar: Grammar, text: str, start: int) -> Run | None:
    """A date, or an hour, with the "until" or "and" that joins it to another."""
    for place, hour in _links(grammar, text, start):
        piece = _piece(grammar, text, place, _KINDS)
        if piece is None and hour is not None:
            piece = Run(start, hour.end(), time=True)
        if piece is not None:
            return replace(piece, start=start)
    return None


def _links(grammar: Grammar, text: str, start: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    for language in grammar.languages:
        if link := language.link.match(text, start):
            yield onward(text, link.end()), language.linked.match(text, start)


def _piece(grammar: Grammar, text: str, start: int, kinds: tuple[Kind, ...]) -> Run | None:
    """The longest piece there that looks like a part of a date."""
    found = [
        Run(
            start,
            end,
            sure=kind is not DAYTIMES and not grammar.doubtful(groups),
            day=kind in (DAYS, EVERYS) or (kind is BROKEN and "loose" not in groups),
            time=kind in (CLOCKS, RANGES),
            plain=any(ordinary(groups, known) for known in grammar.languages),
            moment="moment" in groups,
        )
        for kind in kinds
        for _, end, groups in grammar.found(kind, text, start)
    ]
    return max(found, key=lambda one: (one.end, one.sure, one.day, one.time), default=None)
