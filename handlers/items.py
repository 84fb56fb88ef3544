"""Items: a council's questions go down to its assemblies and come back as their mandates."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from handlers.answers import OptionOf
from handlers.closing import end
from handlers.item_cards import card, mandate_words, speak_buttons
from handlers.listing import offers_of
from handlers.referring import lapsed
from handlers.result_cards import words_of
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Card, Later, Say, Says, Tell, Turn
from models.ballots import count
from models.base import Refused
from models.decision import Decision
from models.delegation import delegates_of, speaks_for
from models.item import SHORTEST, Item, call_up, fetch_mandates
from models.lineage import fetch_origins
from models.phrase import Command, Moment, Phrase, Several, Value
from models.referral import Referral, Stand, referrals_of
from models.speaking import silent

router = Router("decisions")
MOST_OFFERED = 20


def _fetch(session: Session, items: Sequence[Item]) -> None:
    count(session, items)
    fetch_origins(session, items)


router.card(Item, fetch=_fetch)(card)


def _offer_items(turn: Turn) -> Sequence[Offer]:
    found = Decision.choices(turn.session, reach(turn), turn.person)
    items = [one for one in found if isinstance(one, Item)]
    if not items:
        raise Refused("items-none", command=Command("decide"))
    return offers_of(items[:MOST_OFFERED])


@router.command("refer", members, offers={"decision": _offer_items})
def refer(turn: Turn, decision: Decision) -> Says:
    """Send an item down to those of a council's assemblies that have given no mandate."""
    item = _open_item(turn, decision)
    if item.free:
        raise Refused("item-free-stays")
    if item.closes_at - turn.now < SHORTEST:
        raise Refused("item-too-late", command=Command("amend", str(item.number)))
    known = {one.seat_id for one in referrals_of(turn.session, [item.id])}
    call_up(turn.session, item, but=known)
    fetch_mandates(turn.session, [item])
    out = [one for one in item.referrals if one.may_be_sent]
    if not out:
        raise Refused("item-nothing-to-refer")
    for referral in out:
        referral.stand, referral.shares = Stand.SENT, None
    yield Later(turn.now, "refer-down", {"item": item})
    yield Say("item-referred", title=item.title, count=len(out))
    yield Card(item)


def _open_item(turn: Turn, decision: Decision) -> Item:
    if not isinstance(decision, Item):
        raise Refused("item-only-council", command=Command("bring", str(decision.number)))
    decision.must_be_open()
    return decision


@router.command("speak", members, hidden=True)
def speak(turn: Turn, decision: Decision, option: OptionOf) -> Says:
    """In a free item: what a delegate says for their assembly, until it ratifies it."""
    item = _open_item(turn, decision)
    item.must_be_free()
    chosen = option.among(item)
    fetch_mandates(turn.session, [item])
    seats = {one.seat_id: one for one in speaks_for(turn.session, turn.person, item.assembly)}
    mine = [one for one in item.lives if one.seat_id in seats]
    if not mine:
        raise Refused("item-not-your-seat")
    _must_precede(turn, [one for one in mine if seats[one.seat_id].deputy])
    for referral in mine:
        referral.speak(turn.person, chosen.place)
    names: list[Value] = [one.seat.assembly.name for one in mine]
    said: dict[str, Value] = {"assembly": Several(names), "closes": Moment(item.closes_at)}
    said["choice"] = words_of(chosen)
    yield Tell(Phrase("item-spoken", said))
    yield Card(item)


def _must_precede(turn: Turn, beside: Sequence[Referral]) -> None:
    """A deputy speaks while the delegate is silent, and not against them."""
    sitting = delegates_of(turn.session, [one.seat_id for one in beside])
    for referral in beside:
        delegate = sitting.get(referral.seat_id)
        if delegate is not None and referral.spoken_by_id == delegate.id:
            raise Refused("item-delegate-spoke", person=delegate.name)


@router.command("item-reminds", clock)
def item_reminds(turn: Turn, decision: Decision) -> Says:
    """Where delegates speak freely, tell those in private for whose group nobody has spoken."""
    if not isinstance(decision, Item) or not decision.is_open or decision.frozen_at is not None:
        return
    if not decision.free:
        return
    turn.assembly = decision.assembly
    for person, groups in silent(turn.session, decision).items():
        names: list[Value] = [*groups]
        yield Say(
            "item-reminder",
            to=person,
            buttons=speak_buttons(decision),
            until=decision.closes_at,
            title=decision.title,
            council=decision.assembly.name,
            assembly=Several(names),
            closes=Moment(decision.closes_at),
        )


@router.command("item-drawn", clock)
def item_drawn(turn: Turn, item: Decision) -> Says:
    """Its card, with what has come in meanwhile."""
    turn.assembly = item.assembly
    yield Card(item)


@router.command("item-ends", clock)
def item_ends(turn: Turn, decision: Decision) -> Says:
    """The time is up, or all mandates are in; what was spoken freely goes to the base first."""
    if not isinstance(decision, Item) or not decision.is_open:
        return
    turn.assembly = decision.assembly
    fetch_mandates(turn.session, [decision])
    spoken = [one for one in decision.lives if one.stand is Stand.SPOKEN]
    if spoken and decision.frozen_at is None:
        yield from _frozen(turn, decision, spoken)
        return
    yield from lapsed(turn, decision)
    yield from end(turn, decision)
    for referral in () if decision.is_lowered else decision.lives:
        yield Later(turn.now, "item-told", {"referral": referral, "item": decision})


def _frozen(turn: Turn, item: Item, spoken: Sequence[Referral]) -> Says:
    item.freeze(turn.now)
    for referral in item.lives:
        if referral.stand is Stand.HELD:
            referral.settle({})
    yield Card(item)
    closes = Moment(item.closes_at)
    told: dict[str, Value] = {"title": item.title, "count": len(spoken), "closes": closes}
    yield Say(Phrase("item-frozen-now", told), to=item.assembly)
    yield Later(item.closes_at, "item-ends", {"decision": item}, f"ends:{item.id}")
    for referral in spoken:
        yield Later(turn.now, "ratify-asked", {"referral": referral})


@router.command("item-told", clock)
def item_told(turn: Turn, referral: Referral, item: Decision) -> Says:
    """What became of it goes down again, to everybody who has decided about it."""
    turn.assembly = referral.seat.assembly
    winners: list[Value] = [words_of(option) for option in item.leading()]
    given = referral.stand is Stand.GIVEN
    told: dict[str, Value] = {
        "council": item.assembly.name,
        "title": item.title,
        "outcome": item.outcome,
        "won": len(winners),
        "winner": Several(winners),
        "said": mandate_words(referral.item, referral) if given else Phrase("mandate-nothing"),
    }
    yield Say(Phrase("item-told", told), to=referral.seat.assembly)
    if isinstance(referral.decision, Item):
        for further in referrals_of(turn.session, [referral.decision.id]):
            if further.stand is not Stand.GONE:
                yield Later(turn.now, "item-told", {"referral": further, "item": item})
