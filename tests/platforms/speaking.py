"""What people say in a room, whatever carries it there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any
from urllib.parse import quote


class Speaking(ABC):
    """Messages as apps write them, each returns the id of its event; and who is in which room."""

    id: str

    @abstractmethod
    async def call(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the homeserver."""

    @abstractmethod
    async def send(self, room: str, kind: str, content: Any) -> str:
        """An event of any kind."""

    async def say(self, room: str, text: str, **content: Any) -> str:
        """A text message."""
        said = {"msgtype": "m.text", "body": text, **content}
        return await self.send(room, "m.room.message", said)

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

    async def invite(self, room: str, person: str) -> None:
        """Ask somebody in."""
        await self.call("POST", f"/rooms/{quote(room)}/invite", {"user_id": person})

    async def leave(self, room: str) -> None:
        """Be no member any more."""
        await self.call("POST", f"/rooms/{quote(room)}/leave")

    async def kick(self, room: str, person: str) -> None:
        """Throw somebody out."""
        await self.call("POST", f"/rooms/{quote(room)}/kick", {"user_id": person})

    async def upgrade(self, room: str) -> str:
        """Put a new room in the place of this one; returns the new one's id."""
        answer = await self.call("POST", f"/rooms/{quote(room)}/upgrade", {"new_version": "11"})
        return str(answer["replacement_room"])

    async def show_as(self, name: str) -> None:
        """Have this display name."""
        await self.call("PUT", f"/profile/{quote(self.id)}/displayname", {"displayname": name})

    async def set_state(self, room: str, kind: str, content: Any, key: str = "") -> str:
        """State, never encrypted; returns the event's id."""
        path = f"/rooms/{quote(room)}/state/{kind}/{quote(key)}"
        return str((await self.call("PUT", path, content))["event_id"])

    async def state(self, room: str, kind: str, key: str = "") -> dict[str, Any]:
        """The content of this state as the homeserver has it."""
        found: dict[str, Any] = await self.call(
            "GET", f"/rooms/{quote(room)}/state/{kind}/{quote(key)}"
        )
        return found
