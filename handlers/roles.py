"""Roles: given for a term, given again, ending by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from handlers.reading import When
from handlers.rights import clock, organisers
from handlers.routing import Router
from handlers.terms import announce, give_role, no_term, record_role, vacancy
from handlers.turn import Button, Say, Says, Turn, Undo, wire
from models.assembly import Membership, Role
from models.base import Refused
from models.belonging import has_organiser, membership_of, organisers_of
from models.person import Person
from models.phrase import Command, Moment, Phrase, Value

router = Router("members")


class Office(StrEnum):
    """What can be given to a member; being a member alone ends a role."""

    ORGANISER = "organiser"
    FACILITATOR = "facilitator"
    MEMBER = "member"

    def also(self) -> Sequence[Phrase]:
        """Other words that people have for it."""
        return () if self is Office.MEMBER else (Phrase(f"office-also-{self.value}"),)


@router.command("role", organisers)
def role(turn: Turn, person: Person, office: Office) -> Says:
    """Give a member a role for six months, or end it."""
    membership = membership_of(turn.session, person, turn.here)
    if membership is None:
        raise Refused("refused-person", typed=person.name)
    yield from _change(turn, membership, office)


@router.command("role-again", organisers, hidden=True)
def role_again(
    turn: Turn, membership: Membership, office: Office, until: When | None = None
) -> Says:
    """Give a role for another term; `until` puts back a role whose end was earlier."""
    if membership.left_at is not None:
        raise Refused("refused-person", typed=membership.person.name)
    yield from _change(turn, membership, office, until)


def _change(
    turn: Turn, membership: Membership, office: Office, until: datetime | None = None
) -> Says:
    if turn.here.suspended_at is not None:
        raise Refused("roles-suspended", command=Command("confirm"))
    if membership.person_id == turn.person.id and office is not Office.MEMBER:
        raise Refused("role-own")
    before, ended = membership.role, membership.role_until
    if office is Office.MEMBER:
        if before is None:
            raise Refused("role-not-held", person=membership.person.name)
        membership.lay_down()
        record_role(turn, membership)
        yield from no_term(membership)
        laid_down = Phrase("role-laid-down", {"person": membership.person.name, "role": before})
        yield from announce(turn, turn.here, laid_down)
        yield from vacancy(turn, turn.here)
    else:
        yield from give_role(turn, membership, Role(office.value), until)
    if membership.person_id != turn.person.id:
        again = [before, ended] if before and ended else [Office.MEMBER]
        yield Undo(wire("role-again", membership, *again))


@router.command("role-reminds", clock)
def role_reminds(turn: Turn, membership: Membership) -> Says:
    """Tell holder and organisers that a role ends in two weeks."""
    if not membership.holds(Role.FACILITATOR, turn.now):
        return
    assert membership.role is not None
    assert membership.role_until is not None
    turn.assembly = membership.assembly
    values: dict[str, Value] = {
        "person": membership.person.name,
        "role": membership.role,
        "assembly": membership.assembly.name,
        "until": Moment(membership.role_until, "day"),
    }
    again = Button(Phrase("label-role-again"), wire("role-again", membership, membership.role))
    yield Say(Phrase("role-ends-soon-yours", values), to=membership.person)
    for organiser in organisers_of(turn.session, membership.assembly, turn.now):
        if organiser is not membership:
            yield Say(Phrase("role-ends-soon", values), to=organiser.person, buttons=[again])


@router.command("role-ends", clock)
def role_ends(turn: Turn, membership: Membership) -> Says:
    """The term is over."""
    role, until = membership.role, membership.role_until
    if role is None or until is None or until > turn.now:
        return
    membership.lay_down()
    record_role(turn, membership)
    assembly = membership.assembly
    values: dict[str, Value] = {"person": membership.person.name, "role": role}
    again = Button(Phrase("label-role-again"), wire("role-again", membership, role))
    orphaned = not has_organiser(turn.session, assembly, turn.now)
    buttons = [] if orphaned else [again]
    yield from announce(turn, assembly, Phrase("role-ended", values), buttons=buttons)
    yield from vacancy(turn, assembly)


@router.command("confirm", organisers)
def confirm(turn: Turn) -> Says:
    """Say that a sudden loss of members was no attack: roles may change again."""
    if turn.here.suspended_at is None:
        raise Refused("confirm-nothing")
    turn.here.suspended_at = None
    yield from announce(turn, turn.here, Phrase("members-confirmed"))
