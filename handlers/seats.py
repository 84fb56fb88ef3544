"""Seats: a council invites assemblies, and each decides for itself whether it joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.asking import decide_together
from handlers.drafting import must_open
from handlers.reading import Missing, Unread, reader
from handlers.referring import withdrawn
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.sending import vacated
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Assembly
from models.base import Refused
from models.belonging import is_asked
from models.decision import Decision
from models.phrase import Command, Phrase, Value
from models.plenty import INVITING, must_do_few
from models.record import append
from models.seat import Seat, invitable, is_below, must_be_council, named, seat_for

router = Router("delegates")


@dataclass(frozen=True, slots=True)
class Guest:
    """An assembly that a council would like to have among it."""

    assembly: Assembly

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Guest, str]:
        """Its name; one that is hidden is found by its own members alone."""
        must_be_council(turn.here)
        if not text.strip():
            raise Missing
        mine = [membership.assembly for membership in turn.memberships]
        found = named(turn.session, text.strip(), mine)
        if found == [turn.here]:
            raise Unread("seat-itself")
        found = [one for one in found if one is not turn.here]
        if len(found) == 1:
            return cls(found[0]), ""
        raise Unread("seat-no-such-assembly", typed=text.strip()[:60], count=len(found))

    @classmethod
    def read_wire(cls, turn: Turn, text: str) -> tuple[Guest, str]:
        """Its id, where it would be offered as well."""
        found, rest = reader(Assembly, wire=True)(turn, text)
        return cls(found), rest


def _offer_guests(turn: Turn) -> Sequence[Offer]:
    must_be_council(turn.here)
    mine = [membership.assembly_id for membership in turn.memberships]
    found = invitable(turn.session, turn.here, mine)
    return [(one.name, str(one.id)) for one in found]


@router.command("invite", members, offers={"guest": _offer_guests})
def invite(turn: Turn, guest: Guest) -> Says:
    """Ask an assembly whether it wants a seat in this council."""
    council = turn.here
    must_be_council(council)
    seat = seat_for(turn.session, council, guest.assembly, turn.now)
    must_do_few(turn.session, turn.account, INVITING, turn.now)
    turn.session.flush()
    ask = Button(Phrase("seat-label-ask"), wire("seat-ask", seat))
    yield Say(Phrase("seat-offered", _told(seat)), to=seat.assembly, buttons=[ask])
    yield Say(Phrase("seat-invited", _told(seat)))


@router.command("seat-ask", members, hidden=True)
def seat_ask(turn: Turn, seat: Seat) -> Says:
    """Put the council's question to the members."""
    seat.must_be_asked()
    if is_below(turn.session, seat.council, seat.assembly):
        raise Refused("seat-circle", **_told(seat))
    yield from _decide(turn, seat, "seat-question", wire("seat-taken", seat))


@router.command("secede", members)
def secede(turn: Turn, seat: Seat) -> Says:
    """Ask the members whether they leave a council."""
    seat.must_be_held()
    yield from _decide(turn, seat, "seat-question-leaving", wire("seat-given-up", seat))


def _decide(turn: Turn, seat: Seat, question: str, consequence: str) -> Says:
    assembly = seat.assembly
    if turn.membership(assembly) is None:
        raise Refused("refused-not-member", assembly=assembly.name)
    statutes = must_open(turn, assembly, turn.person)
    if is_asked(turn.session, assembly, consequence):
        raise Refused("seat-asked", council=seat.council.name, command=Command("polls"))
    asked = Phrase(question, _told(seat))
    yield from decide_together(turn, assembly, statutes, asked, consequence)


@router.command("seat-taken", clock)
def seat_taken(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have said yes: from now on they sit in the council."""
    seat = turn.session.get(Seat, subject)
    if seat is None or seat.is_held:
        return
    turn.assembly = seat.assembly
    circle = is_below(turn.session, seat.council, seat.assembly)
    if circle or seat.council.closed_at:
        key = "seat-circle-now" if circle else "seat-not-to-be-had"
        yield Say(Phrase(key, _told(seat)), to=seat.assembly)
        return
    seat.take(turn.now)
    _record(turn, seat, "seat-taken")
    command: dict[str, Value] = {"command": Command("delegate")}
    yield Say(Phrase("seat-taken", _told(seat) | command), to=seat.assembly)
    yield Say(Phrase("seat-taken-there", _told(seat)), to=seat.council)


@router.command("seat-given-up", clock)
def seat_given_up(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have decided to leave: the seat is empty, and nobody is sent any more."""
    seat = turn.session.get(Seat, subject)
    if seat is None or not seat.is_held:
        return
    turn.assembly = seat.assembly
    yield from vacated(turn, seat)
    seat.give_up(turn.now)
    yield from withdrawn(turn, seat)
    _record(turn, seat, "seat-given-up")
    for place in (seat.assembly, seat.council):
        yield Say(Phrase("seat-given-up", _told(seat)), to=place)


def _record(turn: Turn, seat: Seat, kind: str) -> None:
    facts = {"assembly": seat.assembly.name, "council": seat.council.name}
    for place in sorted((seat.assembly, seat.council), key=lambda one: one.id):
        append(turn.session, place, kind, turn.now, turn.salt(), **facts)


def _told(seat: Seat) -> dict[str, Value]:
    return {"assembly": seat.assembly.name, "council": seat.council.name}
