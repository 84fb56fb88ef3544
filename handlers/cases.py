"""Neighbours in trouble: they write in private, choose where and what about, and write on."""

from __future__ import annotations

from itertools import product

from handlers.arriving import arrive, ask_where, begin, fresh, hold, waiting, welcome
from handlers.case_times import due, remembered, topic_known, unaddressed
from handlers.half_said import lapsed
from handlers.handing import moved
from handlers.lobby import Confided, Lobby, lobby_of, offer_lobbies, offered
from handlers.rights import anyone, clock
from handlers.routing import Router
from handlers.steps import Looked
from handlers.turn import Also, Button, Card, Door, Say, Says, Turn, wire
from models.assembly import Assembly
from models.base import Refused
from models.case import LONGEST, Case, Note, Reading, Stage, Topic
from models.caseload import (
    any_commune,
    brought_by,
    cared_by,
    fetch_carers,
    forget,
    headcount,
    meant,
    notes_of,
    responsible,
    sole_commune,
    within_reach,
)
from models.handover import heir
from models.phrase import Command, Phrase, Quote
from models.post import Priority

router = Router("cases")


@router.command("case", anyone, offers={"lobby": offer_lobbies}, instead="withdraw")
def case(turn: Turn, lobby: Lobby, words: Confided) -> Says:
    """Bring what troubles oneself to a commune, in confidence."""
    if not turn.private:
        code = lobby.assembly.open_door if lobby.assembly else ""
        door = f"case_{code}" if code else "case"
        yield Looked()
        yield Say(
            "case-said-aloud" if words.text else "case-in-private",
            buttons=[Door(Phrase("label-open-private"), door)],
        )
        return
    found = waiting(turn)
    if words.text or lobby.assembly is None:
        yield from begin(turn, lobby.assembly, words.text)
    elif found is not None and found.messages:
        yield from arrive(turn, found, lobby.assembly)
    else:
        yield from welcome(turn, fresh(turn), lobby.assembly)


@router.plain
def heard(turn: Turn, text: str) -> Says:
    """Words in private that are no command: of a neighbour, they are a case."""
    if len(text) > LONGEST:
        raise Refused("refused-too-long", limit=LONGEST)
    known = meant(brought_by(turn.session, turn.person), turn.now)
    if len(known) == 1:
        yield from _further(turn, known[0], text)
    elif turn.memberships and not known:
        yield from _not_for_me(turn)
    elif (lobby := lobby_of(turn, text)) is not None:
        yield Also(wire("case", lobby.door))
    elif known:
        yield from hold(turn, text)
    elif not any_commune(turn.session):
        raise Refused("case-nobody", emergency=turn.emergency)
    else:
        yield from begin(turn, sole_commune(turn.session), text)


def _not_for_me(turn: Turn) -> Says:
    buttons = [
        Button(Phrase("label-case"), wire("case")),
        Button(Phrase("label-help"), wire("help")),
    ]
    late = lapsed(turn)
    if late is not None:
        yield Say(late, buttons=buttons)
        return
    if cared_by(turn.session, turn.person):
        yield Say("case-for-whom", command=Command("tell"), buttons=buttons)
        return
    yield Say("case-not-for-me", buttons=buttons)


@router.command("case-at", anyone, hidden=True, instead="withdraw")
def case_at(turn: Turn, case: Case, assembly: Assembly) -> Says:
    """Choose the neighbourhood."""
    case.must_be_of(turn.person)
    if case.commune is not None or assembly not in offered(turn):
        raise Refused("button-old")
    yield from arrive(turn, case, assembly)


@router.command("case-elsewhere", anyone, hidden=True)
def case_elsewhere(turn: Turn, case: Case) -> Says:
    """It was meant for another neighbourhood: nobody has been told of it yet."""
    case.must_be_of(turn.person)
    if case.stage is not Stage.ARRIVING:
        there, command = case.public_name, Command("withdraw")
        raise Refused("case-there-already", assembly=there, command=command)
    case.commune = None
    yield topic_known(case)
    yield unaddressed(case, turn)
    places = [Button(a.name, wire("case-at", case, a)) for a in offered(turn)]
    yield Say("ask-case-lobby", buttons=places, answer=wire("case-more", case))


@router.command("case-same", anyone, hidden=True)
def case_same(turn: Turn, case: Case, other: Case) -> Says:
    """What waits for where it belongs belongs to a case that is there already."""
    case.must_be_of(turn.person)
    other.must_be_of(turn.person)
    if case.stage is not Stage.ARRIVING or case.commune is not None or other is case:
        raise Refused("button-old")
    if not other.takes_words(turn.now):
        raise Refused("case-over")
    words = [note.words for note in notes_of(turn.session, case)]
    yield from _further(turn, other, *words)
    yield remembered(case)
    forget(turn.session, case)


@router.command("case-topic", anyone, hidden=True, instead="withdraw")
def case_topic(turn: Turn, case: Case, topic: Topic) -> Says:
    """Choose what it is about: now those responsible are told."""
    case.must_be_of(turn.person)
    if case.stage is not Stage.ARRIVING:
        raise Refused("case-topic-chosen")
    if case.commune is None:
        raise Refused("button-old")
    yield topic_known(case)
    yield from _lay_before(turn, case, topic)


@router.command("case-topic-late", clock)
def case_topic_late(turn: Turn, case: Case) -> Says:
    """No topic was chosen: it is told without one."""
    if case.stage is Stage.ARRIVING:
        yield from _lay_before(turn, case, Topic.OTHER)


def _lay_before(turn: Turn, case: Case, topic: Topic) -> Says:
    assert case.commune is not None
    assembly = responsible(turn.session, case.commune, topic)
    case.bring(topic, assembly, assembly.next_number("case"))
    turn.session.flush()
    yield Card(case)
    yield due(case, turn)
    yield Say(
        "case-on-its-way",
        to=case.person,
        assembly=case.public_name,
        count=headcount(turn.session, assembly),
        name=case.called,
        answer=wire("case-more", case),
        buttons=[Button(Phrase("label-who-reads"), wire("who", case))],
    )


@router.command("case-more", anyone, hidden=True, instead="withdraw")
def case_more(turn: Turn, case: Case, words: Confided) -> Says:
    """Write on, as a reply to what was said about this case."""
    case.must_be_of(turn.person)
    if not case.takes_words(turn.now):
        raise Refused("case-over")
    yield from _further(turn, case, words.text)


def _further(turn: Turn, case: Case, *words: str) -> Says:
    """More messages of the neighbour; whoever cares reads them at once."""
    lobby = lobby_of(turn, words[0]) if case.commune is None else None
    if lobby is not None:
        yield from arrive(turn, case, lobby)
        return
    was, waited = case.stage, case.waits_since is not None
    notes = [case.hear(text, turn.now) for text in words]
    turn.session.add_all(notes)
    if case.commune is None:
        yield ask_where(turn, case)
    elif notes[0].place == 1:
        yield from arrive(turn, case, case.commune)
    elif was is Stage.ARRIVING:
        yield Say("case-added", answer=wire("case-more", case))
    else:
        yield from _passed_on(turn, case, notes, again=was is Stage.SOLVED, waited=waited)


def _passed_on(turn: Turn, case: Case, notes: list[Note], *, again: bool, waited: bool) -> Says:
    fetch_carers(turn.session, [case])
    if again:
        yield remembered(case)
    commune = None if case.carers else heir(turn.session, case.assembly)
    if commune is not None:
        yield from moved(turn, [case], commune)
        return
    yield Card(case)
    yield from _relay(turn, case, notes)
    if not waited:
        yield due(case, turn)
    yield Say(
        "case-reopened" if again else "case-passed-on",
        assembly=case.public_name,
        count=len(case.carers),
        answer=wire("case-more", case),
    )


def _relay(turn: Turn, case: Case, notes: list[Note]) -> Says:
    """To everyone who cares, in private; the group hears of those who cannot be reached."""
    turn.assembly = case.assembly
    reached = within_reach(turn.session, {p.id for p in case.carers}, turn.first)
    for person, note in product(case.carers, notes):
        reading = Reading(case_id=case.id, person_id=person.id, at=turn.now)
        if person.id in reached:
            turn.session.add(reading)
        yield Say(
            Phrase("case-writes", {"name": case.called, "number": case.number}),
            Phrase("case-as-said", {"words": Quote(note.words)}),
            to=person,
            slot=reading.slot,
            priority=Priority.ANSWER,
            answer=wire("tell", case),
        )
