"""Replays: a transcript against an empty house, on virtual time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.platforms.console import Console, Shown
from bot.running import Running
from bot.transcript import Spoken, comments, read, written

START = datetime(2030, 5, 4, 12, tzinfo=UTC)
UNITS = {"s": "seconds", "min": "minutes", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class VirtualTime:
    """A time that passes when it is told to."""

    def __init__(self, start: datetime = START) -> None:
        self.present = start

    def __call__(self) -> datetime:
        """The present time, aware."""
        return self.present

    def target(self, said: str) -> datetime:
        """`+1d`, `+90min`, or a date in UTC: when that is."""
        said = said.strip()
        if not said.startswith("+"):
            return datetime.fromisoformat(said).replace(tzinfo=UTC)
        digits = "".join(c for c in said if c.isdecimal())
        unit = said.removeprefix("+").removeprefix(digits).strip()
        if unit in {"mo", "months"}:
            return self.present + relativedelta(months=int(digits))
        return self.present + timedelta(**{UNITS[unit]: int(digits)})


@dataclass(slots=True)
class Stage:
    """A house, its console, and a time that passes by command."""

    running: Running
    console: Console
    time: VirtualTime
    language: str

    async def speak(self, spoken: Spoken) -> bool:
        """Say a line and carry what comes of it; False when the bot is not meant."""
        if spoken.who == "clock":
            await self.pass_time(self.time.target(spoken.text))
            return True
        delivery = self.console.typed(spoken.who, spoken.room, spoken.text, reply=spoken.reply)
        if delivery is None:
            return False
        await self.running.hear(delivery)
        await self.running.courier.drain()
        return True

    async def pass_time(self, until: datetime) -> None:
        """Let time pass: what is due on the way is said at its time."""
        while True:
            due = await self.running.store.run(self.running.next_due)
            if due is None or due > until:
                break
            self.time.present = max(due, self.time.present)
            await self.running.store.run(lambda: self.running.ear.due(self.time.present))
            await self.running.courier.drain()
        self.time.present = max(until, self.time.present)
        await self.running.courier.drain()


async def replay(text: str, stage: Callable[[Callable[[Shown], None]], Stage]) -> str:
    """The whole conversation of a transcript, with what the bot says to it."""
    out: list[str] = []

    def show(shown: Shown) -> None:
        out.append(written(shown, acted.console))

    acted = stage(show)
    await acted.running.store.run(lambda: acted.running.ear.plant(acted.time()))
    remarks, done = comments(text), 0
    for spoken in read(text):
        out += [remarks[n] for n in sorted(remarks) if done < n < spoken.number]
        done = spoken.number
        room = f" {spoken.room}" if spoken.room else ""
        head = f"{spoken.who}{room}{' ^' if spoken.reply else ''}>"
        out.append(f"{head} {spoken.text}".replace("\n", "\n  "))
        await acted.speak(spoken)
    return "\n".join(out) + "\n"
