"""Several workers on one PostgreSQL, and an open poll about which they all hear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from bot.app import Ear, StoreFailed
from bot.platforms import Delivery, Utterance
from tests.bot.conftest import START, Scene, empty_scene

TRIES = 20


def polled(url: str, folder: Path, people: Sequence[str]) -> Scene:
    """All these people belong to Wedding, where the first of them has begun poll 1."""
    scene = empty_scene(folder, url)
    first, *others = people
    begin = [scene.line(first, "g", "/found Wedding")]
    begin += [scene.line(who, "g", "/join") for who in others]
    begin += [scene.line(first, "g", "/poll Paint the gate?")]
    scene.running.ear.hear(Delivery("wire", tuple(begin)), START)
    return scene


def worker(scene: Scene, tries: int = TRIES) -> Callable[[Sequence[Utterance], int], None]:
    """Hears deliveries on its own, each tried again as platforms do; told the milliseconds."""
    ear = Ear(scene.running.store, scene.running.ear.house)

    def hear(lines: Sequence[Utterance], after: int) -> None:
        for _ in range(tries):
            try:
                ear.hear(Delivery("wire", tuple(lines)), START + timedelta(milliseconds=after))
                return
            except StoreFailed:
                continue
        raise AssertionError("given up")

    return hear


def at_once(*works: Callable[[], None]) -> None:
    """Each in a thread of its own, to the end."""
    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(work) for work in works]:
            done.result(120)
