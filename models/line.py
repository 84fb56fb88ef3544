"""What is heard and what is promised: bookmarks, heard lines, half-said ones, later ones."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.sealed import Drawn, Envelope, Secret, sealed

PATIENCE = timedelta(minutes=10)
"""How long a half-said line and an undo are remembered."""


class Bookmark(Base):
    """How far a platform has been heard."""

    __tablename__ = "bookmarks"

    platform: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Heard(Base):
    """A line that was heard, so that it is never heard again."""

    __tablename__ = "heard"
    __table_args__ = (PrimaryKeyConstraint("platform", "ref"), {"sqlite_with_rowid": False})

    platform: Mapped[str]
    ref: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


class SetAside(Drawn, Base):
    """A line that could not be heard after five tries; the operator was told."""

    __tablename__ = "set_aside"

    at: Mapped[datetime]
    reason: Mapped[str]
    """Type of the error; never its text, which may quote people."""
    _line: Mapped[Envelope | None] = sealed()

    line = Secret()


class Promise(Base):
    """A line that the clock will say, on whose behalf, decided anew when it falls due."""

    __tablename__ = "promises"

    id: Mapped[int] = mapped_column(primary_key=True)
    """Those due at the same moment are kept in the order of their making."""
    due_at: Mapped[datetime] = mapped_column(index=True)
    command: Mapped[str]
    args: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Ids, numbers and dates by parameter; never anybody's words."""
    key: Mapped[str | None] = mapped_column(unique=True)
    """One promise per key: promised again, it moves."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    tries: Mapped[int] = mapped_column(default=0)


class Draft(Drawn, Base):
    """A half-said line that waits for one more answer, for ten minutes."""

    __tablename__ = "drafts"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    command: Mapped[str]
    asked: Mapped[str]
    """The parameter that was asked for."""
    expires_at: Mapped[datetime]
    _said: Mapped[Envelope | None] = sealed()

    said = Secret()
    """What is known so far, by parameter, as JSON."""


class Step(Base):
    """A person's last step, and the line that takes it back."""

    __tablename__ = "steps"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    undo: Mapped[str]
    """Wire form."""
    expires_at: Mapped[datetime]
