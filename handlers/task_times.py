"""When a task is spoken of: before its date, and once after."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Later, Never, Says, Turn
from models.task import Task

SHORTEST_REMINDER = timedelta(hours=1)


def promise(turn: Turn, task: Task) -> Says:
    """Promise to remind of it."""
    yield from stop(task)
    times = task.reminders(turn.now)
    if times is None or task.due_at is None:
        return
    before, after = times
    long = task.due_at - turn.now >= SHORTEST_REMINDER
    if before is not None and before > turn.now and long:
        yield Later(before, "task-before", {"task": task}, f"task-before:{task.id}")
    if after is not None and after > turn.now:
        yield Later(after, "task-after", {"task": task}, f"task-after:{task.id}")


def stop(task: Task) -> Says:
    """Take it back."""
    yield Never(f"task-before:{task.id}")
    yield Never(f"task-after:{task.id}")
