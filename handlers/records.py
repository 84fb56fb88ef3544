"""The record: shown, and checked."""

from __future__ import annotations

from handlers.record_lines import line_words
from handlers.rights import readers
from handlers.routing import Router
from handlers.turn import Say, Says, Turn
from models.base import Refused
from models.phrase import Command
from models.record import check, newest

router = Router("decisions")
LINES = 10


@router.command("record", readers)
def record(turn: Turn) -> Says:
    """Show the last lines of the record."""
    found = newest(turn.session, turn.here, LINES)
    if not found:
        raise Refused("record-empty")
    lines = [line_words(line) for line in reversed(found)]
    yield Say("record-head", *lines, assembly=turn.here.name)


@router.command("verify", readers)
def verify(turn: Turn) -> Says:
    """Check that nobody has changed the record."""
    checked = check(turn.session, turn.here)
    if checked.broken is not None:
        yield Say("record-broken", number=checked.broken, command=Command("record"))
        return
    if not checked.lines:
        raise Refused("record-empty")
    yield Say(
        "record-holds",
        lines=checked.lines,
        withdrawn=checked.withdrawn,
        head=checked.head,
        assembly=turn.here.name,
    )
