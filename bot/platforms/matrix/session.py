"""The bot's account on its homeserver, logged in once."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
from nio import ErrorResponse, LoginError  # type: ignore[import-untyped]

from bot.platforms import Gone, Misconfigured, TryLater
from bot.platforms.matrix.answers import (
    AWAY,
    NOT_A_HOMESERVER,
    Revoked,
    no_entry,
    reached,
    status,
    why,
)
from bot.platforms.matrix.crypto.client import Client
from bot.platforms.matrix.junk import at, words

_log = logging.getLogger(__name__)
NAME = "matrix.json"


class Session:
    """The bot's account; whatever is asked of the homeserver passes through here."""

    def __init__(self, client: Client, password: str, data: Path) -> None:
        """`data` keeps the login."""
        for library in ("nio", "peewee"):
            # They log whole events and statements, members' words included.
            logging.getLogger(library).setLevel(logging.CRITICAL + 1)
        self.client = client
        self.password = password
        self._setting = {"homeserver": client.homeserver, "user": client.user}
        self._file = data / NAME
        self._lock = asyncio.Lock()

    @property
    def me(self) -> str:
        """The bot's Matrix id."""
        return str(self.client.user_id)

    async def ready(self) -> None:
        """Be logged in; raises TryLater, or Misconfigured where waiting cannot help."""
        async with self._lock:
            if not self.client.access_token and not await self._restore():
                await self._login()

    async def ask(self, call: Callable[..., Awaitable[Any]], *args: Any, **named: Any) -> Any:
        """The homeserver's answer; raises TryLater, Gone, Revoked, Declined or Misconfigured."""
        await self.ready()
        token = self.client.access_token
        try:
            response = await reached(call(*args, **named))
            if isinstance(response, tuple):
                response = response[0]
            if isinstance(response, ErrorResponse):
                soft, after = response.soft_logout, response.retry_after_ms
                raise why(response.status_code, status(response), after, soft=soft is True)
        except Revoked as revoked:
            self._forget(token, keep_device=revoked.soft)
            raise
        return response

    async def raw(self, method: str, path: str, body: object = None) -> Any:
        """Ask for what nio has no words for; raises like `ask`."""
        return await self.ask(self._raw, method, path, body)

    async def begin_anew(self) -> None:
        """Leave this device; the next thing asked logs in as a new one."""
        self._forget(self.client.access_token)

    async def shown_name(self) -> str:
        """The bot's own display name, "" if it has none."""
        await self.ready()
        try:
            profile = await self.ask(self.client.get_displayname, self.me)
        except Gone:
            return ""
        return profile.displayname or ""

    async def _raw(self, method: str, path: str, body: object) -> Any:
        data = None if body is None else json.dumps(body)
        headers = {
            "Authorization": f"Bearer {self.client.access_token}",
            "Content-Type": "application/json",
        }
        path = "/_matrix/client/v3" + path
        async with await self.client.send(method, path, data, headers) as answer:
            found = await self.client.parse_body(answer)
            if answer.status >= 400:
                wait = at(found, "retry_after_ms")
                after = wait if isinstance(wait, int) else None
                soft = at(found, "soft_logout") is True
                raise why(words(found, "errcode"), answer.status, after, found, soft=soft)
            return found

    async def _login(self) -> None:
        try:
            response = await self.client.login(self.password, device_name="Kommune")
        except (aiohttp.InvalidURL, aiohttp.ClientConnectorDNSError):
            raise Misconfigured(NOT_A_HOMESERVER) from None
        except (aiohttp.ClientError, OSError):
            raise TryLater(AWAY) from None
        if isinstance(response, LoginError):
            raise no_entry(response)
        self._keep()

    async def _restore(self) -> bool:
        if self.client.device_id:
            # Its token has just been refused; the device stays.
            return False
        try:
            kept = json.loads(self._file.read_text())
            if {name: kept.pop(name) for name in self._setting} != self._setting:
                return False
            user, device, token = kept["user_id"], kept["device_id"], kept["access_token"]
        except (OSError, ValueError, KeyError, AttributeError):
            return False
        if not self.client.has_keys(user, device):
            # A device without its keys is deaf for ever.
            _log.error("Matrix: the keys of the bot's device are lost, it begins a new one")
            self.client.access_token = token
            await reached(self.client.logout())
            self.client.access_token = ""
            return False
        if not token:
            self.client.device_id = device
            return False
        self.client.restore_login(user, device, token)
        return True

    def _keep(self) -> None:
        account = {
            **self._setting,
            "user_id": self.client.user_id,
            "device_id": self.client.device_id,
            "access_token": self.client.access_token,
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            json.dump(account, out)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self._file)

    def _forget(self, token: str, *, keep_device: bool = False) -> None:
        # Meanwhile somebody else may have logged in anew, or nio have forgotten the token itself.
        if self.client.access_token not in ("", token):
            return
        self.client.access_token = ""
        if keep_device and self.client.device_id:
            self._keep()
            return
        self.client.device_id = ""
        self.client.leave_store()
        self._file.unlink(missing_ok=True)
