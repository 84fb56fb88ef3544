"""The first words in private, and what a link into it carries."""

from __future__ import annotations

from handlers.reading import Word
from handlers.rights import anyone, in_private
from handlers.routing import Router
from handlers.turn import Also, Button, Say, Says, Turn, wire
from models.phrase import Command, Phrase, Several, Strong

router = Router("basics")
DOORS = {"join_": "join-offer", "case_": "case", "ballot_": "ballot", "secret_": "secret"}
"""What a payload begins with, and the command that takes the rest of it."""
HELLO = "hello"
"""The payload of buttons that only open the private chat."""


@router.command("start", anyone, fits=in_private, step=False)
def start(turn: Turn, payload: Word | None = None) -> Says:
    """Open the private chat, with what the link was for."""
    if not turn.private:
        yield Say("start-group", help=Command("help"))
        return
    line = _line(turn, payload or "")
    if line:
        yield Also(line)
        return
    if payload == HELLO:
        yield Say("start-hello", person=turn.person.name)
        return
    yield _greeting(turn)


def _line(turn: Turn, payload: str) -> str:
    for prefix, command in DOORS.items():
        door = payload.removeprefix(prefix)
        if door != payload and door and command in turn.router.commands:
            return f"/{command} {door}"
    return ""


def _greeting(turn: Turn) -> Say:
    homes = [m.assembly for m in turn.memberships if not m.assembly.closed_at]
    if not homes:
        return Say("start-stranger", emergency=turn.emergency)
    return Say(
        "start-member",
        person=turn.person.name,
        assemblies=Several([Strong(home.name) for home in homes]),
        buttons=[
            Button(Phrase("start-label-case"), wire("case")),
            Button(Phrase("start-label-mine"), wire("mine")),
            Button(Phrase("label-help"), wire("help")),
        ],
    )
