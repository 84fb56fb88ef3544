"""Help: what this person can say here, the most useful first, the rest by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.reading import Missing
from handlers.rights import (
    Right,
    anyone,
    belonging,
    facilitators,
    followers,
    members,
    organisers,
    readers,
    reads_along,
)
from handlers.routing import Command, Router
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Membership, Role
from models.base import Refused
from models.phrase import Command as Named
from models.phrase import Phrase

router = Router("basics")
FIRST_IN_GROUPS = (
    "found", "committee", "council", "join", "poll", "task", "meet", "agenda", "remind",
    "polls", "tasks", "meetings", "mine", "members",
)  # fmt: skip
FIRST_IN_PRIVATE = (
    "mine", "today", "case", "remind", "polls", "tasks", "meetings", "settings", "privacy",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the help, by its noun or its title, or one command of it."""

    noun: str
    command: Command | None = None

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Theme, str]:
        """The whole rest of the line."""
        wanted = text.strip().casefold().removeprefix("/").removeprefix("!")
        if not wanted:
            raise Missing
        found = _themes(turn)
        for noun in found:
            if wanted in {noun, turn.plain(Phrase(f"theme-{noun}")).casefold()}:
                return cls(noun), ""
        for noun, commands in found.items():
            for command in commands:
                if wanted in _names(turn, command):
                    return cls(noun, command), ""
        raise Refused("help-no-theme", typed=text.strip()[:60], command=Named("help"))


def _names(turn: Turn, command: Command) -> set[str]:
    own = turn.plain(Phrase("help-name", {"command": Named(command.name)}))
    return {own[1:], command.name}


@router.command("help", anyone, step=False)
def help_(turn: Turn, theme: Theme | None = None) -> Says:
    """What this person can do here: ten lines, or all of one theme."""
    themes = _themes(turn)
    if theme is not None and theme.command is not None:
        more = Button(Phrase(f"theme-{theme.noun}"), wire("help", theme.noun))
        yield Say(_line(theme.command), buttons=[more])
        return
    if theme is not None:
        yield Say(f"theme-{theme.noun}", *map(_line, themes[theme.noun]))
        return
    sayable = {command.name: command for found in themes.values() for command in found}
    first = FIRST_IN_PRIVATE if turn.private else FIRST_IN_GROUPS
    lines = [_line(sayable[name]) for name in first if name in sayable]
    buttons = [Button(Phrase(f"theme-{noun}"), wire("help", noun)) for noun in themes]
    yield Say("help-head", *lines, "help-foot", buttons=buttons)


def _line(command: Command) -> Phrase:
    named = Named(command.name, example=True)
    return Phrase("help-line", {"command": named, "what": Phrase(f"cmd-{command.name}")})


def _themes(turn: Turn) -> dict[str, list[Command]]:
    """What can be said here by this person, by theme."""
    themes: dict[str, list[Command]] = {}
    places = [m for m in turn.memberships if turn.private or m.assembly is turn.assembly]
    reads = bool(places) or (turn.assembly is not None and reads_along(turn))
    for command in turn.router.commands.values():
        if command.hidden or not command.who.by_person:
            continue
        allowed = reads if command.who in {readers, followers} else _may(turn, command.who, places)
        if allowed and (command.fits is None or command.fits(turn)):
            themes.setdefault(command.theme, []).append(command)
    return themes


def _may(turn: Turn, who: Right, places: Sequence[Membership]) -> bool:
    """Whether a line of this right could be said by somebody who belongs to these places."""
    if who in {members, belonging}:
        return bool(places)
    if not who.in_assembly:
        return True
    role = {facilitators.name: Role.FACILITATOR, organisers.name: Role.ORGANISER}[who.name]
    return any(place.holds(role, turn.now) for place in places)
