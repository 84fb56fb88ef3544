"""Two bots on one database would say everything twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import alone as module
from bot.alone import alone
from bot.platforms import Misconfigured
from bot.store import open_engine
from models.sealed import Keyring

RING = Keyring({1: b"k" * 32})


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.3)


async def test_a_data_folder_has_one_bot(tmp_path: Path) -> None:
    engine = open_engine("sqlite://", RING)
    async with alone(engine, tmp_path):
        with pytest.raises(Misconfigured, match="stop it first"):
            async with alone(engine, tmp_path):
                pass
    async with alone(engine, tmp_path):
        pass
    engine.dispose()


async def test_a_database_has_one_bot(tmp_path: Path, postgres_url: str) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    engine = open_engine(postgres_url, RING)
    async with alone(engine, here):
        with pytest.raises(Misconfigured, match="stop it first"):
            async with alone(engine, there):
                pass
    async with alone(engine, there):
        pass
    engine.dispose()
