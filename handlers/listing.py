"""Lists that end where nobody would read on, and say how much is left out."""

from __future__ import annotations

from collections.abc import Sequence

from models.assembly import Assembly
from models.phrase import Phrase

MOST_LISTED = 30


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
