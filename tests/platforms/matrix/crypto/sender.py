"""Somebody whose device is made by hand, so that it can say what no honest one would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nio import (  # type: ignore[import-untyped]
    AsyncClient,
    AsyncClientConfig,
    SyncResponse,
)
from nio.crypto import (  # type: ignore[import-untyped]
    Olm,
    OlmDevice,
    OutboundGroupSession,
)
from nio.store import SqliteStore  # type: ignore[import-untyped]

from bot.platforms.matrix.crypto.client import Client
from bot.platforms.matrix.crypto.vault import Vault
from bot.serving import present
from tests.platforms.matrix.conftest import RING

ME = "@kommune:lab.test"
ROOM = "!rent:lab.test"
NOWHERE = "http://127.0.0.1:1"


def mended(folder: Path, url: str = NOWHERE, user: str = ME) -> AsyncClient:
    """Our client, as it is after a start with this folder."""
    return Client(url, user, folder, Vault(folder, RING), present)


def stock(folder: Path, url: str = NOWHERE, user: str = ME) -> AsyncClient:
    """nio's client, the same way."""
    folder.mkdir(parents=True, exist_ok=True)
    config = AsyncClientConfig(max_limit_exceeded=0, max_timeouts=0, pickle_key="key")
    return AsyncClient(url, user, store_path=str(folder), config=config)


class Sender:
    """A device of somebody's, and the key with which it speaks in the room."""

    def __init__(self, folder: Path, user: str = "@dora:lab.test", device: str = "PHONE") -> None:
        (folder / device).mkdir(parents=True)
        self.user, self.device = user, device
        self.olm = Olm(user, device, SqliteStore(user, device, str(folder / device), "key"))
        self.key = OutboundGroupSession()
        self.key.shared = True
        self.first = self.key.session_key

    @property
    def keys(self) -> dict[str, str]:
        return dict(self.olm.account.identity_keys)

    def known_to(self, client: AsyncClient) -> None:
        """The client has asked for this person's devices."""
        client.olm.device_store.add(OlmDevice(self.user, self.device, self.keys))

    def give_key(self, client: AsyncClient, session_key: str = "") -> None:
        """The client gets the key to the room."""
        client.olm.create_group_session(
            self.keys["curve25519"],
            self.keys["ed25519"],
            ROOM,
            self.key.id,
            session_key or self.first,
        )

    def wrap(self, inner: object, ref: str = "$1", sender: str = "", at: int = 1) -> dict[str, Any]:
        """The event in the room that holds this, encrypted."""
        return self.event(self.key.encrypt(json.dumps(inner)), ref, sender, at)

    def event(self, ciphertext: str, ref: str, sender: str = "", at: int = 1) -> dict[str, Any]:
        """An encrypted event of the room."""
        content = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "ciphertext": ciphertext,
            "sender_key": self.keys["curve25519"],
            "session_id": self.key.id,
            "device_id": self.device,
        }
        named = {"event_id": ref, "sender": sender or self.user, "origin_server_ts": at}
        return {"type": "m.room.encrypted", "content": content, **named}

    def letter(self, client: AsyncClient) -> dict[str, Any]:
        """The to-device event that hands over the key to the room."""
        olm = client.olm
        olm.account.generate_one_time_keys(1)
        one_time = next(iter(olm.account.one_time_keys["curve25519"].values()))
        # What is handed out was uploaded before, and stored before that.
        olm.save_account()
        device = OlmDevice(client.user_id, client.device_id, dict(olm.account.identity_keys))
        session = self.olm.create_session(one_time, device.curve25519)
        content = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": ROOM,
            "session_id": self.key.id,
            "session_key": self.first,
        }
        sealed = self.olm._olm_encrypt(session, device, "m.room_key", content)
        return {"type": "m.room.encrypted", "sender": self.user, "content": sealed}


def said(text: str) -> dict[str, Any]:
    """What an honest device encrypts."""
    content = {"msgtype": "m.text", "body": text}
    return {"type": "m.room.message", "room_id": ROOM, "content": content}


def sync(
    *timeline: dict[str, Any],
    to_device: tuple[dict[str, Any], ...] = (),
    keys: int = 50,
    room: str = ROOM,
) -> SyncResponse:
    """A sync in which this was told."""
    news = {"timeline": {"events": list(timeline), "limited": False, "prev_batch": "s0"}}
    told = {
        "next_batch": f"s{sum(event.get('origin_server_ts', 1) for event in timeline) + 1}",
        "rooms": {"join": {room: news}},
        "to_device": {"events": list(to_device)},
        "device_one_time_keys_count": {"signed_curve25519": keys},
    }
    found = SyncResponse.from_dict(told)
    assert isinstance(found, SyncResponse)
    found.transport_response = Told(told)
    return found


class Told:
    """The answer as it came, for whoever looks into it again."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told

    async def json(self) -> dict[str, Any]:
        return self._told
