"""Ground of all tables: ids, times, refusals."""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Enum,
    Integer,
    MetaData,
    Table,
    inspect,
)
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import JSON, TypeDecorator

from models.phrase import Phrase, Value


class Refused(Exception):
    """A rule says no; the line leaves nothing behind and its speaker is told why."""

    def __init__(self, key: str, **values: Value) -> None:
        """`key` is a sentence of the locales."""
        super().__init__(key)
        self.phrase = Phrase(key, values)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; a naive one is an error."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn into naive UTC for the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it was UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


Id = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """Every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        int: Id,
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=20,
            values_callable=lambda kind: [member.value for member in kind],
        ),
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON,
    }

    @classmethod
    def __table_cls__(cls, *args: Any, **options: Any) -> Table:
        """SQLite, too, gives no id twice: buttons and promises name them for years."""
        counted = any(
            isinstance(part, Column) and part.name == "id" and part.autoincrement is not False
            for part in args
        )
        return Table(*args, sqlite_autoincrement=counted, **options)


def alone(session: Session) -> bool:
    """Whether nobody else writes meanwhile: SQLite lets one at a time."""
    return session.get_bind().dialect.name == "sqlite"


def hold(row: Base, *columns: str) -> None:
    """Keep others from a row until all is written, and see what they have made of these columns.

    Before anything is counted on from what it says.
    """
    state = inspect(row)
    # What is changed and not written yet was held before it was changed.
    held = any(state.attrs[column].history.has_changes() for column in columns)
    if state.persistent and state.session is not None and not held and not alone(state.session):
        state.session.refresh(row, columns, with_for_update=True)
