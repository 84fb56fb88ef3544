"""Files: what is asked for now and made in its own time, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from sqlalchemy.orm import Session

from models.base import Base
from models.phrase import Phrase

Arg: TypeAlias = Base | int | str | datetime


@dataclass(frozen=True, slots=True)
class File:
    """A file that a maker (`@router.maker`) makes in its own time, just before it is sent."""

    name: str
    """As it is sent. A drawn one is a picture where it ends in `.png`, else a PDF."""
    maker: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    """By parameter: ids, numbers, dates and our own words; never anybody's."""


@dataclass(frozen=True, slots=True)
class Making:
    """What a file is made of: a session that only reads, apart from what is heard meanwhile."""

    session: Session
    now: datetime
    """When it was asked for: no clock is in it."""
    plain: Callable[[Phrase], str]
    """A phrase as text, as those read it who get the file."""
