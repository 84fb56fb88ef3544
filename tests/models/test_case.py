from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from bot.store import Store, keys
from models.assembly import Assembly, Chat, Membership, Sort
from models.base import Base, Refused
from models.case import KEPT, REOPENS, Care, Case, Note, Reading, Stage, Topic
from models.caseload import (
    behind,
    brought_by,
    cared_by,
    communes,
    fetch_carers,
    fetch_reach,
    forget,
    meant,
    notes_of,
    numbered,
    responsible,
    sole_commune,
    to_take,
    waiting_cases,
    within_reach,
    written_by,
)
from models.handover import heir, let_go, take_over
from models.person import Account, Person
from models.pseudonym import ALL, BIRDS, PLUMAGE, draw
from models.sealed import Unopenable

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    store = Store(f"sqlite:///{tmp_path}/case.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    with store.session() as session:
        yield session
    store.close()


def person(session: Session, name: str, *, platform: str = "telegram", chat: bool = True) -> Person:
    someone = Person(name=name, language="", zone="", digest_at="")
    account = Account(platform=platform, ref=name, person=someone, seen_at=NOW)
    session.add(account)
    if chat:
        session.add(Chat(platform=platform, ref=name, topic="", account=account))
    session.flush()
    return someone


def assembly(session: Session, name: str, *members: Person, **values: object) -> Assembly:
    made = Assembly(name=name, language="de", zone="UTC", founded_at=NOW, **values)
    session.add(made)
    session.add_all(Membership(person=p, assembly=made, since=NOW) for p in members)
    session.flush()
    return made


def brought(session: Session, neighbour: Person, to: Assembly, number: int = 1) -> Case:
    case = Case(person=neighbour, commune=to, opened_at=NOW, pseudonym="blue heron")
    session.add(case)
    note = case.hear("the heating is off", NOW)
    session.flush()
    session.add(note)
    case.bring(Topic.RENT, to, number)
    session.flush()
    return case


def cared_for(session: Session, case: Case, carer: Person) -> None:
    fetch_carers(session, [case])
    begun = case.care(carer, NOW)
    assert begun is not None
    session.add(begun)
    session.flush()


def refusal(why: pytest.ExceptionInfo[Refused]) -> str:
    return why.value.phrase.key


def test_there_are_enough_pseudonyms_and_none_is_borne_twice() -> None:
    assert len(set(PLUMAGE)) >= 12 and len(set(BIRDS)) >= 12
    taken: set[str] = set()
    for token in range(len(ALL)):
        drawn = draw(str(token), taken)
        assert drawn not in taken
        taken.add(drawn)
    assert draw("one more", taken) in ALL


def test_only_the_neighbour_and_living_members_see_a_case(session: Session) -> None:
    nura, ben, nils = (person(session, name) for name in ("nura", "ben", "nils"))
    commune = assembly(session, "Wedding", ben)
    other = assembly(session, "Moabit", nils)
    case = brought(session, nura, commune)
    mine = session.scalars(select(Membership).where(Membership.person_id == ben.id)).all()
    others = session.scalars(select(Membership).where(Membership.assembly_id == other.id)).all()
    assert case.seen_by(nura, [])
    assert case.seen_by(ben, mine)
    assert not case.seen_by(nils, others)
    mine[0].leave(NOW)
    assert not case.seen_by(ben, mine)


def test_an_arriving_case_is_seen_by_its_neighbour_alone(session: Session) -> None:
    nura, ben = person(session, "nura"), person(session, "ben")
    commune = assembly(session, "Wedding", ben)
    case = Case(person=nura, commune=commune, opened_at=NOW)
    session.add(case)
    session.flush()
    assert case.seen_by(nura, []) and not case.seen_by(ben, commune.memberships)
    nobody = Person(name="")
    case.person = None
    session.flush()
    assert not case.seen_by(nobody, [])


def test_only_who_cares_answers_and_nobody_cares_for_their_own(session: Session) -> None:
    nura, ben, cem = (person(session, name) for name in ("nura", "ben", "cem"))
    case = brought(session, nura, assembly(session, "Wedding", ben, cem, nura))
    cared_for(session, case, ben)
    fetch_carers(session, [case])
    assert case.carers == [ben]
    assert case.care(ben, NOW) is None
    with pytest.raises(Refused) as why:
        case.answer(cem, "hello", NOW)
    assert refusal(why) == "care-not-yours"
    with pytest.raises(Refused) as why:
        case.care(nura, NOW)
    assert refusal(why) == "care-own"


def test_whoever_left_the_assembly_cares_no_longer(session: Session) -> None:
    nura, ben = person(session, "nura"), person(session, "ben")
    commune = assembly(session, "Wedding", ben)
    case = brought(session, nura, commune)
    cared_for(session, case, ben)
    assert cared_by(session, ben) == [case]
    commune.memberships[0].leave(NOW)
    session.flush()
    fetch_carers(session, [case])
    assert case.carers == []
    assert cared_by(session, ben) == []
    assert waiting_cases(session, [commune.id])[0].unclaimed == 1


def test_a_solved_case_opens_again_for_two_weeks(session: Session) -> None:
    case = brought(session, person(session, "nura"), assembly(session, "Wedding"))
    case.solve(NOW)
    assert case.forget_at == NOW + KEPT
    later = NOW + REOPENS
    assert case.takes_words(later)
    assert not case.takes_words(later + timedelta(seconds=1))
    with pytest.raises(Refused):
        case.hear("too late", later + timedelta(seconds=1))
    case.hear("once more", later)
    assert case.stage is Stage.OPEN
    assert case.forget_at is None
    assert case.waits_since == later


def test_what_is_taken_back_leads_to_nobody(session: Session) -> None:
    nura = person(session, "nura")
    case = brought(session, nura, assembly(session, "Wedding"))
    case.withdraw(NOW)
    session.flush()
    assert case.person_id is None
    assert not case.takes_words(NOW)
    assert brought_by(session, nura) == []
    with pytest.raises(Refused):
        case.withdraw(NOW)


def test_keeping_adds_ninety_days_once_it_is_over(session: Session) -> None:
    case = brought(session, person(session, "nura"), assembly(session, "Wedding"))
    with pytest.raises(Refused) as why:
        case.keep()
    assert refusal(why) == "case-still-open"
    case.solve(NOW)
    assert case.keep() == NOW + 2 * KEPT


def test_forgetting_leaves_no_row(session: Session) -> None:
    nura, ben = person(session, "nura"), person(session, "ben")
    case = brought(session, nura, assembly(session, "Wedding", ben))
    cared_for(session, case, ben)
    session.add(Reading(case_id=case.id, person_id=ben.id, at=NOW))
    session.flush()
    forget(session, case)
    session.flush()
    for table in (Case, Note, Care, Reading):
        assert session.scalars(select(table)).all() == []


def test_words_moved_to_another_row_do_not_open(session: Session) -> None:
    commune = assembly(session, "Wedding")
    first = brought(session, person(session, "nura"), commune)
    second = brought(session, person(session, "omar"), commune, 2)
    one, two = notes_of(session, first)[0], notes_of(session, second)[0]
    raw = session.execute(text("SELECT _words FROM case_notes")).scalars().all()
    assert all(len(sealed) >= 512 for sealed in raw)
    session.execute(
        text(
            "UPDATE case_notes SET _words = (SELECT _words FROM case_notes WHERE id = :one)"
            " WHERE id = :two"
        ),
        {"one": one.id, "two": two.id},
    )
    session.expire_all()
    assert one.words == "the heating is off"
    with pytest.raises(Unopenable):
        _ = two.words


def test_a_topic_goes_to_the_committee_that_people_belong_to(session: Session) -> None:
    ben = person(session, "ben")
    commune = assembly(session, "Wedding", ben)
    child = {"sort": Sort.COMMITTEE, "parent_id": commune.id}
    empty = assembly(session, "Empty", theme="rent", **child)
    assert responsible(session, commune, Topic.RENT) is commune
    rent = assembly(session, "Rent", ben, theme="rent", **child)
    assert responsible(session, commune, Topic.RENT) is rent
    assert responsible(session, commune, Topic.WORK) is commune
    rent.closed_at = NOW
    session.flush()
    assert responsible(session, commune, Topic.RENT) is commune
    assert empty.memberships == []


def test_strangers_find_the_only_commune_or_those_listed(session: Session) -> None:
    wedding = assembly(session, "Wedding", door="code-wedding")
    assert communes(session) == [wedding] and sole_commune(session) is wedding
    moabit = assembly(session, "Moabit", door="code-moabit")
    assert communes(session) == [] and sole_commune(session) is None
    moabit.listed = True
    assembly(session, "Secret", hidden=True, listed=True, door="code-secret")
    session.flush()
    assert communes(session) == [moabit]
    assert behind(session, "https://t.me/KommuneBot?start=case_code-secret") is None
    assert behind(session, "https://t.me/KommuneBot?start=case_code-moabit") is moabit
    assert behind(session, " code-wedding\n") is wedding
    assert behind(session, "code-wedding please") is None
    assert behind(session, "") is None


def test_reach(session: Session) -> None:
    open_, never, gone = (
        person(session, "open"),
        person(session, "never", chat=False),
        person(session, "gone"),
    )
    chat = session.scalars(select(Chat).where(Chat.ref == "gone")).one()
    chat.gone = True
    session.flush()
    people = {open_.id, never.id, gone.id}
    assert within_reach(session, people) == {open_.id}
    assert within_reach(session, people, {"telegram"}) == {open_.id, never.id}
    case = brought(session, gone, assembly(session, "Wedding"))
    fetch_reach(session, [case])
    assert case.out_of_reach


def test_what_waits_is_counted_in_one_query(session: Session) -> None:
    ben = person(session, "ben")
    wedding, moabit = assembly(session, "Wedding", ben), assembly(session, "Moabit", ben)
    cases = [
        brought(session, person(session, f"n{place}"), wedding, place) for place in range(1, 5)
    ]
    brought(session, person(session, "m"), moabit)
    cases[0].waits_since = NOW - timedelta(days=3)
    cared_for(session, cases[1], ben)
    cared_for(session, cases[2], ben)
    fetch_carers(session, [cases[2]])
    session.add(cases[2].answer(ben, "come by", NOW))
    cases[3].solve(NOW)
    session.flush()
    asked: list[str] = []
    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    found = waiting_cases(session, [wedding.id, moabit.id], NOW - timedelta(days=1))
    assert len(asked) == 1
    assert [(w.assembly_id, w.unclaimed, w.unanswered, w.new) for w in found] == [
        (wedding.id, 1, 1, 2),
        (moabit.id, 1, 0, 1),
    ]
    assert found[0].oldest == NOW - timedelta(days=3)


def test_plain_words_are_for_what_is_just_begun_then_for_what_is_open(session: Session) -> None:
    nura, commune = person(session, "nura"), assembly(session, "Wedding")
    first, second = (brought(session, nura, commune, number) for number in (1, 2))
    second.solve(NOW)
    assert meant([first, second], NOW) == [first]
    first.solve(NOW)
    assert meant([second, first], NOW) == [second, first]
    assert meant([second, first], NOW + REOPENS + timedelta(seconds=1)) == []
    begun = Case(person=nura, opened_at=NOW, messages=0, stage=Stage.ARRIVING)
    assert meant([begun, second, first], NOW) == [begun]
    later = NOW + timedelta(minutes=11)
    assert meant([begun, second, first], later) == [second, first, begun]
    begun.messages = 1
    assert meant([begun, second, first], later) == [begun]


def test_what_was_only_begun_is_not_among_what_was_written(session: Session) -> None:
    nura, commune = person(session, "nura"), assembly(session, "Wedding")
    case = brought(session, nura, commune)
    session.add(Case(person=nura, commune=commune, opened_at=NOW))
    session.flush()
    assert len(brought_by(session, nura)) == 2
    assert written_by(session, nura) == [case]


def test_whoever_left_cares_for_nothing_there_after_their_return(session: Session) -> None:
    nura, ben, cem = (person(session, name) for name in ("nura", "ben", "cem"))
    commune, other = assembly(session, "Wedding", ben, cem), assembly(session, "Moabit", ben)
    both, alone, solved = (brought(session, nura, commune, number) for number in (1, 2, 3))
    elsewhere = brought(session, nura, other)
    for case in (both, alone, solved, elsewhere):
        cared_for(session, case, ben)
    cared_for(session, both, cem)
    solved.solve(NOW)
    membership = next(one for one in commune.memberships if one.person is ben)
    membership.leave(NOW)
    assert let_go(session, membership) == [both, alone]
    assert (list(both.carers), list(alone.carers)) == ([cem], [])
    membership.left_at = None
    session.flush()
    assert cared_by(session, ben) == [elsewhere]
    solved.reopen(NOW)
    fetch_carers(session, [solved])
    assert solved.carers == []


def test_an_empty_committee_leaves_its_cases_to_the_commune(session: Session) -> None:
    nura, ben, ana = (person(session, name) for name in ("nura", "ben", "ana"))
    commune = assembly(session, "Wedding", ana)
    law = assembly(session, "Law", ben, sort=Sort.COMMITTEE, parent=commune)
    commune.counters = {"case": 4}
    first, second = (brought(session, nura, law, number) for number in (1, 2))
    cared_for(session, first, ben)
    fetch_carers(session, [first])
    session.add(first.answer(ben, "come by", NOW))
    assert heir(session, law) is None
    law.memberships[0].leave(NOW)
    session.flush()
    assert heir(session, law) is commune
    later = NOW + timedelta(days=1)
    take_over(session, [first, second], commune, later)
    session.flush()
    assert [(c.assembly, c.number) for c in (first, second)] == [(commune, 5), (commune, 6)]
    assert (first.waits_since, second.waits_since) == (later, NOW)
    session.add(Membership(person=ben, assembly=commune, since=NOW))
    session.flush()
    assert cared_by(session, ben) == []


def test_nobody_inherits_where_there_is_nobody(session: Session) -> None:
    ana = person(session, "ana")
    commune = assembly(session, "Wedding")
    law = assembly(session, "Law", sort=Sort.COMMITTEE, parent=commune)
    assert (
        heir(session, commune) is None
        and heir(session, law) is None
        and heir(session, None) is None
    )
    session.add(Membership(person=ana, assembly=commune, since=NOW))
    session.flush()
    assert heir(session, law) is commune
    commune.closed_at = NOW
    assert heir(session, law) is None


def test_what_can_be_taken_waits_and_is_not_ones_own_care(session: Session) -> None:
    nura, ben, cem = (person(session, name) for name in ("nura", "ben", "cem"))
    commune = assembly(session, "Wedding", ben, cem, nura)
    mine, answered, free, solved = (brought(session, nura, commune, n) for n in range(1, 5))
    for case in (mine, answered):
        cared_for(session, case, ben)
    fetch_carers(session, [answered])
    session.add(answered.answer(ben, "come by", NOW))
    solved.solve(NOW)
    session.flush()
    assert to_take(session, [commune.id], ben) == [free]
    assert to_take(session, [commune.id], cem) == [mine, free]
    assert to_take(session, [commune.id], nura) == [mine, free]
    assert numbered(session, [commune.id], 2) == [answered]
    assert numbered(session, [commune.id], 4) == [] == numbered(session, [], 2)
