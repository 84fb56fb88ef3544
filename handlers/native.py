"""What a platform may put in its own way, where it has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Poll:
    """Stands in place of a card in groups whose platform has polls of its own.

    It is put once and ends when the card is drawn without it; what changes meanwhile is not shown.
    """

    question: Phrase
    answers: Sequence[Phrase | str]
    line: str
    """From `wire`: an answer says it, followed by the numbers of what was chosen."""
    most: int = 1
    """How many of the answers one may choose."""
