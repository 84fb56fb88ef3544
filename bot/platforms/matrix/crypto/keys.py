"""Keys that go to and fro beside the messages: uploaded, asked for, claimed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping
from typing import Any

from nio import KeysClaimResponse, KeysQueryResponse  # type: ignore[import-untyped]

from bot.platforms import TryLater
from bot.platforms.matrix.answers import Declined, reached
from bot.platforms.matrix.crypto.machine import Machine
from bot.platforms.matrix.junk import Source, at
from bot.platforms.matrix.session import Session

_log = logging.getLogger(__name__)
_AGAIN = 300.0
"""Seconds until somebody's server that did not answer is asked again."""
_PATIENCE = 10_000
"""Milliseconds that other homeservers are given to answer."""


class Keys:
    """The keys of the bot's device, and those of the devices it talks to."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asked: dict[str, float] = {}
        """When whose keys, or which device's, were asked for in vain; in the loop's time."""

    @property
    def machine(self) -> Machine:
        """The crypto of the present device; raises TryLater between two of them."""
        machine = self._session.client.olm
        if not isinstance(machine, Machine):
            raise TryLater(1)
        return machine

    async def tend(self) -> None:
        """Do what the last sync asks for; raises as the session does."""
        if self.machine.should_upload_keys:
            await self._upload()
        await self.ask_about(self.machine.users_for_key_query)
        wedged = [*self.machine.wedged_devices, *self.machine.key_request_devices_no_session]
        await self.claim((device.user_id, device.id) for device in wedged)
        await reached(self._session.client.send_to_device_messages())

    async def ask_about(self, people: Iterable[str]) -> None:
        """Know the devices of these people, as far as their servers tell."""
        asked = [person for person in sorted(people) if self._may_ask(person)]
        if not asked:
            return
        body = {"device_keys": {person: [] for person in asked}, "timeout": _PATIENCE}
        found = at(await self._session.raw("POST", "/keys/query", body), "device_keys")
        told: Mapping[str, Any] = found if isinstance(found, dict) else {}
        for person in asked:
            if person in told:
                self._take(person, told[person])
            else:
                self._in_vain(person)

    async def claim(self, devices: Iterable[tuple[str, str]]) -> None:
        """Begin to talk with these devices, as far as they have keys left for that."""
        wanted: dict[str, dict[str, str]] = {}
        for person, device in devices:
            if self._may_ask(f"{person} {device}"):
                wanted.setdefault(person, {})[device] = "signed_curve25519"
        if not wanted:
            return
        body = {"one_time_keys": wanted, "timeout": _PATIENCE}
        found = at(await self._session.raw("POST", "/keys/claim", body), "one_time_keys")
        for person, theirs in wanted.items():
            for device in theirs:
                self._begin(person, device, at(found, person, device))

    async def _upload(self) -> None:
        client = self._session.client
        try:
            await self._session.ask(client.keys_upload)
        except Declined as why:
            _log.error(
                "Matrix: the homeserver refuses the keys of this device (%s): a new one begins", why
            )
            await self._session.begin_anew()
            raise TryLater(1) from None
        self.machine.fallback_used = False

    def _take(self, person: str, devices: object) -> None:
        """Of somebody's devices, take those whose keys are well-formed."""
        theirs = devices if isinstance(devices, dict) else {}
        formed = {name: keys for name, keys in theirs.items() if _formed(person, name, keys)}
        self.machine.handle_response(KeysQueryResponse({person: formed}, {}))

    def _begin(self, person: str, device: str, key: object) -> None:
        claimed = KeysClaimResponse({person: {device: key}}, {})
        try:
            if isinstance(key, dict):
                self.machine.handle_response(claimed)
        except Exception as junk:  # a stranger's key can be anything
            _log.info("Matrix: a device's key made no sense (%s)", type(junk).__name__)
        known = self.machine.device_store[person].get(device)
        if known is None or self.machine.session_store.get(known.curve25519) is None:
            self._in_vain(f"{person} {device}")

    def _may_ask(self, whom: str) -> bool:
        last = self._asked.get(whom)
        return last is None or asyncio.get_running_loop().time() - last > _AGAIN

    def _in_vain(self, whom: str) -> None:
        now = asyncio.get_running_loop().time()
        self._asked = {one: at for one, at in self._asked.items() if now - at <= _AGAIN}
        self._asked[whom] = now


def _formed(person: str, device: str, keys: Source) -> bool:
    checked = KeysQueryResponse.from_dict({"device_keys": {person: {device: keys}}})
    return isinstance(checked, KeysQueryResponse) and "user_id" in keys
