"""Roles for a term: their end is promised, and a place left empty is told."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.turn import Button, Buttons, Later, Never, Say, Says, Turn, wire
from models.assembly import Assembly, Membership, Role
from models.belonging import has_organiser, organisers_of
from models.phrase import Command, Moment, Phrase, Value
from models.record import append

NOTICE = timedelta(days=14)
"""How long before its end a role is spoken of."""


def term(turn: Turn, membership: Membership) -> Says:
    """Promise that a role which was just given will be spoken of, and will end."""
    turn.session.flush()
    until, which = membership.role_until, {"membership": membership}
    assert until is not None
    yield Later(until - NOTICE, "role-reminds", which, f"role-reminds:{membership.id}")
    yield Later(until, "role-ends", which, f"role-ends:{membership.id}")


def give_role(
    turn: Turn, membership: Membership, role: Role, until: datetime | None = None
) -> Says:
    """Give a role for a term, or until then: written down, promised, and said aloud."""
    membership.give(role, turn.now, until)
    record_role(turn, membership)
    yield from term(turn, membership)
    assert membership.role_until is not None
    values: dict[str, Value] = {
        "person": membership.person.name,
        "role": role,
        "until": Moment(membership.role_until, "day"),
    }
    yield from announce(turn, membership.assembly, Phrase("role-given", values))


def record_role(turn: Turn, membership: Membership) -> None:
    """Write down which role somebody has now, or that it is none."""
    who, role = membership.person, membership.role.value if membership.role else ""
    assembly, salt = membership.assembly, turn.salt()
    append(turn.session, assembly, "role", turn.now, salt, person=who, role=role)


def first_terms(turn: Turn, assembly: Assembly) -> Says:
    """The same for whoever organises a new assembly."""
    for membership in organisers_of(turn.session, assembly, turn.now):
        yield from term(turn, membership)


def no_term(membership: Membership) -> Says:
    """Take those promises back."""
    yield Never(f"role-reminds:{membership.id}")
    yield Never(f"role-ends:{membership.id}")


def departed(turn: Turn, membership: Membership) -> Says:
    """Somebody has left: no role of theirs is spoken of, and nothing of theirs stays unfinished."""
    yield from no_term(membership)
    yield Later(turn.now, "member-gone", {"membership": membership})


def vacancy(turn: Turn, assembly: Assembly) -> Says:
    """Tell an assembly that has no organisers how it finds new ones."""
    if not has_organiser(turn.session, assembly, turn.now):
        elect = Button(Phrase("election-label-organisers"), wire("elect", "organiser"))
        yield Say("role-vacant", to=assembly, buttons=[elect], command=Command("elect"))


def announce(turn: Turn, assembly: Assembly, *lines: Phrase, buttons: Buttons = ()) -> Says:
    """Say it in every chat of an assembly, and to whoever said the line elsewhere."""
    yield Say(*lines, to=assembly, buttons=buttons)
    if turn.private:
        yield Say(*lines)
