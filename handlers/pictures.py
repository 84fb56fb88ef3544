"""A result as a picture."""

from __future__ import annotations

from handlers.beside import offer_ended
from handlers.decision_cards import result
from handlers.filing import File, Making
from handlers.result_sheets import NOTHING_TO_SHOW, decision_blocks
from handlers.rights import readers
from handlers.routing import Router
from handlers.turn import Say, Says, Turn
from models.ballots import count
from models.base import Refused
from models.decision import Decision
from models.phrase import Command, Moment, Phrase, Value
from models.record import lines_about
from models.sheet import Sheet

router = Router("decisions")


@router.command("picture", readers, offers={"decision": offer_ended})
def picture(turn: Turn, decision: Decision) -> Says:
    """Show a result as a picture, and the same in words below it."""
    _must_be_shown(decision)
    count(turn.session, [decision])
    line = next(iter(lines_about(turn.session, decision)), None)
    file = File(f"result-{decision.number}.png", "picture", {"decision": decision})
    said = {**result(decision), "record": line.short if line else "–"}
    yield Say(Phrase("decision-ended", said), file=file)


@router.maker("picture")
def drawn(making: Making, decision: Decision) -> Sheet:
    """A decision's result."""
    _must_be_shown(decision)
    count(making.session, [decision])
    assembly = decision.assembly.name
    above: dict[str, Value] = {"assembly": assembly, "number": decision.number}
    lines = lines_about(making.session, decision)
    head = lines[-1].short if lines else "–"
    return Sheet(
        decision.title,
        decision_blocks(decision),
        above=Phrase("picture-above", above),
        foot=Phrase("sheet-foot", {"assembly": assembly, "head": head}),
    )


def _must_be_shown(decision: Decision) -> None:
    """Nothing is drawn of what is still voted upon, nor of what nobody may see."""
    if decision.is_open:
        closes = Moment(decision.closes_at)
        raise Refused("picture-not-yet", closes=closes, command=Command("polls"))
    if decision.outcome in NOTHING_TO_SHOW:
        raise Refused("picture-nothing", title=decision.title)
