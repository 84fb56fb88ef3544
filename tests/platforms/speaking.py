"""What people say in a room, whatever carries it there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any


class Speaking(ABC):
    """Messages as apps write them; each returns the id of its event."""

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
