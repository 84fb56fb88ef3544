from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import nio  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms import Event, Kind, Outgoing, Place, Utterance
from bot.platforms.matrix.arrivals import arrival, member, present
from bot.platforms.matrix.junk import words
from bot.platforms.matrix.memory import Memory
from bot.platforms.matrix.reading import Reader
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.upgrades import Upgrades
from tests.platforms.matrix.conftest import Bot, offline
from tests.platforms.matrix_people import Person

ME = "@kommune:lab.test"
OURS = "$ours"
KINDS = [
    "m.room.message",
    "m.reaction",
    "m.room.redaction",
    "m.room.member",
    "m.room.name",
    "m.room.encrypted",
    "m.room.encryption",
    "m.room.create",
    "m.room.power_levels",
    "m.room.tombstone",
    "m.room.canonical_alias",
    "m.space.child",
    "m.sticker",
    "m.call.invite",
    "org.example.unknown",
]
texts = st.sampled_from(
    [
        *("!task x", "/a", "12", f"{ME}: hi", "> a\n\nb", "", "!a\0\ud800", "1" * 40),
        *("m.text", "m.notice", "m.replace", "m.thread", "m.annotation"),
        *("join", "leave", "invite", ME, "@ana:lab.test", OURS, "$other"),
        '<a href="https://matrix.to/#/@ana:lab.test">A</a>',
    ]
)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts | st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


def shaped(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An object whose known fields hold what they should, or anything, or are not there."""
    return st.fixed_dictionaries({}, optional={name: one | junk for name, one in fields.items()})


relations = shaped(
    rel_type=texts, event_id=texts, key=texts, is_falling_back=st.booleans()
) | st.fixed_dictionaries({"m.in_reply_to": shaped(event_id=texts)})
contents = st.builds(
    lambda content, relation, mentions: {
        **content,
        "m.relates_to": relation,
        "m.mentions": mentions,
    },
    shaped(
        msgtype=st.just("m.text"),
        body=texts,
        formatted_body=texts,
        membership=texts,
        displayname=texts,
        name=texts,
        redacts=texts,
        algorithm=texts,
        predecessor=junk,
        users=junk,
        events=junk,
        alias=junk,
        via=junk,
    ),
    relations | junk,
    shaped(user_ids=st.lists(texts)) | junk,
)
events = shaped(
    event_id=st.just("$e") | texts,
    sender=texts,
    type=st.sampled_from(KINDS),
    state_key=texts,
    origin_server_ts=st.integers(),
    content=contents,
    redacts=texts,
    unsigned=shaped(prev_content=contents, prev_sender=texts),
)
served = st.builds(
    lambda kind, content, key: {
        "event_id": "$e",
        "sender": "@ana:lab.test",
        "type": kind,
        "origin_server_ts": 1,
        "content": content,
        **key,
    },
    st.sampled_from(KINDS),
    contents,
    st.just({}) | st.builds(lambda key: {"state_key": key}, texts),
)


async def nowhere(room: str, ref: str) -> dict[str, Any]:
    return {"sender": ME, "content": []} if ref == OURS else {}


def reader() -> Reader:
    return Reader(ME, Memory(), nowhere, lambda room, person: "", "Kommune")


@given(st.lists(events, max_size=4), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_event_breaks_the_reader(given_events: list[dict[str, Any]], private: bool) -> None:
    reading, place = reader(), Place("matrix", "!r", private=private)
    assert arrival(given_events, ME) is None or given_events
    for source in present(given_events, ME, late=False):
        line = asyncio.run(reading.read(source, place))
        assert line is None or isinstance(line, Utterance | Event)
        if isinstance(line, Utterance):
            assert line.ref
            assert line.speaker.account not in ("", ME)
            for text in (line.text, line.label, line.quoted, line.reply_to, line.message):
                assert "\0" not in text
                text.encode()


@given(events)
@settings(max_examples=200, deadline=None)
def test_no_change_of_membership_breaks_the_reader(source: dict[str, Any]) -> None:
    if source.get("state_key") == ME:
        source["state_key"] = "@ben:lab.test"
    rooms = Rooms(offline(ME, Path("nowhere")))
    line = asyncio.run(member(source, Place("matrix", "!r"), reader(), rooms, Upgrades(rooms)))
    assert line is None or line.name in ("joined", "left")


@given(st.lists(served, max_size=4))
@settings(max_examples=300, deadline=None)
def test_no_event_breaks_the_sync(given_events: list[dict[str, Any]]) -> None:
    timeline = {"events": given_events, "limited": False, "prev_batch": "s0"}
    room = {"timeline": timeline, "state": {"events": given_events}}
    response = nio.SyncResponse.from_dict({"next_batch": "s1", "rooms": {"join": {"!r": room}}})
    assert isinstance(response, nio.SyncResponse)
    client = nio.AsyncClient("http://127.0.0.1:1", ME)
    client.user_id = ME
    asyncio.run(client.receive_response(response))
    assert len(response.rooms.join["!r"].timeline.events) == len(given_events)


@pytest.mark.parametrize("kind", ["m.room.message", "m.reaction", "m.room.encrypted", "m.sticker"])
async def test_junk_in_a_real_room_does_not_stop_the_bot(
    bot: Bot, ana: Person, room: str, kind: str
) -> None:
    card = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    body = {"msgtype": "m.text", "body": "words"}
    for relation in ("a string", 5, [card], {"event_id": [card]}, {"m.in_reply_to": card}, None):
        await ana.send(room, kind, {**body, "m.relates_to": relation})
    await ana.send(room, kind, {"msgtype": "m.text", "body": "", "m.relates_to": {}})
    await ana.send(room, kind, {"msgtype": "m.odd", "body": "!task", "formatted_body": 7})
    await ana.say(room, "!last", formatted_body={"a": 1}, **{"m.new_content": "x"})
    await bot.ear.utterance("/last")
    assert bot.ear.texts == ["/last"]


def test_words_can_be_stored_whatever_they_hold() -> None:
    assert words({"content": {"body": "a\0b\ud800c"}}, "content", "body") == "ab?c"
    assert words({"content": "body"}, "content", "body") == ""


def test_a_session_says_nothing_of_its_secrets(tmp_path: Path) -> None:
    session = offline(ME, tmp_path)
    assert "sesame" not in repr(session) + str(session)
