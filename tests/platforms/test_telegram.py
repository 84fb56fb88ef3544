"""Polling: nothing is confirmed before it is heard, and nothing stops it."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from typing import Any

import httpx
import pytest
import structlog

from bot.platforms import Kind, Misconfigured, Outgoing, Place, Profile
from bot.platforms.telegram import Telegram
from tests.platforms.botapi import TOKEN, ApiError, BotApi
from tests.platforms.botapi.hearing import Ear
from tests.platforms.conftest import Listening


def offsets(botapi: BotApi) -> list[int | None]:
    return [call.get("offset") for call in botapi.called("getUpdates")]


async def test_the_offset_moves_only_after_the_commit(
    botapi: BotApi, telegram: Telegram, listening: Listening
) -> None:
    ana, ear = botapi.person("Ana"), Ear()
    ear.gate = asyncio.Event()
    botapi.say(ana, "one")
    botapi.say(ana, "two")
    listening(ear)
    await ear.heard("two")
    number = botapi.queue[-1]["update_id"]
    assert ear.deliveries[0].bookmark == str(number + 1)
    for _ in range(5):  # calls during which a further poll would have arrived
        await telegram.introduce({"": Profile("Kommune", "", "", (), ())})
    assert offsets(botapi) == [None], "no further poll while it is being heard"
    assert len(botapi.queue) == 2
    ear.gate.set()
    await botapi.until(lambda: not botapi.queue)
    assert offsets(botapi) == [None, number + 1]


async def test_a_store_out_of_order_hears_the_same_again(
    botapi: BotApi, listening: Listening
) -> None:
    ana, ear = botapi.person("Ana"), Ear()
    ear.broken = 3
    botapi.say(ana, "one")
    listening(ear)
    await ear.heard("one")
    assert ear.refused == [ear.deliveries[0]] * 3
    botapi.say(ana, "two")
    await ear.heard("two")
    assert [line.text for line in ear.utterances] == ["one", "two"]


async def test_an_end_before_the_commit_loses_nothing(botapi: BotApi, listening: Listening) -> None:
    ana, ear = botapi.person("Ana"), Ear()
    ear.gate = asyncio.Event()
    botapi.say(ana, "one")
    task = listening(ear)
    await ear.heard("one")
    task.cancel()
    again = Ear()
    listening(again)
    assert (await again.heard("one")).ref == ear.utterances[0].ref


async def test_begins_at_the_bookmark(botapi: BotApi, listening: Listening) -> None:
    ana, ear = botapi.person("Ana"), Ear()
    botapi.say(ana, "long heard")
    bookmark = botapi.queue[-1]["update_id"] + 1
    botapi.say(ana, "new")
    listening(ear, str(bookmark))  # type: ignore[call-arg]
    await ear.heard("new")
    assert [line.text for line in ear.utterances] == ["new"]


async def test_repeated_and_shuffled_updates_keep_their_refs(
    botapi: BotApi, listening: Listening
) -> None:
    ana, ear = botapi.person("Ana"), Ear()
    texts = [f"text {number}" for number in range(8)]
    for text in texts:
        botapi.say(ana, text)
    botapi.queue = botapi.queue * 10
    random.Random(3).shuffle(botapi.queue)
    last = max(update["update_id"] for update in botapi.queue)
    listening(ear)
    await ear.until(lambda: len(ear.lines) == 80)
    assert {(line.ref, line.text) for line in ear.utterances} == {
        (f"u{last - 7 + number}", text) for number, text in enumerate(texts)
    }
    assert ear.deliveries[-1].bookmark == str(last + 1)


async def test_what_is_not_for_the_bot_is_not_handed_over(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana")
    rent = botapi.group("rent", ana)
    botapi.make_admin(rent, ana)
    botapi.say(ana, "among ourselves", rent)
    await botapi.until(lambda: len(offsets(botapi)) > 1 and not botapi.queue)
    assert ear.deliveries == []


async def test_junk_is_set_aside_and_the_next_is_heard(
    botapi: BotApi, ear: Ear, capsys: pytest.CaptureFixture[str]
) -> None:
    ana = botapi.person("Ana")
    chat = {"id": 1, "type": "private"}
    person = {"id": None, "is_bot": False, "first_name": "A"}
    nobody = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": "very private"}
    botapi.raw(
        {"update_id": 7, "message": {"text": "very private"}},
        {"update_id": 8, "message": 5},
        {"update_id": 9, "callback_query": {"id": "1", "from": {}, "data": "/vote"}},
        {"update_id": 10, "my_chat_member": []},
        {"update_id": 11},
        {"update_id": 12, "message": nobody},
        {"message": {}},
        "not even an object",
        None,
    )
    botapi.say(ana, "sound")
    await ear.heard("sound")
    told = capsys.readouterr().out
    assert told.count("set aside") == 5 and "update=7" in told
    assert "very private" not in told


async def test_what_lacks_a_number_does_not_stop_it(botapi: BotApi, ear: Ear) -> None:
    botapi.raw("nonsense", {"message": {}})
    began = time.monotonic()
    await botapi.until(lambda: len(offsets(botapi)) > 8)
    assert time.monotonic() - began > 8 * 0.0075, "nor does it ask without a pause"
    botapi.queue.clear()
    botapi.say(botapi.person("Ana"), "sound")
    await ear.heard("sound")


async def test_a_count_that_begins_anew_is_heard(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana")
    botapi.say(ana, "before")
    await ear.heard("before")
    await botapi.until(lambda: not botapi.queue and len(offsets(botapi)) > 1)
    await botapi.until(lambda: offsets(botapi)[-1] is None, timeout=6)
    botapi._numbers["update"] = 5
    botapi.say(ana, "after a week")
    await ear.heard("after a week")


async def test_an_unreachable_server_is_told_of_once(
    botapi: BotApi, listening: Listening, capsys: pytest.CaptureFixture[str]
) -> None:
    ear = Ear()
    botapi.fail("getMe", None, ApiError(502, "Bad Gateway"), ApiError(500, "Internal"))
    botapi.fail("getUpdates", None, None, ApiError(502, "Bad Gateway"))
    botapi.say(botapi.person("Ana"), "still here")
    listening(ear)
    await ear.heard("still here")
    told = capsys.readouterr().out
    assert told.count("cannot be reached") == 1
    assert told.count("telegram is heard") == 1


async def test_flood_control_of_polls_is_waited_for(botapi: BotApi, ear: Ear) -> None:
    botapi.fail("getUpdates", ApiError(429, "Too Many Requests", {"retry_after": 1}))
    botapi.say(botapi.person("Ana"), "later")
    began = time.monotonic()
    await ear.heard("later")
    assert time.monotonic() - began > 0.9


async def test_a_token_not_taken_is_for_the_operator(botapi: BotApi) -> None:
    telegram = Telegram("1:wrong", botapi.url)
    with pytest.raises(Misconfigured, match="KOMMUNE_TELEGRAM_TOKEN") as told:
        await asyncio.wait_for(telegram.listen(Ear().hear, None), timeout=5)
    assert "wrong" not in str(told.value) and told.value.__cause__ is None
    await telegram.close()


@pytest.mark.parametrize("token", ["", "no number", "1:with a newline\n", "1:../../x"])
def test_what_cannot_be_a_token_is_for_the_operator(token: str) -> None:
    with pytest.raises(Misconfigured, match="KOMMUNE_TELEGRAM_TOKEN"):
        Telegram(token)


async def test_a_webhook_is_taken_away_without_losing_what_waits(
    botapi: BotApi, listening: Listening, capsys: pytest.CaptureFixture[str]
) -> None:
    ear = Ear()
    botapi.webhook = "https://example.org/hook"
    botapi.say(botapi.person("Ana"), "waited")
    listening(ear)
    await ear.heard("waited")
    assert "a webhook was set for this token, it is removed" in capsys.readouterr().out


async def test_another_process_that_polls_is_told_of(
    botapi: BotApi, ear: Ear, capsys: pytest.CaptureFixture[str]
) -> None:
    await botapi.until(lambda: len(botapi.called("getUpdates")) > 1)
    async with httpx.AsyncClient() as other:
        await other.get(f"{botapi.url}/bot{TOKEN}/getUpdates")
    botapi.say(botapi.person("Ana"), "still heard")
    await ear.heard("still heard")
    assert "another process polls" in capsys.readouterr().out
    assert botapi.called("deleteWebhook") == []


async def test_the_token_reaches_no_log(
    botapi: BotApi, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    telegram = Telegram(TOKEN, botapi.url, poll_timeout=1, first_wait=0.01)
    caplog.set_level(logging.DEBUG)
    logging.getLogger("telegram.Bot").warning("said at %s/bot%s/getMe", botapi.url, TOKEN)
    ana, ear = botapi.person("Ana"), Ear()
    botapi.fail("getMe", None)
    botapi.say(ana, "/start")
    with structlog.testing.capture_logs() as lines:
        task = asyncio.create_task(telegram.listen(ear.hear, None))
        await ear.heard("/start")
        task.cancel()
        place = Place("telegram", str(ana.id), private=True)
        await telegram.say(place, Outgoing("1", Kind.MESSAGE, text=("a secret",)))
        botapi.fail("sendMessage", None)
        with pytest.raises(Exception, match="wait"):
            await telegram.say(place, Outgoing("1", Kind.MESSAGE, text=("a secret",)))
    await telegram.close()
    everything: list[Any] = [caplog.text, lines, capsys.readouterr(), repr(telegram)]
    assert "<token>" in caplog.text, "the redaction was put to the test"
    assert TOKEN not in str(everything) and "a secret" not in str(everything)


async def test_it_says_when_all_that_waited_has_been_heard(
    botapi: BotApi, listening: Listening
) -> None:
    ana, ear = botapi.person("Ana"), Ear()
    for number in range(150):
        botapi.say(ana, f"text {number}")
    ear.gate = asyncio.Event()
    listening(ear)
    await ear.heard("text 0")
    assert not ear.caught_up
    ear.gate.set()
    await ear.until(lambda: ear.caught_up)
    assert len(ear.lines) == 150
