"""A neighbour's words are nowhere but in the private chats of those who may read them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.composing import running
from bot.markup import plain
from bot.platforms.console import Console, Shown
from bot.replay import Stage, VirtualTime
from bot.store import Store, keys
from bot.transcript import read
from models.base import Base

CANARY = "Zitronenfalter"
STORY = f"""
ana #wedding> /found Kiezkommune Wedding
ben #wedding> /join
eve #wedding> /join
nura> I am {CANARY} one and the heating is off
nura> {CANARY} two
nura> [Rent & home]
ben #wedding> [I’ll look after it]
nura> {CANARY} three
nura> /case {CANARY} four
ben #wedding> /card 1
ben #wedding> /cases
eve> /tell 1 hello
eve> /care 99
eve #wedding> /case {CANARY} five
nura #wedding> /case {CANARY} six
clock> +3d
nura> /nonsense {CANARY} seven
"""


class House:
    """A console house on a file, with everything that it showed."""

    def __init__(self, folder: Path, *, first: bool = True) -> None:
        self.shown: list[Shown] = []
        self.store = Store(f"sqlite:///{folder}/house.db", keys(folder))
        Base.metadata.create_all(self.store.engine)
        console, time = Console(self.shown.append, first=first), VirtualTime()
        house = running(
            self.store, {console.name: console}, time, language="en", zone="UTC", strict=True
        )
        self.stage = Stage(house, console, time, "en")

    async def play(self, text: str) -> None:
        for spoken in read(text):
            await self.stage.speak(spoken)

    def said(self, chat: str) -> str:
        return "\n".join(
            plain(shown.letter.text) + " ".join(key.label for key in shown.letter.keys)
            for shown in self.shown
            if shown.place.chat == chat
        )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.store.close()


async def test_the_words_are_in_no_file_no_group_and_no_log(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with capture_logs() as logs:
        await house.play(STORY)
    assert house.said("ben").count(CANARY) == 3
    files = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert any(b"Kiezkommune Wedding" in content for content in files.values())
    assert {name for name, content in files.items() if CANARY.encode() in content} == set()
    assert CANARY not in house.said("#wedding")
    assert CANARY not in house.said("eve") and CANARY not in house.said("ana")
    assert CANARY not in str(logs) + caplog.text


async def test_a_group_learns_neither_name_nor_account(house: House) -> None:
    await house.play(STORY.replace("nura #wedding> /case", "nura> /who"))
    assert "nura" not in (house.said("#wedding") + house.said("ben")).lower()
    assert "ben" not in house.said("nura").lower()


async def test_words_that_may_belong_to_several_cases_reach_nobody_before_it_is_said(
    house: House, tmp_path: Path
) -> None:
    await house.play(STORY + "nura> [Work]\n")
    before = house.said("ben").count(CANARY)
    await house.play(f"nura> {CANARY} eight\nana #wedding> /take\nana #wedding> /cases\n")
    everybody = "".join(house.said(chat) for chat in ("#wedding", "ana", "eve"))
    assert CANARY not in everybody and house.said("ben").count(CANARY) == before
    files = [file.read_bytes() for file in tmp_path.iterdir() if file.is_file()]
    assert not any(CANARY.encode() in content for content in files)
    await house.play("nura> [Rent & home · Sat 4 May, 12:00]\n")
    assert house.said("ben").count(CANARY) == before + 1
    assert "eight" in house.said("ben") and CANARY not in house.said("#wedding")


async def test_words_taken_back_are_shown_no_longer(house: House) -> None:
    await house.play(
        STORY.replace("nura> /case", "nura>") + "nura> /withdraw\nnura> [Yes, delete it]\n"
    )
    still = {s.ref: plain(s.letter.text) for s in house.shown if s.place.chat == "ben"}
    assert CANARY not in "".join(still.values())
    assert "These words are deleted." in "".join(still.values())


async def test_whoever_cannot_be_reached_is_told_and_reads_nothing(tmp_path: Path) -> None:
    house = House(tmp_path, first=False)
    await house.play(STORY.replace("nura> /case", "nura>"))
    assert "Open the private chat with me first" in house.said("#wedding")
    assert "looks after it." not in house.said("#wedding")
    assert house.said("ben") == ""
    await house.play("nura> /who\n")
    assert "Nobody has read your words so far" in house.said("nura")
    await house.play("ben> /start hello\nben #wedding> [I’ll look after it]\n")
    assert CANARY in house.said("ben")
    house.store.close()


async def test_what_is_forbidden_reads_like_what_is_not_there(house: House) -> None:
    await house.play(STORY)
    before = len(house.shown)
    await house.play("zoe> hello\nzoe> /care 1\nzoe> /care 77\nzoe #wedding> /care 1\n")
    await house.play("zoe #wedding> [I’ll look after it]\n")
    answers = {
        plain(shown.letter.text)
        for shown in house.shown[before + 1 :]
        if shown.place.chat == "zoe" or shown.letter.press
    }
    assert answers == {"I can’t find that here. Perhaps it belongs elsewhere, or it is over."}
