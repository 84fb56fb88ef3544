"""A line costs the same number of statements in a small town and in a large one."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from handlers import router
from handlers.rights import belonging, clock
from models.assembly import Assembly
from models.meeting import Meeting
from tests.bot.conftest import Scene, empty_scene
from tests.safety.lines import NOBODY, OWNER, SAID
from tests.safety.world import Town, say, settle, trying

MORE_PEOPLE = 57
MORE_HOMES = 11
MORE_THINGS = 19


async def grow(scene: Scene) -> None:
    """Many people, who have answered everything; many things, and many assemblies of the same."""
    crowd = [f"p{number}" for number in range(MORE_PEOPLE)]
    lines = [scene.line(who, who, "/start") for who in crowd]
    await scene.hear(*lines)
    await say(scene, "ana g /admission open")
    await scene.hear(*(scene.line(who, "g", "/join") for who in crowd))
    for number in range(MORE_HOMES):
        await say(scene, f"p{number} x{number} /found Home {number}", f"olu x{number} /join")
        await say(scene, f"p{number} x{number} /role olu organiser")
        await scene.hear(*(scene.line(who, f"x{number}", "/join") for who in ("mia", "fae", "ana")))
        await furnish(scene, "olu", f"x{number}", 2)
    await furnish(scene, "olu", "g", MORE_THINGS)
    for chosen in ("/vote 1 yes", "/take 1"):
        await scene.hear(*(scene.line(who, "g", chosen) for who in crowd))
    with scene.running.store.session() as session:
        town = Town.of(session, "Wedding")
    for chosen in ("/attend {meeting} yes", "/care {case}"):
        text = chosen.format(**town.ids)
        await scene.hear(*(scene.line(who, "g", text, "", f"{who}{text}") for who in crowd))
    neighbours = [f"n{number}" for number in range(MORE_THINGS)]
    with scene.running.store.session() as session:
        door = session.get_one(Assembly, town.ids["assembly"]).door
    await scene.hear(*(scene.line(who, who, f"/start case_{door}") for who in neighbours))
    await scene.hear(*(scene.line(who, who, "Help") for who in neighbours))
    scene.time.present += timedelta(minutes=11)
    while scene.running.ear.due(scene.time()):
        await scene.carry()
    await say(scene, "ana g /admission vouched")
    await scene.hear(*(scene.line(who, "g", "/join") for who in neighbours))
    await scene.carry()


async def furnish(scene: Scene, who: str, chat: str, some: int) -> None:
    """More of everything."""
    for number in range(some):
        await scene.hear(
            scene.line(who, chat, f"/poll Question {number}?"),
            scene.line(who, chat, f"/task Errand {number} by 3 June"),
            scene.line("mia", chat, f"/take {number + 1}"),
            scene.line(who, chat, f"/meet 3 June {number % 10 + 10}:00 Plenum {number}"),
        )
    await scene.carry()


def built(tmp_path_factory: pytest.TempPathFactory, *, large: bool) -> Scene:
    scene = empty_scene(tmp_path_factory.mktemp("town"))

    async def begin() -> None:
        await say(scene, "ana g /found Wedding", "ben g /join", "cem g /join")
        await settle(scene)
        if large:
            await grow(scene)

    asyncio.run(begin())
    return scene


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    scene = built(tmp_path_factory, large=True)
    yield scene
    scene.running.store.close()


NUMBERS = count(1)


def lines() -> Iterator[tuple[str, str, str, bool]]:
    """Who says what where, and whether it is pressed."""
    for name, cell in SAID.items():
        if cell.who == NOBODY:
            continue
        who = "olu" if cell.who == OWNER else "ana"
        right = router.commands[name].who
        if cell.typed and not router.commands[name].hidden:
            yield who, "g", f"/{name} {cell.typed}".strip(), False
        yield who, "g", f"/{name} {cell.pressed}".strip(), True
        if cell.entity or right is belonging or not right.in_assembly:
            yield who, who, f"/{name} {cell.pressed}".strip(), True


LINES = list(lines())


def cost(scene: Scene, who: str, chat: str, text: str, *, pressed: bool) -> list[str]:
    """The statements of one line."""
    said, number = text.format(**ids_of(scene)), next(NUMBERS)
    with trying(scene) as attempt:
        press = f"q{number}" if pressed else ""
        attempt.hear(scene.line(who, chat, said, f"q{number}", press))
        return list(attempt.statements)


def ids_of(scene: Scene) -> dict[str, int]:
    with scene.running.store.session() as session:
        named = dict(session.execute(select(Assembly.name, Assembly.id)).all())
        around = {"committee": named["Heating"], "council": named["Town"]}
        return Town.of(session, "Wedding").ids | around


ONCE = {"/forget-all @1999999999"}
"""Whoever is forgotten leaves each of their assemblies in turn."""


@pytest.mark.parametrize("line", LINES, ids=[f"{chat} {text}" for _, chat, text, _ in LINES])
def test_a_line(town: Scene, large: Scene, line: tuple[str, str, str, bool]) -> None:
    who, chat, text, pressed = line
    few, many = (cost(scene, who, chat, text, pressed=pressed) for scene in (town, large))
    if text in ONCE and chat == who:
        return
    more = Counter(many) - Counter(few)
    assert len(many) <= len(few), "\n\n".join(f"{n} × {one}" for one, n in more.items())


CLOCK = {
    "poll-ends": "decision",
    "poll-reminds": "decision",
    "poll-settles": "decision",
    "motion-due": "motion",
    "review-due": "decision",
    "task-before": "task",
    "task-after": "task",
    "meeting-reminds": "meeting",
    "meeting-over": "meeting",
    "reports-asked": "council-meeting",
    "election-short": "election",
    "election-opens": "election",
    "office-reminds": "office",
    "office-ends": "office",
    "report-wanted": "delegation",
    "report-missing": "delegation",
    "recall-opens": "recall",
    "recall-lapses": "recall",
    "recall-moot": "delegation",
    "role-reminds": "membership",
    "role-ends": "membership",
    "member-gone": "membership",
    "refer-down": "item",
    "referred": "referral",
    "item-reminds": "item",
    "item-drawn": "item",
    "item-left": "item",
    "item-ends": "item",
    "item-told": "referral",
    "called-back": "referral",
    "ratify-asked": "referral",
    "campaign-moved": "campaign",
    "campaign-ended": "campaign",
    "campaign-asks": "campaign",
    "campaign-goes": "campaign",
    "campaign-arrives": "campaign",
    "campaign-drawn": "campaign",
    "campaign-soon": "campaign",
    "delegation-soon": "delegation",
    "delegation-over": "delegation",
    "case-waits": "case",
    "newcomer-lapses": "newcomer",
    "committee-told": "committee",
    "reminder-due": "reminder",
    "digests": "",
    "sweep": "",
}

OF_ONE = {
    *("admit", "enact", "turn-away", "elected", "case-forget", "case-topic-late", "forget-rest"),
    *(
        "recalled",
        "campaign-adopted",
        "campaign-declined",
        "seat-taken",
        "admission-voted",
        "hidden-voted",
        "seat-given-up",
        "mandate",
        "ratified",
        "brought",
    ),
}
"""About one person or one case, whatever there is around."""


def test_every_line_of_the_clock_stands_in_the_table() -> None:
    known = {name for name, command in router.commands.items() if command.who is clock}
    assert CLOCK.keys() | OF_ONE == known


@pytest.mark.parametrize("name", CLOCK)
def test_a_line_of_the_clock(town: Scene, large: Scene, name: str) -> None:
    paid = []
    for scene in (town, large):
        ids = ids_of(scene)
        with scene.running.store.session() as session:
            council = select(Meeting.id).where(Meeting.assembly_id == ids["council"])
            ids["council-meeting"] = session.scalars(council).one()
        args: dict[str, int | str] = {}
        if CLOCK[name]:
            args[router.commands[name].params[0].name] = ids[CLOCK[name]]
        if name == "meeting-reminds":
            args["ahead"] = "day"
        if name == "item-told":
            args["item"] = ids["item"]
        if name == "campaign-arrives":
            args["seat"] = ids["seat"]
        if name == "campaign-moved":
            args["day"] = "@1906632000"
        if name in {"report-wanted", "report-missing"}:
            args["meeting"] = ids["council-meeting"]
        with trying(scene) as attempt:
            attempt.keep(name, **args)
            assert "something-broke" not in attempt.keys
            paid.append(list(attempt.statements))
    more = Counter(paid[1]) - Counter(paid[0])
    assert len(paid[1]) <= len(paid[0]), "\n\n".join(f"{n} × {one}" for one, n in more.items())
