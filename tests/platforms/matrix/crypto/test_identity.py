"""The account vouches for the bot's device, also for the next one."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.belongings import pack, unpack
from bot.platforms import Kind, Misconfigured, Outgoing, TryLater
from bot.platforms.matrix.crypto.signing import USAGES, Signing, canonical
from bot.platforms.matrix.crypto.vault import NAME, Vault
from models.sealed import Keyring
from tests.element import Element, Peer
from tests.platforms.matrix.conftest import PASSWORD, RING, Bot, adapter, new_bot, offline
from tests.synapse import Synapse

HELLO = Outgoing("l1", Kind.MESSAGE, ("Hello",))


def kept(bot: Bot) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((bot.data / "matrix.json").read_text())
    return found


def master(bot: Bot) -> str:
    asked: dict[str, Any] = {"device_keys": {bot.id: []}}
    path, token = "/_matrix/client/v3/keys/query", kept(bot)["access_token"]
    found = bot.synapse.call("POST", path, asked, token=token)["master_keys"][bot.id]["keys"]
    return str(next(iter(found.values())))


async def begun_anew(bot: Bot, dora: Peer) -> None:
    """The bot has started again, and Dora's app knows its devices."""
    heard = len(bot.ear.deliveries)
    await bot.restart()
    await bot.ear.until(lambda: len(bot.ear.deliveries) > heard)
    await dora.sync()


async def test_a_lost_store_is_told_and_leads_to_a_new_device(
    bot: Bot, dora: Peer, sealed: str, caplog: pytest.LogCaptureFixture
) -> None:
    old, identity = kept(bot)["device_id"], master(bot)
    await bot.stop()
    for file in bot.data.glob("matrix.db*"):
        file.unlink()
    await begun_anew(bot, dora)
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert "the keys of the bot's device are lost" in caplog.text
    assert kept(bot)["device_id"] != old
    assert [device.id for device in await dora.devices(bot.id)] == [kept(bot)["device_id"]]
    ref = await bot.matrix.say(bot.room(sealed), HELLO)
    seen = await dora.until(sealed, lambda event: event.id == ref)
    assert (seen.body, seen.cross_signed) == ("Hello", True)
    assert master(bot) == identity


async def test_a_store_that_cannot_be_read_is_put_aside(
    bot: Bot, dora: Peer, sealed: str, caplog: pytest.LogCaptureFixture
) -> None:
    await bot.stop()
    for file in bot.data.glob("matrix.db*"):
        file.unlink()
    (bot.data / "matrix.db").write_bytes(b"no database at all" * 100)
    await begun_anew(bot, dora)
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert "matrix.db cannot be read" in caplog.text
    assert (bot.data / "matrix.unreadable").exists()


def test_a_store_in_use_is_not_put_aside(tmp_path: Path) -> None:
    client = offline("@kommune:lab.test", tmp_path).client
    client.restore_login("@kommune:lab.test", "BOT", "token")
    client.leave_store()
    with closing(sqlite3.connect(tmp_path / "matrix.db")) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM late")
        with pytest.raises(TryLater):
            client.has_keys("@kommune:lab.test", "BOT")
        other.rollback()
    assert client.has_keys("@kommune:lab.test", "BOT")


async def test_a_new_login_keeps_the_identity_and_the_keys_to_the_past(
    bot: Bot, dora: Peer, sealed: str
) -> None:
    first = await dora.say(sealed, "!task Flyers")
    await bot.ear.utterance("/task Flyers")
    identity, device = master(bot), kept(bot)["device_id"]
    token = kept(bot)["access_token"]
    bot.synapse.call("POST", "/_matrix/client/v3/logout", {}, token=token)
    await begun_anew(bot, dora)
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert kept(bot)["device_id"] != device
    await dora.reply(sealed, first, f"{bot.id}: what of this?")
    heard = await bot.ear.utterance("what of this?")
    assert heard.quoted == "!task Flyers"
    assert master(bot) == identity
    assert [device.cross_signed for device in await dora.devices(bot.id)] == [True]


async def test_after_a_restored_backup_a_new_device_has_the_old_ones_identity_and_keys(
    bot: Bot, dora: Peer, sealed: str, tmp_path: Path
) -> None:
    first = await dora.say(sealed, "!task Flyers")
    await bot.ear.utterance("/task Flyers")
    identity, packed = master(bot), list(pack(bot.data))
    await dora.say(sealed, "!meanwhile")
    await bot.ear.utterance("/meanwhile")
    await bot.stop()
    bot.data = tmp_path / "elsewhere"
    bot.data.mkdir()
    assert unpack(bot.data, packed) == ["matrix.keys", "matrix.db"]
    bot.matrix = adapter(bot.synapse.url, bot.id, bot.data)
    await begun_anew(bot, dora)
    await dora.reply(sealed, first, f"{bot.id}: what of this?")
    assert (await bot.ear.utterance("what of this?")).quoted == "!task Flyers"
    assert master(bot) == identity
    ref = await bot.matrix.say(bot.room(sealed), HELLO)
    assert (await dora.until(sealed, lambda event: event.id == ref)).cross_signed


async def test_keys_of_the_account_that_others_made_are_replaced_with_the_password(
    bot: Bot, dora: Peer, sealed: str, caplog: pytest.LogCaptureFixture
) -> None:
    identity = master(bot)
    await bot.stop()
    (bot.data / NAME).unlink()
    await begun_anew(bot, dora)
    await dora.say(sealed, "!up")
    await bot.ear.utterance("/up")
    assert "other cross-signing keys" in caplog.text
    assert master(bot) != identity


async def test_a_password_that_is_wrong_by_now_is_asked_for(bot: Bot) -> None:
    await bot.stop()
    (bot.data / NAME).unlink()
    # The login would be lost with the store: only the seeds are.
    passphrase = bot.matrix._session.client._vault.passphrase
    fresh = Vault(bot.data, RING)
    fresh._keep({"passphrase": passphrase})
    matrix = adapter(bot.synapse.url, bot.id, bot.data, "changed since")
    with pytest.raises(Misconfigured, match="KOMMUNE_MATRIX_PASSWORD") as told:
        await matrix.listen(bot.ear.hear, bot.ear.bookmark)
    assert "changed since" not in str(told.value)
    assert PASSWORD not in str(told.value)
    await matrix.close()


async def test_without_passwords_it_is_said_where_to_go(bot: Bot) -> None:
    url = "https://account.example.org/?action=org.matrix.cross_signing_reset"
    stage = "org.matrix.cross_signing_reset"
    asked = {"flows": [{"stages": [stage]}], "params": {stage: {"url": url}}, "session": "s"}
    identity = bot.matrix._identity
    with pytest.raises(Misconfigured, match="start Kommune again") as told:
        identity._confirmation(asked)
    assert url in str(told.value)


def test_the_seeds_stay_the_same_and_are_sealed(tmp_path: Path) -> None:
    seeds = Vault(tmp_path, RING).seeds("@kommune:lab.test", USAGES)
    assert Vault(tmp_path, RING).seeds("@kommune:lab.test", USAGES) == seeds
    assert Vault(tmp_path, RING).seeds("@other:lab.test", USAGES) != seeds
    written = (tmp_path / NAME).read_bytes()
    for seed in seeds.values():
        assert seed not in written
        assert seed.hex().encode() not in written
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_a_vault_of_other_keys_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Vault(tmp_path, RING).seeds("@kommune:lab.test", USAGES)
    with caplog.at_level(logging.ERROR):
        Vault(tmp_path, Keyring({1: bytes(range(32))}))
    assert "sealed with other keys" in caplog.text


def test_what_is_signed_is_canonical() -> None:
    thing = {"b": "ü", "a": {"d": 1, "c": [True, None]}, "signatures": {}, "unsigned": {"x": 1}}
    assert canonical(thing) == '{"a":{"c":[true,null],"d":1},"b":"ü"}'.encode()


def test_a_signature_is_of_one_thing_only() -> None:
    signing = Signing("@k:lab.test", {usage: bytes([n] * 32) for n, usage in enumerate(USAGES)})
    signed = signing.sign({"device_id": "A"}, "self_signing")
    assert signing.has_signed(signed, "self_signing")
    assert not signing.has_signed({**signed, "device_id": "B"}, "self_signing")
    assert not signing.has_signed(signed, "master")


def test_the_same_seed_signs_the_same_for_years() -> None:
    signing = Signing("@k:lab.test", {usage: bytes([1] * 32) for usage in USAGES})
    name = "iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w"
    assert signing.public("master") == name
    signatures = signing.sign({"device_id": "A"}, "master")["signatures"]
    signature = signatures["@k:lab.test"][f"ed25519:{name}"]
    assert signature.startswith("WEa9WxiC/w5xYbEJngZdSOSxF9lcLHfuSuaRm9SSrHvk1qS06g1K1v3JXxTPgNqj")


def expire(synapse: Synapse, token: str) -> None:
    """Let the homeserver ask for a new login of the same device, as after a session's lifetime."""
    synapse.kill()
    with closing(sqlite3.connect(synapse.data / "homeserver.db")) as database, database:
        database.execute("UPDATE access_tokens SET valid_until_ms = 1 WHERE token = ?", (token,))
    synapse.start()


async def test_a_session_that_ran_out_goes_on_with_the_same_device(
    element: Element, tmp_path: Path
) -> None:
    with Synapse() as strict:
        bot = new_bot(strict, tmp_path)
        await bot.start()
        dora = await element.person(strict, "dora")
        room = await dora.create_room(bot.id, name="rent")
        await bot.ear.event("added", room)
        device = kept(bot)["device_id"]
        await asyncio.to_thread(expire, strict, kept(bot)["access_token"])
        await dora.say(room, "!listening")
        await bot.ear.utterance("/listening")
        await bot.stop()
        await asyncio.to_thread(expire, strict, kept(bot)["access_token"])
        await dora.say(room, "!away")
        bot.matrix = adapter(strict.url, bot.id, tmp_path)
        await bot.start(bot.ear.bookmark)
        await bot.ear.utterance("/away")
        assert kept(bot)["device_id"] == device
        assert [one.id for one in await dora.devices(bot.id)] == [device]
        await bot.stop()
