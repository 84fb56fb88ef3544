"""The double of the Bot API server: HTTP on loopback, strict about all it is sent."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from typing import Any, Self

from aiohttp import web

from tests.platforms.botapi.checks import values
from tests.platforms.botapi.profile import Profiles
from tests.platforms.botapi.schema import UPLOAD, Schema
from tests.platforms.botapi.state import ApiError, Json

TOKEN = "7000001:AAF-the-token-of-the-double_0123456789"


class BotApi(Profiles):
    """`async with BotApi() as api:` serves at `api.url` until the block ends."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        super().__init__(Schema.from_environment())
        self.token = token
        self.url = ""
        self._port = port
        self._faults: dict[str, deque[ApiError | None]] = defaultdict(deque)
        self._hanging: dict[str, asyncio.Event] = {}
        self._poll: asyncio.Event | None = None
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=60 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self._port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stop_poll()
        if self._runner is not None:
            await self._runner.cleanup()

    def fail(self, method: str, *faults: ApiError | None) -> None:
        """Answer the next calls of a method with these; None breaks the connection."""
        self._faults[method].extend(faults)

    def hang(self, method: str) -> asyncio.Event:
        """Never answer the next call of a method; set when it is there."""
        called = asyncio.Event()
        self._hanging[method] = called
        return called

    def called(self, method: str) -> list[Json]:
        """The parameters of all calls of a method so far."""
        return [sent for name, sent in self.calls if name == method]

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        try:
            result = await self._called(request, method)
        except ApiError as error:
            body: Json = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            return web.json_response(body, status=error.code)
        if self.schema is not None and method != "getUpdates":
            self.violations += self.schema.of_result(method, result)
        return web.json_response({"ok": True, "result": result})

    async def _called(self, request: web.Request, method: str) -> object:
        if request.match_info["token"] != self.token:
            raise ApiError(401, "Unauthorized")
        sent = await _parameters(request)
        if self.schema is not None:
            shown = {k: UPLOAD if isinstance(v, bytes) else v for k, v in sent.items()}
            self.violations += self.schema.of_request(method, shown)
        known = values(sent)
        self.calls.append((method, known))
        self.changed()
        if self._faults[method]:
            fault = self._faults[method].popleft()
            if fault is not None:
                raise fault
            assert request.transport is not None
            request.transport.abort()
            raise ApiError(500, "gone")
        if method in self._hanging:
            self._hanging.pop(method).set()
            await asyncio.Event().wait()
        if method == "getUpdates":
            return await self._updates(**known)
        act = self.method(method)
        if act is None:
            self.violations.append(f"{method}: not known to the double")
            raise ApiError(404, "Not Found")
        try:
            return act(**known)
        except (AttributeError, KeyError, TypeError) as error:
            self.violations.append(f"{method}: {error!r}")
            raise ApiError(400, f"Bad Request: {error}") from None

    async def _updates(
        self,
        offset: int = 0,
        limit: int = 100,
        timeout: int = 0,
        allowed_updates: list[str] | None = None,
    ) -> list[Any]:
        if self.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._stop_poll()
        if allowed_updates is not None:
            self.allowed = allowed_updates
        self._confirm(offset)
        stop = self._poll = asyncio.Event()
        self.changed()
        try:
            await self.until(lambda: self.queue or stop.is_set(), timeout=timeout or 0.001)
        except TimeoutError:
            return []
        if stop.is_set():
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        return self.queue[: max(1, min(limit, 100))]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.queue = self.queue[offset:]
        elif offset:
            kept = (update for update in self.queue if _number(update) >= offset)
            self.queue = list(kept)

    def _stop_poll(self) -> None:
        if self._poll is not None:
            self._poll.set()
            self.changed()


def _number(update: object) -> int:
    # What has no number goes with the next confirmation.
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) else 0


async def _parameters(request: web.Request) -> Json:
    if request.content_type == "application/json":
        body = await request.json()
        return body if isinstance(body, dict) else {}
    sent: Json = dict(request.query)
    for name, value in (await request.post()).items():
        sent[name] = value.file.read() if isinstance(value, web.FileField) else value
    return sent
