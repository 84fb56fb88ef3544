"""When somebody wants to be reminded: a date, or again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.reading import Missing, Unread, of_chat
from handlers.routing import Offer
from handlers.turn import Later, Turn, wire_arg, wired_moment
from models import dates
from models.phrase import Moment, Phrase
from models.reminder import Reminder

MORNING = time(9)
"""When one is reminded on a day for which no time was said."""
STAMP = re.compile(r"@\d{9,11}")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The first date, and the rule for those after it if it comes again."""

    at: datetime
    every: dates.Every | None = None
    typed: str = ""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Rhythm, str]:
        """A date or a rule: all of the text."""
        typed = text.strip()
        if not typed:
            raise Missing
        if STAMP.fullmatch(typed) and (at := wired_moment(typed)) is not None:
            return cls(at), ""
        rhythm = _read(turn, typed)
        if rhythm is None:
            raise Unread("refused-date", typed=typed[:60])
        if rhythm.at <= turn.now:
            raise Unread("refused-past")
        return rhythm, ""


def _read(turn: Turn, text: str) -> Rhythm | None:
    every, rest = dates.lead_every(text, at=MORNING, ranges=True, **of_chat(turn))
    if every is not None and not rest:
        return Rhythm(every.next(turn.now), every, _told(turn, every, text))
    at = dates.read(text, at=MORNING, ranges=True, **of_chat(turn))
    return None if at is None else Rhythm(at)


def _told(turn: Turn, every: dates.Every, typed: str) -> str:
    """As it was typed; not everybody works on the same days."""
    days = Phrase("reminder-workdays", {"typed": typed})
    return turn.plain(days) if every.rule.endswith("=MO,TU,WE,TH,FR") else typed


def promised(reminder: Reminder) -> Later:
    """That it will be said at its next date."""
    return Later(reminder.due_at, "reminder-due", {"reminder": reminder}, key_of(reminder))


def key_of(reminder: Reminder) -> str:
    """The key of that promise."""
    return f"reminder:{reminder.id}"


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`tomorrow 9:00 bring the keys`, or the date at the end; words alone are kept."""
    when, words = dates.find(text, at=MORNING, again=True, **of_chat(turn))
    return {"when": when, "words": words}


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
