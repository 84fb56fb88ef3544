"""Assemblies: anything that meets and decides, with its chats, members and roles."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import (
    Mapped,
    Session,
    attributes,
    joinedload,
    mapped_column,
    relationship,
    selectinload,
)

from models.base import Base, Refused, hold
from models.dates import months_on
from models.person import Account, Person

TERM = 6
"""A role ends after so many months unless it is given again."""


class Sort(StrEnum):
    """What an assembly is."""

    KIEZ = "kiez"
    WORKPLACE = "workplace"
    SCHOOL = "school"
    COMMITTEE = "committee"
    COUNCIL = "council"


class Admission(StrEnum):
    """How one becomes a member."""

    OPEN = "open"
    VOUCHED = "vouched"
    """A member speaks for the newcomer."""
    OWN = "own"
    """The members decide about each."""


class Role(StrEnum):
    """What an assembly may ask of a member for a term."""

    FACILITATOR = "facilitator"
    ORGANISER = "organiser"


class Assembly(Base):
    """A commune, a committee or a council."""

    __tablename__ = "assemblies"

    id: Mapped[int] = mapped_column(primary_key=True)
    sort: Mapped[Sort] = mapped_column(default=Sort.KIEZ)
    name: Mapped[str]
    area: Mapped[str] = mapped_column(default="")
    """The territory or the field, in the members' words."""
    theme: Mapped[str] = mapped_column(default="")
    """A committee's topic of neighbours' cases, as a key of the locales; empty: none."""
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"), index=True)
    language: Mapped[str]
    languages: Mapped[list[Any]] = mapped_column(default=list)
    """Those that are spoken here besides."""
    zone: Mapped[str]
    admission: Mapped[Admission] = mapped_column(default=Admission.OPEN)
    hidden: Mapped[bool] = mapped_column(default=False)
    """Its existence is shown to its members alone."""
    listed: Mapped[bool] = mapped_column(default=False)
    """Neighbours without a link may find it."""
    door: Mapped[str] = mapped_column(default="", index=True)
    """The code in its public link."""
    digest_at: Mapped[str] = mapped_column(default="")
    """Wall time of a digest in its chats; empty: none."""
    digested_on: Mapped[str] = mapped_column(default="")
    """The day of the last one, as an ISO date."""
    founded_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    suspended_at: Mapped[datetime | None]
    """Since many members were lost at once: no role changes and no alarms until confirmed."""
    counters: Mapped[dict[str, Any]] = mapped_column(default=dict)

    parent: Mapped[Assembly | None] = relationship(remote_side=[id])
    chats: Mapped[list[Chat]] = relationship(back_populates="assembly")
    memberships: Mapped[list[Membership]] = relationship(back_populates="assembly")

    def next_number(self, noun: str) -> int:
        """The next short number of a kind of object, counted from 1 in this assembly."""
        hold(self, "counters")
        number = int((self.counters or {}).get(noun, 0)) + 1
        self.counters = {**(self.counters or {}), noun: number}
        attributes.flag_modified(self, "counters")
        return number

    def term_from(self, now: datetime) -> datetime:
        """When a role ends that is given now: on the same day of the month."""
        return months_on(now, TERM, self.zone)

    @property
    def open_door(self) -> str:
        """The code in its public link, while that leads anywhere: a hidden one has none."""
        return "" if self.hidden else self.door

    @property
    def is_commune(self) -> bool:
        """The smallest unit, in which committees may be founded."""
        return self.sort in {Sort.KIEZ, Sort.WORKPLACE, Sort.SCHOOL}


class Chat(Base):
    """A group chat, a topic in one, or a person's private chat with the bot."""

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("platform", "ref", "topic"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str]
    ref: Mapped[str]
    topic: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    """Whose private chat it is; none for a group."""
    greeted: Mapped[bool] = mapped_column(default=False)
    gone: Mapped[bool] = mapped_column(default=False)
    """Blocked or kicked: letters wait for the return."""

    assembly: Mapped[Assembly | None] = relationship(back_populates="chats")
    account: Mapped[Account | None] = relationship()

    @property
    def private(self) -> bool:
        """The bot and exactly one person."""
        return self.account_id is not None or self.account is not None


class Membership(Base):
    """A person's place in one assembly, and the role they hold there for a term."""

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("person_id", "assembly_id"),
        # Members are counted at every vote: from the index alone.
        Index("ix_memberships_living", "assembly_id", "left_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    since: Mapped[datetime]
    left_at: Mapped[datetime | None]
    role: Mapped[Role | None]
    role_until: Mapped[datetime | None]
    chats_left: Mapped[list[Any]] = mapped_column(default=list)
    """Ids of chats of the assembly in which they no longer are, while they belong by another."""

    person: Mapped[Person] = relationship()
    assembly: Mapped[Assembly] = relationship(back_populates="memberships")

    def holds(self, role: Role, now: datetime) -> bool:
        """Whether the role is theirs now; an organiser may do what a facilitator may."""
        if self.left_at or self.role is None or (self.role_until and self.role_until <= now):
            return False
        return self.role is role or self.role is Role.ORGANISER

    def give(self, role: Role, now: datetime, until: datetime | None = None) -> None:
        """Give a role, or give it again, for a term, or for less."""
        if self.left_at:
            raise Refused("refused-person", typed=self.person.name)
        end = self.assembly.term_from(now)
        self.role, self.role_until = role, until if until and now < until < end else end

    def lay_down(self) -> None:
        """End the role before its term."""
        self.role = self.role_until = None

    def leave(self, now: datetime) -> None:
        """End the membership; what was decided stays."""
        self.left_at, self.chats_left = now, []
        self.lay_down()

    def absorb(self, other: Membership) -> None:
        """Take over what the same human has here under another account."""
        theirs = other.chats_left or ()
        self.chats_left = [chat for chat in self.chats_left or () if chat in theirs]
        if self.left_at is not None and other.left_at is None:
            self.since, self.left_at = other.since, None
        elif (self.left_at is None) == (other.left_at is None):
            self.since = min(self.since, other.since)
        if other._weight > self._weight:
            self.role, self.role_until = other.role, other.role_until

    @property
    def _weight(self) -> tuple[int, datetime]:
        """Of two roles the higher one counts, with its own term; of equal ones the longer term."""
        ranks = [None, Role.FACILITATOR, Role.ORGANISER]
        return ranks.index(self.role), self.role_until or datetime.max.replace(tzinfo=UTC)


def members_of(session: Session, assembly: Assembly) -> list[Person]:
    """Everyone who belongs to an assembly, by name, with their accounts."""
    query = (
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.assembly_id == assembly.id, Membership.left_at.is_(None))
        .options(selectinload(Person.accounts))
        .order_by(Person.name, Person.id)
    )
    return list(session.scalars(query))


def holders(session: Session, assembly: Assembly, role: Role, now: datetime) -> list[Person]:
    """Everyone who holds a role in an assembly now, by name."""
    query = (
        select(Membership)
        .where(Membership.assembly_id == assembly.id, Membership.role.is_not(None))
        .options(joinedload(Membership.person))
    )
    held = [m.person for m in session.scalars(query) if m.holds(role, now)]
    return sorted(held, key=lambda person: (person.name, person.id))


def homes_of(session: Session, people: Collection[int]) -> dict[int, Assembly]:
    """By person, the first assembly they belong to: one query."""
    query = (
        select(Membership)
        .where(Membership.person_id.in_(people), Membership.left_at.is_(None))
        .options(joinedload(Membership.assembly))
        .order_by(Membership.id.desc())
    )
    return {found.person_id: found.assembly for found in session.scalars(query)}
