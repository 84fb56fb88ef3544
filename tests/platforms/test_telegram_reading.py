"""What Telegram tells, and what of it reaches the house."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms import Event, Place, Speaker
from tests.platforms.botapi import ApiError, BotApi
from tests.platforms.botapi.hearing import Ear
from tests.platforms.botapi.people import ANONYMOUS

HALLO = {"inline_keyboard": [[{"text": "yes", "callback_data": "/vote 1 1"}]]}


async def test_private_text_is_heard_as_it_is(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana", "ana", "pt-BR")
    number = botapi.say(ana, "Die Heizung ist aus @ben")
    line = await ear.heard("Die Heizung ist aus @ben")
    assert line.place == Place("telegram", str(ana.id), private=True)
    assert line.speaker == Speaker(str(ana.id), "Ana", "ana", "pt-BR")
    assert line.message == f"{ana.id}:{number}"
    assert line.mentions == {"@ben": Speaker("", "", "ben")}
    assert not line.pressed and line.quoted == "" and line.reply_to == ""
    assert line.said_at is not None and line.said_at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - line.said_at) < timedelta(minutes=1)


async def test_of_a_group_only_what_is_meant_for_the_bot_is_heard(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana")
    rent = botapi.group("rent", ana)
    botapi.make_admin(rent, ana)  # then the server delivers everything
    card = botapi.api_sendMessage(rent, "a card")["message_id"]
    other = botapi.say(ana, "the rent is too high", rent)
    botapi.say(ana, "no, that is not for the bot", rent, reply_to=other)
    botapi.say(ana, "/vote@other_bot 1", rent)
    botapi.say(ana, "// or / not", rent)
    botapi.say(ana, "@kommune_bot_two hello", rent)
    botapi.say(ana, "/vote@Kommune_Bot 1 2", rent)
    botapi.say(ana, "/vote 3", rent)
    botapi.say(ana, "that is for it", rent, reply_to=card)
    botapi.say(ana, "say, @kommune_bot, what is a poll", rent)
    botapi.say(ana, "@KOMMUNE_BOT /poll Paint? | yes", rent)
    botapi.say(ana, "@kommune_bot /poll@other_bot x", rent)
    botapi.say(ana, "/task clean", rent, caption=True)
    botapi.say(ana, "/last", rent)
    await ear.heard("/last")
    assert [line.text for line in ear.utterances] == [
        "/vote 1 2",
        "/vote 3",
        "that is for it",
        "say, , what is a poll",
        "/poll Paint? | yes",
        "/task clean",
        "/last",
    ]
    assert ear.utterances[0].place.title == "rent" and not ear.utterances[0].place.private
    assert ear.utterances[2].reply_to == f"{rent}:{card}"
    assert ear.utterances[2].quoted == ""
    assert ear.utterances[3].mentions == {}


async def test_what_it_replies_to_is_told(botapi: BotApi, ear: Ear) -> None:
    ana, ben = botapi.person("Ana"), botapi.person("Ben")
    rent = botapi.group("rent", ana, ben)
    first = botapi.say(ben, "the lift is broken", rent)
    botapi.say(ana, "/task", rent, reply_to=first)
    line = await ear.heard("/task")
    assert line.quoted == "the lift is broken"
    assert line.reply_to == f"{rent}:{first}"


async def test_topics(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana")
    forum = botapi.group("forum", ana, kind="supergroup", forum=True)
    opened = botapi.message(
        botapi.chats[forum],
        botapi.bot,
        forum_topic_created={"name": "rent", "icon_color": 7322096},
    )["message_id"]
    botapi.make_admin(forum, ana)
    botapi.say(ana, "among us", forum, topic=opened, reply_to=opened)
    botapi.say(ana, "/poll", forum, topic=opened, reply_to=opened)
    botapi.say(ana, "/here", forum)
    await ear.heard("/here")
    poll, here = ear.utterances
    assert (poll.place.topic, poll.reply_to) == (str(opened), "")
    assert here.place.topic == ""


async def test_names_may_hold_anything(botapi: BotApi, ear: Ear) -> None:
    ana, ben = botapi.person("Ana"), botapi.person("𝔅en <b>&\u202e")
    rent = botapi.group("rent", ana, ben)
    botapi.mention(ana, "/task 🧹 for 𝔅en <b>&\u202e and @cem, @kommune_bot", ben, rent)
    line = await ear.heard("/task 🧹 for 𝔅en <b>&\u202e and @cem, @kommune_bot")
    assert line.mentions == {
        "𝔅en <b>&\u202e": Speaker(str(ben.id), "𝔅en <b>&\u202e", ben.username, "de"),
        "@cem": Speaker("", "", "cem"),
    }


async def test_a_press(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana")
    forum = botapi.group("forum", ana, kind="supergroup", forum=True)
    card = botapi.api_sendMessage(forum, "card", reply_markup=HALLO, message_thread_id=9)
    press = botapi.press(ana, forum, "yes")
    line = await ear.heard("/vote 1 1")
    assert line.pressed and line.press == press and line.said_at is None
    assert line.message == f"{forum}:{card['message_id']}"
    assert line.place == Place("telegram", str(forum), topic="9", title="forum")
    del botapi.chats[forum].messages[card["message_id"]]
    again = botapi.press(ana, forum, "yes")
    await ear.until(lambda: len(ear.utterances) == 2)
    assert ear.utterances[1].press == again
    assert ear.utterances[1].message == f"{forum}:{card['message_id']}"
    assert len({line.ref for line in ear.lines}) == 2


async def test_nobody_is_not_heard(botapi: BotApi, ear: Ear) -> None:
    ana, bot = botapi.person("Ana"), botapi.person("Robot")
    bot.is_bot = True
    rent = botapi.group("rent", ana, bot)
    botapi.api_sendMessage(rent, "card", reply_markup=HALLO)
    botapi.say_anonymously("/close 1", rent)
    botapi.press(ANONYMOUS, rent, "yes")
    botapi.say(bot, "/close 2", rent)
    botapi.say(ana, "/close 3", rent, sender_chat={"id": -5, "type": "channel", "title": "c"})
    origin = {"type": "hidden_user", "sender_user_name": "x", "date": 1}
    botapi.say(ana, "/close 4", forward_origin=origin)
    botapi.say(ana, "/last")
    await ear.heard("/last")
    assert [line.text for line in ear.lines if not isinstance(line, Event)] == ["/last"]


async def test_an_anonymous_admin_who_adds_the_bot_stays_so(botapi: BotApi, ear: Ear) -> None:
    rent = botapi.group("rent")
    botapi.kick_bot(rent, ANONYMOUS)
    botapi.add_bot(rent, ANONYMOUS)
    await ear.until(lambda: len(ear.events) == 2)
    assert [(event.name, event.about) for event in ear.events] == [
        ("removed", None),
        ("added", None),
    ]


async def test_a_press_by_somebody_who_left_tells_of_that_first(botapi: BotApi, ear: Ear) -> None:
    ana, ben = botapi.person("Ana"), botapi.person("Ben")
    rent = botapi.group("rent", ana, ben)
    botapi.api_sendMessage(rent, "card", reply_markup=HALLO)
    botapi.leave(ben, rent, silently=True)
    botapi.press(ben, rent, "yes")
    await ear.heard("/vote 1 1")
    left, press = ear.lines
    assert isinstance(left, Event) and left.name == "left"
    assert left.about is not None and left.about.account == str(ben.id)
    assert left.ref != press.ref
    botapi.press(ana, rent, "yes")
    botapi.press(ana, rent, "yes")
    await ear.until(lambda: len(ear.utterances) == 3)
    assert ear.events == [left]
    asked = [call["user_id"] for call in botapi.called("getChatMember")]
    assert asked == [ben.id, ana.id], "who is known to be there is not asked about again"


async def test_where_membership_is_not_told_the_press_is_heard(botapi: BotApi, ear: Ear) -> None:
    ana = botapi.person("Ana")
    rent = botapi.group("rent", ana)
    botapi.api_sendMessage(rent, "card", reply_markup=HALLO)
    botapi.fail("getChatMember", ApiError(400, "Bad Request: CHAT_ADMIN_REQUIRED"))
    botapi.press(ana, rent, "yes")
    await ear.heard("/vote 1 1")
    assert ear.events == []


async def test_a_question_about_membership_left_open_makes_nobody_wait_long(
    botapi: BotApi, ear: Ear
) -> None:
    ana, ben = botapi.person("Ana"), botapi.person("Ben")
    rent = botapi.group("rent", ana, ben)
    botapi.api_sendMessage(rent, "card", reply_markup=HALLO)
    asked = botapi.hang("getChatMember")
    botapi.press(ana, rent, "yes")
    await asked.wait()
    botapi.say(ben, "/help")
    async with asyncio.timeout(4):
        await ear.heard("/help")
    assert [line.text for line in ear.utterances] == ["/vote 1 1", "/help"]


async def test_comings_and_goings(botapi: BotApi, ear: Ear) -> None:
    ana, ben = botapi.person("Ana"), botapi.person("Ben")
    rent = botapi.group("rent", ana)
    await botapi.until(lambda: botapi.allowed)  # the server keeps chat_member back until asked
    botapi.kick_bot(rent, ana)
    botapi.add_bot(rent, ana)
    botapi.join(ben, rent)
    botapi.leave(ben, rent)
    botapi.make_admin(rent, ana)
    botapi.join(ben, rent)
    botapi.retitle(rent, "Rent & more", ana)
    moved = botapi.migrate(rent, ana)
    botapi.block(ben)
    botapi.unblock(ben)
    botapi.say(ana, "/last")
    await ear.heard("/last")
    told = [(event.name, event.about and event.about.name, event.detail) for event in ear.events]
    assert told == [
        ("removed", "Ana", ""),
        ("added", "Ana", ""),
        ("joined", "Ben", ""),
        ("left", "Ben", ""),
        ("joined", "Ben", ""),
        ("joined", "Ben", ""),
        ("titled", None, "Rent & more"),
        ("moved", None, str(moved)),
        ("blocked", "Ben", ""),
        ("opened", "Ben", ""),
    ]
    assert ear.events[7].place.chat == str(rent)
    assert ear.events[8].place == Place("telegram", str(ben.id), private=True)


@pytest.mark.parametrize("text", ["\ud800 half", "null \0 byte"])
async def test_characters_that_no_database_takes(botapi: BotApi, ear: Ear, text: str) -> None:
    ana = botapi.person("Ana")
    person, chat = ana.json(), {"id": ana.id, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text}
    botapi.raw({"update_id": 1, "message": message})
    await ear.until(lambda: ear.utterances)
    heard = ear.utterances[0].text
    assert "\0" not in heard and heard.encode()
