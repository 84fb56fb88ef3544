"""The conversation itself: answers, cancelling, taking back, cards anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from handlers.binding import resume
from handlers.half_said import drafts_of, half_said
from handlers.listing import named, opening
from handlers.reading import Text, Word
from handlers.rights import anyone, followers
from handlers.routing import Offer, Router
from handlers.sight import reach, visible
from handlers.steps import Back
from handlers.turn import Also, Card, Say, Says, Tell, Turn, wired_id
from models.base import Base, Refused
from models.line import Fate, Step
from models.meeting import meetings_ahead
from models.phrase import Choice, Phrase
from models.phrase import Command as Named

NOTHING = Text("")
MOST_OF_A_KIND = 6
router = Router("basics")


@router.command("answer", anyone, hidden=True, step=False)
def answer(turn: Turn, draft: Word, text: Text = NOTHING) -> Says:
    """Answer the question of a half-said line by its button."""
    if not text:
        raise Refused("button-old")
    known = half_said(turn, draft)
    turn.pressed = False
    if text.startswith("/"):
        known.end(Fate.ANSWERED)
        yield Also(text)
        return
    yield from resume(turn.router, turn, known, text, wired=True)


@router.command("cancel", anyone, step=False)
def cancel(turn: Turn) -> Says:
    """Leave a half-said line unsaid."""
    drafts = drafts_of(turn)
    for draft in drafts:
        draft.end(Fate.DROPPED)
    yield Tell("half-said-cancelled" if drafts else "nothing-to-cancel")


@router.command("undo", anyone, step=False)
def undo(turn: Turn) -> Says:
    """Take back one's own last step, within ten minutes."""
    query = select(Step).where(Step.id == turn.person.id, Step.expires_at > turn.now)
    step = turn.session.scalars(query).first() if turn.person.id else None
    if step is None:
        raise Refused("nothing-to-undo")
    command = turn.router.commands[step.command]
    said = Phrase("step-by-button") if command.hidden else Named(step.command)
    if not step.undo:
        instead = Named(command.instead or command.name)
        helps = Choice("yes" if command.instead else "no")
        raise Refused("undo-no-way", step=said, helps=helps, instead=instead)
    # First: where it is refused, nothing is said and the step stays.
    yield Back(step)
    turn.session.delete(step)
    yield Tell("undone", step=said, button=Choice("yes" if command.hidden else "no"))


def _offer_cards(turn: Turn) -> Sequence[Offer]:
    """What is open here, of each kind the first, and the meetings ahead."""
    found: list[Any] = []
    for kind in turn.router.cards:
        if hasattr(kind, "choices"):
            found += kind.choices(turn.session, reach(turn), turn.person)[:MOST_OF_A_KIND]
    found += meetings_ahead(turn.session, reach(turn), turn.now)[:MOST_OF_A_KIND]
    several = len({one.assembly_id for one in found}) > 1
    return [(named(one, several=several), one.slot) for one in found]


@router.command("card", followers, offers={"what": _offer_cards})
def card(turn: Turn, what: Word) -> Says:
    """Show a card anew at the bottom of this chat."""
    found = _by_slot(turn, what) if ":" in what else _by_number(turn, what)
    if not found:
        raise Refused("refused-not-there")
    if len(found) > 1:
        several = len({one.assembly_id for one in found}) > 1  # type: ignore[attr-defined]
        yield Say("card-which", buttons=opening(found, several=several))
        return
    yield Card(found[0], anew=True)


def _by_slot(turn: Turn, slot: str) -> list[Base]:
    noun, _, number = slot.partition(":")
    for kind in turn.router.cards:
        known = wired_id(number) if kind.__name__.lower() == noun else None
        if known is not None:
            entity = turn.session.get(kind, known)
            if entity is not None and visible(turn, entity):
                return [entity]
    return []


def _by_number(turn: Turn, typed: str) -> list[Base]:
    number = typed.removeprefix("#")
    if not number.isdecimal() or len(number) > 9:
        raise Refused("refused-number", typed=typed)
    found: dict[Base, None] = {}
    for kind in turn.router.cards:
        query = select(kind).where(kind.number == int(number), kind.assembly_id.in_(reach(turn)))
        found |= {one: None for one in turn.session.scalars(query) if visible(turn, one)}
    return list(found)
