"""Ballots, and who may cast one: the rows of a vote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


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


def kept_marks(marks: Mapping[int, int]) -> dict[str, Any]:
    """Marks as the column keeps them."""
    return {str(option): mark for option, mark in marks.items()}


def read_marks(kept: Mapping[str, Any]) -> dict[int, int]:
    """Marks by the option's place."""
    return {int(option): int(mark) for option, mark in kept.items()}
