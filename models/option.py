"""The answers to a decision's question."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Option(Base):
    """One answer to a decision's question."""

    __tablename__ = "options"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    place: Mapped[int]
    """1 is the first."""
    words: Mapped[str] = mapped_column(default="")
    """In the members' words; empty where `stance` says it."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Whose name the words are: they go when the person is forgotten."""
    stance: Mapped[str] = mapped_column(default="")
    """A fixed answer such as `yes`, said in the reader's language."""
    kept_votes: Mapped[int] = mapped_column(default=0)
    """Votes of a closed decision whose ballots were erased since."""
