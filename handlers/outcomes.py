"""What follows from a decision: a sentence, who acts, and when it is looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.listing import offers_of
from handlers.reading import Sentence, When, Word
from handlers.rights import clock, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import (
    Also,
    Button,
    Card,
    Later,
    Never,
    Say,
    Says,
    Tell,
    Turn,
    Undo,
    wire,
    wire_arg,
)
from models.archive import find
from models.assembly import Role
from models.base import Refused
from models.decision import Decision
from models.phrase import Choice, Command, Moment, Phrase, Value
from models.plenty import must_be_few
from models.record import record_statement
from models.statement import (
    TITLE,
    in_the_morning,
    is_due,
    look_again,
    may_speak_for,
    must_speak_for,
    state,
    task_of,
)
from models.task import Task

router = Router("decisions")
SPEAKER = Word("")
MOST_OFFERED = 8
MONTHS = {3: timedelta(days=91), 12: timedelta(days=365)}


def _offer_spoken(turn: Turn) -> Sequence[Offer]:
    """What ended lately and the speaker may speak for; first where nothing was said yet."""
    found = find(turn.session, reach(turn), ())
    if not found:
        raise Refused("archive-empty", command=Command("polls"))
    mine = [
        one
        for one in found
        if may_speak_for(one, turn.person, facilitates=turn.holds(Role.FACILITATOR, one.assembly))
    ]
    if not mine:
        raise Refused("outcome-not-yours")
    return offers_of(sorted(mine, key=lambda one: bool(one.statement))[:MOST_OFFERED])


def _must_speak_for(turn: Turn, decision: Decision) -> None:
    must_speak_for(decision, turn.person, facilitates=turn.holds(Role.FACILITATOR))


@router.command("state", members, offers={"decision": _offer_spoken}, may=_must_speak_for)
def state_(turn: Turn, decision: Decision, words: Sentence) -> Says:
    """Say in a sentence what follows from a decision."""
    state(decision, turn.person, words, facilitates=turn.holds(Role.FACILITATOR))
    line = record_statement(turn.session, decision, turn.now, turn.salt())
    yield Card(decision)
    said = Phrase(
        "outcome-stated", {**_of(decision), "person": turn.person.name, "record": line.short}
    )
    yield Say(said, "outcome-who", to=decision.assembly, buttons=_steps(turn, decision))
    if turn.private:
        yield Say("told-there", assembly=decision.assembly.name)


def _steps(turn: Turn, decision: Decision) -> list[Button]:
    return [
        Button(Phrase("outcome-label-me"), wire("act", decision)),
        Button(Phrase("outcome-label-task"), wire("act", decision, "open")),
        *(
            Button(label, f"{wire('review', decision)} {when}")
            for label, when in offer_reviews(turn)
        ),
    ]


def offer_reviews(turn: Turn) -> Sequence[Offer]:
    """When most decisions are looked at again."""
    return [
        (Phrase("outcome-label-review", {"months": months}), wire_arg(turn.now + ahead))
        for months, ahead in MONTHS.items()
    ]


@router.command("act", members, hidden=True)
def act(turn: Turn, decision: Decision, who: Word = SPEAKER) -> Says:
    """Make the sentence a task: for whoever says so, or for whoever will."""
    if not decision.statement:
        raise Refused("outcome-unsaid")
    task = task_of(turn.session, decision)
    if task is None:
        task = _put_up(turn, decision)
        yield Card(task)
        yield Undo(wire("task-back", task))
    elif who:
        raise Refused("outcome-task-already", number=task.number)
    if not who:
        yield Also(wire("take", task))


def _put_up(turn: Turn, decision: Decision) -> Task:
    home = decision.assembly
    must_be_few(turn.session, home, turn.person, Task.opener_id, Task.opened_at, now=turn.now)
    task = Task(
        assembly=home,
        number=home.next_number("task"),
        title=decision.statement[:TITLE],
        opener=turn.person,
        opened_at=turn.now,
    )
    turn.session.add(task)
    turn.session.flush()
    return task


@router.command(
    "review",
    members,
    offers={"decision": _offer_spoken, "at": offer_reviews},
    may=_must_speak_for,
)
def review(turn: Turn, decision: Decision, at: When) -> Says:
    """Look at a decision again on that day."""
    before = decision.review_at
    day = in_the_morning(at, decision.assembly.zone)
    look_again(decision, turn.person, day, facilitates=turn.holds(Role.FACILITATOR))
    yield Later(day, "review-due", {"decision": decision}, key=f"review:{decision.id}")
    yield Undo(wire("review", decision, before) if before else wire("unreview", decision))
    yield Card(decision)
    told = Moment(day, "day", decision.assembly.zone)
    yield Tell("outcome-review", title=decision.title, at=told)


@router.command("unreview", members, hidden=True)
def unreview(turn: Turn, decision: Decision) -> Says:
    """Do not look at it again after all."""
    look_again(decision, turn.person, None, facilitates=turn.holds(Role.FACILITATOR))
    yield Never(f"review:{decision.id}")
    yield Card(decision)
    yield Tell("outcome-no-review", title=decision.title)


@router.command("review-due", clock)
def review_due(turn: Turn, decision: Decision) -> Says:
    """The day has come: is it still right?"""
    if not is_due(decision, turn.now) or decision.replaced_by is not None:
        return
    buttons = [
        Button(Phrase("outcome-label-stays"), wire("stays", decision)),
        Button(Phrase("outcome-label-amend"), wire("amend", decision)),
    ]
    yield Say(
        Phrase("outcome-still-right", {**_of(decision), "at": _ended(decision)}),
        to=decision.assembly,
        buttons=buttons,
    )


@router.command("stays", members, hidden=True, instead="review")
def stays(turn: Turn, decision: Decision) -> Says:
    """It is still right."""
    _must_speak_for(turn, decision)
    if not is_due(decision, turn.now):
        raise Refused("button-old")
    look_again(decision, turn.person, None, facilitates=turn.holds(Role.FACILITATOR))
    buttons = [
        Button(label, f"{wire('review', decision)} {when}") for label, when in offer_reviews(turn)
    ]
    told: dict[str, Value] = {"title": decision.title, "person": turn.person.name}
    yield Card(decision)
    yield Say(Phrase("outcome-stays", told), to=decision.assembly, buttons=buttons)


def _of(decision: Decision) -> dict[str, Value]:
    return {
        "title": decision.title,
        "number": decision.number,
        "statement": decision.statement,
        "said": Choice("yes" if decision.statement else "no"),
    }


def _ended(decision: Decision) -> Moment:
    at: datetime = decision.closed_at or decision.closes_at
    return Moment(at, "day")
