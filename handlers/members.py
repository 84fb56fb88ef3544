"""Belonging: joining, leaving, who is here, roles."""

from __future__ import annotations

from handlers.rights import anyone
from handlers.routing import Router
from handlers.turn import Say, Says, Turn
from models.assembly import Membership
from models.base import Refused

router = Router("members")


@router.command("join", anyone)
def join(turn: Turn) -> Says:
    """Become a member here."""
    assembly = turn.here
    if turn.membership() is not None:
        raise Refused("member-already", assembly=assembly.name)
    turn.session.add(Membership(person=turn.person, assembly=assembly, since=turn.now))
    yield Say("member-joined", person=turn.person.name, assembly=assembly.name)
