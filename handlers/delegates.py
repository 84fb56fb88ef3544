"""Delegates: whom an assembly sends to its councils, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.reading import Missing, Unread, reach
from handlers.rights import belonging, clock, members, organisers
from handlers.routing import Offer, Router
from handlers.turn import Later, Never, Say, Says, Turn, Undo, wire
from models.assembly import Assembly, Membership, Role
from models.base import Refused
from models.delegation import Delegation, councils_for, delegates, delegations_of, end, send
from models.person import Person
from models.phrase import Command as Named
from models.phrase import Moment, Phrase, Value
from models.record import append

router = Router("delegates")
NOTICE = timedelta(days=14)
"""So long before its end a term is spoken of."""


@dataclass(frozen=True, slots=True)
class Council:
    """A council to which the speaker's assembly may send somebody."""

    assembly: Assembly

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Council, str]:
        """Its name; the only one there is need not be said."""
        found = _councils(turn)
        typed = text.strip().casefold()
        if not typed and len(found) == 1:
            return cls(found[0]), ""
        if not typed:
            raise Missing
        for council in found:
            if typed in {council.name.casefold(), str(council.id)}:
                return cls(council), ""
        raise Unread("delegation-no-such-council", typed=text.strip()[:60])


def _councils(turn: Turn) -> Sequence[Assembly]:
    found = councils_for(turn.session, turn.here, turn.person)
    if not found:
        raise Refused("delegation-no-council", command=Named("join"))
    return found


def _offer_councils(turn: Turn) -> Sequence[Offer]:
    return [(council.name, str(council.id)) for council in _councils(turn)]


def _cut(turn: Turn, text: str) -> dict[str, str]:
    """A number, or the delegate's name."""
    named = text.strip().removeprefix("@").casefold()
    found = Delegation.choices(turn.session, reach(turn), turn.person)
    numbers = [str(one.number) for one in found if one.person.name.casefold() == named]
    return {"delegation": numbers[0] if len(numbers) == 1 else text}


@router.command("delegate", organisers, offers={"council": _offer_councils})
def delegate(turn: Turn, person: Person, council: Council) -> Says:
    """Name a delegate to a council; whoever went there before is replaced."""
    assembly, now = turn.here, turn.now
    named, before = send(turn.session, assembly, council.assembly, person, now)
    turn.session.flush()
    append(
        turn.session, assembly, "delegated", now, turn.salt(),
        person=person, council=council.assembly.name,
    )  # fmt: skip
    told = _told(named)
    yield Say(Phrase("delegation-named", told), to=assembly)
    yield Say(Phrase("delegation-named-yours", told), to=person)
    if named.since == now:
        yield Say(Phrase("delegation-arrived", told), to=council.assembly)
    if before is not None:
        yield from _never(before)
        yield Say(Phrase("delegation-ended-yours", _told(before)), to=before.person)
    elif named.since == now:
        yield Undo(wire("undelegate", named))
    if turn.private:
        yield Say("delegation-told", assembly=assembly.name)
    yield Later(
        named.until - NOTICE, "delegation-soon", {"delegation": named}, f"soon:{_slot(named)}"
    )
    yield Later(named.until, "delegation-over", {"delegation": named}, f"over:{_slot(named)}")


def _offer_delegations(turn: Turn) -> Sequence[Offer]:
    found = Delegation.choices(turn.session, reach(turn), turn.person)
    if not found:
        raise Refused("delegations-none", command=Named("delegate"))
    return [(one.title, str(one.id)) for one in found]


@router.command("undelegate", members, split=_cut, offers={"delegation": _offer_delegations})
def undelegate(turn: Turn, delegation: Delegation) -> Says:
    """End a delegation: the organisers may, and the delegate."""
    if delegation.person_id != turn.person.id and not turn.holds(Role.ORGANISER):
        raise Refused("refused-needs-organiser", command=Named("members"))
    end(turn.session, delegation, turn.now)
    yield from _never(delegation)
    yield from _ended(delegation)
    if turn.private:
        yield Say("delegation-told", assembly=delegation.assembly.name)


@router.command("delegates", belonging)
def list_delegates(turn: Turn) -> Says:
    """Who goes where, and until when."""
    found = delegates(turn.session, reach(turn))
    if not found:
        raise Refused("delegations-none", command=Named("delegate"))
    lines = [Phrase("delegations-line", _told(one) | {"number": one.number}) for one in found]
    yield Say("delegations-head", *lines)


@router.command("delegation-soon", clock)
def delegation_soon(turn: Turn, delegation: Delegation) -> Says:
    """Two weeks before the end: the assembly names somebody anew, or the same again."""
    if not delegation.is_live:
        return
    turn.assembly = delegation.assembly
    told = _told(delegation) | {"command": Named("delegate", delegation.person.name)}
    yield Say(Phrase("delegation-soon", told), to=delegation.assembly)
    yield Say(Phrase("delegation-soon-yours", _told(delegation)), to=delegation.person)


@router.command("delegation-over", clock)
def delegation_over(turn: Turn, delegation: Delegation) -> Says:
    """The term has ended."""
    if not delegation.is_live or delegation.until > turn.now:
        return
    turn.assembly = delegation.assembly
    end(turn.session, delegation, turn.now)
    yield from _ended(delegation)


@router.farewell
def delegate_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever leaves an assembly is sent by it no longer, and to it."""
    for delegation in delegations_of(turn.session, membership):
        end(turn.session, delegation, turn.now)
        yield from _never(delegation)
        yield from _ended(delegation)


def _ended(delegation: Delegation) -> Says:
    told = _told(delegation)
    for place in (delegation.assembly, delegation.council):
        yield Say(Phrase("delegation-ended", told), to=place)
    yield Say(Phrase("delegation-ended-yours", told), to=delegation.person)


def _never(delegation: Delegation) -> Says:
    for name in ("soon", "over"):
        yield Never(f"{name}:{_slot(delegation)}")


def _slot(delegation: Delegation) -> str:
    return f"delegation:{delegation.id}"


def _told(delegation: Delegation) -> dict[str, Value]:
    return {
        "person": delegation.person.name,
        "assembly": delegation.assembly.name,
        "council": delegation.council.name,
        "until": Moment(delegation.until, "day"),
    }
