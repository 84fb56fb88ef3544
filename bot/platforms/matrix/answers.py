"""What the homeserver's answers mean."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

import aiohttp
from nio import ErrorResponse, LoginError  # type: ignore[import-untyped]

from bot.platforms import Gone, Misconfigured, TryLater

AWAY = 5.0
_LONGEST = 300.0
NOT_A_HOMESERVER = (
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

    def __init__(self, soft: bool = False) -> None:
        """`soft`: the device and its keys are, and need only be logged in again."""
        super().__init__("revoked")
        self.soft = soft


class Missing(Gone):
    """What is named is not there: a room, or something in it."""


class Declined(Exception):
    """The homeserver says no, for a reason of its own."""

    def __init__(self, code: str, status: int, body: object = None) -> None:
        """`body`: the whole answer, where the homeserver asks back."""
        super().__init__(f"{code or 'no reason'} ({status})")
        self.code = code
        self.status = status
        self.body = body

    @property
    def final(self) -> bool:
        """What is asked makes no sense to the homeserver, and will not the next time."""
        return self.status in (400, 413)


async def reached(answer: Awaitable[Any]) -> Any:
    """The answer, if the homeserver can be reached; raises TryLater."""
    try:
        # nio itself waits for ever where it asks for the whole state.
        async with asyncio.timeout(_LONGEST):
            return await answer
    except (aiohttp.ClientError, OSError):
        raise TryLater(AWAY) from None


def status(response: ErrorResponse) -> int:
    """The HTTP status of an answer, 0 if there was none."""
    return getattr(response.transport_response, "status", 0)


def why(
    code: str | None,
    status: int,
    retry_after_ms: int | None,
    body: object = None,
    *,
    soft: bool = False,
) -> Exception:
    """What to raise for a refusal."""
    if code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return Revoked(soft)
    if code == "M_LIMIT_EXCEEDED" or status == 429:
        return TryLater((retry_after_ms or 5000) / 1000)
    if code == "M_NOT_FOUND":
        return Missing()
    if code == "M_FORBIDDEN":
        return Gone()
    if status >= 500 or status == 0:
        return TryLater(AWAY)
    return Declined(code or "", status, body)


def no_entry(response: LoginError) -> Exception:
    """What to raise for a refused login."""
    if response.status_code == "M_FORBIDDEN":
        return Misconfigured(_WRONG_PASSWORD)
    if response.status_code == "M_USER_DEACTIVATED":
        return Misconfigured(_DEACTIVATED)
    reason = why(response.status_code, status(response), response.retry_after_ms)
    if isinstance(reason, TryLater):
        return reason
    known = response.status_code not in (None, "M_UNRECOGNIZED", "M_NOT_FOUND")
    return Misconfigured(_NO_PASSWORDS if known else NOT_A_HOMESERVER)
