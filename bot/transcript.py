"""Transcripts: a conversation as text, read and written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.markup import terminal
from bot.platforms import Kind, Outgoing
from bot.platforms.console import Console, Shown

HEAD = re.compile(r"^(?P<who>[^\s>#@~]+)(?: (?P<room>#\S+))?(?P<reply> \^)?> ?(?P<text>.*)$")
FAINT, PRESSABLE = "2", "36"
"""How a terminal shows who speaks, and what can be pressed."""
BOT = re.compile(r"^bot (?:#\S+|@\S+|~\S+ #\S+|~\S+)(?: edit)?> ?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a person types, or the clock says."""

    number: int
    """The line in the file."""
    who: str
    room: str
    text: str
    reply: bool = False


class Unreadable(Exception):
    """The transcript has a line of no known form."""


def read(text: str) -> Iterator[Spoken]:
    """What people and the clock say; the bot's lines and comments are passed over."""
    current: Spoken | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("  "):
            if current is not None:
                current = Spoken(
                    current.number,
                    current.who,
                    current.room,
                    f"{current.text}\n{line[2:]}",
                    current.reply,
                )
            continue
        if current is not None:
            yield current
            current = None
        if not line.strip() or line.startswith("# ") or line == "#" or BOT.match(line):
            continue
        found = HEAD.match(line)
        if found is None:
            raise Unreadable(f"line {number}: {line}")
        current = Spoken(
            number, found["who"], found["room"] or "", found["text"], bool(found["reply"])
        )
    if current is not None:
        yield current


def comments(text: str) -> dict[int, str]:
    """Comment and empty lines by their number."""
    return {
        number: line
        for number, line in enumerate(text.splitlines(), 1)
        if not line.strip() or line.startswith("# ") or line == "#"
    }


def written(shown: Shown, console: Console, *, colour: bool = False) -> str:
    """A message of the bot in the form of transcripts."""
    place, letter = shown.place, shown.letter
    where = f"@{place.chat}" if place.private else place.chat
    if letter.kind is Kind.TOAST:
        who = console.whose(letter.press)
        where = f"~{who}" if place.private else f"~{who} {place.chat}"
    head = _tinted(f"bot {where}{' edit' if shown.edited else ''}>", FAINT, colour)
    text = terminal(letter.text, colour)
    if letter.kind is Kind.FILE:
        text = f"{text}\n({_file(letter)})".strip()
    lines = text.split("\n")
    body = [f"{head} {lines[0]}", *(f"  {line}".rstrip() for line in lines[1:])]
    if letter.keys:
        labels = " ".join(f"[{key.label}]" for key in letter.keys)
        body.append("  " + _tinted(labels, PRESSABLE, colour))
    if letter.door:
        body.append("  → /start " + letter.door)
    return "\n".join(line.rstrip() for line in body)


def _file(letter: Outgoing) -> str:
    if letter.picture is None:
        return letter.file_name
    return f"picture {letter.file_name}, {letter.picture[0]}×{letter.picture[1]}"


def _tinted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
