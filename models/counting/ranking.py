"""Ranked ballots: Schulze for one winner, transfers for several seats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from models.base import Refused
from models.counting.ballot import Marks, check_marks
from models.counting.outcome import Outcome
from models.counting.schulze import count_schulze
from models.counting.scottish import count_scottish

LOWEST_RANK = 99


@dataclass(frozen=True, slots=True)
class Ranked:
    """A ranking, full or partial: 1 is best, gaps mean nothing, unranked is below all.

    One seat: Schulze (`schulze`), equal ranks allowed, and the last option is "nothing changes".
    Several seats: the Scottish single transferable vote (`scottish`), each rank once.
    """

    name: ClassVar[str] = "ranked"
    seats: int = 1

    @property
    def status_quo(self) -> bool:
        """With one seat, the last option is always "nothing changes"."""
        return self.seats == 1

    def check(self, marks: Marks, options: int) -> None:
        """Each mark is a rank."""
        check_marks(marks, options, 1, LOWEST_RANK)
        if self.seats > 1 and len(set(marks.values())) < len(marks):
            raise Refused("ballot-equal-ranks")

    def count(self, ballots: Iterable[Marks], options: int, lots: Sequence[int] = ()) -> Outcome:
        """Who wins; `lots` is an order drawn for ties that the rules of several seats leave."""
        if self.seats == 1:
            return count_schulze(ballots, options)
        return count_scottish(ballots, options, self.seats, lots)
