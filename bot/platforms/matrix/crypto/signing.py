"""Cross-signing: an account vouches for its own devices with three keys of its own.

https://spec.matrix.org/v1.16/client-server-api/#cross-signing
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from Crypto.Signature import eddsa

from bot.platforms.matrix.junk import words

MASTER, SELF, USER = "master", "self_signing", "user_signing"
USAGES = (MASTER, SELF, USER)


class Signing:
    """The three keys of one account."""

    def __init__(self, user: str, seeds: Mapping[str, bytes]) -> None:
        """`seeds`: 32 secret bytes for each usage."""
        self.user = user
        self._keys = {usage: eddsa.import_private_key(seeds[usage]) for usage in USAGES}

    def public(self, usage: str) -> str:
        """The public key, which is also its name."""
        return _base64(self._keys[usage].public_key().export_key(format="raw"))

    def published(self) -> dict[str, Any]:
        """All three as they are uploaded: the master key vouches for the others."""
        master = {f"{MASTER}_key": self._described(MASTER)}
        others = {f"{usage}_key": self.sign(self._described(usage), MASTER) for usage in USAGES[1:]}
        return {**master, **others}

    def sign(self, thing: Mapping[str, Any], usage: str) -> dict[str, Any]:
        """The thing with a signature added to those it has."""
        signer = eddsa.new(self._keys[usage], "rfc8032")
        signature = _base64(signer.sign(canonical(thing)))
        signatures = dict(thing.get("signatures", {}))
        mine = {**signatures.get(self.user, {}), f"ed25519:{self.public(usage)}": signature}
        return {**thing, "signatures": {**signatures, self.user: mine}}

    def has_signed(self, thing: Mapping[str, Any], usage: str) -> bool:
        """Whether exactly this thing bears the signature of this key."""
        name = f"ed25519:{self.public(usage)}"
        made = words(self.sign(thing, usage), "signatures", self.user, name)
        return words(thing, "signatures", self.user, name) == made

    def _described(self, usage: str) -> dict[str, Any]:
        name = self.public(usage)
        return {"user_id": self.user, "usage": [usage], "keys": {f"ed25519:{name}": name}}


def canonical(thing: Mapping[str, Any]) -> bytes:
    """The bytes that are signed: canonical JSON without signatures and what servers add."""
    signed = {
        name: value for name, value in thing.items() if name not in ("signatures", "unsigned")
    }
    text = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")
