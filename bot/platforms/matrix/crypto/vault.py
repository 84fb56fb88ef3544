"""What only the bot's key file opens: the crypto store's passphrase, and the seeds that sign."""

from __future__ import annotations

import json
import logging
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from models.sealed import Keyring, Unopenable

_log = logging.getLogger(__name__)
NAME = "matrix.keys"


class Vault:
    """A sealed file beside the crypto store; made when it is first needed."""

    def __init__(self, folder: Path, ring: Keyring) -> None:
        self._file, self._ring = folder / NAME, ring
        self._kept = self._read()

    @property
    def passphrase(self) -> str:
        """With this the crypto store is encrypted."""
        if "passphrase" not in self._kept:
            self._keep({**self._kept, "passphrase": secrets.token_hex(32)})
        return self._kept["passphrase"]

    def seeds(self, user: str, names: tuple[str, ...]) -> dict[str, bytes]:
        """32 secret bytes for each name: the same for a user for ever, and on disk by now."""
        places = {name: f"{user} {name}" for name in names}
        missing = [place for place in places.values() if place not in self._kept]
        if missing:
            self._keep({**self._kept, **{place: secrets.token_hex(32) for place in missing}})
        return {name: bytes.fromhex(self._kept[place]) for name, place in places.items()}

    def _read(self) -> Mapping[str, str]:
        try:
            found: dict[str, str] = json.loads(self._ring.open(self._file.read_bytes(), NAME))
        except FileNotFoundError:
            return {}
        except Unopenable:
            _log.error("%s is damaged or sealed with other keys: Matrix begins anew", self._file)
            return {}
        return found

    def _keep(self, kept: Mapping[str, str]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(self._ring.seal(json.dumps(kept).encode(), NAME))
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self._file)
        self._kept = kept
