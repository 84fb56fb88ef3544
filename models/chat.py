"""Chats coming and going: what waits for a return, and what follows a move."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from models.assembly import Chat
from models.base import Base
from models.post import Letter, State


def depart(session: Session, chat: Chat, *, topic: str | None = None) -> None:
    """Nobody hears the bot there any more, or in one topic: what is due waits for the return."""
    places = [one for one in _everywhere(session, chat) if topic in {None, one.topic}]
    for place in places:
        place.gone = True
    due = update(Letter).where(_in(places), Letter.state == State.DUE).values(state=State.PARKED)
    session.execute(due, execution_options={"synchronize_session": "fetch"})


def come_back(session: Session, chat: Chat, now: datetime) -> None:
    """The bot is heard there again: what waited and is still worth saying is due."""
    places = _everywhere(session, chat)
    for place in places:
        place.gone = False
    parked = update(Letter).where(_in(places), Letter.state == State.PARKED)
    fetch = {"synchronize_session": "fetch"}
    alive = or_(Letter.expires_at.is_(None), Letter.expires_at > now)
    session.execute(
        parked.where(alive).values(state=State.DUE, not_before=now), execution_options=fetch
    )
    session.execute(parked.values(state=State.DROPPED), execution_options=fetch)


def move(session: Session, chat: Chat, ref: str, now: datetime) -> None:
    """A chat has another reference now; every object follows, and what waited is due there.

    A place that already belongs to another assembly is never taken over: the old one is left.
    """
    session.flush()
    there = {place.topic: place for place in _at(session, chat.platform, ref)}
    moved: Chat | None = None
    for place in _at(session, chat.platform, chat.ref):
        other = there.get(place.topic)
        if other is not None and other is not place:
            if other.assembly_id not in {None, place.assembly_id}:
                depart(session, place)
                continue
            _absorb(session, place, other)
        place.ref, moved = ref, place
    session.flush()
    if moved is not None:
        come_back(session, moved, now)


def _at(session: Session, platform: str, ref: str) -> list[Chat]:
    query = select(Chat).where(Chat.platform == platform, Chat.ref == ref)
    return list(session.scalars(query))


def _everywhere(session: Session, chat: Chat) -> list[Chat]:
    """The chat with all its topics: they come and go together."""
    session.flush()
    return _at(session, chat.platform, chat.ref)


def _in(places: list[Chat]) -> ColumnElement[bool]:
    return Letter.chat_id.in_([place.id for place in places])


def _absorb(session: Session, chat: Chat, other: Chat) -> None:
    """Everything that was said in `other` meanwhile belongs to `chat`; `other` is no more."""
    chat.greeted = chat.greeted or other.greeted
    chat.title = other.title or chat.title
    session.execute(update(Letter).where(Letter.chat_id == other.id).values(slot=None))
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if any(key.column.table is Chat.__table__ for key in column.foreign_keys):
                session.execute(update(table).where(column == other.id).values({column: chat.id}))
    session.delete(other)
    session.flush()
    session.expire_all()
