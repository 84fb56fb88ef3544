"""Putting a question to the members of an assembly, whoever or whatever asks it."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime, timedelta
from typing import Any

from handlers.turn import Card, Later, Never, Said, Say, Says, Turn, Undo, wire
from models.assembly import Assembly, Sort
from models.ballots import count, take_down
from models.base import Refused
from models.counting import METHODS
from models.counting.column import dump_method
from models.decision import USUAL_TIME, Decision
from models.delegation import delegates_in
from models.item import Item
from models.option import Option
from models.person import Person
from models.phrase import Command, Phrase
from models.secret import throw_box_away
from models.statutes import Statutes
from models.waking import awake

STANCES = ("yes", "no", "abstain")
SHORTEST_REMINDER = timedelta(hours=2)
SECOND_THOUGHTS = timedelta(minutes=1)
"""How long a vote may be taken back that ends a decision early."""


def ask_members(
    turn: Turn, assembly: Assembly, question: Phrase, about: Person | None = None
) -> Decision:
    """A new yes-or-no question that nobody in particular asks; `opened` shows it.

    `about`: whom the question names as its `person`.
    """
    decision = Decision(
        assembly=assembly,
        number=assembly.next_number("decision"),
        **titled(turn, assembly, question, about),
        opened_at=turn.now,
        closes_at=turn.now + USUAL_TIME,
        options=[Option(place=n, stance=stance) for n, stance in enumerate(STANCES, 1)],
    )
    turn.session.add(decision)
    turn.session.flush()
    return decision


def decide_together(
    turn: Turn,
    assembly: Assembly,
    statutes: Statutes,
    question: Phrase,
    consequence: str,
    *,
    until: datetime | None = None,
    about: Person | None = None,
) -> Generator[Said, None, Decision]:
    """The members decide by their statutes whether the clock is to say something.

    It ends by `until` at the latest. `about`: whom the question names as its `person`. What the
    clock itself asks has no opener: nobody takes it back or ends it as theirs.
    """
    _must_decide(turn, assembly)
    decision = ask_members(turn, assembly, question, about)
    decision.consequence, decision.opener = consequence, None if turn.clock else turn.person
    decision.binding, decision.rule = True, statutes.rule
    decision.method = dump_method(METHODS["proposal"])
    closes_at = turn.now + timedelta(days=statutes.days)
    decision.closes_at = min(closes_at, until or closes_at)
    turn.session.flush()
    take_down(turn.session, decision)
    yield from opened(decision, turn)
    return decision


def _must_decide(turn: Turn, assembly: Assembly) -> None:
    """Refuse to ask a council to which nobody has been sent: its delegates are who votes in it."""
    if assembly.sort is not Sort.COUNCIL or turn.clock:
        return
    if turn.session.execute(delegates_in(assembly.id).limit(1)).first() is None:
        raise Refused("council-nobody-sent", council=assembly.name, command=Command("delegate"))


def titled(
    turn: Turn, assembly: Assembly, question: Phrase, about: Person | None
) -> dict[str, Any]:
    """A decision's title and, where it names somebody, what is left when they are forgotten."""
    title = in_its_language(turn, assembly, question)
    if about is None:
        return {"title": title}
    bare = Phrase(question.key, {**question.values, "person": "…"})
    return {
        "title": title,
        "bare_title": in_its_language(turn, assembly, bare),
        "about_id": about.id,
    }


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
    what, which = "item" if isinstance(decision, Item) else "poll", {"decision": decision}
    yield Later(decision.closes_at, f"{what}-ends", which, f"ends:{decision.id}")
    length, key = decision.closes_at - turn.now, f"remind:{decision.id}"
    before = decision.closes_at - min(length / 4, timedelta(days=1))
    at = awake(before, decision.assembly.zone, turn.now, decision.closes_at)
    if at is not None and length >= SHORTEST_REMINDER:
        yield Later(at, f"{what}-reminds", which, key)
    else:
        yield Never(key)


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
