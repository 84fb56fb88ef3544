"""Caring for a neighbour's case: take it on, read and answer in private, hand on, solve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from handlers.case_cards import buttons, drawn, head, label, state
from handlers.case_times import answered, over, waiting
from handlers.handing import handed, moved
from handlers.listing import MOST_LISTED, listed
from handlers.reading import Missing, Unread
from handlers.rights import clock, in_private, members
from handlers.routing import Offer, Router
from handlers.sight import reach
from handlers.turn import Button, Card, Door, Say, Says, Tell, Turn, Undo, wire
from models.assembly import Membership
from models.base import Refused
from models.case import LONGEST, Care, Case, Note, Reading, Stage
from models.caseload import (
    MOST_OFFERED,
    cared_by,
    fetch_carers,
    fetch_reach,
    notes_of,
    open_cases,
    within_reach,
)
from models.handover import heir, let_go
from models.phrase import Moment, Phrase, Quote
from models.post import Priority
from models.showing import never_say

router = Router("care")
AGAIN, SELDOM = timedelta(days=1), timedelta(weeks=1)
DAILY = 7
"""So many reminders come daily; more would only be switched off."""
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Reply:
    """What is told to a neighbour; a group is never asked for it."""

    text: str

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Reply, str]:
        """The rest of the line, as it was written."""
        if turn.private and not text.strip():
            raise Missing
        if len(text) > LONGEST:
            raise Unread("refused-too-long", limit=LONGEST)
        return cls(text.strip()), ""


def _offer_open(turn: Turn) -> Sequence[Offer]:
    return _offers(open_cases(turn.session, reach(turn)), "care-none")


def _offer_mine(turn: Turn) -> Sequence[Offer]:
    return _offers(cared_by(turn.session, turn.person), "care-none-yours")


def _offers(found: Sequence[Case], none: str) -> Sequence[Offer]:
    if not found:
        raise Refused(none)
    return [(label(case), str(case.id)) for case in found[:MOST_OFFERED]]


@router.command("care", members, offers={"case": _offer_open})
def care(turn: Turn, case: Case) -> Says:
    """Care for a case, and read in private what was written."""
    fetch_carers(turn.session, [case])
    if not within_reach(turn.session, {turn.person.id}, turn.first):
        door = Door(Phrase("label-open-private"), "hello")
        yield Tell("care-open-private", door=door.payload, buttons=[door])
        return
    begun = case.care(turn.person, turn.now)
    reading = Reading(case_id=case.id, person_id=turn.person.id, at=turn.now)
    turn.session.add(reading)
    yield _words(turn, case, reading)
    if not turn.private:
        yield Tell("care-begun", name=case.called, quiet=True)
    if begun is None:
        return
    turn.session.add(begun)
    yield Card(case)
    yield Say(
        "care-neighbour-taken",
        to=case.person,
        assembly=case.public_name,
        count=len(case.carers),
        buttons=[Button(Phrase("label-who-reads"), wire("who", case))],
        answer=wire("case-more", case),
    )
    yield Undo(wire("hand", case))


def _words(turn: Turn, case: Case, reading: Reading) -> Say:
    notes = [
        Phrase(
            "care-answered" if note.person_id else "care-wrote",
            {"at": Moment(note.at), "words": Quote(note.words)},
        )
        for note in notes_of(turn.session, case)
    ]
    return Say(
        Phrase("care-head", head(case)),
        *notes,
        "care-how-to-answer",
        to=turn.person,
        slot=reading.slot,
        priority=Priority.ANSWER,
        answer=wire("tell", case),
        buttons=[
            Button(Phrase("label-solved"), wire("solve", case)),
            Button(Phrase("label-hand"), wire("hand", case)),
        ],
    )


@router.command("tell", members, offers={"case": _offer_mine}, fits=in_private)
def tell(turn: Turn, case: Case, words: Reply) -> Says:
    """Answer a neighbour, who does not learn by whom."""
    if not turn.private:
        raise Refused("refused-private-only")
    fetch_carers(turn.session, [case])
    fetch_reach(turn.session, [case])
    note = case.answer(turn.person, words.text, turn.now)
    turn.session.add(note)
    yield answered(case)
    yield Card(case)
    yield Say(
        Phrase("care-neighbour-answer", {"assembly": case.public_name}),
        Phrase("case-as-said", {"words": Quote(words.text)}),
        to=case.person,
        answer=wire("case-more", case),
        buttons=[
            Button(Phrase("label-is-solved"), wire("case-solved", case)),
            Button(Phrase("label-who-reads"), wire("who", case)),
        ],
    )
    yield from _to_others(turn, case, note)
    yield Say("care-told", name=case.called, answer=wire("tell", case))


def _to_others(turn: Turn, case: Case, note: Note) -> Says:
    """Whoever cares as well knows what was answered."""
    others = [person for person in case.carers if person is not turn.person]
    reached = within_reach(turn.session, {person.id for person in others}, turn.first)
    for person in others:
        reading = Reading(case_id=case.id, person_id=person.id, at=turn.now)
        if person.id in reached:
            turn.session.add(reading)
        yield Say(
            Phrase("care-other-answered", {"person": turn.person.name, "name": case.called}),
            Phrase("case-as-said", {"words": Quote(note.words)}),
            to=person,
            slot=reading.slot,
            priority=Priority.ANSWER,
            answer=wire("tell", case),
        )


@router.command("hand", members, offers={"case": _offer_mine}, instead="care")
def hand(turn: Turn, case: Case) -> Says:
    """Hand a case back, so that others can care for it."""
    fetch_carers(turn.session, [case])
    case.must_be_open()
    case.must_be_cared_by(turn.person)
    case.carers = [person for person in case.carers if person is not turn.person]
    mine = (Care.case_id == case.id, Care.person_id == turn.person.id)
    turn.session.execute(delete(Care).where(*mine))
    never_say(turn.session, case=case, to=turn.person)
    yield Card(case)
    yield Say("care-handed", name=case.called, count=len(case.carers))
    yield from handed(turn, case)


@router.farewell
def carer_gone(turn: Turn, membership: Membership) -> Says:
    """Whoever has left cares for nobody there; where nobody is left, the commune takes over."""
    left = let_go(turn.session, membership)
    commune = heir(turn.session, membership.assembly)
    if commune is not None:
        stuck = open_cases(turn.session, [membership.assembly_id])
        yield from moved(turn, stuck, commune)
        return
    for case in left:
        yield Card(case)
        yield from handed(turn, case)


@router.command("solve", members, offers={"case": _offer_mine})
def solve(turn: Turn, case: Case) -> Says:
    """Say that a case is solved; the neighbour may see it otherwise."""
    fetch_carers(turn.session, [case])
    case.must_be_open()
    case.must_be_cared_by(turn.person)
    case.solve(turn.now)
    yield Card(case)
    yield answered(case)
    yield over(case)
    yield Say(
        "care-neighbour-solved",
        to=case.person,
        assembly=case.public_name,
        answer=wire("case-more", case),
        buttons=[
            Button(Phrase("label-is-solved"), wire("case-solved", case)),
            Button(Phrase("label-needs-more"), wire("case-again", case)),
        ],
    )
    yield Say("care-solved", name=case.called)


@router.command("cases", members, step=False)
def cases(turn: Turn) -> Says:
    """List open cases, without words."""
    found = open_cases(turn.session, [turn.here.id])
    if not found:
        yield Say("care-none")
        return
    first = found[:MOST_LISTED]
    fetch_carers(turn.session, first)
    lines = [Phrase("care-line", {**head(case), **state(case)}) for case in first]
    shown = [Button(label(case), wire("card", case.slot)) for case in found[:MOST_SHOWN]]
    yield Say("care-list", *listed(lines, len(found)), buttons=shown, count=len(found))


@router.command("case-waits", clock)
def case_waits(turn: Turn, case: Case, times: int = 1) -> Says:
    """Remind those responsible of a neighbour who waits, once a day."""
    if case.stage is not Stage.OPEN or case.waits_since is None:
        return
    commune = heir(turn.session, case.assembly)
    if commune is not None:
        yield from moved(turn, [case], commune)
        return
    yield waiting(case, turn, AGAIN if times < DAILY else SELDOM, times + 1)
    _fetch_cards(turn.session, [case])
    if case.out_of_reach:
        yield Card(case)
        return
    yield Say(
        Phrase("care-waits", {**head(case), **state(case)}),
        to=case.assembly,
        buttons=buttons(case),
    )
    if times == 1:
        yield Say(
            "care-neighbour-waits",
            to=case.person,
            assembly=case.public_name,
            since=Moment(case.waits_since),
            emergency=turn.emergency,
        )


def _fetch_cards(session: Session, found: Sequence[Any]) -> None:
    session.flush()
    fetch_carers(session, found)
    fetch_reach(session, found)


@router.card(Case, fetch=_fetch_cards)
def card(case: Case, turn: Turn) -> Say | None:
    """The live card."""
    return drawn(case)
