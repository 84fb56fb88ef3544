"""Presence: whoever facilitates says how many are there, where the majority depends on it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.asking import voted
from handlers.listing import offers_of
from handlers.rights import facilitators
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Card, Says, Tell, Turn, Undo, wire
from models.ballots import count
from models.base import Refused
from models.decision import Decision
from models.phrase import Command, Phrase
from models.presence import asking, gathered, must_ask, say_present

router = Router("decisions")


def _offer_asking(turn: Turn) -> Sequence[Offer]:
    found = asking(turn.session, reach(turn))
    if not found:
        raise Refused("present-nowhere", command=Command("statutes"))
    return offers_of(found[:20])


def _offer_gathered(turn: Turn) -> Sequence[Offer]:
    """As many as said that they come to the meeting that goes on."""
    found = gathered(turn.session, turn.here.id, turn.now)
    if found is None:
        return []
    title, people = found
    label = Phrase("present-label-meeting", {"people": people, "title": title})
    return [(label, str(people))]


@router.command(
    "present", facilitators, offers={"decision": _offer_asking, "people": _offer_gathered}
)
def present(turn: Turn, decision: Decision, people: int) -> Says:
    """Say how many are there; said again, the new number counts."""
    before = decision.present
    count(turn.session, [decision])
    say_present(decision, people)
    yield Undo(wire("present", decision, before) if before else wire("unpresent", decision))
    yield Card(decision)
    yield Tell("present-kept", people=people, title=decision.title, quiet=True)
    yield from voted(decision, turn)


@router.command("unpresent", facilitators, hidden=True)
def unpresent(turn: Turn, decision: Decision) -> Says:
    """Say nothing of it after all."""
    must_ask(decision)
    decision.present = None
    yield Card(decision)
