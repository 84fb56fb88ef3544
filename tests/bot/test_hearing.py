"""One delivery, one transaction: heard once, whole or not at all, and nobody is held up."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import event, func, select
from structlog.testing import capture_logs

from bot.app import StoreFailed
from bot.platforms import Delivery
from handlers.turn import Says, Turn
from models.ballot import Ballot
from models.base import Refused
from models.decision import Decision
from models.line import Bookmark, Heard, SetAside
from tests.bot.conftest import Scene


def rows(scene: Scene, table: type) -> int:
    with scene.running.store.session() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def decision(scene: Scene) -> Decision:
    with scene.running.store.session() as session:
        return session.scalars(select(Decision).order_by(Decision.id)).one()


async def test_a_line_told_ten_times_in_any_order_is_heard_once(scene: Scene) -> None:
    await scene.say("ana", "g", "/poll Paint the gate?")
    vote = decision(scene)
    lines = [
        scene.line(who, "g", f"/vote {vote.id} {vote.options[n].id}", pressed=f"p{n}")
        for n, who in enumerate(["ana", "ben", "cem"])
    ]
    told = lines * 10
    random.Random(7).shuffle(told)
    for part in (told[:11], told[11:]):
        await scene.hear(*part)
    assert rows(scene, Ballot) == 3
    toasts = [letter for _, letter in await scene.carry() if letter.kind == "toast"]
    assert len(toasts) == 3


async def test_the_bookmark_is_kept_with_what_was_heard(scene: Scene) -> None:
    await scene.hear(scene.line("ana", "g", "/poll One?"), bookmark="41")
    with scene.running.store.session() as session:
        assert session.get_one(Bookmark, "wire").value == "41"
        assert session.scalar(select(func.count()).select_from(Decision)) == 1


async def test_each_statement_may_fail_and_nothing_is_half_done(scene: Scene) -> None:
    """Every SQL statement of a delivery is made to fail in turn; then all goes well."""
    engine = scene.running.store.engine
    await scene.say("ana", "g", "/poll Paint the gate?")
    vote = decision(scene)
    press = scene.line("ben", "g", f"/vote {vote.id} {vote.options[0].id}", pressed="p")
    before = {table: rows(scene, table) for table in (Ballot, Heard)}
    failed, countdown = 0, [0]

    def fail(*_: object) -> None:
        countdown[0] -= 1
        if countdown[0] == 0:
            raise sqlite3.OperationalError("disk I/O error")

    event.listen(engine, "before_cursor_execute", fail)
    try:
        while True:
            countdown[0] = failed + 1
            try:
                await scene.hear(press, bookmark="9")
                break
            except StoreFailed:
                failed += 1
                countdown[0] = -1
                assert {table: rows(scene, table) for table in before} == before
    finally:
        event.remove(engine, "before_cursor_execute", fail)
    assert failed > 10
    assert rows(scene, Ballot) == 1


async def test_a_line_that_breaks_is_set_aside_and_the_others_are_heard(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    polls = scene.running.ear.house.router.commands["polls"]
    tries = []

    def broken(turn: Turn) -> Says:
        tries.append(turn)
        raise ZeroDivisionError("with words of somebody in it")

    monkeypatch.setitem(
        scene.running.ear.house.router.commands, "polls", replace(polls, handler=broken)
    )
    with capture_logs() as logs:
        await scene.hear(
            scene.line("ana", "g", "/poll One?"),
            scene.line("ben", "g", "/polls"),
            scene.line("ana", "g", "/poll Two?"),
        )
    said = [letter.text for _, letter in await scene.carry()]
    assert rows(scene, Decision) == 2
    assert rows(scene, SetAside) == 1
    assert len(tries) == 1 + 5
    assert any("didn’t work" in str(text) for text in said)
    assert "words of somebody" not in str(logs)
    await scene.hear(scene.line("ben", "g", "/help"))
    assert await scene.carry()


async def test_a_refusal_half_way_leaves_nothing_behind(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A handler that changes something and then refuses: the change is undone, the no is said."""
    router = scene.running.ear.house.router

    def hasty(turn: Turn) -> Says:
        yield from router_poll(turn, "Changed my mind?")
        raise Refused("refused-past")

    router_poll = router.commands["poll"].handler
    monkeypatch.setitem(router.commands, "polls", replace(router.commands["polls"], handler=hasty))
    await scene.hear(scene.line("ben", "g", "/polls"), scene.line("ana", "g", "/poll Two?"))
    assert rows(scene, Decision) == 1
    assert rows(scene, SetAside) == 0
    assert any("still to come" in str(letter.text) for _, letter in await scene.carry())


async def test_a_locked_database_loses_nothing(scene: Scene) -> None:
    path = scene.running.store.engine.url.database
    assert path is not None
    line = scene.line("ana", "g", "/poll One?")
    with scene.running.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFailed):
        await scene.hear(line, bookmark="5")
    other.execute("ROLLBACK")
    other.close()
    await scene.hear(line, bookmark="5")
    assert rows(scene, Decision) == 1


async def test_a_damaged_database_loses_nothing(scene: Scene) -> None:
    """Whatever cannot be read is no fault of the line: nothing is set aside."""
    store = scene.running.store
    path = store.engine.url.database
    assert path is not None
    store.empty_log()
    store.engine.dispose()
    with closing(sqlite3.connect(path)) as file:
        query = "select rootpage, (select page_size from pragma_page_size) from sqlite_master"
        page, size = file.execute(f"{query} where name = 'decisions'").fetchone()
    with Path(path).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(StoreFailed):
        await scene.hear(scene.line("ana", "g", "/poll One?"), bookmark="5")
    assert rows(scene, SetAside) == 0
    assert scene.running.bookmark("wire") != "5"


async def test_letters_of_one_chat_keep_their_order(scene: Scene) -> None:
    await scene.hear(*(scene.line("ana", "g", f"/poll Question {n}?") for n in range(20)))
    said = [str(letter.text) for _, letter in await scene.carry()]
    shown = [int(text.split("Question ")[1].split("?")[0]) for text in said if "Question" in text]
    assert shown == sorted(shown)
    assert all(a < b for a, b in pairwise(shown))


async def test_a_delivery_costs_the_same_queries_however_many_lines(scene: Scene) -> None:
    await scene.say("ana", "g", "/poll Paint the gate?")
    vote = decision(scene)
    people = [f"p{n}" for n in range(60)]
    await scene.hear(*(scene.line(who, "g", "/join") for who in people))
    await scene.carry()
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    async def cost(some: list[str]) -> int:
        statements.clear()
        await scene.hear(
            *(
                scene.line(who, "g", f"/vote {vote.id} {vote.options[0].id}", pressed=f"x{who}")
                for who in some
            ),
            bookmark="1",
        )
        return len(statements)

    event.listen(scene.running.store.engine, "before_cursor_execute", note)
    await cost(people[:1])
    few, many = await cost(people[1:3]), await cost(people[3:])
    event.remove(scene.running.store.engine, "before_cursor_execute", note)
    assert many == few <= 22


async def test_nobody_speaks_for_the_clock_or_the_platform(scene: Scene) -> None:
    await scene.say("ana", "g", "/poll Paint the gate?")
    vote = decision(scene)
    for line in (
        scene.line("ben", "g", f"/poll-ends {vote.id}"),
        scene.line("ben", "g", f"/poll-ends {vote.id}", pressed="p1"),
        scene.line("ben", "g", "/left", pressed="p2"),
    ):
        await scene.running.hear(Delivery("wire", (line,)))
    assert decision(scene).closed_at is None
