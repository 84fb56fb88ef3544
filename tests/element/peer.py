"""A person whose client encrypts with Element's own crypto."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote

from tests.element.node import Node, Said

PATIENCE = 20.0
LONG_POLL = 10_000
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Event:
    """An event of a timeline, decrypted where that was possible."""

    id: str
    sender: str
    kind: str
    content: Said
    at: int
    state_key: str | None = None
    redacts: str | None = None
    encrypted: bool = False
    error: str | None = None
    """Why it could not be decrypted, such as `MissingRoomKey`."""
    withheld: str | None = None
    """The code with which its key was refused, such as `m.unverified`."""
    shield: str | None = None
    """What Element draws beside it: `none` (all is well), `grey` or `red`."""
    shield_code: str | None = None
    device: str | None = None
    cross_signed: bool = False
    """Its sender has signed the device it came from."""

    @property
    def body(self) -> str:
        """The words of a message; empty for what holds none or is not readable."""
        return str(self.content.get("body", ""))


@dataclass(frozen=True)
class Device:
    """Somebody's device, as a peer sees it."""

    id: str
    cross_signed: bool
    verified: bool
    curve25519: str
    ed25519: str
    name: str | None = None


@dataclass(frozen=True)
class Invite:
    """A room that a peer was asked into."""

    room: str
    by: str
    direct: bool
    encrypted: bool


class Peer:
    """One logged-in device. Timelines only grow while something is awaited or sent."""

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

    # Rooms

    async def create_room(self, *invited: str, encrypted: bool = True, **settings: Any) -> str:
        """A private room; `settings` go into the request as they are."""
        return await self._create(invited, encrypted, False, settings)

    async def open_chat(self, with_: str, encrypted: bool = True) -> str:
        """A direct room, as Element opens it."""
        return await self._create((with_,), encrypted, True, {})

    async def invite(self, room: str, person: str) -> None:
        """Ask somebody in."""
        await self.call("POST", f"/rooms/{quote(room)}/invite", {"user_id": person})

    async def join(self, room: str, via: str | None = None) -> None:
        """Enter; `via` is a server that knows the room, if one's own does not."""
        query = f"?server_name={quote(via)}&via={quote(via)}" if via else ""
        await self.call("POST", f"/join/{quote(room)}{query}")

    async def leave(self, room: str) -> None:
        """Be no member any more."""
        await self.call("POST", f"/rooms/{quote(room)}/leave")

    async def set_state(self, room: str, kind: str, content: Said, key: str = "") -> str:
        """State, never encrypted; returns the event's id."""
        path = f"/rooms/{quote(room)}/state/{kind}/{quote(key)}"
        return str((await self.call("PUT", path, content))["event_id"])

    async def state(self, room: str, kind: str, key: str = "") -> Said:
        """The content of this state as the homeserver has it."""
        found: Said = await self.call("GET", f"/rooms/{quote(room)}/state/{kind}/{quote(key)}")
        return found

    # Messages: encrypted in encrypted rooms. Each returns the id of its event.

    async def send(self, room: str, kind: str, content: Said) -> str:
        """An event of any kind."""
        return str(await self._ask("send", room=room, type=kind, content=content))

    async def say(self, room: str, text: str, **content: Any) -> str:
        """A text message."""
        return await self.send(
            room, "m.room.message", {"msgtype": "m.text", "body": text, **content}
        )

    async def reply(self, room: str, to: str, text: str, **content: Any) -> str:
        """A text message in answer to the event `to`."""
        relation = {"m.in_reply_to": {"event_id": to}}
        return await self.say(room, text, **{"m.relates_to": relation}, **content)

    async def edit(self, room: str, ref: str, text: str) -> str:
        """Put other words in the place of an earlier message's."""
        fresh = {"msgtype": "m.text", "body": text}
        relation = {"rel_type": "m.replace", "event_id": ref}
        return await self.say(
            room, f"* {text}", **{"m.new_content": fresh, "m.relates_to": relation}
        )

    async def send_file(
        self, room: str, data: bytes, name: str, mimetype: str, msgtype: str = "m.file"
    ) -> str:
        """A file, encrypted as the room is."""
        coded = base64.b64encode(data).decode()
        said = {"data": coded, "name": name, "mimetype": mimetype, "msgtype": msgtype}
        return str(await self._ask("send_file", room=room, **said))

    async def download(self, event: Event) -> bytes:
        """The file that a message speaks of, decrypted and checked."""
        return base64.b64decode(await self._ask("download", content=event.content))

    async def react(self, room: str, to: str, key: str) -> str:
        """A reaction, never encrypted."""
        relation = {"rel_type": "m.annotation", "event_id": to, "key": key}
        return await self.send_raw(room, "m.reaction", {"m.relates_to": relation})

    async def redact(self, room: str, ref: str) -> str:
        """Take an event back."""
        path = f"/rooms/{quote(room)}/redact/{quote(ref)}/{quote(f'redact-{ref}')}"
        return str((await self.call("PUT", path))["event_id"])

    # Hearing

    async def until(self, room: str, wanted: Callable[[Event], bool]) -> Event:
        """The first event of the room's timeline that is wanted, as soon as it is there."""
        return await self._first(lambda: self.timeline(room), wanted)

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

    # Trust

    async def bootstrap(self) -> None:
        """Make new cross-signing keys, publish them and sign this device with them."""
        await self._ask("bootstrap")

    async def devices(self, person: str) -> list[Device]:
        """Somebody's devices, as the homeserver knows them right now."""
        return [Device(**each) for each in await self._ask("devices", user=person)]

    async def identity(self, person: str) -> str | None:
        """The master key with which somebody signs their devices, if there is one."""
        found: str | None = await self._ask("identity", user=person)
        return found

    async def trust(self, requirement: str) -> None:
        """Whose messages are read from now on: `untrusted` (everybody's), `cross_signed` or
        `cross_signed_or_legacy`."""
        await self._ask("trust", requirement=requirement)

    # Keys that come late, or never

    async def hold_keys(self) -> None:
        """Keep the room keys for the next messages back, until `release_keys`."""
        await self._ask("keys", fate="hold")

    async def drop_keys(self) -> None:
        """Let the room keys for the next messages get lost."""
        await self._ask("keys", fate="drop")

    async def release_keys(self) -> None:
        """Send the room keys that were held back, and those to come at once."""
        await self._ask("release")

    async def rotate(self, room: str) -> None:
        """Say the next message with a new room key."""
        await self._ask("rotate", room=room)

    # Things that no honest client does

    async def encrypt(
        self, room: str, kind: str, content: Any, state_key: str | None = None
    ) -> Said:
        """The content of an `m.room.encrypted` that says this; the key is shared, nothing sent."""
        given = {} if state_key is None else {"state_key": state_key}
        found: Said = await self._ask("encrypt", room=room, type=kind, content=content, **given)
        return found

    async def send_raw(self, room: str, kind: str, content: Any) -> str:
        """Exactly this event, unencrypted even in an encrypted room."""
        return str(await self._ask("send_raw", room=room, type=kind, content=content))

    async def send_to_device(self, kind: str, messages: dict[str, dict[str, Any]]) -> None:
        """Exactly these to-device events: person, device (or `*`), content."""
        await self._ask("send_to_device", type=kind, messages=messages)

    async def whisper(self, to: str, kind: str, content: Said, device: str | None = None) -> None:
        """A to-device event of any kind, encrypted for each of somebody's devices, or for one."""
        given = {} if device is None else {"device": device}
        await self._ask("whisper", user=to, type=kind, content=content, **given)

    async def _create(
        self, invited: tuple[str, ...], encrypted: bool, direct: bool, settings: Said
    ) -> str:
        return str(
            await self._ask(
                "create_room",
                invite=list(invited),
                encrypted=encrypted,
                direct=direct,
                settings=settings,
            )
        )

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


def as_event(found: Said) -> Event:
    """What Node says of an event."""
    names = {"event_id": "id", "type": "kind", "origin_server_ts": "at"}
    known = {names.get(name, name): value for name, value in found.items() if name != "reason"}
    return Event(**known)
