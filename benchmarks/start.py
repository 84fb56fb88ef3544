"""From the start of the process to its first poll, and its memory with both platforms idle.

The process runs on what `make install` gives (`make bench` installs the same into `.plain`): beside
the tests' libraries, others would find and load a tenth more, which nobody has who only runs it.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import time
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tests.platforms.botapi import TOKEN, BotApi
from tests.synapse import Synapse

PYTHON = Path(__file__).parent.parent / ".plain/bin/python"
STARTS = 3
PASSWORD = "benchmark"


def begin(folder: str, settings: dict[str, str]) -> subprocess.Popen[bytes]:
    """The real process with these settings."""
    named = {f"KOMMUNE_{name}": value for name, value in settings.items()}
    return subprocess.Popen(
        [str(PYTHON), "-m", "bot", "run"],
        env={**os.environ, "KOMMUNE_DATA": folder, "KOMMUNE_HEALTH": "off", **named},
        stderr=subprocess.DEVNULL,
    )


async def first_poll() -> float:
    """Seconds from the start to the first `getUpdates`; the second start of a database counts."""
    with TemporaryDirectory() as folder:
        best = 60.0
        for _ in range(STARTS + 1):
            async with BotApi() as api:
                start = time.monotonic()
                telegram = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": api.url}
                process = begin(folder, telegram)
                await api.until(lambda: api.called("getUpdates"), timeout=60)
                best = min(best, time.monotonic() - start)
                process.terminate()
                process.wait()
    return best


async def memory() -> float:
    """Megabytes of the process once both platforms have been polled."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        api = await stack.enter_async_context(BotApi())
        synapse = stack.enter_context(Synapse())
        bot = synapse.register("kommune", PASSWORD)
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API": api.url,
            "MATRIX_HOMESERVER": synapse.url,
            "MATRIX_USER": bot["user_id"],
            "MATRIX_PASSWORD": PASSWORD,
        }
        # The first start makes the tables, which is not what it does for the rest of its life.
        for _ in range(2):
            polls = len(api.called("getUpdates")) + 2
            process = begin(folder, settings)
            await api.until(lambda: len(api.called("getUpdates")) >= polls, timeout=60)  # noqa: B023
            await asyncio.sleep(3)
            resident = psutil.Process(process.pid).memory_info().rss / 1e6
            process.terminate()
            process.wait()
    return resident


def main() -> None:
    """Print both."""
    print(f"start to first poll              {asyncio.run(first_poll()):8.2f} s")
    print(f"memory with both platforms idle  {asyncio.run(memory()):8.0f} MB")


if __name__ == "__main__":
    main()
