"""The way in for neighbours: which neighbourhood, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reading import Missing, Unread
from handlers.routing import Offer
from handlers.turn import Turn
from models.assembly import Assembly
from models.base import Refused
from models.case import LONGEST
from models.caseload import any_commune, behind, communes, sole_commune


@dataclass(frozen=True, slots=True)
class Lobby:
    """Where a case is brought: by a code, among one's own communes, or the only one there is."""

    assembly: Assembly | None

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Lobby, str]:
        """A code leading the line is taken, or a name; whoever has no choice is not asked.

        Whoever is asked and tells what troubles them all the same is not asked to say it again.
        """
        if not turn.private:
            return cls(turn.assembly), text
        head, *rest = text.split(maxsplit=1) or [""]
        places = offered(turn)
        chosen = [place for place in places if not rest and head == str(place.id)]
        if (whole := chosen[0] if chosen else lobby_of(turn, text)) is not None:
            return cls(whole), ""
        if (found := behind(turn.session, head)) is not None:
            return cls(found), rest[0] if rest else ""
        if (only := _unasked(turn)) is not None:
            return cls(only), text
        if not places and not any_commune(turn.session):
            raise Refused("case-nobody", emergency=turn.emergency)
        if rest:
            return cls(None), text
        raise Missing


@dataclass(frozen=True, slots=True)
class Confided:
    """A neighbour's words, which a group is never asked for."""

    text: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Confided, str]:
        """The rest of the line, as it was written."""
        if not turn.private:
            return cls(text.strip()), ""
        if not text.strip() and turn.memberships:
            raise Missing
        if len(text) > LONGEST:
            raise Unread("refused-too-long", limit=LONGEST)
        return cls(text.strip()), ""


def lobby_of(turn: Turn, text: str) -> Assembly | None:
    """The neighbourhood that is named, by its code, or by its name where it is offered."""
    typed = " ".join(text.casefold().split())
    named = [place for place in offered(turn) if place.name.casefold() == typed]
    return named[0] if len(named) == 1 else behind(turn.session, text)


def offered(turn: Turn) -> list[Assembly]:
    """A member's own communes, or those open to anybody."""
    return _own(turn) or communes(turn.session)


def _unasked(turn: Turn) -> Assembly | None:
    """A member's only commune, or the only one there is."""
    own = _own(turn)
    if own:
        return own[0] if len(own) == 1 else None
    return sole_commune(turn.session)


def _own(turn: Turn) -> list[Assembly]:
    mine = [m.assembly for m in turn.memberships if not m.assembly.closed_at]
    return list({a.id: a for a in mine if a.is_commune}.values())


def offer_lobbies(turn: Turn) -> Sequence[Offer]:
    """Neighbourhoods as buttons."""
    return [(assembly.name, str(assembly.id)) for assembly in offered(turn)]
