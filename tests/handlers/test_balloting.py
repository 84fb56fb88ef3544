"""Ballots where a dialog does not reach: a private chat not open yet, old and forged buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot.markup import plain
from bot.platforms import Outgoing
from handlers.turn import wire
from models.assembly import Assembly
from models.ballot import Ballot
from models.ballots import take_down
from models.counting import Dots, Method, Ranked, Score
from models.counting.column import dump_method
from models.decision import Decision
from models.option import Option
from models.person import Person
from tests.bot.conftest import Scene, empty_scene
from tests.safety.world import only, press

WORDS = ("red", "green", "blue")


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ana, Ben and Cem in Wedding, where a bot may not write first; Ana's private chat is open."""
    scene = empty_scene(tmp_path, first=False)
    for who, line in (("ana", "/found Wedding"), ("ben", "/join"), ("cem", "/join")):
        await scene.say(who, "g", line)
    await scene.say("ana", "ana", "/start")
    await scene.carry()
    yield scene
    scene.running.store.close()


def opened(scene: Scene, method: Method) -> int:
    """The id of a binding decision among three colours."""
    with scene.running.store.session() as session, session.begin():
        home = only(session, Assembly, name="Wedding")
        decision = Decision(
            assembly=home,
            number=home.next_number("decision"),
            title="Which colour?",
            binding=True,
            opened_at=scene.time(),
            closes_at=scene.time() + timedelta(days=1),
            method=dump_method(method),
            options=[Option(place=n, words=word) for n, word in enumerate(WORDS, 1)],
        )
        session.add(decision)
        session.flush()
        take_down(session, decision)
        return decision.id


async def pressed(
    scene: Scene, who: str, chat: str, *line: str | int
) -> list[tuple[str, Outgoing]]:
    name, *args = line
    heard = scene.line(who, chat, wire(str(name), *args), pressed=f"p{next(scene.numbers)}")
    await scene.hear(heard)
    return await scene.carry()


def ballots(scene: Scene) -> dict[str, object]:
    """Marks by name."""
    with scene.running.store.session() as session:
        query = select(Person.name, Ballot.marks).join(Person, Person.id == Ballot.person_id)
        return dict(session.execute(query).all())


async def test_the_door_leads_straight_to_the_ballot(scene: Scene) -> None:
    number = opened(scene, Score())
    said = await pressed(scene, "ben", "g", "ballot", number)
    assert [letter.door for _, letter in said] == [f"ballot_{number}"]
    await scene.say("ben", "ben", f"/start ballot_{number}")
    (form,) = [letter for chat, letter in await scene.carry() if chat == "ben"]
    assert [key.label for key in form.keys] == list(WORDS)


async def test_a_ballot_comes_in_private_even_when_it_is_asked_for_in_the_group(
    scene: Scene,
) -> None:
    number = opened(scene, Ranked())
    said = await pressed(scene, "ana", "g", "ballot", number)
    assert {chat for chat, letter in said if letter.keys} == {"ana"}


@pytest.mark.parametrize(
    ("state", "tap"),
    [
        ("---", "4"), ("---", "0"), ("--", "1"), ("----", "1"), ("--?", "1"), ("99-", "send"),
        ("---", "send"), ("---", "2=9"), ("---", "x"), ("---", "1=1=1"), ("---", "back"),
    ],
)  # fmt: skip
async def test_no_forged_button_breaks_anything_or_votes(
    scene: Scene, state: str, tap: str
) -> None:
    number = opened(scene, Dots())
    said = await pressed(scene, "ana", "ana", "fill", number, state, tap)
    assert len(said) == 1
    assert "something-broke" not in plain(said[0][1].text)
    assert ballots(scene) == {}


async def test_somebody_who_came_later_is_told_why_there_is_no_ballot(scene: Scene) -> None:
    number = opened(scene, Score())
    await scene.say("dan", "g", "/join")
    await scene.carry()
    said = await pressed(scene, "dan", "g", "ballot", number)
    assert plain(said[0][1].text).startswith("You can’t vote in this one")
    said = await pressed(scene, "dan", "g", "fill", number, "5--", "send")
    assert plain(said[0][1].text).startswith("You can’t vote in this one")


async def test_nobody_enters_a_vote_for_who_cannot_vote(scene: Scene) -> None:
    opened(scene, Score())
    await scene.say("dan", "g", "/join")
    await scene.carry()
    await scene.say("ana", "g", "/cast-for 1 dan 1 2 3")
    said = await scene.carry()
    assert plain(said[0][1].text).startswith("Dan can’t vote in this one")


async def test_ones_own_vote_clears_the_mark_even_when_it_says_the_same(scene: Scene) -> None:
    opened(scene, Score())
    await scene.say("ana", "g", "/cast-for 1 ben 1 2 3")
    await scene.say("ben", "g", "/cast 1 1 2 3")
    with scene.running.store.session() as session:
        assert session.scalars(select(Ballot.caster_id)).all() == [None]


async def test_a_result_is_shown_from_what_was_kept_of_it(scene: Scene) -> None:
    number = opened(scene, Ranked())
    for who, order in (("ana", "1 2 3"), ("ben", "2 1"), ("cem", "1")):
        await scene.say(who, "g", f"/cast 1 {order}")
    scene.time.present += timedelta(days=2)
    await scene.say("ana", "g", "/close 1")
    before = plain((await scene.carry())[-1][1].text)
    with scene.running.store.session() as session, session.begin():
        session.execute(delete(Ballot))
    await press(scene, "ana", "g", "card", f"decision:{number}")
    after = plain(scene.wire.said[-1][1].text)
    table = "So many prefer the answer on the left to the one on top:\n   1  2  3"
    assert table in before and table in after
