"""Down and up again: an item goes to the assemblies of a council, and its mandates come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from handlers.asking import opened
from handlers.turn import Later, Says, Turn, wire
from models.assembly import Sort
from models.ballots import count, take_down
from models.counting import Method
from models.counting.column import dump_method
from models.decision import Decision
from models.item import Item, call_up, deadline_below
from models.referral import Referral, Stand, open_referrals, referrals_of, still_out
from models.seat import Seat
from models.stances import fresh_options
from models.statutes import Article, Statutes, statutes_of

REDRAWN = 10
"""Seconds: a card that a thousand assemblies change is drawn as often, not a thousand times."""


def sent_down(turn: Turn, item: Item, statutes: Statutes) -> Says:
    """A new item goes down at once, unless delegates speak freely or somebody is to say so."""
    at_once = not item.free and statutes.value(Article.REFERRING) == "at-once"
    call_up(turn.session, item, Stand.SENT if at_once else Stand.HELD)
    if at_once:
        yield Later(turn.now, "refer-down", {"item": item})


def lowered(
    turn: Turn,
    referral: Referral,
    consequence: str,
    *,
    named: Mapping[str, Any],
    method: Method,
    words: Sequence[str],
) -> Decision:
    """What an assembly is asked by a council above it, under statutes of its own.

    `named`: its title, and whom it names.
    `consequence`: what the clock says of the referral when it has ended, whichever way.
    """
    assembly, item = referral.seat.assembly, referral.item
    statutes = statutes_of(turn.session, assembly)
    council = assembly.sort is Sort.COUNCIL
    more = {"free": False, "weighing": statutes.weighing} if council else {}
    then = wire(consequence, referral)
    decision = (Item if council else Decision)(
        assembly=assembly,
        number=assembly.next_number("decision"),
        **named,
        opened_at=turn.now,
        closes_at=deadline_below(turn.now, item.closes_at),
        not_after=deadline_below(turn.now, item.closes_at),
        options=fresh_options(method, words),
        binding=True,
        method=dump_method(method),
        rule=statutes.rule,
        origin=item,
        consequence=then,
        otherwise=then,
        **more,
    )
    turn.session.add(decision)
    turn.session.flush()
    return decision


def asked(turn: Turn, referral: Referral, decision: Decision) -> Says:
    """Put it to the members, or to the assemblies of a council; nobody there is no mandate."""
    if isinstance(decision, Item):
        call_up(turn.session, decision)
    else:
        take_down(turn.session, decision)
    count(turn.session, [decision])
    if not decision.electorate:
        decision.call_off(turn.now)
        yield from nobody_there(turn, referral)
        return
    if isinstance(decision, Item):
        yield Later(turn.now, "refer-down", {"item": decision})
    yield from opened(decision, turn)


def nobody_there(turn: Turn, referral: Referral) -> Says:
    """An assembly that can decide nothing gives no mandate."""
    referral.settle({})
    yield from came_back(turn, referral.item)


def came_back(turn: Turn, item: Item) -> Says:
    """One more mandate is in: the card is drawn soon; if it was the last, the item ends."""
    if not item.is_open:
        return
    soon = datetime.fromtimestamp((int(turn.now.timestamp()) // REDRAWN + 1) * REDRAWN, UTC)
    yield Later(soon, "item-drawn", {"item": item}, f"drawn:{item.id}")
    turn.session.flush()
    if not still_out(turn.session, item.id, asked_again=not item.free):
        yield Later(turn.now, "item-ends", {"decision": item}, f"ends:{item.id}")


def called_back(turn: Turn, decision: Decision) -> Says:
    """Nobody waits any more for what is out: those who decide about it are told."""
    if not isinstance(decision, Item):
        return
    for referral in referrals_of(turn.session, [decision.id]):
        yield from call_back(turn, referral)


def lapsed(turn: Turn, item: Item) -> Says:
    """The time is up: whoever has not answered by now has given no mandate."""
    for referral in item.lives:
        if referral.is_settled:
            continue
        referral.settle({})
        if referral.decision_id is not None:
            yield Later(turn.now, "called-back", {"referral": referral})


def withdrawn(turn: Turn, seat: Seat) -> Says:
    """An assembly sits there no longer: what it has not answered goes on without it."""
    for referral in open_referrals(turn.session, seat):
        yield from call_back(turn, referral)
        yield Later(turn.now, "item-left", {"item": referral.item_id})


def call_back(turn: Turn, referral: Referral) -> Says:
    """One assembly's part in an item ends."""
    out = referral.stand in {Stand.ASKED, Stand.SPOKEN}
    if not referral.is_settled:
        referral.call_back()
    if out and referral.decision_id is not None:
        yield Later(turn.now, "called-back", {"referral": referral})
