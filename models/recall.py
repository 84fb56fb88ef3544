"""Recalls: members ask for a vote on whom they have sent, until enough want it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from sqlalchemy import (
    ForeignKey,
    PrimaryKeyConstraint,
    UniqueConstraint,
    and_,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, reconstructor, relationship

from models.assembly import Assembly, Membership
from models.base import Base, Refused
from models.decision import Decision
from models.delegation import Delegation
from models.person import Person
from models.phrase import Command
from models.statutes import USUAL, Article, Statutes

LAPSES = timedelta(days=14)
"""Without enough support until then, nothing comes of it."""
USUAL_SHARE = Fraction(USUAL[Article.RECALL])
NEVER_ALONE = 2
"""Of more than two members, no single one brings it to the vote."""


def needed(members: int, share: Fraction) -> int:
    """How many of so many members bring it to the vote, where statutes ask for this share."""
    fewest = NEVER_ALONE if members > NEVER_ALONE else 1
    return max(ceil(share * members), fewest)


class Supporter(Base):
    """Somebody wants the vote; nobody is told who, and it is forgotten once there is one."""

    __tablename__ = "recall_supporters"
    __table_args__ = (PrimaryKeyConstraint("recall_id", "person_id"),)

    recall_id: Mapped[int] = mapped_column(ForeignKey("recalls.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)


class Recall(Base):
    """Members of an assembly gather to vote on whether somebody goes to a council for it."""

    __tablename__ = "recalls"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    """The one that sends."""
    number: Mapped[int]
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegations.id"), index=True)
    asked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    """Since when nobody gathers any more: it is voted upon, or nothing came of it."""
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    """The vote, where it has come to one."""
    voted_at: Mapped[datetime | None]
    """When that had ended."""

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    delegation: Mapped[Delegation] = relationship(lazy="joined", innerjoin=True)
    decision: Mapped[Decision | None] = relationship()

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self._fresh()

    @reconstructor
    def _fresh(self) -> None:
        self.support = self.needed = 0
        """How many want the vote, and how many it takes, as of the last count."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"recall:{self.id}"

    @property
    def lapses_at(self) -> datetime:
        """Until when support is gathered."""
        return self.asked_at + LAPSES

    @property
    def stage(self) -> str:
        """How far it has come, as its card says it."""
        if self.gathers:
            return "gathers"
        if self.voted_at is not None:
            return "voted"
        return "voting" if self.decision_id and self.delegation.is_live else "over"

    @property
    def gathers(self) -> bool:
        """It can be supported, and support be taken back."""
        return self.ended_at is None and self.delegation.is_live

    @property
    def is_enough(self) -> bool:
        """It comes to the vote; `support` must have been counted."""
        return self.gathers and self.support >= self.needed

    def must_gather(self) -> None:
        """Refuse what comes too late."""
        if not self.gathers:
            raise Refused("recall-over", command=Command("polls"))

    def end(self, session: Session, now: datetime) -> None:
        """Nobody gathers any more; who did is forgotten."""
        self.ended_at = now
        session.execute(delete(Supporter).where(Supporter.recall_id == self.id))


def must_be_sent(delegation: Delegation, person: Person) -> None:
    """Refuse the recall of who goes there no longer; and whoever goes there lays it down."""
    if not delegation.is_live:
        raise Refused("delegation-over")
    if delegation.person_id == person.id:
        raise Refused("recall-yourself", command=Command("undelegate"))


def recall_of(session: Session, delegation: Delegation) -> Recall | None:
    """The one that is gathering, or being voted upon: there is one at a time."""
    query = (
        select(Recall)
        .outerjoin(Decision, Decision.id == Recall.decision_id)
        .where(
            Recall.delegation_id == delegation.id,
            or_(Recall.ended_at.is_(None), Decision.id.is_not(None)),
            Decision.closed_at.is_(None),
        )
    )
    return session.scalars(query.order_by(Recall.id.desc())).unique().first()


def support(session: Session, recall: Recall, person: Person) -> None:
    """One more wants the vote."""
    recall.must_gather()
    must_be_sent(recall.delegation, person)
    if session.get(Supporter, (recall.id, person.id)) is not None:
        raise Refused("recall-supported-already")
    session.add(Supporter(recall_id=recall.id, person_id=person.id))


def take_back(session: Session, recall: Recall, person: Person) -> None:
    """Somebody does not want it after all."""
    recall.must_gather()
    known = session.get(Supporter, (recall.id, person.id))
    if known is None:
        raise Refused("recall-not-supported")
    session.delete(known)


def count_support(session: Session, recalls: Sequence[Recall]) -> None:
    """How many members want each of these votes, and how many it takes: three queries."""
    session.flush()
    assemblies = {one.assembly_id for one in recalls}
    living = Membership.left_at.is_(None)
    members = (
        select(Membership.assembly_id, func.count())
        .where(Membership.assembly_id.in_(assemblies), living)
        .group_by(Membership.assembly_id)
    )
    there = and_(
        Membership.person_id == Supporter.person_id, Membership.assembly_id == Recall.assembly_id
    )
    supporters = (
        select(Recall.id, func.count())
        .join(Supporter, Supporter.recall_id == Recall.id)
        .join(Membership, there)
        .where(Recall.id.in_([one.id for one in recalls]), living)
        .group_by(Recall.id)
    )
    sizes = dict(session.execute(members).all())
    wanted = dict(session.execute(supporters).all())
    given = session.scalars(select(Statutes).where(Statutes.assembly_id.in_(assemblies)))
    shares = {one.assembly_id: one.recall for one in given}
    for one in recalls:
        share = shares.get(one.assembly_id, USUAL_SHARE)
        one.support = wanted.get(one.id, 0)
        one.needed = needed(sizes.get(one.assembly_id, 0), share)


def leave_recalls(session: Session, membership: Membership) -> Sequence[Recall]:
    """Somebody has left: their support falls; in which."""
    query = (
        select(Recall)
        .join(Supporter, Supporter.recall_id == Recall.id)
        .where(
            Supporter.person_id == membership.person_id,
            Recall.assembly_id == membership.assembly_id,
        )
    )
    found = session.scalars(query.order_by(Recall.id)).unique().all()
    session.execute(
        delete(Supporter).where(
            Supporter.person_id == membership.person_id,
            Supporter.recall_id.in_([one.id for one in found]),
        )
    )
    return found
