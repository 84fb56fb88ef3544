"""People on a homeserver, speaking its plain HTTP."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import Callable
from typing import Any, Self
from urllib.parse import quote

import aiohttp

from tests.platforms.speaking import Speaking
from tests.synapse import Synapse

Said = dict[str, Any]
PATIENCE = 20.0


def shown(event: Said) -> tuple[str, str]:
    """Of which message an event tells, and how that reads with it."""
    content = event["content"]
    if "m.new_content" in content:
        return content["m.relates_to"]["event_id"], content["m.new_content"]["body"]
    return event["event_id"], str(content.get("body", ""))


class Person(Speaking):
    """One account on the homeserver, used by hand."""

    def __init__(self, synapse: Synapse, name: str) -> None:
        account = synapse.register(f"{name}-{secrets.token_hex(4)}", "secret")
        self.id: str = account["user_id"]
        self.token: str = account["access_token"]
        self.seen: dict[str, list[Said]] = {}
        self._url = synapse.url
        self._since = ""
        self._numbers = itertools.count()
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        headers = {"Authorization": f"Bearer {self.token}"}
        self._http = aiohttp.ClientSession(headers=headers)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._http is not None:
            await self._http.close()

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        assert self._http is not None
        if body is None and method != "GET":
            body = {}
        async with self._http.request(
            method, f"{self._url}/_matrix/client/v3{path}", json=body
        ) as answer:
            found = await answer.json()
            assert answer.status == 200, found
            return found

    async def create_room(self, *invited: str, **settings: Any) -> str:
        body = {"preset": "private_chat", "invite": list(invited), **settings}
        return str((await self.call("POST", "/createRoom", body))["room_id"])

    async def open_chat(self, with_: str) -> str:
        """A direct room, as clients open it."""
        return await self.create_room(with_, preset="trusted_private_chat", is_direct=True)

    async def join(self, room: str) -> None:
        await self.call("POST", f"/join/{quote(room)}")

    async def send(self, room: str, kind: str, content: Any) -> str:
        path = f"/rooms/{quote(room)}/send/{kind}/{next(self._numbers)}"
        return str((await self.call("PUT", path, content))["event_id"])

    async def react(self, room: str, to: str, key: str) -> str:
        relation = {"rel_type": "m.annotation", "event_id": to, "key": key}
        return await self.send(room, "m.reaction", {"m.relates_to": relation})

    async def redact(self, room: str, ref: str) -> str:
        path = f"/rooms/{quote(room)}/redact/{quote(ref)}/{next(self._numbers)}"
        return str((await self.call("PUT", path))["event_id"])

    async def event(self, room: str, ref: str) -> Said:
        found: Said = await self.call("GET", f"/rooms/{quote(room)}/event/{quote(ref)}")
        return found

    async def awaits(self, room: str, wanted: Callable[[Said], bool]) -> Said:
        """The first event of the room that is wanted, as soon as it is there."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for event in self.seen.get(room, []):
                    if wanted(event):
                        return event
                await self._sync()

    async def until_member(self, room: str, person: str, membership: str = "join") -> Said:
        return await self.awaits(
            room,
            lambda event: (
                event["type"] == "m.room.member"
                and event["state_key"] == person
                and event["content"].get("membership") == membership
            ),
        )

    async def catch_up(self, room: str) -> list[Said]:
        """Every event of the room so far, known because a line of one's own came after them."""
        last = await self.say(room, "(over)")
        await self.awaits(room, lambda event: event["event_id"] == last)
        return self.seen[room]

    async def invited_to(self) -> str:
        """The next room this person is asked into."""
        async with asyncio.timeout(PATIENCE):
            while True:
                rooms = await self._sync()
                if rooms.get("invite"):
                    return str(next(iter(rooms["invite"])))

    async def _sync(self) -> Said:
        query = f"since={self._since}&timeout=10000" if self._since else "timeout=0"
        wide = quote('{"room":{"timeline":{"limit":500}}}')
        found = await self.call("GET", f"/sync?{query}&filter={wide}")
        self._since = found["next_batch"]
        rooms: Said = found.get("rooms", {})
        for section in ("join", "leave"):
            for room, info in rooms.get(section, {}).items():
                self.seen.setdefault(room, []).extend(info["timeline"]["events"])
        return rooms
