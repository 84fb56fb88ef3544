"""Votes as the database counts them: tallies, and who has not voted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    bindparam,
    delete,
    func,
    literal,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Session

from models.assembly import Membership
from models.decision import Ballot, Decision, Option
from models.person import Person

# Put together once: building a statement costs as much as running it.
_NAMED: BindParameter[Any] = bindparam("named", expanding=True)
COUNTS = union_all(
    select(Ballot.decision_id, Ballot.option_id, func.count())
    .where(Ballot.decision_id.in_(_NAMED))
    .group_by(Ballot.decision_id, Ballot.option_id),
    select(literal(0), Membership.assembly_id, func.count())
    .where(
        Membership.assembly_id.in_(bindparam("assemblies", expanding=True)),
        Membership.left_at.is_(None),
    )
    .group_by(Membership.assembly_id),
)
"""Votes by decision and option; and, as decision 0, members by assembly."""


def count(session: Session, decisions: Sequence[Decision]) -> None:
    """Count votes and voters of many decisions, in one query."""
    session.flush()
    for decision in decisions:
        decision.tally = {o.id: o.kept_votes for o in decision.options if o.kept_votes}
    by_id = {decision.id: decision for decision in decisions}
    named = {"named": list(by_id), "assemblies": [one.assembly_id for one in decisions]}
    sizes: dict[int, int] = {}
    for decision_id, subject, number in session.execute(COUNTS, named):
        if decision_id:
            tally = by_id[decision_id].tally
            tally[subject] = tally.get(subject, 0) + number
        else:
            sizes[subject] = number
    for decision in decisions:
        size = sizes.get(decision.assembly_id, 0)
        decision.electorate = size if decision.eligible is None else decision.eligible


def fold(session: Session, *which: ColumnElement[bool]) -> None:
    """Of the ballots meant by `which`, those of closed decisions become mere counts."""
    closed = Ballot.decision_id.in_(select(Decision.id).where(Decision.closed_at.is_not(None)))
    folded = select(Ballot.option_id, func.count().label("votes")).where(closed, *which)
    by_option = folded.group_by(Ballot.option_id).subquery()
    votes = select(by_option.c.votes).where(by_option.c.option_id == Option.id)
    session.execute(
        update(Option)
        .where(Option.id.in_(select(by_option.c.option_id)))
        .values(kept_votes=Option.kept_votes + votes.scalar_subquery())
    )
    session.execute(delete(Ballot).where(closed, *which))


def drop_votes(session: Session, membership: Membership) -> Sequence[Decision]:
    """Take back the votes of somebody who left, in open decisions; those decisions."""
    query = (
        select(Decision)
        .join(Ballot, Ballot.decision_id == Decision.id)
        .where(
            Decision.assembly_id == membership.assembly_id,
            Decision.closed_at.is_(None),
            Ballot.person_id == membership.person_id,
        )
    )
    decisions = session.scalars(query).all()
    session.execute(
        delete(Ballot).where(
            Ballot.person_id == membership.person_id,
            Ballot.decision_id.in_([decision.id for decision in decisions]),
        )
    )
    return decisions


def missing_voters(session: Session, decision: Decision) -> list[Person]:
    """Members who have not voted."""
    voted = select(Ballot.person_id).where(Ballot.decision_id == decision.id)
    query = (
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.assembly_id == decision.assembly_id,
            Membership.left_at.is_(None),
            Person.id.not_in(voted),
        )
        .order_by(Person.id)
    )
    return list(session.scalars(query))


def missing_votes(
    session: Session, person: Person, assemblies: Collection[int]
) -> Sequence[Decision]:
    """Open decisions in which this person has not voted."""
    voted = select(Ballot.decision_id).where(Ballot.person_id == person.id)
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies),
        Decision.closed_at.is_(None),
        Decision.id.not_in(voted),
    )
    return session.scalars(query.order_by(Decision.closes_at, Decision.id)).all()
