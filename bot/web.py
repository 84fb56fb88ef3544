"""The health page, on loopback by default."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import ClientSession, ClientTimeout, web

from bot.platforms import Misconfigured


@asynccontextmanager
async def health_page(
    address: tuple[str, int] | None, healthy: Callable[[], Awaitable[bool]]
) -> AsyncIterator[None]:
    """Serve `/health` while the block runs: 200 when the store answers, else 503."""
    if address is None:
        yield
        return

    async def answer(_request: web.Request) -> web.Response:
        good = await healthy()
        return web.json_response({"healthy": good}, status=200 if good else 503)

    app = web.Application()
    app.router.add_get("/health", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, *address).start()
    except OSError:
        await runner.cleanup()
        where = ":".join(map(str, address))
        raise Misconfigured(f"Set KOMMUNE_HEALTH to a free address, not {where!r}.") from None
    try:
        yield
    finally:
        await runner.cleanup()


async def ask_health(address: tuple[str, int]) -> bool:
    """Whether the bot at this address says that it is well."""
    host, port = address
    async with ClientSession(timeout=ClientTimeout(total=4)) as session:
        try:
            async with session.get(f"http://{host}:{port}/health") as response:
                return response.status == 200
        except OSError:
            return False
