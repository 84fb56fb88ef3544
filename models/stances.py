"""Answers: the fixed ones of a method, or the members' own."""

from __future__ import annotations

from collections.abc import Sequence

from models.counting import Method
from models.option import Option

STANCES: dict[str, tuple[str, ...]] = {
    "proposal": ("yes", "no", "abstain"),
    "consent": ("consent", "abstain", "objection"),
    "consensus": ("agree", "stand-aside", "disagree", "block"),
}
"""By method, in the order in which they are counted."""
UNCHANGED = "unchanged"
"""The last answer where things may stay as they are."""
NOBODY = "nobody"
"""The last answer where people are elected, and need not be."""


def fresh_options(method: Method, words: Sequence[str]) -> list[Option]:
    """What can be answered by this method, in the order in which it is counted."""
    said = [("", stance) for stance in STANCES.get(method.name, ())]
    said = said or [(str(answer), "") for answer in words]
    if method.status_quo:
        said.append(("", UNCHANGED))
    return [
        Option(place=n, words=answer, stance=stance) for n, (answer, stance) in enumerate(said, 1)
    ]
