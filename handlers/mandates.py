"""Mandates: what a council asks is decided in each assembly, and binds whom it has sent."""

from __future__ import annotations

from handlers.asking import titled
from handlers.item_cards import mandate_words
from handlers.referring import asked, called_back, came_back, lowered, nobody_there
from handlers.result_cards import words_of
from handlers.rights import clock
from handlers.routing import Router
from handlers.turn import Card, Later, Say, Says, Turn
from models.ballots import count
from models.counting import METHODS
from models.decision import Decision
from models.delegation import delegates
from models.ending import Ending
from models.item import SHORTEST, Item, shares_of
from models.phrase import Phrase, Value
from models.referral import Referral, Stand, read_shares, referral_between, to_be_sent

router = Router("decisions")


@router.command("refer-down", clock)
def refer_down(turn: Turn, item: Decision) -> Says:
    """A promised line for each assembly, so that nobody else waits."""
    if isinstance(item, Item) and item.is_open:
        for referral_id in to_be_sent(turn.session, item.id):
            yield Later(turn.now, "referred", {"referral": referral_id})


@router.command("referred", clock)
def referred(turn: Turn, referral: Referral) -> Says:
    """An item arrives in one assembly, which decides about it as its statutes say."""
    item = referral.item
    if referral.stand is not Stand.SENT or not item.is_open:
        return
    turn.assembly = referral.seat.assembly
    if not referral.seat.is_held:
        referral.call_back()
        return
    if item.closes_at - turn.now < SHORTEST:
        yield from nobody_there(turn, referral)
        return
    words = [option.words for option in item.options if option.words]
    decision = lowered(
        turn, referral, "mandate", named={"title": item.title}, method=item.counting, words=words
    )
    earlier = referral_between(turn.session, item.replaces_id, referral.seat_id)
    if earlier is not None and earlier.decision is not None:
        decision.replaces, earlier.decision.replaced_by = earlier.decision, decision.number
    referral.ask(decision)
    yield from asked(turn, referral, decision)


@router.command("mandate", clock)
def mandate(turn: Turn, decision: Decision, subject: int) -> Says:
    """An assembly has decided: that binds whoever it has sent."""
    referral = turn.session.get(Referral, subject)
    if referral is None or referral.decision_id != decision.id or referral.is_settled:
        return
    turn.assembly = decision.assembly
    count(turn.session, [decision])
    item = referral.item
    assert item.weighing is not None
    referral.settle(shares_of(decision, item.weighing))
    said = _told(referral)
    given = referral.stand is Stand.GIVEN
    key = "mandate-given" if given else "mandate-none"
    yield Say(Phrase(key, said), to=decision.assembly)
    yours = "mandate-given-yours" if given else "mandate-none-yours"
    for one in delegates(turn.session, [decision.assembly_id]):
        if one.seat_id == referral.seat_id:
            yield Say(Phrase(yours, said), to=one.person)
    yield from came_back(turn, item)


@router.command("item-left", clock)
def item_left(turn: Turn, item: Decision) -> Says:
    """An assembly has left the council: what the others say may be all there is to come."""
    if isinstance(item, Item):
        turn.assembly = item.assembly
        yield from came_back(turn, item)


@router.command("called-back", clock)
def called_back_(turn: Turn, referral: Referral) -> Says:
    """What an assembly decides about is no longer asked."""
    decision = referral.decision
    if decision is None or not decision.is_open:
        return
    turn.assembly = decision.assembly
    count(turn.session, [decision])
    decision.call_off(turn.now)
    told: dict[str, Value] = {"title": decision.title, "council": referral.item.assembly.name}
    yield Say(Phrase("item-called-back", told), to=decision.assembly)
    yield Card(decision)
    yield from called_back(turn, decision)


@router.command("ratify-asked", clock)
def ratify_asked(turn: Turn, referral: Referral) -> Says:
    """An assembly hears what its delegate has said freely, and stands by it or not."""
    item = referral.item
    if referral.stand is not Stand.SPOKEN or not item.is_open:
        return
    turn.assembly = referral.seat.assembly
    place = next(iter(read_shares(referral.shares)))
    option = item.options[place - 1]
    said: dict[str, Value] = {
        "title": item.title,
        "person": referral.spoken_by.name if referral.spoken_by else "?",
        "choice": words_of(option),
    }
    question = Phrase("ratify-question", said)
    named = titled(turn, referral.seat.assembly, question, referral.spoken_by)
    decision = lowered(
        turn, referral, "ratified", named=named, method=METHODS["proposal"], words=()
    )
    referral.decision = decision
    yield from asked(turn, referral, decision)


@router.command("ratified", clock)
def ratified(turn: Turn, decision: Decision, subject: int) -> Says:
    """The base has said whether it stands by its delegate's word; else that falls."""
    referral = turn.session.get(Referral, subject)
    if referral is None or referral.stand is not Stand.SPOKEN:
        return
    turn.assembly = decision.assembly
    passed = decision.outcome is Ending.PASSED
    referral.ratify(ratified=passed)
    key = "ratified-yes" if passed else "ratified-no"
    yield Say(Phrase(key, _told(referral)), to=decision.assembly)
    yield from came_back(turn, referral.item)


def _told(referral: Referral) -> dict[str, Value]:
    return {
        "assembly": referral.seat.assembly.name,
        "council": referral.item.assembly.name,
        "title": referral.item.title,
        "said": mandate_words(referral.item, referral),
    }
