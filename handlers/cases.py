"""Neighbours in trouble: they write in private, choose where and what about, and write on."""

from __future__ import annotations

from datetime import timedelta

from handlers.half_said import lapsed
from handlers.lobby import Confided, Lobby, offer_lobbies
from handlers.reading import label_of
from handlers.rights import anyone, clock
from handlers.routing import Router
from handlers.turn import Also, Button, Card, Door, Later, Never, Say, Says, Turn, wire
from models.assembly import Assembly
from models.base import Refused
from models.case import ANSWER_WITHIN, LONGEST, UNADDRESSED, Case, Note, Reading, Stage, Topic
from models.caseload import (
    any_commune,
    behind,
    borne,
    brought_by,
    cared_by,
    communes,
    fetch_carers,
    headcount,
    must_bring_few,
    responsible,
    within_reach,
)
from models.phrase import Command, Phrase, Quote, Several
from models.post import Priority
from models.pseudonym import draw

router = Router("cases")
TOPIC_WAITS = timedelta(minutes=10)


@router.command("case", anyone, offers={"lobby": offer_lobbies}, instead="withdraw")
def case(turn: Turn, lobby: Lobby, words: Confided) -> Says:
    """Bring what troubles oneself to a commune, in confidence."""
    if not turn.private or lobby.assembly is None:
        door = f"case_{lobby.assembly.door}" if lobby.assembly and lobby.assembly.door else "case"
        yield Say(
            "case-said-aloud" if words.text else "case-in-private",
            buttons=[Door(Phrase("label-open-private"), door)],
        )
        return
    waiting = _unaddressed(turn)
    if words.text:
        yield from _begin(turn, lobby.assembly, words.text)
    elif waiting is not None and waiting.messages:
        yield from _arrive(turn, waiting, lobby.assembly)
    else:
        yield from _welcome(turn, lobby.assembly)


def _welcome(turn: Turn, commune: Assembly) -> Says:
    """Somebody came through the commune's door: it stays open until they find their words."""
    opened = _fresh(turn)
    opened.commune = commune
    turn.session.flush()
    yield Later(turn.now + UNADDRESSED, "case-forget", {"case": opened}, _forgetting(opened))
    yield Say("case-hello", assembly=commune.name, emergency=turn.emergency)


@router.plain
def heard(turn: Turn, text: str) -> Says:
    """Words in private that are no command: of a neighbour, they are a case."""
    if len(text) > LONGEST:
        raise Refused("refused-too-long", limit=LONGEST)
    known = next(
        (c for c in brought_by(turn.session, turn.person) if c.takes_words(turn.now)), None
    )
    if known is not None:
        yield from _further(turn, known, text)
    elif turn.memberships:
        yield from _not_for_me(turn)
    elif (lobby := behind(turn.session, text)) is not None:
        yield Also(wire("case", lobby.door))
    elif not any_commune(turn.session):
        raise Refused("case-nobody", emergency=turn.emergency)
    else:
        offered = communes(turn.session)
        yield from _begin(turn, offered[0] if len(offered) == 1 else None, text)


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


def _begin(turn: Turn, commune: Assembly | None, words: str) -> Says:
    brought = _fresh(turn)
    note = brought.hear(words, turn.now)
    turn.session.flush()
    turn.session.add(note)
    if commune is None:
        yield Later(turn.now + UNADDRESSED, "case-forget", {"case": brought}, _forgetting(brought))
        yield _ask_where(turn, brought)
        return
    yield from _arrive(turn, brought, commune)


def _fresh(turn: Turn) -> Case:
    """A case to be brought; the one that still waits for words or for where to go comes first."""
    fresh = _unaddressed(turn)
    if fresh is None:
        must_bring_few(brought_by(turn.session, turn.person))
        fresh = Case(person=turn.person, opened_at=turn.now, messages=0)
    turn.session.add(fresh)
    return fresh


def _unaddressed(turn: Turn) -> Case | None:
    own = brought_by(turn.session, turn.person)
    arriving = [case for case in own if case.stage is Stage.ARRIVING]
    return next((c for c in arriving if c.commune is None or not c.messages), None)


def _ask_where(turn: Turn, case: Case) -> Say:
    offered = communes(turn.session)
    buttons = [Button(a.name, wire("case-at", case, a)) for a in offered]
    key = "case-where" if offered else "case-where-code"
    if case.messages > 1:
        key = "case-where-still"
    return Say(key, buttons=buttons, answer=wire("case-more", case), emergency=turn.emergency)


@router.command("case-at", anyone, hidden=True)
def case_at(turn: Turn, case: Case, assembly: Assembly) -> Says:
    """Choose the neighbourhood."""
    case.must_be_of(turn.person)
    if case.commune is not None or assembly not in communes(turn.session):
        raise Refused("button-old")
    yield from _arrive(turn, case, assembly)


def _arrive(turn: Turn, case: Case, commune: Assembly) -> Says:
    """Greet; nobody there is told before the topic is chosen."""
    case.pseudonym = draw(turn.token(), borne(turn.session, commune))
    case.commune = commune
    count = headcount(turn.session, commune)
    lines = [
        Phrase("case-greeting", {"assembly": commune.name}),
        Phrase("case-readers", {"count": count, "name": case.called}),
        Phrase("case-when", {"emergency": turn.emergency}),
    ]
    if commune.language != turn.language:
        lines.append(_in_its_language(turn, commune))
    if commune.languages:
        lines.append(Phrase("case-spoken", {"languages": Several(commune.languages)}))
    yield Never(_forgetting(case))
    yield Later(turn.now + TOPIC_WAITS, "case-topic-late", {"case": case}, _choosing(case))
    yield Say(*lines, "case-which-topic", buttons=_topics(case), answer=wire("case-more", case))


def _in_its_language(turn: Turn, commune: Assembly) -> Phrase:
    """One line that shows which language is spoken there as well."""
    spoken, turn.language = turn.language, commune.language
    try:
        said = turn.plain(Phrase("case-also-here", {"assembly": commune.name}))
    finally:
        turn.language = spoken
    return Phrase("case-as-said", {"words": said})


def _topics(case: Case) -> list[Button]:
    return [Button(label_of(topic), wire("case-topic", case, topic.value)) for topic in Topic]


def _choosing(case: Case) -> str:
    return f"case-topic:{case.id}"


def _forgetting(case: Case) -> str:
    return f"case-forget:{case.id}"


@router.command("case-topic", anyone, hidden=True)
def case_topic(turn: Turn, case: Case, topic: Topic) -> Says:
    """Choose what it is about: now those responsible are told."""
    case.must_be_of(turn.person)
    if case.stage is not Stage.ARRIVING or case.commune is None:
        raise Refused("case-topic-chosen")
    yield Never(_choosing(case))
    yield from _lay_before(turn, case, topic)


@router.command("case-topic-late", clock)
def case_topic_late(turn: Turn, case: Case) -> Says:
    """No topic was chosen: it is told without one."""
    if case.stage is Stage.ARRIVING:
        yield from _lay_before(turn, case, Topic.OTHER)


def _lay_before(turn: Turn, case: Case, topic: Topic) -> Says:
    assert case.commune is not None
    assembly = responsible(turn.session, case.commune, topic)
    turn.session.refresh(assembly, ["counters"], with_for_update=True)
    case.bring(topic, assembly, assembly.next_number("case"))
    turn.session.flush()
    yield Card(case)
    yield _due(case, turn)
    yield Say(
        "case-on-its-way",
        to=case.person,
        assembly=case.public_name,
        count=headcount(turn.session, assembly),
        name=case.called,
        answer=wire("case-more", case),
        buttons=[Button(Phrase("label-who-reads"), wire("who", case))],
    )


def _due(case: Case, turn: Turn) -> Later:
    at = (case.waits_since or turn.now) + ANSWER_WITHIN
    return Later(at, "case-waits", {"case": case}, f"case-waits:{case.id}")


@router.command("case-more", anyone, hidden=True, instead="withdraw")
def case_more(turn: Turn, case: Case, words: Confided) -> Says:
    """Write on, as a reply to what was said about this case."""
    case.must_be_of(turn.person)
    if not case.takes_words(turn.now):
        raise Refused("case-over")
    yield from _further(turn, case, words.text)


def _further(turn: Turn, case: Case, words: str) -> Says:
    """One more message of the neighbour; whoever cares reads it at once."""
    lobby = behind(turn.session, words) if case.commune is None else None
    if lobby is not None:
        yield from _arrive(turn, case, lobby)
        return
    was = case.stage
    waited = case.waits_since is not None
    note = case.hear(words, turn.now)
    turn.session.add(note)
    if case.commune is None:
        yield _ask_where(turn, case)
        return
    if note.place == 1:
        yield from _arrive(turn, case, case.commune)
        return
    if was is Stage.ARRIVING:
        yield Say("case-added", answer=wire("case-more", case))
        return
    yield Card(case)
    yield from _relay(turn, case, note)
    if was is Stage.SOLVED:
        yield Never(_forgetting(case))
    if not waited:
        yield _due(case, turn)
    yield Say(
        "case-reopened" if was is Stage.SOLVED else "case-passed-on",
        assembly=case.public_name,
        count=len(case.carers),
        answer=wire("case-more", case),
    )


def _relay(turn: Turn, case: Case, note: Note) -> Says:
    """To everyone who cares, in private; the group hears of those who cannot be reached."""
    fetch_carers(turn.session, [case])
    turn.assembly = case.assembly
    reached = within_reach(turn.session, {p.id for p in case.carers}, turn.first)
    for person in case.carers:
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
