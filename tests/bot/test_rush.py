from __future__ import annotations

import pytest

from bot import app
from models.line import Promise
from tests.bot.conftest import Scene

RUSH = 400


def paces(scene: Scene) -> list[int]:
    """How many lines the clock says in one transaction, one after the other, in a rush."""
    with scene.running.store.session() as session, session.begin():
        for _ in range(RUSH):
            args = {"reminder": "1"}
            session.add(Promise(due_at=scene.time(), command="reminder-due", args=args, tries=0))
    kept: list[int] = []
    while sum(kept) < RUSH:
        kept.append(scene.running.ear.due(scene.time()))
    return kept


async def test_where_the_clock_is_slow_others_get_their_turn(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "LONG", 0.0)
    assert paces(scene)[:7] == [50, 25, 12, 6, 3, 1, 1]


async def test_where_it_is_quick_it_says_more_at_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "LONG", 60.0)
    assert paces(scene) == [50, 100, 200, 50]
    assert paces(scene)[0] == app.AT_FIRST
