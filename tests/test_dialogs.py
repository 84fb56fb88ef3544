"""Whole conversations, word for word: each `tests/dialogs/*.txt` says what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.composing import stage
from bot.platforms.console import Shown
from bot.replay import Stage, replay
from bot.store import Store, keys
from models.base import Base
from tests.wires import ever_sent, form

DIALOGS = sorted((Path(__file__).parent / "dialogs").glob("*.txt"))
LANGUAGE = re.compile(r"^# language: (\w+)$", re.MULTILINE)


@pytest.mark.parametrize("file", DIALOGS, ids=lambda file: file.stem)
async def test_the_conversation_goes_as_written(file: Path, tmp_path: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = LANGUAGE.search(text)
    language = found[1] if found else "en"
    store = Store(f"sqlite:///{tmp_path}/dialog.db", keys(tmp_path))
    Base.metadata.create_all(store.engine)
    stages: list[Stage] = []

    def on(show: Callable[[Shown], None]) -> Stage:
        stages.append(stage(store, show, language=language, zone="Europe/Berlin", strict=True))
        return stages[0]

    with capture_logs() as logs:
        told = await replay(text, on)
    store.close()
    assert logs == []
    assert told.splitlines() == text.splitlines()
    shown = [key for keys_ in stages[0].console.keys.values() for _, key in keys_]
    assert {form(key.line) for key in shown if key.line} <= ever_sent()
