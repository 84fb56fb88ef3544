"""How ballots are counted: one object for each method, by its name.

A ballot is `Marks`: option number to mark. `check` refuses one that cannot be counted, `count`
makes an `Outcome` of all of them, the same whatever their order. A tie is named and never broken.
When a proposal passes is for `passing` to say. `column` keeps methods and outcomes as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.counting.agreeing import Assent, Consensus, Consent, Position, Proposal, Vote
from models.counting.ballot import Marks
from models.counting.choosing import DOTS, Choice, Dots, Opinion
from models.counting.outcome import (
    Lot,
    Means,
    Method,
    Outcome,
    Paths,
    Stage,
    Transfers,
    Verdict,
    Why,
)
from models.counting.ranking import Ranked
from models.counting.rating import BEST_SCORE, MOST_RESISTANCE, Resistance, Score, Suits, Times

__all__ = [
    "BEST_SCORE",
    "DOTS",
    "METHODS",
    "MOST_RESISTANCE",
    "Assent",
    "Choice",
    "Consensus",
    "Consent",
    "Dots",
    "Lot",
    "Marks",
    "Means",
    "Method",
    "Opinion",
    "Outcome",
    "Paths",
    "Position",
    "Proposal",
    "Ranked",
    "Resistance",
    "Score",
    "Stage",
    "Suits",
    "Times",
    "Transfers",
    "Verdict",
    "Vote",
    "Why",
]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        method.name: method
        for method in (
            Proposal(),
            Choice(),
            Consent(),
            Consensus(),
            Resistance(),
            Score(),
            Dots(),
            Ranked(),
            Times(),
            Opinion(),
        )
    }
)
"""Each method as it is unless more is said: `Choice(most=3)`, `Ranked(seats=2)`."""
