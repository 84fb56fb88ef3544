"""Whoever has gone is gone: nothing of theirs holds on, and nothing reaches them any more."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.markup import plain
from handlers.turn import wire
from models.assembly import Assembly
from models.delegation import Delegation, send
from models.person import Person
from models.seat import Seat
from tests.bot.conftest import Scene
from tests.safety.world import only, say


async def sit(scene: Scene, below: str, above: str, who: str) -> None:
    """An assembly takes a seat in a council and sends somebody there."""
    with scene.running.store.session() as session, session.begin():
        home, council = (only(session, Assembly, name=name) for name in (below, above))
        now = scene.time()
        seat = Seat(
            assembly=home,
            number=home.next_number("seat"),
            council=council,
            invited_at=now,
            since=now,
        )
        session.add(seat)
        session.flush()
        send(session, seat, only(session, Person, name=who), now)


async def test_whoever_speaks_at_every_height_is_forgotten(scene: Scene) -> None:
    """Only from Town can Ben be sent to Region: the higher seat is given back first."""
    await say(scene, "ana c /council Town", "ana d /council Region", "ben * /start")
    await sit(scene, "Wedding", "Town", "Ben")
    await sit(scene, "Town", "Region", "Ben")
    until = scene.time() + timedelta(minutes=5)
    await scene.hear(scene.line("ben", "ben", wire("forget-all", until), pressed="forget"))
    said = [(chat, plain(one.text)) for chat, one in await scene.carry()]
    assert any("Everything about you is erased" in text for chat, text in said if chat == "ben")
    for chat, council in (("c", "Town"), ("d", "Region")):
        assert any(f"Ben no longer goes to {council}" in text for at, text in said if at == chat)
    with scene.running.store.session() as session:
        assert session.scalars(select(Delegation)).unique().all() == []
