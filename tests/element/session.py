"""A peer's connection: what it asks of Node, and what it hears."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from tests.element.node import Node
from tests.element.seen import Event, Invite, Said, as_event

PATIENCE = 20.0
LONG_POLL = 10_000
Thing = TypeVar("Thing")


class Session:
    """One logged-in device. What it has seen only grows while something is awaited or sent."""

    def __init__(self, node: Node, name: str, url: str, password: str) -> None:
        self.url = url
        self.password = password
        self.id = ""
        self.device = ""
        self.curve25519 = ""
        self.ed25519 = ""
        self.seen: dict[str, dict[str, Event]] = {}
        self.invites: dict[str, Invite] = {}
        self.letters: list[Said] = []
        """To-device events; `outcome`: `Decrypted`, `PlainText`, `UnableToDecrypt`, `Invalid`."""
        self._node = node
        self._name = name
        node.hears(name, self._take)

    async def login(self, user: str, device: str | None, share: str, trust: str) -> None:
        """Become this device of this account, with its keys published."""
        answer = await self._ask(
            "login",
            url=self.url,
            user=user,
            password=self.password,
            device=device,
            share=share,
            trust=trust,
        )
        self.id, self.device = answer["user"], answer["device"]
        self.curve25519, self.ed25519 = answer["curve25519"], answer["ed25519"]

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        """One request to the client API; `path` is what follows `/_matrix/client/v3`."""
        if body is None and method != "GET":
            body = {}
        given = {} if body is None else {"body": body}
        return await self._ask("call", method=method, path=path, **given)

    async def sync(self, timeout: int = 0) -> None:
        """Hear what is new, waiting `timeout` milliseconds at most if nothing is."""
        await self._ask("sync", timeout=timeout)

    async def until(self, room: str, wanted: Callable[[Event], bool]) -> Event:
        """The first event of the room's timeline that is wanted, as soon as it is there."""
        return await self._first(lambda: self.timeline(room), wanted)

    async def until_event(self, room: str, ref: str) -> Event:
        """The event with this id, readable or not."""
        return await self.until(room, lambda event: event.id == ref)

    async def until_said(self, room: str, body: str) -> Event:
        """The message with exactly these words, decrypted."""
        return await self.until(room, lambda event: event.body == body)

    async def until_letter(self, wanted: Callable[[Said], bool]) -> Said:
        """The first to-device event that is wanted."""
        return await self._first(lambda: self.letters, wanted)

    async def until_invited(self, wanted: Callable[[Invite], bool] = lambda _: True) -> Invite:
        """The first invitation that is wanted."""
        return await self._first(lambda: [*self.invites.values()], wanted)

    async def until_member(self, room: str, person: str, membership: str = "join") -> Event:
        """This person's coming or going, once it is known here."""
        return await self.until(
            room,
            lambda event: (
                event.kind == "m.room.member"
                and event.state_key == person
                and event.content.get("membership") == membership
            ),
        )

    def timeline(self, room: str) -> list[Event]:
        """The room's events so far, each as it is readable by now."""
        return [*self.seen.get(room, {}).values()]

    async def _ask(self, deed: str, **said: Any) -> Any:
        return await self._node.ask(self._name, deed, **said)

    async def _first(
        self, now: Callable[[], list[Thing]], wanted: Callable[[Thing], bool]
    ) -> Thing:
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    for each in now():
                        if wanted(each):
                            return each
                    await self.sync(LONG_POLL)
        except TimeoutError as error:
            error.add_note(f"{self.id} saw: {now()}")
            error.add_note(f"Node's standard error:\n{self._node.complaints()}")
            raise

    def _take(self, news: Said) -> None:
        if "event" in news:
            event = as_event(news["event"])
            self.seen.setdefault(news["room"], {})[event.id] = event
        elif "invite" in news:
            invite = Invite(**news["invite"])
            self.invites[invite.room] = invite
        else:
            self.letters.append(news["to_device"])
