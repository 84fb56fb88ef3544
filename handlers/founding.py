"""Founding: where it may happen, and what every new assembly begins with."""

from __future__ import annotations

from typing import Self

from sqlalchemy import select

from handlers.reading import Sentence
from handlers.turn import Turn
from models.assembly import Assembly, Chat, Membership, Role, Sort
from models.base import Refused
from models.plenty import count_founded, must_found_few
from models.record import append
from models.seat import is_deserted


class Name(Sentence):
    """An assembly's name: short enough for a button."""

    __slots__ = ()
    most = 80


class NewName(Name):
    """A new assembly's name; asked for only where one may be founded."""

    __slots__ = ()

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Self, str]:
        """The rest of the line."""
        check(turn, topic=False)
        return super().read(turn, text)


def check(turn: Turn, *, topic: bool) -> None:
    """Refuse a private chat, and one that belongs to an assembly; `topic` allows one within.

    A deserted council gives its chat back. Nobody founds very much at once.
    """
    if turn.chat is None or turn.private:
        raise Refused("refused-group-only")
    here = turn.assembly
    if here is not None and not (topic and turn.topic) and not is_deserted(turn.session, here):
        raise Refused("assembly-already", assembly=here.name)
    must_found_few(turn.session, turn.account, turn.memberships, committee=topic, now=turn.now)


def ground(turn: Turn, *, topic: bool = False) -> Chat:
    """The chat that a new assembly gets: this group, or the topic within it."""
    check(turn, topic=topic)
    chat = turn.chat
    assert chat is not None
    if not turn.topic:
        return chat
    query = select(Chat).where(
        Chat.platform == chat.platform, Chat.ref == chat.ref, Chat.topic == turn.topic
    )
    known = turn.session.scalars(query).first()
    if known is not None:
        return known
    within = Chat(platform=chat.platform, ref=chat.ref, topic=turn.topic, title=chat.title)
    turn.session.add(within)
    return within


def begin(
    turn: Turn, chat: Chat, sort: Sort, name: str, parent: Assembly | None = None
) -> Assembly:
    """A new assembly in this chat; whoever founds it organises it for now."""
    assembly = Assembly(
        sort=sort,
        name=str(name),
        parent=parent,
        language=turn.language,
        zone=turn.zone,
        founded_at=turn.now,
        door=turn.token(),
    )
    if chat.assembly is not None:
        chat.assembly.closed_at = turn.now
    chat.assembly, chat.greeted, chat.language = assembly, True, ""
    membership = Membership(person=turn.person, assembly=assembly, since=turn.now)
    membership.give(Role.ORGANISER, turn.now)
    turn.session.add(membership)
    committee = sort is Sort.COMMITTEE
    count_founded(turn.session, turn.account, committee=committee, now=turn.now)
    turn.session.flush()
    turn.assembly = assembly
    who, salt = turn.person, turn.salt()
    append(turn.session, assembly, "founded", turn.now, salt, assembly=name, person=who)
    return assembly
