"""Lineage: what an assembly has decided goes up to a council; every way can be followed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta

from handlers.asking import opened
from handlers.beside import offer_ended
from handlers.item_cards import mandate_words
from handlers.referring import came_back, sent_down
from handlers.result_cards import words_of
from handlers.rights import clock, members, readers
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Later, Say, Says, Turn
from models.assembly import Assembly, Role
from models.base import Refused
from models.chart import is_named
from models.decision import Decision
from models.delegation import speaks_for
from models.item import Item, must_fit, shares_of, time_needed
from models.lineage import Trail, brought_to, must_be_decided, trail_of
from models.phrase import Choice, Command, Phrase, Several, Value
from models.referral import referral_between
from models.seat import Seat, levels_below, seats_held
from models.stances import fresh_options
from models.statutes import Statutes, statutes_of

router = Router("delegates")
MOST_SHOWN = 10


def _offer_seats(turn: Turn) -> Sequence[Offer]:
    found = seats_held(turn.session, reach(turn))
    return [(f"{seat.council.name}"[:40], str(seat.id)) for seat in found]


@router.command("bring", members, offers={"decision": offer_ended, "seat": _offer_seats})
def bring(turn: Turn, decision: Decision, seat: Seat | None = None) -> Says:
    """Carry what was decided up to a council, which asks all its assemblies."""
    there = _where(turn, decision, seat)
    must_be_decided(decision)
    _must_carry(turn, there)
    if brought_to(turn.session, decision, there.council) is not None:
        raise Refused("bring-already", council=there.council.name)
    must_fit(decision.counting)
    yield Later(turn.now, "brought", {"decision": decision, "seat": there}, behalf=turn.person)
    yield Say("bring-done", title=decision.title, council=there.council.name)


def _where(turn: Turn, decision: Decision, seat: Seat | None) -> Seat:
    """The council that is meant; the only one need not be said."""
    found = seats_held(turn.session, [decision.assembly_id])
    if seat is not None and seat in found:
        return seat
    if len(found) == 1 and seat is None:
        return found[0]
    if not found:
        raise Refused(
            "delegation-nowhere", assembly=decision.assembly.name, command=Command("invite")
        )
    raise Refused("bring-where", councils=Several([one.council.name for one in found]))


def _must_carry(turn: Turn, seat: Seat) -> None:
    """Refuse whoever neither facilitates nor was sent there."""
    mine = speaks_for(turn.session, turn.person, seat.council)
    sent = any(one.seat_id == seat.id for one in mine)
    if not sent and not turn.holds(Role.FACILITATOR, seat.assembly):
        raise Refused("bring-not-yours", command=Command("delegates"))


@router.command("brought", clock)
def brought(turn: Turn, decision: Decision, seat: Seat) -> Says:
    """A decision arrives in a council: its own assembly's mandate is there from the first."""
    council = seat.council
    if not seat.is_held or council.closed_at or brought_to(turn.session, decision, council):
        return
    turn.assembly = council
    statutes = statutes_of(turn.session, council)
    item = _item(turn, decision, seat, statutes)
    yield from sent_down(turn, item, statutes)
    turn.session.flush()
    own = referral_between(turn.session, item.id, seat.id)
    if own is not None:
        own.ask(decision)
        own.settle(shares_of(decision, statutes.weighing))
    yield from opened(item, turn)
    yield from came_back(turn, item)


def _item(turn: Turn, decision: Decision, seat: Seat, statutes: Statutes) -> Item:
    council = seat.council
    levels = levels_below(turn.session, council)
    words = [option.words for option in decision.options if option.words]
    item = Item(
        assembly=council,
        number=council.next_number("decision"),
        title=decision.title,
        opened_at=turn.now,
        closes_at=turn.now + max(timedelta(days=statutes.days), time_needed(levels)),
        options=fresh_options(decision.counting, words),
        binding=True,
        method=decision.method,
        rule=statutes.rule,
        free=False,
        weighing=statutes.weighing,
        origin=decision,
    )
    turn.session.add(item)
    turn.session.flush()
    return item


@router.command("trail", readers, offers={"decision": offer_ended})
def trail(turn: Turn, decision: Decision) -> Says:
    """Follow a question through all assemblies that decide about it."""
    way = trail_of(turn.session, decision)
    mine = reach(turn)
    lines = [_stop(one, _name(one.assembly, way.above, mine)) for one in [decision, *way.above]]
    yield Say(Phrase("trail-head", {"title": decision.title}), *lines, *_below(way, mine))


def _name(assembly: Assembly, items: Iterable[Item], mine: Collection[int]) -> Value:
    """What an assembly is called that has been asked in some of these items, or has asked."""
    asked = [one.seat for item in items for one in item.lives]
    councils = [seat.council_id for seat in asked if seat.assembly_id == assembly.id]
    return assembly.name if is_named(assembly, councils, mine) else Phrase("map-hidden")


def _stop(decision: Decision, name: Value) -> Phrase:
    """One assembly on the way, and how it stands there."""
    item = isinstance(decision, Item)
    told: dict[str, Value] = {
        "assembly": name,
        "number": decision.number,
        "outcome": decision.outcome,
        "winner": Several([words_of(option) for option in decision.leading()]),
        "kind": Choice("item" if item else "own"),
        "in": 0,
        "all": 0,
    }
    if isinstance(decision, Item):
        told["in"] = sum(one.mandate.given for one in decision.lives)
        told["all"] = len(decision.lives)
    return Phrase("trail-stop", told)


def _below(way: Trail, mine: Collection[int]) -> list[Phrase]:
    """What the council's own assemblies have said."""
    item = way.decision
    if not isinstance(item, Item):
        return []
    lines = [
        Phrase(
            "trail-below",
            {
                "assembly": _name(one.seat.assembly, [item], mine),
                "stand": one.stand,
                "said": mandate_words(item, one),
            },
        )
        for one in way.below[:MOST_SHOWN]
    ]
    more = len(way.below) - len(lines)
    return lines + ([Phrase("trail-more", {"count": more})] if more > 0 else [])
