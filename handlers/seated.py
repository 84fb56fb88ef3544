"""Who changes anything in a council: those who were sent there."""

from __future__ import annotations

from handlers.turn import Turn
from models.assembly import Assembly, Role, Sort
from models.base import Refused
from models.belonging import membership_of
from models.delegation import may_act
from models.person import Person
from models.phrase import Command


def must_be_council(assembly: Assembly) -> None:
    """Refuse what only councils do."""
    if assembly.sort is not Sort.COUNCIL:
        raise Refused("refused-council-only", command=Command("council"))


def must_sit(turn: Turn, assembly: Assembly, person: Person | None = None) -> None:
    """In a council, refuse whoever (the speaker) holds no seat there; elsewhere nobody."""
    if assembly.sort is not Sort.COUNCIL:
        return
    who = person or turn.person
    held = membership_of(turn.session, who, assembly)
    organises = held is not None and held.holds(Role.ORGANISER, turn.now)
    if not may_act(turn.session, who, assembly, organises=organises):
        raise Refused("refused-no-seat", council=assembly.name, command=Command("delegates"))
