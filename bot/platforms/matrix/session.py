"""The bot's account on its homeserver: logged in once, and what the homeserver's answers mean."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
from nio import (  # type: ignore[import-untyped]
    AsyncClient,
    AsyncClientConfig,
    ErrorResponse,
    LoginError,
)

from bot.platforms import Gone, Misconfigured, TryLater
from bot.platforms.matrix.junk import at, words

_AWAY = 5.0
_LONGEST = 300.0
_NOT_A_HOMESERVER = (
    "There is no Matrix homeserver at this address: "
    "set KOMMUNE_MATRIX_HOMESERVER to one, such as https://matrix.example.org."
)
_NO_PASSWORDS = (
    "The homeserver at KOMMUNE_MATRIX_HOMESERVER does not let accounts log in by password: "
    "choose another."
)
_WRONG_PASSWORD = (
    "The homeserver does not know this name and password: set KOMMUNE_MATRIX_USER and "
    "KOMMUNE_MATRIX_PASSWORD to those of the bot's account."
)
_DEACTIVATED = (
    "The bot's account has been deactivated: set KOMMUNE_MATRIX_USER to one that is in use."
)


class Revoked(Exception):
    """The access token is no longer good."""


class Declined(Exception):
    """The homeserver says no, for a reason of its own."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(f"{code or 'no reason'} ({status})")
        self.code = code
        self.status = status


class Session:
    """The bot's account; whatever is asked of the homeserver passes through here."""

    def __init__(self, homeserver: str, user: str, password: str, data: Path) -> None:
        # nio logs whole events, members' words included.
        logging.getLogger("nio").setLevel(logging.CRITICAL + 1)
        config = AsyncClientConfig(
            max_limit_exceeded=0, max_timeouts=0, encryption_enabled=False, request_timeout=60
        )
        self.client = AsyncClient(homeserver.rstrip("/"), user, config=config)
        self._setting = {"homeserver": homeserver, "user": user}
        self._password = password
        self._file = data / "matrix.json"
        self._lock = asyncio.Lock()

    @property
    def me(self) -> str:
        """The bot's Matrix id."""
        return str(self.client.user_id)

    async def ready(self) -> None:
        """Be logged in; raises TryLater, or Misconfigured where waiting cannot help."""
        async with self._lock:
            if not self.client.access_token and not self._restore():
                await self._login()

    async def ask(self, call: Callable[..., Awaitable[Any]], *args: Any, **named: Any) -> Any:
        """The homeserver's answer; raises TryLater, Gone, Revoked, Declined or Misconfigured."""
        await self.ready()
        token = self.client.access_token
        try:
            response = await _reached(call(*args, **named))
            if isinstance(response, tuple):
                response = response[0]
            if isinstance(response, ErrorResponse):
                raise _why(response.status_code, _status(response), response.retry_after_ms)
        except Revoked:
            self._forget(token)
            raise
        return response

    async def raw(self, method: str, path: str, body: object = None) -> Any:
        """Ask for what nio has no words for; raises like `ask`."""
        return await self.ask(self._raw, method, path, body)

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
                raise _why(words(found, "errcode"), answer.status, after)
            return found

    async def _login(self) -> None:
        try:
            response = await self.client.login(self._password, device_name="Kommune")
        except (aiohttp.InvalidURL, aiohttp.ClientConnectorDNSError):
            raise Misconfigured(_NOT_A_HOMESERVER) from None
        except (aiohttp.ClientError, OSError):
            raise TryLater(_AWAY) from None
        if isinstance(response, LoginError):
            raise _no_entry(response)
        self._keep()

    def _restore(self) -> bool:
        try:
            kept = json.loads(self._file.read_text())
            if {name: kept.pop(name) for name in self._setting} != self._setting:
                return False
            self.client.restore_login(kept["user_id"], kept["device_id"], kept["access_token"])
        except (OSError, ValueError, KeyError, AttributeError):
            return False
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

    def _forget(self, token: str) -> None:
        # Meanwhile somebody else may have logged in anew.
        if self.client.access_token == token:
            self.client.access_token = ""
            self.client.device_id = ""
            self._file.unlink(missing_ok=True)


async def _reached(answer: Awaitable[Any]) -> Any:
    try:
        # nio itself waits for ever where it asks for the whole state.
        async with asyncio.timeout(_LONGEST):
            return await answer
    except (aiohttp.ClientError, OSError):
        raise TryLater(_AWAY) from None


def _status(response: ErrorResponse) -> int:
    return getattr(response.transport_response, "status", 0)


def _why(code: str | None, status: int, retry_after_ms: int | None) -> Exception:
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return Revoked()
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        return TryLater((retry_after_ms or 5000) / 1000)
    if code in ("M_FORBIDDEN", "M_NOT_FOUND"):
        return Gone()
    if status >= 500 or status == 0:
        return TryLater(_AWAY)
    return Declined(code or "", status)


def _no_entry(response: LoginError) -> Exception:
    if response.status_code == "M_FORBIDDEN":
        return Misconfigured(_WRONG_PASSWORD)
    if response.status_code == "M_USER_DEACTIVATED":
        return Misconfigured(_DEACTIVATED)
    why = _why(response.status_code, _status(response), response.retry_after_ms)
    if isinstance(why, TryLater):
        return why
    known = response.status_code not in (None, "M_UNRECOGNIZED", "M_NOT_FOUND")
    return Misconfigured(_NO_PASSWORDS if known else _NOT_A_HOMESERVER)
