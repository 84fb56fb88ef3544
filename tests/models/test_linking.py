from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import count
from pkgutil import iter_modules
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    Enum,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    func,
    insert,
    select,
)
from sqlalchemy.orm import Session

import models
from models.assembly import Assembly, Membership, Role
from models.ballot import Ballot
from models.ballots import count as count_votes
from models.base import Base, Instant, Refused
from models.candidacy import Candidacy
from models.decision import Decision
from models.linking import unite, voted_by_both
from models.option import Option
from models.person import Account, Person
from models.sealed import Envelope, SealedColumn

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
for module in iter_modules(models.__path__):
    import_module(f"models.{module.name}")
UNIQUE = (UniqueConstraint, PrimaryKeyConstraint)
PERSONS = Base.metadata.tables["persons"]


def naming_persons() -> list[tuple[Table, Column[Any]]]:
    """Every column of every table that leads to a person."""
    return [
        (table, column)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table is PERSONS for key in column.foreign_keys)
    ]


class Rows:
    """Writes a row into any table, whatever it needs."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.fresh = count(1000)

    def write(self, table: Table, **given: Any) -> dict[str, Any]:
        """A row with these values; the rest is made up, and differs from row to row."""
        row = dict(given)
        for column in table.columns:
            if column.name not in row and not column.nullable:
                row[column.name] = self._made_up(column)
        self.session.execute(insert(table).values(row))
        return row

    def _made_up(self, column: Column[Any]) -> Any:
        number = next(self.fresh)
        for key in column.foreign_keys:
            return self.write(key.column.table)[key.column.name]
        if isinstance(column.type, SealedColumn):
            return Envelope(plain="…", bound_to="x")
        if isinstance(column.type, Instant):
            return NOW + timedelta(seconds=number)
        kind = column.type.python_type
        if issubclass(kind, bool):
            return False
        if isinstance(column.type, Enum):
            return next(iter(column.type.enum_class or ()))
        made: dict[type, Any] = {int: number, dict: {}, list: [], bytes: b"x"}
        return made.get(kind, f"made up {number}")


@pytest.fixture
def people(session: Session) -> tuple[Person, Person]:
    elder, younger = Person(name="Ayşe"), Person(name="ayse_99", language="tr")
    session.add(elder)
    session.flush()
    session.add(younger)
    session.flush()
    return elder, younger


@pytest.mark.parametrize(
    ("table", "column"), naming_persons(), ids=lambda part: getattr(part, "name", "")
)
@pytest.mark.parametrize("alike", [False, True], ids=["apart", "alike"])
def test_every_table_follows(
    session: Session,
    people: tuple[Person, Person],
    table: Table,
    column: Column[Any],
    alike: bool,
) -> None:
    """Rows of both, all different or as alike as two rows may be, end with the elder."""
    elder, younger = people
    rows = Rows(session)
    first = rows.write(table, **{column.name: elder.id})
    same = {
        name: value
        for name, value in first.items()
        if alike and not (table.columns[name].primary_key and len(table.primary_key.columns) == 1)
    }
    unlike = _alone_unique(table, column)
    second = {n: v for n, v in same.items() if n not in unlike} | {column.name: younger.id}
    rows.write(table, **second)
    unite(session, younger, elder)
    left = session.scalars(select(column)).all()
    assert set(left) == {elder.id}
    assert session.get(Person, younger.id) is None
    assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []


def _alone_unique(table: Table, column: Column[Any]) -> set[str]:
    """Columns of rules of uniqueness in which a person has no part: they have to differ."""
    rules = [list(rule.columns) for rule in table.constraints if isinstance(rule, UNIQUE)]
    rules += [list(index.columns) for index in table.indexes if index.unique]
    return {part.name for rule in rules if column not in rule for part in rule[-1:]}


def test_the_accounts_lead_to_the_elder(session: Session, people: tuple[Person, Person]) -> None:
    elder, younger = people
    account = Account(person=younger, platform="matrix", ref="@ayse:x", seen_at=NOW)
    session.add(account)
    session.flush()
    assert unite(session, younger, elder) is elder
    assert account.person is elder
    assert (elder.name, elder.language) == ("Ayşe", "tr")
    assert session.scalars(select(func.count(Person.id))).one() == 1


def test_one_cannot_be_linked_with_oneself(session: Session, people: tuple[Person, Person]) -> None:
    with pytest.raises(Refused, match="link-same"):
        unite(session, people[0], people[0])


def assembly_of(session: Session) -> Assembly:
    assembly = Assembly(name="Mietgruppe", language="de", zone="UTC", founded_at=NOW)
    session.add(assembly)
    session.flush()
    return assembly


def test_the_living_membership_and_the_role_stay(
    session: Session, people: tuple[Person, Person]
) -> None:
    elder, younger = people
    assembly = assembly_of(session)
    old = Membership(person=elder, assembly=assembly, since=NOW)
    new = Membership(person=younger, assembly=assembly, since=NOW + timedelta(days=2))
    session.add_all([old, new])
    old.leave(NOW + timedelta(days=1))
    new.give(Role.ORGANISER, NOW)
    session.flush()
    until = new.role_until
    unite(session, elder, younger)
    held = session.scalars(select(Membership)).one()
    assert (held.person, held.left_at) == (elder, None)
    assert (held.role, held.role_until) == (Role.ORGANISER, until)
    assert held.since == NOW + timedelta(days=2)


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [
        ((Role.FACILITATOR, 170), (Role.FACILITATOR, 5), (Role.FACILITATOR, 170)),
        ((Role.FACILITATOR, 5), (Role.FACILITATOR, 170), (Role.FACILITATOR, 170)),
        ((Role.ORGANISER, 5), (Role.ORGANISER, 170), (Role.ORGANISER, 170)),
        ((Role.ORGANISER, 5), (Role.FACILITATOR, 170), (Role.ORGANISER, 5)),
        ((Role.FACILITATOR, 170), (Role.ORGANISER, 5), (Role.ORGANISER, 5)),
    ],
)
def test_the_higher_role_keeps_its_term_and_of_equal_ones_the_longer_counts(
    mine: tuple[Role, int], theirs: tuple[Role, int], kept: tuple[Role, int]
) -> None:
    one, other = (
        Membership(since=NOW, role=role, role_until=NOW + timedelta(days=days))
        for role, days in (mine, theirs)
    )
    one.absorb(other)
    assert (one.role, one.role_until) == (kept[0], NOW + timedelta(days=kept[1]))


ASKED, DECLINED = Candidacy(), Candidacy(declined_at=NOW)
STANDS = Candidacy(accepted_at=NOW + timedelta(hours=1))
WITHDRAWN = Candidacy(accepted_at=NOW, withdrawn_at=NOW + timedelta(hours=2))
EARLIER = Candidacy(accepted_at=NOW, withdrawn_at=NOW + timedelta(minutes=30))
ON_BALLOT = Candidacy(accepted_at=NOW, place=2)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (STANDS, ASKED),
        (STANDS, DECLINED),
        (ASKED, DECLINED),
        (WITHDRAWN, STANDS),
        (STANDS, EARLIER),
        (ON_BALLOT, WITHDRAWN),
    ],
)
def test_of_two_candidacies_the_one_that_says_more_counts(more: Candidacy, less: Candidacy) -> None:
    states = []
    for first, second in ((more, less), (less, more)):
        kept = Candidacy(declined_at=NOW)
        kept.absorb(first)
        kept.absorb(second)
        states.append((kept.accepted_at, kept.declined_at, kept.withdrawn_at, kept.place))
    assert states == [(more.accepted_at, more.declined_at, more.withdrawn_at, more.place)] * 2


def decision_of(session: Session, assembly: Assembly, number: int) -> Decision:
    decision = Decision(
        assembly=assembly,
        number=number,
        title="Tor streichen?",
        opened_at=NOW,
        closes_at=NOW + timedelta(days=3),
        options=[Option(place=n, stance=s) for n, s in enumerate(("yes", "no"), 1)],
    )
    session.add(decision)
    session.flush()
    return decision


def test_of_two_votes_one_counts_and_what_is_closed_stays(
    session: Session, people: tuple[Person, Person]
) -> None:
    assembly = assembly_of(session)
    open_, closed = (decision_of(session, assembly, n) for n in (1, 2))
    for decision in (open_, closed):
        for person, option in zip(people, decision.options, strict=True):
            session.add(Ballot(decision_id=decision.id, person_id=person.id, option_id=option.id))
    count_votes(session, [closed])
    closed.close(NOW + timedelta(days=3))
    session.flush()
    assert list(voted_by_both(session, *people)) == [open_]
    unite(session, *people)
    count_votes(session, [open_, closed])
    yes, no = open_.options
    assert open_.tally.get(yes.id, 0) == 1
    assert open_.tally.get(no.id, 0) == 0
    assert closed.cast_votes == 2
