"""What a peer sees: events, invitations, devices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Said = dict[str, Any]


@dataclass(frozen=True)
class Event:
    """An event of a timeline, decrypted where that was possible."""

    id: str
    sender: str
    kind: str
    content: Said
    at: int
    state_key: str | None = None
    redacts: str | None = None
    encrypted: bool = False
    error: str | None = None
    """Why it could not be decrypted, such as `MissingRoomKey`."""
    reason: str | None = None
    """The same in a sentence."""
    withheld: str | None = None
    """The code with which its key was refused, such as `m.unverified`."""
    shield: str | None = None
    """What Element draws beside it: `none` (all is well), `grey` or `red`."""
    shield_code: str | None = None
    device: str | None = None
    cross_signed: bool = False
    """Its sender has signed the device it came from."""

    @property
    def body(self) -> str:
        """The words of a message; empty for what holds none or is not readable."""
        return str(self.content.get("body", ""))


@dataclass(frozen=True)
class Device:
    """Somebody's device, as a peer sees it."""

    id: str
    cross_signed: bool
    verified: bool
    curve25519: str
    ed25519: str
    name: str | None = None


@dataclass(frozen=True)
class Invite:
    """A room that a peer was asked into."""

    room: str
    by: str
    direct: bool
    encrypted: bool


def as_event(found: Said) -> Event:
    """What Node says of an event."""
    names = {"event_id": "id", "type": "kind", "origin_server_ts": "at"}
    return Event(**{names.get(name, name): value for name, value in found.items()})
