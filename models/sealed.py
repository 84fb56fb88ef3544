"""Columns that a seized disk does not give away: AES-GCM, bound to table, column and row."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from typing import Any, Self, overload

from Crypto.Cipher import AES
from Crypto.Hash import HMAC, SHA256
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from models.base import Id

KEY, NONCE, TAG = 32, 12, 16


class Unopenable(Exception):
    """The ciphertext belongs to another row, another key, or was tampered with."""


class Keyring:
    """AES-256 keys by version; the newest seals, every one opens."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        """`keys` are 32 bytes each, by version 1 to 255; raises ValueError for others."""
        if any(len(key) != KEY for key in keys.values()):
            raise ValueError("a key is as long as it was made")
        self._keys = dict(keys)
        self._newest = max(keys)

    def __repr__(self) -> str:
        return "Keyring(…)"

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        """Version, nonce, ciphertext and tag; opens only with the same `bound_to`."""
        nonce = os.urandom(NONCE)
        cipher = AES.new(self._keys[self._newest], AES.MODE_GCM, nonce=nonce)
        cipher.update(bound_to.encode())
        ciphertext, tag = cipher.encrypt_and_digest(plain)
        return bytes([self._newest]) + nonce + ciphertext + tag

    def mark(self, text: str) -> str:
        """What stands for a text and can be told by nobody without the key; the same each time."""
        return HMAC.new(self._keys[self._newest], text.encode(), SHA256).hexdigest()

    def open(self, sealed: bytes, bound_to: str) -> bytes:
        """The plain bytes, or Unopenable."""
        nonce, ciphertext, tag = sealed[1 : 1 + NONCE], sealed[1 + NONCE : -TAG], sealed[-TAG:]
        try:
            cipher = AES.new(self._keys[sealed[0]], AES.MODE_GCM, nonce=nonce)
            cipher.update(bound_to.encode())
            return cipher.decrypt_and_verify(ciphertext, tag)
        except (KeyError, IndexError, ValueError) as wrong:
            raise Unopenable(bound_to) from wrong


class Envelope:
    """A sealed value between attribute and column."""

    __slots__ = ("bound_to", "pad", "plain", "ring", "sealed")

    def __init__(
        self,
        *,
        plain: str | None = None,
        bound_to: str = "",
        pad: int = 0,
        sealed: bytes = b"",
        ring: Keyring | None = None,
    ) -> None:
        self.plain, self.bound_to, self.pad = plain, bound_to, pad
        self.sealed, self.ring = sealed, ring

    def text(self, bound_to: str) -> str:
        """The plain text, if it belongs to this place."""
        if self.plain is None:
            assert self.ring is not None
            self.plain = self.ring.open(self.sealed, bound_to).rstrip(b"\0").decode()
        return self.plain

    def bytes(self, ring: Keyring) -> bytes:
        """What the database keeps; padded so that the length tells little."""
        assert self.plain is not None
        plain = self.plain.replace("\0", "").encode()
        if self.pad:
            plain += b"\0" * (-len(plain) % self.pad)
        return ring.seal(plain, self.bound_to)


class SealedColumn(TypeDecorator[Envelope]):
    """Bytes that only the keyring on the engine's dialect opens."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Envelope | None, dialect: Dialect) -> bytes | None:
        """Seal a new value; hand an unchanged one back as it was."""
        if value is None:
            return None
        return value.sealed or value.bytes(dialect.keyring)  # type: ignore[attr-defined]

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Envelope | None:
        """Opened only when somebody reads it."""
        if value is None:
            return None
        return Envelope(sealed=value, ring=dialect.keyring)  # type: ignore[attr-defined]


class Secret:
    """A text attribute whose column `_<name>` is sealed to its row."""

    def __init__(self, pad: int = 0) -> None:
        """`pad` rounds the length up to a multiple of so many bytes."""
        self.pad = pad

    def __set_name__(self, owner: Any, name: str) -> None:
        self._owner, self.name = owner, name

    def envelope(self, row_id: int, text: str) -> Envelope | None:
        """The text as the column of a row that is yet to be written."""
        if not text:
            return None
        return Envelope(plain=text, bound_to=self._place(row_id), pad=self.pad)

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: Any, owner: type) -> str: ...
    def __get__(self, row: Any, owner: type) -> Self | str:
        if row is None:
            return self
        envelope: Envelope | None = getattr(row, f"_{self.name}")
        return "" if envelope is None else envelope.text(self._place(row.id))

    def __set__(self, row: Any, value: str) -> None:
        setattr(row, f"_{self.name}", self.envelope(row.id, value))

    def _place(self, row_id: int) -> str:
        return f"{self._owner.__tablename__}.{self.name}.{row_id}"


def draw() -> int:
    """A new id for a row to which secrets are bound."""
    return secrets.randbits(62)


class Drawn:
    """Rows whose id is drawn before they are written, so that secrets can be bound to it."""

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False)

    def __init__(self, **values: Any) -> None:
        self.id = values.pop("id", None) or draw()
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value)


def sealed() -> Mapped[Envelope | None]:
    """The column behind a Secret."""
    return mapped_column(SealedColumn, default=None)
