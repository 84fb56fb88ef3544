from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.assembly import Assembly, Chat, Membership
from models.ballot import Elector
from models.ballots import take_down
from models.base import Refused
from models.belonging import enter
from models.counting import METHODS, Assent, Position, Vote
from models.counting.mandates import Weighing
from models.counting.passing import Rule, dump
from models.decision import Decision
from models.linking import unite
from models.motion import Motion, amended
from models.person import Person
from models.stances import STANCES, UNCHANGED
from models.statutes import OFFERED, STATUTORY, Article, Statutes, Who, canonical, statutes_of
from models.sweeping import sweep

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def home(session: Session) -> Assembly:
    home = Assembly(name="Wedding", language="en", zone="UTC", founded_at=NOW)
    session.add(home)
    session.flush()
    return home


@pytest.fixture
def ana(session: Session, home: Assembly) -> Person:
    ana = Person(name="Ana")
    enter(session, ana, home, NOW)
    return ana


@pytest.fixture
def statutes(session: Session, home: Assembly) -> Statutes:
    return statutes_of(session, home)


def draft(home: Assembly, ana: Person, statutes: Statutes, *words: str) -> Motion:
    chat = Chat(platform="wire", ref="g")
    return Motion.begin(home, ana, chat, statutes, NOW, title="The gate?", words=words)


def why(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.phrase.key


def test_fixed_answers_stand_in_the_order_in_which_they_are_counted() -> None:
    for name, answers in {"proposal": Vote, "consent": Assent, "consensus": Position}.items():
        said = [member.name.lower().replace("_", "-") for member in answers]
        assert list(STANCES[name]) == said


@pytest.mark.parametrize("method", OFFERED[Article.METHOD])
def test_it_begins_as_the_statutes_have_it(
    home: Assembly, ana: Person, statutes: Statutes, method: str
) -> None:
    statutes.put(Article.METHOD, method)
    fixed = method in STANCES
    assert draft(home, ana, statutes).counting.name == (method if fixed else "proposal")
    assert draft(home, ana, statutes, "a", "b").counting.name == ("choice" if fixed else method)


@pytest.mark.parametrize("method", OFFERED[Article.METHOD])
def test_every_method_opens_with_answers_it_can_count(
    home: Assembly, ana: Person, statutes: Statutes, method: str
) -> None:
    motion = draft(home, ana, statutes, "red", "green")
    motion.choose(method)
    motion.must_be_whole(statutes, NOW)
    decision = motion.open(1, Weighing.EACH, NOW)
    assert decision.binding
    assert decision.counting == METHODS[method]
    options = decision.options
    assert [option.place for option in options] == list(range(1, len(options) + 1))
    assert all(bool(option.words) != bool(option.stance) for option in options)
    unchanged = [option.stance for option in options].count(UNCHANGED)
    assert unchanged == METHODS[method].status_quo
    assert not unchanged or options[-1].stance == UNCHANGED


def test_what_cannot_be_put_to_the_vote_is_refused(
    home: Assembly, ana: Person, statutes: Statutes
) -> None:
    motion = draft(home, ana, statutes)
    motion.choose("score")
    with pytest.raises(Refused) as refused:
        motion.must_be_whole(statutes, NOW)
    assert why(refused) == "motion-lacks-answers"
    motion.answer([str(number) for number in range(10)])
    motion.must_be_whole(statutes, NOW)
    motion.choose("resistance")
    with pytest.raises(Refused) as refused:
        motion.must_be_whole(statutes, NOW)
    assert why(refused) == "motion-many-answers"
    motion.answer(["a", "b"])
    motion.choose("ranked")
    motion.set_number(Article.SEATS, 3)
    with pytest.raises(Refused) as refused:
        motion.must_be_whole(statutes, NOW)
    assert why(refused) == "motion-many-seats"


def test_it_does_not_end_before_it_opens(home: Assembly, ana: Person, statutes: Statutes) -> None:
    motion = draft(home, ana, statutes)
    with pytest.raises(Refused) as refused:
        motion.set_times(NOW, NOW + 2 * DAY, NOW + DAY)
    assert why(refused) == "motion-ends-before"
    with pytest.raises(Refused) as refused:
        motion.set_times(NOW, None, NOW + 400 * DAY)
    assert why(refused) == "motion-too-late"
    motion.set_times(NOW, None, NOW + DAY)
    with pytest.raises(Refused) as refused:
        motion.must_be_whole(statutes, NOW + DAY)
    assert why(refused) == "motion-ends-before"


def test_a_decision_is_as_strict_as_the_statutes_or_stricter(
    home: Assembly, ana: Person, statutes: Statutes
) -> None:
    statutes.put(Article.QUORUM, "1/3")
    motion = draft(home, ana, statutes)
    motion.set_rule(Article.QUORUM, "1/2", statutes)
    for value in ("0", "1/4"):
        assert not motion.may_be(Article.QUORUM, value, statutes)
        with pytest.raises(Refused) as refused:
            motion.set_rule(Article.QUORUM, value, statutes)
        assert why(refused) == "motion-less-strict"
    assert motion.passing.quorum == Fraction(1, 2)
    statutes.put(Article.MAJORITY, "2/3")
    with pytest.raises(Refused) as refused:
        motion.must_be_whole(statutes, NOW)
    assert why(refused) == "motion-less-strict"


def test_nothing_changes_once_it_is_open(home: Assembly, ana: Person, statutes: Statutes) -> None:
    motion = draft(home, ana, statutes)
    motion.decision_id = 7
    with pytest.raises(Refused) as refused:
        motion.must_wait()
    assert why(refused) == "motion-open-already"


def test_a_new_version_says_what_the_old_one_said(
    home: Assembly, ana: Person, statutes: Statutes
) -> None:
    first = draft(home, ana, statutes, "red", "green")
    first.choose("ranked")
    first.set_rule(Article.QUORUM, "1/4", statutes)
    old = first.open(1, Weighing.EACH, NOW)
    again = amended(old, ana, Chat(platform="wire", ref="g"), statutes, NOW)
    assert (again.title, again.words) == ("The gate?", ["red", "green"])
    assert (again.counting, again.passing) == (old.counting, old.passing)
    statutes.put(Article.QUORUM, "1/2")
    stricter = amended(old, ana, Chat(platform="wire", ref="g"), statutes, NOW)
    assert stricter.passing == statutes.passing


def test_a_draft_that_nobody_opens_is_swept_and_one_that_waits_is_not(
    session: Session, home: Assembly, ana: Person, statutes: Statutes
) -> None:
    old, waiting = draft(home, ana, statutes), draft(home, ana, statutes)
    waiting.chat = old.chat
    waiting.set_times(NOW, NOW + 30 * DAY, None)
    session.add_all([old, waiting])
    session.flush()
    kept = waiting.id
    sweep(session, NOW + 13 * DAY)
    assert len(session.scalars(select(Motion.id)).all()) == 2
    sweep(session, NOW + 15 * DAY)
    assert session.scalars(select(Motion.id)).all() == [kept]


def test_two_electors_who_are_one_have_one_vote(
    session: Session, home: Assembly, ana: Person, statutes: Statutes
) -> None:
    other = Person(name="Ana on Matrix")
    enter(session, other, home, NOW)
    session.flush()
    decision = draft(home, ana, statutes).open(1, Weighing.EACH, NOW)
    session.add(decision)
    session.flush()
    take_down(session, decision)
    number = decision.id
    elder = unite(session, ana, other)
    query = select(Elector.person_id).where(Elector.decision_id == number)
    assert session.scalars(query).all() == [elder.id]
    assert session.get_one(Decision, number).opener_id == elder.id


@given(typed=st.text(max_size=8))
def test_statutes_say_only_what_can_be_read_again(typed: str) -> None:
    for article in STATUTORY:
        try:
            said = canonical(article, typed)
        except ValueError:
            continue
        assert canonical(article, said) == said


@pytest.mark.parametrize("article", STATUTORY)
def test_everything_offered_can_be_said(statutes: Statutes, article: Article) -> None:
    for value in OFFERED[article]:
        statutes.put(article, value)
        assert statutes.value(article) == value


@pytest.mark.parametrize(
    ("article", "value"),
    [
        (Article.QUORUM, "3/2"),
        (Article.QUORUM, "1/0"),
        (Article.MAJORITY, "1/3"),
        (Article.MAJORITY, "0"),
        (Article.DAYS, "0"),
        (Article.DAYS, "91"),
        (Article.METHOD, "opinion"),
        (Article.OPENING, "nobody"),
        (Article.EARLY, "perhaps"),
        (Article.MOST, "2"),
    ],
)
def test_what_no_statutes_can_say(statutes: Statutes, article: Article, value: str) -> None:
    with pytest.raises(ValueError):
        statutes.put(article, value)


def test_who_may_is_whoever_has_the_role(session: Session, home: Assembly, ana: Person) -> None:
    held = session.scalars(select(Membership).where(Membership.person_id == ana.id)).one()
    assert [who.includes(held, NOW) for who in Who] == [True, False, False]
    held.leave(NOW)
    assert not any(who.includes(held, NOW) for who in Who)


def test_usual_statutes_are_a_simple_majority_of_whoever_votes(statutes: Statutes) -> None:
    assert statutes.rule == dump(Rule())
    assert (statutes.method, statutes.days) == ("proposal", 7)
