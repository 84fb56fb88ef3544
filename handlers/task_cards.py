"""How tasks look: their card, their line in a list, their buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from handlers.listing import opening
from handlers.turn import Button, Say, wire
from models.assembly import Assembly, Chat
from models.phrase import Choice, Moment, Phrase, Several, Value
from models.task import Progress, Task

MOST_LINES = 30
MOST_BUTTONS = 8


def words(task: Task) -> dict[str, Value]:
    """What sentences say of a task."""
    return {
        "title": task.title,
        "number": task.number,
        "assembly": task.assembly.name,
        "until": _until(task),
        "dated": Choice("yes" if task.due_at else "no"),
    }


def _until(task: Task) -> Value:
    if task.due_at is None:
        return Phrase("task-no-date")
    if task.on_a_day:
        return Moment(task.due_at, "day", task.assembly.zone)
    return Moment(task.due_at)


def _who(task: Task) -> Value:
    names = [taker.name for taker in task.takers]
    return Several(names) if names else Phrase("task-for-nobody")


def _line(task: Task, *, several: bool) -> Phrase:
    details: list[Value] = [task.number, task.title]
    if task.due_at is not None:
        details.append(Phrase("task-until", {"until": _until(task)}))
    details.append(_who(task))
    if several:
        details.append(task.assembly.name)
    return Phrase("tasks-line", {"details": Several(details, "dot")})


def button(name: str, task: Task) -> Button:
    """Says the command `name` of a task."""
    return Button(Phrase(f"task-label-{name}"), wire(name, task))


def buttons(task: Task) -> list[Button]:
    """What is most often done with it."""
    if not task.is_open:
        return []
    more = Button(Phrase("label-more"), wire("task-more", task))
    return [button("take", task), button("done", task), more]


def more_buttons(task: Task) -> list[Button]:
    """Everything that can be done with it."""
    names = ("take", "done", "drop", "due", "untask") if task.is_open else ()
    return [button(name, task) for name in names]


def drawn(task: Task, to: Chat | Assembly | None, buttons: Sequence[Button]) -> Say:
    """The card in one chat, or in every chat of the assembly."""
    details: list[Value] = [task.number]
    if task.is_open and task.due_at is not None:
        details.append(Phrase("task-until", {"until": _until(task)}))
    if task.takers or task.progress is Progress.OPEN:
        details.append(_who(task))
    head: dict[str, Value] = {"progress": task.progress, "title": task.title}
    head["details"] = Several(details, "dot")
    return Say(Phrase("task-card", head), to=to, slot=task.slot, buttons=buttons)


class TaskList(StrEnum):
    """What of the open tasks is listed."""

    LATE = "late"
    MINE = "mine"
    OPEN = "open"

    def also(self) -> Sequence[Phrase]:
        """Other words that people have for it."""
        return (Phrase(f"tasklist-also-{self.value}"),)


def listing(parts: Mapping[TaskList, Sequence[Task]], *, several: bool) -> Say:
    """Tasks by part, with buttons that open their cards; `several` names their assemblies."""
    lines: list[Phrase] = []
    room = MOST_LINES
    for part, tasks in parts.items():
        if tasks[:room]:
            lines.append(Phrase("tasks-part", {"part": part}))
            lines += [_line(task, several=several) for task in tasks[:room]]
        room = max(0, room - len(tasks))
    found = [task for tasks in parts.values() for task in tasks]
    if len(found) > MOST_LINES:
        lines.append(Phrase("list-more", {"count": len(found) - MOST_LINES}))
    cards = opening(found[:MOST_BUTTONS], several=several)
    return Say("tasks-head", *lines, buttons=cards, count=len(found))
