"""When a proposal passes: of what, by how much, with how many, and whether it may end early.

- Simple: more yes than no. Absolute: yes from more than half of the basis. A fraction m/n: yes from
  at least m/n of the basis, and at least one; two thirds of the votes is yes >= 2 no.
- The quorum is ceil(share x electorate) ballots *cast*, abstentions too; never less than one.
- As many yes as no, where more than half is needed of just these, is a tie and is called one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from models.counting.outcome import Amount, Verdict


class Basis(StrEnum):
    """What a majority is a part of."""

    CAST = "cast"
    """Yes and no."""
    VALID = "valid"
    """Yes, no and abstentions."""
    PRESENT = "present"
    ELECTORATE = "electorate"


class Majority(StrEnum):
    """A majority that is no fraction "at least"."""

    SIMPLE = "simple"
    ABSOLUTE = "absolute"


TWO_THIRDS = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a proposal passes."""

    basis: Basis = Basis.CAST
    """Of no account to a simple majority."""
    majority: Majority | Fraction = Majority.SIMPLE
    quorum: Fraction = Fraction(0)
    """This share of the electorate must cast a ballot."""
    early: bool = False
    """It ends once it has passed or cannot pass any more."""
    extends: bool = False
    """Without a quorum at its end it goes on once, for the same time."""

    def __post_init__(self) -> None:
        if isinstance(self.majority, Fraction) and not 0 < self.majority <= 1:
            raise ValueError(f"no majority: {self.majority}")
        if not 0 <= self.quorum <= 1:
            raise ValueError(f"no quorum: {self.quorum}")

    def needed(self, electorate: int) -> int:
        """How many ballots make a quorum."""
        return max(1, ceil(self.quorum * electorate))


class Settled(StrEnum):
    """What ballots still to come can change."""

    PASSED = "passed"
    """Nothing: it passes."""
    IMPOSSIBLE = "impossible"
    """Nothing: it does not pass."""
    OPEN = "open"


def passes(
    yes: Amount, no: Amount, abstain: Amount, *, electorate: int, present: int, rule: Rule
) -> bool:
    """Whether the majority is there; the quorum is another matter."""
    if rule.majority is Majority.SIMPLE:
        return yes > no
    whole = _whole(yes, no, abstain, electorate=electorate, present=present, basis=rule.basis)
    if isinstance(rule.majority, Fraction):
        return yes > 0 and yes >= rule.majority * whole
    return 2 * yes > whole


def verdict(
    yes: Amount, no: Amount, abstain: Amount, *, electorate: int, present: int, rule: Rule
) -> Verdict:
    """What becomes of it when it ends with these votes."""
    if yes + no + abstain < rule.needed(electorate):
        return Verdict.NO_QUORUM
    if passes(yes, no, abstain, electorate=electorate, present=present, rule=rule):
        return Verdict.PASSED
    return Verdict.TIE if yes == no and _halves(rule) else Verdict.REJECTED


def settled_early(
    yes: Amount, no: Amount, abstain: Amount, *, electorate: int, present: int, rule: Rule
) -> Settled:
    """Whether ballots still to come, if all cast ones stay as they are, could change the verdict.

    Always open where the rule does not let it end early.
    """
    if not rule.early:
        return Settled.OPEN
    cast = yes + no + abstain
    left = max(0, electorate - cast)
    # for the majority a no is the worst that may come, for the quorum that nobody comes
    worst = passes(yes, no + left, abstain, electorate=electorate, present=present, rule=rule)
    if worst and cast >= rule.needed(electorate):
        return Settled.PASSED
    best = passes(yes + left, no, abstain, electorate=electorate, present=present, rule=rule)
    return Settled.OPEN if best else Settled.IMPOSSIBLE


def extends(rule: Rule, ended: Verdict, *, extended: bool) -> bool:
    """Whether it goes on for the same time again: once, and only for want of a quorum."""
    return rule.extends and ended is Verdict.NO_QUORUM and not extended


def stricter(rule: Rule, than: Rule) -> bool:
    """Whether all that passes by this rule would pass by the other: a decision's, the statutes'.

    Each part is compared with its like, so a high quorum does not make up for a small basis.
    """
    part, over = _part(rule)
    floor, over_floor = _part(than)
    return (
        (part, over) >= (floor, over_floor)
        and _SIZES.index(_basis(rule)) >= _SIZES.index(_basis(than))
        and rule.quorum >= than.quorum
    )


def dump(rule: Rule) -> dict[str, str | bool]:
    """As a column keeps it."""
    return {
        "basis": str(rule.basis),
        "majority": str(rule.majority),
        "quorum": str(rule.quorum),
        "early": rule.early,
        "extends": rule.extends,
    }


def load(kept: Mapping[str, str | bool]) -> Rule:
    """What was dumped."""
    majority = str(kept["majority"])
    named = majority in list(Majority)
    return Rule(
        basis=Basis(str(kept["basis"])),
        majority=Majority(majority) if named else Fraction(majority),
        quorum=Fraction(str(kept["quorum"])),
        early=bool(kept["early"]),
        extends=bool(kept["extends"]),
    )


_SIZES = (Basis.CAST, Basis.VALID, Basis.PRESENT, Basis.ELECTORATE)
"""Each as large as those before it: who votes is counted as present, who is present may vote."""


def _whole(
    yes: Amount, no: Amount, abstain: Amount, *, electorate: int, present: int, basis: Basis
) -> Amount:
    cast = yes + no + abstain
    match basis:
        case Basis.CAST:
            return yes + no
        case Basis.VALID:
            return cast
        case Basis.PRESENT:
            return max(present, cast)
        case Basis.ELECTORATE:
            return max(electorate, cast)


def _basis(rule: Rule) -> Basis:
    """A simple majority is an absolute one of the votes cast."""
    return Basis.CAST if rule.majority is Majority.SIMPLE else rule.basis


def _part(rule: Rule) -> tuple[Fraction, bool]:
    """The share, and whether more than it is needed."""
    if isinstance(rule.majority, Fraction):
        return rule.majority, False
    return Fraction(1, 2), True


def _halves(rule: Rule) -> bool:
    """More than half of yes and no."""
    return not isinstance(rule.majority, Fraction) and _basis(rule) is Basis.CAST
