"""Which letters are next: the most urgent chats first, and in each what was written first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from bot.platforms import Kind
from models.assembly import Chat
from models.post import Letter, Priority, State

MOST = 300
"""How many toasts are taken at once, and how many letters are looked at for the most urgent."""


def past(expires_at: datetime | None, now: datetime) -> bool:
    """Whether a letter is no longer worth saying."""
    return expires_at is not None and expires_at < now


def toasts(
    session: Session, now: datetime, platforms: Collection[str], under_way: Collection[int]
) -> list[int]:
    """Answers to presses: they are taken out of turn, all of them."""
    query = select(Letter.id).join(Chat).where(*_due(now), Letter.kind == Kind.TOAST)
    # What this asks of the priority is how they are found among thousands of others.
    here = (Letter.priority == Priority.ALARM, Chat.platform.in_(platforms))
    query = query.where(*here, Letter.id.not_in(under_way)).limit(MOST)
    return list(session.scalars(query.order_by(Letter.id)))


def firsts(
    session: Session, now: datetime, free: Mapping[str, int], waiting: Collection[int]
) -> list[int]:
    """What comes first in each of the most urgent chats: an alarm, or what was written first."""
    taken = _most_urgent(session, now, free, waiting)
    if not taken:
        return []
    alarm = func.min(case((Letter.priority == Priority.ALARM, Letter.id)))
    query = select(Letter.chat_id, func.coalesce(alarm, func.min(Letter.id))).where(
        *_due(now), Letter.kind != Kind.TOAST, Letter.chat_id.in_(taken)
    )
    found = {row[0]: row[1] for row in session.execute(query.group_by(Letter.chat_id))}
    return [found[chat] for chat in taken]


def _most_urgent(
    session: Session, now: datetime, free: Mapping[str, int], waiting: Collection[int]
) -> list[int]:
    left = {platform: places for platform, places in free.items() if places > 0}
    if not left:
        return []
    query = (
        select(Letter.chat_id, Chat.platform)
        .join(Chat)
        .where(*_due(now), Letter.kind != Kind.TOAST)
        .where(Chat.platform.in_(left), Letter.chat_id.not_in(waiting))
        .order_by(Letter.priority, Letter.id)
        .limit(MOST)
    )
    taken: list[int] = []
    for chat, platform in dict.fromkeys((row[0], row[1]) for row in session.execute(query)):
        if left[platform]:
            left[platform] -= 1
            taken.append(chat)
    return taken


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Letter.state == State.DUE, Letter.not_before <= now
