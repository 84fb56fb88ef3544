"""A date that a text is, begins with, or has as its deadline."""

from __future__ import annotations

import unicodedata
from datetime import datetime, time

from models.dates.grammar import Grammar, languages_of
from models.dates.moments import LAST, SEPARATORS, Reading, local
from models.dates.vocabulary import plain

# no deadline is longer; a long text is not searched from its beginning
_DEADLINE = 80
CLOSING = ".,;!?) "


def read(
    text: str, *, language: str, zone: str, now: datetime, at: time = LAST, ranges: bool = False
) -> datetime | None:
    """The date that the whole text is, in UTC; None when it is none.

    `ranges`: of "19-21 Uhr" the beginning is enough.
    """
    grammar = Grammar(languages_of(language), local(now, zone), ranges)
    whole = _whole(grammar, unicodedata.normalize("NFC", text), at)
    return whole[1] if whole else None


def lead(
    text: str, *, language: str, zone: str, now: datetime, at: time = LAST, ranges: bool = False
) -> tuple[datetime | None, str]:
    """The date that begins the text, as long as it goes, and the rest; else None and the text."""
    grammar = Grammar(languages_of(language), local(now, zone), ranges)
    said = unicodedata.normalize("NFC", text)
    if whole := _whole(grammar, said, at):
        return whole[1], ""
    flat = plain(said)
    begin = Reading(end=len(flat) - len(flat.lstrip()))
    found = [
        (reading, when)
        for reading in grammar.readings(flat, begin)
        if reading.sure and (when := reading.settle(grammar.now, at))
    ]
    if not found:
        return None, text
    reading, when = max(found, key=lambda one: one[0].end)
    rest = said[reading.end :].lstrip(SEPARATORS)
    start = len(said) - len(rest)
    if grammar.broken_off(flat, start) or (not reading.exact and grammar.timed(flat, start)):
        return None, text
    return when, rest


def trail(
    text: str, *, language: str, zone: str, now: datetime, at: time = LAST
) -> tuple[str, datetime | None]:
    """What stands before a deadline that ends the text ("… by Friday"), and the deadline."""
    grammar = Grammar(languages_of(language), local(now, zone))
    said = unicodedata.normalize("NFC", text)
    flat = plain(said)
    for start, end, before in deadlines(grammar, flat):
        whole = _whole(grammar, said[end:], at, before=before)
        if whole and not grammar.ranged(flat[:start], whole[0]):
            return said[:start].rstrip(SEPARATORS + "("), whole[1]
    return text, None


def deadlines(grammar: Grammar, flat: str) -> list[tuple[int, int, bool]]:
    """Where a word such as "until" begins and ends, and whether it excludes the day named."""
    found = [
        (match.start(), match.end(), patterns.words.deadlines[" ".join(match.group().split())])
        for patterns in grammar.languages
        for match in patterns.deadline.finditer(flat, max(0, len(flat) - _DEADLINE))
    ]
    return sorted(found, key=lambda one: one[0])


def _whole(
    grammar: Grammar, text: str, at: time, *, before: bool = False
) -> tuple[Reading, datetime] | None:
    flat = plain(text)
    begin = Reading(end=len(flat) - len(flat.lstrip()))
    for reading in grammar.readings(flat, begin):
        if not flat[reading.end :].strip(CLOSING):
            when = reading.settle(grammar.now, at, before=before)
            if when is not None:
                return reading, when
    return None
