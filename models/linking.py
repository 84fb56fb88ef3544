"""Two accounts, one human: everything that names the one person names the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    and_,
    delete,
    select,
    true,
    update,
)
from sqlalchemy.orm import Session

from models.assembly import Chat, Membership
from models.ballot import Ballot
from models.ballots import fold as keep_counts
from models.base import Base, Refused
from models.candidacy import Candidacy
from models.decision import Decision
from models.election import Election
from models.person import Account, Person
from models.phrase import Moment
from models.reminder import number_after
from models.secret import open_to_both, rename

T = TypeVar("T", Membership, Candidacy)


def unite(session: Session, one: Person, other: Person) -> Person:
    """Make two persons one; the elder stays. Of two votes in one matter the elder's counts."""
    must_not_wait(session, one, other)
    elder, younger = sorted((one, other), key=lambda person: person.id)
    elder.language, elder.zone = elder.language or younger.language, elder.zone or younger.zone
    _absorb(session, elder, younger)
    session.flush()
    keep_counts(session, Ballot.person_id == younger.id)
    rename(session, younger.id, elder.id)
    session.expunge(younger)
    fold(session, Base.metadata.tables["persons"], younger.id, elder.id)
    session.expire_all()
    return elder


def must_not_wait(session: Session, one: Person, other: Person) -> None:
    """Refuse who is one already, and while a vote is open in which they have to be two."""
    if one is other or one.id == other.id:
        raise Refused("link-same")
    waits = open_to_both(session, one, other)
    if waits:
        raise Refused("link-waits-secret", closes=Moment(waits[-1].closes_at))
    stands = _on_one_ballot(session, one, other)
    if stands is not None and stands.decision is not None:
        title, closes = stands.title, Moment(stands.decision.closes_at)
        assembly = stands.assembly.name
        raise Refused("link-waits-election", title=title, assembly=assembly, closes=closes)


def _absorb(session: Session, elder: Person, younger: Person) -> None:
    """What is more than a row: the living membership, the role, and how they stand."""
    both = [elder.id, younger.id]
    held = session.scalars(select(Membership).where(Membership.person_id.in_(both))).all()
    for mine, theirs in _twins(held, elder, attrgetter("assembly_id")):
        mine.absorb(theirs)
    stood = session.scalars(select(Candidacy).where(Candidacy.person_id.in_(both))).all()
    for known, further in _twins(stood, elder, attrgetter("election_id")):
        known.absorb(further)
    number_after(session, elder, younger)


def _twins(found: Sequence[T], elder: Person, place: Callable[[T], int]) -> Iterator[tuple[T, T]]:
    """Where both are, the elder first."""
    mine = {place(one): one for one in found if one.person_id == elder.id}
    others = (one for one in found if one.person_id != elder.id)
    return ((mine[place(one)], one) for one in others if place(one) in mine)


def fold(session: Session, table: Table, loser: int, keeper: int) -> None:
    """Let everything that names row `loser` name row `keeper`, and delete `loser`.

    Found by the foreign keys of all tables, so that none is forgotten. Where both rows have
    what may be there once, the keeper's stays.
    """
    for holder, column in _naming(table):
        for others in _unique_with(holder, column):
            _clear_way(session, column, others, (loser, keeper))
        session.execute(update(holder).where(column == loser).values({column.name: keeper}))
    session.execute(delete(table).where(_key(table) == loser))


def _naming(table: Table) -> Iterator[tuple[Table, Column[Any]]]:
    """Every column that refers to a table."""
    for holder in Base.metadata.sorted_tables:
        for column in holder.columns:
            if any(key.column.table is table for key in column.foreign_keys):
                yield holder, column


def _unique_with(holder: Table, column: Column[Any]) -> Iterator[Sequence[Column[Any]]]:
    """For each rule of uniqueness a column has part in: the columns beside it."""
    rules: list[list[Column[Any]]] = [
        list(rule.columns)
        for rule in holder.constraints
        if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)
    ]
    rules += [list(index.columns) for index in holder.indexes if index.unique]
    for rule in rules:
        if column in rule:
            yield [beside for beside in rule if beside is not column]


def _clear_way(
    session: Session, column: Column[Any], others: Sequence[Column[Any]], rows: tuple[int, int]
) -> None:
    """Let rows of the loser fall where the keeper has the like."""
    holder = column.table
    assert isinstance(holder, Table)
    loser, keeper = rows
    twin = holder.alias()
    alike = and_(true(), *(beside == twin.c[beside.name] for beside in others))
    shown = list(holder.primary_key.columns)
    query = (
        select(*shown, *(twin.c[part.name] for part in shown))
        .join_from(holder, twin, alike)
        .where(column == loser, twin.c[column.name] == keeper)
    )
    for pair in session.execute(query).all():
        fallen, stays = pair[: len(shown)], pair[len(shown) :]
        if len(shown) == 1 and not shown[0].foreign_keys:
            fold(session, holder, fallen[0], stays[0])
        else:
            same = (part == value for part, value in zip(shown, fallen, strict=True))
            session.execute(delete(holder).where(and_(*same)))


def _key(table: Table) -> Column[Any]:
    (key,) = table.primary_key.columns
    return key


def private_chats(session: Session, person: Person) -> Sequence[Chat]:
    """Every private chat of a person, on all platforms."""
    query = select(Chat).join(Account, Chat.account_id == Account.id)
    return session.scalars(query.where(Account.person_id == person.id).order_by(Chat.id)).all()


def voted_by_both(session: Session, one: Person, other: Person) -> Sequence[Decision]:
    """Open decisions in which two persons who turn out to be one have a ballot each."""
    ballots = [select(Ballot.decision_id).where(Ballot.person_id == p.id) for p in (one, other)]
    query = select(Decision).where(Decision.closed_at.is_(None))
    return session.scalars(query.where(*(Decision.id.in_(cast) for cast in ballots))).all()


def stood_both(session: Session, one: Person, other: Person) -> Sequence[Election]:
    """Elections that go on in which two persons who turn out to be one stand, or did."""
    known = [select(Candidacy.election_id).where(Candidacy.person_id == p.id) for p in (one, other)]
    query = select(Election).where(Election.ended_at.is_(None))
    found = query.where(*(Election.id.in_(elections) for elections in known))
    return session.scalars(found.order_by(Election.id)).unique().all()


def _on_one_ballot(session: Session, one: Person, other: Person) -> Election | None:
    """An open vote with both on its ballot: neither name can be taken off it any more."""
    for election in stood_both(session, one, other):
        names = (election.of(one), election.of(other))
        if all(name is not None and name.place is not None for name in names):
            return election
    return None
