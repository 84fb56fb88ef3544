"""Roles: given for a term, ending by themselves, chosen anew where nobody organises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from handlers.asking import ask_members, opened
from handlers.reading import When
from handlers.rights import clock, members, organisers
from handlers.routing import Offer, Router
from handlers.terms import announce, no_term, term, vacancy
from handlers.turn import Button, Say, Says, Turn, Undo, wire
from models.assembly import Membership, Role, members_of
from models.base import Refused
from models.belonging import has_organiser, is_asked, membership_of, organisers_of
from models.decision import Decision
from models.person import Person
from models.phrase import Command, Moment, Phrase, Several, Value
from models.record import append

router = Router("members")
MOST_OFFERED = 30


class Office(StrEnum):
    """What can be given to a member; being a member alone ends a role."""

    ORGANISER = "organiser"
    FACILITATOR = "facilitator"
    MEMBER = "member"


@router.command("role", organisers)
def role(turn: Turn, person: Person, office: Office) -> Says:
    """Give a member a role for six months, or end it."""
    membership = membership_of(turn.session, person, turn.here)
    if membership is None:
        raise Refused("refused-person")
    yield from _change(turn, membership, office)


@router.command("role-again", organisers, hidden=True)
def role_again(
    turn: Turn, membership: Membership, office: Office, until: When | None = None
) -> Says:
    """Give a role for another term; `until` puts back a role whose end was earlier."""
    if membership.left_at is not None:
        raise Refused("refused-person")
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
        _record(turn, membership)
        yield from no_term(membership)
        laid_down = Phrase("role-laid-down", {"person": membership.person.name, "role": before})
        yield from announce(turn, turn.here, laid_down)
        yield from vacancy(turn, turn.here)
    else:
        yield from _give(turn, membership, Role(office.value), until)
    if membership.person_id != turn.person.id:
        again = [before, ended] if before and ended else [Office.MEMBER]
        yield Undo(wire("role-again", membership, *again))


def _give(turn: Turn, membership: Membership, role: Role, until: datetime | None = None) -> Says:
    membership.give(role, turn.now, until)
    _record(turn, membership)
    yield from term(turn, membership)
    assert membership.role_until is not None
    values: dict[str, Value] = {
        "person": membership.person.name,
        "role": role,
        "until": Moment(membership.role_until, "day"),
    }
    yield from announce(turn, membership.assembly, Phrase("role-given", values))


def _record(turn: Turn, membership: Membership) -> None:
    who, role = membership.person, membership.role.value if membership.role else ""
    assembly, salt = membership.assembly, turn.salt()
    append(turn.session, assembly, "role", turn.now, salt, person=who, role=role)


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
    _record(turn, membership)
    assembly = membership.assembly
    values: dict[str, Value] = {"person": membership.person.name, "role": role}
    again = Button(Phrase("label-role-again"), wire("role-again", membership, role))
    orphaned = not has_organiser(turn.session, assembly, turn.now)
    buttons = [] if orphaned else [again]
    yield from announce(turn, assembly, Phrase("role-ended", values), buttons=buttons)
    yield from vacancy(turn, assembly)


def _candidates(turn: Turn) -> Sequence[Offer]:
    _must_be_vacant(turn)
    people = members_of(turn.session, turn.here)
    return [(person.name, str(person.id)) for person in people[:MOST_OFFERED]]


def _must_be_vacant(turn: Turn) -> None:
    found = organisers_of(turn.session, turn.here, turn.now)
    if found:
        raise Refused("organise-not-vacant", who=Several([held.person.name for held in found]))


@router.command("organise", members, offers={"person": _candidates})
def organise(turn: Turn, person: Person) -> Says:
    """Where nobody organises: propose somebody, or oneself; the members decide."""
    _must_be_vacant(turn)
    membership = membership_of(turn.session, person, turn.here)
    if membership is None:
        raise Refused("refused-person")
    consequence = wire("grant", membership)
    if is_asked(turn.session, turn.here, consequence):
        raise Refused("organise-asked", person=person.name)
    question = Phrase("organise-question", {"person": person.name})
    decision = ask_members(turn, turn.here, question)
    decision.consequence, decision.opener = consequence, turn.person
    yield from opened(decision, turn)


@router.command("grant", clock)
def grant(turn: Turn, decision: Decision, subject: int) -> Says:
    """The members have chosen an organiser."""
    membership = turn.session.get(Membership, subject)
    if membership is not None and membership.left_at is None:
        yield from _give(turn, membership, Role.ORGANISER)
    elif membership is not None:
        values: dict[str, Value] = {
            "person": membership.person.name,
            "assembly": decision.assembly.name,
        }
        yield Say(Phrase("member-left", values), to=decision.assembly)


@router.command("confirm", organisers)
def confirm(turn: Turn) -> Says:
    """Say that a sudden loss of members was no attack: roles may change again."""
    if turn.here.suspended_at is None:
        raise Refused("confirm-nothing")
    turn.here.suspended_at = None
    yield from announce(turn, turn.here, Phrase("members-confirmed"))
