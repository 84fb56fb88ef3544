"""Who is elected, by what was counted: nobody against more who want none of them."""

from __future__ import annotations

from dataclasses import dataclass

from models.candidacy import Candidacy
from models.counting import Choice, Outcome, Paths, Proposal, Transfers, Why
from models.decision import Decision
from models.election import Election
from models.ending import Ending


@dataclass(frozen=True, slots=True)
class Result:
    """What a vote has brought."""

    elected: tuple[Candidacy, ...] = ()
    tied: tuple[Candidacy, ...] = ()
    """Those between whom a run-off decides about the places left."""
    gone: tuple[Candidacy, ...] = ()
    """Who was elected and belongs here no longer."""


def judge(election: Election, decision: Decision) -> Result:
    """Who is elected by a vote that has ended; a tie is named, never broken."""
    placed = {one.place: one for one in election.candidacies if one.place}
    elected, tied = _places(decision)
    won = [placed[place] for place in elected if place in placed]
    return Result(
        tuple(one for one in won if one.stands),
        tuple(placed[place] for place in tied if place in placed and placed[place].stands),
        tuple(one for one in won if not one.stands),
    )


def _places(decision: Decision) -> tuple[list[int], list[int]]:
    """Places on the ballot: of the elected, and of those between whom it is not decided."""
    ended = decision.outcome
    if isinstance(decision.counting, Proposal):
        return [1] * (ended is Ending.PASSED), [1] * (ended is Ending.TIED)
    if ended not in {Ending.CHOSEN, Ending.TIED}:
        return [], []
    counted, nobody = decision.standing(), len(decision.options)
    if isinstance(counted.detail, Transfers):
        return _by_transfers(counted, counted.detail, nobody)
    # approval: whoever wants none of them says so, and that many must be outvoted
    bar = counted.totals[nobody] if isinstance(decision.counting, Choice) else 0
    return (
        [p for p in counted.winners if p != nobody and counted.totals[p] > bar],
        [p for p in counted.tied if p != nobody and counted.totals[p] >= bar],
    )


def _by_transfers(counted: Outcome, detail: Transfers, nobody: int) -> tuple[list[int], list[int]]:
    """Once nobody of these has a place, the others that are left stay empty as well."""
    winners = list(counted.winners)
    if nobody in winners:
        return winners[: winners.index(nobody)], []
    if not counted.tied:
        return winners, []
    out = {stage.whose for stage in detail.stages if stage.why is Why.EXCLUSION}
    return winners, [p for p in range(1, nobody) if p not in out and p not in winners]


def runner_up(election: Election, decision: Decision) -> Candidacy | None:
    """Who comes next after the one elected, and before nobody of these; none where that is tied."""
    placed = {one.place: one for one in election.candidacies if one.place and one.stands}
    elected = {one.place for one in election.elected}
    counted, nobody = decision.standing(), len(decision.options)
    if isinstance(counted.detail, Paths):
        levels = [set(level) - elected for level in counted.detail.ranking]
    elif isinstance(decision.counting, Choice):
        bar = counted.totals[nobody]
        votes = {p: n for p, n in counted.totals.items() if p not in elected and n > bar}
        most = max(votes.values(), default=0)
        levels = [{p for p, n in votes.items() if n == most}]
    else:
        return None
    following = next((level for level in levels if level), set())
    return placed.get(following.pop()) if len(following) == 1 else None
