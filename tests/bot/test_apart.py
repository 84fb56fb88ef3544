"""Work in a transaction of its own, and messages that are kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.app import StoreFailed
from bot.platforms import Kind, Lost, Outgoing, TryLater
from handlers.turn import Apart, Button, Fleeting, Says, Tell, Turn, wire
from models.base import Refused
from models.decision import Decision
from models.line import Heard, SetAside
from models.person import Person
from tests.bot.conftest import Scene

CANARY = "dahlia"


@pytest.fixture
def plays(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Turn], Says]], None]:
    """Lets `/polls` do something else."""
    commands = scene.running.ear.house.router.commands

    def play(handler: Callable[[Turn], Says]) -> None:
        monkeypatch.setitem(
            commands, "polls", replace(commands["polls"], handler=handler, unkept=True)
        )

    return play


def count(scene: Scene, table: type) -> int:
    with scene.running.store.session() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def texts(said: list[tuple[str, Outgoing]]) -> str:
    return " ".join(str(letter.text) for _, letter in said)


def in_files(scene: Scene, word: str) -> bool:
    database = Path(scene.running.store.engine.url.database or "")
    return any(
        word.encode() in file.read_bytes() for file in database.parent.glob(f"{database.name}*")
    )


Play = Callable[[Callable[[Turn], Says]], None]


async def test_work_apart_is_done_before_the_line_and_in_another_transaction(
    scene: Scene, plays: Play
) -> None:
    transactions: list[int] = []

    def work(session: Session) -> object:
        transactions.append(id(session))
        session.execute(text("UPDATE persons SET name = 'Apart' WHERE name = 'Ana'"))
        return "done"

    def handler(turn: Turn) -> Says:
        yield Apart(work)
        transactions.append(id(turn.session))
        assert turn.session.scalar(select(Person.name).where(Person.name == "Apart"))
        yield Tell("name-chosen", name=f"{turn.apart}")

    plays(handler)
    await scene.hear(
        scene.line("ana", "g", "/poll One?"),
        scene.line("ben", "g", "/polls"),
        scene.line("ana", "g", "/poll Two?"),
    )
    assert len(transactions) == len(set(transactions)) == 2
    assert count(scene, Decision) == 2
    assert "done" in texts(await scene.carry())


async def test_a_crash_between_the_two_makes_the_line_heard_again(
    scene: Scene, plays: Play
) -> None:
    """The database is gone once the work is committed: nothing is heard, until it is back."""
    done: list[str] = []
    gone = [True]

    def work(session: Session) -> object:
        done.append("again" if done else "first")
        return done[-1]

    def handler(turn: Turn) -> Says:
        yield Apart(work)
        if gone.pop() if gone else False:
            raise OperationalError("gone", None, Exception())
        yield Tell("name-chosen", name=f"{turn.apart}")

    plays(handler)
    line, before = scene.line("ben", "g", "/polls"), count(scene, Heard)
    with pytest.raises(StoreFailed):
        await scene.hear(line)
    assert (count(scene, Heard), done) == (before, ["first"])
    await scene.hear(line)
    assert (count(scene, Heard), done) == (before + 1, ["first", "again"])
    assert "again" in texts(await scene.carry())
    await scene.hear(line)
    assert len(done) == 2


async def test_what_the_work_refuses_is_told_and_leaves_nothing(scene: Scene, plays: Play) -> None:
    def work(session: Session) -> object:
        session.execute(text("UPDATE persons SET name = 'Apart' WHERE name = 'Ana'"))
        raise Refused("refused-past")

    def handler(turn: Turn) -> Says:
        yield Apart(work)
        yield Tell("name-chosen", name=CANARY)

    plays(handler)
    await scene.hear(scene.line("ben", "g", "/polls"))
    said = texts(await scene.carry())
    assert "still to come" in said
    assert CANARY not in said
    with scene.running.store.session() as session:
        assert not session.scalar(select(Person.id).where(Person.name == "Apart"))
    assert count(scene, SetAside) == 0


def _fleeting(turn: Turn) -> Says:
    yield Fleeting("name-chosen", name=CANARY, buttons=[Button(CANARY, wire("polls"))])


async def test_a_fleeting_message_is_said_and_kept_nowhere(scene: Scene, plays: Play) -> None:
    await scene.say("ben", "ben", "/help")
    await scene.carry()
    plays(_fleeting)
    await scene.hear(scene.line("ben", "ben", "/polls", pressed="p7"))
    said = await scene.carry()
    assert [letter.kind for _, letter in said] == [Kind.EDIT, Kind.TOAST]
    edit, toast = (letter for _, letter in said)
    assert (edit.ref, toast.press, edit.seed) == ("ben:0", "p7", False)
    assert CANARY in texts(said)
    assert edit.keys[0].label == CANARY
    assert not in_files(scene, CANARY)
    with scene.running.store.session() as session:
        letters = session.execute(text("SELECT count(*) FROM letters WHERE press = 'p7'"))
        assert letters.scalar() == 0


async def test_the_search_in_the_files_finds_what_is_kept(scene: Scene) -> None:
    await scene.say("ana", "g", f"/poll {CANARY}?")
    assert in_files(scene, CANARY)


async def test_a_fleeting_message_waits_and_stands_in_for_one_that_is_gone(
    scene: Scene, plays: Play
) -> None:
    plays(_fleeting)
    scene.wire.trouble["ben"] = [TryLater(0.01), Lost()]
    await scene.hear(scene.line("ben", "ben", "/polls", pressed="p7"))
    said = await scene.carry()
    assert [letter.kind for _, letter in said] == [Kind.MESSAGE, Kind.TOAST]


async def test_fleeting_messages_keep_their_order_in_a_chat(scene: Scene, plays: Play) -> None:
    numbers = iter("123456789")

    def handler(turn: Turn) -> Says:
        yield Fleeting("name-chosen", name=next(numbers))

    plays(handler)
    scene.wire.trouble["ben"] = [TryLater(0.02)]
    await scene.hear(*(scene.line("ben", "ben", "/polls", pressed=f"p{n}") for n in range(9)))
    edits = [str(e.text) for _, e in await scene.carry() if e.kind is Kind.EDIT]
    assert [next(c for c in text if c.isdigit()) for text in edits] == list("123456789")


async def test_numbers_press_what_stands_fleeting_until_something_newer_does(
    scene: Scene, plays: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be pressed: the buttons of a fleeting message are held in memory."""
    house = replace(scene.running.ear.house, numbered=frozenset({"wire"}))
    monkeypatch.setattr(scene.running.ear, "house", house)
    await scene.say("ben", "ben", "/help")
    await scene.carry()
    heard: list[tuple[str, bool]] = []

    def handler(turn: Turn) -> Says:
        heard.append((turn.touched, turn.pressed))
        yield from _fleeting(turn)

    plays(handler)
    await scene.hear(scene.line("ben", "ben", "/polls", pressed="p7"))
    (_, first), *_ = await scene.carry()
    assert first.hint
    await scene.say("ben", "ben", "1")
    assert heard == [("ben:0", True), ("ben:0", True)]
    await scene.say("ben", "ben", "/start")
    await scene.carry()
    await scene.say("ben", "ben", "1")
    assert len(heard) == 2


async def test_what_breaks_is_set_aside_without_what_was_said(scene: Scene, plays: Play) -> None:
    def broken(turn: Turn) -> Says:
        raise ZeroDivisionError

    plays(broken)
    await scene.hear(scene.line("ben", "ben", f"/polls {CANARY}", pressed="p7"))
    with scene.running.store.session() as session:
        assert session.scalars(select(SetAside)).one().line == ""


async def test_words_continue_a_fleeting_message_until_something_newer_stands(
    scene: Scene, plays: Play
) -> None:
    def name() -> str:
        with scene.running.store.session() as session:
            return session.scalars(select(Person.name).where(Person.name.like("Ben%"))).one()

    plays(
        lambda turn: iter(
            [
                Fleeting(
                    "name-chosen", name=CANARY, buttons=[Button("x", wire("polls"))], answer="/name"
                )
            ]
        )
    )
    await scene.hear(scene.line("ben", "ben", "/polls", pressed="p7"))
    await scene.carry()
    await scene.say("ben", "ben", "Ben from next door")
    assert name() == "Ben from next door"
    await scene.say("ben", "ben", "/start")
    await scene.carry()
    await scene.say("ben", "ben", "Benjamin")
    assert name() == "Ben from next door"


async def test_words_in_private_that_break_are_not_kept(
    scene: Scene, plays: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(turn: Turn, text: str) -> Says:
        raise LookupError(text)
        yield

    monkeypatch.setattr(scene.running.ear.house.router, "otherwise", broken)
    await scene.say("ben", "ben", CANARY)
    with scene.running.store.session() as session:
        (aside,) = session.scalars(select(SetAside))
        assert (aside.line, CANARY in aside.reason) == ("", False)
