"""Peers that nobody here wrote: Element's own crypto, on a real homeserver."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import AsyncIterator
from typing import Self

import pytest

from tests.element.node import Node, PeerError
from tests.element.peer import Peer
from tests.element.seen import Device, Event, Invite
from tests.synapse import Synapse

__all__ = ["Device", "Element", "Event", "Invite", "Peer", "PeerError", "element"]

PASSWORD = "correct horse"


class Element:
    """Makes peers; all of them live in one Node process."""

    def __init__(self) -> None:
        self._node = Node()
        self._numbers = itertools.count(1)

    async def __aenter__(self) -> Self:
        await self._node.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._node.__aexit__()

    async def person(self, synapse: Synapse, name: str, cross_signed: bool = True) -> Peer:
        """Somebody new, on one device, which they have signed."""
        account = synapse.register(f"{name}-{secrets.token_hex(4)}", PASSWORD)
        return await self.login(
            synapse.url, account["user_id"], PASSWORD, cross_signed=cross_signed
        )

    async def login(
        self,
        url: str,
        user: str,
        password: str,
        *,
        device: str | None = None,
        cross_signed: bool = False,
        share: str = "identity",
        trust: str = "untrusted",
    ) -> Peer:
        """A device of an account that exists; `cross_signed` makes and publishes new keys.

        `share` says who gets room keys: as Element now does, devices signed by their owners alone
        (`identity`), or `all`. `trust`: see `Peer.trust`.
        """
        peer = Peer(self._node, f"{user} {next(self._numbers)}", url, password)
        await peer.login(user, device, share, trust)
        if cross_signed:
            await peer.bootstrap()
        return peer

    async def versions(self) -> dict[str, str]:
        """What runs: `node`, `matrix_sdk_crypto`, `vodozemac`."""
        found: dict[str, str] = await self._node.ask("", "versions")
        return found


@pytest.fixture
async def element() -> AsyncIterator[Element]:
    """A Node process for this test's peers."""
    async with Element() as made:
        yield made
