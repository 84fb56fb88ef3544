"""Opinions: asked by the platform's own poll where there is one; they decide nothing."""

from __future__ import annotations

from handlers.ballot_form import SEND
from handlers.decision_cards import OPINE
from handlers.reading import Word
from handlers.rights import members
from handlers.routing import Router
from handlers.turn import Also, Says, Turn, wire, wired_id
from models.ballot import fetch_ballots
from models.base import Refused
from models.decision import Decision
from models.filling import Filling

router = Router("decisions")
NOTHING = Word("")


@router.command(OPINE, members, hidden=True, step=False)
def opine(turn: Turn, decision: Decision, chosen: Word = NOTHING) -> Says:
    """Answer in a platform's own poll: the numbers of what one chooses, or none any more."""
    if turn.person.id not in decision.asked_for:
        fetch_ballots(turn.session, [decision], [turn.person.id])
    if not chosen:
        if turn.person.id in decision.at_hand:
            yield Also(wire("unvote", decision))
        return
    places = [wired_id(number) or 0 for number in chosen.split(",")]
    if not all(1 <= place <= len(decision.options) for place in places):
        raise Refused("button-old")
    if decision.one_answer:
        yield Also(wire("vote", decision, decision.options[places[0] - 1].id))
        return
    marks = dict.fromkeys(places[: getattr(decision.counting, "most", 1)], 1)
    filling = Filling(decision.counting, len(decision.options), marks)
    yield Also(wire("fill", decision, filling.state, SEND))
