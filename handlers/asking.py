"""Putting a question to the members of an assembly, whoever or whatever asks it."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Card, Later, Says, Turn, Undo, wire
from models.assembly import Assembly
from models.decision import USUAL_TIME, Decision, Option
from models.phrase import Phrase

STANCES = ("yes", "no", "abstain")
SHORTEST_REMINDER = timedelta(hours=2)


def ask_members(turn: Turn, assembly: Assembly, question: Phrase) -> Decision:
    """A new yes-or-no question that nobody in particular asks; `opened` shows it."""
    decision = Decision(
        assembly=assembly,
        number=assembly.next_number("decision"),
        title=_in_its_language(turn, assembly, question),
        opened_at=turn.now,
        closes_at=turn.now + USUAL_TIME,
        options=[Option(place=n, stance=stance) for n, stance in enumerate(STANCES, 1)],
    )
    turn.session.add(decision)
    turn.session.flush()
    return decision


def _in_its_language(turn: Turn, assembly: Assembly, question: Phrase) -> str:
    """A title is kept as text: in the language of those who vote, whoever speaks."""
    spoken, turn.language = turn.language, assembly.language
    try:
        return turn.plain(question)
    finally:
        turn.language = spoken


def opened(decision: Decision, turn: Turn) -> Says:
    """Show a new decision and promise its reminder and its end."""
    yield Card(decision)
    yield Later(decision.closes_at, "poll-ends", {"decision": decision}, f"ends:{decision.id}")
    length = decision.closes_at - turn.now
    if length >= SHORTEST_REMINDER:
        remind_at = decision.closes_at - min(length / 4, timedelta(days=1))
        key = f"remind:{decision.id}"
        yield Later(remind_at, "poll-reminds", {"decision": decision}, key)
    if not turn.clock and decision.opener is turn.person:
        yield Undo(wire("unpoll", decision))
