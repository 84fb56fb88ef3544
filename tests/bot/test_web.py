"""The health page: a plain answer to whoever asks, and no harm from whoever does not."""

from __future__ import annotations

import asyncio

import pytest

from bot.platforms import Misconfigured
from bot.web import ask_health, health_page
from tests.synapse import free_port


async def asked(port: int, said: bytes) -> bytes:
    """All that is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    ("good", "status", "body"),
    [(True, b"200 OK", b'{"healthy": true}'), (False, b"503 ", b'{"healthy": false}')],
)
async def test_it_says_whether_the_store_answers(good: bool, status: bytes, body: bytes) -> None:
    async def healthy() -> bool:
        return good

    address = ("127.0.0.1", free_port())
    async with health_page(address, healthy):
        assert await ask_health(address) is good
        answer = await asked(address[1], b"GET /health?now HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 " + status)
        assert answer.endswith(b"\r\n\r\n" + body)
        assert b"Content-Length: %d\r\n" % len(body) in answer
    assert not await ask_health(address)


async def test_what_is_no_question_does_no_harm() -> None:
    async def healthy() -> bool:
        return True

    address = ("127.0.0.1", free_port())
    async with health_page(address, healthy):
        assert (await asked(address[1], b"GET / HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 404")
        assert (await asked(address[1], b"\r\n\r\n")).startswith(b"HTTP/1.1 404")
        for nonsense in (b"", b"\x16\x03\x01", b"GET /health"):
            assert await asked(address[1], nonsense) == b""
        with pytest.raises(Misconfigured, match="KOMMUNE_HEALTH"):
            async with health_page(address, healthy):
                pass
        assert await ask_health(address)


async def test_a_silent_caller_does_not_hold_up_the_end() -> None:
    async def healthy() -> bool:
        return True

    address = ("127.0.0.1", free_port())
    async with asyncio.timeout(2):
        async with health_page(address, healthy):
            _reader, writer = await asyncio.open_connection(*address)
    writer.close()
