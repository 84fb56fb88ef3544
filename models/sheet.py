"""What stands on a page or in a picture, before it is words in anybody's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from models.phrase import Value


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part; a page does not end with it."""

    words: Value


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    words: Value
    tone: Literal["plain", "faint", "strong"] = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: what of, how much of the whole, and that in words."""

    words: Value
    part: int
    whole: int
    said: Value
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars one below the other."""

    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row and its first column say what stands in the others."""

    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Items:
    """Short paragraphs, each after its mark."""

    items: Sequence[tuple[Value, Value]]
    """Mark and words."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Things one below the other, each as deep as it hangs."""

    rows: Sequence[tuple[int, Value]]
    """Depth from 0, and words."""


Block: TypeAlias = Heading | Words | Bars | Grid | Items | Tree


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document or a picture: pure data, drawn where nobody waits for it."""

    title: Value
    blocks: Sequence[Block]
    above: Value = ""
    """A small line over the title."""
    foot: Value = ""
    """On every page."""
