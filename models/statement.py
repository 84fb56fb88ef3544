"""What follows from a decision: said in a sentence by those who may, and looked at again."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import Refused
from models.dates import LAST
from models.decision import Decision
from models.ending import Ending
from models.person import Person
from models.task import Task
from models.waking import MORNING

TITLE = 200
"""Characters of a statement that name a task."""


def state(decision: Decision, person: Person, words: str, *, facilitates: bool) -> None:
    """Say in a sentence what follows; said again, the new sentence holds."""
    must_speak_for(decision, person, facilitates=facilitates)
    if decision.statement == words:
        raise Refused("outcome-said-already")
    decision.statement, decision.stated_by = words, person


def look_again(
    decision: Decision, person: Person, at: datetime | None, *, facilitates: bool
) -> None:
    """Set the day on which it is looked at again, or none."""
    must_speak_for(decision, person, facilitates=facilitates)
    decision.review_at = at


def in_the_morning(at: datetime, zone: str) -> datetime:
    """What is meant for a day is spoken of in its morning."""
    local = at.astimezone(ZoneInfo(zone))
    return local.replace(hour=MORNING.hour, minute=MORNING.minute) if local.time() == LAST else at


def is_due(decision: Decision, now: datetime) -> bool:
    """Whether it is to be looked at again by now."""
    return decision.review_at is not None and decision.review_at <= now


def may_speak_for(decision: Decision, person: Person, *, facilitates: bool) -> bool:
    """Whether something has ended there of which they may say what follows."""
    ended = not decision.is_open and decision.outcome is not Ending.WITHDRAWN
    return ended and (facilitates or decision.opener_id == person.id)


def must_speak_for(decision: Decision, person: Person, *, facilitates: bool) -> None:
    """Only of what has ended, and only by whoever asked or facilitates."""
    if decision.is_open:
        raise Refused("outcome-not-yet")
    if decision.outcome is Ending.WITHDRAWN:
        raise Refused("outcome-withdrawn")
    if decision.opener_id != person.id and not facilitates:
        raise Refused("outcome-not-yours")


def task_of(session: Session, decision: Decision) -> Task | None:
    """The open task that was made of its statement."""
    query = select(Task).where(
        Task.assembly_id == decision.assembly_id,
        Task.ended_at.is_(None),
        Task.title == decision.statement[:TITLE],
    )
    return session.scalars(query.limit(1)).first()
