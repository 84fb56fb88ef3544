"""Lists and buttons of things: what is left out is said, what looks alike is told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from handlers.routing import Offer
from handlers.turn import Button, wire
from models.assembly import Assembly
from models.phrase import Phrase

MOST_LISTED = 30
LABEL = 40


def listed(lines: Sequence[Phrase], count: int = 0) -> list[Phrase]:
    """The first lines, and how many there are besides; `count`: of how many these are the first."""
    rest = max(count, len(lines)) - MOST_LISTED
    more = [Phrase("list-more", {"count": rest})] if rest > 0 else []
    return [*lines[:MOST_LISTED], *more]


def placed(label: str | Phrase, assembly: Assembly, *, several: bool) -> str | Phrase:
    """A button's label; where things of several assemblies are listed, it says of which."""
    if not several:
        return label
    return Phrase("label-where", {"label": label, "assembly": assembly.name})


def named(thing: Any, *, several: bool = False, most: int = LABEL) -> str | Phrase:
    """The label of what has a number and a title, in an assembly."""
    return placed(f"{thing.number} {thing.title}"[:most], thing.assembly, several=several)


def offers_of(things: Iterable[Any], *, most: int = LABEL) -> list[Offer]:
    """What there is to choose from; where it is of several assemblies, the question says so."""
    return [(named(one, most=most), str(one.id)) for one in things]


def opening(things: Iterable[Any], *, several: bool = False) -> list[Button]:
    """Buttons that show their cards."""
    return [Button(named(one, several=several), wire("card", one.slot)) for one in things]
