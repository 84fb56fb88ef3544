"""Megolm messages that no client would make, with room keys of one's own."""

from __future__ import annotations

import json
from typing import Any

from vodozemac import GroupSession

from tests.element.peer import Peer

MEGOLM = "m.megolm.v1.aes-sha2"


class Forger:
    """Encrypts for a room, as this peer's device, whatever it is given."""

    def __init__(self, peer: Peer, room: str) -> None:
        self._peer = peer
        self._room = room
        self._session = GroupSession()

    async def hand_key(self, to: str, **changed: Any) -> None:
        """Give all devices of somebody the key; `changed` replaces parts of what it says."""
        key = {
            "algorithm": MEGOLM,
            "room_id": self._room,
            "session_id": self._session.session_id,
            "session_key": self._session.session_key.to_base64(),
        }
        await self._peer.whisper(to, "m.room_key", {**key, **changed})

    async def send(self, inner: Any) -> str:
        """Say this, which ought to hold `type`, `content` and `room_id`; returns the event's id."""
        plain = inner if isinstance(inner, bytes) else json.dumps(inner).encode()
        content = {
            "algorithm": MEGOLM,
            "ciphertext": self._session.encrypt(plain).to_base64(),
            "session_id": self._session.session_id,
            "sender_key": self._peer.curve25519,
            "device_id": self._peer.device,
        }
        return await self._peer.send_raw(self._room, "m.room.encrypted", content)
