"""What a replay cannot show: the house was down when a reminder fell due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.composing import stage
from bot.platforms.console import Shown
from bot.replay import Stage
from bot.store import Store, keys
from bot.transcript import Spoken
from models.base import Base

MONDAY = datetime(2030, 5, 6, 7, tzinfo=UTC)
"""Nine in the morning in Berlin."""


class Room:
    """A stage, and what is said on it."""

    def __init__(self, store: Store) -> None:
        self.shown: list[str] = []
        self.stage: Stage = stage(store, self._show, language="en", zone="Europe/Berlin")

    def _show(self, shown: Shown) -> None:
        self.shown.append(repr(shown.letter.text))

    async def say(self, text: str) -> None:
        await self.stage.speak(Spoken(0, "ana", "#rent", text))

    async def wake(self, at: datetime) -> list[str]:
        """Down until `at`: what is said then."""
        self.shown.clear()
        self.stage.time.present = at
        await self.stage.pass_time(at)
        return list(self.shown)


@pytest.mark.parametrize(("late", "told"), [(15, False), (16, True)])
async def test_what_is_said_late_says_so(tmp_path: Path, late: int, told: bool) -> None:
    store = Store(f"sqlite:///{tmp_path}/late.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    room = Room(store)
    await room.say("/found Rent")
    await room.say("/remind Monday 9:00 bring the keys")
    said = await room.wake(MONDAY + timedelta(minutes=late))
    assert len(said) == 1
    assert "bring the keys" in said[0]
    assert ("late, meant for" in said[0]) is told
    assert await room.wake(MONDAY + timedelta(days=9)) == []
    await room.say("/reminders")
    assert "No reminder is waiting" in room.shown[-1]
    store.close()


async def test_what_comes_again_is_said_once_for_all_that_was_missed(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/late.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    room = Room(store)
    await room.say("/found Rent")
    await room.say("/remind every Monday 9:00 water the plants")
    late = await room.wake(MONDAY + timedelta(weeks=3, hours=5))
    assert len(late) == 1
    assert "late, meant for" in late[0]
    assert await room.wake(MONDAY + timedelta(weeks=4, minutes=-1)) == []
    on_time = await room.wake(MONDAY + timedelta(weeks=4))
    assert len(on_time) == 1
    assert "late" not in on_time[0]
    store.close()
