"""Chats as platforms tell of them: greeted, left, moved, topics, and who is greeted at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from bot.composing import running
from bot.platforms import Delivery, Event, Place, Shut, Speaker, Utterance
from bot.replay import VirtualTime
from bot.store import Store, keys
from models.assembly import Assembly, Chat, Sort
from models.base import Base
from models.person import Account
from models.post import Letter, State
from tests.bot.conftest import START, Scene, Wire


def place(chat: str, topic: str = "", *, private: bool = False) -> Place:
    return Place("wire", chat, topic, private=private)


def person(who: str, language: str = "en") -> Speaker:
    return Speaker(who, who.title(), who, language)


Told = Literal["added", "removed", "moved", "titled", "blocked", "opened", "unreadable"]


def told(
    scene: Scene, name: Told, chat: str, who: str = "", *, detail: str = "", language: str = "en"
) -> Event:
    about = person(who, language) if who else None
    where = place(chat, private=chat == who)
    return Event(f"e{next(scene.numbers)}", where, name, about, detail)


async def hear(scene: Scene, *lines: Utterance | Event) -> list[str]:
    """What is said thereupon, as `chat: text`."""
    await scene.running.hear(Delivery("wire", lines))
    return [
        f"{chat}: {''.join(map(str, letter.text))[:40]}" for chat, letter in await scene.carry()
    ]


def in_topic(scene: Scene, who: str, chat: str, topic: str, text: str) -> Utterance:
    return Utterance(f"r{next(scene.numbers)}", place(chat, topic), person(who), text, message="m")


@contextmanager
def rows(scene: Scene) -> Iterator[Session]:
    with scene.running.store.session() as session:
        yield session


async def closed(tmp_path: Path) -> Scene:
    """An instance that greets no strangers' groups, once its first commune is founded."""
    store = Store(f"sqlite:///{tmp_path}/closed.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    wire, time = Wire(), VirtualTime(START)
    house = running(
        store, {"wire": wire}, time, language="en", zone="UTC", strict=True, open_to_all=False
    )
    scene = Scene(house, wire, time)
    assert len(await hear(scene, scene.line("ana", "g", "/found Home"))) == 1
    return scene


async def test_a_stranger_is_greeted_in_their_language_and_only_once(scene: Scene) -> None:
    said = await hear(scene, told(scene, "added", "new", "dora", language="de-AT"))
    assert len(said) == 1
    assert said[0].startswith("new: Hallo, ich bin Kommune.")
    assert await hear(scene, told(scene, "added", "new", "dora", language="de")) == []


async def test_a_closed_instance_is_silent_among_strangers(tmp_path: Path) -> None:
    scene = await closed(tmp_path)
    for text in ("/found Rent", "/help", "/nonsense", "hello"):
        line = scene.line("dora", "new", text)
        assert await hear(scene, told(scene, "added", "new", "dora"), line) == []
    assert await hear(scene, told(scene, "unreadable", "new")) == []
    with rows(scene) as session:
        assert [one.name for one in session.scalars(select(Assembly))] == ["Home"]
    scene.running.store.close()


async def test_a_closed_instance_answers_neighbours_in_private(tmp_path: Path) -> None:
    scene = await closed(tmp_path)
    assert len(await hear(scene, scene.line("dora", "dora", "/start"))) == 1
    scene.running.store.close()


async def test_a_closed_instance_greets_where_a_member_brings_it(scene: Scene) -> None:
    scene.running.ear.house = replace(scene.running.ear.house, open=False)
    assert len(await hear(scene, told(scene, "added", "new", "ben"))) == 1
    assert len(await hear(scene, scene.line("dora", "new", "/help"))) == 1
    assert await hear(scene, told(scene, "added", "other", "dora")) == []


async def test_what_is_due_waits_until_somebody_speaks_again(scene: Scene) -> None:
    await hear(scene, told(scene, "removed", "g"))
    said = await hear(scene, scene.line("ana", "ana", "/rename Moabit"))
    assert [line.partition(":")[0] for line in said] == ["ana"]
    poll = scene.line("ana", "ana", "/poll Paint? | yes | no | in 3 days")
    assert not [line for line in await hear(scene, poll) if line.startswith("g:")]
    with rows(scene) as session:
        parked = session.scalars(select(Letter).where(Letter.state == State.PARKED)).all()
        assert len(parked) == 1
    said = await hear(scene, scene.line("ben", "g", "/polls"))
    assert len([line for line in said if line.startswith("g:")]) == 2
    assert await hear(scene, scene.line("ben", "g", "no command")) != []


async def test_who_blocks_the_bot_is_spoken_to_again_when_they_return(scene: Scene) -> None:
    await hear(scene, scene.line("ben", "ben", "/start"))
    await hear(scene, told(scene, "blocked", "ben", "ben"))
    with rows(scene) as session:
        assert session.scalars(select(Chat).where(Chat.ref == "ben")).one().gone
    assert await hear(scene, told(scene, "opened", "ben", "ben")) == []
    with rows(scene) as session:
        assert not session.scalars(select(Chat).where(Chat.ref == "ben")).one().gone


async def test_everything_follows_when_a_group_moves(scene: Scene) -> None:
    await hear(scene, scene.line("ana", "s", "/help"))
    with capture_logs() as logs:
        said = await hear(
            scene,
            told(scene, "moved", "g", detail="s"),
            scene.line("ana", "s", "/rename Moabit"),
        )
    assert logs == []
    assert said[-1].startswith("s: ")
    with rows(scene) as session:
        chats = session.scalars(select(Chat).where(Chat.ref.in_(["g", "s"]))).all()
        assert [(chat.ref, chat.assembly and chat.assembly.name) for chat in chats] == [
            ("s", "Moabit")
        ]


async def test_a_new_title_is_known_and_the_name_stays(scene: Scene) -> None:
    await hear(scene, told(scene, "titled", "g", detail="Flowers"))
    with rows(scene) as session:
        chat = session.scalars(select(Chat).where(Chat.ref == "g")).one()
        assert (chat.title, chat.assembly and chat.assembly.name) == ("Flowers", "Wedding")


async def test_how_to_mend_what_could_not_be_decrypted(scene: Scene) -> None:
    (said,) = await hear(scene, told(scene, "unreadable", "g", "ana"))
    assert said.casefold().startswith("g: ana, ")
    assert "couldn’t decrypt" in said


async def test_a_member_founds_a_committee_in_a_topic(scene: Scene) -> None:
    said = await hear(scene, in_topic(scene, "ben", "g", "7", "/committee Rent"))
    assert len(said) == 1
    with rows(scene) as session:
        chat = session.scalars(select(Chat).where(Chat.topic == "7")).one()
        assert chat.ref == "g"
        assert chat.assembly is not None
        assert chat.assembly.sort is Sort.COMMITTEE
        assert chat.assembly.parent is not None
        assert chat.assembly.parent.name == "Wedding"
    await hear(scene, in_topic(scene, "ben", "g", "7", "/rename Heating"))
    with rows(scene) as session:
        assert set(session.scalars(select(Assembly.name))) == {"Wedding", "Heating"}


async def test_a_closed_topic_silences_no_other_place_of_its_group(scene: Scene) -> None:
    await hear(scene, in_topic(scene, "ben", "g", "7", "/committee Rent"))
    scene.wire.trouble["g"] = [Shut()]
    assert await hear(scene, in_topic(scene, "ben", "g", "7", "/tasks")) == []
    with rows(scene) as session:
        gone = {chat.topic: chat.gone for chat in session.scalars(select(Chat))}
        assert gone == {"": False, "7": True}
    said = await hear(scene, scene.line("ana", "g", "/polls"))
    assert [line.partition(":")[0] for line in said] == ["g"]
    assert len(await hear(scene, in_topic(scene, "ben", "g", "7", "/polls"))) == 2


async def test_a_stranger_founds_nothing_in_a_topic(scene: Scene) -> None:
    for text in ("/committee Mine", "/found Mine", "/council Mine"):
        await hear(scene, in_topic(scene, "dora", "g", "7", text))
    await hear(scene, in_topic(scene, "ben", "g", "7", "/found Mine"))
    with rows(scene) as session:
        assert session.scalars(select(Assembly.name)).all() == ["Wedding"]


async def test_an_unfounded_topic_speaks_for_the_whole_group(scene: Scene) -> None:
    await hear(scene, in_topic(scene, "ana", "g", "8", "/rename Moabit"))
    with rows(scene) as session:
        assert session.scalars(select(Assembly.name)).all() == ["Moabit"]


async def test_whoever_founds_may_go_on_in_the_same_breath(scene: Scene) -> None:
    with capture_logs() as logs:
        lines = [scene.line("eve", "new", text) for text in ("/found Soon", "/rename Now")]
        await hear(scene, *lines)
    assert logs == []
    with rows(scene) as session:
        assert set(session.scalars(select(Assembly.name))) == {"Wedding", "Now"}


async def test_who_is_forgotten_and_then_blocks_the_bot_stays_forgotten(scene: Scene) -> None:
    await scene.say("ben", "ben", "/start")
    await scene.carry()
    await scene.say("ben", "ben", "/forget")
    asked = (await scene.carry())[-1][1]
    await scene.hear(scene.line("ben", "ben", asked.keys[0].line, pressed="p"))
    await hear(scene)
    scene.time.present += timedelta(minutes=1)
    await hear(scene, told(scene, "blocked", "ben", "ben"))
    scene.time.present += timedelta(minutes=15)
    await scene.running.beat()
    with rows(scene) as session:
        assert session.scalars(select(Account).where(Account.ref == "ben")).all() == []
