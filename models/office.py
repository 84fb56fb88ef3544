"""Offices that an assembly names itself: who holds which, for a term."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from models.assembly import Assembly, Membership, Role
from models.base import Base
from models.election import Election
from models.person import Person


class Office(Base):
    """One person in one office, from an election on, for a term."""

    __tablename__ = "offices"

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"), index=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    """The first one, of several rounds."""
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    words: Mapped[str]
    """What it is called."""
    since: Mapped[datetime]
    until: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def slot(self) -> str:
        """By this its promises are known."""
        return f"office:{self.id}"

    @property
    def is_held(self) -> bool:
        """It has not ended."""
        return self.ended_at is None


def take_office(
    session: Session, election: Election, people: Sequence[Person], now: datetime
) -> tuple[list[Office], list[Office]]:
    """The elected hold it for a term; whose it was by an earlier election no longer do.

    Returns what is held from now on, and what has ended of others.
    """
    first = election.first_id or election.id
    held = offices_of(session, [election.assembly_id])
    before = [
        office
        for office in held
        if office.words.casefold() == election.words.casefold() and office.election_id != first
    ]
    for office in before:
        office.ended_at = now
    taken = [
        Office(
            assembly=election.assembly,
            election_id=first,
            person=person,
            words=election.words,
            since=now,
            until=election.assembly.term_from(now),
        )
        for person in people
    ]
    session.add_all(taken)
    session.flush()
    return taken, [office for office in before if office.person not in people]


def offices_of(session: Session, assemblies: Collection[int]) -> Sequence[Office]:
    """Who holds what in these assemblies, by the office's name."""
    query = select(Office).where(Office.assembly_id.in_(assemblies), Office.ended_at.is_(None))
    return session.scalars(query.order_by(Office.words, Office.id)).unique().all()


def roles_in(session: Session, assembly: Assembly, now: datetime) -> list[Membership]:
    """Who organises, then who facilitates, in the order in which they came."""
    query = (
        select(Membership)
        .where(Membership.assembly_id == assembly.id, Membership.role.is_not(None))
        .options(joinedload(Membership.person))
        .order_by(Membership.role.desc(), Membership.id)
    )
    return [one for one in session.scalars(query) if one.holds(Role.FACILITATOR, now)]


def held_by(session: Session, membership: Membership) -> Sequence[Office]:
    """What somebody holds in an assembly."""
    query = select(Office).where(
        Office.person_id == membership.person_id,
        Office.assembly_id == membership.assembly_id,
        Office.ended_at.is_(None),
    )
    return session.scalars(query.order_by(Office.id)).unique().all()
