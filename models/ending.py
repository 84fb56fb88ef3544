"""How a decision ends: what was counted, and the rule, make one word of it."""

from __future__ import annotations

from enum import StrEnum

from models.counting import Method, Opinion, Outcome, Proposal, Verdict, Vote
from models.counting.passing import Rule, verdict


class Ending(StrEnum):
    """How a decision ended."""

    OPEN = "open"
    PASSED = "passed"
    """What was proposed has its majority, or nobody objects."""
    REJECTED = "rejected"
    """It has not, or things stay as they are."""
    CHOSEN = "chosen"
    """Of several options, as many have won as could."""
    HEARD = "heard"
    """What people think, which decides nothing."""
    TIED = "tied"
    EMPTY = "empty"
    """Nobody voted."""
    NO_QUORUM = "no-quorum"
    """Too few voted."""
    TOO_FEW = "too-few"
    """Too few voted for a secret vote: what they said is not looked at."""
    WITHDRAWN = "withdrawn"


_VERDICTS = {
    Verdict.PASSED: Ending.PASSED,
    Verdict.REJECTED: Ending.REJECTED,
    Verdict.TIE: Ending.TIED,
    Verdict.NO_QUORUM: Ending.NO_QUORUM,
}


def ending(
    method: Method, rule: Rule, counted: Outcome, *, options: int, electorate: int, present: int
) -> Ending:
    """How it ends with these votes; a tie is said, never broken.

    `present`: how many were there, at least as many as voted.
    """
    if not counted.ballots or isinstance(method, Opinion):
        return Ending.HEARD if counted.ballots else Ending.EMPTY
    if isinstance(method, Proposal):
        yes, no, abstain = (counted.totals.get(vote, 0) for vote in Vote)
        sizes = {"electorate": electorate, "present": present}
        return _VERDICTS[verdict(yes, no, abstain, **sizes, rule=rule)]
    if counted.ballots < rule.needed(electorate):
        return Ending.NO_QUORUM
    if counted.verdict is not None:
        return _VERDICTS[counted.verdict]
    if counted.tied:
        return Ending.TIED
    unchanged = method.status_quo and counted.winners == (options,)
    return Ending.REJECTED if unchanged else Ending.CHOSEN
