"""The process beneath the peers: what it cannot do, it says."""

from __future__ import annotations

import os
import signal

import pytest

from tests.element import PeerError
from tests.element.node import Node


async def test_what_nobody_can_do_is_refused() -> None:
    async with Node() as node:
        with pytest.raises(PeerError, match='nobody can "dance"'):
            await node.ask("ana", "dance")
        assert (await node.ask("ana", "versions"))["node"].startswith("v")


async def test_an_end_is_heard_by_all_who_wait() -> None:
    async with Node() as node:
        await node.ask("ana", "versions")
        os.kill(node.pid, signal.SIGSTOP)
        waiting = node.ask("ana", "versions")
        os.kill(node.pid, signal.SIGKILL)
        with pytest.raises(PeerError, match="Node has ended"):
            await waiting
        with pytest.raises(PeerError, match="Node has ended"):
            await node.ask("ana", "versions")
