"""When something is due about a case: a topic, an answer, and that it is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.filing import Arg
from handlers.turn import Later, Never, Turn
from models.case import ANSWER_WITHIN, UNADDRESSED, Case

TOPIC_WAITS = timedelta(minutes=10)


def topic_wanted(case: Case, turn: Turn) -> Later:
    """How long the choice of a topic is waited for."""
    return Later(turn.now + TOPIC_WAITS, "case-topic-late", {"case": case}, f"case-topic:{case.id}")


def topic_known(case: Case) -> Never:
    """It is waited for no longer."""
    return Never(f"case-topic:{case.id}")


def due(case: Case, turn: Turn) -> Later:
    """By when an answer is due, from the neighbour's first words that have none."""
    at = (case.waits_since or turn.now) + ANSWER_WITHIN
    return Later(at, "case-waits", {"case": case}, f"case-waits:{case.id}")


def waiting(case: Case, turn: Turn, wait: timedelta = ANSWER_WITHIN, times: int = 1) -> Later:
    """When those responsible are reminded, and for which time."""
    args: dict[str, Arg] = {"case": case, "times": times}
    return Later(turn.now + wait, "case-waits", args, f"case-waits:{case.id}")


def answered(case: Case) -> Never:
    """Nobody needs to be reminded."""
    return Never(f"case-waits:{case.id}")


def unaddressed(case: Case, turn: Turn) -> Later:
    """How long it waits for words, or for where to go."""
    return _forgotten(case, turn.now + UNADDRESSED)


def over(case: Case) -> Later:
    """When a case that has ended is forgotten."""
    assert case.forget_at is not None
    return _forgotten(case, case.forget_at)


def _forgotten(case: Case, at: datetime) -> Later:
    return Later(at, "case-forget", {"case": case}, f"case-forget:{case.id}")


def remembered(case: Case) -> Never:
    """It is not forgotten after all."""
    return Never(f"case-forget:{case.id}")
