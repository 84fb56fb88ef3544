"""Reading the dates people write. Rather nothing than a guess, and always the same reading.

- A weekday is the next one; today only if a time is said that is still ahead. "next Tuesday" is
  the same day, but never today; "Tuesday next week" is in the week from next Monday on.
- A date without a year is this year's, or next year's once it is over. A date with a year, and
  "today at nine", may be in the past, as is "yesterday": callers refuse that.
- A day without a time takes `at`. Morning is 9:00, noon 12:00, afternoon 15:00, evening 19:00;
  midnight is the end of the day it is said of.
- Figures with minutes, and German "7 Uhr", are on the 24-hour clock. A spoken hour ("um acht",
  "halb acht", "at 6") lies between 8:00 and 19:59, unless a part of the day says otherwise.
- The weekend and the week end on Sunday. "before Friday" is the day before.
- A weekday that is not the date's, a day or time that does not exist, a range, a day whose time
  stands elsewhere in the text: nothing is read.
- A chat's own language is read first, every other as well: chats mix them.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime, time

from models.dates.grammar import Grammar, languages_of
from models.dates.moments import LAST, SEPARATORS, Reading, local
from models.dates.recurrence import Every, lead_every
from models.dates.vocabulary import plain

__all__ = ["LAST", "Every", "lead", "lead_every", "read", "trail"]

# no deadline is longer; a long text is not searched from its beginning
_DEADLINE = 80
_CLOSING = ".,;!?) "


def read(text: str, *, language: str, zone: str, now: datetime, at: time = LAST) -> datetime | None:
    """The date that the whole text is, in UTC; None when it is none."""
    grammar = Grammar(languages_of(language), local(now, zone))
    whole = _whole(grammar, unicodedata.normalize("NFC", text), at)
    return whole[1] if whole else None


def lead(
    text: str, *, language: str, zone: str, now: datetime, at: time = LAST
) -> tuple[datetime | None, str]:
    """The date that begins the text, as long as it goes, and the rest; else None and the text."""
    grammar = Grammar(languages_of(language), local(now, zone))
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
    found = [
        (match.start(), match.end(), patterns.words.deadlines[" ".join(match.group().split())])
        for patterns in grammar.languages
        for match in patterns.deadline.finditer(flat, max(0, len(flat) - _DEADLINE))
    ]
    for start, end, before in sorted(found, key=lambda one: one[0]):
        whole = _whole(grammar, said[end:], at, before=before)
        if whole and not grammar.ranged(flat[:start], whole[0]):
            return said[:start].rstrip(SEPARATORS + "("), whole[1]
    return text, None


def attempted(text: str, *, language: str) -> bool:
    """Whether the text looks like a deadline, even if it is none ("until 32 May")."""
    flat = plain(unicodedata.normalize("NFC", text)).strip()
    begun = any(patterns.deadline.match(flat) for patterns in languages_of(language))
    return begun and any(sign.isdecimal() for sign in flat)


def _whole(
    grammar: Grammar, text: str, at: time, *, before: bool = False
) -> tuple[Reading, datetime] | None:
    flat = plain(text)
    begin = Reading(end=len(flat) - len(flat.lstrip()))
    for reading in grammar.readings(flat, begin):
        if not flat[reading.end :].strip(_CLOSING):
            when = reading.settle(grammar.now, at, before=before)
            if when is not None:
                return reading, when
    return None
