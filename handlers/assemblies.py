"""Communes, committees and councils: founding and naming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from handlers.founding import Name, NewName, begin, check, ground
from handlers.reading import Missing
from handlers.rights import anyone, clock, in_unfounded, organisers
from handlers.routing import Offer, Router
from handlers.terms import first_terms
from handlers.turn import Button, Later, Say, Says, Turn, Undo, wire
from models.assembly import Admission, Assembly, Sort
from models.base import Refused
from models.phrase import Command, Phrase

router = Router("assemblies")
BEFORE_TOLD = timedelta(minutes=10)
"""How long a committee's founder may still decide to keep it hidden."""


class Ground(StrEnum):
    """What people of a commune have in common."""

    KIEZ = "kiez"
    WORKPLACE = "workplace"
    SCHOOL = "school"


def _grounds(_turn: Turn) -> Sequence[Offer]:
    return [(Phrase(f"ground-{ground}"), str(ground)) for ground in Ground]


@router.command("found", anyone, offers={"sort": _grounds}, fits=in_unfounded)
def found(turn: Turn, name: NewName, sort: Ground = Ground.KIEZ) -> Says:
    """Make this group a commune."""
    assembly = begin(turn, ground(turn), Sort(sort), name)
    yield Say(
        "assembly-founded",
        assembly=name,
        person=turn.person.name,
        command=Command("join"),
        buttons=[_join()],
    )
    yield from first_terms(turn, assembly)


def _join() -> Button:
    return Button(Phrase("assembly-label-join"), wire("join"))


@dataclass(frozen=True, slots=True)
class Home:
    """The commune that a committee belongs to; asked for only where the speaker has several."""

    commune: Assembly

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Home, str]:
        """The only one there is, or the one that is named."""
        check(turn, topic=True)
        homes = _communes(turn)
        if turn.assembly in homes:
            return cls(turn.assembly), text
        if not homes or turn.assembly is not None:
            raise Refused("committee-needs-commune")
        if len(homes) == 1:
            return cls(homes[0]), text
        head, _, rest = text.strip().partition(" ")
        for home in homes:
            if head == f"in:{home.id}":
                return cls(home), rest.strip()
            if text.strip().casefold() == home.name.casefold():
                return cls(home), ""
        raise Missing


def _communes(turn: Turn) -> list[Assembly]:
    mine = [membership.assembly for membership in turn.memberships]
    return [home for home in mine if home.is_commune and not home.closed_at]


def _homes(turn: Turn) -> Sequence[Offer]:
    return [(home.name, f"in:{home.id}") for home in _communes(turn)]


@router.command("committee", anyone, offers={"home": _homes}, fits=in_unfounded)
def committee(turn: Turn, home: Home, name: Name) -> Says:
    """Make this group a committee of a commune one belongs to."""
    parent = home.commune
    chat = ground(turn, topic=True)
    assembly = begin(turn, chat, Sort.COMMITTEE, name, parent)
    yield Say(
        "committee-founded",
        to=chat,
        assembly=name,
        parent=parent.name,
        person=turn.person.name,
        command=Command("join"),
        buttons=[
            _join(),
            Button(Phrase("committee-label-theme"), wire("theme")),
            Button(Phrase("committee-label-hide"), wire("hidden", "on")),
        ],
    )
    yield Later(turn.now + BEFORE_TOLD, "committee-told", {"committee": assembly})
    yield from first_terms(turn, assembly)


@router.command("committee-told", clock)
def committee_told(turn: Turn, committee: Assembly) -> Says:
    """The commune hears of its new committee, unless it is kept hidden."""
    if committee.parent is None or committee.hidden or committee.closed_at:
        return
    yield Say("committee-told", to=committee.parent, committee=committee.name)


@router.command("council", anyone, fits=in_unfounded)
def council(turn: Turn, name: NewName) -> Says:
    """Make this group a council, for delegates of several assemblies."""
    if not turn.memberships:
        raise Refused("council-needs-assembly")
    assembly = begin(turn, ground(turn), Sort.COUNCIL, name)
    assembly.admission = Admission.OWN
    yield Say("council-founded", assembly=name, person=turn.person.name, command=Command("invite"))
    yield from first_terms(turn, assembly)


@router.command("rename", organisers)
def rename(turn: Turn, name: Name) -> Says:
    """Give the assembly another name."""
    yield Undo(wire("rename"), turn.here.name)
    turn.here.name = str(name)
    yield Say("assembly-renamed", assembly=name)
