"""Asked to end, away for a while, or unwell: nothing that was taken is left undone."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update

from models.ballot import Ballot
from models.decision import Decision
from models.ending import Ending
from models.line import Promise
from tests.platforms.botapi import ApiError, BotApi, Person
from tests.process.bot import Bot
from tests.synapse import free_port


async def says(api: BotApi, chat: int, *words: str) -> None:
    """Wait until a message of the bot holds these words; it may have to start first."""
    await api.until(
        lambda: any(all(word in text for word in words) for text in api.texts(chat)), timeout=30
    )


async def founded(api: BotApi, bot: Bot) -> tuple[Person, int]:
    """Ana's commune, with the bot running."""
    ana = api.person("Ana", language="en")
    group = api.group("Rent", ana)
    await bot.start()
    api.say(ana, "/found Rent kiez", group)
    await says(api, group, "is founded")
    return ana, group


async def test_asked_to_end_it_ends_and_letters_go_out_after_the_restart(
    botapi: BotApi, bot: Bot
) -> None:
    ana, group = await founded(botapi, bot)
    botapi.fail("sendMessage", *[ApiError(429, "Too Many", {"retry_after": 3})] * 4)
    tried = len(botapi.called("sendMessage"))
    for number in range(3):
        botapi.say(ana, f"/task Sweep {number}", group)
    await botapi.until(lambda: len(botapi.called("sendMessage")) > tried)
    began = time.monotonic()
    assert await bot.stop() == 0
    assert time.monotonic() - began < 5
    assert "Traceback" not in bot.errors
    due = bot.rows("select count(*) from letters where state = 'due'")
    assert due[0][0] >= 1
    botapi.fail("sendMessage")
    await bot.start()
    for number in range(3):
        await says(botapi, group, f"Sweep {number}")
    assert len(botapi.texts(group)) == 1 + 3


async def test_asked_to_end_while_the_network_hangs_it_ends_in_time(
    botapi: BotApi, bot: Bot
) -> None:
    ana, group = await founded(botapi, bot)
    gate = botapi.hang("sendMessage")
    botapi.say(ana, "/task Sweep", group)
    await asyncio.wait_for(gate.wait(), 5)
    assert await bot.stop() == 0
    assert bot.rows("select state from letters where slot = 'task:1'") == [("due",)]


async def test_asked_to_end_while_another_program_locks_the_database_it_ends_in_time(
    botapi: BotApi, bot: Bot
) -> None:
    ana, group = await founded(botapi, bot)
    await bot.has_said_all()
    with closing(sqlite3.connect(bot.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        botapi.say(ana, "/task Sweep", group)
        assert await bot.stop() == 0
        other.execute("ROLLBACK")
    await bot.start()
    await says(botapi, group, "Sweep")


async def test_a_vote_that_waited_counts_although_the_poll_ended_meanwhile(
    botapi: BotApi, bot: Bot
) -> None:
    ana, group = await founded(botapi, bot)
    botapi.say(ana, "/poll Paint the gate? | yes | no", group)
    await says(botapi, group, "Paint")
    await bot.has_said_all()
    assert await bot.stop() == 0
    botapi.press(ana, group, "yes")
    with bot.session() as session:
        ago = datetime.now(UTC) - timedelta(minutes=1)
        session.execute(update(Decision).values(closes_at=ago + timedelta(seconds=50)))
        session.execute(update(Promise).where(Promise.command == "poll-ends").values(due_at=ago))
        session.commit()
    await bot.start()
    await says(botapi, group, "1 of 1", "closed")
    assert await bot.stop() == 0
    with bot.session() as session:
        assert session.scalars(select(Decision)).one().outcome is Ending.PASSED
        assert len(session.scalars(select(Ballot)).all()) == 1


async def test_the_health_page_tells_whether_it_runs(botapi: BotApi, bot: Bot) -> None:
    bot.settings["HEALTH"] = f"127.0.0.1:{free_port()}"
    assert await bot.say("health") == (1, "not well\n", "")
    await founded(botapi, bot)
    assert await bot.say("health") == (0, "well\n", "")
    assert await bot.stop() == 0
    assert await bot.say("health") == (1, "not well\n", "")


async def test_a_backup_is_restored_by_the_command_line(botapi: BotApi, bot: Bot) -> None:
    ana, group = await founded(botapi, bot)
    botapi.say(ana, "/task Sweep", group)
    await says(botapi, group, "Sweep")
    await bot.has_said_all()
    assert await bot.stop() == 0
    before = everything(bot)
    with closing(sqlite3.connect(bot.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # It waits for nobody, nor does anybody wait for it.
        code, file, errors = await bot.say("backup")
    assert (code, errors) == (0, "")
    kept = [bot.database, *Path(file.strip()).parents[:1], *Path(file.strip()).parent.iterdir()]
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []
    code, _, errors = await bot.say("restore", file.strip())
    assert code == 2
    assert errors.count("\n") == 1 and "empty database" in errors
    bot.database.unlink()
    code, said, errors = await bot.say("restore", file.strip())
    assert (code, said.endswith(" rows restored\n")) == (0, True), errors
    assert everything(bot) == before
    await bot.start()
    botapi.say(ana, "/done 1", group)
    await says(botapi, group, "Sweep", "done")


def everything(bot: Bot) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    tables = bot.rows("select name from sqlite_master where type = 'table' order by name")
    return {name: sorted(bot.rows(f"select * from {name}"), key=repr) for (name,) in tables}
