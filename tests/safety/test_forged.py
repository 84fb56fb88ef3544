"""Buttons that were never shown: forged, mutated, expired, from another chat, from the past."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Delivery, Event, Place, Speaker
from models.assembly import Membership
from models.ballot import Ballot
from models.decision import Decision
from models.line import Draft
from tests.bot.conftest import Scene
from tests.safety.lines import SAID
from tests.safety.world import Town, trying
from tests.wires import ever_sent

ODD = ("0", "-1", "9" * 19, "9" * 40, "1e9", "٣", "²", "=", "@", "@@", ":", "%s", "'", "\u202e", "")
ODD_MOMENTS = ("@", "@-1", "@x", "@" + "9" * 11, "@" + "9" * 40)
SIGNS = "0123456789@=:.-/| \u200bäx"


def mutations(line: str, chance: random.Random) -> list[str]:
    """What a forger might make of a button's line."""
    parts = line.split(" ")
    made = [" ".join(parts[:n]) for n in range(1, len(parts))]
    made += [f"{line} {odd}" for odd in ODD]
    for place in range(1, len(parts)):
        for odd in (*ODD, *ODD_MOMENTS):
            made.append(" ".join([*parts[:place], odd, *parts[place + 1 :]]))
    for _ in range(10):
        place = chance.randrange(1, len(line))
        made.append(line[:place] + chance.choice(SIGNS) + line[place + 1 :])
    return made


@pytest.mark.parametrize(
    "some", [150, pytest.param(100_000, marks=pytest.mark.nightly)], ids=["some", "all"]
)
@pytest.mark.parametrize(("who", "place"), [("ana", "g"), ("ana", "ana"), ("zoe", "zoe")])
def test_no_forged_line_breaks_anything(
    town: Scene, here: Town, who: str, place: str, some: int
) -> None:
    """A line that breaks is set aside and noise for the operator: each is simply refused."""
    chance = random.Random(f"{who} {place}")
    ids = here.ids | {"committee": 3, "council": 4}
    lines = [f"/{name} {cell.pressed.format(**ids)}".strip() for name, cell in SAID.items()]
    lines += [form.replace("#", str(here.ids["task"])) for form in ever_sent()]
    broken = []
    numbers = count(1)
    made = [forged for line in lines for forged in mutations(line, chance)]
    for forged in chance.sample(made, min(some, len(made))):
        with trying(town) as attempt:
            pressed = f"forged{next(numbers)}"
            attempt.hear(town.line(who, place, forged, pressed, pressed))
            if "set_aside" in attempt.written:
                broken.append(forged)
    assert broken == []


WORST = [
    "/vote " + "9" * 19,
    "/card task:" + "9" * 30,
    "/answer " + "9" * 30 + " x",
    "/poll \ud800?",
]
"""Each of these once stopped the bot, or was set aside."""


@pytest.mark.parametrize("line", WORST)
@pytest.mark.parametrize("pressed", ["", "p"], ids=["typed", "pressed"])
def test_no_line_holds_up_the_others(town: Scene, line: str, pressed: str) -> None:
    with trying(town) as attempt:
        worst = town.line("mia", "g", line, "worst", pressed)
        said = attempt.hear(worst, town.line("ben", "g", "/tasks", "after"))
        assert any("Print flyers" in one for one in said)
        assert "set_aside" not in attempt.written


def test_a_line_that_cannot_even_be_answered_is_passed_over(town: Scene) -> None:
    broken = town.line("mia", "g", "/tasks", "broken")
    unspeakable = replace(broken, speaker=Speaker("\ud800", "Mia"))
    with trying(town) as attempt:
        said = attempt.hear(unspeakable, town.line("ben", "g", "/tasks", "after"))
        assert any("Print flyers" in one for one in said)
        assert "set_aside" in attempt.written


async def test_somebody_who_left_presses_an_old_button(scene: Scene) -> None:
    """As soon as the platform has told of it, and in the very same delivery."""
    await scene.say("ana", "g", "/poll Paint the gate?")
    vote = next(key.line for _, said in await scene.carry() for key in said.keys)
    left = Event("left", Place("wire", "g"), "left", Speaker("ben", "Ben", "ben"))
    pressed = scene.line("ben", "g", vote, "pressed", "pressed")
    await scene.running.hear(Delivery("wire", (left, pressed)))
    with scene.running.store.session() as session:
        assert session.scalars(select(Ballot)).all() == []
    toasts = [plain(said.text) for _, said in await scene.carry() if said.press == "pressed"]
    assert toasts == ["Only members of Wedding can do that."]


async def test_a_question_is_answered_where_and_by_whom_it_was_asked(scene: Scene) -> None:
    await scene.say("ana", "ana", "/poll")
    await scene.say("ana", "g", "/join")
    with scene.running.store.session() as session:
        line = f"/answer {session.scalars(select(Draft)).one().id} Paint the gate?"
    for number, (who, chat) in enumerate([("ben", "g"), ("ben", "ben"), ("ana", "g")]):
        await scene.hear(scene.line(who, chat, line, f"t{number}", f"p{number}"))
    scene.time.present += timedelta(minutes=11)
    await scene.hear(scene.line("ana", "ana", line, "late", "late"))
    with scene.running.store.session() as session:
        assert session.scalars(select(Decision)).all() == []


async def test_running_a_chat_gives_no_role(scene: Scene) -> None:
    """Whoever brings the bot may well run the chat: in the assembly that is nothing."""
    place, zoe = Place("wire", "g"), Speaker("zoe", "Zoe Admin", "zoe")
    told = (Event("joined", place, "joined", zoe), Event("added", place, "added", zoe))
    await scene.running.hear(Delivery("wire", told))
    await scene.say("zoe", "g", "/rename Mine")
    with scene.running.store.session() as session:
        members = session.scalars(select(Membership)).all()
        assert {one.person.name for one in members} == {"Ana", "Ben", "Cem"}
        assert {one.assembly.name for one in members} == {"Wedding"}
