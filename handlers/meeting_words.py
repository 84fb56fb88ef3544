"""How a meeting is announced in one line: when, what, where."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.reading import Missing, Unread
from handlers.turn import Turn, wired_moment
from models import dates
from models.phrase import Moment


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
    when = dates.read(text, language=turn.language, zone=turn.zone, now=turn.now)
    if when is None:
        raise Unread("refused-date", typed=text.strip()[:60])
    if when > turn.now and when.astimezone(ZoneInfo(turn.zone)).time() == dates.LAST:
        raise Unread("meeting-needs-time", day=Moment(when, "day"))
    return when


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`Thursday 19:00 Plenum @ Café Morgenrot`, or the date after the title."""
    said, _, place = unicodedata.normalize("NFC", text).partition(" @ ")
    read = {"language": turn.language, "zone": turn.zone, "now": turn.now}
    when, title = dates.lead(said, **read)  # type: ignore[arg-type]
    if when is not None:
        starts = said[: len(said) - len(title)]
        return {"starts": starts.strip(" ,:-–"), "title": title, "place": place}
    words = said.split(" ")
    for n in range(max(1, len(words) - 8), len(words)):
        starts, title = " ".join(words[n:]), " ".join(words[:n])
        one_date = dates.lead(title, **read)[0] is None  # type: ignore[arg-type]
        if one_date and dates.read(starts, **read) is not None:  # type: ignore[arg-type]
            return {"starts": starts, "title": title.rstrip(" ,:-–"), "place": place}
    return {"title": said, "place": place}
