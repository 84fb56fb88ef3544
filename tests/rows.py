"""Rows for any table, so that tests reach tables that did not exist when they were written."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import Boolean, Column, Enum, String, insert
from sqlalchemy.orm import Session
from sqlalchemy.types import JSON

from models.base import Base, Instant
from models.privacy import KEPT, Tie
from models.sealed import Envelope, SealedColumn

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
Row = dict[str, Any]


def _kinds() -> dict[Any, Any]:
    """Columns that say which class a row is of, and the usual one."""
    found = [mapper for mapper in Base.registry.mappers if mapper.polymorphic_on is not None]
    return {one.polymorphic_on: one.polymorphic_identity for one in found if not one.inherits}


class Rows:
    """Makes rows that belong to one person, with everything they need around them."""

    def __init__(self, session: Session) -> None:
        self._session, self._numbers = session, count(1)

    def person(self, name: str) -> Row:
        """Somebody new."""
        return self.row("persons", name=name)

    def row(self, table_name: str, word: str = "anybody", **given: Any) -> Row:
        """A row with `word` in every text; what it must refer to is made as well."""
        table = Base.metadata.tables[table_name]
        made: Row = {"id": next(self._numbers)} if "id" in table.c else {}
        for column in table.columns:
            if column.name in made:
                continue
            made[column.name] = (
                given[column.name]
                if column.name in given
                else self._value(column, word, made.get("id"))
            )
        self._session.execute(insert(table).values(made))
        return made

    def own(self, table_name: str, column_name: str, person: int, word: str, **given: Any) -> Row:
        """A row whose tie `column_name` leads to this person."""
        column = Base.metadata.tables[table_name].c[column_name]
        target = next(iter(column.foreign_keys)).column.table.name
        if target == "persons":
            return self.row(table_name, word, **{column_name: person}, **given)
        ties = KEPT[target].ties.items()
        way = next(name for name, tie in ties if tie is Tie.OWN)
        parent = self.own(target, way, person, word)
        return self.row(table_name, word, **{column_name: parent["id"]}, **given)

    def _value(self, column: Column[Any], word: str, row_id: int | None) -> Any:
        if column in _kinds():
            return _kinds()[column]
        foreign = next(iter(column.foreign_keys), None)
        if foreign is not None:
            if column.nullable:
                return None
            return self.row(foreign.column.table.name)[foreign.column.name]
        text = f"{word}.{column.table.name}.{column.name}.{next(self._numbers)}"
        match column.type:
            case SealedColumn():
                place = f"{column.table.name}.{column.name[1:]}.{row_id}"
                value: Any = Envelope(plain=text, bound_to=place)
            case Enum(enum_class=kind):
                value = next(iter(kind or ()))
            case Instant():
                value = NOW
            case JSON():
                value = {}
            case Boolean():
                value = False
            case String():
                value = text
            case _:
                value = next(self._numbers)
        return value
