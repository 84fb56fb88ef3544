"""Plenty: so much of anything one person may begin in a day, and more would be a flood."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.assembly import Assembly
from models.base import Refused
from models.person import Person

MOST_A_DAY = 100


def must_be_few(
    session: Session,
    assembly: Assembly,
    person: Person,
    by: InstrumentedAttribute[int | None],
    at: InstrumentedAttribute[datetime],
    *,
    now: datetime,
) -> None:
    """Refuse to whoever has begun very much of a kind in this assembly since yesterday.

    `by` and `at` are the columns that say who began it, and when.
    """
    query = select(func.count()).where(
        by.class_.assembly_id == assembly.id, by == person.id, at > now - timedelta(days=1)
    )
    if (session.scalar(query) or 0) >= MOST_A_DAY:
        raise Refused("enough-for-today", limit=MOST_A_DAY)
