"""What is kept of people is known, handed out whole, and erased without a trace."""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Table, UniqueConstraint, event, select, update
from sqlalchemy.orm import Session

import models
from bot.store import open_engine
from models.assembly import Assembly, Membership
from models.ballots import count
from models.base import Base
from models.decision import Decision
from models.erasing import erase, hand_out
from models.option import Option
from models.person import Person
from models.privacy import KEPT, Kept, Matter, Tie, days
from models.sealed import Envelope, SealedColumn
from tests.models.conftest import RING, everywhere
from tests.rows import NOW, Row, Rows

__all__ = ["everywhere"]

for module in pkgutil.iter_modules(models.__path__):
    importlib.import_module(f"models.{module.name}")

TABLES = Base.metadata.tables
STAYS = {"assemblies", "decisions", "options"}
"""Rows of these never go."""
TIES = [(table, column, tie) for table, kept in KEPT.items() for column, tie in kept.ties.items()]


def targets(column: Column[Any]) -> set[str]:
    return {foreign.column.table.name for foreign in column.foreign_keys}


def people_in(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if targets(column) & {"persons", "accounts"}]


def unregistered(tables: dict[str, Table], kept: dict[str, Kept]) -> list[str]:
    """Columns that lead to a person or are sealed, of which the registry knows nothing."""
    missing = []
    for table in tables.values():
        known = kept.get(table.name)
        missing += [
            f"{table.name}.{column.name}"
            for column in people_in(table)
            if known is None or column.name not in known.ties
        ]
        if known is None and any(isinstance(c.type, SealedColumn) for c in table.columns):
            missing.append(table.name)
    return missing


def test_every_table_with_a_person_in_it_is_registered() -> None:
    assert unregistered(dict(TABLES), KEPT) == []


@pytest.mark.parametrize("table", ["accounts", "ballots", "set_aside"])
def test_a_table_that_is_missing_is_seen(table: str) -> None:
    rest = {name: kept for name, kept in KEPT.items() if name != table}
    assert any(found.startswith(table) for found in unregistered(dict(TABLES), rest))


def test_the_registry_speaks_of_what_there_is() -> None:
    for name, kept in KEPT.items():
        columns = TABLES[name].c
        named = [
            *kept.ties,
            *kept.secret,
            *kept.later,
            *filter(None, kept.later.values()),
            *([kept.since] if kept.since else []),
        ]
        named += [name for bare in kept.bare.values() for name in (*bare, *bare.values()) if name]
        assert [column for column in named if column not in columns] == [], name
        assert kept.bare.keys() <= kept.ties.keys(), name
        for column, tie in kept.ties.items():
            assert targets(columns[column]), f"{name}.{column} leads nowhere"
            if tie is not Tie.OWN:
                assert columns[column].nullable, f"{name}.{column} cannot let go of anybody"
                assert targets(columns[column]) == {"persons"}


def test_every_matter_has_something_to_say() -> None:
    assert {kept.matter for kept in KEPT.values()} == set(Matter)
    assert days(Matter.CASES) == 90
    assert days(Matter.LETTERS) == 1


def fill(rows: Rows, who: int, other: int, word: str) -> None:
    """A row for every way in which a table can lead to somebody; all else in it is another's."""
    for name, column, tie in TIES:
        others = {c.name: other for c in people_in(TABLES[name]) if targets(c) == {"persons"}}
        others.pop(column, None)
        if name in {"accounts", "chats"} or TABLES[name].c[column].primary_key:
            others = {}
        rows.own(name, column, who, f"{word}-{tie}-{column}", **others)


def cells(session: Session, word: str) -> list[str]:
    """Every text in the database that holds a word, sealed ones opened."""
    found = []
    for table in TABLES.values():
        for row in session.execute(select(table)).mappings():
            for name, value in row.items():
                sealed = isinstance(value, Envelope)
                text = value.text(f"{table.name}.{name[1:]}.{row['id']}") if sealed else str(value)
                if word in text:
                    found.append(f"{table.name}.{name}: {text}")
    return found


def naming(session: Session, person: int) -> list[str]:
    """Every column that leads to a person."""
    accounts = select(TABLES["accounts"].c.id).where(TABLES["accounts"].c.person_id == person)
    mine = {"persons": {person}, "accounts": set(session.scalars(accounts))}
    return [
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in people_in(table)
        for value in session.scalars(select(column))
        if value in mine[next(iter(targets(column)))]
    ]


def everywhere_at_home(session: Session, rows: Rows, person: int) -> None:
    """Somebody belongs to every assembly there is."""
    session.execute(update(Membership).where(Membership.person_id == person).values(left_at=None))
    known = select(Membership.assembly_id).where(Membership.person_id == person)
    for home in session.scalars(select(Assembly.id).where(Assembly.id.not_in(known))).all():
        rows.row("memberships", person_id=person, assembly_id=home, left_at=None)


def test_what_is_handed_out_is_all_of_one_and_nothing_of_others(session: Session) -> None:
    rows = Rows(session)
    ana, ben, cem = (rows.person(name)["id"] for name in ("Ana", "Ben", "Cem"))
    fill(rows, ana, ben, "ANA")
    fill(rows, ben, cem, "BEN")
    everywhere_at_home(session, rows, ana)
    person = session.get(Person, ana)
    assert person is not None
    told = json.dumps(hand_out(session, person), ensure_ascii=False)
    assert "Ana" in told
    for text in cells(session, "ANA-"):
        place, _, value = text.partition(": ")
        table, _, column = place.partition(".")
        sealed_part = "ANA-part" in value and isinstance(TABLES[table].c[column].type, SealedColumn)
        hidden = column in KEPT[table].secret or sealed_part
        assert (value in told) is not hidden, text
    assert "BEN" not in told


def test_whoever_has_left_is_handed_out_what_nobody_else_writes(session: Session) -> None:
    rows = Rows(session)
    ana, ben = (rows.person(name)["id"] for name in ("Ana", "Ben"))
    fill(rows, ana, ben, "ANA")
    person = session.get(Person, ana)
    assert person is not None
    told = json.dumps(hand_out(session, person), ensure_ascii=False)
    for text in cells(session, "ANA-wrote"):
        place, _, value = text.partition(": ")
        table, _, column = place.partition(".")
        tells = KEPT[table].later.get(column)
        own = tells in KEPT[table].ties and f"ANA-wrote-{tells}" in value
        assert (value in told) is (tells is None or own), text


def test_what_is_handed_out_says_what_was_voted_for(session: Session) -> None:
    rows = Rows(session)
    decision = rows.row("decisions", title="Repaint the gate?")["id"]
    for words, stance in (("green", ""), ("", "yes")):
        person = rows.person("Ana")["id"]
        option = rows.row("options", decision_id=decision, words=words, stance=stance)["id"]
        rows.row("ballots", decision_id=decision, person_id=person, option_id=option)
        voter = session.get(Person, person)
        assert voter is not None
        assert hand_out(session, voter)["ballots"] == [
            {"decision": "Repaint the gate?", "option": words or stance}
        ]


def test_what_is_erased_names_nobody_any_more(session: Session) -> None:
    rows = Rows(session)
    ana, ben, cem = (rows.person(name)["id"] for name in ("Ana", "Ben", "Cem"))
    fill(rows, ana, ben, "ANA")
    fill(rows, ben, cem, "BEN")
    session.commit()
    assert len(naming(session, ana)) >= len(people_in(TABLES["ballots"]))
    before = cells(session, "BEN-")
    erase(session, [ana])
    session.commit()
    assert naming(session, ana) == []
    assert cells(session, "ANA-own") == []
    assert session.get(Person, ana) is None
    assert cells(session, "BEN-") == before
    kept = {text.partition(".")[0] for text in cells(session, "ANA-wrote")}
    assert {"decisions", "tasks", "minutes"} <= kept


def test_names_in_what_was_voted_upon_go(session: Session) -> None:
    rows = Rows(session)
    ben = rows.person("Ben")["id"]
    titles = {"title": "Shall Ben organise?", "bare_title": "Shall … organise?"}
    made = rows.row("decisions", about_id=ben, **titles)["id"]
    rows.row("options", decision_id=made, place=1, words="Ben", person_id=ben)
    rows.row("options", decision_id=made, place=2, words="Ben Nevis")
    erase(session, [ben])
    assert session.scalars(select(Decision.title)).all() == ["Shall … organise?"]
    words = session.scalars(select(Option.words).order_by(Option.place)).all()
    assert words == ["", "Ben Nevis"]


def test_erasing_takes_as_many_statements_for_a_hundred_as_for_one(session: Session) -> None:
    rows = Rows(session)
    statements: list[str] = []
    people = [rows.person(f"P{n}")["id"] for n in range(101)]
    for person in people:
        rows.row("takings", person_id=person)
    session.flush()
    event.listen(session.get_bind(), "before_cursor_execute", lambda *a: statements.append(a[2]))
    erase(session, people[:1])
    alone = len(statements)
    statements.clear()
    erase(session, people[1:])
    assert len(statements) == alone


def test_whoever_is_erased_is_looked_for_by_an_index_everywhere() -> None:
    """Each row that goes is asked after in all that may lead to it, by the database as well."""
    assert [
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if targets(column) - STAYS and column not in led_to(table)
    ] == []


def led_to(table: Table) -> set[Column[Any]]:
    """Columns of a table that lead an index, of whatever kind."""
    keys = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    led = [each.columns for each in (table.primary_key, *keys)]
    led += [index.columns for index in table.indexes]
    return {next(iter(columns)) for columns in led}


def decided(session: Session, rows: Rows, votes: list[int]) -> tuple[Decision, list[int]]:
    """A decision with these votes for its first and second option, and who cast them."""
    made = rows.row("decisions", closed_at=None)
    options = [rows.row("options", decision_id=made["id"], kept_votes=0) for _ in votes]
    people = []
    for option, number in zip(options, votes, strict=True):
        for _ in range(number):
            people.append(rows.person("V")["id"])
            ids = {"decision_id": made["id"], "option_id": option["id"]}
            rows.row("ballots", person_id=people[-1], **ids)
    session.flush()
    decision = session.get(Decision, made["id"])
    assert decision is not None
    return decision, people


def test_a_closed_decision_keeps_its_numbers(session: Session) -> None:
    rows = Rows(session)
    decision, people = decided(session, rows, [3, 2])
    session.execute(update(Decision).values(closed_at=NOW, eligible=7))
    session.expire_all()
    erase(session, people[:4])
    count(session, [decision])
    assert list(decision.tally.values()) == [3, 2]
    assert decision.electorate == 7
    assert naming(session, people[0]) == []


def test_an_open_decision_loses_the_vote(session: Session) -> None:
    rows = Rows(session)
    decision, people = decided(session, rows, [3, 2])
    erase(session, people[:2])
    session.expire_all()
    count(session, [decision])
    assert sorted(decision.tally.values()) == [1, 2]
    assert session.scalars(select(Option.kept_votes)).all() == [0, 0]


def test_nothing_stays_in_the_file(tmp_path: Path) -> None:
    """Freed pages are overwritten, and nothing waits in the log beside it."""
    engine = open_engine(f"sqlite:///{tmp_path}/kommune.db", RING)
    Base.metadata.create_all(engine)

    def whole() -> bytes:
        return b"".join(file.read_bytes() for file in tmp_path.glob("kommune.db*"))

    with Session(engine) as session:
        rows = Rows(session)
        ana = rows.person("Canary-Ana")["id"]
        fill(rows, ana, rows.person("Ben")["id"], "CANARY")
        session.commit()
        assert b"Canary-Ana" in whole()
        assert b"CANARY-own" in whole()
        erase(session, [ana])
        session.commit()
    engine.dispose()
    assert b"Canary-Ana" not in whole()
    assert b"CANARY-own" not in whole()
    assert b"CANARY-wrote" in whole()


def test_the_id_of_somebody_forgotten_is_nobody_elses(session: Session) -> None:
    """A button of long ago that names them must never come to name another."""
    ana = Person(name="Ana")
    session.add(ana)
    session.flush()
    forgotten = ana.id
    session.expunge(ana)
    erase(session, [forgotten])
    ben = Person(name="Ben")
    session.add(ben)
    session.flush()
    assert ben.id > forgotten


def test_the_way_out_stays_open_until_goodbye_is_said(session: Session) -> None:
    rows = Rows(session)
    ana: Row = rows.person("Ana")
    fill(rows, ana["id"], rows.person("Ben")["id"], "ANA")
    erase(session, [ana["id"]], but=("persons", "accounts", "chats"))
    left = {text.partition(".")[0] for text in cells(session, "ANA-own")}
    assert left == {"accounts", "chats"}
    erase(session, [ana["id"]])
    assert cells(session, "ANA-own") == []
