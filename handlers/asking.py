"""Putting a question to the members of an assembly, whoever or whatever asks it."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Card, Later, Never, Say, Says, Turn, Undo, wire
from models.assembly import Assembly
from models.ballots import count
from models.decision import USUAL_TIME, Decision
from models.option import Option
from models.phrase import Phrase
from models.secret import throw_box_away

STANCES = ("yes", "no", "abstain")
SHORTEST_REMINDER = timedelta(hours=2)
SECOND_THOUGHTS = timedelta(minutes=1)
"""How long a vote may be taken back that ends a decision early."""


def ask_members(turn: Turn, assembly: Assembly, question: Phrase) -> Decision:
    """A new yes-or-no question that nobody in particular asks; `opened` shows it."""
    decision = Decision(
        assembly=assembly,
        number=assembly.next_number("decision"),
        title=in_its_language(turn, assembly, question),
        opened_at=turn.now,
        closes_at=turn.now + USUAL_TIME,
        options=[Option(place=n, stance=stance) for n, stance in enumerate(STANCES, 1)],
    )
    turn.session.add(decision)
    turn.session.flush()
    return decision


def in_its_language(turn: Turn, assembly: Assembly, question: Phrase) -> str:
    """A title is kept as text: in the language of those who vote, whoever speaks."""
    spoken, turn.language = turn.language, assembly.language
    try:
        return turn.plain(question)
    finally:
        turn.language = spoken


def opened(decision: Decision, turn: Turn) -> Says:
    """Show a new decision and promise its reminder and its end."""
    yield Card(decision)
    yield from ending(decision, turn)
    if not turn.clock and decision.opener is turn.person:
        yield Undo(wire("unpoll", decision))


def ending(decision: Decision, turn: Turn) -> Says:
    """Promise its end, and to remind of it."""
    yield Later(decision.closes_at, "poll-ends", {"decision": decision}, f"ends:{decision.id}")
    length = decision.closes_at - turn.now
    if length >= SHORTEST_REMINDER:
        remind_at = decision.closes_at - min(length / 4, timedelta(days=1))
        key = f"remind:{decision.id}"
        yield Later(remind_at, "poll-reminds", {"decision": decision}, key)


def no_ending(decision: Decision) -> Says:
    """Take back what was promised of it."""
    for what in ("ends", "remind", "settles"):
        yield Never(f"{what}:{decision.id}")


def voted(decision: Decision, turn: Turn) -> Says:
    """After a vote: whether it ends early is looked at once, however many vote."""
    if decision.rule is not None and decision.passing.early:
        at = turn.now + SECOND_THOUGHTS
        yield Later(at, "poll-settles", {"decision": decision}, f"settles:{decision.id}")


def gives_way(turn: Turn, old: Decision, new: Decision) -> Says:
    """An earlier version names the new one; still open, it ends without an answer."""
    count(turn.session, [old])
    if old.give_way(new.number, turn.now):
        if old.secret:
            throw_box_away(turn.session, old)
        yield from no_ending(old)
        yield Say(
            "decision-gave-way",
            to=old.assembly,
            title=old.title,
            number=old.number,
            newer=new.number,
        )
    yield Card(old)
