"""Sweeping: what has been kept long enough goes, in batches, in a fixed number of statements."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Executable,
    Table,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from models.assembly import Membership
from models.ballot import Ballot, Elector
from models.ballots import fold
from models.base import Base
from models.decision import Decision
from models.erasing import erase
from models.person import Account, Person
from models.post import Letter, State
from models.privacy import AWAY_DAYS, BALLOT_DAYS, BUTTON_DAYS, KEPT, LETTER_DAYS
from models.secret import SecretBallot

BATCH = 1000
"""Rows of a table that one sweep takes at most."""
CROWD = 5000
"""People that one sweep looks at."""


def sweep(session: Session, now: datetime) -> bool:
    """Erase what is past its time; whether there is more to do at once."""
    counts = [_expired(session, name, now) for name in KEPT if KEPT[name].since]
    counts += [_letters(session, now), _buttons(session, now), _answers(session, now)]
    counts += [_ballots(session, now)]
    return BATCH in counts


def sweep_away(session: Session, now: datetime, after: int) -> int | None:
    """Forget who has been away for long, among the people next in line; where to go on, if at all.

    Away is who belongs nowhere and brought nothing, thirty days after the last sign of them.
    """
    window = select(Person.id).where(Person.id > after).order_by(Person.id).limit(CROWD)
    first, last, number = session.execute(
        select(func.min(Person.id), func.max(Person.id), func.count()).where(
            Person.id.in_(window.scalar_subquery())
        )
    ).one()
    if not number:
        return None
    looked_at = Person.id.between(first, last)
    away = list(session.scalars(select(Person.id).where(looked_at, *_away(now)).limit(CROWD)))
    if away:
        erase(session, away)
    return int(last) if number == CROWD else None


def _away(now: datetime) -> list[ColumnElement[bool]]:
    since = now - timedelta(days=AWAY_DAYS)
    stays: list[ColumnElement[bool]] = [
        exists().where(
            Membership.person_id == Person.id,
            or_(Membership.left_at.is_(None), Membership.left_at > since),
        ),
        exists().where(Account.person_id == Person.id, Account.seen_at > since),
    ]
    for name, kept in KEPT.items():
        if kept.holds and name in Base.metadata.tables:
            table = Base.metadata.tables[name]
            stays += [exists().where(table.c[column] == Person.id) for column in kept.ties]
    return [~condition for condition in stays]


def _expired(session: Session, name: str, now: datetime) -> int:
    table, kept = Base.metadata.tables[name], KEPT[name]
    past = table.c[kept.since] <= now - timedelta(days=kept.days or 0)
    return _count(session, delete(table).where(_some(table, past)))


def _letters(session: Session, now: datetime) -> int:
    """The text of what was said, or is no longer worth saying."""
    # Written anew and said long ago, it waits since it was written.
    waiting = Letter.state.in_((State.PARKED, State.DUE))
    waited = waiting & (Letter.written_at <= now - timedelta(days=AWAY_DAYS))
    given_up = update(Letter).where(_some(_table(Letter), waited)).values(state=State.DROPPED)
    session.execute(given_up.execution_options(synchronize_session=False))
    past = _time() <= now - timedelta(days=LETTER_DAYS)
    read = Letter._body.is_not(None) & Letter.state.in_((State.SAID, State.DROPPED)) & past
    empty: dict[Any, Any] = {Letter._body: None, Letter._asked: None}
    some = update(Letter).where(_some(_table(Letter), read)).values(empty)
    return _count(session, some.execution_options(synchronize_session=False))


def _buttons(session: Session, now: datetime) -> int:
    """Buttons of what is no live card."""
    past = _time() <= now - timedelta(days=BUTTON_DAYS)
    old = Letter.slot.is_(None) & Letter._keys.is_not(None) & (Letter.state != State.DUE) & past
    some = update(Letter).where(_some(_table(Letter), old)).values({Letter._keys: None})
    return _count(session, some.execution_options(synchronize_session=False))


def _answers(session: Session, now: datetime) -> int:
    """Letters that nobody can press, answer or see edited need no place.

    A question after what is missing is answered within minutes, any other for as long as buttons.
    """
    past = _time() <= now - timedelta(days=LETTER_DAYS)
    bare = Letter.slot.is_(None) & Letter._keys.is_(None) & Letter._body.is_(None)
    unanswered = or_(
        Letter.answer == "",
        Letter.answer.startswith("/answer "),
        _time() <= now - timedelta(days=BUTTON_DAYS),
    )
    old = bare & unanswered & Letter.state.in_((State.SAID, State.DROPPED)) & past
    return _count(session, delete(_table(Letter)).where(_some(_table(Letter), old)))


def _ballots(session: Session, now: datetime) -> int:
    past = Decision.closed_at <= now - timedelta(days=BALLOT_DAYS)
    tables = (Ballot, Elector, SecretBallot)
    left = [exists().where(table.decision_id == Decision.id) for table in tables]
    ids = list(session.scalars(select(Decision.id).where(past, or_(*left)).limit(BATCH)))
    fold(session, Ballot.decision_id.in_(ids))
    for table in (Elector, SecretBallot):
        session.execute(delete(table).where(table.decision_id.in_(ids)))
    return len(ids)


def _time() -> ColumnElement[datetime]:
    return func.coalesce(Letter.said_at, Letter.written_at)


def _table(kind: type[Base]) -> Table:
    return cast(Table, kind.__table__)


def _some(table: Table, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """A batch of the rows meant."""
    key = list(table.primary_key.columns)
    return tuple_(*key).in_(select(*key).where(which).limit(BATCH))


def _count(session: Session, statement: Executable) -> int:
    return cast(CursorResult[Any], session.execute(statement)).rowcount
