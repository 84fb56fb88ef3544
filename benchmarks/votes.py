"""Votes, from raw update JSON to the commit with the card's letter, beside the floors."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes
from telegram.request import BaseRequest

from benchmarks.world import World, world

ROUNDS = 15
"""The best of so many is taken: whatever else the machine does only makes it slower."""


def rate(world: World, size: int, deliveries: int) -> float:
    """Votes a second in deliveries of `size`."""
    world.hear(world.votes(size))
    best = 0.0
    for _ in range(ROUNDS):
        batches = [world.votes(size) for _ in range(deliveries)]
        start = time.perf_counter()
        for batch in batches:
            world.hear(batch)
        best = max(best, size * deliveries / (time.perf_counter() - start))
    return best


def queries(world: World, size: int) -> int:
    """Statements that one delivery costs."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    engine = world.running.store.engine
    event.listen(engine, "before_cursor_execute", note)
    world.hear(world.votes(size))
    event.remove(engine, "before_cursor_execute", note)
    return count


class Offline(BaseRequest):
    """A network that is not there."""

    read_timeout = 1.0

    async def initialize(self) -> None:
        """Nothing."""

    async def shutdown(self) -> None:
        """Nothing."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The bot itself, whatever was asked."""
        me = b'{"id":1,"is_bot":true,"first_name":"K","username":"k"}'
        return 200, b'{"ok":true,"result":' + me + b"}"


async def bare(world: World, number: int = 3000) -> float:
    """python-telegram-bot alone: parse and dispatch to a handler that does nothing."""

    async def nothing(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        return None

    offline = Offline()
    app = Application.builder().token("1:b").request(offline).get_updates_request(offline).build()
    app.add_handler(CallbackQueryHandler(nothing))
    best = 0.0
    async with app:
        for _ in range(ROUNDS):
            raws = world.votes(number)
            start = time.perf_counter()
            for raw in raws:
                await app.process_update(Update.de_json(raw, app.bot))
            best = max(best, number / (time.perf_counter() - start))
    return best


def raw_sqlite(number: int = 500) -> float:
    """sqlite3 alone: three rows read, two written, committed with synchronous=FULL."""
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)")
        connection.executemany("INSERT INTO t VALUES (?, 'x')", [(n,) for n in range(1000)])
        start = time.perf_counter()
        for n in range(number):
            connection.execute("BEGIN IMMEDIATE")
            for k in range(3):
                connection.execute("SELECT v FROM t WHERE id = ?", (n + k,)).fetchone()
            connection.execute("INSERT INTO t (v) VALUES ('y')")
            connection.execute("UPDATE t SET v = 'z' WHERE id = ?", (n,))
            connection.execute("COMMIT")
        took = time.perf_counter() - start
        connection.close()
    return number / took


def main() -> None:
    """Print the rates and their ratios."""
    with world() as small:
        many, one = rate(small, 100, 6), rate(small, 1, 60)
        floor = asyncio.run(bare(small))
        print(f"votes, in deliveries of 100      {many:8,.0f} a second")
        print(
            f"  python-telegram-bot alone      {floor:8,.0f} a second, of which {many / floor:.2f}"
        )
        print(f"votes, one at a time             {one:8,.0f} a second")
        print(f"  sqlite3 alone                  {raw_sqlite():8,.0f} a second")
        print(f"queries of a delivery of 1, 100  {queries(small, 1)}, {queries(small, 100)}")


if __name__ == "__main__":
    main()
