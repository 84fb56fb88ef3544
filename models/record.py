"""The record: what an assembly decided, chained by hashes, so that no line changes unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.archive import keep
from models.assembly import Assembly
from models.base import Base
from models.counting.column import dump_method
from models.counting.passing import dump as dump_rule
from models.decision import Decision
from models.item import Item
from models.person import Person
from models.presence import asks_presence, counted_present

OPTION = "option"
"""With a place: the field for an option that is somebody's name."""
SHORT = 8
"""Characters of a hash that people compare."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that hold somebody's name: withdrawn with them."""

    words: str
    person_id: int | None


Fact: TypeAlias = str | int | Person | Naming


class Record(Base):
    """One line of an assembly's record: it holds hashes, the words stand beside it."""

    __tablename__ = "records"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    kind: Mapped[str]
    at: Mapped[datetime]
    fields: Mapped[dict[str, Any]]
    """The salted hash of each field, by its name."""
    previous: Mapped[str]
    hash: Mapped[str]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), index=True)
    """What it is about, for finding it; no part of the chain."""

    words: Mapped[list[RecordField]] = relationship(order_by="RecordField.id", lazy="selectin")

    @property
    def short(self) -> str:
        """As much of the hash as people compare."""
        return self.hash[:SHORT]

    def said(self) -> dict[str, str]:
        """The fields that have not been withdrawn, by name."""
        return {field.name: field.value for field in self.words}


class RecordField(Base):
    """What one field of a line says; erased, the line stays and the chain holds."""

    __tablename__ = "record_fields"
    __table_args__ = (UniqueConstraint("record_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("records.id"))
    name: Mapped[str]
    salt: Mapped[str]
    value: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    """Whom it names."""


def append(
    session: Session, assembly: Assembly, kind: str, now: datetime, salt: str, /, **fields: Fact
) -> Record:
    """Add a line; `salt` is fresh and secret, a person is kept by name and withdrawn with them."""
    session.flush()
    session.execute(select(Assembly.id).where(Assembly.id == assembly.id).with_for_update())
    before = _last(session, assembly)
    words = [_field(name, fact, salt) for name, fact in sorted(fields.items())]
    record = Record(
        assembly_id=assembly.id,
        number=before.number + 1 if before else 1,
        kind=kind,
        at=now,
        fields={field.name: _digest(field.salt, field.value) for field in words},
        previous=before.hash if before else "",
        words=words,
    )
    record.hash = _link(record)
    session.add(record)
    session.flush()
    return record


def record_decision(session: Session, decision: Decision, now: datetime, salt: str) -> Record:
    """Write down how a decision ended; its votes must have been counted."""
    options = [[each.stance, "" if each.person_id else each.words] for each in decision.options]
    votes: list[Any] = [decision.tally.get(option.id, 0) for option in decision.options]
    if decision.result is not None:
        totals = decision.result["totals"]
        votes = [totals.get(str(option.place), 0) for option in decision.options]
    counted: dict[str, Fact] = {
        f"{OPTION}{each.place}": Naming(each.words, each.person_id)
        for each in decision.options
        if each.person_id
    }
    if decision.result is not None:
        counted["result"] = json.dumps(decision.result)
    if asks_presence(decision):
        counted["present"] = counted_present(decision)
    if isinstance(decision, Item):
        counted["mandates"] = json.dumps(_mandates(decision), ensure_ascii=False)
    line = append(
        session,
        decision.assembly,
        "decided",
        now,
        salt,
        title=Naming(decision.title, decision.about_id),
        options=json.dumps(options, ensure_ascii=False),
        method=json.dumps(dump_method(decision.counting)),
        rule=json.dumps(dump_rule(decision.passing)),
        votes=json.dumps(votes),
        electorate=decision.electorate,
        outcome=decision.outcome.value,
        **counted,
    )
    line.decision_id = decision.id
    keep(session, decision)
    return line


def _mandates(item: Item) -> list[Any]:
    """What each assembly has said, with what weight: whoever adds it up finds the result."""
    return [[one.seat.assembly.name, one.weight, one.said] for one in item.lives]


def record_statement(session: Session, decision: Decision, now: datetime, salt: str) -> Record:
    """Write down what somebody said that follows from a decision."""
    title = Naming(decision.title, decision.about_id)
    facts: dict[str, Fact] = {"title": title, "statement": decision.statement}
    if decision.stated_by is not None:
        facts["person"] = decision.stated_by
    line = append(session, decision.assembly, "stated", now, salt, **facts)
    line.decision_id = decision.id
    keep(session, decision)
    return line


def lines_about(session: Session, decision: Decision) -> Sequence[Record]:
    """What the record says of a decision, in order."""
    query = select(Record).where(Record.decision_id == decision.id)
    return session.scalars(query.order_by(Record.number)).all()


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a record."""

    broken: int | None
    """The number of the first line that is not as it was written; None: the chain holds."""
    lines: int
    withdrawn: int
    """Fields that were erased since."""
    head: str


def check(session: Session, assembly: Assembly) -> Checked:
    """Check every line against the one before, and every word against its hash.

    Lines cut off at the end are missed by whoever remembers the newest hash.
    """
    number, withdrawn, previous = 0, 0, ""
    query = select(Record).where(Record.assembly_id == assembly.id).order_by(Record.number)
    found = session.scalars(query.execution_options(yield_per=500, populate_existing=True))
    with closing(found):
        for record in found:
            number += 1
            chained = record.number == number and record.previous == previous
            if not chained or record.hash != _link(record) or not _holds(record):
                return Checked(number, number, withdrawn, "")
            withdrawn += len(record.fields) - len(record.words)
            previous = record.hash
    return Checked(None, number, withdrawn, previous[:SHORT])


def newest(session: Session, assembly: Assembly, limit: int) -> Sequence[Record]:
    """The last lines, the newest first."""
    query = select(Record).where(Record.assembly_id == assembly.id)
    return session.scalars(query.order_by(Record.number.desc()).limit(limit)).all()


def whole(session: Session, assembly: Assembly, until: int) -> Sequence[Record]:
    """Every line up to this one, the oldest first."""
    query = select(Record).where(Record.assembly_id == assembly.id, Record.number <= until)
    return session.scalars(query.order_by(Record.number)).all()


def _last(session: Session, assembly: Assembly) -> Record | None:
    return next(iter(newest(session, assembly, 1)), None)


def _field(name: str, fact: Fact, salt: str) -> RecordField:
    # Each field has a salt of its own, from which the others cannot be told.
    own = hashlib.sha256(f"{salt}.{name}".encode()).hexdigest()
    if isinstance(fact, Person):
        fact = Naming(fact.name, fact.id)
    if isinstance(fact, Naming):
        return RecordField(name=name, salt=own, value=fact.words, person_id=fact.person_id)
    return RecordField(name=name, salt=own, value=str(fact))


def _holds(record: Record) -> bool:
    """Whether the words that are left are those that were hashed."""
    return all(
        record.fields.get(field.name) == _digest(field.salt, field.value) for field in record.words
    )


def _digest(salt: str, value: str) -> str:
    return hashlib.sha256(f"{salt}.{value}".encode()).hexdigest()


def _link(record: Record) -> str:
    return hashlib.sha256(json.dumps(hashed(record), sort_keys=True).encode()).hexdigest()


def hashed(record: Record) -> dict[str, Any]:
    """What a line's hash is of: written as JSON with sorted keys."""
    return {
        "assembly": record.assembly_id,
        "number": record.number,
        "kind": record.kind,
        "at": record.at.astimezone(UTC).isoformat(),
        "fields": record.fields,
        "previous": record.previous,
    }
