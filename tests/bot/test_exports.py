"""Whoever holds the file can check the record with nothing of ours, as the file says."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tests.bot.conftest import Scene


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def holds(lines: list[dict[str, Any]]) -> bool:
    previous = ""
    for number, entry in enumerate(lines, 1):
        line = entry["line"]
        if (line["number"], line["previous"]) != (number, previous):
            return False
        if digest(json.dumps(line, sort_keys=True)) != entry["hash"]:
            return False
        for name, word in entry["words"].items():
            if line["fields"][name] != digest(f"{word['salt']}.{word['value']}"):
                return False
        previous = entry["hash"]
    return bool(lines)


async def exported(scene: Scene, form: str) -> str:
    await scene.say("ana", "ana", f"/export {form}")
    return next(letter.file for _, letter in await scene.carry() if letter.file).decode()


async def test_the_file_is_checked_without_us(scene: Scene) -> None:
    await scene.say("ana", "g", "/poll Tor *grün* streichen? | ja | nein")
    await scene.say("ana", "g", "/vote 1 ja")
    await scene.say("ana", "g", "/close 1")
    kept = json.loads(await exported(scene, "json"))
    assert holds(kept["lines"])
    assert len(kept["how_to_check"]) == 4
    assert any(
        word["value"] == "Tor *grün* streichen?" for word in kept["lines"][-1]["words"].values()
    )
    forged = json.loads(json.dumps(kept))
    forged["lines"][-1]["words"]["title"]["value"] = "Zaun streichen?"
    assert not holds(forged["lines"])
    del forged["lines"][0]
    assert not holds(forged["lines"])


async def test_members_words_are_no_markdown(scene: Scene) -> None:
    await scene.say("ana", "g", "/poll Tor *grün* streichen? | ja | nein")
    await scene.say("ana", "g", "/close 1")
    assert r"Tor \*grün\* streichen?" in await exported(scene, "markdown")
