"""When somebody wants to be reminded: a date, or again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.reading import Missing, Unread
from handlers.routing import Offer
from handlers.turn import Turn, wire_arg, wired_moment
from models import dates
from models.phrase import Moment, Phrase

MORNING = time(9)
"""When one is reminded on a day for which no time was said."""
STAMP = re.compile(r"@\d{9,11}")
WORD = re.compile(r"\S+")
LONGEST_DATE = 8
"""Words of a date that ends a line."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The first date, and the rule for those after it if it comes again."""

    at: datetime
    every: dates.Every | None = None
    typed: str = ""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Rhythm, str]:
        """A date or a rule at the beginning of the text, and the rest."""
        typed = text.strip()
        if not typed:
            raise Missing
        if STAMP.fullmatch(typed) and (at := wired_moment(typed)) is not None:
            return cls(at), ""
        rhythm, rest = _lead(turn, typed)
        if rhythm is None:
            raise Unread("refused-date", typed=typed[:60])
        if rhythm.at <= turn.now:
            raise Unread("refused-past")
        return rhythm, rest


def _lead(turn: Turn, text: str) -> tuple[Rhythm | None, str]:
    language, zone, now = turn.language, turn.zone, turn.now
    every, rest = dates.lead_every(text, language=language, zone=zone, now=now, at=MORNING)
    if every is not None:
        typed = text[: len(text) - len(rest)].strip(" ,:;") if rest else text
        return Rhythm(every.next(now), every, typed), rest
    at, rest = dates.lead(text, language=language, zone=zone, now=now, at=MORNING)
    return (None if at is None else Rhythm(at)), rest


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`tomorrow 9:00 bring the keys`, or the date at the end; words alone are kept."""
    rhythm, rest = _lead(turn, text)
    if rhythm is not None:
        return {"when": text[: len(text) - len(rest)] if rest else text, "words": rest}
    for word in list(WORD.finditer(text))[-LONGEST_DATE:]:
        rhythm, rest = _lead(turn, text[word.start() :])
        if rhythm is not None and not rest:
            return {"when": text[word.start() :], "words": text[: word.start()].rstrip(" ,;:")}
    return {"words": text}


def offer_times(turn: Turn) -> Sequence[Offer]:
    """In an hour, tomorrow morning, Monday morning."""
    zone = ZoneInfo(turn.zone)
    today = turn.now.astimezone(zone).date()
    tomorrow, monday = today + timedelta(days=1), today + timedelta(days=7 - today.weekday())
    hour = turn.now + timedelta(hours=1)
    offers: list[Offer] = [(Phrase("reminder-in-an-hour"), wire_arg(hour))]
    for day in sorted({tomorrow, monday}):
        at = datetime.combine(day, MORNING, zone)
        offers.append((Phrase("reminder-at", {"when": Moment(at)}), wire_arg(at)))
    return offers
