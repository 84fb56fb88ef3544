from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.platforms import Kind, Outgoing
from tests.platforms.matrix.conftest import Bot, People
from tests.platforms.matrix_people import Person


async def test_commands_numbers_mentions_and_replies_reach_the_bot(
    bot: Bot, ana: Person, room: str
) -> None:
    card = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    await ana.say(room, "the heating is off")
    await ana.say(room, "!poll Paint it? | yes | no")
    await ana.say(room, "/tasks")
    await ana.say(room, "!!! now")
    await ana.say(room, f"{bot.id}: what is next", **{"m.mentions": {"user_ids": [bot.id]}})
    await ana.say(room, f"{bot.id.partition(':')[0][1:]}, hello")
    await ana.say(room, "2")
    await ana.reply(room, card, f"> <{bot.id}> Paint?\n\nyes, blue")
    await ana.say(room, "and so on")
    last = await ana.say(room, "!last")
    heard = await bot.ear.utterance("/last")
    assert bot.ear.texts == [
        "/poll Paint it? | yes | no",
        "/tasks",
        "what is next",
        "hello",
        "2",
        "yes, blue",
        "/last",
    ]
    assert bot.ear.said[5].reply_to == card
    assert (heard.ref, heard.message) == (last, last)
    assert heard.speaker.account == ana.id
    assert heard.place.private is False
    assert heard.place.title == "rent"
    assert heard.said_at is not None
    assert datetime.now(UTC) - heard.said_at < timedelta(minutes=1)


async def test_notices_edits_and_own_messages_are_not_heard(
    bot: Bot, ana: Person, room: str
) -> None:
    await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("/tasks",)))
    await ana.say(room, "!notice", msgtype="m.notice")
    await ana.say(room, "!emote", msgtype="m.emote")
    told = await ana.say(room, "!task paint")
    await ana.edit(room, told, "!task paint it blue")
    await ana.say(room, "!last")
    await bot.ear.utterance("/last")
    assert bot.ear.texts == ["/task paint", "/last"]


async def test_a_command_in_reply_to_somebody_carries_their_words(
    bot: Bot, ana: Person, room: str
) -> None:
    told = await ana.say(room, "the gate is broken")
    await ana.reply(room, told, "so it is")
    await ana.reply(room, told, "!task")
    heard = await bot.ear.utterance("/task")
    assert bot.ear.texts == ["/task"]
    assert heard.quoted == "the gate is broken"
    assert heard.reply_to == told


async def test_an_answer_in_a_thread_is_an_answer_to_its_root(
    bot: Bot, ana: Person, room: str
) -> None:
    card = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Which day?",)))
    chatter = await ana.say(room, "a word between")
    thread = {
        "rel_type": "m.thread",
        "event_id": card,
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": chatter},
    }
    await ana.say(room, "friday", **{"m.relates_to": thread})
    assert (await bot.ear.utterance("friday")).reply_to == card


async def test_people_are_known_by_their_names(bot: Bot, person: People, ana: Person) -> None:
    ben = await person("ben")
    await ben.show_as("<b>Ben</b> \u202e")
    room = await ana.create_room(bot.id, ben.id)
    await ben.join(room)
    await bot.ear.event("added", room)
    pill = f'<a href="https://matrix.to/#/{ana.id}">Ana A.</a>: take it'
    await ben.say(
        room, f"!task @ben:lab.test and Ana A.: take it {bot.id}", formatted_body=f"!task {pill}"
    )
    await bot.ear.until(lambda: len(bot.ear.said) == 1)
    heard = bot.ear.said[0]
    assert heard.speaker.name == "<b>Ben</b> \u202e"
    assert heard.speaker.username == ben.id[1:]
    assert {name: who.account for name, who in heard.mentions.items()} == {
        "@ben:lab.test": "@ben:lab.test",
        "Ana A.": ana.id,
    }


async def test_in_private_every_text_is_heard(bot: Bot, ana: Person, chat: str) -> None:
    told = await ana.say(chat, "the heating is off")
    heard = await bot.ear.utterance("the heating is off")
    assert heard.place.private is True
    await ana.edit(chat, told, "the heating is off again")
    await ana.say(chat, "!cancel")
    assert (await bot.ear.utterance("/cancel")).place.private is True
    assert bot.ear.texts == ["the heating is off", "/cancel"]


async def test_words_written_while_the_bot_was_coming_in_are_heard(bot: Bot, ana: Person) -> None:
    chat = await ana.open_chat(bot.id)
    await ana.say(chat, "hello, is anyone there")
    assert (await bot.ear.utterance("hello, is anyone there")).place.private is True


async def test_with_a_third_person_a_direct_room_is_a_room(
    bot: Bot, person: People, ana: Person, chat: str
) -> None:
    ben = await person("ben")
    await ana.invite(chat, ben.id)
    await ana.say(chat, "the heating is off")
    await ana.say(chat, "!tasks")
    assert (await bot.ear.utterance("/tasks")).place.private is False
    await ben.join(chat)
    assert (await bot.ear.event("joined", chat)).place.private is False
    assert bot.ear.texts == ["/tasks"]
    await ben.leave(chat)
    await bot.ear.event("left", chat)
    await ana.say(chat, "now we are alone")
    assert (await bot.ear.utterance("now we are alone")).place.private is True


async def test_reactions_press_and_take_back(bot: Bot, ana: Person, room: str) -> None:
    card = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    other = await ana.say(room, "nice")
    await ana.react(room, other, "✅ yes")
    yes = await ana.react(room, card, "✅ yes")
    await ana.react(room, card, "no")
    await ana.redact(room, yes)
    await bot.ear.until(lambda: len(bot.ear.said) == 3)
    pressed = [(line.label, line.text, line.message, line.pressed) for line in bot.ear.said]
    assert pressed == [
        ("✅ yes", "", card, True),
        ("no", "", card, True),
        ("✅ yes", "undo", card, True),
    ]
    assert len({line.ref for line in bot.ear.said}) == 3


async def test_a_moderator_cannot_withdraw_anothers_answer(
    bot: Bot, person: People, ana: Person, room: str
) -> None:
    ben = await person("ben")
    await ana.invite(room, ben.id)
    await ben.join(room)
    card = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    yes = await ben.react(room, card, "yes")
    await ana.redact(room, yes)
    await ana.say(room, "!last")
    await bot.ear.utterance("/last")
    assert [line.text for line in bot.ear.said] == ["", "/last"]


async def test_a_reaction_is_taken_back_after_a_restart(bot: Bot, ana: Person, room: str) -> None:
    card = await bot.matrix.say(bot.room(room), Outgoing("l1", Kind.MESSAGE, ("Paint?",)))
    yes = await ana.react(room, card, "yes")
    await bot.ear.until(lambda: len(bot.ear.said) == 1)
    await bot.restart()
    await ana.say(room, "!up")
    await bot.ear.utterance("/up")
    await ana.redact(room, yes)
    heard = await bot.ear.utterance("undo")
    assert (heard.label, heard.message) == ("yes", card)
