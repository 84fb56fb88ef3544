"""How a meeting is announced in one line: when, what, where."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.reading import Missing, Unread, of_chat
from handlers.turn import Turn, wired_moment
from models import dates
from models.phrase import Command, Moment


@dataclass(frozen=True, slots=True)
class Start:
    """A day and a time of day at which to meet, still to come."""

    at: datetime

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Start, str]:
        """Like any date, but a day without a time is not enough."""
        if not text.strip():
            raise Missing
        wired = wired_moment(text) if text.startswith("@") else None
        when = _written(turn, text) if wired is None else wired
        if when <= turn.now:
            raise Unread("refused-past")
        return cls(when), ""


def _written(turn: Turn, text: str) -> datetime:
    when, typed = dates.read(text, ranges=True, **of_chat(turn)), " ".join(text.split())[:60]
    if when is None:
        if dates.lead_every(text, ranges=True, **of_chat(turn))[0] is not None:
            raise Unread("meeting-only-once", command=Command("remind", typed))
        raise Unread("refused-date", typed=typed)
    if when > turn.now and when.astimezone(ZoneInfo(turn.zone)).time() == dates.LAST:
        raise Unread("meeting-needs-time", day=Moment(when, "day"))
    return when


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`Thursday 19:00 Plenum @ Café Morgenrot`, or the date after the title."""
    said, _, place = unicodedata.normalize("NFC", text).partition(" @ ")
    starts, title = dates.find(said, **of_chat(turn))
    return {"starts": starts, "title": title, "place": place}
