"""Presence: how many are there, where the majority is counted of those present."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.base import Refused
from models.counting import Method, Proposal
from models.counting.passing import Basis, Majority, Rule
from models.decision import Decision
from models.meeting import LENGTH, Attendance, Coming, Meeting, Plan
from models.phrase import Command

EARLY = timedelta(hours=1)
"""So long before a meeting begins, people may be counted."""


def asks_presence(decision: Decision) -> bool:
    """Whether its majority is one of those present."""
    return decision.rule is not None and of_those_present(decision.counting, decision.passing)


def of_those_present(method: Method, rule: Rule) -> bool:
    """Whether a method and a rule ask how many are there."""
    counts = rule.majority is not Majority.SIMPLE and rule.basis is Basis.PRESENT
    return counts and isinstance(method, Proposal)


def counted_present(decision: Decision) -> int:
    """How many count as present: never fewer than have voted, as of the last count."""
    return max(decision.present or 0, decision.cast_votes)


def say_present(decision: Decision, people: int) -> None:
    """Say how many are there; its votes must have been counted.

    Of a secret vote nobody is told by a refusal how many have voted.
    """
    must_ask(decision)
    cast = 0 if decision.secret else decision.cast_votes
    if people < max(cast, 1):
        raise Refused("present-fewer-than-voted", cast=cast)
    if people > decision.electorate:
        raise Refused("present-more-than-may-vote", electorate=decision.electorate)
    decision.present = people


def must_ask(decision: Decision) -> None:
    """Refuse where it changes nothing how many are there."""
    decision.must_be_open()
    if not asks_presence(decision):
        raise Refused("present-not-asked", command=Command("statutes"))


def asking(session: Session, assemblies: Collection[int]) -> Sequence[Decision]:
    """What is open and asks how many are there, the one that ends first leading."""
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies), Decision.closed_at.is_(None), Decision.binding
    )
    found = session.scalars(query.order_by(Decision.closes_at, Decision.id)).unique().all()
    return [decision for decision in found if asks_presence(decision)]


def gathered(session: Session, assembly_id: int, now: datetime) -> tuple[str, int] | None:
    """The meeting that goes on now, and how many said that they come."""
    query = (
        select(Meeting.title, func.count())
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(Meeting.assembly_id == assembly_id, Meeting.plan == Plan.ON)
        .where(Meeting.starts_at <= now + EARLY, Meeting.starts_at > now - LENGTH)
        .where(Attendance.coming == Coming.YES)
        .group_by(Meeting.id, Meeting.title, Meeting.starts_at)
    )
    found = session.execute(query.order_by(Meeting.starts_at.desc()).limit(1)).first()
    return (found[0], found[1]) if found is not None else None
