"""What there is to choose from when an argument is asked for."""

from __future__ import annotations

import enum
from typing import NewType, get_args, get_origin

from handlers.reading import label_of, reach, visible
from handlers.rights import named_here
from handlers.routing import Offer, Param
from handlers.turn import Turn
from models.assembly import Assembly
from models.base import Base
from models.person import Person


def offers_for(turn: Turn, param: Param) -> list[Offer]:
    """The label of each, and how a button says it."""
    kind = param.kind
    if get_origin(kind) is not None and not isinstance(kind, NewType):
        kind = next((arg for arg in get_args(kind) if arg is not type(None)), kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return [(label_of(member), str(member.value)) for member in kind]
    if kind is Person:
        return [(person.name, str(person.id)) for person in named_here(turn)[:30]]
    if kind is Assembly:
        return [(m.assembly.name, str(m.assembly_id)) for m in turn.memberships[:30]]
    if isinstance(kind, type) and issubclass(kind, Base) and hasattr(kind, "choices"):
        found = kind.choices(turn.session, reach(turn), turn.person)
        return [
            (f"{entity.number} {entity.title}"[:60], str(entity.id))
            for entity in found[:20]
            if visible(turn, entity)
        ]
    return []
