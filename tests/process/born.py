"""A bot that begins at once: however often it is killed, what it imports is read only once."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass

from bot.__main__ import main
from tests.process.bot import Bot


@dataclass
class Child:
    """A process made by another one, which says how it ended."""

    pid: int
    mother: asyncio.subprocess.Process
    returncode: int | None = None

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    async def wait(self) -> int:
        assert self.mother.stdout is not None
        self.returncode = int(await self.mother.stdout.readline())
        return self.returncode


@dataclass
class Born(Bot):
    """`python -m bot run`, one process after another, each forked when all has been imported."""

    mother: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        if self.mother is None:
            pipe = asyncio.subprocess.PIPE
            self.mother = await self.command("run", module=__name__, stdin=pipe)
        assert self.mother.stdin is not None and self.mother.stdout is not None
        self.mother.stdin.write(b"\n")
        self.process = Child(int(await self.mother.stdout.readline()), self.mother)

    async def end(self) -> None:
        await super().end()
        if self.mother is not None:
            self.mother.terminate()
            await self.mother.wait()


def bear() -> None:
    """For every line that comes in, run the bot: tell its process, and its exit code."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            os.dup2(2, 1)
            main()
            return
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    bear()
