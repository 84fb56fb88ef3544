"""Tasks: who does what until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from handlers.assigning import Due, People, cut, offer_dates, offer_people
from handlers.progressing import progressed
from handlers.reading import Title
from handlers.rights import clock, followers, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.taking import cut_take, offer_some, offer_takeable
from handlers.task_cards import TaskList, button, buttons, drawn, listing, more_buttons, words
from handlers.task_times import promise, stop
from handlers.turn import Card, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership, Role
from models.person import Person
from models.phrase import Command, Phrase, Value
from models.plenty import must_be_few
from models.task import Progress, Taking, Task, fetch_takers, my_tasks

router = Router("tasks")
NOBODY_YET = People()
SOME_DAY = Due()


def _offer_open(turn: Turn) -> Sequence[Offer]:
    return offer_some(Task.choices(turn.session, reach(turn), turn.person), "tasks-none")


def _offer_mine(turn: Turn) -> Sequence[Offer]:
    return offer_some(my_tasks(turn.session, turn.person, reach(turn)), "tasks-none-of-yours")


def _offer_doable(turn: Turn) -> Sequence[Offer]:
    found = Task.choices(turn.session, reach(turn), turn.person)
    fetch_takers(turn.session, found)
    mine = [task for task in found if turn.person in task.takers]
    return offer_some(mine + [task for task in found if not task.takers], "tasks-none-of-yours")


@router.command("task", members, split=cut, offers={"people": offer_people, "until": offer_dates})
def task(turn: Turn, title: Title, people: People = NOBODY_YET, until: Due = SOME_DAY) -> Says:
    """Put up something to be done, for somebody or for whoever will."""
    assembly = turn.here
    must_be_few(turn.session, assembly, turn.person, Task.opener_id, Task.opened_at, now=turn.now)
    made = Task(
        assembly=assembly,
        number=assembly.next_number("task"),
        title=title,
        opener=turn.person,
        opened_at=turn.now,
        due_at=until.at,
    )
    turn.session.add(made)
    turn.session.flush()
    turn.session.add_all([made.take(person) for person in people.people])
    yield Card(made)
    if turn.private:
        yield Say(Phrase("task-put-up", words(made)))
    yield from _tell_takers(turn, made)
    yield from promise(turn, made)
    yield Undo(wire("task-back", made))


@router.command("take", members, split=cut_take, offers={"task": offer_takeable})
def take(turn: Turn, task: Task) -> Says:
    """Take a task."""
    fetch_takers(turn.session, [task])
    taking = task.take(turn.person)
    turn.session.merge(taking)
    yield Undo(wire("drop", task))
    yield from _changed(turn, task, "task-taken")


@router.command("drop", members, offers={"task": _offer_mine})
def drop(turn: Turn, task: Task) -> Says:
    """Give a task back."""
    fetch_takers(turn.session, [task])
    task.drop(turn.person)
    turn.session.delete(turn.session.get_one(Taking, (task.id, turn.person.id)))
    yield Undo(wire("take", task))
    yield from _changed(turn, task, "task-dropped")


@router.command("done", members, offers={"task": _offer_doable})
def done(turn: Turn, task: Task) -> Says:
    """Say that a task is done."""
    fetch_takers(turn.session, [task])
    task.finish(turn.person, turn.now, facilitates=turn.holds(Role.FACILITATOR))
    yield from stop(task)
    yield Undo(wire("retask", task))
    yield from progressed(turn, task)
    yield from _changed(turn, task, "task-finished")


@router.command("due", members, offers={"task": _offer_open, "until": offer_dates})
def due(turn: Turn, task: Task, until: Due) -> Says:
    """Set another date for a task."""
    fetch_takers(turn.session, [task])
    before = task.due_at
    task.move(until.at)
    yield from promise(turn, task)
    yield Undo(wire("due", task, before or "-"))
    yield from _changed(turn, task, "task-moved")


@router.command("untask", members, offers={"task": _offer_open})
def untask(turn: Turn, task: Task) -> Says:
    """Strike a task out."""
    fetch_takers(turn.session, [task])
    task.delete(turn.person, turn.now, facilitates=turn.holds(Role.FACILITATOR))
    yield Undo(wire("retask", task))
    yield from _struck_out(turn, task)
    for person in _others(turn, task):
        yield Say(Phrase("task-deleted-yours", words(task) | _by(turn)), to=person)


@router.command("task-back", members, hidden=True)
def task_back(turn: Turn, task: Task) -> Says:
    """Take a task back that nobody else has."""
    fetch_takers(turn.session, [task])
    task.withdraw(turn.person, turn.now)
    yield from _struck_out(turn, task)


def _struck_out(turn: Turn, task: Task) -> Says:
    yield from stop(task)
    yield from progressed(turn, task)
    yield from _changed(turn, task, "task-deleted")


@router.command("retask", members, hidden=True)
def retask(turn: Turn, task: Task) -> Says:
    """Open an ended task again; who had it when it was struck out hears it."""
    fetch_takers(turn.session, [task])
    struck_out = task.progress is Progress.DELETED
    task.reopen(turn.person, facilitates=turn.holds(Role.FACILITATOR))
    if struck_out:
        yield from _tell_takers(turn, task)
    yield from promise(turn, task)
    yield from progressed(turn, task)
    yield from _changed(turn, task, "task-reopened")


@router.command("task-more", members, hidden=True, step=False)
def task_more(turn: Turn, task: Task) -> Says:
    """Show on the card what else can be done with it."""
    fetch_takers(turn.session, [task])
    yield drawn(task, turn.chat, more_buttons(task))


@router.farewell
def taker_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever leaves drops off the tasks they took; the cards say so."""
    for task in my_tasks(turn.session, membership.person, [membership.assembly_id]):
        yield Card(task)


@router.command("tasks", followers)
def tasks(turn: Turn, which: TaskList | None = None) -> Says:
    """List what is overdue, what is mine, what is open; or one of these."""
    found = Task.choices(turn.session, reach(turn), turn.person)
    if not found:
        yield Say("tasks-none", command=Command("task"))
        return
    fetch_takers(turn.session, found)
    late = [task for task in found if task.overdue(turn.now)]
    mine = [task for task in found if turn.person in task.takers]
    parts = {
        TaskList.LATE: late,
        TaskList.MINE: [task for task in mine if task not in late],
        TaskList.OPEN: [task for task in found if task not in late and task not in mine],
    }
    if which is not None:
        parts = {which: {TaskList.LATE: late, TaskList.MINE: mine, TaskList.OPEN: found}[which]}
        if not parts[which]:
            yield Say("tasks-none-so", which=which)
            return
    yield listing(parts, several=len(reach(turn)) > 1)


@router.command("task-before", clock)
def task_before(turn: Turn, task: Task) -> Says:
    """Remind those who took it, in private, before the date."""
    if not task.is_open or task.due_at is None or task.due_at <= turn.now:
        return
    turn.assembly = task.assembly
    fetch_takers(turn.session, [task])
    for person in task.takers:
        yield _remind("task-reminder", task, person)


@router.command("task-after", clock)
def task_after(turn: Turn, task: Task) -> Says:
    """Once after the date: to those who took it, or to all where nobody did."""
    if not task.overdue(turn.now):
        return
    turn.assembly = task.assembly
    fetch_takers(turn.session, [task])
    for person in task.takers:
        yield _remind("task-overdue", task, person)
    if not task.takers:
        offered = [button("take", task), button("due", task)]
        yield Say(Phrase("task-overdue-nobody", words(task)), to=task.assembly, buttons=offered)


def _remind(key: str, task: Task, person: Person) -> Say:
    offered = [button(name, task) for name in ("done", "due", "drop")]
    return Say(Phrase(key, words(task)), to=person, buttons=offered)


def _tell_takers(turn: Turn, task: Task) -> Says:
    for person in _others(turn, task):
        offered = [button("done", task), button("drop", task)]
        yield Say(Phrase("task-for-you", words(task) | _by(turn)), to=person, buttons=offered)


def _others(turn: Turn, task: Task) -> list[Person]:
    return [person for person in task.takers if person is not turn.person]


def _by(turn: Turn) -> dict[str, Value]:
    return {"person": turn.person.name}


def _changed(turn: Turn, task: Task, key: str) -> Says:
    """Redraw the card, also the one in private that was pressed, and tell the speaker."""
    yield Card(task)
    if turn.private and turn.pressed:
        yield drawn(task, turn.chat, buttons(task))
    yield Tell(Phrase(key, words(task)), quiet=True)


def _fetch_cards(session: Session, tasks: Sequence[Any]) -> None:
    fetch_takers(session, tasks)


@router.card(Task, fetch=_fetch_cards)
def card(task: Task, turn: Turn) -> Say:
    """The live card: what, until when, who."""
    return drawn(task, task.assembly, buttons(task))
