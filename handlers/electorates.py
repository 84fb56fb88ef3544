"""Electorates: who may vote, as a number or, for those who organise, by name."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.listing import offers_of
from handlers.rights import members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Say, Says, Turn
from models.assembly import Role
from models.ballots import count, voters
from models.base import Refused
from models.decision import Decision
from models.motion import lately
from models.phrase import Choice, Command, Phrase, Several, Value

router = Router("decisions")
MOST_NAMED = 40
MOST_OFFERED = 8


def _offer_lately(turn: Turn) -> Sequence[Offer]:
    found = lately(turn.session, reach(turn), MOST_OFFERED)
    if not found:
        raise Refused("decisions-none", command=Command("decide"))
    return offers_of(found)


@router.command("electorate", members, offers={"decision": _offer_lately}, step=False)
def electorate(turn: Turn, decision: Decision) -> Says:
    """How many may vote; who organises is told their names, in private."""
    count(turn.session, [decision])
    values: dict[str, Value] = {
        "title": decision.title,
        "count": decision.electorate,
        "frozen": Choice("yes" if decision.binding else "no"),
    }
    names = _names(turn, decision)
    if turn.private and names:
        yield Say(Phrase("electorate-told", values), *names)
        return
    yield Say(Phrase("electorate-told", values))
    if names:
        yield Say(Phrase("electorate-told", values), *names, to=turn.person)


def _names(turn: Turn, decision: Decision) -> list[Phrase]:
    """Where it would out people, nobody sees names."""
    if decision.assembly.hidden or not turn.holds(Role.ORGANISER):
        return []
    people = voters(turn.session, decision)
    named = Several([person.name for person in people[:MOST_NAMED]], "line")
    rest = len(people) - MOST_NAMED
    lines = [Phrase("electorate-names", {"names": named})] if people else []
    return lines + ([Phrase("electorate-more", {"count": rest})] if rest > 0 else [])
