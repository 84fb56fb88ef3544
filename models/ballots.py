"""Votes as the database counts them: tallies, and who has not voted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Session

from models.assembly import Assembly, Membership, Sort
from models.ballot import Ballot, Elector, read_marks
from models.counting import Marks
from models.decision import Decision
from models.delegation import delegates_in
from models.item import fetch_mandates
from models.option import Option
from models.person import Person
from models.secret import awaiting, in_box, leave, open_box

# Put together once: building a statement costs as much as running it.
_NAMED: BindParameter[Any] = bindparam("named", expanding=True)
_VOTES = (
    select(Ballot.decision_id, Ballot.option_id, func.count())
    .where(Ballot.decision_id.in_(_NAMED))
    .group_by(Ballot.decision_id, Ballot.option_id)
)
_MEMBERS = (
    select(literal(0), Membership.assembly_id, func.count())
    .where(
        Membership.assembly_id.in_(bindparam("assemblies", expanding=True)),
        Membership.left_at.is_(None),
    )
    .group_by(Membership.assembly_id)
)
_ELECTORS = (
    select(literal(-1), Elector.decision_id, func.count())
    .where(Elector.decision_id.in_(_NAMED))
    .group_by(Elector.decision_id)
)
COUNTS: CompoundSelect[Any] = union_all(_VOTES, _MEMBERS)
"""Votes by decision and option; and, as decision 0, members by assembly."""
ALL_COUNTS: CompoundSelect[Any] = union_all(_VOTES, _MEMBERS, _ELECTORS)
"""The same; and, as decision -1, electors by decision."""


def count(session: Session, decisions: Sequence[Decision]) -> None:
    """Count votes and voters of many decisions, in one query."""
    session.flush()
    for decision in decisions:
        decision.tally = {o.id: o.kept_votes for o in decision.options if o.kept_votes}
    by_id = {decision.id: decision for decision in decisions}
    named = {"named": list(by_id), "assemblies": [one.assembly_id for one in decisions]}
    sizes: dict[tuple[int, int], int] = {}
    statement = ALL_COUNTS if any(decision.binding for decision in decisions) else COUNTS
    for decision_id, subject, number in session.execute(statement, named):
        if decision_id > 0:
            tally = by_id[decision_id].tally
            tally[subject] = tally.get(subject, 0) + number
        else:
            sizes[decision_id, subject] = number
    for decision in decisions:
        place = (-1, decision.id) if decision.binding else (0, decision.assembly_id)
        size = sizes.get(place, 0)
        decision.electorate = size if decision.eligible is None else decision.eligible
    fetch_mandates(session, decisions)


def count_shown(session: Session, decisions: Sequence[Decision]) -> None:
    """Count as above, and fetch the ballots of those whose tally of marks is shown meanwhile."""
    count(session, decisions)
    shown = {d.id: d for d in decisions if d.is_open and not d.one_answer and d.shows_tally}
    if not shown:
        return
    query = select(Ballot.decision_id, Ballot.marks).where(
        Ballot.decision_id.in_(list(shown)), Ballot.option_id.is_(None)
    )
    found: dict[int, list[Marks]] = {number: [] for number in shown}
    for number, marks in session.execute(query):
        found[number].append(read_marks(marks or {}))
    for number, decision in shown.items():
        decision.marked = found[number]


def count_entered(session: Session, decision: Decision) -> int:
    """How many ballots were entered for somebody by another."""
    query = select(func.count()).where(
        Ballot.decision_id == decision.id, Ballot.caster_id.is_not(None)
    )
    return session.scalars(query).one()


def marks_of(session: Session, decision: Decision) -> list[Marks]:
    """The ballots that say something of each option."""
    query = select(Ballot.marks).where(
        Ballot.decision_id == decision.id, Ballot.option_id.is_(None)
    )
    return [read_marks(marks or {}) for marks in session.scalars(query)]


def take_down(session: Session, decision: Decision) -> None:
    """Take down who may vote: everybody who is a member now, and nobody who comes later."""
    members = _may_vote_in(decision.assembly).add_columns(literal(decision.id))
    session.execute(insert(Elector).from_select(["person_id", "decision_id"], members))
    if decision.secret:
        open_box(session, decision)


def would_vote(session: Session, assembly: Assembly) -> int:
    """How many would be taken down now."""
    members = _may_vote_in(assembly).subquery()
    return session.scalar(select(func.count()).select_from(members)) or 0


def _may_vote_in(assembly: Assembly) -> Select[Any]:
    """Ids of the members; in a council, of its delegates."""
    members = _members_of(assembly.id)
    if assembly.sort is not Sort.COUNCIL:
        return members
    return members.where(Membership.person_id.in_(delegates_in(assembly.id)))


def _members_of(assembly_id: int) -> Select[Any]:
    return select(Membership.person_id).where(
        Membership.assembly_id == assembly_id, Membership.left_at.is_(None)
    )


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
    """Somebody left: their votes in open decisions fall, and the right to cast one; in which."""
    person_id = membership.person_id
    voted = exists().where(Ballot.decision_id == Decision.id, Ballot.person_id == person_id)
    may = exists().where(Elector.decision_id == Decision.id, Elector.person_id == person_id)
    query = select(Decision).where(
        Decision.assembly_id == membership.assembly_id,
        Decision.closed_at.is_(None),
        or_(voted, may),
    )
    found = session.scalars(query).all()
    leave(session, person_id, [decision for decision in found if decision.secret])
    # Of a secret vote the list stays: its length would tell whether whoever leaves has voted.
    decisions = [decision for decision in found if not decision.secret]
    for table in (Ballot, Elector):
        session.execute(
            delete(table).where(
                table.person_id == person_id,
                table.decision_id.in_([decision.id for decision in decisions]),
            )
        )
    return decisions


def voters(session: Session, decision: Decision) -> Sequence[Person]:
    """Those who may vote, by name; of a closed one, as long as they are remembered."""
    query = select(Person).where(Person.id.in_(_may_vote(decision)))
    return session.scalars(query.order_by(Person.name, Person.id)).all()


def _may_vote(decision: Decision) -> Select[Any]:
    if decision.binding:
        return select(Elector.person_id).where(Elector.decision_id == decision.id)
    return _members_of(decision.assembly_id)


def missing_voters(session: Session, decision: Decision) -> list[Person]:
    """Those who may vote and have not; in a secret vote all who may, whether they have or not."""
    voted = select(Ballot.person_id).where(Ballot.decision_id == decision.id)
    query = select(Person).where(Person.id.not_in(voted))
    if decision.secret:
        belong = _members_of(decision.assembly_id)
        query = query.where(Person.id.in_(in_box(decision)), Person.id.in_(belong))
    else:
        query = query.where(Person.id.in_(_may_vote(decision)))
    return list(session.scalars(query.order_by(Person.id)))


def missing_votes(
    session: Session, person: Person, assemblies: Collection[int]
) -> Sequence[Decision]:
    """Open decisions in which this person may vote and has not."""
    voted = select(Ballot.decision_id).where(Ballot.person_id == person.id)
    may = select(Elector.decision_id).where(Elector.person_id == person.id)
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies),
        Decision.closed_at.is_(None),
        Decision.id.not_in(voted),
        or_(Decision.binding.is_(False), Decision.id.in_(may)),
    )
    found = session.scalars(query.order_by(Decision.closes_at, Decision.id)).all()
    waiting = awaiting(session, person, [decision for decision in found if decision.secret])
    return [decision for decision in found if not decision.secret or decision.id in waiting]
