"""Drafts are shown where their own assembly is, however chats and people come and go."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.assembly import Assembly, Chat
from models.motion import Motion
from models.person import Account, Person


def bring_home(session: Session, assembly: Assembly, out_of: Collection[int]) -> None:
    """Drafts of an assembly that stand in these chats go on in one of its own, if it has any."""
    homes = [chat.id for chat in assembly.chats if not chat.gone and chat.id not in out_of]
    if homes:
        here = Motion.assembly_id == assembly.id, Motion.chat_id.in_(out_of)
        session.execute(update(Motion).where(*here).values(chat_id=homes[0]))


def private_chats(session: Session, person: Person) -> list[int]:
    """The ids of somebody's private chats with the bot."""
    query = select(Chat.id).join(Account, Account.id == Chat.account_id)
    return list(session.scalars(query.where(Account.person_id == person.id)))
