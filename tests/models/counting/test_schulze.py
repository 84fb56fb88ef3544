"""Schulze: published examples with their paths, and what is proved of the method."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.counting import Marks, Outcome, Paths, Ranked
from tests.models.counting.profiles import letters, orders, ranked, some


def counted(ballots: Sequence[Marks], options: int) -> tuple[Outcome, Paths]:
    outcome = Ranked().count(ballots, options)
    assert isinstance(outcome.detail, Paths)
    return outcome, outcome.detail


def order(paths: Paths, options: str) -> list[str]:
    return [letters(level, options) for level in paths.ranking]


def test_the_45_voters_of_wikipedia() -> None:
    """Wikipedia, "Schulze method", its worked example: E wins, A second, C, B, D."""
    ballots = ranked(
        *("5 ACBED", "5 ADECB", "8 BEDAC", "3 CABED"),
        *("7 CAEBD", "2 CBADE", "7 DCEBA", "8 EBADC"),
        options="ABCDE",
    )
    outcome, paths = counted(ballots, 5)
    assert paths.pairwise == (
        (0, 20, 26, 30, 22),
        (25, 0, 16, 33, 18),
        (19, 29, 0, 17, 24),
        (15, 12, 28, 0, 14),
        (23, 27, 21, 31, 0),
    )
    assert paths.strengths == (
        (0, 28, 28, 30, 24),
        (25, 0, 28, 33, 24),
        (25, 29, 0, 29, 24),
        (25, 28, 28, 0, 24),
        (25, 28, 28, 31, 0),
    )
    assert order(paths, "ABCDE") == ["E", "A", "C", "B", "D"]
    assert (outcome.winners, outcome.tied, outcome.ballots) == ((5,), (), 45)
    assert outcome.totals == {1: 3, 2: 1, 3: 2, 4: 0, 5: 4}


def test_tennessee_chooses_nashville() -> None:
    """Wikipedia, "Condorcet method": Tennessee's capital; most first preferences has Memphis."""
    ballots = ranked("42 MNCK", "26 NCKM", "15 CKNM", "17 KCNM", options="MNCK")
    outcome, paths = counted(ballots, 4)
    assert outcome.winners == (2,)
    assert order(paths, "MNCK") == ["N", "C", "K", "M"]
    assert paths.pairwise[1] == (58, 0, 68, 68)


def test_a_path_wins_where_no_pair_does() -> None:
    """21 voters, after the first example of Schulze's paper: a beats c, c d, d a; d wins over b."""
    ballots = ranked("8 acdb", "2 badc", "4 cdba", "4 dbac", "3 dcba", options="abcd")
    outcome, paths = counted(ballots, 4)
    assert outcome.winners == (4,)
    assert (paths.strengths[3][0], paths.strengths[0][3]) == (13, 12)


def test_a_perfect_cycle_is_a_tie_of_three() -> None:
    outcome, paths = counted(ranked("1 ABCD", "1 BCAD", "1 CABD", options="ABCD"), 4)
    assert (outcome.winners, outcome.tied) == ((), (1, 2, 3))
    assert order(paths, "ABCD") == ["ABC", "D"]


def test_unranked_is_below_every_rank_and_gaps_mean_nothing() -> None:
    _, paths = counted([{2: 7}, {2: 3, 1: 90}, {3: 1, 1: 1}], 3)
    assert paths.pairwise == ((0, 1, 1), (2, 0, 2), (0, 1, 0))


def test_winning_votes_decide_where_ballots_are_partial() -> None:
    """A over B by 4:2, B over C by 6:3, C over A by 5:4.

    The weakest link is A's 4 votes, so B wins; by margins it would be C's 1 vote more, and A.
    """
    outcome, paths = counted(ranked("1 BC", "3 C", "1 BCA", "4 AB", options="ABC"), 3)
    assert paths.pairwise == ((0, 4, 4), (2, 0, 6), (5, 3, 0))
    assert paths.strengths == ((0, 4, 4), (5, 0, 6), (5, 4, 0))
    assert outcome.winners == (2,)


def test_the_last_option_is_that_nothing_changes() -> None:
    assert Ranked().status_quo
    assert not Ranked(seats=2).status_quo


def test_nobody_voted() -> None:
    outcome, _ = counted([], 3)
    assert (outcome.ballots, outcome.winners, outcome.tied) == (0, (), ())


PROFILES = st.lists(some(4, 1, 4), min_size=1, max_size=9)


def unbeaten(outcome: Outcome) -> set[int]:
    return set(outcome.winners or outcome.tied)


@given(PROFILES)
def test_whoever_beats_each_other_in_a_pair_wins(ballots: list[Marks]) -> None:
    outcome, paths = counted(ballots, 4)
    better = paths.pairwise
    for one in range(4):
        if all(better[one][other] > better[other][one] for other in range(4) if other != one):
            assert outcome.winners == (one + 1,)


@given(PROFILES, st.data())
def test_to_raise_a_winner_does_not_harm_it(ballots: list[Marks], data: st.DataObject) -> None:
    best = unbeaten(counted(ballots, 4)[0])
    winner = data.draw(st.sampled_from(sorted(best)))
    which = data.draw(st.integers(0, len(ballots) - 1))
    others = {option: rank + 1 for option, rank in ballots[which].items() if option != winner}
    raised = [*ballots[:which], {**others, winner: 1}, *ballots[which + 1 :]]
    after = unbeaten(counted(raised, 4)[0])
    assert winner in after
    assert after <= best


@given(PROFILES)
def test_the_ranking_holds_everybody_once_and_nobody_above_who_beats_them(
    ballots: list[Marks],
) -> None:
    outcome, paths = counted(ballots, 4)
    place = {option: level for level, group in enumerate(paths.ranking) for option in group}
    assert sorted(place) == [1, 2, 3, 4]
    assert set(paths.ranking[0]) == unbeaten(outcome)
    for one in range(4):
        for other in range(4):
            if paths.strengths[one][other] > paths.strengths[other][one]:
                assert place[one + 1] < place[other + 1]


@given(st.lists(orders(4), min_size=1, max_size=9))
def test_to_turn_every_ballot_round_dethrones_a_sole_winner(ballots: list[Marks]) -> None:
    """Reversal symmetry, in the title of Schulze's paper."""
    turned = [{option: 9 - ballot.get(option, 8) for option in range(1, 5)} for ballot in ballots]
    before, after = counted(ballots, 4)[0], counted(turned, 4)[0]
    if before.winners:
        assert before.winners != after.winners


@pytest.mark.parametrize("times", [1, 2, 7])
def test_more_of_the_same_changes_nothing(times: int) -> None:
    ballots = ranked("2 ABC", "1 BCA", "2 C", options="ABC") * times
    assert counted(ballots, 3)[1].ranking == counted(ballots[:5], 3)[1].ranking
