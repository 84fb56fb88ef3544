"""What stock nio does not withstand, and the bot must: each of these fails with nio alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nio import AsyncClient, KeysUploadResponse  # type: ignore[import-untyped]

from tests.platforms.matrix.conftest import PASSWORD
from tests.platforms.matrix.crypto.sender import ROOM, Sender, mended, said, stock, sync
from tests.synapse import Synapse

Make = Callable[..., AsyncClient]

BOTH = pytest.mark.parametrize(
    "make", [mended, pytest.param(stock, marks=pytest.mark.xfail(strict=True))]
)


def logged_in(make: Make, folder: Path) -> AsyncClient:
    client = make(folder)
    client.restore_login("@kommune:lab.test", "BOT", "token")
    return client


def bodies(client_saw: Any) -> list[str]:
    events = client_saw.rooms.join[ROOM].timeline.events
    return [event.source["content"].get("body", "") for event in events]


def olm(ciphertext: object, key: str) -> dict[str, Any]:
    sealed = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": "nobody's"}
    content = {**sealed, "ciphertext": {key: ciphertext}}
    return {"type": "m.room.encrypted", "sender": "@mallory:lab.test", "content": content}


@BOTH
@pytest.mark.parametrize("junk", [{"type": 0, "body": "junk"}, {"type": 1, "body": "AwgA"}])
async def test_junk_between_devices_stops_nothing(
    make: Make, tmp_path: Path, junk: dict[str, Any]
) -> None:
    client = logged_in(make, tmp_path)
    key = client.olm.account.identity_keys["curve25519"]
    await client.receive_response(sync(to_device=(olm(junk, key),)))


@BOTH
@pytest.mark.parametrize(
    "forged",
    [
        {
            "type": "m.room.power_levels",
            "state_key": "",
            "content": {"users": {"@dora:lab.test": 100}},
        },
        {
            "type": "m.room.member",
            "state_key": "@mallory:lab.test",
            "content": {"membership": "join"},
        },
    ],
)
async def test_no_state_hides_in_an_encrypted_event(
    make: Make, tmp_path: Path, forged: dict[str, Any]
) -> None:
    client, dora = logged_in(make, tmp_path), Sender(tmp_path)
    dora.known_to(client)
    dora.give_key(client)
    await client.receive_response(sync(dora.wrap({**forged, "room_id": ROOM})))
    room = client.rooms[ROOM]
    assert room.power_levels.users == {}
    assert list(room.users) == []


@BOTH
async def test_what_was_encrypted_for_another_room_is_not_read(make: Make, tmp_path: Path) -> None:
    client, dora = logged_in(make, tmp_path), Sender(tmp_path)
    dora.known_to(client)
    dora.give_key(client)
    response = sync(dora.wrap({**said("!join"), "room_id": "!other:lab.test"}))
    await client.receive_response(response)
    assert bodies(response) == [""]


@BOTH
async def test_a_crash_while_keys_are_uploaded_bricks_nothing(
    make: Make, tmp_path: Path, synapse: Synapse
) -> None:
    account = synapse.register(f"crash-{make.__name__}", PASSWORD)
    me, token, device = account["user_id"], account["access_token"], account["device_id"]
    before = make(tmp_path, synapse.url, me)
    before.restore_login(me, device, token)
    synapse.call("POST", "/_matrix/client/v3/keys/upload", before.olm.share_keys(), token=token)
    after = make(tmp_path, synapse.url, me)
    after.restore_login(me, device, token)
    try:
        assert isinstance(await after.keys_upload(), KeysUploadResponse)
    finally:
        await after.close()


@BOTH
async def test_a_crash_between_a_letter_and_the_key_in_it_loses_nothing(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, dora = logged_in(make, tmp_path), Sender(tmp_path)
    letter = dora.letter(client)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crash:
        crash.setattr(type(client.store), "save_inbound_group_session", killed)
        with pytest.raises(KeyboardInterrupt):
            await client.receive_response(sync(to_device=(letter,)))
    client = logged_in(make, tmp_path)
    dora.known_to(client)
    response = sync(dora.wrap(said("!up")), to_device=(letter,))
    await client.receive_response(response)
    assert bodies(response) == ["!up"]


@BOTH
async def test_keys_are_uploaded_once_all_were_used(make: Make, tmp_path: Path) -> None:
    client = logged_in(make, tmp_path)
    client.olm.account.shared = True
    await client.receive_response(sync(keys=0))
    assert client.should_upload_keys


@BOTH
async def test_what_was_read_once_is_not_read_as_another_event(make: Make, tmp_path: Path) -> None:
    client, dora = logged_in(make, tmp_path), Sender(tmp_path)
    dora.known_to(client)
    dora.give_key(client)
    once = dora.wrap(said("!close 3"))
    first = sync(once)
    await client.receive_response(first)
    assert bodies(first) == ["!close 3"]
    getattr(client.store, "remember", lambda: None)()
    client = logged_in(make, tmp_path)
    dora.known_to(client)
    again = sync({**once, "event_id": "$2", "origin_server_ts": 7}, {**once, "origin_server_ts": 1})
    await client.receive_response(again)
    assert bodies(again) == ["", "!close 3"]


@BOTH
async def test_a_key_opens_only_what_its_owner_says(make: Make, tmp_path: Path) -> None:
    client, dora = logged_in(make, tmp_path), Sender(tmp_path)
    ana = Sender(tmp_path, "@ana:lab.test", "TABLET")
    dora.known_to(client)
    ana.known_to(client)
    dora.give_key(client)
    response = sync(dora.wrap(said("!vote 12 1"), sender=ana.user))
    await client.receive_response(response)
    assert bodies(response) == [""]


@BOTH
async def test_nobody_replaces_the_key_of_another(make: Make, tmp_path: Path) -> None:
    client, dora = logged_in(make, tmp_path), Sender(tmp_path)
    mallory = Sender(tmp_path, "@mallory:lab.test", "LAPTOP")
    dora.known_to(client)
    dora.give_key(client)
    early = dora.wrap(said("!up"))
    later = dora.key.session_key
    client.olm.create_group_session(
        mallory.keys["curve25519"], mallory.keys["ed25519"], ROOM, dora.key.id, later
    )
    client = logged_in(make, tmp_path)
    dora.known_to(client)
    response = sync(early)
    await client.receive_response(response)
    assert bodies(response) == ["!up"]
