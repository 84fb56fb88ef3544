"""How a case arrives: words that wait for where they belong, the greeting, the topics."""

from __future__ import annotations

from handlers.case_cards import own_label
from handlers.case_times import remembered, topic_wanted, unaddressed
from handlers.lobby import offered
from handlers.reading import label_of
from handlers.turn import Button, Say, Says, Turn, wire
from models.assembly import Assembly
from models.case import Case, Stage, Topic
from models.caseload import (
    borne,
    brought_by,
    communes,
    headcount,
    is_one_of_several,
    must_bring_few,
    underway,
)
from models.phrase import Phrase, Several
from models.plenty import BRINGING, must_do_few
from models.pseudonym import draw


def begin(turn: Turn, commune: Assembly | None, words: str) -> Says:
    """Words that begin a case."""
    yield from _written(turn, fresh(turn), commune, words)


def hold(turn: Turn, words: str) -> Says:
    """Words that may belong to several cases: nobody is told before their neighbour says which."""
    yield from _written(turn, waiting(turn) or _new(turn), None, words)


def _written(turn: Turn, case: Case, commune: Assembly | None, words: str) -> Says:
    case.commune = commune
    note = case.hear(words, turn.now)
    turn.session.flush()
    turn.session.add(note)
    if commune is None:
        yield unaddressed(case, turn)
        yield ask_where(turn, case)
        return
    yield from arrive(turn, case, commune)


def fresh(turn: Turn) -> Case:
    """A case to be brought; the one that still waits for words or for where to go comes first.

    Words that may belong to another case are left out of it: they wait for an answer of their own.
    """
    own = brought_by(turn.session, turn.person)
    found = waiting(turn)
    if found is None or (found.messages and underway(own, turn.now)):
        must_bring_few(own)
        return _new(turn)
    return found


def _new(turn: Turn) -> Case:
    begun = Case(person=turn.person, opened_at=turn.now, messages=0)
    turn.session.add(begun)
    return begun


def waiting(turn: Turn) -> Case | None:
    """The speaker's case that waits for words, or for where to go."""
    own = brought_by(turn.session, turn.person)
    arriving = [case for case in own if case.stage is Stage.ARRIVING]
    return next((c for c in arriving if c.commune is None or not c.messages), None)


def ask_where(turn: Turn, case: Case) -> Say:
    """To which of one's cases words belong, or to which neighbourhood."""
    places = [Button(a.name, wire("case-at", case, a)) for a in offered(turn)]
    others = underway(brought_by(turn.session, turn.person), turn.now)
    same = [Button(own_label(one), wire("case-same", case, one)) for one in others]
    key = "case-where" if places else "case-where-code"
    if case.messages > 1:
        key = "case-where-still"
    return Say(
        "case-which" if same else key,
        buttons=[*same, *places],
        answer=wire("case-more", case),
        emergency=turn.emergency,
    )


def welcome(turn: Turn, case: Case, commune: Assembly) -> Says:
    """Somebody came through the commune's door: it stays open until they find their words."""
    case.commune, case.opened_at = commune, turn.now
    turn.session.flush()
    yield unaddressed(case, turn)
    yield Say(
        "case-hello",
        assembly=commune.name,
        emergency=turn.emergency,
        buttons=_elsewhere(turn, case, commune),
    )


def arrive(turn: Turn, case: Case, commune: Assembly) -> Says:
    """Greet; nobody there is told before the topic is chosen."""
    own = brought_by(turn.session, turn.person)
    must_bring_few([one for one in own if one is not case])
    if not case.messages:
        yield from welcome(turn, case, commune)
        return
    if not case.pseudonym:
        must_do_few(turn.session, turn.account, BRINGING, turn.now, emergency=turn.emergency)
    case.pseudonym = draw(turn.token(), borne(turn.session, commune))
    case.commune = commune
    yield remembered(case)
    yield topic_wanted(case, turn)
    yield Say(
        *_greeting(turn, case, commune),
        "case-which-topic",
        buttons=[*_topics(case), *_elsewhere(turn, case, commune)],
        answer=wire("case-more", case),
    )


def _greeting(turn: Turn, case: Case, commune: Assembly) -> list[Phrase]:
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
    return lines


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


def _elsewhere(turn: Turn, case: Case, commune: Assembly) -> list[Button]:
    """Whoever was not asked for the neighbourhood can still say that it is another."""
    asked = turn.membership(commune) is not None or communes(turn.session) != [commune]
    if asked or not is_one_of_several(turn.session, commune):
        return []
    return [Button(Phrase("label-elsewhere"), wire("case-elsewhere", case))]
