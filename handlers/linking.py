"""Linking: accounts on several platforms become one human, by a one-time code."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from handlers.reading import Word
from handlers.rights import anyone, in_private
from handlers.routing import Router
from handlers.sending import beside
from handlers.terms import term
from handlers.turn import Button, Card, Say, Says, Tell, Turn, wire
from models.assembly import Membership
from models.base import Refused
from models.candidacy import Candidacy
from models.code import Code
from models.delegation import beside_oneself
from models.election import Election
from models.linking import must_not_wait, private_chats, stood_both, unite, voted_by_both
from models.objection import keep_one
from models.person import Person
from models.phrase import Command, Moment, Phrase

router = Router("members")


@router.command("link", anyone, fits=in_private, step=False)
def link(turn: Turn, code: Word | None = None) -> Says:
    """Show a code for one's other account, or take the code that was shown there."""
    if not turn.private:
        raise Refused("refused-private-only")
    if code is None:
        yield from _show(turn)
        return
    shown = Code.find(turn.session, code, "link", turn.now)
    must_not_wait(turn.session, turn.person, shown.person)
    yield Say(
        "link-sure",
        buttons=[
            Button(Phrase("label-link"), wire("link-now", code)),
            Button(Phrase("label-link-no"), wire("link-no", code)),
        ],
        until=shown.expires_at,
        name=shown.person.name,
    )


def _show(turn: Turn) -> Says:
    token = turn.token()
    turn.session.add(turn.person)
    code = Code.issue(turn.session, token, "link", person=turn.person, now=turn.now)
    yield Say(
        "link-code",
        until=code.expires_at,
        command=Command("link", token),
        expires=Moment(code.expires_at, "time"),
    )


@router.command("link-now", anyone, hidden=True)
def link_now(turn: Turn, code: Word) -> Says:
    """Make both accounts one human, having been asked."""
    if not turn.private:
        raise Refused("refused-private-only")
    shown = Code.find(turn.session, code, "link", turn.now)
    must_not_wait(turn.session, turn.person, shown.person)
    shown.used_at = turn.now
    turn.session.flush()
    twice = voted_by_both(turn.session, turn.person, shown.person)
    stood = [
        (election, any(one.stands for one in _of(election, turn.person, shown.person)))
        for election in stood_both(turn.session, turn.person, shown.person)
    ]
    turn.person = unite(turn.session, shown.person, turn.person)
    keep_one(turn.session, twice, turn.person, turn.now)
    for decision in twice:
        yield Card(decision)
    yield from _terms(turn)
    for chat in private_chats(turn.session, turn.person):
        yield Say("link-done", to=chat, name=turn.person.name, twice=len(twice))
    yield from _stands_once(turn, stood)
    for deputy in beside_oneself(turn.session, turn.person):
        yield from beside(turn, deputy)


@router.command("link-no", anyone, hidden=True, step=False)
def link_no(turn: Turn, code: Word) -> Says:
    """Leave it, having been asked: whoever has shown the code can no longer ask with it."""
    if not turn.private:
        raise Refused("refused-private-only")
    Code.find(turn.session, code, "link", turn.now).used_at = turn.now
    yield Tell("link-left")


def _terms(turn: Turn) -> Says:
    """A role that was held under another account ends as it would have."""
    query = select(Membership).where(
        Membership.person_id == turn.person.id, Membership.role_until > turn.now
    )
    for membership in turn.session.scalars(query):
        yield from term(turn, membership)


def _stands_once(turn: Turn, stood: Sequence[tuple[Election, bool]]) -> Says:
    """Cards name them once; who had thought better of it under one account hears what counts."""
    for election, before in stood:
        yield Card(election)
        if before and not any(one.stands for one in _of(election, turn.person)):
            yield Say("candidacy-withdrawn", title=election.title)


def _of(election: Election, *people: Person) -> list[Candidacy]:
    return [one for person in people if (one := election.of(person)) is not None]
