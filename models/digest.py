"""The digest: what there is to say of assemblies, and what waits for one member."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assembly import Assembly
from models.ballots import count, missing_votes
from models.case import Case
from models.caseload import Waiting, cared_by, waiting_cases
from models.decision import Decision
from models.meeting import Meeting, coming_meetings, unanswered_meetings
from models.person import Person
from models.report import Errand, reports_due
from models.speaking import unspoken
from models.task import Task, due_tasks, fetch_takers, my_tasks

NEW = timedelta(days=1)
"""How long a case counts as new."""
AHEAD = timedelta(days=3)
"""Longer than today and tomorrow are anywhere, even when clocks change."""


@dataclass(slots=True)
class Matters:
    """What there is to say of one assembly."""

    assembly: Assembly
    waiting: Waiting | None = None
    decisions: list[Decision] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    errands: list[Errand] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    def until(self, end: datetime) -> Matters:
        """The same without tasks and meetings that are only due from `end` on."""
        return Matters(
            self.assembly,
            self.waiting,
            self.decisions,
            [task for task in self.tasks if task.due_at is None or task.due_at < end],
            [meeting for meeting in self.meetings if meeting.starts_at < end],
            self.errands,
            self.cases,
        )

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        every = (self.waiting, self.decisions, self.tasks, self.meetings, self.errands, self.cases)
        return any(every)


def overview(session: Session, assemblies: Iterable[Assembly], now: datetime) -> dict[int, Matters]:
    """What organisers are told, by assembly: the same few queries however many there are."""
    found = {assembly.id: Matters(assembly) for assembly in assemblies}
    for waiting in waiting_cases(session, found, now - NEW):
        found[waiting.assembly_id].waiting = waiting
    decisions = _open_decisions(session, found)
    count(session, decisions)
    for decision in decisions:
        found[decision.assembly_id].decisions.append(decision)
    tasks = due_tasks(session, found, now + AHEAD)
    fetch_takers(session, tasks)
    for task in tasks:
        found[task.assembly_id].tasks.append(task)
    for meeting in coming_meetings(session, found, now, now + AHEAD):
        found[meeting.assembly_id].meetings.append(meeting)
    for errand in reports_due(session, list(found), now):
        found[errand.delegation.assembly_id].errands.append(errand)
    return found


def _open_decisions(session: Session, assemblies: Collection[int]) -> Sequence[Decision]:
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies), Decision.closed_at.is_(None)
    )
    return session.scalars(query.order_by(Decision.closes_at, Decision.id)).all()


def waiting_for(
    session: Session, person: Person, assemblies: Sequence[Assembly], now: datetime
) -> list[Matters]:
    """What waits for a member, by assembly; those where nothing does are left out."""
    found = {assembly.id: Matters(assembly) for assembly in assemblies}
    votes = [*missing_votes(session, person, found), *unspoken(session, person, found)]
    for decision in sorted(votes, key=lambda vote: (vote.closes_at, vote.id)):
        found[decision.assembly_id].decisions.append(decision)
    for task in my_tasks(session, person, found):
        found[task.assembly_id].tasks.append(task)
    for meeting in unanswered_meetings(session, person, found, now):
        found[meeting.assembly_id].meetings.append(meeting)
    for errand in reports_due(session, person, now):
        seat = errand.delegation
        found.setdefault(seat.assembly_id, Matters(seat.assembly)).errands.append(errand)
    for case in cared_by(session, person):
        if case.assembly_id in found:
            found[case.assembly_id].cases.append(case)
    return [matters for matters in found.values() if matters]
