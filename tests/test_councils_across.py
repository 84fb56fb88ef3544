"""A council of three communes, one on Telegram and two on Matrix: each decides where it is, in its
own language, and all read what came of it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from aiolimiter import AsyncLimiter

from bot.platforms.telegram import Telegram, pace
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.matrix.conftest import adapter
from tests.platforms.matrix_people import Person
from tests.process.inside import Inside
from tests.process.matrix import account
from tests.sides import PRIVATE, OnMatrix, OnTelegram, Side
from tests.synapse import Synapse
from tests.tongues import ENGLISH, GERMAN, Tongue

COUNCIL = "City council"
ITEM = "A demonstration on 1 June?"
SOON = timedelta(minutes=1)


@dataclass(slots=True)
class Commune:
    """One of the three, where its people are."""

    name: str
    side: Side
    people: tuple[str, ...]
    """Who begins it first, whom it sends second."""
    tongue: Tongue

    async def reads(self, *words: str) -> None:
        """By the one who began it, in its group or room."""
        await self.side.reads(self.people[0], self.name, *words)

    async def found(self) -> None:
        """Begun by one, joined by the others."""
        first, *others = self.people
        await self.side.say(first, self.name, f"/found {self.name}")
        await self.reads(f"{self.name} is founded")
        if self.tongue is not ENGLISH:
            await self.side.say(first, self.name, f"/language {self.tongue.code}")
            await self.side.say(self.people[1], PRIVATE, f"/language {self.tongue.code}")
        for who in others:
            await self.side.say(who, self.name, "/join")
            joined = {"person": who.title(), "assembly": self.name}
            await self.reads(self.tongue.says("member-joined", **joined))

    async def decides(self, number: int, question: str, *answers: bool) -> None:
        """All vote, the last one by a line; then it is closed, and its outcome read."""
        tongue, size = self.tongue, len(self.people)
        *tapped, typed = (tongue.yes if answer else tongue.no for answer in answers)
        for who, label in zip(self.people, tapped, strict=False):
            await self.side.tap(who, self.name, label, question)
        await self.side.say(self.people[-1], self.name, f"/vote {number} {typed}")
        await self.reads(question, tongue.voted.format(all=size))
        await self.side.say(self.people[0], self.name, f"/close {number}")
        yes = sum(answers)
        ending = tongue.decided if yes > size - yes else tongue.undecided
        outcome = tongue.outcome.format(yes=yes, no=size - yes, all=size)
        await self.reads(f"{ending}: {question} · {outcome}")

    async def joins(self, *answers: bool) -> None:
        """It is invited, and wants to."""
        question = self.tongue.says("seat-question", assembly=self.name, council=COUNCIL)
        ask = self.tongue.says("seat-label-ask")
        await self.side.tap(self.people[-1], self.name, ask, COUNCIL)
        await self.decides(1, question, *answers)

    async def elects(self) -> None:
        """One is proposed, says yes in private, and all are for it."""
        first, second, says = self.people[0], self.people[1], self.tongue.says
        person, asked = second.title(), says("election-title-seat", office=COUNCIL)
        await self.side.say(first, self.name, f"/delegate {person}")
        await self.side.tap(second, PRIVATE, says("candidacy-label-yes"), asked)
        await self.reads(asked, f"· {person}")
        await self.side.tap(first, self.name, says("election-label-more"), asked)
        await self.side.tap(first, self.name, says("election-label-now"), asked)
        question = says("election-alone-seat", person=person, office=COUNCIL)
        await self.decides(2, question, *[True for _ in self.people])


class Story:
    """The three, their council, and the bot that is on both platforms."""

    def __init__(self, bot: Inside, telegram: OnTelegram, matrix: OnMatrix) -> None:
        self.bot, self.telegram, self.matrix = bot, telegram, matrix
        self.communes = [
            Commune("Wedding", telegram, ("ana", "ben", "cem"), ENGLISH),
            Commune("Moabit", matrix, ("dia", "eli"), ENGLISH),
            Commune("Mitte", matrix, ("fay", "gus", "hal"), GERMAN),
        ]

    async def council_reads(self, *words: str) -> None:
        """In its group on Telegram and in its room on Matrix."""
        await self.telegram.reads("ana", COUNCIL, *words)
        await self.matrix.reads("eli", COUNCIL, *words)

    async def later(self) -> None:
        """What was promised for now has come."""
        await self.bot.pass_time(self.bot.time() + SOON)

    async def meet(self) -> None:
        """Ana begins the council on Telegram, and brings its room on Matrix into it."""
        telegram, matrix = self.telegram, self.matrix
        await telegram.say("ana", PRIVATE, "/link")
        shown = await telegram.reads("ana", PRIVATE, "/link ")
        await matrix.say("ana", PRIVATE, _code("link", shown))
        await matrix.tap("ana", PRIVATE, "yes, that’s me", "Are you")
        await matrix.reads("ana", PRIVATE, "Your accounts are linked")
        await telegram.say("ana", COUNCIL, f"/council {COUNCIL}")
        await telegram.reads("ana", COUNCIL, "is founded")
        await telegram.say("ana", COUNCIL, "/bind")
        shown = await telegram.reads("ana", COUNCIL, "/bind ")
        await matrix.say("ana", COUNCIL, _code("bind", shown))
        await self.council_reads("now speaks here and there")

    async def invite(self) -> None:
        """Each is asked, each says yes."""
        for commune in self.communes:
            await self.telegram.say("ana", COUNCIL, f"/invite {commune.name}")
        wedding, moabit, mitte = self.communes
        async with asyncio.TaskGroup() as all_three:
            all_three.create_task(wedding.joins(True, True, False))
            all_three.create_task(moabit.joins(True, True))
            all_three.create_task(mitte.joins(True, True, False))
        await self.later()
        for commune in self.communes:
            seat = {"assembly": commune.name, "council": COUNCIL, "command": ""}
            await commune.reads(commune.tongue.says("seat-taken", **seat))
            await self.council_reads(f"{commune.name} has taken its seat here")

    async def elect(self) -> None:
        """Each sends somebody."""
        async with asyncio.TaskGroup() as all_three:
            for commune in self.communes:
                all_three.create_task(commune.elects())
        await self.later()
        for commune in self.communes:
            who = commune.people[1].title()
            await commune.reads(commune.tongue.sent.format(person=who, group=commune.name))
            await self.council_reads(f"{who} is here for {commune.name}")

    async def refer(self) -> None:
        """Eli asks on Matrix, each decides, and the council's card shows what is missing."""
        await self.matrix.say("eli", COUNCIL, f"/decide {ITEM}")
        await self.matrix.tap("eli", COUNCIL, "open now", ITEM)
        await self.council_reads(ITEM, "Still deciding: Wedding · Moabit · Mitte")
        await self.later()
        wedding, moabit, mitte = self.communes
        async with asyncio.TaskGroup() as both:
            both.create_task(wedding.decides(3, ITEM, True, False, True))
            both.create_task(moabit.decides(3, ITEM, True, True))
        await self.later()
        await self.council_reads(ITEM, "2 of 3 groups have decided", "Still deciding: Mitte")
        await mitte.decides(3, ITEM, False, True, False)
        await self.later()

    async def told(self) -> None:
        """Everybody reads the mandates and what came of them."""
        await self.council_reads(f"Decided: {ITEM} · 2 yes, 1 no and 0 abstaining; 3 of 3 groups")
        for commune, answer in zip(self.communes, ("yes", "yes", "nein"), strict=True):
            tongue = commune.tongue
            await commune.reads(tongue.says("mandate-given", council=COUNCIL, said=answer))
            said = tongue.said.format(answer=answer)
            await commune.reads(f"{COUNCIL}: {ITEM}", f"{tongue.decided}.", said)
        await self.telegram.reads("ben", PRIVATE, ITEM, "Your mandate for City council: yes")
        await self.matrix.reads("eli", PRIVATE, ITEM, "Your mandate for City council: yes")
        await self.matrix.reads(
            "gus", PRIVATE, ITEM, "Dein Mandat für den Rat „City council“: nein"
        )

    async def recall(self) -> None:
        """Mitte calls Gus back, who can then open nothing in the council any more."""
        mitte, matrix = self.communes[2], self.matrix
        question = GERMAN.says("recall-question", person="Gus", council=COUNCIL)
        await matrix.say("fay", "Mitte", "/recall Gus")
        await matrix.tap("hal", "Mitte", GERMAN.says("recall-label-support"), "1 von 2 will es")
        await mitte.reads("2 von 2 wollen es")
        await self.later()
        await matrix.reads("gus", PRIVATE, "Mitte stimmt bis", "darüber ab")
        await mitte.decides(4, question, True, False, True)
        await self.later()
        await mitte.reads("Gus geht nicht mehr für „Mitte“ in den Rat")
        await self.council_reads("Gus no longer goes to City council for Mitte")
        await matrix.say("gus", COUNCIL, "/decide Another?")
        await matrix.reads("gus", PRIVATE, "Das können nur die, die in den Rat geschickt")
        await matrix.say("fay", "Mitte", "/map")
        await mitte.reads(COUNCIL, "├ Mitte · noch niemand", "├ Moabit · Eli", "└ Wedding · Ben")


def _code(command: str, text: str) -> str:
    found = re.search(rf"/{command} \S+", text)
    assert found is not None, text
    return found[0]


@pytest.fixture
async def story(
    synapse: Synapse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Story]:
    # What the platforms bear in a minute is shown elsewhere.
    monkeypatch.setattr(pace, "AsyncLimiter", lambda *_: AsyncLimiter(1000, 1))
    settings = account(synapse)
    me = settings["MATRIX_USER"]
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(BotApi())
        names = ("ana", "dia", "eli", "fay", "gus", "hal")
        people = {who: await stack.enter_async_context(Person(synapse, who)) for who in names}
        on_telegram = Telegram(TOKEN, api.url, poll_timeout=1)
        on_matrix = adapter(synapse.url, me, tmp_path)
        on_telegram.edit_pace = on_matrix.edit_pace = 0
        bot = await stack.enter_async_context(Inside(tmp_path, on_matrix, settings, on_telegram))
        telegram, matrix = OnTelegram(api, "ana", "ben", "cem"), OnMatrix(bot, people)
        telegram.gather("Wedding", "ana", "ben", "cem")
        telegram.gather(COUNCIL, "ana", "ben")
        for who in telegram.people:
            await telegram.say(who, PRIVATE, "/start")
        for who in names:
            await matrix.open(who)
        await matrix.gather("Moabit", "dia", "eli")
        await matrix.gather("Mitte", "fay", "gus", "hal")
        await matrix.gather(COUNCIL, "ana", "eli", "gus")
        yield Story(bot, telegram, matrix)
        assert bot.rows("select * from set_aside") == []
    assert api.violations == []


async def test_one_story_on_two_platforms(story: Story) -> None:
    async with asyncio.TaskGroup() as all_three:
        for commune in story.communes:
            all_three.create_task(commune.found())
    await story.meet()
    await story.invite()
    await story.elect()
    await story.refer()
    await story.told()
    await story.recall()
