"""Showing: the letters in which a neighbour's words stand, or wait to be said."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, String, and_, cast, delete, or_, select
from sqlalchemy.orm import Session

from models.assembly import Assembly, Chat
from models.case import READING, Case, Reading
from models.person import Account, Person
from models.post import Letter, State


def letters_showing(session: Session, case: Case) -> Sequence[Letter]:
    """Messages with words of a case that arrived, or that are on their way."""
    arrives = or_(Letter.ref != "", Letter.state == State.DUE)
    query = select(Letter).where(Letter.id.in_(_letters(Reading.case_id == case.id)), arrives)
    return session.scalars(query.order_by(Letter.id)).all()


def never_say(
    session: Session,
    *,
    case: Case | None = None,
    assembly: Assembly | None = None,
    to: Person | None = None,
) -> None:
    """Words that wait for somebody's return are not said any more, and not kept.

    Those of a case, or of all cases of an assembly; to everybody, or to one person.
    """
    session.flush()
    which = []
    if case is not None:
        which.append(Reading.case_id == case.id)
    if assembly is not None:
        theirs = select(Case.id).where(Case.assembly_id == assembly.id)
        which.append(Reading.case_id.in_(theirs))
    if to is not None:
        which.append(Reading.person_id == to.id)
    waits = and_(Letter.ref == "", Letter.state.in_([State.PARKED, State.DROPPED]))
    session.execute(
        delete(Letter).where(Letter.id.in_(_letters(*which)), waits),
        execution_options={"synchronize_session": False},
    )


def _letters(*which: ColumnElement[bool]) -> Select[int]:
    """Ids of the letters that show words, by their readings: in whatever chat of the reader."""
    return (
        select(Letter.id)
        .join(Chat, Chat.id == Letter.chat_id)
        .join(Account, Account.id == Chat.account_id)
        .join(Reading, Reading.person_id == Account.person_id)
        .where(Letter.slot == READING + cast(Reading.id, String), *which)
    )
