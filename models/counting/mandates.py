"""Votes of assemblies: each carries what its base decided, and a council adds them up.

A mandate binds a whole assembly to one option, or splits it in proportion to the ballots of its
base. What weighs how much is for the council's statutes to say. Nothing is rounded: shares are
fractions. An assembly without a mandate has cast no vote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.counting import Assent, Consensus, Consent, Method, Outcome, Position, Proposal, Vote
from models.counting.outcome import Amount, Verdict, seat

Shares = Mapping[int, Fraction]
"""Which part of an assembly's vote goes to which option; nothing: it has no mandate."""
WHOLE = Fraction(1)


class Weighing(StrEnum):
    """What an assembly's vote weighs in a council."""

    EACH = "each"
    """One assembly, one vote."""
    MEMBERS = "members"
    """As many votes as members, all for what the assembly decided."""
    SPLIT = "split"
    """As many votes as members, in proportion to the ballots."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What one assembly says, and what that weighs."""

    weight: int
    shares: Shares

    @property
    def given(self) -> bool:
        """It says anything at all."""
        return bool(self.shares) and self.weight > 0


def bound(method: Method, counted: Outcome, *, passed: bool | None) -> Shares:
    """The option to which a decision binds those who made it.

    `passed`: whether what was proposed has passed; None: it is tied or lacks its quorum, and binds
    to nothing. Where members only abstained, they have said to abstain.
    """
    if passed is None or not counted.ballots:
        return {}
    if isinstance(method, Proposal):
        only_abstained = counted.totals.get(Vote.ABSTAIN, 0) == counted.ballots
        refused = Vote.ABSTAIN if only_abstained else Vote.NO
        return {Vote.YES if passed else refused: WHOLE}
    if isinstance(method, Consent):
        return {Assent.CONSENT if passed else Assent.OBJECTION: WHOLE}
    if isinstance(method, Consensus):
        blocked = bool(counted.totals.get(Position.BLOCK, 0))
        refused_by = Position.BLOCK if blocked else Position.DISAGREE
        return {Position.AGREE if passed else refused_by: WHOLE}
    return {counted.winners[0]: WHOLE} if len(counted.winners) == 1 else {}


def split(counted: Outcome) -> Shares:
    """What each option was given, as its part of the whole; for methods of one answer each."""
    whole = sum(counted.totals.values())
    if not whole:
        return {}
    return {place: Fraction(given) / whole for place, given in counted.totals.items() if given}


def add_up(method: Method, mandates: Iterable[Mandate], options: int) -> Outcome:
    """What a council's assemblies say together.

    The fixed answers of a method are judged as it judges ballots; of other options the one with
    most votes has won, and equal ones are tied.
    """
    totals: dict[int, Amount] = dict.fromkeys(range(1, options + 1), 0)
    told: dict[int, dict[int, int]] = {place: defaultdict(int) for place in totals}
    weight = 0
    for mandate in mandates:
        if not mandate.given:
            continue
        weight += mandate.weight
        for place, share in mandate.shares.items():
            totals[place] += mandate.weight * share
            told[place][1] += 1
    whole = {place: _whole(amount) for place, amount in totals.items()}
    histogram = {place: dict(marks) for place, marks in told.items()}
    if isinstance(method, Proposal):
        return Outcome(weight, whole, histogram)
    if isinstance(method, Consent | Consensus):
        verdict = _verdict(method, whole) if weight else None
        return Outcome(weight, whole, histogram, verdict=verdict)
    winners, tied = _most({place: amount for place, amount in whole.items() if amount})
    return Outcome(weight, whole, histogram, winners, tied)


def _whole(amount: Amount) -> Amount:
    return int(amount) if Fraction(amount).denominator == 1 else amount


def _most(given: Mapping[int, Amount]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    ranks = {amount: rank for rank, amount in enumerate(sorted(set(given.values())))}
    return seat({place: ranks[amount] for place, amount in given.items()}, 1)


def _verdict(method: Consent | Consensus, totals: Mapping[int, Amount]) -> Verdict:
    if isinstance(method, Consent):
        return Verdict.REJECTED if totals[Assent.OBJECTION] else Verdict.PASSED
    agree, disagree = totals[Position.AGREE], totals[Position.DISAGREE]
    if totals[Position.BLOCK]:
        return Verdict.REJECTED
    if agree == disagree and agree:
        return Verdict.TIE
    return Verdict.PASSED if agree > disagree else Verdict.REJECTED
