"""Sight: what there is for whoever speaks, here; what they may not see is not there."""

from __future__ import annotations

from sqlalchemy import select

from handlers.turn import Turn
from models.assembly import Assembly, Membership
from models.base import Base
from models.person import Person


def reach(turn: Turn) -> list[int]:
    """Ids of the assemblies whose short numbers count here."""
    if turn.assembly is not None and not turn.private:
        return [turn.assembly.id]
    return [membership.assembly_id for membership in turn.memberships]


def visible(turn: Turn, entity: Base) -> bool:
    """Whether the speaker may see an entity, here: what they may not see is not there."""
    if turn.clock:
        return True
    if hasattr(entity, "seen_by"):
        return bool(entity.seen_by(turn.person, turn.memberships))
    mine = {membership.assembly_id for membership in turn.memberships}
    if turn.assembly is not None:
        mine.add(turn.assembly.id)
    if isinstance(entity, Person):
        return _shares_assembly(turn, entity, mine)
    if isinstance(entity, Assembly):
        shown = (entity.listed or entity.parent_id in mine) and not entity.hidden
        return entity.id in mine or shown
    return entity.assembly_id in mine  # type: ignore[attr-defined]


def _shares_assembly(turn: Turn, person: Person, mine: set[int]) -> bool:
    query = select(Membership.id).where(
        Membership.person_id == person.id,
        Membership.assembly_id.in_(mine),
        Membership.left_at.is_(None),
    )
    return turn.session.scalars(query.limit(1)).first() is not None
