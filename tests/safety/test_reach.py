"""Nobody gets in by somebody else's hand: councils, topics, offices."""

from __future__ import annotations

import re

from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Delivery, Place, Speaker, Utterance
from models.assembly import Chat, Membership
from models.delegation import Delegation
from models.person import Person
from tests.bot.conftest import Scene
from tests.safety.world import Town, only, trying


def test_only_members_are_sent_to_a_council(town: Scene) -> None:
    """A button could name anybody whom the organiser once knew."""
    with town.running.store.session() as session:
        dan = only(session, Person, name="Dan").id
        council = Town.of(session, "Wedding").ids["assembly"]
        seat = session.scalars(select(Delegation)).unique().first()
        assert seat is not None
        council = seat.council_id
    with trying(town) as attempt:
        attempt.hear(town.line("ana", "g", f"/delegate {dan} {council}", "sent", "sent"))
        assert attempt.keys == ["refused-person"]
        assert attempt.written == set()


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
