"""Delegates: who sits in which council for whom, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.electing import begin_election
from handlers.listing import listed
from handlers.reading import Missing, Unread
from handlers.rights import clock, followers, members
from handlers.routing import Offer, Router
from handlers.sending import cut_delegation, lost, told_of
from handlers.sight import reach
from handlers.turn import Also, Say, Says, Turn, wire
from models.assembly import Membership
from models.base import Refused
from models.delegation import Delegation, delegates, delegations_of, must_rotate
from models.election import Kind
from models.person import Person
from models.phrase import Command as Named
from models.phrase import Phrase
from models.seat import Seat, seats_held, seats_in

router = Router("delegates")


@dataclass(frozen=True, slots=True)
class Sending:
    """A council in which the assembly has a seat."""

    seat: Seat

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Sending, str]:
        """The council's name, or the seat's id; the only one there is need not be said."""
        found = _seats(turn)
        typed = text.strip().casefold()
        if not typed and len(found) == 1:
            return cls(found[0]), ""
        if not typed:
            raise Missing
        for seat in found:
            if typed in {seat.council.name.casefold(), str(seat.id)}:
                return cls(seat), ""
        raise Unread("delegation-no-such-seat", typed=text.strip()[:60])


def _seats(turn: Turn) -> Sequence[Seat]:
    found = seats_held(turn.session, [turn.here.id])
    if not found:
        raise Refused("delegation-nowhere", assembly=turn.here.name, command=Named("invite"))
    return found


def _offer_seats(turn: Turn) -> Sequence[Offer]:
    return [(seat.council.name, str(seat.id)) for seat in _seats(turn)]


def _cut_sending(turn: Turn, text: str) -> dict[str, str]:
    """The council, then somebody to propose; either may stand alone."""
    for seat in seats_held(turn.session, [turn.here.id]):
        name = seat.council.name
        if text.strip().casefold().startswith(name.casefold()):
            return {"sending": name, "person": text.strip()[len(name) :].strip()}
    return {"person": text}


@router.command("delegate", members, split=_cut_sending, offers={"sending": _offer_seats})
def delegate(turn: Turn, sending: Sending, person: Person | None = None) -> Says:
    """Elect who speaks for us in a council; somebody named is proposed at once."""
    seat = sending.seat
    words = seat.council.name
    if person is not None:
        must_rotate(turn.session, seat, person)
    election = yield from begin_election(turn, seat.assembly, Kind.SEAT, words=words, seat=seat)
    if person is not None:
        yield Also(wire("propose", election, person))
    if turn.private:
        yield Say("told-there", assembly=seat.assembly.name)


def _offer_delegations(turn: Turn) -> Sequence[Offer]:
    found = Delegation.choices(turn.session, reach(turn), turn.person)
    own = [one for one in found if one.person_id == turn.person.id]
    if not own:
        raise Refused("delegations-none-yours", command=Named("delegates"))
    return [(one.council.name, str(one.id)) for one in own]


@router.command(
    "undelegate",
    members,
    split=cut_delegation,
    offers={"delegation": _offer_delegations},
    instead="delegate",
)
def undelegate(turn: Turn, delegation: Delegation) -> Says:
    """Lay down a delegation of one's own; anybody else's is ended by a recall."""
    if delegation.person_id != turn.person.id:
        raise Refused("delegation-not-yours", command=Named("recall"))
    yield from lost(turn, delegation)
    if turn.private:
        yield Say("told-there", assembly=delegation.assembly.name)


@router.command("delegates", followers)
def list_delegates(turn: Turn) -> Says:
    """Who sits where for whom, until when, and which seats are empty."""
    here = reach(turn)
    seats = {
        seat.id: seat for seat in (*seats_in(turn.session, here), *seats_held(turn.session, here))
    }
    if not seats:
        raise Refused("seats-none", command=Named("council"))
    found = delegates(turn.session, here)
    lines = [Phrase("delegations-line", told_of(one) | {"number": one.number}) for one in found]
    filled = {one.seat_id for one in found if not one.deputy}
    lines += [_empty(seat) for number, seat in seats.items() if number not in filled]
    yield Say("delegations-head", *listed(lines))


def _empty(seat: Seat) -> Phrase:
    told = {"assembly": seat.assembly.name, "council": seat.council.name}
    return Phrase("delegations-empty", told)


@router.command("delegation-soon", clock)
def delegation_soon(turn: Turn, delegation: Delegation) -> Says:
    """Four weeks before the end: the assembly elects anew."""
    if not delegation.is_live:
        return
    turn.assembly = delegation.assembly
    told = told_of(delegation) | {"command": Named("delegate")}
    yield Say(Phrase("delegation-soon", told), to=delegation.assembly)
    yield Say(Phrase("delegation-soon-yours", told), to=delegation.person)


@router.command("delegation-over", clock)
def delegation_over(turn: Turn, delegation: Delegation) -> Says:
    """The term has ended."""
    if not delegation.is_live or delegation.until > turn.now:
        return
    turn.assembly = delegation.assembly
    yield from lost(turn, delegation)


@router.farewell
def delegate_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever leaves an assembly is sent by it no longer, and to it."""
    for delegation in delegations_of(turn.session, membership):
        yield from lost(turn, delegation)
