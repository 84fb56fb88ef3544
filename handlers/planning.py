"""How a campaign is typed: its goal and its day, its tasks and what helps, one a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.reading import Missing, Unread, of_chat
from handlers.routing import Offer
from handlers.turn import Turn
from models import dates
from models.campaign import LONGEST_PIECE, MOST_DAYS
from models.phrase import Phrase

NUMBER = re.compile(r"(.*?)[\s,(|]+(\d{1,4})\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lines:
    """Links or words, one a line."""

    said: tuple[tuple[str, int], ...]
    """Each with how many days before the day it is to be done."""

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Lines, str]:
        """All that was typed."""
        lines = [line.strip() for line in text.splitlines() if line.strip(" |,")]
        if not lines:
            raise Missing
        said = tuple(cls.of_line(turn, line) for line in lines)
        if max(len(words) for words, _ in said) > LONGEST_PIECE:
            raise Unread("refused-too-long", limit=LONGEST_PIECE)
        if max(days for _, days in said) > MOST_DAYS:
            raise Unread("campaign-many-days", limit=MOST_DAYS)
        return cls(said), ""

    @classmethod
    def of_line(cls, turn: Turn, line: str) -> tuple[str, int]:
        """One of them."""
        return line, 0


class Tasks(Lines):
    """Tasks, one a line: `Print flyers, 7 days before`."""

    @classmethod
    def of_line(cls, turn: Turn, line: str) -> tuple[str, int]:
        """What is to be done, and how long before the day."""
        counted = line.rstrip(" .)")
        units = [one.strip() for one in turn.plain(Phrase("campaign-days-before")).split(",")]
        unit = next((one for one in units if counted.casefold().endswith(one)), "")
        if not unit and "|" not in line:
            return line, 0
        found = NUMBER.fullmatch(counted[: len(counted) - len(unit)])
        words = found[1].strip(" ,(|") if found else ""
        return (words, int(found[2])) if found and words else (line, 0)


def nothing_offered(_turn: Turn) -> list[Offer]:
    """There is nothing to choose from: people type it."""
    return []


def cut(turn: Turn, text: str) -> dict[str, str]:
    """`Rent strike week | on 1 June`; the line may be left out."""
    title, line, day = text.rpartition("|")
    if line:
        return {"title": title.strip(" |"), "day": day.strip()}
    words = " ".join(text.split())
    day, title = dates.find(words, **of_chat(turn))
    # one that begins it is its name: 1 May march
    return {"title": title, "day": day} if title and words.startswith(title) else {"title": text}
