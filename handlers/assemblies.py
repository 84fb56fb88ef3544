"""Founding: communes and committees, their names, languages and zones."""

from __future__ import annotations

from handlers.reading import Title
from handlers.rights import anyone, organisers
from handlers.routing import Router
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Assembly, Membership, Role, Sort
from models.base import Refused
from models.phrase import Command, Phrase

router = Router("assemblies")


@router.command("found", anyone)
def found(turn: Turn, name: Title) -> Says:
    """Make this group a commune."""
    chat = turn.chat
    if chat is None or chat.private:
        raise Refused("refused-group-only")
    if turn.assembly is not None:
        raise Refused("assembly-already", assembly=turn.assembly.name)
    assembly = Assembly(
        sort=Sort.KIEZ,
        name=name,
        language=turn.language,
        zone=turn.zone,
        founded_at=turn.now,
        door=turn.token(),
    )
    chat.assembly, chat.greeted = assembly, True
    membership = Membership(person=turn.person, assembly=assembly, since=turn.now)
    membership.give(Role.ORGANISER, turn.now)
    turn.session.add(membership)
    yield Say(
        "assembly-founded",
        assembly=name,
        person=turn.person.name,
        command=Command("join"),
        buttons=[Button(Phrase("assembly-label-join"), wire("join"))],
    )


@router.command("rename", organisers)
def rename(turn: Turn, name: Title) -> Says:
    """Give the assembly another name."""
    turn.here.name = name
    yield Say("assembly-renamed", assembly=name)
