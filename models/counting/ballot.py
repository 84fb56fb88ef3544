"""A ballot: marks by option, and what makes one that cannot be counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from models.base import Refused

Marks: TypeAlias = Mapping[int, int]
"""Option number (the first is 1) to mark; what a mark means is the method's business."""


def check_marks(marks: Marks, options: int, lowest: int, highest: int) -> None:
    """Refuse a ballot that is empty, or marks what is not there or cannot be."""
    if not marks:
        raise Refused("ballot-empty")
    for option, mark in marks.items():
        if not 1 <= option <= options:
            raise Refused("ballot-no-such-option", option=option, options=options)
        if not lowest <= mark <= highest:
            raise Refused("ballot-no-such-mark", mark=mark, lowest=lowest, highest=highest)
