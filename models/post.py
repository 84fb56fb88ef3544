"""What is said: letters, written in the transaction of their cause and carried afterwards."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.assembly import Assembly, Chat
from models.base import Base
from models.sealed import Drawn, Envelope, Secret, sealed


class Priority(IntEnum):
    """What goes first when much is due."""

    ALARM = 0
    ANSWER = 1
    CARD = 2
    REMINDER = 3
    DIGEST = 4


class State(StrEnum):
    """Where a letter is."""

    DUE = "due"
    SAID = "said"
    PARKED = "parked"
    """Nobody is there; it waits for their return, until it expires."""
    DROPPED = "dropped"
    """No longer worth saying, or given up."""


class Letter(Drawn, Base):
    """One message on its way into one chat, and afterwards its place there.

    Its id is its place in the order of all letters: they are written and said in it.
    """

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("chat_id", "slot"),
        Index("ix_letters_urgent", "state", "priority", "id"),
        Index("ix_letters_first", "state", "chat_id"),
        Index("ix_letters_ref", "chat_id", "ref"),
        # Hardly any letter shows a poll: the others need no place in it. Saying so to PostgreSQL
        # as well would load its dialect beside SQLite's, 2.5 MB of the little there is.
        Index("ix_letters_poll", "poll", sqlite_where=text("poll IS NOT NULL")),
    )

    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[str]
    slot: Mapped[str | None]
    """A live card: one message per chat and slot, edited in place."""
    priority: Mapped[int] = mapped_column(default=Priority.ANSWER)
    state: Mapped[State] = mapped_column(default=State.DUE)
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    written_at: Mapped[datetime]
    said_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    ref: Mapped[str] = mapped_column(default="")
    """The platform's reference, once said."""
    poll: Mapped[str | None]
    """The platform's name of the poll that it shows, by which answers mean it."""
    reply_to: Mapped[str] = mapped_column(default="")
    press: Mapped[str] = mapped_column(default="")
    tries: Mapped[int] = mapped_column(default=0)
    answer: Mapped[str] = mapped_column(default="")
    """Wire form that a reply to this message continues."""
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """How to say it: ask, silent, quiet, door, deed, seed, hint; its file, or its poll."""
    _body: Mapped[Envelope | None] = sealed()
    _keys: Mapped[Envelope | None] = sealed()
    _asked: Mapped[Envelope | None] = sealed()

    body = Secret()
    """The text as JSON; erased a day after it was said."""
    keys = Secret()
    """The buttons as JSON; kept as long as the message can be pressed."""
    asked = Secret()
    """A poll's question and answers as JSON; erased with the text."""

    chat: Mapped[Chat] = relationship(lazy="joined")


def standing(session: Session, assembly: Assembly, slots: Collection[str]) -> set[str]:
    """Those of some live cards that stand in a chat of an assembly."""
    query = (
        select(Letter.slot)
        .join(Chat, Chat.id == Letter.chat_id)
        .where(Chat.assembly_id == assembly.id, Letter.slot.in_(slots))
    )
    return {slot for slot in session.scalars(query) if slot}
