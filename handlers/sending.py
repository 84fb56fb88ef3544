"""Somebody takes a seat, or loses it: how they are meant, and what is said and promised then."""

from __future__ import annotations

from datetime import timedelta

from handlers.sight import reach
from handlers.terms import departed, vacancy
from handlers.turn import Later, Never, Say, Says, Turn, wired_id
from models.assembly import Assembly
from models.base import Refused
from models.belonging import has_organiser, left_membership, size_of
from models.delegation import Delegation, delegates, end, move_up, relieve
from models.phrase import Choice, Command, Moment, Phrase, Value
from models.record import append
from models.seat import Seat

NOTICE = timedelta(days=28)
"""So long before its end a term is spoken of: an election takes its time."""


def cut_delegation(turn: Turn, text: str) -> dict[str, str]:
    """Meant by its number or by the delegate's name; where that is not enough, it is asked for."""
    typed = text.strip().removeprefix("@")
    found = Delegation.choices(turn.session, reach(turn), turn.person)
    numbers = [str(one.number) for one in found if one.person.name.casefold() == typed.casefold()]
    if not numbers and wired_id(typed.lstrip("#")) is None:
        command = Command("delegates")
        raise Refused("delegation-no-such-person", typed=typed[:60], command=command)
    return {"delegation": numbers[0] if numbers else text} if len(numbers) < 2 else {}


def sent(
    turn: Turn, named: Delegation, before: Delegation | None, deputy: Delegation | None = None
) -> Says:
    """Somebody has been sent, with a deputy: everybody hears of it, and its end is promised.

    Of the deputy both sides hear beside the delegate.
    """
    turn.session.flush()
    append(
        turn.session, named.assembly, "delegated", turn.now, turn.salt(),
        person=named.person, council=named.council.name,
    )  # fmt: skip
    told = told_of(named)
    again = before is not None and before.person_id == named.person_id
    if not named.deputy:
        beside = {"deputy": deputy.person.name if deputy else ""}
        told |= beside | {"deputed": Choice("yes" if deputy else "no")}
        yield Say(Phrase("delegation-named", told), to=named.assembly)
        if not again or deputy is not None:
            yield Say(Phrase("delegation-arrived", told), to=named.council)
    yield Say(Phrase("delegation-named-yours", told), to=named.person)
    if before is not None:
        yield from _no_longer(turn, before)
        if not again:
            yield Say(Phrase("delegation-ended-yours", told_of(before)), to=before.person)
    slot = _slot(named)
    which = {"delegation": named}
    yield Later(named.until - NOTICE, "delegation-soon", which, f"soon:{slot}")
    yield Later(named.until, "delegation-over", which, f"over:{slot}")


def lost(turn: Turn, delegation: Delegation) -> Says:
    """Somebody goes there no longer; their deputy moves up, or the place is empty."""
    led = has_organiser(turn.session, delegation.council, turn.now)
    end(turn.session, delegation, turn.now)
    yield from _no_longer(turn, delegation)
    told = told_of(delegation)
    yield Say(Phrase("delegation-ended-yours", told), to=delegation.person)
    empty = not delegation.deputy and delegation.seat.is_held
    deputy = move_up(turn.session, delegation.seat, turn.now) if empty else None
    if deputy is not None:
        yield from _moved_up(deputy, delegation)
    else:
        vacant = Phrase("delegation-vacant", told | {"command": Command("delegate")})
        ended = Phrase("delegation-ended", told)
        yield Say(vacant if empty else ended, to=delegation.assembly)
        yield Say(ended, to=delegation.council)
    yield from _led_no_more(turn, delegation.council, led)


def _moved_up(deputy: Delegation, before: Delegation) -> Says:
    up = told_of(deputy) | {"before": before.person.name}
    for place in (deputy.assembly, deputy.council):
        yield Say(Phrase("delegation-moved-up", up), to=place)
    yield Say(Phrase("delegation-moved-up-yours", up), to=deputy.person)


def retired(turn: Turn, deputy: Delegation) -> Says:
    """A deputy becomes the delegate: the place beside the seat is free, and nobody is told."""
    end(turn.session, deputy, turn.now)
    yield from _no_longer(turn, deputy)


def beside(turn: Turn, deputy: Delegation) -> Says:
    """Who sits there is no deputy to themselves: that place is free."""
    yield from retired(turn, deputy)
    told = told_of(deputy)
    yield Say(Phrase("delegation-deputy-free-yours", told), to=deputy.person)
    for place in (deputy.assembly, deputy.council):
        yield Say(Phrase("delegation-deputy-free", told), to=place)


def relieved(turn: Turn, council: Assembly) -> Says:
    """Whoever only brought a council together leaves it to those who are sent there."""
    led = has_organiser(turn.session, council, turn.now)
    for membership in relieve(turn.session, council, turn.now):
        yield from departed(turn, membership)
        told: dict[str, Value] = {"council": council.name, "command": Command("delegate")}
        yield Say(Phrase("council-relieved", told), to=membership.person)
    yield from _led_no_more(turn, council, led)


def vacated(turn: Turn, seat: Seat) -> Says:
    """Nobody is sent there any more: the deputy goes first, so that they do not move up."""
    led = has_organiser(turn.session, seat.council, turn.now)
    found = [one for one in delegates(turn.session, [seat.assembly_id]) if one.seat is seat]
    for delegation in reversed(found):
        end(turn.session, delegation, turn.now)
        yield from _no_longer(turn, delegation)
        yield Say(Phrase("delegation-ended-yours", told_of(delegation)), to=delegation.person)
    yield from _led_no_more(turn, seat.council, led)


def _led_no_more(turn: Turn, council: Assembly, led: bool) -> Says:
    """Tell those who are left in a council that nobody organises it any more."""
    if led and size_of(turn.session, council):
        yield from vacancy(turn, council)


def told_of(delegation: Delegation) -> dict[str, Value]:
    """Who goes where for whom, as what, and until when."""
    rank = Choice("deputy" if delegation.deputy else "delegate")
    return {
        "person": delegation.person.name,
        "assembly": delegation.assembly.name,
        "council": delegation.council.name,
        "until": Moment(delegation.until, "day"),
        "as": rank,
        "role": Phrase("delegation-as", {"as": rank}),
    }


def _no_longer(turn: Turn, delegation: Delegation) -> Says:
    for name in ("soon", "over"):
        yield Never(f"{name}:{_slot(delegation)}")
    yield Later(turn.now, "recall-moot", {"delegation": delegation})
    turn.session.flush()
    left = left_membership(turn.session, delegation.person, delegation.council)
    if left is not None:
        yield from departed(turn, left)


def _slot(delegation: Delegation) -> str:
    return f"delegation:{delegation.id}"
