"""What the bot's database says about the town, in the town's own terms."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assembly import Assembly, Membership
from models.ballot import Ballot
from models.base import Base
from models.decision import Decision
from models.meeting import Attendance, Coming, Meeting
from models.option import Option
from models.person import Person
from models.reminder import Reminder
from models.task import Progress, Taking, Task
from tests.process.town import Thing, Town

COMING = {Coming.YES: "coming", Coming.MAYBE: "maybe", Coming.NO: "not"}

Facts = list[tuple[object, ...]]


def wanted(town: Town) -> Facts:
    """What must be true."""
    members: Facts = [("member", room, who) for room in town.rooms for who in town.people]
    reminders: Facts = [("reminder", *reminder) for reminder in town.reminders]
    return sorted(members + reminders + [_told(thing) for thing in town.things])


def found(session: Session) -> Facts:
    """What is true."""
    names = {person.id: person.name for person in session.scalars(select(Person))}
    rooms = {
        assembly.id: assembly.name.removesuffix(" kiez").lower()
        for assembly in session.scalars(select(Assembly))
    }
    things = _polls(session, rooms, names) + _tasks(session, rooms, names)
    things += _meetings(session, rooms, names)
    facts: Facts = [_told(thing) for thing in things]
    for membership in session.scalars(select(Membership)):
        facts.append(("member", rooms[membership.assembly_id], names[membership.person_id].lower()))
    for one in session.scalars(select(Reminder)):
        room = rooms[one.assembly_id] if one.assembly_id else ""
        facts.append(("reminder", names[one.person_id].lower(), room, one.words))
    return sorted(facts)


def rows(session: Session, kind: type[Base]) -> int:
    return len(session.scalars(select(kind)).all())


def _told(thing: Thing) -> tuple[object, ...]:
    answers = tuple(sorted(thing.answers.items()))
    return (thing.kind, thing.room, thing.number, thing.title, answers, thing.done)


def _polls(session: Session, rooms: dict[int, str], names: dict[int, str]) -> list[Thing]:
    options = {option.id: option.words for option in session.scalars(select(Option))}
    ballots = session.scalars(select(Ballot)).all()
    return [
        Thing("poll", rooms[one.assembly_id], one.number, one.title.removesuffix("?"), {
            names[ballot.person_id].lower(): options[ballot.option_id]
            for ballot in ballots if ballot.decision_id == one.id and ballot.option_id
        })
        for one in session.scalars(select(Decision))
    ]  # fmt: skip


def _tasks(session: Session, rooms: dict[int, str], names: dict[int, str]) -> list[Thing]:
    takings = session.scalars(select(Taking)).all()
    return [
        Thing("task", rooms[one.assembly_id], one.number, one.title, {
            names[taking.person_id].lower(): "taken"
            for taking in takings if taking.task_id == one.id
        }, done=one.progress is Progress.DONE)
        for one in session.scalars(select(Task))
    ]  # fmt: skip


def _meetings(session: Session, rooms: dict[int, str], names: dict[int, str]) -> list[Thing]:
    answers = session.scalars(select(Attendance)).all()
    return [
        Thing("meeting", rooms[one.assembly_id], one.number, one.title, {
            names[answer.person_id].lower(): COMING[answer.coming]
            for answer in answers if answer.meeting_id == one.id
        })
        for one in session.scalars(select(Meeting))
    ]  # fmt: skip
