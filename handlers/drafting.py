"""Who may draft, change and open a motion."""

from __future__ import annotations

from handlers.motion_cards import preview
from handlers.turn import Say, Turn
from models.assembly import Assembly, Role
from models.base import Refused
from models.belonging import membership_of
from models.motion import Motion
from models.person import Person
from models.phrase import Command
from models.statutes import Statutes, statutes_of


def shown(turn: Turn, motion: Motion, *, anew: bool = False) -> Say:
    """Its preview, as it is now."""
    return preview(motion, turn.now, anew=anew and turn.chat is motion.chat)


def facilitates(turn: Turn, assembly: Assembly, person: Person) -> bool:
    """Whether somebody, who need not be the speaker, facilitates there now."""
    if person is turn.person and not turn.clock:
        return turn.holds(Role.FACILITATOR, assembly)
    found = membership_of(turn.session, person, assembly)
    return found is not None and found.holds(Role.FACILITATOR, turn.now)


def must_draft(turn: Turn, motion: Motion, person: Person | None = None) -> None:
    """Refuse whoever has not begun it, unless they facilitate; without `person`, the speaker."""
    by = person or turn.person
    if motion.author_id != by.id and not facilitates(turn, motion.assembly, by):
        raise Refused("motion-not-yours", author=motion.author.name)


def changing(turn: Turn, motion: Motion) -> Statutes:
    """The statutes under which somebody may change a motion now; nothing is changed yet."""
    must_draft(turn, motion)
    motion.must_wait()
    return statutes_of(turn.session, motion.assembly)


def changed(turn: Turn, motion: Motion, *, anew: bool = False) -> Say:
    """Its preview, after a change."""
    motion.touch(turn.now)
    return shown(turn, motion, anew=anew)


def must_open(turn: Turn, assembly: Assembly, person: Person) -> Statutes:
    """The statutes; refused to whoever may not open decisions by them."""
    statutes = statutes_of(turn.session, assembly)
    known = turn.membership(assembly) if person is turn.person else None
    found = known or membership_of(turn.session, person, assembly)
    if found is None or not statutes.opening.includes(found, turn.now):
        raise Refused("motion-not-opening", who=statutes.opening, command=Command("statutes"))
    return statutes
