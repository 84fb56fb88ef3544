"""Where several processes hear at once, what is said locks its assemblies before all else.

Always in the order of their ids: none wait in a ring. On SQLite one writes at a time, and nothing
is locked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assembly import Assembly
from models.base import Base, alone

ANEW = {"populate_existing": True}
"""What others have made of a row meanwhile is seen, though it was fetched before."""


def lock(session: Session, assemblies: Collection[int]) -> None:
    """Keep others from these assemblies until all is written."""
    if alone(session) or not assemblies:
        return
    query = select(Assembly).where(Assembly.id.in_(assemblies)).order_by(Assembly.id)
    session.scalars(query.with_for_update(), execution_options=ANEW).all()


def lock_named(session: Session, named: Mapping[type[Base], Collection[int]]) -> None:
    """The same for those to which entities belong that are fetched only then."""
    if alone(session):
        return
    found: set[int] = set()
    for kind, ids in named.items():
        columns = kind.__table__.c
        if "assembly_id" in columns:
            query = select(columns["assembly_id"]).where(columns["id"].in_(ids))
            found |= {each for each in session.scalars(query) if each is not None}
    lock(session, found)
