"""The health page, on loopback by default."""

from __future__ import annotations

import asyncio
import json
from asyncio import IncompleteReadError, LimitOverrunError
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing, suppress
from http import HTTPStatus

from bot.platforms import Misconfigured

PATIENCE = 4.0
"""Seconds for a question, and for its answer."""


@asynccontextmanager
async def health_page(
    address: tuple[str, int] | None, healthy: Callable[[], Awaitable[bool]]
) -> AsyncIterator[None]:
    """Serve `/health` while the block runs: 200 when the store answers, else 503."""
    if address is None:
        yield
        return

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Whoever is gone, or slow, or speaks no HTTP gets no answer.
        with closing(writer), suppress(OSError, IncompleteReadError, LimitOverrunError):
            writer.write(await _page(await _asked(reader), healthy))
            await writer.drain()

    try:
        server = await asyncio.start_server(answer, *address)
    except OSError:
        where = ":".join(map(str, address))
        raise Misconfigured(f"Set KOMMUNE_HEALTH to a free address, not {where!r}.") from None
    try:
        yield
    finally:
        server.close()


async def ask_health(address: tuple[str, int]) -> bool:
    """Whether the bot at this address says that it is well."""
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(*address)
            with closing(writer):
                writer.write(b"GET /health HTTP/1.1\r\nHost: kommune\r\n\r\n")
                answer = await reader.readline()
    except OSError:
        return False
    return answer.split()[1:2] == [b"200"]


async def _asked(reader: asyncio.StreamReader) -> bytes:
    """The path of a request; its headers are of no interest."""
    async with asyncio.timeout(PATIENCE):
        head = await reader.readuntil(b"\r\n\r\n")
    _method, path, *_rest = [*head.split(), b"", b""]
    return path.partition(b"?")[0]


async def _page(path: bytes, healthy: Callable[[], Awaitable[bool]]) -> bytes:
    status, said = HTTPStatus.NOT_FOUND, {}
    if path == b"/health":
        good = await healthy()
        status, said = HTTPStatus.OK if good else HTTPStatus.SERVICE_UNAVAILABLE, {"healthy": good}
    body = json.dumps(said)
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()
