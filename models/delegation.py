"""Delegates: whom an assembly sends to a council, and until when."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import TERM, Assembly, Membership, Sort
from models.base import Base, Refused
from models.belonging import enter, membership_of
from models.person import Person


class Delegation(Base):
    """One assembly's delegate in one council, for a term."""

    __tablename__ = "delegations"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    """The one that sends."""
    number: Mapped[int]
    council_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    admitted: Mapped[bool] = mapped_column(default=False)
    """Belongs to the council only because they were sent."""

    assembly: Mapped[Assembly] = relationship(
        foreign_keys=[assembly_id], lazy="joined", innerjoin=True
    )
    council: Mapped[Assembly] = relationship(
        foreign_keys=[council_id], lazy="joined", innerjoin=True
    )
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)

    @property
    def title(self) -> str:
        """Who goes where."""
        return f"{self.person.name} → {self.council.name}"

    @property
    def is_live(self) -> bool:
        """It has not ended."""
        return self.ended_at is None

    def renew(self, now: datetime) -> None:
        """Give the same delegate another term."""
        self.until = now + TERM

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], person: Person
    ) -> Sequence[Delegation]:
        """Those whom these assemblies send now."""
        query = select(cls).where(cls.assembly_id.in_(assemblies), cls.ended_at.is_(None))
        return session.scalars(query.order_by(cls.number, cls.id)).unique().all()


def councils_for(session: Session, assembly: Assembly, person: Person) -> Sequence[Assembly]:
    """Councils to which this person may send somebody for this assembly, by name.

    The council above it, those where it has a seat already, and those where the person belongs:
    nobody gets into a council that knows neither them nor their assembly.
    """
    seats = select(Delegation.council_id).where(
        Delegation.assembly_id == assembly.id, Delegation.ended_at.is_(None)
    )
    own = select(Membership.assembly_id).where(
        Membership.person_id == person.id, Membership.left_at.is_(None)
    )
    query = select(Assembly).where(
        Assembly.sort == Sort.COUNCIL,
        Assembly.closed_at.is_(None),
        Assembly.id != assembly.id,
        or_(Assembly.id == assembly.parent_id, Assembly.id.in_(seats), Assembly.id.in_(own)),
    )
    return session.scalars(query.order_by(Assembly.name, Assembly.id)).all()


def delegates(session: Session, assemblies: Collection[int]) -> Sequence[Delegation]:
    """Everyone whom these assemblies send or who is sent to them now."""
    query = select(Delegation).where(
        or_(Delegation.assembly_id.in_(assemblies), Delegation.council_id.in_(assemblies)),
        Delegation.ended_at.is_(None),
    )
    return session.scalars(query.order_by(Delegation.since, Delegation.id)).unique().all()


def delegations_of(session: Session, membership: Membership) -> Sequence[Delegation]:
    """What hangs on a membership: being sent by this assembly, or to it."""
    query = select(Delegation).where(
        Delegation.person_id == membership.person_id,
        Delegation.ended_at.is_(None),
        or_(
            Delegation.assembly_id == membership.assembly_id,
            Delegation.council_id == membership.assembly_id,
        ),
    )
    return session.scalars(query.order_by(Delegation.id)).unique().all()


def send(
    session: Session, assembly: Assembly, council: Assembly, person: Person, now: datetime
) -> tuple[Delegation, Delegation | None]:
    """Name a delegate, or name them again; whom they replace, if anybody."""
    if council.closed_at or assembly is council:
        raise Refused("refused-not-there")
    if membership_of(session, person, assembly) is None:
        raise Refused("refused-person")
    query = select(Delegation).where(
        Delegation.assembly_id == assembly.id,
        Delegation.council_id == council.id,
        Delegation.ended_at.is_(None),
    )
    before = session.scalars(query).unique().first()
    if before is not None and before.person_id == person.id:
        before.renew(now)
        return before, None
    fresh = Delegation(
        assembly=assembly,
        number=assembly.next_number("delegation"),
        council=council,
        person=person,
        since=now,
        until=now + TERM,
        admitted=membership_of(session, person, council) is None,
    )
    session.add(fresh)
    enter(session, person, council, now)
    if before is not None:
        end(session, before, now)
    return fresh, before


def end(session: Session, delegation: Delegation, now: datetime) -> None:
    """End a delegation; who belonged to the council only by it belongs there no longer."""
    if not delegation.is_live:
        raise Refused("delegation-over")
    delegation.ended_at = now
    if not delegation.admitted:
        return
    session.flush()
    query = select(Delegation).where(
        Delegation.person_id == delegation.person_id,
        Delegation.council_id == delegation.council_id,
        Delegation.ended_at.is_(None),
    )
    other = session.scalars(query).unique().first()
    if other is not None:
        other.admitted = True
        return
    membership = membership_of(session, delegation.person, delegation.council)
    if membership is not None:
        membership.leave(now)
