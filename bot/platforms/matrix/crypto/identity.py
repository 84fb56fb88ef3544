"""The account vouches for the bot's device: without that, people's apps withhold their keys."""

from __future__ import annotations

import logging
from typing import Any

from bot.platforms import Gone, Misconfigured
from bot.platforms.matrix.answers import Declined
from bot.platforms.matrix.crypto.signing import MASTER, SELF, USAGES, Signing
from bot.platforms.matrix.crypto.vault import Vault
from bot.platforms.matrix.junk import at, items, words
from bot.platforms.matrix.session import Session

_log = logging.getLogger(__name__)
_PASSWORD = "m.login.password"
_WRONG_PASSWORD = (
    "The homeserver wants the password of the bot's account before its keys are replaced: "
    "set KOMMUNE_MATRIX_PASSWORD to it."
)
_ELSEWHERE = (
    "The homeserver does not let the bot replace the keys of its account by itself: "
    "open {where}, log in as the bot, allow its identity to be reset, and start Kommune again."
)


class Identity:
    """The account's cross-signing keys, and the bot's device signed by them."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session, self._vault = session, vault
        self._vouched_for = ""

    async def vouch(self) -> None:
        """Have the device signed, once; raises as the session does, and Misconfigured."""
        session, device = self._session, self._session.client.device_id
        if self._vouched_for == device:
            return
        signing = Signing(session.me, self._vault.seeds(session.me, USAGES))
        found = await session.raw("POST", "/keys/query", {"device_keys": {session.me: []}})
        await self._publish(signing, found)
        keys = at(found, "device_keys", session.me, device)
        if isinstance(keys, dict) and not signing.has_signed(keys, SELF):
            signed = {name: value for name, value in keys.items() if name != "unsigned"}
            body = {session.me: {device: signing.sign(signed, SELF)}}
            await session.raw("POST", "/keys/signatures/upload", body)
        self._vouched_for = device

    async def _publish(self, signing: Signing, found: object) -> None:
        known = words(found, "master_keys", signing.user, "keys", _name(signing, MASTER))
        also = words(found, "self_signing_keys", signing.user, "keys", _name(signing, SELF))
        if known and also:
            return
        if at(found, "master_keys", signing.user):
            _log.warning(
                "Matrix: the account had other cross-signing keys, they are replaced; "
                "whoever has verified the bot must do so again"
            )
        await self._upload(signing.published())

    async def _upload(self, keys: dict[str, Any]) -> None:
        path = "/keys/device_signing/upload"
        try:
            await self._session.raw("POST", path, keys)
        except Declined as asked:
            if asked.status != 401:
                raise
            confirmed = {**keys, "auth": self._confirmation(asked.body)}
            try:
                await self._session.raw("POST", path, confirmed)
            except (Declined, Gone):
                raise Misconfigured(_WRONG_PASSWORD) from None

    def _confirmation(self, asked: object) -> dict[str, Any]:
        if not any(items(flow, "stages") == [_PASSWORD] for flow in items(asked, "flows")):
            stages = [items(flow, "stages") for flow in items(asked, "flows")]
            where = [words(asked, "params", str(one), "url") for flow in stages for one in flow]
            site = next(filter(None, where), "its website")
            raise Misconfigured(_ELSEWHERE.format(where=site))
        who = {"type": "m.id.user", "user": self._session.me}
        session = words(asked, "session")
        password = self._session.password
        return {"type": _PASSWORD, "identifier": who, "password": password, "session": session}


def _name(signing: Signing, usage: str) -> str:
    return f"ed25519:{signing.public(usage)}"
