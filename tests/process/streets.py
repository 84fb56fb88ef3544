"""The town on a homeserver, and a bot in it that is killed at random moments."""

from __future__ import annotations

import asyncio
from typing import Generic, TypeVar
from urllib.parse import quote

from models.line import SetAside
from tests.element import Peer
from tests.platforms.matrix_people import Person, Said
from tests.process.bot import Bot
from tests.process.state import found, rows, wanted
from tests.process.town import Act, Town

SLOTS = {"poll": ("decisions", "decision"), "meeting": ("meetings", "meeting")}
Someone = TypeVar("Someone", Person, Peer)


class Streets(Generic[Someone]):
    """The town on a homeserver."""

    def __init__(self, bot: Bot, town: Town, people: dict[str, Someone]) -> None:
        self.bot, self.town = bot, town
        self.people: dict[str, Someone] = people
        self.rooms: dict[str, str] = {}
        self.said: set[str] = set()
        """What the bot must hear."""
        self.tapped: set[tuple[str, str, str]] = set()

    async def open(self) -> None:
        """Everybody is in every room and has one of their own with the bot."""
        for name, person in self.people.items():
            await person.show_as(name.title())
        me = self.bot.settings["MATRIX_USER"]
        first, *others = self.people.values()
        for name in self.town.rooms:
            room = await first.create_room(me, *(who.id for who in others), name=name)
            self.rooms[name] = room
            for who in others:
                await who.join(room)
        for name, person in self.people.items():
            self.rooms[name] = await person.open_chat(me)
            await person.until_member(self.rooms[name], me)
        for name in self.town.rooms:
            await first.until_member(self.rooms[name], me)

    async def act(self, act: Act) -> None:
        """Do it; a card that has not come yet, or was tapped so before, cannot be tapped."""
        who, room = self.people[act.who], self.rooms[act.room or act.who]
        if not act.card:
            self.said.add(await who.say(room, act.text.replace("/", "!", 1)))
            return
        card = self._card(act.card)
        if card and (act.who, card, act.label) not in self.tapped:
            pressed = await self.press(who, room, card, act.label)
            if pressed:
                self.tapped.add((act.who, card, act.label))
                self.said.add(pressed)
                self.town.happened(act)

    async def press(self, who: Someone, room: str, card: str, label: str) -> str:
        """Press a button, or do what stands for it; "" if this person cannot do so yet."""
        return await who.react(room, card, label)

    def _card(self, title: str) -> str:
        shown = next(thing.kind for thing in self.town.things if thing.title == title)
        table, kind = SLOTS[shown]
        query = (
            f"select letters.ref from letters join {table} as things "
            f"on letters.slot = '{kind}:' || things.id where things.title in (?, ? || '?')"
        )
        return "".join(ref for (ref,) in self.bot.rows(query, title, title))

    async def heard_all(self) -> None:
        try:
            async with asyncio.timeout(180):
                while self._unheard():
                    await asyncio.sleep(0.1)
        except TimeoutError as error:
            error.add_note(f"not heard: {self._unheard()}\n{self.bot.errors[-4000:]}")
            raise

    async def _some_moment(self) -> None:
        """While the bot begins, or when it has heard something, or all, and answers."""
        random = self.town.random
        if random.random() < 0.3:
            await asyncio.sleep(random.uniform(0, 0.7))
            return
        async with asyncio.timeout(180):
            before = self._unheard()
            while before and self._unheard() == before:
                await asyncio.sleep(0.01)
        await asyncio.sleep(random.uniform(0, 0.3))

    def _unheard(self) -> set[str]:
        return self.said - {ref for (ref,) in self.bot.rows("select ref from heard")}

    async def killed(self, kills: int, acts: int) -> None:
        """Live through so many acts, with a bot that is killed and begins anew."""
        for _ in range(kills):
            for _ in range(acts // kills):
                await self.act(self.town.next())
            await self._some_moment()
            await self.bot.kill()
            await self.bot.start()

    async def all_is_well(self) -> None:
        """Every line was taken once, and every letter is one message; the bot ends."""
        before = len(self.said)
        # Something more is said: what has just been started would be told to end too early.
        while len(self.said) == before:
            await self.act(self.town.next())
        await self.heard_all()
        await self.bot.has_said_all()
        assert await self.bot.stop(within=30) == 0
        with self.bot.session() as session:
            assert found(session) == wanted(self.town)
            assert rows(session, SetAside) == 0
        said = self.bot.rows("select ref from letters where kind != 'deed' and ref != ''")
        assert sorted(await self.bots_messages()) == sorted(ref for (ref,) in said)

    async def bots_messages(self) -> list[str]:
        """Every message of the bot in any room, edits left out."""
        found: list[str] = []
        for name, room in self.rooms.items():
            who = self.people.get(name) or next(iter(self.people.values()))
            start = ""
            while True:
                path = f"/rooms/{quote(room)}/messages?dir=f&limit=1000{start}"
                page = await who.call("GET", path)
                found += [event["event_id"] for event in page["chunk"] if self._bots(event)]
                if not page.get("end"):
                    break
                start = f"&from={page['end']}"
        return found

    def _bots(self, event: Said) -> bool:
        if event["type"] != "m.room.message":
            return False
        mine = event["sender"] == self.bot.settings["MATRIX_USER"]
        edit = event["content"].get("m.relates_to", {}).get("rel_type") == "m.replace"
        return mine and not edit
