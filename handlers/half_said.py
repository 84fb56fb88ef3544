"""Half-said lines: those that wait for an answer, and what became of those that do not."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Turn, wired_id
from models.base import Refused
from models.line import Draft, Fate
from models.phrase import Choice, Command, Phrase, Value

LATE = timedelta(hours=1)
"""How long after a question an answer to it may still come."""


def drafts_of(turn: Turn) -> list[Draft]:
    """The speaker's half-said lines in this chat that still wait."""
    return [draft for draft in _unended(turn) if draft.expires_at > turn.now]


def _unended(turn: Turn) -> list[Draft]:
    if turn.chat is None or turn.chat.id is None or turn.person.id is None:
        return []
    query = turn.session.query(Draft).filter_by(person_id=turn.person.id, chat_id=turn.chat.id)
    return [draft for draft in query if draft.fate is None]


def half_said(turn: Turn, number: str) -> Draft:
    """The half-said line of this number, if it is the speaker's and still waits."""
    known = wired_id(number)
    draft = turn.session.get(Draft, known) if known is not None else None
    if draft is None or turn.chat is None or draft.chat_id != turn.chat.id:
        raise Refused("half-said-expired")
    if draft.person_id != turn.person.id:
        raise Refused("half-said-by-another")
    if draft.fate is Fate.ANSWERED:
        raise Refused("half-said-answered")
    if draft.fate is Fate.DROPPED:
        raise Refused("half-said-dropped", **_again(turn, draft))
    if draft.expires_at <= turn.now:
        raise Refused("half-said-lapsed", **_again(turn, draft))
    return draft


def drop_older(turn: Turn, command: str) -> list[Phrase]:
    """A new question ends those before it here; what is said of it."""
    told = []
    for draft in _unended(turn):
        waits = draft.expires_at > turn.now
        draft.end(Fate.DROPPED if waits else Fate.LAPSED)
        if waits and draft.command != command:
            told.append(Phrase("half-said-gives-way", _again(turn, draft)))
    return told


def lapsed(turn: Turn) -> Phrase | None:
    """What no question waits for any more may be its answer: once, and soon after, that is said."""
    ended = [draft for draft in _unended(turn) if draft.expires_at <= turn.now]
    late = [draft for draft in ended if draft.expires_at > turn.now - LATE]
    for draft in late:
        draft.end(Fate.LAPSED)
    if not late:
        return None
    newest = max(late, key=lambda draft: draft.expires_at)
    return Phrase("half-said-lapsed", _again(turn, newest))


def _again(turn: Turn, draft: Draft) -> dict[str, Value]:
    """How to begin again: by the command, unless only buttons say it."""
    hidden = turn.router.commands[draft.command].hidden
    return {"again": Choice("no" if hidden else "yes"), "command": Command(draft.command)}
