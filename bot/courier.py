"""Letters out: in order within a chat, at each platform's pace, until they arrive or expire."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.due import past
from bot.fleeting import Runner
from bot.mailbag import Errand, Mailbag
from bot.making import Unmade, Workshop
from bot.news import news
from bot.patience import STORE_AGAIN, until_it_holds
from bot.places import Places
from bot.platforms import (
    Delivery,
    Gone,
    Kind,
    Lost,
    Moved,
    Outgoing,
    Platform,
    TryLater,
)
from bot.store import Store

log = structlog.get_logger()
FIRST_RETRY, LAST_RETRY, SHORTEST_WAIT = 2.0, 600.0, 0.05
"""Seconds."""
PASSED = 3
"""Failures after which the chat no longer waits for a letter."""
_REPEATED = frozenset({Kind.MESSAGE, Kind.FILE})
"""What stands there twice when it is said twice."""
PATIENCE = 3.0
"""Seconds for which what is being said keeps back what would be said twice like it."""
IDLE = 60.0
"""Seconds after which the courier looks again, whoever wakes it or not."""


class Late(Exception):
    """A letter is no longer worth saying."""


class Courier:
    """Carries due letters; one at a time in a chat, toasts out of turn."""

    def __init__(
        self,
        store: Store,
        platforms: Mapping[str, Platform],
        now: Callable[[], datetime],
        hear: Callable[[Delivery], Awaitable[None]],
        workshop: Workshop,
    ) -> None:
        self._store, self._platforms, self._now, self._hear = store, platforms, now, hear
        self._workshop = workshop
        self._bag = Mailbag(store)
        self._wake = asyncio.Event()
        self._places = Places(platforms, now)
        self._tasks: set[asyncio.Task[None]] = set()
        self._one = asyncio.Lock()
        """Held by what is being said and would be said twice."""
        self.fleeting = Runner(platforms, self._start)

    def wake(self) -> None:
        """There may be letters."""
        self._wake.set()

    async def run(self) -> None:
        """Carry letters until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self._round()
                wait = await self._until_next()
            except Exception as broken:
                log.error("letters wait, the store is out of order", reason=type(broken).__name__)
                wait = STORE_AGAIN
            # Not `wait_for`, which forgets that it was cancelled when there is news as well.
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()

    async def drain(self) -> None:
        """Carry everything that is due now."""
        while await self._round() or self._tasks:
            while self._tasks:
                await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Let what is on its way arrive."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=3)
        self._workshop.close()

    async def _round(self) -> int:
        """Take what is most urgent now, as much as there are free places."""
        places = self._places
        free, waiting, toasts = places.free(), places.waiting(), places.toasts()
        errands = await self._store.run(self._bag.due, self._now(), free, waiting, toasts)
        for errand in errands:
            places.take(errand)
            self._start(self._run(errand))
        return len(errands)

    async def _until_next(self) -> float:
        places = self._places
        among = (places.open(), places.waiting(), places.toasts())
        soonest = await self._store.run(self._bag.next_due, *among)
        moments = [*places.until(), *([soonest] if soonest else [])]
        return min([IDLE, *(max(0.0, (at - self._now()).total_seconds()) for at in moments)])

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, errand: Errand) -> None:
        try:
            await self._carry(errand)
        finally:
            self._places.leave(errand)
            self._wake.set()

    async def _carry(self, errand: Errand) -> None:
        """Say one letter, or see to it that it is said later."""
        pace = self._places.pace(errand)
        if pace > self._now():
            await self._postpone(errand, pace)
            return
        try:
            await self._hand_over(errand)
        except Late:
            await self._write(self._bag.drop, errand)
        except Unmade as unmade:
            await self._do_without(errand, unmade)
        except TryLater as later:
            await self._wait(errand, later)
        except Lost:
            await self._write(self._bag.lose, errand)
        except (Gone, Moved) as told:
            await self._tell(errand, told)
        except Exception as broken:
            log.error("letter not said", letter=errand.letter_id, reason=type(broken).__name__)
            await self._wait(errand, TryLater(FIRST_RETRY, failed=True))

    async def _wait(self, errand: Errand, later: TryLater) -> None:
        """Hold its chat for as long as asked; what fails again and again is passed by others."""
        wait = max(later.wait, SHORTEST_WAIT)
        if later.failed:
            wait = min(wait * 2 ** min(errand.tries, 9), LAST_RETRY)
        until = self._now() + timedelta(seconds=wait)
        if later.failed or errand.toast:
            await self._postpone(errand, until, failed=later.failed)
        if not errand.toast and not (later.failed and errand.tries >= PASSED):
            self._places.hold(errand, until)

    async def _do_without(self, errand: Errand, unmade: Unmade) -> None:
        """Begin the file again a little later, or say why there is none."""
        if unmade.words:
            await self._write(self._bag.apologise, errand, unmade.words)
        else:
            await self._wait(errand, TryLater(FIRST_RETRY, failed=True))

    async def _hand_over(self, errand: Errand) -> None:
        """Say it and write that down; raises as the platform does, Unmade and Late."""
        platform, spoken = self._platforms[errand.place.platform], errand.outgoing
        if errand.wish is not None:
            spoken = await self._workshop.filled(spoken, errand.wish, errand.tries)
        await platform.admit(errand.place, spoken)
        if platform.exact or spoken.kind not in _REPEATED:
            ref = await self._say(errand, spoken)
        else:
            # A crash says again what was said and not written down: one, and those that hang.
            async with self._one:
                saying = asyncio.create_task(self._say(errand, spoken))
                await asyncio.wait([saying], timeout=PATIENCE)
                if saying.done():
                    await self._note(errand, saying.result())
                    return
            ref = await saying
        await self._note(errand, ref)

    async def _say(self, errand: Errand, spoken: Outgoing) -> str:
        if past(errand.expires_at, self._now()):
            raise Late
        platform = self._platforms[errand.place.platform]
        ref = await platform.say(errand.place, spoken)
        if platform.seeds and spoken.keys and spoken.poll is None:
            await self._seed(platform, errand, ref)
        return ref

    async def _seed(self, platform: Platform, errand: Errand, ref: str) -> None:
        """Put what people press below a message: whoever is quick presses what stands already."""
        if ref != errand.outgoing.ref:
            await self._write(self._bag.stands, errand, ref)
        await platform.seed(errand.place, errand.outgoing, ref)

    async def _note(self, errand: Errand, ref: str) -> None:
        self._places.spoken(errand)
        await self._write(self._bag.said, errand, ref, self._now())

    async def _write(self, work: Callable[..., None], *args: Any) -> None:
        """Write down what became of a letter."""
        await until_it_holds(lambda: self._store.run(work, *args))

    async def _postpone(self, errand: Errand, until: datetime, *, failed: bool = False) -> None:
        await self._write(lambda: self._bag.postpone(errand, until, failed=failed))

    async def _tell(self, errand: Errand, told: Gone | Moved) -> None:
        """What became of a letter comes back as a line of the platform."""
        line = news(errand, told)
        await until_it_holds(lambda: self._hear(line))
        # It is heard of again where that mends nothing: ever more seldom.
        wait = timedelta(seconds=errand.tries * FIRST_RETRY)
        await self._postpone(errand, self._now() + wait, failed=True)
