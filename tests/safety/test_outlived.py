"""What a role, a chat or a membership once allowed is not allowed after it has ended."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Delivery, Event, Place, Speaker
from models.assembly import Assembly, Chat, Membership, Role
from models.election import Election
from models.motion import Motion
from tests.bot.conftest import Scene, empty_scene
from tests.safety.world import pass_time, press, say

NEWS = count(1)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Nothing has been founded yet."""
    made = empty_scene(tmp_path)
    yield made
    made.running.store.close()


async def left(scene: Scene, chat: str, *people: str) -> None:
    for who in people:
        about = Speaker(who, who.title(), who)
        event = Event(f"news{next(NEWS)}", Place("wire", chat), "left", about)
        await scene.running.hear(Delivery("wire", (event,)))
    await pass_time(scene, timedelta())


def code_shown(scene: Scene) -> str:
    said = (plain(letter.text) for _, letter in reversed(scene.wire.said))
    return next(text.split("/bind ")[1].split()[0] for text in said if "/bind " in text)


async def bound(scene: Scene, chat: str) -> bool:
    with scene.running.store.session() as session:
        found = session.scalars(select(Chat).where(Chat.ref == chat)).first()
        return found is not None and found.assembly_id is not None


async def retitled(scene: Scene, chat: str) -> list[str]:
    """The chats that see the draft's new title, which Ana gives it in this one."""
    before = len(scene.wire.said)
    with scene.running.store.session() as session:
        motion = session.scalars(select(Motion)).unique().one().id
    await press(scene, "ana", chat, "motion-title", motion, "Occupy no. 14")
    said = scene.wire.said[before:]
    return [where for where, letter in said if "no. 14" in plain(letter.text)]


async def test_a_code_of_an_organiser_serves_organisers_alone(scene: Scene) -> None:
    await say(scene, "ana g /found Wedding", "ben g /join", "cem g /join", "ana g /bind")
    code = code_shown(scene)
    await say(scene, f"cem elsewhere /bind {code}")
    assert not await bound(scene, "elsewhere")
    await say(scene, "ana g /role ben organiser", f"ben g2 /bind {code}")
    assert await bound(scene, "g2")


async def test_a_code_ends_with_the_role_of_who_showed_it(scene: Scene) -> None:
    await say(scene, "ana g /found Wedding", "ben g /join", "ana g /role ben organiser")
    await say(scene, "ben g /bind")
    code = code_shown(scene)
    await say(scene, "ana g /role ben none", f"ben g2 /bind {code}", f"ana g3 /bind {code}")
    assert not await bound(scene, "g2")
    assert not await bound(scene, "g3")


async def test_a_draft_leaves_the_chat_with_its_assembly(scene: Scene) -> None:
    await say(scene, "ana g /found Women", "ben g /join", "ana g /bind")
    await say(scene, f"ana g2 /bind {code_shown(scene)}", "ana g /decide Occupy no. 12")
    await say(scene, "ana g /unbind", "zoe g /found Landlords")
    assert await retitled(scene, "g2") == ["g2"]


async def test_a_draft_leaves_the_private_chat_of_who_has_left(scene: Scene) -> None:
    await say(scene, "ben ben /start", "ana g /found Women", "ben g /join")
    await say(scene, "ben ben /decide Occupy no. 12", "cem g /join")
    await left(scene, "g", "ben")
    assert await retitled(scene, "g") == ["g"]


async def test_nobody_gets_a_role_by_a_vote_while_a_mass_loss_suspends_them(scene: Scene) -> None:
    lost = [f"m{number}" for number in range(9)]
    await say(scene, "ana g /found Wedding", *(f"{who} g /join" for who in (*lost, "eve", "eva")))
    await say(scene, "eve g /elect organiser", "eve g /stand 1")
    with scene.running.store.session() as session:
        election = session.scalars(select(Election)).unique().one().id
    await press(scene, "eve", "g", "election-open", election, "openly")
    await left(scene, "g", *lost)
    await say(scene, "eve g /vote 1 yes", "eva g /vote 1 yes", "ana g /vote 1 yes")
    await pass_time(scene, timedelta(days=8))
    assert holding(scene, "Eve") is None
    await say(scene, "ana g /confirm")
    await pass_time(scene, timedelta(hours=2))
    assert holding(scene, "Eve") is Role.ORGANISER


async def test_no_vote_on_a_role_opens_while_a_mass_loss_suspends_them(scene: Scene) -> None:
    lost = [f"m{number}" for number in range(9)]
    await say(scene, "ana g /found Wedding", *(f"{who} g /join" for who in (*lost, "eve", "eva")))
    await say(scene, "eve g /elect organiser", "eve g /stand 1")
    await left(scene, "g", *lost)
    with scene.running.store.session() as session:
        election = session.scalars(select(Election)).unique().one()
        assert election.assembly.suspended_at is not None
    await press(scene, "eve", "g", "election-open", election.id, "openly")
    await pass_time(scene, timedelta(days=8))
    with scene.running.store.session() as session:
        assert session.scalars(select(Election)).unique().one().decision_id is None


def holding(scene: Scene, name: str) -> Role | None:
    with scene.running.store.session() as session:
        query = select(Membership).join(Assembly, Assembly.id == Membership.assembly_id)
        return next(one.role for one in session.scalars(query).unique() if one.person.name == name)
