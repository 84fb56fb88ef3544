"""Reminders: words that are said again at a time, once or again and again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from models.assembly import Assembly, Chat
from models.base import Base, Refused
from models.dates import Every
from models.person import Person
from models.sealed import Drawn, Envelope, Secret, sealed

MOST = 20
"""Of one person, wherever they are."""


class Reminder(Drawn, Base):
    """What somebody wants to be said, to a group or to themselves."""

    __tablename__ = "reminders"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    """Who asked for it."""
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id"), index=True)
    """The group in which it is said; none: to them in private."""
    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"), index=True)
    """Whose group it was when it was asked for."""
    number: Mapped[int]
    """Counted from 1 in its group, or in the person's private chat."""
    due_at: Mapped[datetime]
    every: Mapped[str] = mapped_column(default="")
    """The rule by which it comes again; empty: once."""
    rhythm: Mapped[str] = mapped_column(default="")
    """The rule as it was typed."""
    _words: Mapped[Envelope | None] = sealed()

    words = Secret(pad=256)

    person: Mapped[Person] = relationship()
    chat: Mapped[Chat | None] = relationship()

    @classmethod
    def fetch(
        cls, session: Session, ids: Collection[int], people: Collection[int]
    ) -> Sequence[Reminder]:
        """Reminders with whom they are for."""
        whom = (joinedload(cls.person), joinedload(cls.chat).joinedload(Chat.assembly))
        return session.scalars(select(cls).where(cls.id.in_(ids)).options(*whom)).all()

    def is_known_to(self, person: Person, chat: Chat | None) -> bool:
        """Its author knows it anywhere, others in its group."""
        return self.person_id == person.id or (chat is not None and self.chat is chat)

    def may_delete(self, person: Person, *, facilitates: bool) -> bool:
        """Its author may, and in a group the facilitators."""
        return self.person_id == person.id or (self.chat_id is not None and facilitates)

    @property
    def is_wanted(self) -> bool:
        """In private always; in a group while the bot is there and it is the same assembly's."""
        if self.chat is None:
            return True
        home = self.chat.assembly
        same = home is not None and home.id == self.assembly_id and not home.closed_at
        return same and not self.chat.gone

    def advance(self, now: datetime) -> bool:
        """Move on to the next date after `now`, passing over what was missed; False: it is over."""
        if not self.every:
            return False
        self.due_at = Every.parse(self.every).next(now)
        return True

    def follow(self, zone: str, now: datetime) -> None:
        """Come at the same hour by the clocks of another zone."""
        every = replace(Every.parse(self.every), zone=zone)
        self.every, self.due_at = str(every), every.next(now)


def _in_place(person: Person, chat: Chat | None) -> ColumnElement[bool]:
    if chat is None:
        return (Reminder.person_id == person.id) & Reminder.chat_id.is_(None)
    return Reminder.chat_id == chat.id


def reminders_of(session: Session, person: Person, chat: Chat | None) -> list[Reminder]:
    """Those of a group, or a person's own in private, the next one leading."""
    query = select(Reminder).where(_in_place(person, chat))
    return list(session.scalars(query.order_by(Reminder.due_at, Reminder.number)))


def again_and_again(session: Session, whose: Assembly | Person) -> Sequence[Reminder]:
    """Those that come again, of an assembly's groups, or of a person in private."""
    mine = Reminder.assembly_id == whose.id
    if isinstance(whose, Person):
        mine = _in_place(whose, None)
    return session.scalars(select(Reminder).where(mine, Reminder.every != "")).all()


def next_number(session: Session, person: Person, chat: Chat | None) -> int:
    """The number of a new one there; refused when this person has enough of them."""
    asked = select(func.count()).select_from(Reminder).where(Reminder.person_id == person.id)
    if (session.scalar(asked) or 0) >= MOST:
        raise Refused("reminders-enough", limit=MOST)
    return (
        session.scalar(select(func.max(Reminder.number)).where(_in_place(person, chat))) or 0
    ) + 1


def number_after(session: Session, elder: Person, younger: Person) -> None:
    """Two persons are one: the younger's own reminders count on where the elder's end."""
    last = session.scalar(select(func.max(Reminder.number)).where(_in_place(elder, None))) or 0
    query = select(Reminder).where(_in_place(younger, None)).order_by(Reminder.number)
    for number, reminder in enumerate(session.scalars(query), last + 1):
        reminder.number = number
