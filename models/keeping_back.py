"""Keeping back: whoever has left an assembly is not handed out what others write there since."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, null, select
from sqlalchemy.orm import Session

from models.assembly import Membership
from models.person import Person
from models.privacy import KEPT, Kept

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""When somebody left of whose membership nothing is known any more: everything is later."""


def homes_of(session: Session, person: Person) -> dict[int, datetime | None]:
    """By assembly to which somebody belongs or has lately belonged, when they left."""
    query = select(Membership.assembly_id, Membership.left_at)
    rows = session.execute(query.where(Membership.person_id == person.id))
    return {assembly: left_at for assembly, left_at in rows}  # noqa: C416


def home_of(table: Table) -> ColumnElement[Any]:
    """The assembly to which a row belongs, itself or by what it is about; none: to nobody's."""
    if "assembly_id" in table.c:
        return table.c.assembly_id
    for column in table.c:
        for foreign in column.foreign_keys:
            above = foreign.column.table
            if "assembly_id" in above.c and above.name in KEPT:
                return select(above.c.assembly_id).where(above.c.id == column).scalar_subquery()
    return null()


def keep_back(
    kept: Kept, row: dict[str, Any], person: Person, belongs: Mapping[int, datetime | None]
) -> None:
    """Empty, in a row of an assembly that somebody has left, what others may have written since."""
    home = row.pop("home")
    left_at = belongs.get(home, LONG_AGO)
    if home is None or left_at is None:
        return
    for name, teller in kept.later.items():
        told = row.get(teller)
        own = told == person.id if teller in kept.ties else told is not None and told <= left_at
        if not own:
            row[name] = None
