from __future__ import annotations

import asyncio
import json
import logging
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.platforms import Delivery, Kind, Misconfigured, Outgoing, TryLater
from bot.platforms.matrix import arrivals
from bot.platforms.matrix.junk import Source
from tests.platforms.matrix.conftest import PASSWORD, Bot, People, adapter, new_bot
from tests.platforms.matrix_people import Person
from tests.synapse import Synapse, free_port


async def test_nothing_is_lost_or_doubled_while_the_bot_is_away(
    bot: Bot, person: People, ana: Person, room: str
) -> None:
    ben = await person("ben")
    await ben.show_as("Ben B.")
    await ana.invite(room, ben.id)
    await ben.join(room)
    await bot.ear.event("joined", room)
    await bot.stop()
    await ben.say(room, "!tasks")
    for number in range(150):
        await ana.say(room, f"!task {number}")
    await bot.restart()
    await bot.ear.utterance("/task 149")
    assert bot.ear.texts == ["/tasks", *(f"/task {number}" for number in range(150))]
    assert bot.ear.said[0].speaker.name == "Ben B."


async def test_a_first_sync_executes_no_history_but_follows_invitations(
    synapse: Synapse, tmp_path: Path, ana: Person
) -> None:
    bot = new_bot(synapse, tmp_path)
    chat = await ana.open_chat(bot.id)
    await ana.say(chat, "!task before its time")
    await bot.start()
    await bot.ear.event("opened", chat)
    await ana.say(chat, "!task now")
    await bot.ear.utterance("/task now")
    assert bot.ear.texts == ["/task now"]
    await bot.stop()


async def test_a_lost_bookmark_executes_no_history(bot: Bot, ana: Person, room: str) -> None:
    await ana.say(room, "!task once")
    await bot.ear.utterance("/task once")
    await bot.stop()
    bot.ear.deliveries.clear()
    await bot.restart()
    await ana.say(room, "!task now")
    await bot.ear.utterance("/task now")
    assert bot.ear.texts == ["/task now"]


async def test_an_invitation_not_followed_before_a_crash_is_followed_after(
    bot: Bot, ana: Person
) -> None:
    await bot.stop()
    room = await ana.create_room(bot.id)
    await bot.restart()
    await bot.ear.event("added", room)
    unseen = await ana.create_room()
    await bot.stop()
    await ana.invite(unseen, bot.id)
    moved_on = bot.synapse.call("GET", "/_matrix/client/v3/sync?timeout=0", token=_token(bot))
    bot.matrix = adapter(bot.synapse.url, bot.id, bot.data)
    await bot.start(moved_on["next_batch"])
    await bot.ear.event("added", unseen)


async def test_what_the_store_refused_is_handed_over_again(
    bot: Bot, ana: Person, room: str
) -> None:
    bot.ear.refusals = 2
    await ana.say(room, "!task once")
    await bot.ear.utterance("/task once")
    delivery = bot.ear.deliveries[-1]
    assert bot.ear.refused == [delivery, delivery]
    assert bot.ear.texts == ["/task once"]


async def test_a_store_out_of_order_at_the_start_is_waited_for(
    bot: Bot, ana: Person, room: str
) -> None:
    refused: list[Delivery] = []

    async def hear(delivery: Delivery) -> None:
        if delivery == Delivery("matrix", ()) and not refused:
            refused.append(delivery)
            raise RuntimeError("the store is out of order")
        await bot.ear.hear(delivery)

    await bot.deafen()
    bot.ear.caught_up = False
    bot.listening = asyncio.create_task(bot.matrix.listen(hear, bot.ear.bookmark))
    await ana.say(room, "!task once")
    await bot.ear.utterance("/task once")
    await bot.ear.until(lambda: bot.ear.caught_up)
    assert len(refused) == 1


async def test_an_idle_sync_is_not_handed_over(bot: Bot, ana: Person, room: str) -> None:
    heard = len(bot.ear.deliveries)
    for number in range(3):
        await ana.say(room, f"chatter {number}")
    await ana.say(room, "!last")
    await bot.ear.utterance("/last")
    assert len(bot.ear.deliveries) == heard + 1


async def test_a_revoked_login_is_renewed(bot: Bot, ana: Person, room: str) -> None:
    old = _token(bot)
    assert stat.S_IMODE((bot.data / "matrix.json").stat().st_mode) == 0o600
    bot.synapse.call("POST", "/_matrix/client/v3/logout", {}, token=old)
    await ana.say(room, "!task meanwhile")
    await bot.ear.utterance("/task meanwhile")
    assert _token(bot) != old


async def test_a_revoked_login_that_cannot_be_renewed_is_told(
    bot: Bot, ana: Person, room: str
) -> None:
    await bot.stop()
    matrix = adapter(bot.synapse.url, bot.id, bot.data, "changed since")
    bot.synapse.call("POST", "/_matrix/client/v3/logout", {}, token=_token(bot))
    with pytest.raises(TryLater):
        await matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Hello",)))
    with pytest.raises(Misconfigured, match="KOMMUNE_MATRIX_PASSWORD"):
        await matrix.listen(bot.ear.hear, bot.ear.bookmark)
    await matrix.close()


async def test_having_caught_up_is_told_even_if_nobody_spoke(
    bot: Bot, ana: Person, room: str
) -> None:
    heard = len(bot.ear.deliveries)
    await bot.restart()
    await bot.ear.until(lambda: len(bot.ear.deliveries) > heard)
    assert bot.ear.deliveries[heard].lines == ()


async def test_the_login_is_kept(bot: Bot, ana: Person, room: str) -> None:
    old = _token(bot)
    await bot.restart()
    await ana.say(room, "!up")
    await bot.ear.utterance("/up")
    assert _token(bot) == old


async def test_a_killed_homeserver_is_waited_for(tmp_path: Path) -> None:
    with Synapse() as fragile:
        bot = new_bot(fragile, tmp_path)
        await bot.start()
        async with Person(fragile, "ana") as ana:
            room = await ana.create_room(bot.id)
            await bot.ear.event("added", room)
            letter = Outgoing("l1", Kind.MESSAGE, ("Paint?",))
            ref = await bot.matrix.say(bot.room(room), letter)
            fragile.kill()
            await asyncio.to_thread(fragile.start)
            await ana.say(room, "!back")
            await bot.ear.utterance("/back")
            assert await bot.matrix.say(bot.room(room), letter) == ref
        await bot.stop()


@pytest.mark.parametrize(
    ("user", "password", "address", "variable"),
    [
        ("@nobody:lab.test", PASSWORD, "", "KOMMUNE_MATRIX_USER"),
        ("", "wrong", "", "KOMMUNE_MATRIX_PASSWORD"),
        ("", PASSWORD, "/elsewhere", "KOMMUNE_MATRIX_HOMESERVER"),
        ("", PASSWORD, "http://", "KOMMUNE_MATRIX_HOMESERVER"),
        ("", PASSWORD, "http://matrix.invalid", "KOMMUNE_MATRIX_HOMESERVER"),
    ],
)
async def test_a_wrong_setting_is_told_in_one_sentence(
    *, synapse: Synapse, tmp_path: Path, user: str, password: str, address: str, variable: str
) -> None:
    bot = new_bot(synapse, tmp_path)
    where = address if address.startswith("http") else synapse.url + address
    matrix = adapter(where, user or bot.id, tmp_path, password)
    with pytest.raises(Misconfigured, match=variable) as told:
        async with asyncio.timeout(20):
            await matrix.listen(bot.ear.hear, None)
    assert PASSWORD not in str(told.value)
    await matrix.close()
    await bot.matrix.close()


async def test_a_homeserver_that_is_not_up_yet_is_no_mistake(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    matrix = adapter(f"http://127.0.0.1:{free_port()}", "@kommune:lab.test", tmp_path)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await matrix.listen(None, None)  # type: ignore[arg-type]
    await matrix.close()
    assert len(caplog.records) == 1


async def test_neither_words_nor_token_reach_the_log(
    bot: Bot, ana: Person, room: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("nio.rooms").debug("nothing of nio's is logged")
    await ana.send(room, "m.room.message", {"msgtype": "m.text", "format": 5, "body": "heating"})
    await ana.say(room, "!task the heating")
    await bot.ear.utterance("/task the heating")
    bot.ear.refusals = 1
    await ana.say(room, "!task the heating again")
    await bot.ear.utterance("/task the heating again")
    bot.synapse.call("POST", "/_matrix/client/v3/logout", {}, token=_token(bot))
    await ana.say(room, "!renewed")
    await bot.ear.utterance("/renewed")
    assert "RuntimeError" in caplog.text
    for secret in ("heating", "nothing of nio", _token(bot), PASSWORD):
        assert secret not in caplog.text
    assert _token(bot) not in repr(bot.matrix)


def _token(bot: Bot) -> str:
    kept: str = json.loads((bot.data / "matrix.json").read_text())["access_token"]
    return kept


async def test_after_a_long_absence_each_event_is_looked_at_once(
    bot: Bot, ana: Person, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def arrival(events: Sequence[Source], me: str) -> int | None:
        looked.append(len(events))
        return arrivals.arrival(events, me)

    monkeypatch.setattr("bot.platforms.matrix.holes.arrival", arrival)
    monkeypatch.setattr("bot.platforms.matrix.holes._PAGE", 10)
    await bot.deafen()
    for number in range(110):
        await ana.say(room, f"!task {number}")
    await bot.start(bot.ear.bookmark)
    await bot.ear.utterance("/task 109")
    assert bot.ear.texts == [f"/task {number}" for number in range(110)]
    assert max(looked) == 50
