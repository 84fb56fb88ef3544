"""From a line to its handler: arguments bound, rights checked, what is missing asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.half_said import drop_older
from handlers.offering import by_label, offers_among, offers_of
from handlers.reading import LIMITS, Missing, Shared, Unread, reader
from handlers.rights import Right, clock, platform
from handlers.routing import Command, Offer, Param, Router, buttons
from handlers.steps import Looked, Stepped
from handlers.turn import Also, Say, Says, Turn, Undo, wire
from models.assembly import Assembly
from models.base import Base, Refused
from models.line import PATIENCE, Draft, Fate
from models.phrase import Command as Named
from models.phrase import Phrase

Piece = tuple[str, bool]
"""An argument's text, and whether it is a wire form."""


@dataclass(slots=True)
class Line:
    """A command as it was said so far."""

    command: Command
    rest: str = ""
    wire: bool = False
    pieces: dict[str, Piece] = field(default_factory=dict)
    guided: bool = False
    """Said bare: optional arguments that have offers are asked for as well."""
    found: dict[str, Base] = field(default_factory=dict)
    """What was read already, to know where the line counts."""


class Ask(Exception):
    """An argument is missing, or could not be read."""

    def __init__(
        self, param: Param, why: Phrase | None = None, offers: Sequence[Offer] = ()
    ) -> None:
        super().__init__(param.name)
        self.param, self.why, self.offers = param, why, offers


def say(router: Router, turn: Turn, name: str, text: str, *, wired: bool = False) -> Says:
    """Hear `/name text` from a person, or from a button (`wired`)."""
    command = router.commands[name]
    if not command.who.by_person:
        raise Refused("refused-not-there")
    line = Line(command, text.strip(), wired, guided=not text.strip())
    quoted = turn.quoted if command.quotes and not wired else ""
    if command.split is not None and not wired and (line.rest or quoted):
        line.pieces, line.rest = _cut(turn, command, line.rest), ""
    if quoted and command.quotes not in line.pieces:
        line.pieces[command.quotes] = (quoted, False)
    line.guided = line.guided and not quoted
    yield from proceed(turn, line)


def _cut(turn: Turn, command: Command, text: str) -> dict[str, Piece]:
    assert command.split is not None
    return {k: (v, False) for k, v in command.split(turn, text).items() if v.strip()}


def say_continued(router: Router, turn: Turn, name: str, args: str, text: str) -> Says:
    """Hear a wire form that plain words continue: they are its last argument."""
    command = router.commands[name]
    line = Line(command, args, wire=True)
    line.pieces[command.params[-1].name] = (text, False)
    yield from proceed(turn, line)


def promised(router: Router, turn: Turn, name: str, args: Mapping[str, Any]) -> Says:
    """Hear a line of the clock or of the platform."""
    command = router.commands[name]
    if command.who not in {clock, platform}:
        turn.clock = False
    line = Line(command, wire=True, pieces={k: (str(v), True) for k, v in args.items()})
    yield from proceed(turn, line)


def proceed(turn: Turn, line: Line) -> Says:
    """Check rights, bind what there is, ask for what is missing, or run the handler."""
    try:
        if line.command.who.in_assembly:
            _place(turn, line)
        if turn.assembly is not None or not line.command.who.in_assembly:
            _admit(turn, line)
        values = bind(turn, line)
    except Ask as question:
        yield from _ask(turn, line, question)
        return
    line.command.who.check(turn)
    yield from _stepping(turn, line.command, line.command.handler(turn, **values))


def _stepping(turn: Turn, command: Command, says: Says) -> Says:
    """What the handler says, and what it means for the speaker's last step."""
    counts = command.steps and turn.account is not None and not turn.whole
    step = Stepped(command.name) if counts else None
    for said in says:
        if isinstance(said, Undo):
            step = Stepped(command.name, said.line, said.words) if counts else None
            continue
        if isinstance(said, Looked) or (isinstance(said, Also) and step and not step.undo):
            step = None
        if not isinstance(said, Looked):
            yield said
    if step is not None:
        yield step


def _admit(turn: Turn, line: Line) -> None:
    """Refuse whoever may not say it, before they are asked for the rest."""
    line.command.who.check(turn)
    if line.command.may is None:
        return
    first = line.command.params[0] if line.command.params else None
    if first is None or not _is_entity(first.kind):
        line.command.may(turn, None)
    elif first.name in line.found:
        line.command.may(turn, line.found[first.name])


def _place(turn: Turn, line: Line) -> None:
    """Find the assembly in which the line counts: by its first entity, the chat, or by asking."""
    unfounded = turn.assembly is None and turn.chat is not None and not turn.private
    if unfounded and not line.wire:
        raise Refused("refused-not-founded", command=Named("found"))
    first = line.command.params[0] if line.command.params else None
    if first is not None and _is_entity(first.kind):
        try:
            entity, rest = _read(turn, line, first)
        except (Missing, Unread):
            entity = None
        if entity is not None:
            turn.assembly = entity.assembly
            line.pieces[first.name] = (str(entity.id), True)
            line.rest = rest
            line.found[first.name] = entity
            return
    if turn.assembly is not None and (turn.whole or not turn.private):
        return
    if "here" in line.pieces:
        chosen, _ = reader(Assembly, line.pieces["here"][1])(turn, line.pieces["here"][0])
        if turn.membership(chosen) is None:
            raise Refused("refused-not-there")
        turn.assembly = chosen
        return
    if unfounded:
        raise Refused("refused-not-founded", command=Named("found"))
    homes = [m.assembly for m in turn.memberships if not m.assembly.closed_at]
    if not homes:
        raise Refused("refused-belongs-nowhere", command=Named("join"))
    if first is not None and _is_entity(first.kind):
        _must_somewhere(turn, line.command.who, homes)
        return
    if len(homes) > 1:
        raise Ask(Param("here", Assembly))
    turn.assembly = homes[0]


def _must_somewhere(turn: Turn, who: Right, homes: Sequence[Assembly]) -> None:
    """In private, before it is known which is meant: refuse whoever may say it in none of them."""
    for number, home in enumerate(homes, 1):
        turn.assembly = home
        try:
            who.check(turn)
            break
        except Refused:
            if number == len(homes):
                raise
    turn.assembly = None


def _is_entity(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Base) and hasattr(kind, "assembly")


def _read(turn: Turn, line: Line, param: Param) -> tuple[Any, str]:
    if param.name in line.found:
        return line.found[param.name], line.rest
    text, wired = line.pieces.get(param.name, (line.rest, line.wire))
    try:
        value, rest = reader(param.kind, wired)(turn, text)
    except Unread as unread:
        if wired:
            raise
        value, rest = by_label(turn, line.command, param, text, unread)
    # Whoever is asked for one thing often says the next along with it.
    return value, line.rest or rest if param.name in line.pieces else rest


def bind(turn: Turn, line: Line) -> dict[str, Any]:
    """Every argument's value; raises Ask for the first that is missing or unreadable."""
    values: dict[str, Any] = {}
    for param in line.command.params:
        skip = param.name not in line.pieces and not line.rest
        wanted = param.required or (line.guided and param.name in line.command.offers)
        if skip and not wanted:
            values[param.name] = param.default
            continue
        try:
            values[param.name], rest = _read(turn, line, param)
        except Shared as shared:
            if param.name not in line.pieces:
                line.rest = shared.rest
            among = offers_among(turn, line.command, param, shared.ids)
            raise Ask(param, offers=among) from None
        except Missing:
            if not wanted:
                values[param.name] = param.default
                continue
            raise Ask(param) from None
        except Unread as unread:
            if line.pieces.get(param.name, ("", line.wire))[1]:
                raise
            if param.name not in line.pieces:
                line.rest = unread.rest
            line.pieces.pop(param.name, None)
            raise Ask(param, unread.phrase, unread.offers) from None
        if param.name not in line.pieces:
            line.pieces[param.name] = _piece(line, values[param.name], rest)
        line.rest = rest
    return values


def _piece(line: Line, value: Any, rest: str) -> Piece:
    if isinstance(value, Base):
        return str(value.id), True  # type: ignore[attr-defined]
    taken = line.rest[: len(line.rest) - len(rest)] if rest else line.rest
    return taken.strip(), line.wire


def _ask(turn: Turn, line: Line, question: Ask) -> Says:
    if turn.chat is None or turn.clock:
        raise Refused("refused-not-there")
    if turn.whole and question.why is not None:
        raise Refused(question.why.key, **question.why.values)
    if not _may_ask(line, question.param):
        raise Refused("button-old")
    choices = question.offers or offers_of(turn, line.command, question.param)
    turn.session.add(turn.person)
    turn.session.flush()
    given_way = drop_older(turn, line.command.name)
    draft = Draft(
        person_id=turn.person.id,
        chat_id=turn.chat.id,
        command=line.command.name,
        asked=question.param.name,
        expires_at=turn.now + PATIENCE,
    )
    draft.said = json.dumps([line.pieces, line.rest, line.wire, line.guided])
    turn.session.add(draft)
    answer = wire("answer", draft)
    key = f"ask-{line.command.name}-{question.param.name}"
    if question.param.name == "here":
        key = "ask-here"
    why = [] if question.why is None else [question.why]
    lines = [*given_way, *why, Phrase(key)]
    yield Say(
        *lines, buttons=buttons(choices, answer), answer=answer, ask=True, until=draft.expires_at
    )


def _may_ask(line: Line, param: Param) -> bool:
    """A hidden line's buttons name everything but words, and what it has offers for."""
    known = param.name == "here" or param.name in line.command.offers
    return not line.command.hidden or known or param.kind in LIMITS


def resume(router: Router, turn: Turn, draft: Draft, text: str, *, wired: bool) -> Says:
    """Take an answer into a half-said line and go on with it."""
    pieces, rest, was_wire, guided = json.loads(draft.said)
    line = Line(
        router.commands[draft.command],
        rest,
        was_wire,
        {name: (piece[0], piece[1]) for name, piece in pieces.items()},
        guided,
    )
    cut: dict[str, Piece] = {}
    if line.command.split and not wired and draft.asked == line.command.params[0].name:
        # whoever is asked for the first thing often says the rest along with it
        cut = _cut(turn, line.command, text)
        cut = cut if draft.asked in cut else {}
    line.pieces = cut | line.pieces
    if draft.asked not in cut:
        line.pieces[draft.asked] = (text, wired)
    draft.end(Fate.ANSWERED)
    yield from proceed(turn, line)
