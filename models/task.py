"""Tasks: what is to be done, until when, and who has taken it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    PrimaryKeyConstraint,
    Select,
    UniqueConstraint,
    and_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, reconstructor, relationship

from models.assembly import Assembly, Membership
from models.base import Base, Refused
from models.dates import LAST
from models.person import Person
from models.phrase import Command, Several, Value
from models.waking import MORNING, awake


class Progress(StrEnum):
    """How far a task has come."""

    OPEN = "open"
    DONE = "done"
    DELETED = "deleted"


class Taking(Base):
    """Somebody has taken a task; it counts while they are a member."""

    __tablename__ = "takings"
    __table_args__ = (PrimaryKeyConstraint("task_id", "person_id"),)

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)


class Task(Base):
    """Something that an assembly wants done."""

    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    title: Mapped[str]
    opener_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    progress: Mapped[Progress] = mapped_column(default=Progress.OPEN)
    ended_at: Mapped[datetime | None]

    assembly: Mapped[Assembly] = relationship(lazy="joined", innerjoin=True)
    opener: Mapped[Person | None] = relationship()

    def __init__(self, **values: object) -> None:
        super().__init__(**values)
        self._fresh()

    @reconstructor
    def _fresh(self) -> None:
        self.takers: list[Person] = []
        """Members who have taken it, by name, as of the last fetch."""

    @property
    def slot(self) -> str:
        """The live card's place."""
        return f"task:{self.id}"

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.ended_at is None

    @property
    def on_a_day(self) -> bool:
        """Due on a day, at no particular hour."""
        local = self.due_at and self.due_at.astimezone(ZoneInfo(self.assembly.zone))
        return local is not None and local.time() == LAST

    def overdue(self, now: datetime) -> bool:
        """Still open after its date."""
        return self.is_open and self.due_at is not None and self.due_at <= now

    def take(self, person: Person) -> Taking:
        """One more takes it."""
        self._must_be_open()
        if person in self.takers:
            raise Refused("task-yours-already")
        self.takers = sorted([*self.takers, person], key=lambda taker: taker.name)
        return Taking(task_id=self.id, person_id=person.id)

    def drop(self, person: Person) -> None:
        """Whoever took it cannot do it after all."""
        self._must_be_open()
        if person not in self.takers:
            raise Refused("task-not-yours")
        self.takers = [taker for taker in self.takers if taker is not person]

    def finish(self, person: Person, now: datetime, *, facilitates: bool) -> None:
        """It is done: so say those who took it, or anyone where nobody did."""
        self._must_be_open()
        self._must_be_doing(person, facilitates)
        self.progress, self.ended_at = Progress.DONE, now

    def delete(self, person: Person, now: datetime, *, facilitates: bool) -> None:
        """It need not be done any more."""
        self._must_be_open()
        self._must_have_opened(person, facilitates)
        self.progress, self.ended_at = Progress.DELETED, now

    def withdraw(self, person: Person, now: datetime) -> None:
        """Take it back, while nobody but the opener has it."""
        self._must_be_open()
        self._must_have_opened(person, facilitates=False)
        others: list[Value] = [taker.name for taker in self.takers if taker is not person]
        if others:
            strike = Command("untask", str(self.number))
            who, count = Several(others), len(others)
            raise Refused("task-taken-already", who=who, count=count, command=strike)
        self.progress, self.ended_at = Progress.DELETED, now

    def reopen(self, person: Person, *, facilitates: bool) -> None:
        """It is to be done after all: so say those who may end it in the same way."""
        if self.is_open:
            raise Refused("task-open-already")
        if self.progress is Progress.DONE:
            self._must_be_doing(person, facilitates)
        else:
            self._must_have_opened(person, facilitates)
        self.progress, self.ended_at = Progress.OPEN, None

    def move(self, due_at: datetime | None) -> None:
        """Set another date, or none."""
        self._must_be_open()
        self.due_at = due_at

    def reminders(self, now: datetime) -> tuple[datetime | None, datetime | None] | None:
        """When to remind of it: a day before, or half the time if that is less; and once after.

        What is due on a day is spoken of in the morning, and nothing in the night.
        """
        if self.due_at is None:
            return None
        zone = ZoneInfo(self.assembly.zone)
        day = self.due_at.astimezone(zone).date()
        half = now + (self.due_at - now) / 2
        before, after = self.due_at - timedelta(days=1), self.due_at + timedelta(hours=1)
        if self.on_a_day:
            before = datetime.combine(day - timedelta(days=1), MORNING, zone)
            after = datetime.combine(day + timedelta(days=1), MORNING, zone)
        before = before if before > now else half
        ahead = awake(before, self.assembly.zone, now, self.due_at)
        return ahead, awake(after, self.assembly.zone, now)

    def _must_be_doing(self, person: Person, facilitates: bool) -> None:
        if self.takers and person not in self.takers and not facilitates:
            raise Refused("task-of-others", who=Several([taker.name for taker in self.takers]))

    def _must_have_opened(self, person: Person, facilitates: bool) -> None:
        if person.id != self.opener_id and not facilitates:
            raise Refused("task-not-yours-to-delete")

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise Refused("task-closed-already", progress=self.progress)

    @classmethod
    def choices(cls, session: Session, assemblies: Collection[int], person: Person) -> list[Task]:
        """Open tasks, the one that is due first leading; those without a date last."""
        return _listed(session, _open(assemblies))

    @classmethod
    def fetch(cls, session: Session, ids: Collection[int], people: Collection[int]) -> list[Task]:
        """Tasks by id, with who has taken them."""
        found = list(session.scalars(select(cls).where(cls.id.in_(ids))))
        fetch_takers(session, found)
        return found


def fetch_takers(session: Session, tasks: Sequence[Task]) -> None:
    """Put at hand who has taken these tasks and is still a member, in one query."""
    by_id = {task.id: task for task in tasks}
    for task in tasks:
        task.takers = []
    query = (
        select(Taking.task_id, Person)
        .join(Person, Person.id == Taking.person_id)
        .join(Task, Task.id == Taking.task_id)
        .join(Membership, _living())
        .where(Taking.task_id.in_(by_id))
        .order_by(Person.name, Person.id)
    )
    for task_id, person in session.execute(query):
        by_id[task_id].takers.append(person)


def due_tasks(session: Session, assemblies: Collection[int], until: datetime) -> list[Task]:
    """Open tasks due by `until`, overdue ones included, the earliest first: one query.

    `fetch_takers` adds who has taken them.
    """
    return _listed(session, _open(assemblies).where(Task.due_at <= until))


def my_tasks(session: Session, person: Person, assemblies: Collection[int]) -> list[Task]:
    """Open tasks that this person has taken, the earliest due first: one query."""
    taken = select(Taking.task_id).where(Taking.person_id == person.id)
    return _listed(session, _open(assemblies).where(Task.id.in_(taken)))


def _living() -> ColumnElement[bool]:
    return and_(
        Membership.person_id == Taking.person_id,
        Membership.assembly_id == Task.assembly_id,
        Membership.left_at.is_(None),
    )


def _open(assemblies: Collection[int]) -> Select[Task]:
    return select(Task).where(Task.assembly_id.in_(assemblies), Task.ended_at.is_(None))


def _listed(session: Session, query: Select[Task]) -> list[Task]:
    return list(session.scalars(query.order_by(Task.due_at.is_(None), Task.due_at, Task.id)))
