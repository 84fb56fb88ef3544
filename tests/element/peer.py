"""A person whose client encrypts with Element's own crypto."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from tests.element.seen import Device, Event, Said
from tests.element.session import Session
from tests.platforms.speaking import Speaking


class Peer(Session, Speaking):
    """What a person does with one device."""

    # Rooms

    async def create_room(self, *invited: str, encrypted: bool = True, **settings: Any) -> str:
        """A private room; `settings` go into the request as they are."""
        return await self._create(invited, encrypted, False, settings)

    async def open_chat(self, with_: str, encrypted: bool = True) -> str:
        """A direct room, as Element opens it."""
        return await self._create((with_,), encrypted, True, {})

    async def join(self, room: str, via: str | None = None) -> None:
        """Enter; `via` is a server that knows the room, if one's own does not."""
        query = f"?server_name={quote(via)}&via={quote(via)}" if via else ""
        await self.call("POST", f"/join/{quote(room)}{query}")

    # Messages: encrypted in encrypted rooms. Each returns the id of its event.

    async def send(self, room: str, kind: str, content: Said) -> str:
        """An event of any kind."""
        return str(await self._ask("send", room=room, type=kind, content=content))

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

    async def catch_up(self, room: str) -> list[Event]:
        """Every event of the room so far, known because a line of one's own came after them."""
        await self.until_event(room, await self.say(room, "(over)"))
        return self.timeline(room)

    # Trust

    async def bootstrap(self) -> None:
        """Make new cross-signing keys, publish them and sign this device with them."""
        await self._ask("bootstrap")

    async def sign(self, other: Peer) -> None:
        """Vouch for another of one's own devices, as after comparing emoji; it may sign, too."""
        await other._ask("adopt", keys=await self._ask("signing_keys"))

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

    async def encrypt(self, room: str, kind: str, content: Any) -> Said:
        """The content of an `m.room.encrypted` that says this; the key is shared, nothing sent."""
        found: Said = await self._ask("encrypt", room=room, type=kind, content=content)
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
