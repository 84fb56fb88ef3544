"""What becomes of letters, as a line of the platform."""

from __future__ import annotations

from typing import Literal
from uuid import uuid4

from bot.mailbag import Errand
from bot.platforms import Delivery, Event, Gone, Moved, Place, Shut, Speaker


def news(errand: Errand, told: Gone | Moved) -> Delivery:
    """Nobody is there, or elsewhere; each time it is news again."""
    place = errand.place
    event = Event(
        ref=f"news:{uuid4()}",
        place=place,
        name=_name(told, place),
        about=Speaker(errand.account, "") if place.private else None,
        detail=told.chat if isinstance(told, Moved) else "",
    )
    return Delivery(place.platform, (event,))


def _name(told: Gone | Moved, place: Place) -> Literal["moved", "shut", "blocked", "removed"]:
    match told:
        case Moved():
            return "moved"
        case Shut():
            return "shut"
    return "blocked" if place.private else "removed"
