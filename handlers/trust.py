"""What becomes of a neighbour's words: who read them, solved or not, taken back, forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.case_cards import own_label
from handlers.case_times import answered, due, over, remembered, topic_known
from handlers.handing import moved
from handlers.reading import Missing
from handlers.rights import anyone, clock, in_private
from handlers.routing import Offer, Router
from handlers.turn import Button, Card, Say, Says, Turn, wire
from models.assembly import Membership
from models.base import Refused
from models.case import Case, Reading, Stage
from models.caseload import (
    MOST_OFFERED,
    erase_words,
    fetch_carers,
    forget,
    readings_of,
    written_by,
)
from models.handover import heir
from models.phrase import Moment, Phrase, Several, Value
from models.plenty import SOLVING, must_do_few
from models.post import Priority
from models.showing import letters_showing, never_say

router = Router("cases")
MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Own:
    """One of the speaker's own cases."""

    case: Case

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Own, str]:
        """By its number or id; the only one need not be named."""
        if not turn.private:
            raise Refused("refused-private-only")
        own = written_by(turn.session, turn.person)
        if not own:
            raise Refused("case-none-yet")
        typed = text.strip().removeprefix("#")
        if typed:
            own = [case for case in own if typed in {str(case.id), str(case.number)}]
            if not own:
                raise Refused("refused-not-there")
        if len(own) > 1:
            raise Missing
        return cls(own[0]), ""


def _offer_own(turn: Turn) -> Sequence[Offer]:
    found = written_by(turn.session, turn.person)[:MOST_OFFERED]
    return [(own_label(case), str(case.id)) for case in found]


@router.command("who", anyone, offers={"own": _offer_own}, fits=in_private, step=False)
def who(turn: Turn, own: Own) -> Says:
    """Show who has read one's words: how many, and when last."""
    case = own.case
    readings = readings_of(turn.session, case)
    fetch_carers(turn.session, [case])
    people = {reading.person_id for reading in readings}
    lines = [Phrase("trust-nobody-read")]
    if readings:
        read: dict[str, Value] = {
            "name": case.called,
            "count": len(people),
            "assembly": case.public_name,
            "last": Moment(readings[0].at),
        }
        lines = [Phrase("trust-read", read)]
        times = _times(readings)
        if len(times) > 1:
            lines.append(Phrase("trust-times", {"times": Several(times, "dot")}))
    yield Say(
        *lines,
        buttons=[Button(Phrase("label-withdraw"), wire("withdraw", case))],
        answer=wire("case-more", case),
    )


def _times(readings: Sequence[Reading]) -> list[Moment]:
    minutes = dict.fromkeys(reading.at.replace(second=0, microsecond=0) for reading in readings)
    return [Moment(minute) for minute in list(minutes)[:MOST_SHOWN]]


@router.command("withdraw", anyone, offers={"own": _offer_own}, fits=in_private, step=False)
def withdraw(turn: Turn, own: Own) -> Says:
    """Take one's case back; asks first."""
    yes = Button(Phrase("label-withdraw-now"), wire("withdraw-now", own.case))
    yield Say("withdraw-sure", case=own_label(own.case), buttons=[yes])


@router.command("withdraw-now", anyone, hidden=True, instead="case")
def withdraw_now(turn: Turn, case: Case) -> Says:
    """Having been asked: its words are erased, also where they were shown."""
    case.must_be_of(turn.person)
    fetch_carers(turn.session, [case])
    case.withdraw(turn.now)
    yield from _unshow(turn, case)
    erase_words(turn.session, case)
    yield topic_known(case)
    yield answered(case)
    yield over(case)
    if case.assembly is not None:
        yield Card(case)
    for person in case.carers:
        yield Say("trust-carers-withdrawn", to=person, name=case.called)
    yield Say("trust-withdrawn")


def _unshow(turn: Turn, case: Case) -> Says:
    """Every message that showed the words shows them no longer, and none will.

    Also where the bot is blocked just now: after that it is too late.
    """
    never_say(turn.session, case=case)
    for letter in letters_showing(turn.session, case):
        yield Say("trust-words-gone", to=letter.chat, slot=letter.slot, priority=Priority.ANSWER)


@router.farewell
def reader_gone(turn: Turn, membership: Membership) -> Says:
    """To whoever has left, no words of neighbours are said any more."""
    never_say(turn.session, assembly=membership.assembly, to=membership.person)
    yield from ()


@router.command("case-solved", anyone, hidden=True)
def case_solved(turn: Turn, case: Case) -> Says:
    """The neighbour says that it is solved."""
    case.must_be_of(turn.person)
    if case.stage is Stage.OPEN:
        must_do_few(turn.session, turn.account, SOLVING, turn.now, case, assembly=case.public_name)
        fetch_carers(turn.session, [case])
        case.solve(turn.now)
        turn.assembly = case.assembly
        yield Card(case)
        yield answered(case)
        yield over(case)
        for person in case.carers:
            yield Say("trust-carers-solved", to=person, name=case.called)
    elif case.stage is not Stage.SOLVED:
        raise Refused("case-over")
    assert case.forget_at is not None
    yield Say(
        "trust-solved",
        forgotten=Moment(case.forget_at, "day"),
        buttons=[
            Button(Phrase("label-needs-more"), wire("case-again", case)),
            Button(Phrase("label-keep"), wire("keep", case)),
        ],
        answer=wire("case-more", case),
    )


@router.command("case-again", anyone, hidden=True)
def case_again(turn: Turn, case: Case) -> Says:
    """The neighbour still needs help."""
    case.must_be_of(turn.person)
    fetch_carers(turn.session, [case])
    if case.stage is not Stage.OPEN:
        case.reopen(turn.now)
        turn.assembly = case.assembly
        yield remembered(case)
        commune = None if case.carers else heir(turn.session, case.assembly)
        if commune is not None:
            yield from moved(turn, [case], commune)
            return
        yield Card(case)
        yield due(case, turn)
        for person in case.carers:
            yield Say("trust-carers-again", to=person, name=case.called, answer=wire("tell", case))
    yield Say("trust-again", assembly=case.public_name, answer=wire("case-more", case))


@router.command("keep", anyone, offers={"own": _offer_own}, fits=in_private)
def keep(turn: Turn, own: Own) -> Says:
    """Have one's case remembered longer."""
    until = own.case.keep()
    yield over(own.case)
    yield Say("trust-kept", forgotten=Moment(until, "day"))


@router.command("case-forget", clock)
def case_forget(turn: Turn, case: Case) -> Says:
    """Its time is over: nothing of it is left."""
    if case.stage is Stage.OPEN:
        return
    if case.stage is Stage.ARRIVING and case.messages:
        yield Say("trust-never-read", to=case.person, emergency=turn.emergency)
    yield from _unshow(turn, case)
    forget(turn.session, case)
