"""nio's client around the mended machine and its store."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from nio import AsyncClient, AsyncClientConfig  # type: ignore[import-untyped]
from peewee import OperationalError  # type: ignore[import-untyped]

from bot.platforms import TryLater
from bot.platforms.matrix.answers import AWAY
from bot.platforms.matrix.crypto.machine import Machine
from bot.platforms.matrix.crypto.store import NAME, Store
from bot.platforms.matrix.crypto.vault import Vault
from bot.platforms.matrix.junk import items

_log = logging.getLogger(__name__)
_FALLBACKS = "device_unused_fallback_key_types"


class Client(AsyncClient):  # type: ignore[misc]
    """The bot's account as nio sees it; its keys lie in `folder`."""

    olm: Machine | None
    store: Store | None

    def __init__(
        self,
        homeserver: str,
        user: str,
        folder: Path,
        vault: Vault,
        now: Callable[[], datetime],
    ) -> None:
        config = AsyncClientConfig(max_limit_exceeded=0, max_timeouts=0, request_timeout=60)
        super().__init__(homeserver, user, config=config)
        self._folder, self._vault, self._now = folder, vault, now

    def load_store(self) -> None:
        """Open the store of the account's device, a new one if it has none."""
        if self.store is None:
            self.store = self._open(self.device_id)
            self.olm = Machine(self.user_id, self.device_id, self.store)
            self.store.throw_away()
            self.encrypted_rooms = self.store.load_encrypted_rooms()

    def leave_store(self) -> None:
        """Let go of the store; the next login opens one for its own device."""
        if self.store is not None:
            self.store.close()
        self.store = self.olm = None

    def has_keys(self, user: str, device: str) -> bool:
        """Whether the store knows this device; one that cannot be read is put aside.

        Raises TryLater where it cannot be opened now.
        """
        self.user_id = user
        try:
            store = self._open(device)
            try:
                return store.load_account() is not None
            finally:
                store.close()
        except OperationalError:
            # In use by another process, or the disk is full: nothing is wrong with it.
            raise TryLater(AWAY) from None
        except Exception as broken:  # sqlite's, peewee's or vodozemac's: there is no common one
            _log.error("Matrix: %s cannot be read (%s)", NAME, type(broken).__name__)
            file = self._folder / NAME
            file.replace(file.with_suffix(".unreadable"))
            return False

    def _open(self, device: str) -> Store:
        return Store(self.user_id, device, self._folder, self._vault.passphrase, self._now)

    async def _handle_sync(self, response: Any) -> None:
        await super()._handle_sync(response)
        if self.olm is not None and response.to_device_events:
            told = await response.transport_response.json()
            unused = items(told, _FALLBACKS)
            self.olm.fallback_used = _FALLBACKS in told and "signed_curve25519" not in unused

    def _handle_olm_events(self, response: Any) -> None:
        super()._handle_olm_events(response)
        if self.olm is not None:
            # nio looks only at those who have spoken; the others have new phones as well.
            known = self.olm.tracked_users.union(self.olm.device_store.users)
            self.olm.add_changed_users(known.intersection(response.device_list.changed))
            # nio takes 0 for "not told" and would never upload keys again.
            self.olm.uploaded_key_count = response.device_key_count.signed_curve25519 or 0
