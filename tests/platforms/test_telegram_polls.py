"""Polls as Telegram puts them, and what comes of people's answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.platforms import Delivery, Kind, Outgoing, Place, Poll
from bot.platforms.telegram import Telegram
from tests.platforms.botapi import BotApi, Person
from tests.platforms.botapi.hearing import Ear

ASKED = Poll("Which colour? (an opinion)", ("red", "green", "blue"))
CARD = Outgoing("1", Kind.MESSAGE, ("the card",), poll=ASKED)


@pytest.fixture
def ana(botapi: BotApi) -> Person:
    return botapi.person("Ana")


@pytest.fixture
def rent(botapi: BotApi, ana: Person) -> int:
    return botapi.group("rent", ana)


def place(chat: int, topic: str = "") -> Place:
    return Place("telegram", str(chat), topic)


async def put(telegram: Telegram, chat: int, poll: Poll = ASKED) -> tuple[str, str]:
    """The message's reference and the poll's name."""
    ref, _, name = (await telegram.say(place(chat), replace(CARD, poll=poll))).partition(" ")
    return ref, name


async def test_it_is_put_by_name_and_with_its_words(
    botapi: BotApi, telegram: Telegram, rent: int
) -> None:
    ref, name = await put(telegram, rent)
    (shown,) = botapi.polls(rent)
    assert ref == f"{rent}:{shown['message_id']}" and shown["poll"]["id"] == name
    assert shown["poll"]["question"] == ASKED.question
    assert [option["text"] for option in shown["poll"]["options"]] == list(ASKED.answers)
    assert not shown["poll"]["is_anonymous"] and not shown["poll"]["allows_multiple_answers"]
    assert botapi.texts(rent) == [""], "and no card"


async def test_several_answers_and_the_topic(botapi: BotApi, telegram: Telegram) -> None:
    forum = botapi.group("rent", kind="supergroup", forum=True)
    await telegram.say(place(forum, "7"), replace(CARD, poll=replace(ASKED, most=2)))
    (shown,) = botapi.polls(forum)
    assert shown["poll"]["allows_multiple_answers"] and shown["message_thread_id"] == 7


async def test_what_changes_meanwhile_is_not_said_and_its_end_stops_it_once(
    botapi: BotApi, telegram: Telegram, rent: int
) -> None:
    ref, _ = await put(telegram, rent)
    later = replace(CARD, id="1.2", kind=Kind.EDIT, ref=ref)
    assert await telegram.say(place(rent), later) == ref
    assert not botapi.polls(rent)[0]["poll"]["is_closed"]
    closed = replace(later, poll=replace(ASKED, closed=True))
    for _ in range(2):
        assert await telegram.say(place(rent), closed) == ref
    assert botapi.polls(rent)[0]["poll"]["is_closed"]
    del botapi.chats[rent].messages[botapi.polls(rent)[0]["message_id"]]
    assert await telegram.say(place(rent), closed) == ref, "gone is as good as stopped"
    assert botapi.called("editMessageText") == []


async def test_one_that_ended_before_it_could_be_put_is_not_put(
    botapi: BotApi, telegram: Telegram, rent: int
) -> None:
    assert await put(telegram, rent, replace(ASKED, closed=True)) == ("", "")
    assert botapi.chats[rent].messages == {}


async def test_where_a_group_allows_no_polls_the_card_is_shown(
    botapi: BotApi, telegram: Telegram, rent: int
) -> None:
    botapi.chats[rent].polls = False
    ref, name = await put(telegram, rent)
    assert ref and not name
    assert botapi.texts(rent) == ["the card"] and botapi.polls(rent) == []


async def test_an_answer_names_the_poll_and_what_is_chosen(
    botapi: BotApi, telegram: Telegram, rent: int, ana: Person, ear: Ear
) -> None:
    ref, name = await put(telegram, rent, replace(ASKED, most=2))
    message = int(ref.partition(":")[2])
    for chosen in (("green",), ("red", "blue"), ()):
        botapi.answer(ana, rent, message, *chosen)
    await ear.until(lambda: len(ear.utterances) == 3)
    assert [line.chosen for line in ear.utterances] == [(2,), (1, 3), ()]
    assert {line.poll for line in ear.utterances} == {name}
    assert {line.speaker.account for line in ear.utterances} == {str(ana.id)}
    assert len({line.ref for line in ear.utterances}) == 3
    assert not any(line.pressed or line.text for line in ear.utterances)
    assert botapi.called("getChatMember") == []


async def read(telegram: Telegram, **answer: object) -> Delivery:
    return await telegram.read([{"update_id": 5, "poll_answer": {"poll_id": "9", **answer}}])


@pytest.mark.parametrize(
    "answer",
    [
        {"option_ids": [0], "voter_chat": {"id": -5, "type": "channel", "title": "News"}},
        {"option_ids": [0], "user": {"id": 136817688, "is_bot": True, "first_name": "Channel"}},
        {"option_ids": ["all"], "user": {"id": 7, "is_bot": False, "first_name": "Ana"}},
        {"option_ids": None, "user": {"id": 7, "is_bot": False, "first_name": "Ana"}},
        {"option_ids": [0], "poll_id": 3, "user": {"id": 7, "is_bot": False, "first_name": "A"}},
    ],
)
async def test_nobody_in_particular_and_junk_do_not_answer(
    telegram: Telegram, answer: dict[str, object]
) -> None:
    assert await read(telegram, **answer) == Delivery("telegram", (), "6")
