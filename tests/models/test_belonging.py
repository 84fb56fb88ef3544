from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models.assembly import Assembly, Chat, Membership, Role
from models.base import Refused
from models.belonging import (
    PAGE,
    behind,
    enter,
    enter_chat,
    has_organiser,
    is_taken,
    leave_chat,
    lost_at_once,
    membership_of,
    page_of,
    size_of,
    stays_by_another,
)
from models.person import Account, Person

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
END = datetime(2030, 11, 4, 12, tzinfo=UTC)
"""Of what is given now."""


@pytest.fixture
def assembly(session: Session) -> Assembly:
    assembly = Assembly(name="Mietgruppe", language="de", zone="UTC", founded_at=NOW, door="door")
    session.add(assembly)
    session.flush()
    return assembly


def crowd(session: Session, assembly: Assembly, size: int) -> list[Membership]:
    """So many members, by name."""
    return [enter(session, Person(name=f"P{n:03}"), assembly, NOW) for n in range(size)]


def test_who_comes_back_finds_their_old_place(session: Session, assembly: Assembly) -> None:
    ben = Person(name="Ben")
    first = enter(session, ben, assembly, NOW)
    first.give(Role.ORGANISER, NOW)
    first.leave(NOW)
    later = NOW + timedelta(days=3)
    again = enter(session, ben, assembly, later)
    assert again is first
    assert (again.left_at, again.since, again.role) == (None, later, None)
    assert membership_of(session, ben, assembly) is again


def test_a_hidden_assembly_has_no_door(session: Session, assembly: Assembly) -> None:
    assert behind(session, "door") is assembly
    assert behind(session, "other") is None
    assert behind(session, "") is None
    assembly.hidden = True
    assert behind(session, "door") is None
    assembly.hidden, assembly.closed_at = False, NOW
    assert behind(session, "door") is None


def test_a_role_ends_by_itself(session: Session, assembly: Assembly) -> None:
    [ana] = crowd(session, assembly, 1)
    assert not has_organiser(session, assembly, NOW)
    ana.give(Role.ORGANISER, NOW)
    assert has_organiser(session, assembly, END - timedelta(seconds=1))
    assert not has_organiser(session, assembly, END)
    assert not ana.holds(Role.ORGANISER, END)


@pytest.mark.parametrize(
    ("given", "zone", "until"),
    [
        (datetime(2030, 8, 31, 12, tzinfo=UTC), "UTC", datetime(2031, 2, 28, 12, tzinfo=UTC)),
        (
            datetime(2030, 5, 3, 22, 30, tzinfo=UTC),
            "Europe/Berlin",
            datetime(2030, 11, 3, 23, 30, tzinfo=UTC),
        ),
        (
            datetime(2030, 11, 15, 9, tzinfo=UTC),
            "America/New_York",
            datetime(2031, 5, 15, 8, tzinfo=UTC),
        ),
    ],
    ids=["a shorter month: its last day", "just after midnight: the same day", "the same hour"],
)
def test_a_role_ends_on_the_same_day_six_months_on(
    session: Session, assembly: Assembly, given: datetime, zone: str, until: datetime
) -> None:
    [ana] = crowd(session, assembly, 1)
    assembly.zone = zone
    ana.give(Role.ORGANISER, given)
    assert ana.role_until == until


def test_a_role_is_never_given_for_longer_than_a_term(session: Session, assembly: Assembly) -> None:
    [ana] = crowd(session, assembly, 1)
    ana.give(Role.FACILITATOR, NOW, NOW + timedelta(days=9))
    assert ana.role_until == NOW + timedelta(days=9)
    for until in (END + timedelta(days=1), NOW - timedelta(days=1)):
        ana.give(Role.FACILITATOR, NOW, until)
        assert ana.role_until == END


def test_whoever_left_is_given_nothing(session: Session, assembly: Assembly) -> None:
    [ana] = crowd(session, assembly, 1)
    ana.leave(NOW)
    with pytest.raises(Refused):
        ana.give(Role.ORGANISER, NOW)


@pytest.mark.parametrize(
    ("members", "lost", "counted"),
    [(12, 4, 0), (15, 5, 0), (14, 5, 5), (30, 10, 0), (30, 11, 11), (5, 5, 5)],
)
def test_a_loss_is_sudden_when_many_are_more_than_a_third(
    session: Session, assembly: Assembly, members: int, lost: int, counted: int
) -> None:
    for membership in crowd(session, assembly, members)[:lost]:
        membership.leave(NOW)
    assert lost_at_once(session, assembly, NOW) == counted
    assert lost_at_once(session, assembly, NOW + timedelta(minutes=10)) == 0


def test_the_list_has_pages_with_roles_first(session: Session, assembly: Assembly) -> None:
    people = crowd(session, assembly, PAGE + 2)
    people[-1].give(Role.ORGANISER, NOW)
    people[-2].give(Role.FACILITATOR, NOW)
    people[0].leave(NOW)
    session.flush()
    first, second = page_of(session, assembly, 1), page_of(session, assembly, 2)
    assert size_of(session, assembly) == len(first) + len(second) == PAGE + 1
    assert list(first[:3]) == [people[-1], people[-2], people[1]]
    assert second[0] is people[-3]
    assert not page_of(session, assembly, 3)


def test_a_name_is_taken_by_others_alone(session: Session, assembly: Assembly) -> None:
    ana, ben = crowd(session, assembly, 2)
    assert is_taken(session, "p000", ben.person, [assembly.id])
    assert not is_taken(session, "P000", ana.person, [assembly.id])
    assert not is_taken(session, "P000", ben.person, [assembly.id + 1])
    ana.leave(NOW)
    session.flush()
    assert not is_taken(session, "P000", ben.person, [assembly.id])


def test_another_chat_counts_where_they_can_be_and_have_not_left(
    session: Session, assembly: Assembly
) -> None:
    places = [("telegram", "1", ""), ("telegram", "1", "topic"), ("matrix", "2", "")]
    assembly.chats = [Chat(platform=p, ref=ref, topic=topic) for p, ref, topic in places]
    group, _, room = assembly.chats
    ben = Person(name="Ben", accounts=[Account(platform="telegram", ref="b", seen_at=NOW)])
    belongs = enter(session, ben, assembly, NOW)
    session.flush()
    assert not stays_by_another(belongs, group)
    ben.accounts.append(Account(platform="matrix", ref="b", seen_at=NOW))
    assert stays_by_another(belongs, group)
    room.gone = True
    assert not stays_by_another(belongs, group)
    room.gone = False
    assert leave_chat(belongs, group)
    assert not leave_chat(belongs, group)
    assert not stays_by_another(belongs, room)
    enter_chat(belongs, group)
    assert stays_by_another(belongs, room)
