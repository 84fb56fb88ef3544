"""Recalls that something comes between: each has its right end."""

from __future__ import annotations

from pathlib import Path

from tests.handlers.delegated import converse

WEDDING = """
ana #wedding> /found Wedding
ben #wedding> /join
cem #wedding> /join
dia #wedding> /join
ana #council> /council City council
ana #council> /invite Wedding
ana #wedding> [Let us decide]
ana #wedding> [yes]
ben #wedding> [yes]
cem #wedding> [yes]
dia #wedding> [yes]
ana #wedding> /close 1
clock> +1m
sends #wedding> ben
ana> /digest off
ben> /start
cem> /start
"""


async def told(folder: Path, lines: str) -> str:
    """What is said after Wedding has sent Ben."""
    whole, _ = await converse(WEDDING + lines, folder, "en")
    return whole.split("cem> /start", 1)[1]


async def test_it_changes_nothing_of_a_word_the_base_has_yet_to_ratify(tmp_path: Path) -> None:
    said = await told(
        tmp_path,
        """
ben #council> /decide A march on 1 June?
ben #council> [Free item]
ben #council> [open now]
ben #council> [yes]
cem #wedding> /recall ben
ana #wedding> [I want the vote]
clock> +1s
ana #wedding> [yes]
cem #wedding> [yes]
dia #wedding> [yes]
ben #wedding> [no]
ana #wedding> /close 2
clock> +1m
clock> +8d
ana #wedding> [yes]
ben #wedding> [yes]
cem #wedding> [yes]
dia #wedding> [yes]
ana #wedding> /close 3
clock> +1m
""",
    )
    recalled, _, later = said.partition("Ben no longer goes to City council for Wedding.")
    assert "Elect somebody: /delegate" in later
    assert "Ben said “yes” for us: “A march on 1 June?”. Do we stand by that?" in later
    assert "You stand by it: “yes” counts in City council" in later
    assert "Decided: A march on 1 June?" in later
    assert "Decided: A march" not in recalled


async def test_asked_for_again_it_is_the_same_and_not_during_the_vote(tmp_path: Path) -> None:
    said = await told(
        tmp_path,
        """
cem #wedding> /recall ben
ana #wedding> /recall 1
clock> +1s
dia #wedding> /recall ben
""",
    )
    assert said.count("A vote on recalling Ben from City council? · 1") == 3
    assert "Recall Ben from City council? · 2\n  Yes, no or abstain" in said
    assert "Nobody gathers for this any more" in said.rpartition("dia #wedding>")[2]


async def test_who_leaves_takes_their_support_along(tmp_path: Path) -> None:
    said = await told(
        tmp_path,
        """
cem #wedding> /recall ben
cem #wedding> (leaves)
clock> +1s
ana #wedding> [I want the vote]
clock> +1s
""",
    )
    assert "1 of 2 wants it" in said.rpartition("ana #wedding>")[2]
    assert "Yes, no or abstain" not in said


async def test_taken_back_in_the_same_moment_there_is_no_vote(tmp_path: Path) -> None:
    said = await told(
        tmp_path,
        """
cem #wedding> /recall ben
ana #wedding> [I want the vote]
cem #wedding> /undo
clock> +1d
""",
    )
    assert "1 of 2 wants it" in said.rpartition("/undo")[2]
    assert "Yes, no or abstain" not in said


async def test_what_is_voted_down_leaves_the_seat_and_can_be_asked_for_again(
    tmp_path: Path,
) -> None:
    said = await told(
        tmp_path,
        """
cem #wedding> /recall ben
ana #wedding> [I want the vote]
clock> +1s
ben #wedding> /close 2
ana #wedding> [no]
cem #wedding> [yes]
dia #wedding> [no]
ben #wedding> [no]
ana #wedding> /close 2
clock> +1m
ana #wedding> /delegates
cem #wedding> /recall ben
""",
    )
    assert "You have voted on it." in said
    assert "no longer goes" not in said
    after = said.rpartition("/delegates")[2]
    assert "**Ben**" in after or "Ben · Wedding → City council" in after
    assert "recalling Ben from City council? · 2" in after


async def test_a_term_that_ends_ends_the_vote_on_it(tmp_path: Path) -> None:
    said = await told(
        tmp_path,
        """
cem #wedding> /recall ben
ana #wedding> [I want the vote]
clock> +1s
ben #wedding> (leaves)
clock> +1s
ana #wedding> [yes]
""",
    )
    assert "Ben no longer goes to City council anyway, so the vote on it is over." in said
    assert "Taken back: Recall Ben from City council?" in said
    assert "This vote is over" in said.rpartition("ana #wedding> [yes]")[2]
