"""One proposal and fixed answers: proposal, consent, consensus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from models.base import Refused
from models.counting.ballot import Marks, check_marks
from models.counting.outcome import Outcome, Verdict, histogram, sums


class Vote(IntEnum):
    """The answers to a proposal, as option numbers."""

    YES = 1
    NO = 2
    ABSTAIN = 3


class Assent(IntEnum):
    """The answers in consent, as option numbers."""

    CONSENT = 1
    ABSTAIN = 2
    OBJECTION = 3


class Position(IntEnum):
    """The answers in consensus, as option numbers."""

    AGREE = 1
    STAND_ASIDE = 2
    DISAGREE = 3
    BLOCK = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """Yes, no or abstain; whether it passes is for the decision's rule to say (`passing`)."""

    name: ClassVar[str] = "proposal"
    seats: ClassVar[int] = 0
    status_quo: ClassVar[bool] = False
    answers: ClassVar[type[Vote]] = Vote

    def check(self, marks: Marks, options: int = len(Vote)) -> None:
        """A mark of 1 for one of `Vote`."""
        _check(marks, self.answers)

    def count(self, ballots: Iterable[Marks], options: int = len(Vote)) -> Outcome:
        """How many gave each answer."""
        return self.judge(_tally(ballots, self.answers))

    def judge(self, told: Outcome) -> Outcome:
        """The rule says it, not the method."""
        return told


@dataclass(frozen=True, slots=True)
class Consent:
    """Passes when no valid objection stands; nothing is said while nobody has answered.

    Sociocracy (G. Endenburg, "Sociocracy: The Organization of Decision-Making", 1998).
    """

    name: ClassVar[str] = "consent"
    seats: ClassVar[int] = 0
    status_quo: ClassVar[bool] = False
    answers: ClassVar[type[Assent]] = Assent

    def check(self, marks: Marks, options: int = len(Assent)) -> None:
        """A mark of 1 for one of `Assent`."""
        _check(marks, self.answers)

    def count(
        self, ballots: Iterable[Marks], options: int = len(Assent), standing: int | None = None
    ) -> Outcome:
        """How many gave each answer; `standing` objections were not settled (None: all stand)."""
        return self.judge(_tally(ballots, self.answers), standing)

    def judge(self, told: Outcome, standing: int | None = None) -> Outcome:
        """Whether it passes with so many for each answer."""
        objections = told.totals[Assent.OBJECTION] if standing is None else standing
        return _judge(told, passed=not objections)


@dataclass(frozen=True, slots=True)
class Consensus:
    """Passes with no block and more who agree than disagree; equally many are a tie.

    Consensus with standing aside and blocks (Seeds for Change, "A Consensus Handbook", 2013),
    with Loomio's count of agreement and disagreement.
    """

    name: ClassVar[str] = "consensus"
    seats: ClassVar[int] = 0
    status_quo: ClassVar[bool] = False
    answers: ClassVar[type[Position]] = Position

    def check(self, marks: Marks, options: int = len(Position)) -> None:
        """A mark of 1 for one of `Position`."""
        _check(marks, self.answers)

    def count(self, ballots: Iterable[Marks], options: int = len(Position)) -> Outcome:
        """How many gave each answer."""
        return self.judge(_tally(ballots, self.answers))

    def judge(self, told: Outcome) -> Outcome:
        """Whether it passes with so many for each answer."""
        agree, disagree = told.totals[Position.AGREE], told.totals[Position.DISAGREE]
        blocked = bool(told.totals[Position.BLOCK])
        even = agree == disagree and agree > 0
        return _judge(told, passed=not blocked and agree > disagree, tie=not blocked and even)


def _check(marks: Marks, answers: type[IntEnum]) -> None:
    check_marks(marks, len(answers), 1, 1)
    if len(marks) > 1:
        raise Refused("ballot-one-answer")


def _tally(ballots: Iterable[Marks], answers: type[IntEnum]) -> Outcome:
    cast = list(ballots)
    return Outcome(len(cast), sums(cast, len(answers)), histogram(cast, len(answers)))


def _judge(told: Outcome, *, passed: bool, tie: bool = False) -> Outcome:
    if not told.ballots:
        return told
    verdict = Verdict.TIE if tie else Verdict.PASSED if passed else Verdict.REJECTED
    return Outcome(told.ballots, told.totals, told.histogram, verdict=verdict)
