"""Roles for a term: their end is promised, and a place left empty is told."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Buttons, Later, Never, Say, Says, Turn
from models.assembly import Assembly, Membership
from models.belonging import has_organiser, organisers_of
from models.phrase import Command, Phrase

NOTICE = timedelta(days=14)
"""How long before its end a role is spoken of."""


def term(turn: Turn, membership: Membership) -> Says:
    """Promise that a role which was just given will be spoken of, and will end."""
    turn.session.flush()
    until, which = membership.role_until, {"membership": membership}
    assert until is not None
    yield Later(until - NOTICE, "role-reminds", which, f"role-reminds:{membership.id}")
    yield Later(until, "role-ends", which, f"role-ends:{membership.id}")


def first_terms(turn: Turn, assembly: Assembly) -> Says:
    """The same for whoever organises a new assembly."""
    for membership in organisers_of(turn.session, assembly, turn.now):
        yield from term(turn, membership)


def no_term(membership: Membership) -> Says:
    """Take those promises back."""
    yield Never(f"role-reminds:{membership.id}")
    yield Never(f"role-ends:{membership.id}")


def vacancy(turn: Turn, assembly: Assembly) -> Says:
    """Tell an assembly that has no organisers how it finds new ones."""
    if not has_organiser(turn.session, assembly, turn.now):
        yield Say("role-vacant", to=assembly, command=Command("organise"))


def announce(turn: Turn, assembly: Assembly, *lines: Phrase, buttons: Buttons = ()) -> Says:
    """Say it in every chat of an assembly, and to whoever said the line elsewhere."""
    yield Say(*lines, to=assembly, buttons=buttons)
    if turn.private:
        yield Say(*lines)
