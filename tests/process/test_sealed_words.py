"""What is said in encrypted rooms is found nowhere but in its place: in no file, in no log."""

from __future__ import annotations

import base64
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from tests.element import Element, Event, Peer
from tests.platforms.matrix.conftest import adapter
from tests.platforms.sealed import is_edit, number, shown
from tests.process.bot import Bot
from tests.process.inside import Inside
from tests.process.matrix import account
from tests.synapse import Synapse

SECRET = (
    *("Admiral", "Bläuling", "Distelfalter", "Eisvogel", "Feuerfalter", "Goldafter", "Heuvogel"),
    *("Jakobsbär", "Kaisermantel", "Landkärtchen", "Mondvogel", "Ochsenauge"),
)
PUBLIC = TITLE, ANA, NURA = "Perlbinde", "Quendel", "Rostbinde"
"""Said to all: a poll's title, and the names people show."""


class Talk:
    """Ana is a member, and Nura a neighbour; both have today's Element."""

    def __init__(self, me: str, ana: Peer, nura: Peer) -> None:
        self.me, self.ana, self.nura = me, ana, nura

    async def happens(self) -> None:
        """Every secret word is said once, in one way each."""
        words = iter(SECRET)
        await self.ana.show_as(f"Ana {ANA}")
        await self.nura.show_as(f"Nura {NURA}")
        room = await self.ana.create_room(self.me, name="rent")
        mine, hers = await self.ana.open_chat(self.me), await self.nura.open_chat(self.me)
        for who, place in ((self.ana, room), (self.ana, mine), (self.nura, hers)):
            await who.until_member(place, self.me)
        await self.in_the_group(room, words)
        await self.ana.say(mine, "/start")
        await self.in_private(room, mine, hers, words)
        assert list(words) == []

    async def in_the_group(self, room: str, words: Iterator[str]) -> None:
        """Talk, a command that there is and one that there is not, a file, an edit."""
        await self.ana.say(room, "!found Rent kiez")
        await self.hears(self.ana, room, "Rent kiez")
        await self.ana.say(room, f"!poll {TITLE}? | yes | no")
        await self.press(self.ana, room, "yes")
        first = await self.ana.say(room, f"We had tea, {next(words)}")
        await self.ana.reply(room, first, f"!nonsense {next(words)}")
        await self.ana.edit(room, first, f"We had coffee, {next(words)}")
        data = f"{next(words)} ".encode() * 200
        await self.ana.send_file(room, data, f"{next(words)}.txt", "text/plain")
        await self.ana.hold_keys()
        await self.ana.rotate(room)
        await self.ana.say(room, f"!nonsense {next(words)}")
        await self.ana.send_raw(room, "m.room.message", {"msgtype": "m.text", "body": "!polls"})
        await self.hears(self.ana, room, TITLE)
        await self.ana.release_keys()
        await self.ana.say(room, f"!remind 2035-05-05 19:00 {next(words)}")

    async def in_private(self, room: str, mine: str, hers: str, words: Iterator[str]) -> None:
        """A neighbour's case, from beginning to end."""
        story, answer, thanks = next(words), next(words), next(words)
        await self.nura.say(hers, f"The heating is off, {story}")
        await self.press(self.nura, hers, "Rent & home")
        await self.press(self.ana, room, "I’ll look after it")
        await self.hears(self.ana, mine, story)
        await self.ana.say(mine, f"!tell 1 Come at six, {answer}")
        await self.hears(self.nura, hers, answer)
        await self.nura.say(hers, f"I will, {thanks}")
        await self.hears(self.ana, mine, thanks)
        await self.nura.say(hers, f"!nonsense {next(words)}")
        await self.ana.say(mine, f"!remind 2035-05-05 19:00 {next(words)}")
        await self.hears(self.ana, mine, "2035")

    async def hears(self, who: Peer, room: str, words: str) -> Event:
        """A message of the bot with these words."""
        return await who.until(room, lambda event: event.sender == self.me and words in event.body)

    async def press(self, who: Peer, room: str, label: str) -> None:
        """Say the number that stands before this."""
        event = await self.hears(who, room, label)
        ref = event.content["m.relates_to"]["event_id"] if is_edit(event) else event.id
        await who.reply(room, ref, number(shown(who.timeline(room), ref), label))


def holds(content: bytes, word: str) -> bool:
    """Whether this is in it, as it is or in base64, wherever it may begin."""
    raw = word.encode()
    # In base64, what stands before and after takes part in the outer letters.
    coded = (
        base64.b64encode(bytes(shift) + raw)[first : (shift + len(raw)) * 8 // 6]
        for shift, first in enumerate((0, 2, 3))
    )
    return raw in content or any(one in content for one in coded)


def found(folder: Path, words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Which of these words stand in which files."""
    files = {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert {"kommune.db", "matrix.db", "matrix.json", "matrix.keys", "keys.json"} <= files.keys()
    return {(name, word) for name, held in files.items() for word in words if holds(held, word)}


@pytest.fixture
async def bot(tmp_path: Path, synapse: Synapse) -> AsyncIterator[Bot]:
    """The bot, not started yet, which logs whatever it may."""
    made = Bot(tmp_path, account(synapse) | {"LOG_LEVEL": "debug"})
    yield made
    await made.end()


@pytest.fixture
async def talk(synapse: Synapse, element: Element) -> Talk:
    """Nothing was said yet."""
    people = [await element.person(synapse, name) for name in ("ana", "nura")]
    return Talk("", *people)


async def test_words_are_in_no_file_and_not_on_stderr(bot: Bot, tmp_path: Path, talk: Talk) -> None:
    talk.me = bot.settings["MATRIX_USER"]
    await bot.start()
    await talk.happens()
    await bot.has_said_all()
    assert found(tmp_path, SECRET) == set()
    assert {word for _, word in found(tmp_path, PUBLIC)} == {*PUBLIC}
    await bot.stop()
    assert found(tmp_path, SECRET) == set()
    assert found(tmp_path, PUBLIC) == {("kommune.db", word) for word in PUBLIC}


def test_words_are_found_in_base64() -> None:
    for before in (b"", b"a", b"ab", b"abc"):
        coded = base64.b64encode(before + b"Admiral" + b"what follows")
        assert holds(coded, "Admiral")
        assert not holds(coded, "Eisvogel")


async def test_words_are_in_no_log(
    tmp_path: Path, synapse: Synapse, talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    settings = account(synapse)
    talk.me = settings["MATRIX_USER"]
    matrix = adapter(synapse.url, talk.me, tmp_path / "data")
    with capture_logs() as logs:
        async with Inside(tmp_path, matrix, settings) as bot:
            await talk.happens()
            await bot.has_said_all()
    for word in (*SECRET, *PUBLIC):
        assert not holds((str(logs) + caplog.text).encode(), word)
