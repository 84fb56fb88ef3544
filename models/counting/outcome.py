"""What a count says, whatever was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Protocol, TypeAlias, TypeVar

from models.counting.ballot import Marks

Amount: TypeAlias = int | Fraction


class Verdict(StrEnum):
    """What became of a proposal."""

    PASSED = "passed"
    REJECTED = "rejected"
    TIE = "tie"
    NO_QUORUM = "no-quorum"


@dataclass(frozen=True, slots=True)
class Means:
    """What options were given on average."""

    means: Mapping[int, Fraction]


@dataclass(frozen=True, slots=True)
class Paths:
    """Comparisons of each option (row) with each other (column), and the order they make."""

    pairwise: tuple[tuple[int, ...], ...]
    """How many ballots prefer the row's option to the column's."""
    strengths: tuple[tuple[int, ...], ...]
    """The strongest path from the row's option to the column's."""
    ranking: tuple[tuple[int, ...], ...]
    """Best first; side by side where no option beats the other."""


class Why(StrEnum):
    """What moved votes in a stage."""

    FIRST = "first"
    """First preferences."""
    SURPLUS = "surplus"
    EXCLUSION = "exclusion"


@dataclass(frozen=True, slots=True)
class Lot:
    """Equal at every stage: nothing but a lot decides."""

    stage: int
    """The stage it is needed for; 1 is the first."""
    why: Why
    """Whose surplus is transferred first, or who is excluded."""
    among: tuple[int, ...]
    fell_on: int | None
    """None: no lot was drawn, so the count waits here."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a count with transfers."""

    why: Why
    whose: int | None
    """Whose ballots were transferred; not the last excluded one's, if the rest fill the seats."""
    credited: Mapping[int, Fraction]
    """What others received of them."""
    votes: Mapping[int, Fraction]
    """Everybody's votes at its end."""
    exhausted: Fraction
    """Votes by then without a next preference."""
    lost: Fraction
    """Votes by then lost to decimals ignored."""
    elected: tuple[int, ...]
    """Newly elected, most votes first."""


@dataclass(frozen=True, slots=True)
class Transfers:
    """A count with transfers, stage by stage."""

    quota: int
    stages: tuple[Stage, ...]
    lots: tuple[Lot, ...]


Detail: TypeAlias = Means | Paths | Transfers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the ballots say. All ballots count: what cannot be counted is not cast."""

    ballots: int
    totals: Mapping[int, Amount]
    """What each option was given, as the method sums it up."""
    histogram: Mapping[int, Mapping[int, int]]
    """Option to mark to the number of ballots that say so."""
    winners: tuple[int, ...] = ()
    """Best first; a tie within the seats is no tie."""
    tied: tuple[int, ...] = ()
    """Equal, and more of them than seats left: people decide between these."""
    verdict: Verdict | None = None
    """Where the question is whether something passes, and the method itself says so."""
    detail: Detail | None = None


class Method(Protocol):
    """One way to vote and to count."""

    @property
    def name(self) -> str:
        """As people choose it."""

    @property
    def seats(self) -> int:
        """How many options can win; 0: none, the answers are fixed or decide nothing."""

    @property
    def status_quo(self) -> bool:
        """The last option is always "nothing changes"."""

    def check(self, marks: Marks, options: int) -> None:
        """Refuse a ballot that cannot be counted."""

    def count(self, ballots: Iterable[Marks], options: int) -> Outcome:
        """What the ballots, checked when they were cast, say."""


Key = TypeVar("Key", bound="int | tuple[int, ...]")


def seat(standing: Mapping[int, Key], seats: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The options of highest standing, and those tied for what seats are left."""
    winners: tuple[int, ...] = ()
    for standard in sorted(set(standing.values()), reverse=True):
        equal = tuple(option for option in sorted(standing) if standing[option] == standard)
        if len(winners) + len(equal) > seats:
            return winners, equal if len(winners) < seats else ()
        winners += equal
    return winners, ()


def histogram(ballots: Sequence[Marks], options: int) -> dict[int, dict[int, int]]:
    """How often each option was given each mark."""
    return {
        option: dict(sorted(Counter(b[option] for b in ballots if option in b).items()))
        for option in range(1, options + 1)
    }


def sums(ballots: Sequence[Marks], options: int) -> dict[int, int]:
    """The marks of each option, added up; no mark adds nothing."""
    return {o: sum(ballot.get(o, 0) for ballot in ballots) for o in range(1, options + 1)}


def tallied(votes: Mapping[int, int], options: int) -> Outcome:
    """The same for ballots of one answer each, of which only their number is known."""
    totals = {option: votes.get(option, 0) for option in range(1, options + 1)}
    told = {option: {1: number} if number else {} for option, number in totals.items()}
    return Outcome(sum(totals.values()), totals, told)
