"""Choosing among options: one, some, or with dots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from models.base import Refused
from models.counting.ballot import Marks, check_marks
from models.counting.outcome import Outcome, histogram, seat, sums

DOTS = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One option, or up to `most`; most votes win.

    Plurality; with `most` above 1, approval voting (S. J. Brams, P. C. Fishburn, "Approval
    Voting", American Political Science Review 72, 1978), limited where `most` is below the number
    of options. An option that nobody chose does not win.
    """

    name: ClassVar[str] = "choice"
    status_quo: ClassVar[bool] = False
    most: int = 1
    seats: int = 1

    def check(self, marks: Marks, options: int) -> None:
        """A mark of 1 for each chosen option."""
        check_marks(marks, options, 1, 1)
        if len(marks) > self.most:
            raise Refused("ballot-too-many", most=self.most, given=len(marks))

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """Votes for each option."""
        return _most(list(ballots), options, self.seats)

    def judge(self, told: Outcome) -> Outcome:
        """Who has won with so many votes."""
        return _won(told, self.seats)


@dataclass(frozen=True, slots=True)
class Dots:
    """Eight dots, as many as one likes on one option; most dots win.

    Dot voting, cumulative voting with dots on a wall (D. Gray, S. Brown, J. Macanufo,
    "Gamestorming", 2010). An option without a dot does not win.
    """

    name: ClassVar[str] = "dots"
    status_quo: ClassVar[bool] = False
    seats: int = 1

    def check(self, marks: Marks, options: int) -> None:
        """Each mark is a number of dots; not all need be given."""
        check_marks(marks, options, 0, DOTS)
        given = sum(marks.values())
        if not given:
            raise Refused("ballot-empty")
        if given > DOTS:
            raise Refused("ballot-too-many-dots", most=DOTS, given=given)

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """Dots on each option."""
        return _most(list(ballots), options, self.seats)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What people think; it decides nothing, so nothing wins and nothing is tied."""

    name: ClassVar[str] = "opinion"
    status_quo: ClassVar[bool] = False
    seats: ClassVar[int] = 0
    most: int = 1

    def check(self, marks: Marks, options: int) -> None:
        """As in a choice."""
        Choice(most=self.most).check(marks, options)

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """Votes for each option."""
        return _most(list(ballots), options, self.seats)

    def judge(self, told: Outcome) -> Outcome:
        """Nobody has won."""
        return _won(told, self.seats)


def _most(ballots: list[Marks], options: int, seats: int) -> Outcome:
    told = Outcome(len(ballots), sums(ballots, options), histogram(ballots, options))
    return _won(told, seats)


def _won(told: Outcome, seats: int) -> Outcome:
    given = {option: int(total) for option, total in told.totals.items() if total}
    winners, tied = seat(given, seats)
    return replace(told, winners=winners, tied=tied)
