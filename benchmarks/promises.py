"""Ten thousand promised lines due at once, and how long they hold up everybody else."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.world import NOW, World, world
from bot.platforms import Delivery
from models.assembly import Assembly, Chat, Sort
from models.line import Promise
from models.person import Person
from models.post import Letter
from models.reminder import Reminder

LINES = 10_000
GROUPS = 1_000
TICK = 0.001


def promise(session: Session) -> None:
    """Reminders in a thousand groups, all due now."""
    person = session.scalars(select(Person).limit(1)).one()
    chats = []
    for number in range(GROUPS):
        assembly = Assembly(
            sort=Sort.KIEZ,
            name=f"Group {number}",
            language="de",
            zone="Europe/Berlin",
            founded_at=NOW,
            door=f"g{number}",
        )
        chats.append(Chat(platform="telegram", ref=f"-2{number:06}", assembly=assembly))
    session.add_all(chats)
    session.flush()
    for number in range(LINES):
        chat = chats[number % GROUPS]
        reminder = Reminder(
            person=person,
            chat=chat,
            assembly_id=chat.assembly_id,
            number=number,
            due_at=NOW,
            words="Schlüssel mitbringen",
        )
        session.add(reminder)
        session.add(
            Promise(
                due_at=NOW - timedelta(seconds=1),
                command="reminder-due",
                args={"reminder": str(reminder.id)},
                key=f"reminder:{reminder.id}",
                tries=0,
            )
        )


async def keep(world: World) -> tuple[float, float]:
    """Seconds until all are said, and the longest that the loop was held meanwhile."""
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            longest = max(longest, time.perf_counter() - before - TICK)

    watcher = asyncio.create_task(watch())
    await world.running.hear(Delivery("telegram", ()))
    start = time.perf_counter()
    await world.running.beat()
    took = time.perf_counter() - start
    watcher.cancel()
    return took, longest


def main() -> None:
    """Print how long it took."""
    with world() as small:
        store = small.running.store
        with store.session() as session, session.begin():
            promise(session)
        took, longest = asyncio.run(keep(small))
        with store.session() as session:
            letters = session.scalar(select(func.count()).select_from(Letter))
        print(f"{LINES:,} promised lines due      {took:8.2f} s, {letters:,} letters")
        print(f"  the loop was held at most      {longest * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
