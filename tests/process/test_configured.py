"""What the operator must mend is said in one sentence that names the setting, and no secret."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from tests.platforms.botapi import TOKEN, BotApi
from tests.process.bot import Bot
from tests.process.matrix import account
from tests.synapse import Synapse, free_port

SECRET = "correct-horse"
LOGGED = re.compile(r"\d{4}-\d\d-\d\dT\S+ \[(info|warning) ")


def one_sentence(said: tuple[int, str, str], names: str) -> None:
    """Exit code 2 and one line that names what is to be mended, apart from the log's."""
    code, out, written = said
    errors = "".join(line for line in written.splitlines(True) if not LOGGED.match(line))
    assert (code, out) == (2, ""), errors
    assert errors.count("\n") == 1, errors
    assert errors.endswith((".\n", ".\r\n"))
    assert names in errors
    for secret in (SECRET, TOKEN, TOKEN.partition(":")[2]):
        assert secret not in written


@pytest.mark.parametrize("token", [SECRET, f"7000001:{SECRET}-{SECRET}-{SECRET}"])
async def test_a_token_that_is_not_taken(botapi: BotApi, bot: Bot, token: str) -> None:
    bot.settings["TELEGRAM_TOKEN"] = token
    one_sentence(await bot.say("run"), "KOMMUNE_TELEGRAM_TOKEN")


@pytest.mark.parametrize(
    "database",
    [
        f"postgresql://kommune:{SECRET}@127.0.0.1:{{port}}/kommune",
        f"mysql://kommune:{SECRET}@localhost/kommune",
        f"sqlite:////nowhere/{SECRET}/kommune.db",
        "sqlite:///{folder}/no-database",
    ],
    ids=["away", "unknown", "nowhere", "no-database"],
)
@pytest.mark.parametrize("command", ["run", "backup"])
async def test_a_database_that_does_not_open(
    botapi: BotApi, bot: Bot, database: str, command: str
) -> None:
    (bot.folder / "no-database").write_text("This is a shopping list." * 100)
    bot.settings["DATABASE"] = database.format(port=free_port(), folder=bot.folder)
    one_sentence(await bot.say(command), "KOMMUNE_DATABASE")


async def test_a_data_folder_that_is_a_file(botapi: BotApi, bot: Bot) -> None:
    (bot.folder / "data").write_text("")
    one_sentence(await bot.say("run"), "KOMMUNE_DATA")


async def test_a_health_page_whose_port_is_taken(botapi: BotApi, bot: Bot) -> None:
    bot.settings["HEALTH"] = botapi.url.removeprefix("http://")
    one_sentence(await bot.say("run"), "KOMMUNE_HEALTH")


async def test_an_env_file_that_cannot_be_read(bot: Bot) -> None:
    (bot.folder / ".env").write_bytes(b"KOMMUNE_LANGUAGE=\xff\xfe\n")
    one_sentence(await bot.say("run"), ".env")


async def test_keys_that_are_missing_beside_a_database(botapi: BotApi, bot: Bot) -> None:
    await bot.start()
    await botapi.until(lambda: botapi.called("getUpdates"), timeout=30)
    assert await bot.stop() == 0
    (bot.folder / "data" / "keys.json").unlink()
    for command in ("run", "backup"):
        one_sentence(await bot.say(command), "keys.json")


async def test_keys_that_are_not_keys(botapi: BotApi, bot: Bot) -> None:
    (bot.folder / "data").mkdir()
    (bot.folder / "data" / "keys.json").write_text('{"1": "abc')
    one_sentence(await bot.say("run"), "keys.json")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MATRIX_HOMESERVER", "http://no-such-homeserver.invalid"),
        ("MATRIX_HOMESERVER", "{api}"),
        ("MATRIX_PASSWORD", SECRET),
        ("MATRIX_USER", "@nobody:lab.test"),
    ],
)
async def test_a_homeserver_that_does_not_let_the_bot_in(
    botapi: BotApi, synapse: Synapse, tmp_path: Path, name: str, value: str
) -> None:
    bot = Bot(tmp_path, account(synapse))
    bot.settings[name] = value.format(api=botapi.url)
    names = "KOMMUNE_MATRIX_HOMESERVER" if name == "MATRIX_HOMESERVER" else "KOMMUNE_MATRIX_"
    one_sentence(await bot.say("run"), names)


async def test_a_homeserver_that_is_away_is_waited_for(synapse: Synapse, tmp_path: Path) -> None:
    bot = Bot(tmp_path, account(synapse) | {"MATRIX_HOMESERVER": f"http://127.0.0.1:{free_port()}"})
    await bot.start()
    async with asyncio.timeout(30):
        while "introduction broke" not in bot.errors:
            await asyncio.sleep(0.05)
    assert await bot.stop() == 0
    assert "Traceback" not in bot.errors
