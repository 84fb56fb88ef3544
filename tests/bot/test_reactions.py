"""Buttons where there are none: numbers and reactions."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Utterance
from models.ballot import Ballot
from models.decision import Decision
from tests.bot.conftest import Scene


async def card(scene: Scene) -> str:
    """A poll's card in the group, by its reference."""
    await scene.say("ana", "g", "/poll Paint the gate? | red | green")
    said = await scene.carry()
    assert said[0][1].keys
    with scene.running.store.session() as session:
        assert session.scalars(select(Decision)).one()
    return "g:" + str(len(scene.wire.said))


def react(scene: Scene, who: str, message: str, label: str, text: str = "") -> Utterance:
    return replace(scene.line(who, "g", text), pressed=True, label=label, message=message, press="")


def votes(scene: Scene) -> list[int]:
    with scene.running.store.session() as session:
        found = session.scalars(select(Ballot).order_by(Ballot.person_id))
        return [ballot.option_id for ballot in found if ballot.option_id]


async def test_the_newest_reaction_counts_and_taking_it_back_withdraws(scene: Scene) -> None:
    message = await card(scene)
    for label in ("red", "green", "red"):
        await scene.hear(react(scene, "ben", message, label))
    assert votes(scene) == [1]
    await scene.hear(react(scene, "ben", message, "green", "undo"))
    assert votes(scene) == [1]
    await scene.hear(react(scene, "ben", message, "red", "undo"))
    assert votes(scene) == []


async def test_a_reaction_that_is_no_answer_does_nothing(scene: Scene) -> None:
    message = await card(scene)
    await scene.hear(react(scene, "ben", message, "👍"), react(scene, "ben", "g:999", "red"))
    assert votes(scene) == []
    assert [plain(letter.text) for _, letter in await scene.carry()] == []
