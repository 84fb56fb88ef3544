"""What Element shares with the bot, and shows of it, before and after it is vouched for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from nio import ToDeviceEvent  # type: ignore[import-untyped]

from bot.platforms import Kind, Outgoing
from bot.platforms.matrix.crypto.identity import Identity
from tests.element import Peer
from tests.platforms.matrix.conftest import Bot, new_bot
from tests.synapse import Synapse

VOUCH = Identity.vouch
HELLO = Outgoing("1", Kind.MESSAGE, ("Hello",))


@pytest.fixture
async def bot(
    synapse: Synapse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bot]:
    """The bot, whose account does not vouch for its device, as without cross-signing."""

    async def never(identity: Identity) -> None:
        """Leave the device as it is."""

    monkeypatch.setattr(Identity, "vouch", never)
    made = new_bot(synapse, tmp_path)
    await made.start()
    yield made
    await made.stop()


async def test_the_device_is_trusted_once_it_is_vouched_for(
    bot: Bot, dora: Peer, sealed: str
) -> None:
    letters: list[dict[str, Any]] = []
    bot.matrix._session.client.add_to_device_callback(
        lambda letter: letters.append(letter.source), ToDeviceEvent
    )
    await dora.until_member(sealed, bot.id)
    await dora.say(sealed, "!task Flyers")
    plain = {"msgtype": "m.text", "body": "!polls"}
    await dora.send_raw(sealed, "m.room.message", plain)
    await bot.ear.utterance("/polls")
    codes = {letter["type"]: letter["content"].get("code") for letter in letters}
    assert codes == {"m.room_key.withheld": "m.unverified"}
    ref = await bot.matrix.say(bot.room(sealed), HELLO)
    seen = await dora.until_event(sealed, ref)
    assert (seen.body, seen.cross_signed) == ("Hello", False)
    assert (seen.shield, seen.shield_code) == ("red", "UnsignedDevice")
    assert [device.cross_signed for device in await dora.devices(bot.id)] == [False]
    assert await dora.identity(bot.id) is None

    await VOUCH(bot.matrix._identity)
    assert [device.cross_signed for device in await dora.devices(bot.id)] == [True]
    assert await dora.identity(bot.id) is not None
    await dora.say(sealed, "!task Posters")
    await bot.ear.utterance("/task Posters")
    assert "/task Flyers" not in bot.ear.texts
    ref = await bot.matrix.say(bot.room(sealed), Outgoing("2", Kind.MESSAGE, ("Hello again",)))
    seen = await dora.until_event(sealed, ref)
    assert (seen.body, seen.cross_signed, seen.shield) == ("Hello again", True, "none")
