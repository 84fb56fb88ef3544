"""Newcomers: who asks to belong, and who speaks for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly
from models.base import Base, Refused
from models.decision import Decision
from models.person import Person

PATIENCE = timedelta(days=14)
"""How long somebody waits for a member who knows them."""
MOST_ASKED = 3
"""So often somebody asks in a month; settled requests are kept no longer."""


class Stand(StrEnum):
    """How far an admission has come."""

    OPEN = "open"
    ADMITTED = "admitted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    """Nobody spoke for them in time."""


class Newcomer(Base):
    """Somebody asks to become a member."""

    __tablename__ = "newcomers"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int | None]
    """None where the members decide: then the decision has one."""
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    """The newcomer."""
    asked_at: Mapped[datetime]
    settled_at: Mapped[datetime | None] = mapped_column(index=True)
    stand: Mapped[Stand] = mapped_column(default=Stand.OPEN)
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """The member who knows them."""
    doubted: Mapped[bool] = mapped_column(default=False)
    """A member would rather not: the facilitators decide. Who it was is not kept."""
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    voucher: Mapped[Person | None] = relationship(foreign_keys=voucher_id)
    decision: Mapped[Decision | None] = relationship()

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"newcomer:{self.id}"

    @property
    def title(self) -> str:
        """Who asks."""
        return self.person.name

    def vouch(self, by: Person, now: datetime, *, facilitates: bool) -> None:
        """A member speaks for the newcomer."""
        self._must_be_open_to(by)
        if self.doubted and not facilitates:
            raise Refused("newcomer-doubted")
        self.voucher = by
        self.settle(Stand.ADMITTED, now)

    def doubt(self, by: Person, now: datetime, *, facilitates: bool) -> None:
        """A member would rather not; a facilitator's word settles it."""
        self._must_be_open_to(by)
        self.doubted = True
        if facilitates:
            self.settle(Stand.DECLINED, now)

    def settle(self, stand: Stand, now: datetime) -> None:
        """Nothing more is to be decided."""
        self.stand, self.settled_at = stand, now

    def _must_be_open_to(self, by: Person) -> None:
        if self.decision_id is not None:
            raise Refused("refused-not-there")
        if self.stand is not Stand.OPEN:
            raise Refused("newcomer-settled")
        if by is self.person:
            raise Refused("newcomer-own")


def must_not_insist(session: Session, person: Person, assembly: Assembly) -> None:
    """Refuse to whoever was not let in again and again; after a month they may ask anew."""
    if person.id is None:
        return
    asked = select(func.count()).where(
        Newcomer.person_id == person.id,
        Newcomer.assembly_id == assembly.id,
        Newcomer.stand != Stand.ADMITTED,
    )
    if (session.scalar(asked) or 0) >= MOST_ASKED:
        raise Refused("newcomer-enough", assembly=assembly.name)


def waiting(session: Session, person: Person, assembly: Assembly) -> Newcomer | None:
    """What this person has asked here and nobody has answered."""
    if person.id is None:
        return None
    query = select(Newcomer).where(
        Newcomer.person_id == person.id,
        Newcomer.assembly_id == assembly.id,
        Newcomer.stand == Stand.OPEN,
    )
    return session.scalars(query).first()
