"""The whole house in rooms of a real homeserver, with people in them."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass

from tests.platforms.matrix_people import Person, shown
from tests.process.inside import Inside


@dataclass
class House:
    """The bot, and those who speak to it."""

    me: str
    inside: Inside
    ana: Person
    ben: Person

    async def hears(self, who: Person, room: str, text: str) -> str:
        """Somebody says something, and the house has heard it."""
        ref = await who.say(room, text)
        await self.inside.holds("select 1 from heard where ref = ?", ref)
        return ref

    async def founded(self, **settings: object) -> str:
        """Ana's group, with Ben in it."""
        room = await self.ana.create_room(self.me, self.ben.id, name="rent", **settings)
        await self.ben.join(room)
        await self.ana.until_member(room, self.me)
        await self.hears(self.ana, room, "!found Rent kiez")
        await self.hears(self.ben, room, "!join")
        await self.inside.has_said_all()
        return room

    async def open_chat(self) -> str:
        """Ana's private room, in which she has spoken."""
        chat = await self.ana.open_chat(self.me)
        await self.ana.until_member(chat, self.me)
        await self.hears(self.ana, chat, "!start")
        await self.inside.has_said_all()
        return chat

    async def reads(self, who: Person, room: str, words: str) -> None:
        """The bot says this in a room, now or by an edit."""
        await who.awaits(room, lambda event: self._says(event, words))

    async def has_read(self, who: Person, room: str) -> list[str]:
        """All that the bot has said in a room."""
        said = await who.catch_up(room)
        return [shown(event)[1] for event in said if self._says(event, "")]

    def _says(self, event: dict[str, object], words: str) -> bool:
        mine = event["sender"] == self.me and event["type"] == "m.room.message"
        return mine and words in shown(event)[1]

    def private(self) -> list[tuple[str, ...]]:
        """The private chats: where they are, and whose."""
        query = "select c.ref, a.ref from chats c join accounts a on a.id = c.account_id"
        return [tuple(row) for row in self.inside.rows(f"{query} order by c.id")]


async def moved_in(stack: AsyncExitStack, inside: Inside, people: list[Person]) -> House:
    """The house, as soon as everybody shows a name."""
    for person in people:
        await stack.enter_async_context(person)
    ana, ben = people
    await ana.show_as("Ana")
    await ben.show_as("Ben")
    await stack.enter_async_context(inside)
    return House(inside.settings["MATRIX_USER"], inside, ana, ben)
