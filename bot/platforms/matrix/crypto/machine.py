"""nio's crypto, mended: what strangers send stops nothing, and no crash loses a key.

Each repair is a test that stock nio fails: tests/platforms/matrix/crypto/test_repairs.py.
"""

from __future__ import annotations

import logging
from typing import Any

from nio import MegolmEvent  # type: ignore[import-untyped]
from nio.crypto import Olm  # type: ignore[import-untyped]
from nio.events import Event  # type: ignore[import-untyped]
from nio.exceptions import EncryptionError  # type: ignore[import-untyped]

from bot.platforms.matrix.crypto.store import Store
from bot.platforms.matrix.junk import Source

_log = logging.getLogger(__name__)
_AT_ONCE = 20
_MOST = 1000
"""Key requests that are remembered: more than the events that are waited for."""


class NoKeyYet(EncryptionError):  # type: ignore[misc]
    """The key of an event, or the device that sent it, is not known by now."""


class Machine(Olm):  # type: ignore[misc]
    """The crypto of one device."""

    store: Store

    def __init__(self, user: str, device: str, store: Store) -> None:
        super().__init__(user, device, store)
        self.fallback_used = False
        """The homeserver has handed out the key that stands in when all others are used up."""

    def handle_to_device_event(self, event: Any) -> Any:
        """Take a message to this device; one that makes no sense is as if it had not come.

        The advanced ratchet and the key it uncovered are stored together: with one of them alone,
        what that key opens would be lost.
        """
        try:
            with self.store.whole():
                return super().handle_to_device_event(event)
        except Exception as junk:
            _log.info("Matrix: a message between devices made no sense (%s)", type(junk).__name__)
            return None

    def message_index_ok(self, message_index: int, event: MegolmEvent) -> bool:
        """Whether a ciphertext has never been seen as another event, in this process or before."""
        key = (event.room_id, event.sender_key, event.session_id)
        return self.store.is_new(key, message_index, event.event_id, event.server_timestamp)

    def decrypt_megolm_event(self, event: MegolmEvent, room_id: str | None = None) -> Any:
        """The event inside; raises EncryptionError, or NoKeyYet where waiting may help."""
        event.room_id = room = room_id or event.room_id
        try:
            found = self._decrypted(event, room)
        except EncryptionError:
            raise
        except Exception as junk:  # nio asserts what strangers need not keep to
            raise EncryptionError(type(junk).__name__) from None
        if "state_key" in found.source or found.source.get("room_id") != room:
            raise EncryptionError("An encrypted event claims to be state, or of another room.")
        return found

    def check_if_wedged(self, event: MegolmEvent) -> None:
        """See to it that a missing key comes; whoever sends very much of that waits in vain."""
        asked = self.key_re_requests_events.get((event.sender, event.device_id), ())
        if len(asked) + len(self.outgoing_to_device_messages) < _AT_ONCE:
            super().check_if_wedged(event)
        if len(self.outgoing_key_requests) > _MOST:
            self.outgoing_key_requests.clear()

    def open(self, source: Source, room: str) -> Source | None:
        """The event inside an encrypted one; raises NoKeyYet; None if it cannot be opened."""
        event = Event.parse_encrypted_event(source)
        if not isinstance(event, MegolmEvent):
            return None
        try:
            found: Source = self.decrypt_megolm_event(event, room).source
        except NoKeyYet:
            raise
        except EncryptionError:
            return None
        return found

    @property
    def should_upload_keys(self) -> bool:
        """Whether the homeserver runs out of keys that others need to write to this device."""
        return bool(self.fallback_used or super().should_upload_keys)

    def share_keys(self) -> dict[str, Any]:
        """The keys to upload; stored first, so that a crash meanwhile does not brick the device."""
        keys: dict[str, Any] = super().share_keys()
        account = self.account._account
        if not self.account.shared or self.fallback_used:
            account.generate_fallback_key()
        spare = {number: key.to_base64() for number, key in account.fallback_key.items()}
        if spare:
            keys["fallback_keys"] = {
                f"signed_curve25519:{n}": self._signed(k) for n, k in spare.items()
            }
        self.save_account()
        return keys

    def create_group_session(
        self, sender_key: str, sender_fp_key: str, room_id: str, session_id: str, session_key: str
    ) -> None:
        """Take a room's key, unless its owner has given it before."""
        if self.inbound_group_store.get(room_id, sender_key, session_id) is None:
            super().create_group_session(
                sender_key, sender_fp_key, room_id, session_id, session_key
            )

    def verify_json(self, json: Any, user_key: str, user_id: str, device_id: str) -> bool:
        """Whether something is signed by this key; what is no key at all has signed nothing."""
        try:
            return bool(super().verify_json(json, user_key, user_id, device_id))
        except (ValueError, TypeError, AttributeError):
            return False

    def _decrypted(self, event: MegolmEvent, room: str) -> Any:
        session = self.inbound_group_store.get(room, event.sender_key, event.session_id)
        if session is None:
            self.check_if_wedged(event)
            raise NoKeyYet("no key")
        self._check_sender(event, session)
        return super().decrypt_megolm_event(event, room)

    def _check_sender(self, event: MegolmEvent, session: Any) -> None:
        """A key opens only what its owner says: no other device, and no other member."""
        if event.sender == self.user_id:
            return
        devices = self.device_store[event.sender].values()
        device = next((one for one in devices if one.curve25519 == event.sender_key), None)
        if device is None:
            self.users_for_key_query.add(event.sender)
            raise NoKeyYet("unknown device")
        if device.ed25519 != session.ed25519:
            raise EncryptionError("A key does not belong to the device that used it.")

    def _signed(self, key: str) -> dict[str, Any]:
        spare: dict[str, Any] = {"key": key, "fallback": True}
        signature = self.sign_json(spare)
        name = f"ed25519:{self.device_id}"
        return {**spare, "signatures": {self.user_id: {name: signature}}}
