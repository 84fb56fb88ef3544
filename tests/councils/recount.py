"""What councils decide, counted once more from the ballots of their base, by nothing but sums."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

YES, NO = 1, 2
Parts = dict[int, Fraction]
Part = tuple[int, int]
"""An item and a seat."""


@dataclass
class Question:
    """A decision of the base, or an item of a council."""

    method: str
    weighing: str | None = None
    """None: people vote."""
    free: bool = False
    ended_at: datetime | None = None
    withdrawn: bool = False


@dataclass
class Books:
    """What was written down while people spoke."""

    questions: dict[int, Question] = field(default_factory=dict)
    ballots: dict[int, dict[int, int]] = field(default_factory=dict)
    """By decision and person."""
    people: dict[Part, int] = field(default_factory=dict)
    """How many stood behind a seat when an item was sent to it."""
    asked: dict[Part, int] = field(default_factory=dict)
    """What the seat's assembly decides about an item."""
    said: dict[Part, int] = field(default_factory=dict)
    """What a delegate has said in a free item."""
    gone: set[Part] = field(default_factory=set)

    def totals(self, number: int) -> Parts:
        """What was given to each answer."""
        if self.questions[number].weighing is None:
            return {p: Fraction(n) for p, n in Counter(self.ballots[number].values()).items()}
        given: Parts = {}
        for part in [part for part in self.people if part[0] == number]:
            for place, share in self.mandate(part).items():
                given[place] = given.get(place, Fraction(0)) + self.weight(part) * share
        return {place: amount for place, amount in given.items() if amount}

    def weight(self, part: Part) -> int:
        """What a seat weighs in an item."""
        return 1 if self.questions[part[0]].weighing == "each" else self.people[part]

    def mandate(self, part: Part) -> Parts:
        """What those below have decided; nothing while they decide, or if they did not."""
        item, below = self.questions[part[0]], self.asked.get(part)
        if part in self.gone or below is None or not self._answered(item, below):
            return {}
        asked = self.questions[below]
        given = self.totals(below)
        winner = decided(asked.method, given)
        if item.free:
            return {self.said[part]: Fraction(1)} if winner == YES else {}
        if item.weighing == "split":
            whole = sum(given.values())
            return {place: amount / whole for place, amount in given.items()}
        return {} if winner is None else {winner: Fraction(1)}

    def _answered(self, item: Question, below: int) -> bool:
        """It was decided, and in time."""
        asked = self.questions[below]
        if asked.ended_at is None or asked.withdrawn:
            return False
        return item.ended_at is None or asked.ended_at <= item.ended_at


def decided(method: str, given: Parts) -> int | None:
    """The answer that has won; None for a tie, or where nobody has voted."""
    if method == "proposal":
        yes, no = given.get(YES, 0), given.get(NO, 0)
        return None if yes == no else YES if yes > no else NO
    best = [place for place, amount in given.items() if amount == max(given.values())]
    return best[0] if len(best) == 1 else None
