"""Clocks that change: days stay the days they are, what is a moment stays that moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from handlers.campaigning import times
from handlers.rhythm import promised
from handlers.task_times import promise
from handlers.turn import Card, Say, Says, Turn
from models.assembly import Assembly
from models.campaign import Campaign
from models.dates import same_day
from models.decision import Decision
from models.election import Election
from models.meeting import Meeting, meetings_ahead
from models.person import Person
from models.phrase import Phrase
from models.post import standing
from models.reminder import again_and_again
from models.task import Task

Timed: TypeAlias = Decision | Election | Meeting | Task


def rezoned(turn: Turn, assembly: Assembly, before: str, told: Phrase) -> Says:
    """Days and rhythms follow the clocks of an assembly, which were those of `before`.

    `told`: the answer; where something open stays at its moment, it says so too.
    """
    open_ = _moments(turn, assembly)
    yield Say(told, *([Phrase("timezone-keeps")] if open_ else []))
    yield from rhythms_follow(turn, assembly, assembly.zone)
    tasks = Task.choices(turn.session, [assembly.id], turn.person)
    for task in tasks:
        day = task.due_at and same_day(task.due_at, before, assembly.zone)
        if day != task.due_at:
            task.move(day)
            yield from promise(turn, task)
    for campaign in Campaign.choices(turn.session, [assembly.id], turn.person):
        if not campaign.is_over(turn.now):
            yield from times(turn, campaign)
    timed = [task for task in tasks if task.due_at and not task.on_a_day]
    yield from _told_anew(turn, assembly, [*timed, *open_])


def rhythms_follow(turn: Turn, whose: Assembly | Person, zone: str) -> Says:
    """What is said every Monday at nine is said at nine by the new clocks."""
    for reminder in again_and_again(turn.session, whose):
        reminder.follow(zone, turn.now)
        yield promised(reminder)


def _moments(turn: Turn, assembly: Assembly) -> list[Timed]:
    home = [assembly.id]
    return [
        *Decision.choices(turn.session, home, turn.person),
        *Election.choices(turn.session, home, turn.person),
        *meetings_ahead(turn.session, home, turn.now),
    ]


def _told_anew(turn: Turn, assembly: Assembly, shown: Sequence[Timed]) -> Says:
    """Cards that stand in its chats tell their hours by the new clocks."""
    known = standing(turn.session, assembly, [one.slot for one in shown])
    yield from (Card(one) for one in shown if one.slot in known)
