"""Plenty: so much of anything one person may begin in a day, and more would be a flood."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.assembly import Assembly, Membership, Role, Sort
from models.base import Refused
from models.person import Person
from models.record import Record, RecordField

MOST_A_DAY = 100
MOST_FOUNDED = 3
"""Communes and councils that one person founds in a day."""
MOST_COMMITTEES = 10
"""Committees that one person founds in a day: a commune may begin with many."""
MOST_ORGANISED = 20
"""Assemblies that one person organises, and still founds another."""


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


def must_found_few(
    session: Session,
    person: Person,
    memberships: Collection[Membership],
    *,
    committee: bool,
    now: datetime,
) -> None:
    """Refuse to whoever has founded much since yesterday, or organises very much already."""
    living = [held for held in memberships if not held.assembly.closed_at]
    if sum(held.holds(Role.ORGANISER, now) for held in living) >= MOST_ORGANISED:
        raise Refused("organised-enough", limit=MOST_ORGANISED)
    most = MOST_COMMITTEES if committee else MOST_FOUNDED
    kind = Assembly.sort == Sort.COMMITTEE if committee else Assembly.sort != Sort.COMMITTEE
    # The record knows who founded what, also once they have left.
    query = (
        select(func.count())
        .select_from(RecordField)
        .join(Record, Record.id == RecordField.record_id)
        .join(Assembly, Assembly.id == Record.assembly_id)
        .where(
            RecordField.person_id == person.id,
            Record.kind == "founded",
            Record.at > now - timedelta(days=1),
            kind,
        )
    )
    if person.id is not None and (session.scalar(query) or 0) >= most:
        raise Refused("founded-enough", limit=most)
