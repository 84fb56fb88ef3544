"""Nobody gets in by somebody else's hand: topics, offices."""

from __future__ import annotations

import re

from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Delivery, Place, Speaker, Utterance
from models.assembly import Chat, Membership
from models.person import Person
from tests.bot.conftest import Scene


async def test_a_stranger_takes_no_topic_of_a_group(scene: Scene) -> None:
    """Zoe may well organise elsewhere: in Wedding's group she is nobody."""
    await scene.say("zoe", "z", "/found Mine")
    await scene.say("zoe", "z", "/bind")
    shown = " ".join(plain(said.text) for chat, said in await scene.carry() if chat == "z")
    found = re.search(r"/bind (\S{20,})", shown)
    assert found is not None, shown
    token = found[1]
    topic = Place("wire", "g", topic="7")
    line = Utterance("b", topic, Speaker("zoe", "Zoe", "zoe"), f"/bind {token}", message="g:0")
    await scene.running.hear(Delivery("wire", (line,)))
    with scene.running.store.session() as session:
        assert [c.assembly for c in session.scalars(select(Chat).filter_by(topic="7"))] in (
            [],
            [None],
        )
        zoe = session.scalars(select(Membership).join(Person).where(Person.name == "Zoe")).all()
        assert [one.assembly.name for one in zoe] == ["Mine"]
    assert any("Only members of Wedding" in plain(said.text) for _, said in await scene.carry())
