"""Decisions: a question, its options, and one ballot for each person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BindParameter,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    UniqueConstraint,
    bindparam,
    select,
)
from sqlalchemy.orm import (
    Mapped,
    Session,
    joinedload,
    lazyload,
    mapped_column,
    reconstructor,
    relationship,
)

from models.assembly import Assembly
from models.base import Base, Refused
from models.person import Person
from models.phrase import Moment

MOST_OPTIONS = 10
LONGEST_OPTION = 80
USUAL_TIME = timedelta(days=3)


class Outcome(StrEnum):
    """How a decision ended."""

    OPEN = "open"
    PASSED = "passed"
    """The first option of a yes-or-no question has a majority."""
    REJECTED = "rejected"
    CHOSEN = "chosen"
    """One of several options has the most votes."""
    TIED = "tied"
    EMPTY = "empty"
    """Nobody voted."""
    WITHDRAWN = "withdrawn"


class Option(Base):
    """One answer to a decision's question."""

    __tablename__ = "options"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    place: Mapped[int]
    """1 is the first."""
    words: Mapped[str] = mapped_column(default="")
    """In the members' words; empty where `stance` says it."""
    stance: Mapped[str] = mapped_column(default="")
    """`yes`, `no` or `abstain`: said in the reader's language."""
    kept_votes: Mapped[int] = mapped_column(default=0)
    """Votes of a closed decision whose ballots were erased since."""


class Ballot(Base):
    """One person's vote in one decision."""

    __tablename__ = "ballots"
    __table_args__ = (
        PrimaryKeyConstraint("decision_id", "person_id"),
        # Votes are counted at every vote: from the index alone, already in the order of options.
        Index("ix_ballots_tally", "decision_id", "option_id"),
        {"sqlite_with_rowid": False},
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"))


class Decision(Base):
    """A question that an assembly answers by voting."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    title: Mapped[str]
    opener_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.OPEN)
    consequence: Mapped[str] = mapped_column(default="")
    """Wire form of what the clock says once it has passed; empty: people act."""
    otherwise: Mapped[str] = mapped_column(default="")
    """Wire form of what the clock says once it has ended without passing; empty: nothing."""
    eligible: Mapped[int | None]
    """How many could vote when it closed."""

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    opener: Mapped[Person | None] = relationship()
    options: Mapped[list[Option]] = relationship(order_by=Option.place, lazy="selectin")

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self._fresh()

    @reconstructor
    def _fresh(self) -> None:
        self.at_hand: dict[int, Ballot] = {}
        """Ballots by person, as far as they were fetched."""
        self.asked_for: set[int] = set()
        """People whose ballots were fetched."""
        self.tally: dict[int, int] = {}
        """Votes by option id, as of the last count."""
        self.electorate = 0
        """Members who may vote, as of the last count."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"decision:{self.id}"

    @property
    def is_open(self) -> bool:
        """Votes count."""
        return self.closed_at is None

    @property
    def cast_votes(self) -> int:
        """How many have voted, as of the last count."""
        return sum(self.tally.values())

    def cast(self, person: Person, option: Option) -> bool:
        """Vote, or vote differently; False when that was the vote already.

        Until it is closed, late or not: what waited while the bot was away counts.
        """
        self._must_be_open()
        if option not in self.options:
            raise Refused("refused-not-there")
        ballot = self.at_hand.get(person.id)
        if ballot is None:
            self.at_hand[person.id] = Ballot(
                decision_id=self.id, person_id=person.id, option_id=option.id
            )
            return True
        changed = ballot.option_id != option.id
        ballot.option_id = option.id
        return changed

    def take_back(self, person: Person) -> Ballot:
        """The vote that no longer counts."""
        self._must_be_open()
        if person.id not in self.at_hand:
            raise Refused("decision-no-vote-yet")
        return self.at_hand.pop(person.id)

    def close(self, now: datetime) -> None:
        """End the vote; `tally` must have been counted.

        What the clock acts upon is not ended early while votes are missing.
        """
        if not self.is_open:
            raise Refused("decision-closed-already")
        if self.consequence and now < self.closes_at and self.cast_votes < self.electorate:
            raise Refused("decision-takes-its-time", closes=Moment(self.closes_at))
        self.closed_at, self.outcome, self.eligible = now, self.verdict(), self.electorate

    def withdraw(self, now: datetime) -> None:
        """Take the question back, while nobody but the opener has answered."""
        if not self.is_open:
            raise Refused("decision-closed-already")
        if any(person != self.opener_id for person in self.at_hand) or self.cast_votes > 1:
            raise Refused("decision-voted-already")
        self.closed_at, self.outcome, self.eligible = now, Outcome.WITHDRAWN, self.electorate

    def verdict(self) -> Outcome:
        """What the votes say: a simple majority; a tie is said, never broken."""
        if not self.cast_votes:
            return Outcome.EMPTY
        stances = {option.stance: self.tally.get(option.id, 0) for option in self.options}
        if "yes" in stances:
            if stances["yes"] == stances["no"]:
                return Outcome.TIED
            return Outcome.PASSED if stances["yes"] > stances["no"] else Outcome.REJECTED
        return Outcome.CHOSEN if len(self.leading()) == 1 else Outcome.TIED

    def leading(self) -> list[Option]:
        """The options with the most votes."""
        most = max((self.tally.get(option.id, 0) for option in self.options), default=0)
        return [option for option in self.options if self.tally.get(option.id, 0) == most]

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise Refused("decision-closed-already")

    @classmethod
    def choices(
        cls, session: Session, assemblies: Collection[int], person: Person
    ) -> Sequence[Decision]:
        """Open decisions, the one that ends first leading."""
        query = select(cls).where(cls.assembly_id.in_(assemblies), cls.closed_at.is_(None))
        return session.scalars(query.order_by(cls.closes_at, cls.id)).all()

    @classmethod
    def fetch(
        cls, session: Session, ids: Collection[int], people: Collection[int]
    ) -> Sequence[Decision]:
        """Decisions with their options, and these people's ballots."""
        found = session.scalars(DECISIONS, {"named": list(ids)}).unique().all()
        fetch_ballots(session, found, people)
        return found


# Put together once: building a statement costs as much as running it.
_NAMED: BindParameter[Any] = bindparam("named", expanding=True)
DECISIONS = (
    select(Decision)
    .where(Decision.id.in_(_NAMED))
    # Their assemblies are known by then: of the chat, or of whoever presses.
    .options(joinedload(Decision.options), lazyload(Decision.assembly))
)
BALLOTS = select(Ballot).where(
    Ballot.decision_id.in_(_NAMED), Ballot.person_id.in_(bindparam("people", expanding=True))
)


def fetch_ballots(
    session: Session, decisions: Collection[Decision], people: Collection[int]
) -> None:
    """Put these people's ballots at hand."""
    by_id = {decision.id: decision for decision in decisions}
    for decision in decisions:
        decision.asked_for |= set(people)
    named = {"named": list(by_id), "people": list(people)}
    for ballot in session.scalars(BALLOTS, named):
        by_id[ballot.decision_id].at_hand[ballot.person_id] = ballot
