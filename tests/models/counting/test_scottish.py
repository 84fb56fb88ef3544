"""Scottish transfers: published examples stage by stage, the rules one by one."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.counting import Lot, Marks, Outcome, Ranked, Transfers, Why
from models.counting.scottish import preferences
from tests.models.counting.profiles import letters, orders, ranked


def votes(text: str) -> dict[int, Fraction]:
    """`12 4.5 0`: votes of option 1, 2, 3."""
    return {option: Fraction(each) for option, each in enumerate(text.split(), start=1)}


def counted(
    ballots: list[Marks], options: int, seats: int, lots: tuple[int, ...] = ()
) -> tuple[Outcome, Transfers]:
    outcome = Ranked(seats=seats).count(ballots, options, lots)
    assert isinstance(outcome.detail, Transfers)
    return outcome, outcome.detail


def test_the_food_of_a_party() -> None:
    """Wikipedia's first example of "Single transferable vote": 20 guests, three dishes of five.

    Ballots as STVPoll's README quotes them, rounds as Liquisearch's copy tells them: Chocolate is
    elected, its surplus goes to Strawberry and Sweets by 2:1, Pear goes out and elects Orange
    exactly, Sweets go out and leave the last seat to Strawberry.
    """
    food = "OPCSW"  # Orange, Pear, Chocolate, Strawberry, sWeets
    ballots = ranked("4 O", "2 PO", "8 CS", "4 CW", "1 S", "1 W", options=food)
    outcome, detail = counted(ballots, 5, 3)
    assert detail.quota == 6
    assert [stage.votes for stage in detail.stages] == [
        votes("4 2 12 1 1"),
        votes("4 2 6 5 3"),
        votes("6 0 6 5 3"),
        votes("6 0 6 5 3"),
    ]
    assert [letters(stage.elected, food) for stage in detail.stages] == ["C", "", "O", "S"]
    assert letters(outcome.winners, food) == "COS"


def test_three_are_equal_and_one_of_them_was_behind_at_first() -> None:
    """After Wikipedia's later example, 23 guests and seven dishes.

    Orange, Strawberry and Chicken have three votes; in the first stage Strawberry had least, so
    by rule 51 it goes out. Pear, Cake and Hamburger are elected, Orange is left over.
    """
    food = "OPSKCHX"  # Orange, Pear, Strawberry, caKe, Chocolate, Hamburger, chicken (X)
    ballots = ranked(
        *("3 OP", "8 PSK", "1 SOP", "3 KC", "1 CKH", "4 HX", "3 XCH"),
        options=food,
    )
    outcome, detail = counted(ballots, 7, 3)
    assert detail.quota == 6
    assert [stage.votes for stage in detail.stages] == [
        votes("3 8 1 3 1 4 3"),
        votes("3 6 3 3 1 4 3"),
        votes("3 6 3 4 0 4 3"),
        votes("4 6 0 6 0 4 3"),
        votes("4 6 0 6 0 7 0"),
    ]
    moved = [(stage.why, stage.whose) for stage in detail.stages[1:]]
    assert moved == [
        (Why.SURPLUS, 2),
        (Why.EXCLUSION, 5),
        (Why.EXCLUSION, 3),
        (Why.EXCLUSION, 7),
    ]
    assert [letters(stage.elected, food) for stage in detail.stages] == ["P", "", "", "K", "H"]
    assert letters(outcome.winners, food) == "PKH"
    assert (outcome.tied, detail.lots) == ((), ())


def test_sixty_voters_with_decimals() -> None:
    """From the tests of STVPoll (VoteIT), with its winners: 28 ABC, 26 BAC, 3 C, 2 D, 1 E.

    12/28 is worth 0.42857 a paper and 10/26 is worth 0.38461: the rest of the decimals is lost.
    """
    ballots = ranked("28 ABC", "26 BAC", "3 C", "2 D", "1 E", options="ABCDE")
    outcome, detail = counted(ballots, 5, 3)
    assert detail.quota == 16
    assert [stage.votes for stage in detail.stages] == [
        votes("28 26 3 2 1"),
        votes("16 26 14.99996 2 1"),
        votes("16 16 24.99982 2 1"),
    ]
    assert detail.stages[1].credited == {3: Fraction("11.99996")}
    assert [stage.lost for stage in detail.stages] == [0, Fraction("0.00004"), Fraction("0.00018")]
    assert outcome.winners == (1, 2, 3)
    assert outcome.totals == detail.stages[-1].votes


def test_three_equal_for_the_last_seat_of_voting_matters() -> None:
    """Voting matters, issue 12, "The computational accuracy using the Meek algorithm".

    Ballots as Droop (J. Lundell) quotes them; its Scottish count elects A, B and one by lot, too.
    A and B have exactly the quota and no surplus. X, Y and Z have 667 at every stage: a lot.
    """
    ballots = ranked(
        *("333 AX", "333 AY", "333 AZ", "333 BX", "333 BY", "333 BZ"),
        *("667 X", "667 Y", "667 Z", "1 ABX", "1 ABY", "2 BAX"),
        options="ABXYZ",
    )
    outcome, detail = counted(ballots, 5, 3)
    assert (detail.quota, len(detail.stages)) == (1001, 1)
    assert (outcome.winners, outcome.tied) == ((1, 2), (3, 4, 5))
    assert detail.lots == (Lot(2, Why.EXCLUSION, (3, 4, 5), None),)

    outcome, detail = counted(ballots, 5, 3, lots=(5, 3, 4))
    assert (outcome.winners, outcome.tied) == ((1, 2, 5), ())
    assert [(lot.among, lot.fell_on) for lot in detail.lots] == [((3, 4, 5), 4), ((3, 5), 3)]


def test_a_paper_is_worth_what_it_was_when_it_was_received() -> None:
    """Rule 48 (3), twice: 3/10 of a vote, then a share of a surplus of it.

    Quota 7. A's surplus of 3 goes to B at 0.3 a paper: 6 + 10 x 0.3 = 9. B's surplus of 2 then
    goes to C: 10 papers at 2 x 0.3 / 9 = 0.06666 and 6 at 2 x 1 / 9 = 0.22222.
    """
    ballots = ranked("10 ABC", "6 BC", "5 D", "5 C", options="ABCD")
    _, detail = counted(ballots, 4, 3)
    assert detail.quota == 7
    assert [stage.votes for stage in detail.stages[:3]] == [
        votes("10 6 5 5"),
        votes("7 9 5 5"),
        votes("7 7 6.99992 5"),
    ]
    assert detail.stages[-1].lost == Fraction("0.00008")


def test_after_an_exclusion_a_paper_keeps_its_value() -> None:
    """Rule 50 (4). Quota 5: A's surplus gives B 8 x 0.375; B goes out, C gets 3 and B's own 1."""
    ballots = ranked("8 ABC", "1 BC", "4 D", "1 CD", options="ABCD")
    _, detail = counted(ballots, 4, 2)
    assert [stage.votes for stage in detail.stages] == [
        votes("8 1 1 4"),
        votes("5 4 1 4"),
        votes("5 4 0 5"),
    ]
    ballots = ranked("8 ABC", "1 BC", "4 D", "4 C", options="ABCD")
    _, detail = counted(ballots, 4, 2)
    assert detail.quota == 6
    assert [stage.votes for stage in detail.stages] == [
        votes("8 1 4 4"),
        votes("6 3 4 4"),
        votes("6 0 7 4"),
    ]


def test_the_larger_surplus_goes_first() -> None:
    """Rule 49 (1)."""
    ballots = ranked("9 AC", "11 BC", "1 C", "2 D", "1 E", options="ABCDE")
    _, detail = counted(ballots, 5, 3)
    assert [stage.whose for stage in detail.stages[:3]] == [None, 2, 1]


def test_equal_surpluses_look_back_and_then_wait_for_a_lot() -> None:
    """Rule 49 (2) and (3)."""
    ballots = ranked("9 AC", "9 BD", "4 C", "4 D", "1 E", options="ABCDE")
    outcome, detail = counted(ballots, 5, 3)
    assert (outcome.winners, outcome.tied) == ((1, 2), (1, 2))
    assert detail.lots == (Lot(2, Why.SURPLUS, (1, 2), None),)
    _, detail = counted(ballots, 5, 3, lots=(2, 1, 3, 4, 5))
    assert [stage.whose for stage in detail.stages[:3]] == [None, 2, 1]
    assert detail.lots[0].fell_on == 2


def test_the_most_recent_stage_that_was_unequal_decides() -> None:
    """Rule 51 (2) (a): X led Y by 5:4, then Y by 6:5, now both have 6. X is excluded."""
    ballots = ranked(
        *("9 A", "8 B", "5 X", "4 Y", "2 PY", "1 QX", "1 QA", "1 QB"),
        options="ABXYPQ",
    )
    _, detail = counted(ballots, 6, 2)
    assert [stage.votes for stage in detail.stages[:3]] == [
        votes("9 8 5 4 2 3"),
        votes("9 8 5 6 0 3"),
        votes("10 9 6 6 0 0"),
    ]
    assert [stage.whose for stage in detail.stages[1:4]] == [5, 6, 3]
    assert detail.lots == ()


def test_a_lot_falls_only_among_those_who_never_differed() -> None:
    """X, Y and Z have 4; Z had 4 when X and Y had 3, so it is none of Z's business."""
    ballots = ranked("9 A", "8 B", "3 X", "3 Y", "4 Z", "1 PX", "1 PY", options="ABXYZP")
    outcome, detail = counted(ballots, 6, 2)
    assert detail.stages[1].votes == votes("9 8 4 4 4 0")
    assert outcome.tied == (3, 4)


def test_a_lot_that_does_not_name_all_of_them_is_none() -> None:
    ballots = ranked("1 A", "1 B", "1 C", options="ABC")
    outcome, _ = counted(ballots, 3, 2, lots=(1, 2))
    assert outcome.tied == (1, 2, 3)


def test_no_more_is_transferred_than_the_last_seats_need() -> None:
    """Rule 52 (2): D goes out, three are left for three seats, and D's paper stays."""
    ballots = ranked("3 A", "2 B", "2 C", "1 DA", options="ABCD")
    outcome, detail = counted(ballots, 4, 3)
    assert detail.stages[-1].credited == {}
    assert detail.stages[-1].votes == votes("3 2 2 1")
    assert outcome.winners == (1, 2, 3)


def test_as_many_as_seats_are_all_elected() -> None:
    """Rule 52 (1)."""
    outcome, detail = counted(ranked("2 A", options="AB"), 2, 2)
    assert (outcome.winners, len(detail.stages)) == ((1, 2), 1)
    assert counted(ranked("2 A", options="AB"), 2, 5)[0].winners == (1, 2)


def test_papers_without_a_next_preference_are_exhausted_at_their_value() -> None:
    """Quota 3: of A's surplus of 2, two papers of five carry 0.4 each to B, three carry none on."""
    ballots = ranked("2 AB", "3 A", "2 B", "1 C", options="ABC")
    _, detail = counted(ballots, 3, 2)
    assert detail.quota == 3
    assert detail.stages[1].votes == votes("3 2.8 1")
    assert detail.stages[1].exhausted == Fraction("1.2")


def test_nobody_voted() -> None:
    outcome, detail = counted([], 3, 2)
    assert (outcome.winners, outcome.tied, detail.stages) == ((), (), ())


def test_a_paper_is_read_as_far_as_it_is_clear() -> None:
    assert preferences({3: 1, 1: 5, 2: 9}) == (3, 1, 2)
    assert preferences({3: 1, 1: 2, 2: 2, 4: 3}) == (3,)


@given(
    st.lists(orders(5), min_size=1, max_size=15), st.integers(2, 4), st.permutations(range(1, 6))
)
def test_every_vote_is_somewhere_at_every_stage(
    ballots: list[Marks], seats: int, lots: list[int]
) -> None:
    outcome, detail = counted(ballots, 5, seats, tuple(lots))
    assert len(outcome.winners) == seats
    assert not outcome.tied
    for stage in detail.stages:
        assert sum(stage.votes.values()) + stage.exhausted + stage.lost == len(ballots)
        assert 0 <= stage.lost < len(detail.stages) * len(ballots) * Fraction(1, 100_000)


@given(st.lists(orders(4), min_size=1, max_size=10), st.permutations(range(1, 5)))
def test_a_lot_decides_only_what_is_equal(ballots: list[Marks], lots: list[int]) -> None:
    """Without one the count says the same until it waits."""
    waiting, before = counted(ballots, 4, 2)
    done, after = counted(ballots, 4, 2, tuple(lots))
    assert after.stages[: len(before.stages)] == before.stages
    assert done.winners[: len(waiting.winners)] == waiting.winners
    assert bool(waiting.tied) == bool(after.lots)


@given(st.lists(orders(4), min_size=1, max_size=10))
def test_who_is_first_for_a_third_of_all_has_one_of_two_seats(ballots: list[Marks]) -> None:
    outcome, detail = counted(ballots, 4, 2)
    firsts = [min(ballot, key=lambda option: ballot[option]) for ballot in ballots]
    for option in range(1, 5):
        if firsts.count(option) >= detail.quota:
            assert option in outcome.winners
