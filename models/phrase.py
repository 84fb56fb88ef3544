"""What is to be said, before it is a sentence in anybody's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to be written in the reader's language."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Several:
    """Several things: `list` as in "A, B und C", `line` one a line, `dot` as in "A · B"."""

    phrases: Sequence[Value]
    sep: Literal["list", "line", "dot", "space"] = "list"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, written whole, in the reader's zone."""

    at: datetime
    """Aware."""
    style: Literal["full", "day", "time"] = "full"
    zone: str = ""
    """Whose day it is, wherever one reads of it; empty: the reader's."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command to type, by its canonical name; it is shown with the reader's one."""

    name: str
    rest: str = ""
    example: bool = False
    """With its example from the locales, in place of `rest`."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share, drawn: full or empty only where it truly is."""

    part: int
    whole: int
    width: int = 10


@dataclass(frozen=True, slots=True)
class Quote:
    """What a member wrote, with its line breaks, set apart from our words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """What a member wrote, in one line, in bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Short cells in columns, in letters of equal width; the first column leads each row."""

    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of our own words, by which a sentence chooses its wording; never a member's text."""

    value: str


Value: TypeAlias = (
    str | int | float | Phrase | Several | Moment | Command | Bar | Quote | Strong | Table | Choice
)
"""A plain `str` is shown literally, in one line; a `StrEnum` is a Choice."""
