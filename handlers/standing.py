"""Which election a line is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.listing import offers_of
from handlers.routing import Offer
from handlers.sight import reach
from handlers.turn import Turn
from models.base import Refused
from models.election import Election
from models.phrase import Command

MOST_OFFERED = 20


def cut_after(param: str) -> Callable[[Turn, str], dict[str, str]]:
    """An election's number, then `param`; the only one there is need not be named."""

    def cut(turn: Turn, text: str) -> dict[str, str]:
        head, _, rest = text.strip().partition(" ")
        if head.lstrip("#").isdecimal():
            return {"election": head, param: rest}
        found = _running(turn)
        return {"election": str(found[0].number) if len(found) == 1 else "", param: text}

    return cut


def offer_running(turn: Turn) -> Sequence[Offer]:
    """Elections that have not ended."""
    return _offers(_running(turn))


def offer_standing(turn: Turn) -> Sequence[Offer]:
    """Those whose vote has not opened."""
    return _offers([one for one in _running(turn) if one.is_standing])


def _running(turn: Turn) -> Sequence[Election]:
    return Election.choices(turn.session, reach(turn), turn.person)


def _offers(found: Sequence[Election]) -> Sequence[Offer]:
    if not found:
        raise Refused("elections-none", command=Command("elect"))
    return offers_of(found[:MOST_OFFERED])
