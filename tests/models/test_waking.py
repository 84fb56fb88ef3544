"""When people are spoken to: in the hours in which they are awake."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from models.waking import awake

BERLIN = "Europe/Berlin"


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """In May 2030 in Berlin."""
    return datetime(2030, 5, day, hour - 2 if hour > 1 else hour + 22, minute, tzinfo=UTC)


NOW = datetime(2030, 5, 8, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "end", "told"),
    [
        (local(9, 9), local(10, 23), local(9, 9)),
        (local(9, 21), local(10, 23), local(9, 21)),
        (local(9, 23, 59), local(10, 23, 59), local(10, 9)),
        (local(9, 5), local(10, 23, 59), local(9, 9)),
        (local(9, 5), local(9, 10), local(9, 9)),
        (local(9, 5), local(9, 9, 30), local(8, 21)),
        (local(9, 5), None, local(9, 9)),
    ],
    ids=[
        "by day: then",
        "in the evening: still then",
        "late: in the morning",
        "before dawn: in the morning",
        "the morning leaves an hour",
        "it leaves less: the evening before",
        "without an end: in the morning",
    ],
)
def test_who_sleeps_is_told_in_the_morning_or_the_evening_before(
    at: datetime, end: datetime | None, told: datetime
) -> None:
    assert awake(at, BERLIN, NOW, end) == told


def test_nobody_is_woken_where_there_is_only_a_night() -> None:
    assert awake(local(9, 5), BERLIN, local(8, 22), local(9, 8)) is None


def test_the_zone_says_when_it_is_night() -> None:
    noon = datetime(2030, 5, 9, 12, tzinfo=UTC)
    assert awake(noon, BERLIN, NOW) == noon
    assert awake(noon, "America/Los_Angeles", NOW) == datetime(2030, 5, 9, 16, tzinfo=UTC)
