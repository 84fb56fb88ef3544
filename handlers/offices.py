"""Offices: who holds which role or office until when, and that its term ends."""

from __future__ import annotations

from handlers.installing import no_office, office_words
from handlers.listing import listed
from handlers.rights import clock, members, readers
from handlers.routing import Router
from handlers.terms import announce
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Membership
from models.base import Refused
from models.office import Office, held_by, offices_of, roles_in
from models.phrase import Command, Moment, Phrase, Value

router = Router("elections")


@router.command("offices", readers)
def offices(turn: Turn) -> Says:
    """Who holds which role or office, and until when."""
    assembly = turn.here
    if assembly.hidden and not turn.private:
        raise Refused("refused-private-only")
    lines = [_role_line(turn, one) for one in roles_in(turn.session, assembly, turn.now)]
    held = offices_of(turn.session, [assembly.id])
    lines += [Phrase("office-line", office_words(office)) for office in held]
    if not lines:
        yield Say("offices-none", assembly=assembly.name, command=Command("elect"))
        return
    mine = [office for office in held if office.person_id == turn.person.id]
    buttons = [
        Button(Phrase("office-label-end", {"office": one.words}), wire("office-end", one))
        for one in mine
    ]
    head = Phrase("offices-head", {"assembly": assembly.name})
    yield Say(head, *listed(lines), buttons=buttons)


def _role_line(turn: Turn, held: Membership) -> Phrase:
    assert held.role is not None
    values: dict[str, Value] = {
        "person": held.person.name,
        "role": held.role,
        "until": Moment(held.role_until or turn.now, "day"),
    }
    return Phrase("member-line", values)


@router.command("office-end", members, hidden=True, instead="elect")
def office_end(turn: Turn, office: Office) -> Says:
    """Lay an office down before its term is over."""
    if office.person_id != turn.person.id:
        raise Refused("office-not-yours", person=office.person.name)
    if not office.is_held:
        raise Refused("button-old")
    office.ended_at = turn.now
    yield from no_office(office)
    yield from announce(
        turn,
        office.assembly,
        Phrase("office-laid-down", office_words(office)),
        buttons=[_anew(office)],
    )


def _anew(office: Office) -> Button:
    return Button(Phrase("election-label-again"), wire("election-again", office.election_id))


@router.command("office-reminds", clock)
def office_reminds(turn: Turn, office: Office) -> Says:
    """Two weeks before its end: the assembly elects somebody anew, or the same again."""
    if not office.is_held:
        return
    turn.assembly = office.assembly
    told = office_words(office)
    yield Say(Phrase("office-soon", told), to=office.assembly, buttons=[_anew(office)])
    yield Say(Phrase("office-soon-yours", told), to=office.person)


@router.command("office-ends", clock)
def office_ends(turn: Turn, office: Office) -> Says:
    """The term is over."""
    if not office.is_held or office.until > turn.now:
        return
    turn.assembly = office.assembly
    office.ended_at = turn.now
    ended = Phrase("office-ended", office_words(office))
    yield Say(ended, to=office.assembly, buttons=[_anew(office)])


@router.farewell
def holder_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever has left holds no office any more."""
    for office in held_by(turn.session, membership):
        office.ended_at = turn.now
        yield from no_office(office)
        laid_down = Phrase("office-laid-down", office_words(office))
        yield Say(laid_down, to=office.assembly, buttons=[_anew(office)])
