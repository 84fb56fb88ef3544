"""Candidacies: who stands in an election, was asked to, or does so no longer."""

from __future__ import annotations

from datetime import UTC, datetime

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

    def absorb(self, other: Candidacy) -> None:
        """Take over what the same human has said here under another account, if that says more."""
        if other._weight > self._weight:
            self.accepted_at, self.declined_at = other.accepted_at, other.declined_at
            self.withdrawn_at, self.proposed_by_id = other.withdrawn_at, other.proposed_by_id
            self.place, self.elected = other.place, other.elected
            self.words = other.words or self.words
        else:
            self.words = self.words or other.words

    @property
    def _weight(self) -> tuple[bool, bool, int, datetime]:
        """What stands on a ballot counts before all; else one's own last word, then a question."""
        said = self.withdrawn_at or self.accepted_at
        rank = 2 if said else 1 if self.is_asked else 0
        never = datetime.min.replace(tzinfo=UTC)
        return bool(self.elected), self.place is not None, rank, said or never
