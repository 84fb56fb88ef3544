"""When people are spoken to about what is due: while they are awake."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(9), time(21)
"""People are awake between these; what is due on a day is spoken of in its morning."""
NOTICE = timedelta(hours=1)
"""Whoever is reminded has this long at least."""


def awake(at: datetime, zone: str, now: datetime, end: datetime | None = None) -> datetime | None:
    """That moment, or the morning after a night; where the end leaves none, the evening before.

    None: nobody is awake between now and the end.
    """
    local = at.astimezone(ZoneInfo(zone))
    if MORNING <= local.time() <= EVENING:
        return at
    day = local.date() + timedelta(days=local.time() > EVENING)
    morning = datetime.combine(day, MORNING, local.tzinfo)
    if end is None or morning <= end - NOTICE:
        return morning
    evening = datetime.combine(day - timedelta(days=1), EVENING, local.tzinfo)
    return evening if evening > now else None
