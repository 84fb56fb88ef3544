"""Ballots, and who may cast one: the rows of a vote."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, ForeignKey, Index, PrimaryKeyConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base

if TYPE_CHECKING:
    from models.decision import Decision


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
    option_id: Mapped[int | None] = mapped_column(ForeignKey("options.id"))
    """The one answer; none where a ballot says something of each."""
    marks: Mapped[dict[str, Any] | None] = mapped_column(default=None)
    """By the option's place, what its method takes as a mark; none where there is one answer."""
    caster_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Who entered it for somebody who was there or on the phone."""


class Elector(Base):
    """Somebody who may vote in a decision whose electorate was taken down at its opening."""

    __tablename__ = "electors"
    __table_args__ = (
        PrimaryKeyConstraint("decision_id", "person_id"),
        {"sqlite_with_rowid": False},
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    voted: Mapped[bool | None]
    """Whether they did, in a secret vote that has ended."""


def kept_marks(marks: Mapping[int, int]) -> dict[str, Any]:
    """Marks as the column keeps them."""
    return {str(option): mark for option, mark in marks.items()}


def read_marks(kept: Mapping[str, Any]) -> dict[int, int]:
    """Marks by the option's place."""
    return {int(option): int(mark) for option, mark in kept.items()}


# Put together once: building a statement costs as much as running it.
_NAMED: BindParameter[Any] = bindparam("named", expanding=True)
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
BALLOTS = select(Ballot).where(Ballot.decision_id.in_(_NAMED), Ballot.person_id.in_(_PEOPLE))
ELECTORS = select(Elector.decision_id, Elector.person_id).where(
    Elector.decision_id.in_(_NAMED), Elector.person_id.in_(_PEOPLE)
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
    binding = [decision.id for decision in decisions if decision.binding]
    if binding:
        for decision_id, person_id in session.execute(ELECTORS, {**named, "named": binding}):
            by_id[decision_id].electors.add(person_id)
