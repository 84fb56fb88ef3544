"""Opinions where the platform has polls of its own: put once, answered there, ended."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.markup import plain
from bot.platforms import Kind, Outgoing, Place, Poll, Utterance
from models.ballot import Ballot
from models.decision import Decision
from models.person import Account, Person
from models.post import Letter
from tests.bot.conftest import Scene, begin, empty_scene

COLOURS = "/decide Which colour? | red | green | blue"


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """A commune in chat "g" on a network that has polls: Ana (organiser), Ben and Cem."""
    scene = empty_scene(tmp_path, polls=True)
    await begin(scene)
    yield scene
    scene.running.store.close()


async def opened(scene: Scene, *settings: str) -> None:
    """Ana asks for opinions in the group."""
    await scene.say("ana", "g", COLOURS)
    await scene.carry()
    for line in ("/motion-set 1 method opinion", *settings, "/motion-open 1"):
        await scene.hear(scene.line("ana", "g", line, pressed="p"))


async def put(scene: Scene) -> tuple[str | None, Outgoing]:
    """The poll's name, and the letter that puts it."""
    (letter,) = [letter for _, letter in await scene.carry() if letter.poll is not None]
    with scene.running.store.session() as session:
        names = list(session.scalars(select(Letter.poll).where(Letter.poll.is_not(None))))
    return names[0] if names else None, letter


async def ask(scene: Scene, *settings: str) -> tuple[str, Outgoing]:
    """Ana has asked: the poll's name, and the letter that puts it."""
    await opened(scene, *settings)
    name, letter = await put(scene)
    assert name is not None
    return name, letter


def answer(scene: Scene, who: str, poll: str, *chosen: int, ref: str = "") -> Utterance:
    line = scene.line(who, "g", "", ref)
    return replace(line, place=Place("wire", ""), message="", poll=poll, chosen=chosen)


def ballots(scene: Scene) -> dict[str, object]:
    """By name: the place of what somebody chose, or all of them."""
    with scene.running.store.session() as session:
        places = {o.id: o.place for d in session.scalars(select(Decision)) for o in d.options}
        found = session.execute(select(Person.name, Ballot).where(Ballot.person_id == Person.id))
        return {
            name: places[ballot.option_id] if ballot.option_id else ballot.marks
            for name, ballot in found
        }


def words(said: list[tuple[str, Outgoing]]) -> list[str]:
    return [f"{chat}: {plain(letter.text)}" for chat, letter in said]


async def test_it_is_put_as_a_poll_that_says_it_decides_nothing(scene: Scene) -> None:
    _, letter = await ask(scene)
    assert letter.poll is not None and letter.kind is Kind.MESSAGE
    assert "only an opinion, it decides nothing" in letter.poll.question
    assert letter.poll.question.startswith("🗳 Which colour? · 1 ·")
    assert letter.poll.answers == ("red", "green", "blue") and letter.poll.most == 1


async def test_answers_count_change_and_are_taken_back_and_the_poll_is_not_said_again(
    scene: Scene,
) -> None:
    poll, _ = await ask(scene)
    await scene.hear(answer(scene, "ben", poll, 2), answer(scene, "cem", poll, 3))
    assert ballots(scene) == {"Ben": 2, "Cem": 3}
    await scene.hear(answer(scene, "ben", poll, 1), answer(scene, "cem", poll))
    assert ballots(scene) == {"Ben": 1}
    await scene.hear(answer(scene, "cem", poll))
    assert await scene.carry() == []


async def test_heard_twice_it_counts_once_and_what_is_typed_counts_as_well(scene: Scene) -> None:
    poll, _ = await ask(scene)
    line = answer(scene, "ben", poll, 2, ref="u7")
    await scene.hear(line)
    await scene.say("ben", "g", "/vote 1 blue")
    await scene.hear(line)
    assert ballots(scene) == {"Ben": 3}


async def test_several_answers(scene: Scene) -> None:
    poll, letter = await ask(scene, "/motion-set 1 most 2")
    assert letter.poll is not None and letter.poll.most == 2
    await scene.hear(answer(scene, "ben", poll, 1, 3), answer(scene, "cem", poll, 2))
    assert ballots(scene) == {"Ben": {"1": 1, "3": 1}, "Cem": {"2": 1}}
    await scene.hear(answer(scene, "ben", poll), answer(scene, "cem", poll, 3, 2, 1))
    assert ballots(scene) == {"Cem": {"3": 1, "2": 1}}
    assert await scene.carry() == []


async def test_a_strangers_answer_counts_nothing_is_kept_nowhere_and_not_talked_about(
    scene: Scene,
) -> None:
    poll, _ = await ask(scene)
    await scene.hear(answer(scene, "zoe", poll, 1))
    assert ballots(scene) == {} and await scene.carry() == []
    with scene.running.store.session() as session:
        assert not session.scalar(select(func.count()).where(Account.ref == "zoe"))


async def test_who_came_later_is_told_in_private(scene: Scene) -> None:
    poll, _ = await ask(scene)
    await scene.say("zoe", "g", "/join")
    await scene.say("zoe", "zoe", "/start")
    await scene.carry()
    await scene.hear(answer(scene, "zoe", poll, 1))
    (said,) = words(await scene.carry())
    assert said.startswith("zoe: You can’t vote in this one")
    assert ballots(scene) == {}


async def test_numbers_that_no_answer_has_change_nothing(scene: Scene) -> None:
    poll, _ = await ask(scene)
    for chosen in ((0,), (4,), (10**30,)):
        await scene.hear(answer(scene, "ben", poll, *chosen))
    await scene.hear(answer(scene, "ben", "poll-of-somebody", 1))
    assert ballots(scene) == {}
    assert all(chat == "ben" for chat, _ in await scene.carry())


async def test_closed_it_ends_and_the_result_is_said_whole(scene: Scene) -> None:
    poll, letter = await ask(scene)
    ref = poll.removeprefix("poll-")
    await scene.hear(answer(scene, "ben", poll, 2), answer(scene, "cem", poll, 2))
    await scene.say("ana", "g", "/vote 1 red")
    await scene.carry()
    await scene.say("ana", "g", "/close 1")
    said = await scene.carry()
    (ended,) = [letter for _, letter in said if letter.poll is not None]
    assert (ended.kind, ended.ref) == (Kind.EDIT, ref) and ended.poll and ended.poll.closed
    assert ended.id != letter.id
    (result,) = [text for text in words(said) if "nothing is decided" in text]
    assert "red: 1 · green: 2 · blue: 0; 3 of 3 voted" in result
    await scene.hear(answer(scene, "ben", poll, 1))
    assert ballots(scene)["Ben"] == 2


async def test_shown_anew_the_old_one_ends_and_what_was_answered_there_counts(
    scene: Scene,
) -> None:
    poll, _ = await ask(scene)
    await scene.say("cem", "g", "/card 1")
    polls = {letter.kind: letter.poll for _, letter in await scene.carry()}
    old, new = polls[Kind.EDIT], polls[Kind.MESSAGE]
    assert old is not None and old.closed and new is not None and not new.closed
    with scene.running.store.session() as session:
        names = set(session.scalars(select(Letter.poll).where(Letter.poll.is_not(None))))
    (newest,) = names - {poll}
    await scene.hear(answer(scene, "ben", poll, 2), answer(scene, "cem", newest or "", 1))
    assert ballots(scene) == {"Ben": 2, "Cem": 1}


async def test_in_private_and_after_its_end_it_is_a_card(scene: Scene) -> None:
    await ask(scene)
    await scene.say("ben", "ben", "/card 1")
    ((chat, card),) = await scene.carry()
    assert chat == "ben" and card.poll is None and len(card.keys) == 3
    await scene.say("ana", "g", "/close 1")
    await scene.carry()
    await scene.say("ben", "g", "/card 1")
    (_, shown) = (await scene.carry())[-1]
    assert shown.kind is Kind.MESSAGE and shown.poll is None
    assert "closed" in plain(shown.text)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("?" * 301, ("red", "green")),
        ("Which?", ("red", "g" * 101)),
        ("Which?", ("red", "red")),
        ("Which?", ("red", " ")),
        ("Which?", ("red",)),
        ("Which?", tuple("abcdefghijk")),
    ],
)
def test_what_does_not_fit_into_a_poll_is_asked_by_a_card(
    question: str, answers: tuple[str, ...]
) -> None:
    assert Poll("?" * 300, ("g" * 100, *"abcdefghi")).fits
    assert not Poll(question, answers).fits


async def test_where_a_card_had_to_stand_in_it_lives_as_ever(scene: Scene) -> None:
    scene.wire.polls = False
    await opened(scene)
    _, letter = await put(scene)
    assert letter.poll is not None
    await scene.say("ben", "g", "/vote 1 red")
    ((_, edit), *_) = [each for each in await scene.carry() if each[1].kind is Kind.EDIT]
    assert edit.poll is None and "1 of 3" in plain(edit.text) and len(edit.keys) == 3
    await scene.say("ana", "g", "/close 1")
    (_, closed), *_ = await scene.carry()
    assert closed.kind is Kind.EDIT and closed.poll is None and "closed" in plain(closed.text)


async def test_a_crash_before_it_was_written_down_says_the_same_letter_again(scene: Scene) -> None:
    await opened(scene)
    bag, now = scene.running.courier._bag, scene.time()
    here = {"wire": 1}
    while (errand := bag.due(now, here)[0]).outgoing.poll is None:
        bag.said(errand, errand.outgoing.ref, now)
    assert bag.due(now, here) == [errand] and errand.version == 1
    await scene.carry()
    assert bag.due(now, here) == []
