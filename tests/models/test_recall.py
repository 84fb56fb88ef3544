"""Recalls: how many it takes, who may want one, and when it is over."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from models.assembly import Assembly, Membership, Sort
from models.base import Refused
from models.decision import Decision
from models.delegation import Delegation, end, send
from models.person import Person
from models.recall import (
    Recall,
    Supporter,
    count_support,
    leave_recalls,
    must_be_sent,
    needed,
    recall_of,
    support,
    take_back,
)
from models.seat import Seat
from models.statutes import Article, statutes_of
from tests.models.councils import NOW, assembly_named

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("members", "share", "many"),
    [
        (1, Fraction(1, 10), 1),
        (2, Fraction(1, 3), 1),
        (3, Fraction(1, 10), 2),
        (20, Fraction(1, 10), 2),
        (21, Fraction(1, 10), 3),
        (100, Fraction(1, 3), 34),
    ],
)
def test_a_share_is_needed_and_never_one_alone(members: int, share: Fraction, many: int) -> None:
    assert needed(members, share) == many


@pytest.fixture
def wedding(session: Session) -> Assembly:
    """A commune of five, Ada to Eli."""
    assembly = assembly_named(session, "Wedding", Sort.KIEZ)
    for name in ("Ada", "Ben", "Cem", "Dia", "Eli"):
        session.add(Membership(person=Person(name=name), assembly=assembly, since=NOW))
    session.flush()
    return assembly


@pytest.fixture
def sent(session: Session, wedding: Assembly) -> Delegation:
    """Ben goes to a council for it."""
    council = assembly_named(session, "Council", Sort.COUNCIL)
    seat = Seat(assembly=wedding, number=1, council=council, invited_at=NOW, since=NOW)
    session.add(seat)
    session.flush()
    return send(session, seat, _who(session, wedding, "Ben"), NOW)[0]


def _place(session: Session, home: Assembly, name: str) -> Membership:
    query = select(Membership).join(Person).where(Person.name == name)
    return session.scalars(query.where(Membership.assembly_id == home.id)).one()


def _who(session: Session, home: Assembly, name: str) -> Person:
    return _place(session, home, name).person


def _asked(session: Session, sent: Delegation, *names: str) -> Recall:
    home = sent.assembly
    recall = Recall(assembly=home, number=home.next_number("recall"), delegation=sent, asked_at=NOW)
    session.add(recall)
    session.flush()
    for name in names:
        support(session, recall, _who(session, home, name))
    count_support(session, [recall])
    return recall


def _vote(session: Session, home: Assembly) -> Decision:
    vote = Decision(
        assembly=home, number=home.next_number("decision"), title="?", opened_at=NOW, closes_at=NOW
    )
    session.add(vote)
    return vote


def test_support_is_given_once_and_taken_back(session: Session, sent: Delegation) -> None:
    recall = _asked(session, sent, "Ada")
    ada, cem = (_who(session, sent.assembly, name) for name in ("Ada", "Cem"))
    assert (recall.support, recall.needed, recall.is_enough) == (1, 2, False)
    with pytest.raises(Refused, match="recall-supported-already"):
        support(session, recall, ada)
    support(session, recall, cem)
    count_support(session, [recall])
    assert recall.is_enough
    take_back(session, recall, ada)
    count_support(session, [recall])
    assert not recall.is_enough
    with pytest.raises(Refused, match="recall-not-supported"):
        take_back(session, recall, ada)


def test_the_share_is_that_of_the_statutes(session: Session, sent: Delegation) -> None:
    statutes = statutes_of(session, sent.assembly)
    session.add(statutes)
    statutes.put(Article.RECALL, "1/3")
    for number in range(4):
        session.add(Membership(person=Person(name=f"P{number}"), assembly=sent.assembly, since=NOW))
    assert _asked(session, sent).needed == 3


def test_many_are_counted_in_as_many_queries_as_one(session: Session, sent: Delegation) -> None:
    statements: list[str] = []
    recalls = [_asked(session, sent, "Ada")]
    event.listen(session.get_bind(), "before_cursor_execute", lambda *a: statements.append(a[2]))
    count_support(session, recalls)
    alone = len(statements)
    recalls += [_asked(session, sent, "Cem", "Dia") for _ in range(3)]
    session.flush()
    statements.clear()
    count_support(session, recalls)
    assert len(statements) == alone == 3
    assert [one.support for one in recalls] == [1, 2, 2, 2]


def test_nobody_recalls_themselves_or_who_has_gone(session: Session, sent: Delegation) -> None:
    with pytest.raises(Refused, match="recall-yourself"):
        must_be_sent(sent, sent.person)
    end(session, sent, NOW)
    with pytest.raises(Refused, match="delegation-over"):
        must_be_sent(sent, _who(session, sent.assembly, "Ada"))


def test_there_is_one_at_a_time(session: Session, sent: Delegation) -> None:
    assert recall_of(session, sent) is None
    recall = _asked(session, sent, "Ada", "Cem")
    assert recall_of(session, sent) is recall
    recall.end(session, NOW)
    session.flush()
    assert recall_of(session, sent) is None
    recall.decision = _vote(session, sent.assembly)
    session.flush()
    assert recall_of(session, sent) is recall
    assert recall.stage == "voting"
    recall.decision.closed_at = NOW
    session.flush()
    assert recall_of(session, sent) is None


def test_once_it_has_ended_nobody_is_remembered(session: Session, sent: Delegation) -> None:
    recall = _asked(session, sent, "Ada", "Cem")
    recall.end(session, NOW + DAY)
    assert session.scalars(select(Supporter)).all() == []
    assert recall.stage == "over"
    for late in (support, take_back):
        with pytest.raises(Refused, match="recall-over"):
            late(session, recall, _who(session, sent.assembly, "Ada"))


def test_it_is_over_when_the_delegate_has_gone(session: Session, sent: Delegation) -> None:
    recall = _asked(session, sent, "Ada", "Cem")
    end(session, sent, NOW)
    assert not recall.is_enough
    assert recall.stage == "over"


def test_who_leaves_takes_their_support_along(
    session: Session, wedding: Assembly, sent: Delegation
) -> None:
    recall = _asked(session, sent, "Ada", "Cem")
    place = _place(session, wedding, "Ada")
    place.leave(NOW)
    count_support(session, [recall])
    assert recall.support == 1
    assert list(leave_recalls(session, place)) == [recall]
    assert [one.person_id for one in session.scalars(select(Supporter))] == [
        _who(session, wedding, "Cem").id
    ]
