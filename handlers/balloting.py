"""Voting where there is more to say than one answer: one's ballot, typed votes, other people's."""

from __future__ import annotations

from handlers.asking import voted
from handlers.ballot_form import BACK, CHANGE, LIST, NEW, SEND, form, vote_words
from handlers.beside import objecting, offer_open
from handlers.given import Given
from handlers.reading import Word
from handlers.rights import facilitators, members
from handlers.routing import Router
from handlers.sight import reach
from handlers.steps import Looked
from handlers.turn import Also, Button, Card, Door, Say, Says, Tell, Turn, Undo, wire, wired_id
from models.ballot import fetch_ballots
from models.ballots import missing_votes
from models.base import Refused
from models.belonging import membership_of
from models.caseload import within_reach
from models.counting import Marks
from models.decision import Decision
from models.filling import Filling, one_answer
from models.person import Person
from models.phrase import Moment, Phrase

router = Router("decisions")
NOTHING = Word("")
ONE, NEXT = "fill", "fill-next"
"""What buttons say of one ballot alone, and while all are gone through that wait for oneself."""


@router.command("ballot", members, offers={"decision": offer_open}, step=False)
def ballot(turn: Turn, decision: Decision, then: Word = NOTHING) -> Says:
    """Fill in one's own ballot, in private."""
    if decision.secret:
        yield Also(wire("secret", decision))
        return
    _fetch(turn, decision, turn.person)
    decision.must_admit(turn.person)
    if not within_reach(turn.session, {turn.person.id}, turn.first):
        door = Door(Phrase("label-open-private"), f"ballot_{decision.id}")
        yield Tell("ballot-open-private", door=door.payload, buttons=[door])
        return
    yield _own(turn, decision, NEXT if then == "next" else ONE, anew=True)
    if not turn.private:
        yield Tell("ballot-in-private", quiet=True)


@router.command("fill", members, hidden=True)
def fill(turn: Turn, decision: Decision, state: Word, tap: Word) -> Says:
    """Tap on a ballot."""
    yield from _fill(turn, decision, state, tap, ONE)


@router.command("fill-next", members, hidden=True)
def fill_next(turn: Turn, decision: Decision, state: Word, tap: Word) -> Says:
    """Tap on a ballot, after which the next one is offered."""
    yield from _fill(turn, decision, state, tap, NEXT)


def _fill(turn: Turn, decision: Decision, state: str, tap: str, name: str) -> Says:
    _fetch(turn, decision, turn.person)
    decision.must_admit(turn.person)
    filling = Filling.read(decision.counting, len(decision.options), state)
    if tap == SEND:
        yield from _cast(turn, decision, filling.marks, name)
    elif tap == BACK:
        yield from _take_back(turn, decision, filling, name)
    elif tap.isdecimal() and one_answer(filling.method):
        yield from _cast(turn, decision, filling.tap(wired_id(tap) or 0).marks, name)
    else:
        yield Looked()
        yield _shown(turn, _tapped(decision, filling, tap, name))


def _tapped(decision: Decision, filling: Filling, tap: str, name: str) -> Say:
    """The ballot after a tap that sends nothing yet."""
    option, _, mark = tap.partition("=")
    place = wired_id(option) or 0
    if tap in {CHANGE, LIST}:
        return form(decision, filling, name=name)
    if tap == NEW:
        return form(decision, _empty(decision), name=name)
    if mark:
        return form(decision, filling.mark(place, _mark(mark)), name=name)
    if filling.scale and 1 <= place <= filling.options:
        return form(decision, filling, name=name, among=place)
    return form(decision, filling.tap(place), name=name)


@router.command("cast", members, offers={"decision": offer_open})
def cast(turn: Turn, decision: Decision, marks: Given | None = None) -> Says:
    """Vote in one line: numbers for the options, or their order; without them, fill in a ballot."""
    if marks is None:
        yield Looked()
        yield from ballot(turn, decision)
        return
    _fetch(turn, decision, turn.person)
    decision.must_admit(turn.person)
    yield from _cast(turn, decision, marks.marks(decision), ONE)


def _cast(turn: Turn, decision: Decision, marks: Marks, name: str) -> Says:
    before = Filling(decision.counting, len(decision.options), decision.marks_of(turn.person))
    answered = _answer(decision, turn.person)
    decision.fill(turn.person, marks)
    if not before.marks:
        turn.session.add(decision.at_hand[turn.person.id])
    yield Undo(wire("fill", decision, before.state, SEND if before.marks else BACK))
    if turn.private:
        yield _own(turn, decision, name)
    else:
        yield Tell("ballot-kept", quiet=True, closes=Moment(decision.closes_at))
    yield Card(decision)
    yield from voted(decision, turn)
    yield from objecting(turn, decision, answered, _answer(decision, turn.person))
    if name == NEXT:
        yield from _next(turn, decision)


def _take_back(turn: Turn, decision: Decision, filling: Filling, name: str) -> Says:
    marks, answered = decision.marks_of(turn.person), _answer(decision, turn.person)
    turn.session.delete(decision.take_back(turn.person))
    yield Undo(wire("fill", decision, _state(decision, marks), SEND))
    left = _empty(decision) if one_answer(filling.method) else filling
    yield _shown(turn, form(decision, left, name=name))
    if turn.press:
        yield Tell("decision-vote-taken-back", quiet=True)
    yield Card(decision)
    yield from objecting(turn, decision, answered, None)


def _next(turn: Turn, done: Decision) -> Says:
    """The next one that waits for the speaker's vote."""
    turn.session.flush()
    waiting = missing_votes(turn.session, turn.person, reach(turn))
    following = next((one for one in waiting if one is not done), None)
    if following is None:
        yield Say("ballot-was-the-last")
        return
    yield Also(wire("ballot", following, "next"))


def _own(turn: Turn, decision: Decision, name: str, *, anew: bool = False) -> Say:
    """The speaker's ballot: as it was cast, or empty."""
    marks = decision.marks_of(turn.person)
    filling = Filling(decision.counting, len(decision.options), marks)
    known = decision.at_hand.get(turn.person.id)
    whose = "" if known is None else "mine" if known.caster_id is None else "entered"
    said = _shown(turn, form(decision, filling, name=name, cast=whose))
    said.anew = anew
    return said


def _shown(turn: Turn, said: Say) -> Say:
    said.to = None if turn.private else turn.person
    return said


@router.command("cast-for", facilitators, offers={"decision": offer_open})
def cast_for(turn: Turn, decision: Decision, person: Person, marks: Given) -> Says:
    """Enter the vote of somebody who is there or on the phone."""
    if membership_of(turn.session, person, decision.assembly) is None:
        raise Refused("refused-person", typed=person.name)
    _fetch(turn, decision, person)
    known, answered = person.id in decision.at_hand, _answer(decision, person)
    given = marks.marks(decision)
    decision.enter(person, turn.person, given)
    if not known:
        turn.session.add(decision.at_hand[person.id])
        yield Undo(wire("uncast-for", decision, person))
    yield Tell("ballot-entered", person=person.name, title=decision.title)
    yield Say(
        "ballot-entered-for-you",
        to=person,
        buttons=[Button(Phrase("ballot-label-own"), wire("ballot", decision))],
        caster=turn.person.name,
        title=decision.title,
        assembly=decision.assembly.name,
        vote=vote_words(decision, given),
        closes=Moment(decision.closes_at),
    )
    yield Card(decision)
    yield from voted(decision, turn)
    yield from objecting(turn, decision, answered, _answer(decision, person), person)


@router.command("uncast-for", facilitators, hidden=True)
def uncast_for(turn: Turn, decision: Decision, person: Person) -> Says:
    """Take out again what one has entered for somebody."""
    _fetch(turn, decision, person)
    known = decision.at_hand.get(person.id)
    if known is None or known.caster_id != turn.person.id:
        raise Refused("refused-not-there")
    answered = _answer(decision, person)
    turn.session.delete(decision.take_back(person))
    yield Say("ballot-entered-no-more", to=person, caster=turn.person.name, title=decision.title)
    yield Card(decision)
    yield from objecting(turn, decision, answered, None, person)


def _fetch(turn: Turn, decision: Decision, person: Person) -> None:
    if person.id not in decision.asked_for:
        fetch_ballots(turn.session, [decision], [person.id])


def _answer(decision: Decision, person: Person) -> int | None:
    """The one option that somebody's vote names, if there is one."""
    known = decision.at_hand.get(person.id)
    return known.option_id if known is not None else None


def _empty(decision: Decision) -> Filling:
    return Filling(decision.counting, len(decision.options))


def _state(decision: Decision, marks: Marks) -> str:
    return Filling(decision.counting, len(decision.options), marks).state


def _mark(text: str) -> int:
    number = wired_id(text)
    return -1 if number is None else number
