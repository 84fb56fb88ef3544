"""Meetings: when, what, where, who comes, and what is to be talked about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, PrimaryKeyConstraint, UniqueConstraint, func, select
from sqlalchemy.orm import (
    Mapped,
    Session,
    mapped_column,
    reconstructor,
    relationship,
    selectinload,
)

from models.assembly import Assembly, Membership
from models.base import Base, Refused
from models.person import Person

LENGTH = timedelta(hours=2)
"""A meeting is over two hours after its start."""
MOST_POINTS = 30


class Coming(StrEnum):
    """What somebody says to a meeting."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Plan(StrEnum):
    """Whether a meeting takes place."""

    ON = "on"
    OFF = "off"
    """Called off; everybody hears it."""
    WITHDRAWN = "withdrawn"
    """A slip, taken back at once."""


class Attendance(Base):
    """One person's answer to one meeting."""

    __tablename__ = "attendances"
    __table_args__ = (PrimaryKeyConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    coming: Mapped[Coming]

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class Point(Base):
    """One thing to be talked about at a meeting."""

    __tablename__ = "points"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    title: Mapped[str]
    proposer_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    proposed_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship(back_populates="points")

    @property
    def assembly(self) -> Assembly:
        """Where it will be talked about."""
        return self.meeting.assembly

    @property
    def assembly_id(self) -> int:
        """Whose members see it."""
        return self.meeting.assembly_id


class Meeting(Base):
    """A time at which an assembly comes together."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    """In the members' words; empty: not known yet."""
    starts_at: Mapped[datetime] = mapped_column(index=True)
    opener_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    opened_at: Mapped[datetime]
    plan: Mapped[Plan] = mapped_column(default=Plan.ON)

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    opener: Mapped[Person | None] = relationship()
    points: Mapped[list[Point]] = relationship(
        back_populates="meeting", order_by=Point.id, cascade="all, delete-orphan"
    )
    attendances: Mapped[list[Attendance]] = relationship(
        order_by=Attendance.person_id, cascade="all, delete-orphan"
    )

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self._fresh()

    @reconstructor
    def _fresh(self) -> None:
        self.coming = 0
        """How many come, as of the last count."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"meeting:{self.id}"

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + LENGTH

    def is_ahead(self, now: datetime) -> bool:
        """It takes place and is not over."""
        return self.plan is Plan.ON and now < self.ends_at

    def answer_of(self, person: Person) -> Attendance | None:
        """What this person has said to it."""
        return next((one for one in self.attendances if one.person_id == person.id), None)

    def who(self, *coming: Coming) -> list[Person]:
        """Everyone with one of these answers, by name."""
        found = [one.person for one in self.attendances if one.coming in coming]
        return sorted(found, key=lambda person: (person.name, person.id))

    def answer(self, person: Person, coming: Coming, now: datetime) -> Coming | None:
        """Say whether one comes; the answer before."""
        self.must_be_ahead(now)
        known = self.answer_of(person)
        if known is None:
            self.attendances.append(Attendance(person_id=person.id, person=person, coming=coming))
            return None
        before, known.coming = known.coming, coming
        return before

    def take_back(self, person: Person, now: datetime) -> Attendance:
        """The answer that no longer counts."""
        self.must_be_ahead(now)
        known = self.answer_of(person)
        if known is None:
            raise Refused("meeting-no-answer-yet")
        self.attendances.remove(known)
        return known

    def propose(self, person: Person, title: str, now: datetime) -> Point:
        """Put a point on the agenda."""
        self.must_be_ahead(now)
        if len(self.points) >= MOST_POINTS:
            raise Refused("agenda-full", limit=MOST_POINTS)
        if any(point.title.casefold() == title.casefold() for point in self.points):
            raise Refused("agenda-already", title=title)
        point = Point(title=title, proposer_id=person.id, proposed_at=now)
        self.points.append(point)
        return point

    def postpone(self, starts_at: datetime, now: datetime) -> None:
        """Meet at another time; answers stay, everybody hears it."""
        self.must_be_ahead(now)
        if starts_at == self.starts_at:
            raise Refused("meeting-same-time")
        self.starts_at = starts_at

    def call_off(self, now: datetime) -> None:
        """It does not take place."""
        self.must_be_ahead(now)
        self.plan = Plan.OFF

    def call_on(self) -> None:
        """It takes place after all."""
        if self.plan is not Plan.OFF:
            raise Refused("meeting-not-off")
        self.plan = Plan.ON

    def withdraw(self, now: datetime) -> None:
        """Take it back, while nobody but the opener has answered."""
        self.must_be_ahead(now)
        if any(one.person_id != self.opener_id for one in self.attendances):
            raise Refused("meeting-answered-already")
        self.plan = Plan.WITHDRAWN

    def must_be_ahead(self, now: datetime) -> None:
        """Raises when it is called off or over."""
        if self.plan is not Plan.ON:
            raise Refused("meeting-is-off")
        if now >= self.ends_at:
            raise Refused("meeting-is-over")

    @classmethod
    def fetch(
        cls, session: Session, ids: Collection[int], people: Collection[int]
    ) -> Sequence[Meeting]:
        """Meetings with their answers and agenda, in three queries."""
        query = select(cls).where(cls.id.in_(ids))
        found = query.options(selectinload(cls.attendances), selectinload(cls.points))
        return session.scalars(found).all()


def attendees(session: Session, meeting: Meeting, *coming: Coming) -> Sequence[Person]:
    """Members with one of these answers, by name; who has left is told nothing more."""
    query = (
        select(Person)
        .join(Attendance, Attendance.person_id == Person.id)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Attendance.meeting_id == meeting.id,
            Attendance.coming.in_(coming),
            Membership.assembly_id == meeting.assembly_id,
            Membership.left_at.is_(None),
        )
    )
    return session.scalars(query.order_by(Person.name, Person.id)).all()


def drop_out(session: Session, membership: Membership, now: datetime) -> list[Meeting]:
    """Take back all that somebody who leaves has said to meetings ahead; the ones they were in."""
    query = (
        select(Meeting)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(
            Meeting.assembly_id == membership.assembly_id,
            Meeting.starts_at > now - LENGTH,
            Attendance.person_id == membership.person_id,
        )
        .options(selectinload(Meeting.attendances), selectinload(Meeting.points))
    )
    found = list(session.scalars(query.order_by(Meeting.id)))
    for meeting in found:
        gone = (one for one in meeting.attendances if one.person_id == membership.person_id)
        meeting.attendances.remove(next(gone))
    return found


def coming_meetings(
    session: Session, assemblies: Collection[int], since: datetime, until: datetime
) -> list[Meeting]:
    """Meetings that start between two times, the first leading, with how many come."""
    session.flush()
    comers = (
        select(func.count())
        .where(Attendance.meeting_id == Meeting.id, Attendance.coming == Coming.YES)
        .scalar_subquery()
    )
    query = (
        select(Meeting, comers)
        .where(
            Meeting.assembly_id.in_(assemblies),
            Meeting.plan == Plan.ON,
            Meeting.starts_at >= since,
            Meeting.starts_at < until,
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    found: list[Meeting] = []
    for meeting, coming in session.execute(query):
        meeting.coming = coming
        found.append(meeting)
    return found


def meetings_ahead(
    session: Session, assemblies: Collection[int], now: datetime
) -> Sequence[Meeting]:
    """Meetings that are not over, the first leading."""
    query = select(Meeting).where(
        Meeting.assembly_id.in_(assemblies),
        Meeting.plan == Plan.ON,
        Meeting.starts_at > now - LENGTH,
    )
    return session.scalars(query.order_by(Meeting.starts_at, Meeting.id).limit(20)).all()


def unanswered_meetings(
    session: Session, person: Person, assemblies: Collection[int], now: datetime
) -> Sequence[Meeting]:
    """Meetings to come to which this person has said nothing, the first leading."""
    answered = select(Attendance.meeting_id).where(Attendance.person_id == person.id)
    query = select(Meeting).where(
        Meeting.assembly_id.in_(assemblies),
        Meeting.plan == Plan.ON,
        Meeting.starts_at > now,
        Meeting.id.not_in(answered),
    )
    return session.scalars(query.order_by(Meeting.starts_at, Meeting.id)).all()
