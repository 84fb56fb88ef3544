"""The record: whatever is changed is found, whatever is withdrawn is not held against it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.store import open_engine
from models.assembly import Assembly
from models.base import Base
from models.counting.passing import Rule, dump
from models.decision import Decision
from models.erasing import erase
from models.option import Option
from models.person import Person
from models.record import Record, RecordField, append, check, newest, record_decision
from tests.models.conftest import RING

NOW = datetime(2030, 5, 4, 12, 30, 15, 123456, tzinfo=UTC)
EASY = settings(max_examples=60, deadline=None)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
lines = st.lists(st.dictionaries(st.sampled_from("abc"), words, min_size=1), min_size=1, max_size=6)


class Book:
    """An assembly's record in a database of its own, empty again for every example."""

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url, RING)
        Base.metadata.create_all(self.engine)

    def open(self) -> Session:
        """A session whose writing is never kept."""
        return Session(self.engine)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    book = Book(f"sqlite:///{tmp_path_factory.mktemp('record')}/kommune.db")
    yield book
    book.engine.dispose()


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    book = Book(database_url)
    with book.open() as session:
        yield session
    book.engine.dispose()


def assembly_in(session: Session, name: str = "Wedding") -> Assembly:
    assembly = Assembly(name=name, language="de", zone="UTC", founded_at=NOW)
    session.add(assembly)
    session.flush()
    return assembly


def write(session: Session, lines: list[dict[str, str]]) -> Assembly:
    assembly = assembly_in(session)
    for number, fields in enumerate(lines):
        at = NOW + timedelta(hours=number)
        append(session, assembly, "decided", at, f"salt{number}", **fields)
    session.expire_all()
    return assembly


def test_what_was_written_holds(session: Session) -> None:
    assembly = write(session, [{"title": "Tor streichen?"}, {"title": "Café öffnen?"}])
    other = assembly_in(session, "Moabit")
    append(session, other, "founded", NOW, "salt", assembly="Moabit")
    session.commit()
    session.expire_all()
    checked = check(session, assembly)
    assert (checked.broken, checked.lines, checked.withdrawn) == (None, 2, 0)
    assert checked.head == newest(session, assembly, 1)[0].short
    assert check(session, other).lines == 1


def test_the_same_words_do_not_have_the_same_hash(session: Session) -> None:
    """Else a withdrawn name could be guessed from the hash that stays."""
    assembly = write(session, [{"a": "Ana", "b": "Ana"}, {"a": "Ana"}])
    first, second = reversed(newest(session, assembly, 2))
    assert len({first.fields["a"], first.fields["b"], second.fields["a"]}) == 3


@EASY
@given(lines=lines, data=st.data())
def test_a_changed_line_is_found(
    book: Book, lines: list[dict[str, str]], data: st.DataObject
) -> None:
    with book.open() as session:
        assembly = write(session, lines)
        number = data.draw(st.integers(1, len(lines)))
        forged: dict[str, Any] = data.draw(
            st.sampled_from(
                [
                    {"kind": "founded"},
                    {"at": NOW + timedelta(days=9)},
                    {"previous": "0" * 64},
                    {"hash": "0" * 64},
                    {"fields": {}},
                    {"number": 99},
                    {"assembly_id": assembly_in(session, "Other").id},
                ]
            )
        )
        which = Record.assembly_id == assembly.id, Record.number == number
        session.execute(update(Record).where(*which).values(forged))
        broken = check(session, assembly).broken
        cut_off = number == len(lines) and forged.keys() & {"assembly_id"}
        assert broken == (None if cut_off else number)


@EASY
@given(lines=lines, data=st.data())
def test_a_changed_word_is_found(
    book: Book, lines: list[dict[str, str]], data: st.DataObject
) -> None:
    with book.open() as session:
        assembly = write(session, lines)
        number = data.draw(st.integers(1, len(lines)))
        name = data.draw(st.sampled_from(sorted(lines[number - 1])))
        record = select(Record.id).where(Record.assembly_id == assembly.id, Record.number == number)
        field = RecordField.record_id.in_(record), RecordField.name == name
        forged = data.draw(
            st.sampled_from([{"value": "forged"}, {"salt": "forged"}, {"name": "d"}])
        )
        session.execute(update(RecordField).where(*field).values(forged))
        assert check(session, assembly).broken == number


@EASY
@given(lines=lines, data=st.data())
def test_withdrawn_words_leave_the_chain_whole(
    book: Book, lines: list[dict[str, str]], data: st.DataObject
) -> None:
    with book.open() as session:
        assembly = write(session, lines)
        head = check(session, assembly).head
        ids = session.scalars(select(RecordField.id)).all()
        gone = data.draw(st.lists(st.sampled_from(ids), unique=True))
        session.execute(delete(RecordField).where(RecordField.id.in_(gone)))
        checked = check(session, assembly)
        assert (checked.broken, checked.withdrawn, checked.head) == (None, len(gone), head)


def test_a_line_taken_out_is_found(session: Session) -> None:
    assembly = write(session, [{"a": "1"}, {"a": "2"}, {"a": "3"}])
    session.execute(delete(RecordField))
    session.execute(delete(Record).where(Record.number == 2))
    assert check(session, assembly).broken == 2


def test_a_number_is_given_once(session: Session) -> None:
    assembly = write(session, [{"a": "1"}])
    twin = Record(
        assembly_id=assembly.id, number=1, kind="x", at=NOW, fields={}, previous="", hash=""
    )
    session.add(twin)
    with pytest.raises(IntegrityError):
        session.flush()


def test_whoever_is_forgotten_is_withdrawn(session: Session) -> None:
    assembly, ana = assembly_in(session), Person(name="Ana")
    session.add(ana)
    session.flush()
    append(session, assembly, "role", NOW, "salt", person=ana, role="organiser")
    session.commit()
    erase(session, [ana.id])
    session.commit()
    session.expire_all()
    (line,) = newest(session, assembly, 1)
    assert line.said() == {"role": "organiser"}
    checked = check(session, assembly)
    assert (checked.broken, checked.withdrawn) == (None, 1)


def test_a_decision_is_written_with_its_numbers(session: Session) -> None:
    assembly = assembly_in(session)
    decision = Decision(
        assembly=assembly,
        number=1,
        title="Tor streichen?",
        opened_at=NOW,
        closes_at=NOW + timedelta(days=1),
        options=[Option(place=1, stance="yes"), Option(place=2, words="später")],
    )
    session.add(decision)
    session.flush()
    decision.tally, decision.electorate = {decision.options[1].id: 2}, 5
    line = record_decision(session, decision, NOW, "salt")
    assert line.said() == {
        "title": "Tor streichen?",
        "options": '[["yes", ""], ["", "später"]]',
        "method": '{"method": "proposal"}',
        "rule": json.dumps(dump(Rule())),
        "votes": "[0, 2]",
        "electorate": "5",
        "outcome": "open",
    }
