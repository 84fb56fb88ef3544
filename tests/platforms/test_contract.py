"""One contract: the console, Telegram's double, a real homeserver's rooms, open and encrypted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.markup import Markup, Span
from bot.platforms import Gone, Key, Kind, Moved, Outgoing, Poll
from tests.element import Element
from tests.platforms.drivers import Driver, Movable, OnConsole, on_matrix, on_telegram
from tests.platforms.in_rooms import Asked
from tests.platforms.sealed import OnSealed, on_sealed

HOSTILE = "<b>&amp;</b> *x* _y_ `z` [a](b) \u202e\u200b " + "ñ" * 300
WORDS = "The heating is off\nsince Monday! 2 > 1 & it is *so* cold, see /tmp and @kommune"

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e5270de60000000049454e44ae426082"
)

MATRIX, SEALED = (
    pytest.param(rooms, marks=pytest.mark.xdist_group("synapse")) for rooms in ("matrix", "sealed")
)


@pytest.fixture(params=["console", "telegram", MATRIX, SEALED])
async def driver(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Driver]:
    if request.param == "console":
        yield OnConsole()
    elif request.param == "telegram":
        async with on_telegram() as telegram:
            yield telegram
    elif request.param == "sealed":
        synapse = request.getfixturevalue("synapse")
        async with Element() as people, on_sealed(synapse, people, tmp_path) as sealed:
            yield sealed
    else:
        async with on_matrix(request.getfixturevalue("synapse"), tmp_path) as matrix:
            yield matrix


def on(*networks: object) -> pytest.MarkDecorator:
    """Only where there is such a thing."""
    return pytest.mark.parametrize("driver", networks, indirect=True)


def letter(text: Markup | str, *labels: str, id: str = "1.1", **more: object) -> Outgoing:
    keys = tuple(Key(label, line=f"/vote 1 {n}") for n, label in enumerate(labels, 1))
    tree: Markup = (text,) if isinstance(text, str) else text
    return replace(Outgoing(id, Kind.MESSAGE, tree, keys), **more)  # type: ignore[arg-type]


async def test_a_line_of_a_group_is_heard_with_who_and_where(driver: Driver) -> None:
    line = await driver.say("/poll Paint?")
    assert line.text == "/poll Paint?"
    assert (line.place.chat, line.place.private) == (driver.group.chat, False)
    assert line.speaker.name.lower().startswith("ana")
    assert line.speaker.account and line.ref and line.message
    assert not line.reply_to and not line.pressed
    assert (await driver.say("/polls")).ref != line.ref


async def test_words_in_private_are_heard_whole_and_answered_there(driver: Driver) -> None:
    line = await driver.whisper(WORDS)
    assert line.text == WORDS
    assert line.place.private and line.place.chat != driver.group.chat
    ref = await driver.platform.say(line.place, letter("I am here"))
    assert await driver.look(line.place, ref) == "I am here"
    assert await driver.count() == 0


async def test_an_answer_names_the_question(driver: Driver) -> None:
    await driver.platform.say(driver.group, letter("Hello"))
    question = await driver.platform.say(driver.group, letter("When?", id="2.1", ask=True))
    line = await driver.answer(question, "on Friday")
    assert (line.text, line.reply_to) == ("on Friday", question)
    assert line.place.chat == driver.group.chat and not line.pressed


async def test_a_message_is_edited_in_its_place(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter("first"))
    assert ref and "first" in await driver.look(driver.group, ref)
    again = letter("second", id="1.2", kind=Kind.EDIT, ref=ref)
    assert await driver.platform.say(driver.group, again) == ref
    now = await driver.look(driver.group, ref)
    assert "second" in now and "first" not in now
    assert await driver.count() == 1


async def test_a_button_says_its_line_its_label_or_its_number(driver: Driver) -> None:
    card = letter("Paint?", "yes", "no")
    ref = await driver.platform.say(driver.group, card)
    await driver.platform.seed(driver.group, card, ref)
    press = await driver.press(ref, "no")
    if press.pressed:
        assert press.message == ref
        assert press.text == "/vote 1 2" or press.label == "no"
    else:
        assert driver.platform.numbered
        assert (press.text, press.reply_to) == ("2", ref)
    toast = Outgoing("2.1", Kind.TOAST, ("Your vote: no",), press=press.press, reply_to=ref)
    await driver.platform.say(driver.group, toast)


@on("console", MATRIX, SEALED)
async def test_where_buttons_are_numbered_a_number_is_heard(driver: Driver) -> None:
    assert driver.platform.numbered
    ref = await driver.platform.say(driver.group, letter("Paint?", "yes", "no"))
    line = await driver.say("2")
    assert (line.pressed, line.text, line.message) == (True, "/vote 1 2", ref) or line.text == "2"


@on(SEALED)
async def test_where_nothing_can_be_pressed_it_is_said_how_to_answer(driver: OnSealed) -> None:
    card = letter("Paint?", "yes", "no", hint="Reply with a number.")
    ref = await driver.platform.say(driver.group, card)
    told = "Paint?\n1 yes · 2 no\nReply with a number."
    assert await driver.look(driver.group, ref) == told
    again = replace(card, id="1.2", kind=Kind.EDIT, ref=ref)
    await driver.platform.say(driver.group, again)
    assert await driver.look(driver.group, ref) == told
    note = letter("Done", id="2.1", hint=card.hint)
    assert await driver.look(driver.group, await driver.platform.say(driver.group, note)) == "Done"
    assert await driver.reactions() == []


async def test_an_opinion_is_the_platforms_own_poll_where_it_has_any(driver: Driver) -> None:
    asked = Poll("Which colour? (an opinion)", ("red", "green", "blue"))
    card = letter("the card", *asked.answers, poll=asked)
    ref, _, name = (await driver.platform.say(driver.group, card)).partition(" ")
    if not driver.platform.polls:
        assert not name and await driver.look(driver.group, ref) == "the card"
        return
    assert await driver.poll(ref) == Asked(asked.question, asked.answers, ended=False)
    for chosen, numbers in (("red", (1,)), ("green", (2,)), ("", ())):
        line = await driver.choose(ref, *chosen.split())
        assert (line.poll, line.chosen) == (name, numbers)
        assert line.speaker.name.lower().startswith("ana") and not line.text
    again = replace(card, id="1.2", kind=Kind.EDIT, ref=ref)
    await driver.platform.say(driver.group, again)
    assert not (await driver.poll(ref)).ended
    ended = replace(again, id="1.3", keys=(), poll=replace(asked, closed=True))
    await driver.platform.say(driver.group, ended)
    assert (await driver.poll(ref)).ended


async def test_a_file_arrives_with_its_words(driver: Driver) -> None:
    data = b"BEGIN\r\n\x00\xff"
    file = letter("All meetings", kind=Kind.FILE, file=data, file_name="meetings.ics")
    ref = await driver.platform.say(driver.group, file)
    assert await driver.open(ref) == data
    assert await driver.look(driver.group, ref) == "All meetings"
    assert await driver.count() == 1


async def test_a_picture_arrives_with_its_words(driver: Driver) -> None:
    picture = letter("yes 5", kind=Kind.FILE, file=PNG, file_name="r.png", picture=(1, 1))
    ref = await driver.platform.say(driver.group, picture)
    assert await driver.open(ref) == PNG
    assert await driver.look(driver.group, ref) == "yes 5"
    assert await driver.count() == 1


@on("telegram", MATRIX, SEALED)
async def test_what_is_redacted_is_gone_unless_on_a_terminal(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter("A name"))
    kept = await driver.platform.say(driver.group, letter("No name", id="2.1"))
    deed = Outgoing("3.1", Kind.DEED, deed="redact", ref=ref)
    assert await driver.platform.say(driver.group, deed) == ""
    assert await driver.look(driver.group, ref) == ""
    assert await driver.look(driver.group, kept) == "No name"
    await driver.platform.say(driver.group, replace(deed, id="4.1"))


async def test_a_letter_tried_again_is_one_message_where_there_are_transactions(
    driver: Driver,
) -> None:
    once = driver.platform.name == "matrix"
    refs = [await driver.platform.say(driver.group, letter("Paint?", "yes")) for _ in range(2)]
    assert len(set(refs)) == (1 if once else 2)
    other = await driver.platform.say(driver.group, letter("Paint?", "yes", id="2.1"))
    assert other not in refs
    assert await driver.count() == len({*refs, other})


async def test_hostile_words_are_shown_as_they_are(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter((Span("strong", (HOSTILE,)),)))
    assert HOSTILE.strip() in await driver.look(driver.group, ref)


async def test_a_very_long_text_arrives(driver: Driver) -> None:
    ref = await driver.platform.say(driver.group, letter("word " * 20_000, "yes"))
    assert (await driver.look(driver.group, ref)).startswith("word word")


@on("telegram", MATRIX, SEALED)
async def test_a_group_that_moved_says_where_to(driver: Movable) -> None:
    await driver.platform.say(driver.group, letter("hello"))
    event = await driver.move()
    assert (event.name, event.place.chat) == ("moved", driver.group.chat)
    there = replace(driver.group, chat=event.detail)
    ref = await driver.platform.say(there, letter("here too", id="2.1"))
    assert await driver.look(there, ref) == "here too"
    # Matrix says Gone of the old room, which nobody but its admins may write in any more.
    with pytest.raises((Moved, Gone)) as refused:
        await driver.platform.say(driver.group, letter("still there?", id="3.1"))
    assert getattr(refused.value, "chat", event.detail) == event.detail


@on("telegram", MATRIX, SEALED)
async def test_who_was_thrown_out_says_nothing_more(driver: Movable) -> None:
    await driver.platform.say(driver.group, letter("hello"))
    await driver.leave()
    with pytest.raises(Gone):
        await driver.platform.say(driver.group, letter("still here", id="2.1"))
