"""The record: shown, and checked."""

from __future__ import annotations

from handlers.rights import members
from handlers.routing import Router
from handlers.turn import Say, Says, Turn
from models.base import Refused
from models.phrase import Choice, Command, Moment, Phrase, Value
from models.record import Record, check, newest

router = Router("records")
LINES = 10
CHOSEN = {"outcome", "role"}
"""Fields by which a sentence chooses its wording."""


@router.command("record", members)
def record(turn: Turn) -> Says:
    """Show the last lines of the record."""
    found = newest(turn.session, turn.here, LINES)
    if not found:
        raise Refused("record-empty")
    lines = [
        Phrase(
            "record-line",
            {
                "number": line.number,
                "at": Moment(line.at, "day"),
                "what": Phrase(f"record-{line.kind}", _values(line)),
            },
        )
        for line in reversed(found)
    ]
    yield Say("record-head", *lines, assembly=turn.here.name)


@router.command("verify", members)
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


def _values(line: Record) -> dict[str, Value]:
    """What a line says; in place of what was withdrawn it says so."""
    said = line.said()
    values: dict[str, Value] = {}
    for name in line.fields:
        if name in CHOSEN:
            values[name] = Choice(said.get(name, ""))
        else:
            values[name] = said.get(name, Phrase("record-withdrawn"))
    return values
