"""Candidacies: who stands in an election, was asked to, or does so no longer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Refused
from models.person import Person


class Candidacy(Base):
    """One person in one election; asked by others, they stand once they have said yes."""

    __tablename__ = "candidacies"
    __table_args__ = (UniqueConstraint("election_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    accepted_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(default="")
    """About oneself."""
    place: Mapped[int | None]
    """On the ballot, drawn by lot when the vote opened."""
    elected: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="joined", innerjoin=True)
    proposed_by: Mapped[Person | None] = relationship(foreign_keys=[proposed_by_id])

    @property
    def stands(self) -> bool:
        """They want it, and have not thought better of it."""
        return self.accepted_at is not None and self.withdrawn_at is None

    @property
    def is_asked(self) -> bool:
        """Somebody has proposed them, and they have not answered."""
        return not (self.accepted_at or self.declined_at or self.withdrawn_at)

    def accept(self, now: datetime, words: str = "") -> bool:
        """Stand, or say something else about oneself; False when they stood already."""
        self.words = words or self.words
        if self.stands:
            return False
        self.accepted_at, self.declined_at, self.withdrawn_at = now, None, None
        return True

    def decline(self, now: datetime) -> None:
        """Say no to having been proposed."""
        if not self.is_asked:
            raise Refused("candidacy-not-asked")
        self.declined_at = now

    def withdraw(self, now: datetime) -> None:
        """Stand no longer."""
        if not self.stands:
            raise Refused("candidacy-none")
        self.withdrawn_at = now
