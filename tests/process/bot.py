"""The bot as a process of its own, which a test may kill at any moment."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy.orm import Session

from bot.store import keys, open_engine

ROOT = Path(__file__).parents[2]
UNSAID = "select count(*) from letters where state = 'due' and ref = ''"
UNFINISHED = "select count(*) from letters where state = 'due'"


class Process(Protocol):
    """One run of the bot."""

    @property
    def returncode(self) -> int | None:
        """How it ended; None until that was waited for."""

    def send_signal(self, number: int, /) -> None:
        """Send it a signal."""

    async def wait(self) -> int:
        """Wait for its end; the exit code."""


@dataclass
class Bot:
    """`python -m bot …` on a folder of its own; `settings` are its environment."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    process: Process | None = None

    async def command(
        self, *words: str, module: str = "bot", stdin: int | None = None
    ) -> asyncio.subprocess.Process:
        """A command line that has begun; what it writes to stderr goes to `errors`."""
        kept = {name: text for name, text in os.environ.items() if not name.startswith("KOMMUNE_")}
        usual = {"DATA": str(self.folder / "data"), "HEALTH": "off", "LANGUAGE": "en"}
        wanted = {f"KOMMUNE_{name}": text for name, text in (usual | self.settings).items()}
        with (self.folder / "stderr").open("ab") as errors:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, *words),
                cwd=self.folder,
                env=kept | {"PYTHONPATH": str(ROOT)} | wanted,
                stdin=stdin,
                stdout=asyncio.subprocess.PIPE,
                stderr=errors,
            )

    async def say(self, *words: str) -> tuple[int, str, str]:
        """Run a command line to its end: exit code, what it says, what it complains of."""
        (self.folder / "stderr").write_text("")
        process = await self.command(*words)
        out, _ = await asyncio.wait_for(process.communicate(), 30)
        assert process.returncode is not None
        return process.returncode, out.decode(), self.errors

    async def start(self) -> None:
        self.process = await self.command("run")

    async def kill(self) -> None:
        """End it as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self, within: float = 5.0) -> int:
        """Ask it to end; its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), within)

    async def end(self) -> None:
        """Leave nothing running behind."""
        if self.process is not None and self.process.returncode is None:
            await self.kill()

    @property
    def errors(self) -> str:
        return (self.folder / "stderr").read_text()

    @property
    def database(self) -> Path:
        return self.folder / "data" / "kommune.db"

    def rows(self, query: str, *values: object) -> Sequence[Any]:
        """What the database holds now; nothing while there are no tables yet."""
        if not self.database.exists():
            return []
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return connection.execute(query, values).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            return []
        finally:
            connection.close()

    def session(self) -> Session:
        """The database with its keys, for a stopped bot."""
        data = self.folder / "data"
        return Session(open_engine(f"sqlite:///{self.database}", keys(data)))

    async def holds(self, query: str, *values: object, within: float = 60.0) -> None:
        """Wait until this query finds something."""
        async with asyncio.timeout(within):
            while not self.rows(query, *values):
                await asyncio.sleep(0.02)

    async def has_said_all(self, within: float = 180.0, *, cards: bool = False) -> None:
        """Wait until nothing is left to be said; with `cards`, until all are as they should be."""
        left = UNFINISHED if cards else UNSAID
        async with asyncio.timeout(within):
            while self.rows(left) != [(0,)]:
                await asyncio.sleep(0.1)
