"""What the bot says in an encrypted room, for exactly those who are in it now."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from bot.platforms.matrix.crypto.keys import Keys
from bot.platforms.matrix.session import Session

Device = tuple[str, str]
"""A person's Matrix id, and the id of one of their devices."""


class Sharing:
    """Encrypts for a room; whoever comes gets the key from then on, whoever goes loses it."""

    def __init__(self, session: Session, keys: Keys) -> None:
        self._session, self._keys = session, keys
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def encrypted(
        self, room: str, people: Sequence[str], kind: str, content: dict[str, Any]
    ) -> dict[str, Any]:
        """The content of the encrypted event; raises as the session does."""
        async with self._locks[room]:
            machine = self._keys.machine
            unknown = {person for person in people if person not in machine.tracked_users}
            await self._keys.ask_about(unknown | machine.users_for_key_query)
            await self._share(room, people)
            sealed: dict[str, Any] = machine.group_encrypt(room, {"type": kind, "content": content})
        # Homeservers and apps put edits and replies together by what stands outside.
        relation = {name: content[name] for name in ("m.relates_to",) if name in content}
        return {**sealed, **relation}

    async def _share(self, room: str, people: Sequence[str]) -> None:
        machine, needed = self._keys.machine, self._devices(people)
        key = machine.outbound_group_sessions.get(room)
        if key is not None and (key.expired or not key.users_shared_with <= needed):
            del machine.outbound_group_sessions[room]
            key = None
        missing = needed - key.users_shared_with if key is not None else needed
        if key is not None and not missing:
            return
        await self._keys.claim(device for device in missing if not self._talks_to(*device))
        if key is None:
            machine.create_outbound_group_session(room)
            key = machine.outbound_group_sessions[room]
        # nio would begin with another key if this one were shared already.
        key.shared = False
        for reached, messages in machine.share_group_session_parallel(
            room, people, ignore_unverified_devices=True
        ):
            path = f"/sendToDevice/m.room.encrypted/{uuid4()}"
            await self._session.raw("PUT", path, messages)
            key.users_shared_with |= reached
        key.shared = True

    def _devices(self, people: Sequence[str]) -> set[Device]:
        machine = self._keys.machine
        theirs = machine.device_store.active_user_devices
        found = {(person, device.id) for person in people for device in theirs(person)}
        return found - {(machine.user_id, machine.device_id)}

    def _talks_to(self, person: str, device: str) -> bool:
        known = self._keys.machine.device_store[person][device]
        return self._keys.machine.session_store.get(known.curve25519) is not None
