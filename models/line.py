"""What is heard and what is promised: bookmarks, heard lines, half-said ones, later ones."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.assembly import Assembly, Chat
from models.base import Base, Id
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


class Fate(StrEnum):
    """What became of a half-said line."""

    ANSWERED = "answered"
    DROPPED = "dropped"
    LAPSED = "lapsed"


class Draft(Drawn, Base):
    """A half-said line that waits for one more answer, for ten minutes."""

    __tablename__ = "drafts"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    command: Mapped[str]
    asked: Mapped[str]
    """The parameter that was asked for."""
    expires_at: Mapped[datetime]
    fate: Mapped[Fate | None]
    """None: it waits, or nobody has heard yet that its time is over."""
    _said: Mapped[Envelope | None] = sealed()

    said = Secret()
    """What is known so far, by parameter, as JSON; nothing once it waits no more."""

    def end(self, fate: Fate) -> None:
        """It waits no more; who answers it all the same is told why."""
        self.fate, self.said = fate, ""


class Step(Base):
    """A person's last step, and the line that takes it back."""

    __tablename__ = "steps"

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)
    """The person's own: everybody has one last step, and its words are sealed to it."""
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    """Where it was made: there it is taken back."""
    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"))
    command: Mapped[str]
    undo: Mapped[str]
    """Wire form; empty where nothing takes it back."""
    expires_at: Mapped[datetime]
    _words: Mapped[Envelope | None] = sealed()

    words = Secret(pad=256)
    """Somebody's own words that continue the wire form."""

    chat: Mapped[Chat] = relationship(lazy="joined", innerjoin=True)
    assembly: Mapped[Assembly | None] = relationship(lazy="joined")
