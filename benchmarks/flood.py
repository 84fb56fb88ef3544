"""A thousand votes within a minute in one group, through a double with Telegram's limits."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from bot.composing import running
from bot.migrating import migrate
from bot.platforms import Profile
from bot.platforms.telegram import Telegram
from bot.store import Store, keys
from models.assembly import Assembly, Membership
from models.person import Account, Person
from tests.platforms.botapi import TOKEN, BotApi
from tests.platforms.botapi.limits import Limits

VOTES = 1000
SECONDS = 60.0
NOBODY = Profile("Kommune", "about", "short", (), ())


def present() -> datetime:
    """The present time."""
    return datetime.now(UTC)


class Counting(Limits):
    """Telegram's limits, and how often they were overstepped."""

    refused = 0

    def wait(self, chat: int, group: bool) -> int:
        """Seconds to wait; 0 when the message may pass."""
        seconds = super().wait(chat, group)
        self.refused += seconds > 0
        return seconds


async def flood() -> tuple[int, float, int]:
    """Edits within the minute, seconds from the last vote to its tally, and refusals."""
    with TemporaryDirectory() as folder:
        ring = keys(Path(folder))
        store = Store(f"sqlite:///{folder}/kommune.db", ring)
        migrate(store.engine, ring, Path(folder), present())
        async with BotApi() as api:
            api.limits = Counting()
            api.limits.enforced = True
            adapter = Telegram(TOKEN, api.url, poll_timeout=1)
            house = running(store, {"telegram": adapter}, present, language="en", zone="UTC")
            stop = asyncio.Event()
            serving = asyncio.create_task(house.run({"": NOBODY}, stop))
            try:
                edits, took = await _vote(api, store)
            finally:
                stop.set()
                await serving
            refused = api.limits.refused
        store.close()
    return edits, took, refused


async def _vote(api: BotApi, store: Store) -> tuple[int, float]:
    people = [api.person(f"Person {number}") for number in range(VOTES)]
    group = api.group("Wedding", *people)
    api.say(people[0], "/found Wedding", group)
    await api.said(group, lambda text: "founded" in text)
    await store.run(_join, store, [str(person.id) for person in people[1:]])
    api.say(people[0], "/poll Paint the gate?", group)
    await api.said(group, lambda text: "Paint" in text)
    before, start = len(api.called("editMessageText")), time.monotonic()
    for number, person in enumerate(people):
        await asyncio.sleep(max(0.0, start + number * SECONDS / VOTES - time.monotonic()))
        api.press(person, group, "yes")
    last = time.monotonic()
    edits = len(api.called("editMessageText")) - before
    whole = f"{VOTES:,} of {VOTES:,}"
    await api.until(lambda: any(whole in text for text in api.texts(group)), timeout=60)
    return edits, time.monotonic() - last


def _join(store: Store, accounts: list[str]) -> None:
    with store.session() as session, session.begin():
        assembly = session.scalars(select(Assembly)).one()
        for ref in accounts:
            person = Person(name=ref)
            session.add(Account(person=person, platform="telegram", ref=ref, seen_at=present()))
            session.add(Membership(person=person, assembly=assembly, since=present()))


def main() -> None:
    """Print what Telegram saw of it."""
    edits, took, refused = asyncio.run(flood())
    print(f"{VOTES:,} votes within a minute      {edits:8} edits, {refused} refused for their pace")
    print(f"  the last tally was shown after {took:8.1f} s")


if __name__ == "__main__":
    main()
