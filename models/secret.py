"""Secret ballots: while it is open each vote has tables of its own; afterwards nothing links.

What could tell whose ballot is whose is the order in which rows were written: a hidden row id, a
transaction's number, a place on a page. So voters and ballots of an open vote lie in two tables
that go at its close, when one transaction writes what stays, ballots shuffled and under fresh
keys, voters sorted. A ballot lies sealed until then: logs of the database hold nothing to read.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ForeignKey,
    PrimaryKeyConstraint,
    Select,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.ballot import Elector, kept_marks
from models.base import Base, Refused
from models.box import draw_key, opened, sealed, tables
from models.counting import Marks
from models.decision import FEWEST_SECRET, Decision
from models.person import Person
from models.phrase import Moment
from models.secret_reason import keep_reasons

ERASED = "erased"
"""By this a session's `info` says that there is something to erase from the database's files."""


class SecretBallot(Base):
    """A ballot of a vote that has ended: nobody's."""

    __tablename__ = "secret_ballots"
    __table_args__ = (
        PrimaryKeyConstraint("decision_id", "key"),
        {"sqlite_with_rowid": False},
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    key: Mapped[str]
    """Drawn at the close; it says nothing of when the ballot was cast."""
    marks: Mapped[dict[str, Any]]


def open_box(session: Session, decision: Decision) -> None:
    """Make the tables of a secret vote whose electorate has just been taken down."""
    session.flush()
    connection = session.connection()
    for table in tables(decision.id):
        table.create(connection)
    voters, _ = tables(decision.id)
    may = select(Elector.person_id, literal(False)).where(Elector.decision_id == decision.id)
    session.execute(
        insert(voters).from_select(["person_id", "voted"], may.order_by(Elector.person_id))
    )


def open_lost_boxes(session: Session) -> int:
    """Where a backup was restored: secret votes that are open begin anew; how many."""
    query = select(Decision).where(Decision.secret, Decision.closed_at.is_(None))
    lost = session.scalars(query).all()
    for decision in lost:
        open_box(session, decision)
    return len(lost)


def cast(
    session: Session, decision_id: int, person_id: int, marks: Marks, reason: str = ""
) -> bool:
    """Put a ballot into the box, once and for ever; False when theirs is in it already.

    In a transaction of its own: nothing else may be written in it.
    """
    # Against a close at the same moment: that one locks the row as well, and writes to it.
    here = select(Decision.id).where(Decision.id == decision_id, Decision.closed_at.is_(None))
    if session.scalar(here.with_for_update(read=True)) is None:
        raise Refused("decision-closed-already")
    voters, ballots = tables(decision_id)
    mine = select(voters.c.voted).where(voters.c.person_id == person_id)
    voted = session.scalar(mine.with_for_update())
    if voted is None:
        raise Refused("decision-not-elector")
    if voted:
        return False
    session.execute(update(voters).where(voters.c.person_id == person_id).values(voted=True))
    key = draw_key()
    session.execute(insert(ballots).values(key=key, sealed=sealed(ballots, key, marks, reason)))
    return True


def may_cast(session: Session, decision: Decision, person: Person) -> bool:
    """Whether somebody can still vote; refused is who never could."""
    voters, _ = tables(decision.id)
    voted = session.scalar(select(voters.c.voted).where(voters.c.person_id == person.id))
    if voted is None:
        raise decision.not_theirs()
    return not voted


def awaiting(session: Session, person: Person, decisions: Collection[Decision]) -> set[int]:
    """Which of these open secret votes wait for somebody's ballot: only for themselves.

    Who has left without voting can vote no longer, though the list of electors still has them.
    """
    asked = []
    for decision in decisions:
        voters, _ = tables(decision.id)
        asked.append(
            select(literal(decision.id)).where(voters.c.person_id == person.id, ~voters.c.voted)
        )
    return set(session.scalars(union_all(*asked))) if asked else set()


def in_box(decision: Decision) -> Select[Any]:
    """Ids of those who can vote in an open secret vote, or have."""
    voters, _ = tables(decision.id)
    return select(voters.c.person_id)


def count_box(session: Session, decision: Decision) -> None:
    """Count the ballots in the box, and who could put one there, as its close will.

    For its rule alone, and said to nobody before: together they tell whether who left has voted.
    """
    counts = (
        select(func.count()).select_from(each).scalar_subquery() for each in tables(decision.id)
    )
    decision.electorate, cast = session.execute(select(*counts)).one()
    decision.tally = {None: cast}


def throw_box_away(session: Session, decision: Decision) -> None:
    """It ends without being counted: nobody has voted, and nobody will be told otherwise."""
    for table in tables(decision.id):
        table.drop(session.connection())
    session.info[ERASED] = True


def leave(session: Session, person_id: int, decisions: Collection[Decision]) -> None:
    """Somebody left: who has not voted may no longer; who has, has."""
    for decision in decisions:
        voters, _ = tables(decision.id)
        session.execute(delete(voters).where(voters.c.person_id == person_id, ~voters.c.voted))


def rename(session: Session, old: int, new: int) -> None:
    """Two persons are one, of whom only `old` could vote."""
    query = select(Decision.id).where(
        Decision.secret,
        Decision.closed_at.is_(None),
        Decision.id.in_(select(Elector.decision_id).where(Elector.person_id == old)),
    )
    for decision_id in session.scalars(query).all():
        voters, _ = tables(decision_id)
        of_old = update(voters).where(voters.c.person_id == old)
        session.execute(of_old.values(person_id=new))


def open_to_both(session: Session, one: Person, other: Person) -> Sequence[Decision]:
    """Open secret votes in which two persons who turn out to be one could vote, twice."""
    may = [select(Elector.decision_id).where(Elector.person_id == p.id) for p in (one, other)]
    query = select(Decision).where(Decision.secret, Decision.closed_at.is_(None))
    found = query.where(*(Decision.id.in_(votes) for votes in may))
    return session.scalars(found.order_by(Decision.closes_at)).all()


def empty_box(session: Session, decision: Decision, now: datetime) -> list[Marks]:
    """At its close: the ballots, in no order, and what stays of them; `close` comes next.

    Of fewer than FEWEST_SECRET nothing stays but their number.
    """
    if not decision.is_open:
        raise Refused("decision-closed-already")
    if now < decision.closes_at:
        raise Refused("secret-runs-on", closes=Moment(decision.closes_at))
    session.flush()
    session.execute(select(Decision.id).where(Decision.id == decision.id).with_for_update())
    voters, box = tables(decision.id)
    rows = session.execute(select(voters.c.person_id, voters.c.voted))
    voted = {int(person): bool(done) for person, done in rows}
    found = session.execute(select(box.c.key, box.c.sealed)).all()
    votes = [opened(box, *ballot) for ballot in found]
    ballots = [marks for marks, _ in votes]
    secrets.SystemRandom().shuffle(ballots)
    for table in (voters, box):
        table.drop(session.connection())
    session.info[ERASED] = True
    decision.electorate = len(voted)
    _keep_voters(session, decision, voted)
    if len(ballots) < FEWEST_SECRET:
        decision.tally = {None: len(ballots)}
        return []
    _keep_ballots(session, decision, ballots)
    keep_reasons(session, decision, (reason for _, reason in votes))
    return ballots


def _keep_voters(session: Session, decision: Decision, voted: dict[int, bool]) -> None:
    """Who could vote and whether they did, sorted; nobody who has been forgotten since."""
    known = set(session.scalars(select(Person.id).where(Person.id.in_(voted))))
    session.execute(delete(Elector).where(Elector.decision_id == decision.id))
    rows = [
        {"decision_id": decision.id, "person_id": person, "voted": voted[person]}
        for person in sorted(known)
    ]
    if rows:
        session.execute(insert(Elector), rows)


def _keep_ballots(session: Session, decision: Decision, ballots: Sequence[Marks]) -> None:
    keys = sorted(draw_key() for _ in ballots)
    rows = [
        {"decision_id": decision.id, "key": key, "marks": kept_marks(marks)}
        for key, marks in zip(keys, ballots, strict=True)
    ]
    session.execute(insert(SecretBallot), rows)
    if not decision.one_answer:
        decision.tally = {None: len(ballots)}
        return
    votes = Counter(next(iter(marks)) for marks in ballots)
    for option in decision.options:
        option.kept_votes = votes[option.place]
    decision.tally = {o.id: o.kept_votes for o in decision.options if o.kept_votes}
