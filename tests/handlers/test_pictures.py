"""After whole conversations, by every method: the result is drawn, or it is said that it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.composing import stage
from bot.drawing import size
from bot.markup import plain
from bot.platforms import Kind, Outgoing
from bot.platforms.console import Shown
from bot.replay import Stage, replay
from bot.store import Store, keys
from models.base import Base

DIALOGS = Path(__file__).parent.parent / "dialogs"
VOTES = (
    "ballots-choice",
    "ballots-dots-german",
    "ballots-ranked-german",
    "ballots-resistance",
    "ballots-score",
    "ballots-stv",
    "ballots-times",
    "decide",
    "secret-proposal",
    "secret-ranked-german",
)


async def drawn(name: str, folder: Path) -> list[Outgoing]:
    """What comes of asking for the picture of the last result, and for the whole record."""
    text = (DIALOGS / f"{name}.txt").read_text(encoding="utf-8")
    language = "de" if text.startswith("# language: de") else "en"
    room = next(
        line.split()[1].rstrip(">") for line in text.splitlines() if line.startswith("ana #")
    )
    store = Store(f"sqlite:///{folder}/drawn.db", keys(folder))
    Base.metadata.create_all(store.engine)
    said: list[Outgoing] = []

    def on(show: Callable[[Shown], None]) -> Stage:
        def heeded(shown: Shown) -> None:
            said.append(shown.letter)
            show(shown)

        return stage(store, heeded, language=language, zone="Europe/Berlin", strict=True)

    await replay(f"{text}\nana> /start\nana {room}> /picture 1\nana {room}> /export pdf\n", on)
    store.close()
    return said


@pytest.mark.parametrize("name", VOTES)
async def test_every_method_has_its_picture_and_its_page(name: str, tmp_path: Path) -> None:
    picture, record = [
        letter for letter in await drawn(name, tmp_path) if letter.kind is Kind.FILE
    ][-2:]
    assert picture.picture == size(picture.file) and picture.file_name == "result-1.png"
    assert plain(picture.text).startswith("🗳")
    assert record.file.startswith(b"%PDF-") and record.picture is None


async def test_of_too_few_secret_votes_there_is_no_picture(tmp_path: Path) -> None:
    said = await drawn("secret-few-german", tmp_path)
    assert [letter.file[:5] for letter in said if letter.kind is Kind.FILE] == [b"%PDF-"]
    assert any("kein Ergebnis, das ich zeichnen könnte" in plain(one.text) for one in said)
