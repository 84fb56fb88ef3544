"""Nobody gets in by somebody else's hand, or by a number: topics, doors, votes, names."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.markup import plain
from bot.platforms import Delivery, Place, Speaker, Utterance
from models.assembly import Assembly, Chat, Membership
from models.ballot import Ballot
from models.decision import Decision
from models.motion import Motion
from models.newcomer import Newcomer, Stand
from models.person import Person
from tests.bot.conftest import Scene
from tests.safety.world import only, pass_time, press, say, sit


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


FORGED = [("zoe", "zoe", "map-picture"), ("zoe", "t", "invite"), ("zoe", "zoe", "statute")]


@pytest.mark.parametrize(("who", "chat", "name"), FORGED, ids=[name for *_, name in FORGED])
async def test_a_number_opens_no_door(scene: Scene, who: str, chat: str, name: str) -> None:
    """Zoe goes through all numbers: there is nothing, hidden or not, and there is no link."""
    await say(scene, "hana h /found Moabit", "hana h /hidden on")
    await say(scene, "zoe z /found Elsewhere", "zoe t /council Trap")
    with scene.running.store.session() as session:
        known = dict(session.execute(select(Assembly.name, Assembly.id)).all())
    told = []
    for number in (known["Wedding"], known["Moabit"], 99):
        pressed = f"{name}{number}"
        await scene.hear(scene.line(who, chat, f"/{name} {number}", pressed, pressed))
        said = await scene.carry()
        told.append([(chat_, plain(one.text), one.door, one.keys) for chat_, one in said])
    assert told[0] == told[1] == told[2]
    assert told[0][0][1].startswith("I can’t find that here")


async def test_a_stranger_is_shown_the_door_they_stand_at(scene: Scene) -> None:
    await scene.hear(scene.line("zoe", "g", "/tasks", pressed="tasks"))
    with scene.running.store.session() as session:
        door = only(session, Assembly, name="Wedding").door
    assert [one.door for _, one in await scene.carry()] == [f"join_{door}"]
    await say(scene, "ana g /hidden on")
    await scene.hear(scene.line("zoe", "g", "/tasks", pressed="again"))
    assert [one.door for _, one in await scene.carry()] == [""]


async def test_nobody_votes_for_friends_who_do_not_belong(scene: Scene) -> None:
    """Ben facilitates in Wedding and knows Max and Mona from elsewhere: Zoe stays outside."""
    await say(scene, "ana g /role ben facilitator", "ana g /admission own", "zoe g /join")
    await say(scene, "ben b /found Elsewhere", "max b /join", "mona b /join")
    with scene.running.store.session() as session:
        decision = session.scalars(select(Decision)).unique().one()
        friends = [only(session, Person, name=name) for name in ("Max", "Mona")]
    no = decision.options[1]
    for who in ("ana", "cem"):
        await press(scene, who, "g", "vote", decision, no)
    for friend in friends:
        await press(scene, "ben", "g", "cast-for", decision, friend, "yes")
        assert f"I know nobody here called “{friend.name}”." in plain(scene.wire.said[-1][1].text)
    with scene.running.store.session() as session:
        assert {ballot.option_id for ballot in session.scalars(select(Ballot))} == {no.id}
    await pass_time(scene, timedelta(days=4))
    with scene.running.store.session() as session:
        zoe = select(Membership).join(Person).where(Person.name == "Zoe")
        assert session.scalars(zoe).all() == []


async def test_nobody_votes_for_somebody_who_has_left(scene: Scene) -> None:
    await say(scene, "ana g /poll Paint the gate?", "ben g /leave")
    with scene.running.store.session() as session:
        decision = session.scalars(select(Decision)).unique().one()
        ben = only(session, Person, name="Ben")
        membership = only(session, Membership, person_id=ben.id)
    await press(scene, "ben", "g", "leave-now", membership)
    told = []
    for number in (ben.id, 99):
        await press(scene, "ana", "g", "cast-for", decision, number, "yes")
        told.append(plain(scene.wire.said[-1][1].text))
    assert told[0] == told[1]


async def test_a_hidden_council_is_not_named_on_the_way_of_its_question(scene: Scene) -> None:
    """Wedding sits in Town, and Town in a council that hides."""
    people = [f"{who} * /start" for who in ("ana", "ben", "pia")]
    await say(scene, *people, "ana c /council Town", "pia p /found Elsewhere")
    await say(scene, "pia d /council Underground", "pia d /hidden on")
    with scene.running.store.session() as session, session.begin():
        sit(session, "Wedding", "Town", "Ana", scene.time())
        sit(session, "Town", "Underground", "Ana", scene.time())
        sit(session, "Elsewhere", "Underground", "Pia", scene.time())
    await say(scene, "pia d /decide A march?")
    with scene.running.store.session() as session:
        motion = only(session, Motion)
    await press(scene, "pia", "d", "motion-open", motion)
    await pass_time(scene, timedelta(minutes=5))
    ways = []
    for who, chat in (("ben", "g"), ("ben", "ben"), ("ana", "c"), ("pia", "d")):
        await scene.say(who, chat, "/trail 1")
        ways.append(plain((await scene.carry())[-1][1].text))
    assert all("Underground" not in way and "a hidden group (1)" in way for way in ways[:3])
    assert "Underground (1)" in ways[3]


async def test_one_member_lets_nobody_in_about_whom_all_decide(scene: Scene) -> None:
    await say(scene, "ana g /admission own", "zoe g /join")
    with scene.running.store.session() as session:
        newcomer = only(session, Newcomer)
    told = []
    for number in (newcomer.id, 99):
        for name in ("vouch", "doubt"):
            await press(scene, "ben", "g", name, number)
            told.append(plain(scene.wire.said[-1][1].text))
    assert len(set(told)) == 1
    with scene.running.store.session() as session:
        assert only(session, Newcomer).stand is Stand.OPEN


@pytest.mark.parametrize("line", ["/role", "/task x @nobody"])
async def test_a_hidden_group_names_nobody_on_a_button(scene: Scene, line: str) -> None:
    """Not everybody in its chat belongs to it; in private they are offered."""
    await say(scene, "ana g /hidden on", "ana * /start")
    offered = []
    for chat in ("g", "ana"):
        await scene.say("ana", chat, line)
        said = await scene.carry()
        offered.append({key.label for _, one in said for key in one.keys} & {"Ben", "Cem"})
    assert offered == [set(), {"Ben", "Cem"}]
