"""Matrix: rooms, encrypted or not; buttons are reactions and numbers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from bot.platforms import (
    Delivery,
    Gone,
    Hear,
    Misconfigured,
    Outgoing,
    Place,
    Profile,
    TryLater,
)
from bot.platforms.matrix.answers import Declined, Revoked
from bot.platforms.matrix.crypto.client import Client
from bot.platforms.matrix.crypto.identity import Identity
from bot.platforms.matrix.crypto.keys import Keys
from bot.platforms.matrix.crypto.late import Late
from bot.platforms.matrix.crypto.sharing import Sharing
from bot.platforms.matrix.crypto.upkeep import Upkeep
from bot.platforms.matrix.crypto.vault import Vault
from bot.platforms.matrix.memory import Memory
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.saying import Saying
from bot.platforms.matrix.session import Session
from bot.platforms.matrix.syncing import Syncing
from models.sealed import Keyring

_log = logging.getLogger(__name__)

_BOOKMARKED = 300.0
"""Seconds after which a bookmark is handed over although nobody said anything to the bot."""
_LONGEST = 30.0


class Matrix:
    """The bot's account on one homeserver."""

    name = "matrix"
    numbered = True
    first = True
    edit_pace = 2.0
    exact = True
    polls = True
    seeds = True

    def __init__(
        self,
        homeserver: str,
        user: str,
        password: str,
        *,
        data: Path,
        ring: Keyring,
        now: Callable[[], datetime],
        sync_timeout: int = 25_000,
    ) -> None:
        """`data` keeps the login and the keys, `sync_timeout` is how many ms a sync waits."""
        vault, memory = Vault(data, ring), Memory()
        client = Client(homeserver.rstrip("/"), user, data, vault, now)
        self._session = Session(client, password, data)
        keys = Keys(self._session)
        self._rooms = Rooms(self._session)
        self._identity = Identity(self._session, vault)
        upkeep = Upkeep(self._session, keys, self._identity)
        self._late = Late(client, now)
        self._syncing = Syncing(self._session, self._rooms, memory, upkeep, self._late)
        self._saying = Saying(self._session, self._rooms, memory, Sharing(self._session, keys))
        self._timeout = sync_timeout

    async def listen(self, hear: Hear, bookmark: str | None) -> None:
        """Hand over deliveries until cancelled; raises Misconfigured where waiting cannot help.

        The first delivery, even an empty one, holds all that was said while the bot was away.
        """
        # Apart, for a stranger's homeserver may take minutes to say that it is not there.
        following = asyncio.create_task(self._syncing.invitations.follow())
        try:
            await self._listen(hear, bookmark)
        finally:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following

    async def _listen(self, hear: Hear, bookmark: str | None) -> None:
        since, begun, failures = bookmark, False, 0
        handed: float | None = None
        while True:
            try:
                if not begun:
                    await self._syncing.begin(bookmark)
                    begun = True
                timeout = 0 if handed is None else self._timeout
                response = await self._syncing.take(since, timeout, whole=handed is None)
                lines = await self._syncing.read(response, since)
            except (TryLater, Revoked, Declined, Gone) as why:
                failures += 1
                await self._back_off(why, failures)
                continue
            failures = 0
            now = asyncio.get_running_loop().time()
            # Idle syncs move the bookmark too; a commit for each would wear the disk for nothing.
            if lines or handed is None or now - handed > _BOOKMARKED:
                await self._hand_over(hear, Delivery(self.name, lines, response.next_batch))
                if handed is None:
                    await self._hand_over(hear, Delivery(self.name, ()))
                handed = now
            since = response.next_batch

    async def introduce(self, profiles: Mapping[str, Profile]) -> None:
        """Set the display name; Matrix knows no texts and menus."""
        wanted = profiles[""].name
        try:
            if await self._session.shown_name() != wanted:
                await self._session.ask(self._session.client.set_displayname, wanted)
                self._syncing.reader.shown = wanted
        except Revoked:
            raise TryLater(1) from None
        except (Declined, Gone) as why:
            _log.warning("Matrix does not let the bot choose its name: %s", why)

    async def admit(self, place: Place, letter: Outgoing) -> None:
        """At once: the homeserver says itself when it is too much."""

    async def say(self, place: Place, letter: Outgoing) -> str:
        """Send, edit or do, and return the message's reference ("" where there is none).

        Raises TryLater, Gone, Moved or Lost; Declined where trying again will not help.
        """
        with _patience():
            return await self._saying.say(place, letter)

    async def seed(self, place: Place, letter: Outgoing, ref: str) -> None:
        """Put a reaction for each button below a message, where there is room for them."""
        with _patience():
            await self._saying.seed(place, letter, ref)

    async def close(self) -> None:
        """Let go of the network and of the crypto store."""
        await self._session.client.close()
        self._session.client.leave_store()

    async def _hand_over(self, hear: Hear, delivery: Delivery) -> None:
        failures = 0
        while True:
            try:
                await hear(delivery)
                break
            except Exception as why:  # whatever it is, nothing may be lost
                failures += 1
                await self._back_off(why, failures)
        self._late.handed_over()

    async def _back_off(self, why: Exception, failures: int) -> None:
        asked = why.wait if isinstance(why, TryLater) else 0.0
        wait = max(asked, min(0.25 * 2**failures, _LONGEST))
        _log.warning("Matrix: %s, next try in %.1f s", type(why).__name__, wait)
        await asyncio.sleep(wait)


@contextmanager
def _patience() -> Iterator[None]:
    """What the homeserver does not take now is said later, unless it is the letter's fault."""
    try:
        yield
    except Revoked:
        raise TryLater(1) from None
    except (Declined, Misconfigured) as why:
        _log.warning("Matrix does not take a letter: %s", why)
        if isinstance(why, Declined) and why.final:
            raise
        raise TryLater(_LONGEST) from None


__all__ = ["Matrix"]
