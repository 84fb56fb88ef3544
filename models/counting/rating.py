"""Rating every option: score, resistance, and times that suit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import ClassVar

from models.counting.ballot import Marks, check_marks
from models.counting.outcome import Means, Outcome, histogram, seat, sums

BEST_SCORE = 5
MOST_RESISTANCE = 10


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 5 for each option, an option left out is 0; the highest sum wins.

    Range voting with sums (W. D. Smith, "Range Voting", 2000). Over the same ballots the highest
    sum is the highest mean, which is shown. An option that everybody gave 0 does not win.
    """

    name: ClassVar[str] = "score"
    status_quo: ClassVar[bool] = False
    seats: int = 1

    def check(self, marks: Marks, options: int) -> None:
        """Each mark is a score."""
        check_marks(marks, options, 0, BEST_SCORE)

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """The sum of each option's scores."""
        cast = list(ballots)
        totals = sums(cast, options)
        winners, tied = seat({o: total for o, total in totals.items() if total}, self.seats)
        spread = histogram(cast, options)
        return Outcome(len(cast), totals, spread, winners, tied, detail=_means(totals, len(cast)))


@dataclass(frozen=True, slots=True)
class Resistance:
    """0 to 10 of resistance to each option, an option left out is 0; the least sum wins.

    Systemic consensing (E. Visotschnig, S. Schrotta, "Das SK-Prinzip", 2005). Its "passive
    solution" is always among the options: the last one is "nothing changes".
    """

    name: ClassVar[str] = "resistance"
    status_quo: ClassVar[bool] = True
    seats: ClassVar[int] = 1

    def check(self, marks: Marks, options: int) -> None:
        """Each mark is a resistance."""
        check_marks(marks, options, 0, MOST_RESISTANCE)

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """The sum of the resistance to each option; `options` counts "nothing changes", too."""
        cast = list(ballots)
        totals = sums(cast, options)
        standing = {option: -total for option, total in totals.items()} if cast else {}
        winners, tied = seat(standing, self.seats)
        spread = histogram(cast, options)
        return Outcome(len(cast), totals, spread, winners, tied, detail=_means(totals, len(cast)))


class Suits(IntEnum):
    """Whether somebody can come at a time."""

    NO = 0
    IF_NEED_BE = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Times:
    """Yes, if need be or no to each time, a time left out is no; most yes, then fewest no.

    As scheduling polls do it. A time at which nobody can come does not win.
    """

    name: ClassVar[str] = "times"
    status_quo: ClassVar[bool] = False
    seats: int = 1

    def check(self, marks: Marks, options: int) -> None:
        """Each mark is one of `Suits`."""
        check_marks(marks, options, Suits.NO, Suits.YES)

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """How many say yes to each time."""
        cast = list(ballots)
        spread = histogram(cast, options)
        yes = {option: marks.get(Suits.YES, 0) for option, marks in spread.items()}
        maybe = {option: marks.get(Suits.IF_NEED_BE, 0) for option, marks in spread.items()}
        # the same ballots for each: fewest no is most of the others
        can = {o: (yes[o], yes[o] + maybe[o]) for o in yes if yes[o] + maybe[o]}
        winners, tied = seat(can, self.seats)
        return Outcome(len(cast), yes, spread, winners, tied)


def _means(totals: dict[int, int], ballots: int) -> Means:
    return Means({option: Fraction(total, max(1, ballots)) for option, total in totals.items()})
