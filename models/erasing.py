"""Handing out what is kept of a person, and erasing it: both follow the registry."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Table,
    delete,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from models.assembly import Assembly
from models.ballot import Ballot
from models.ballots import fold
from models.base import Base
from models.keeping_back import home_of, homes_of, keep_back
from models.person import Person
from models.privacy import KEPT, Kept, Tie, tie
from models.sealed import Envelope

PEOPLE = ("persons", "accounts")
TITLES = ("title", "name", "words", "stance")
"""Columns by which people know a row; the first that says something."""
DOOR = ("persons", "accounts", "chats")
"""What is needed to say goodbye in private."""


def hand_out(session: Session, person: Person) -> dict[str, list[dict[str, Any]]]:
    """Everything kept of a person, by table, without what is other people's; one query each."""
    found: dict[str, list[dict[str, Any]]] = {}
    belongs = homes_of(session, person)
    for name, kept in _known():
        table = Base.metadata.tables[name]
        whole = _mine(table, [person.id], {Tie.OWN, Tie.WROTE})
        some = or_(whole, _mine(table, [person.id], {Tie.PART}))
        if name == "persons":
            whole = some = table.c.id == person.id
        query = select(table, whole.label("whole"), home_of(table).label("home")).where(some)
        rows = [dict(row) for row in session.execute(query).mappings()]
        for row in rows:
            keep_back(kept, row, person, belongs)
        if rows:
            found[name] = [_plain(table, kept, row) for row in rows]
    _name_what_is_meant(session, found, belongs)
    return found


def erase(session: Session, people: Collection[int], *, but: Collection[str] = ()) -> None:
    """Nothing names these people any more; tables in `but` keep their rows for now.

    The number of statements depends on the tables alone.
    """
    session.flush()
    fold(session, Ballot.person_id.in_(people))
    persons = Base.metadata.tables["persons"]
    _go(session, persons, persons.c.id.in_(people), but)


def touched(session: Session, table: Table, person: Person) -> tuple[set[int], set[int]]:
    """Ids of a table's rows in which a person has a part, and of those that are theirs."""
    ids = session.scalars
    own, part = _mine(table, [person.id], {Tie.OWN}), _mine(table, [person.id], set(Tie))
    found = set(ids(select(table.c.id).where(part)))
    for child, column in _children(table):
        mine = _mine(child, [person.id], {Tie.OWN, Tie.PART})
        found |= set(ids(select(column).where(mine, column.is_not(None))))
    return found, set(ids(select(table.c.id).where(own)))


def _known() -> Iterator[tuple[str, Kept]]:
    """What is registered, of the tables there are."""
    for name, kept in KEPT.items():
        if name in Base.metadata.tables and (kept.ties or name == "persons"):
            yield name, kept


def _mine(table: Table, people: Collection[int], ties: Collection[Tie]) -> ColumnElement[bool]:
    """Rows tied to these people in one of these ways."""
    conditions: list[ColumnElement[bool]] = []
    kept = KEPT.get(table.name)
    for name, way in kept.ties.items() if kept else ():
        if way in ties:
            conditions.append(_leads_to(table.c[name], people))
    return or_(*conditions) if conditions else false()


def _leads_to(column: Column[Any], people: Collection[int]) -> ColumnElement[bool]:
    target = _foreign(column).column
    if target.table.name == "persons":
        return column.in_(people)
    return column.in_(select(target).where(_mine(target.table, people, {Tie.OWN})))


def _foreign(column: Column[Any]) -> ForeignKey:
    return next(iter(column.foreign_keys))


def _go(session: Session, table: Table, which: ColumnElement[bool], but: Collection[str]) -> None:
    """Rows go, after what hangs on them: theirs goes as well, the rest lets go of them."""
    for child, column in _children(table):
        hanging = column.in_(select(_foreign(column).column).where(which))
        if tie(child.name, column.name) is Tie.OWN or not column.nullable:
            _go(session, child, hanging, but)
        elif table.name not in but or table.name == "persons":
            session.execute(update(child).where(hanging).values(_without(child, column)))
    if table.name not in but:
        session.execute(delete(table).where(which))


def _without(table: Table, column: Column[Any]) -> dict[str, Any]:
    """What a row holds once it names somebody no longer."""
    kept = KEPT.get(table.name)
    names = kept.bare.get(column.name, {}) if kept else {}
    left = {name: table.c[other] if other else "" for name, other in names.items()}
    return {column.name: None, **left}


def _children(table: Table) -> Iterator[tuple[Table, Column[Any]]]:
    for child in Base.metadata.sorted_tables:
        for foreign in child.foreign_keys:
            if foreign.column.table is table:
                yield child, foreign.parent


def _plain(table: Table, kept: Kept, row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON knows it, without columns that lead to people."""
    shown: dict[str, Any] = {}
    whole = row.pop("whole")
    for name, value in row.items():
        people = any(f.column.table.name in PEOPLE for f in table.c[name].foreign_keys)
        hidden = people or name in kept.secret or (isinstance(value, Envelope) and not whole)
        if not hidden and value not in (None, "", {}, []):
            shown[name.removeprefix("_")] = _value(
                value, f"{table.name}.{name[1:]}.{row.get('id')}"
            )
    return shown


def _value(value: Any, place: str) -> Any:
    if isinstance(value, Envelope):
        return value.text(place)
    if isinstance(value, datetime):
        return value.isoformat()
    return value.value if isinstance(value, enum.Enum) else value


def _name_what_is_meant(
    session: Session,
    found: dict[str, list[dict[str, Any]]],
    belongs: Mapping[int, datetime | None],
) -> None:
    """In place of ids, what they stand for: titles say more to people; one query a table."""
    meant: dict[str, list[tuple[dict[str, Any], str]]] = defaultdict(list)
    for name, rows in found.items():
        for column in Base.metadata.tables[name].c:
            for foreign in column.foreign_keys:
                places = [(row, column.name) for row in rows if column.name in row]
                meant[foreign.column.table.name] += places
    for target, places in meant.items():
        table = Base.metadata.tables[target]
        titles = [func.nullif(table.c[name], "") for name in TITLES if name in table.c]
        names: dict[Any, str] = {}
        if titles and places:
            query = select(table.c.id, func.coalesce(*titles, "")).where(
                table.c.id.in_({r[name] for r, name in places})
            )
            if table is Assembly.__table__:
                mine = [home for home, left_at in belongs.items() if left_at is None]
                query = query.where(or_(table.c.hidden.is_(False), table.c.id.in_(mine)))
            names = dict(session.execute(query).all())
        for row, name in places:
            named = names.get(row.pop(name))
            if named:
                row[name.removesuffix("_id")] = named
    for rows in found.values():
        for row in rows:
            row.pop("id", None)
