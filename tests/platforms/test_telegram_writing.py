"""Letters as they arrive on people's phones, and what comes of those that do not."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.markup import Markup, Span
from bot.platforms import Gone, Key, Kind, Lost, Moved, Outgoing, Place, Profile, Shut, TryLater
from bot.platforms.telegram import Telegram
from tests.platforms.botapi import TOKEN, ApiError, BotApi, Person
from tests.synapse import free_port

TEXT: Markup = (Span("strong", ("Rent <b>&",)), "\nis too high")


def letter(kind: Kind = Kind.MESSAGE, text: Markup = TEXT, **more: object) -> Outgoing:
    return Outgoing("l1", kind, text, **more)  # type: ignore[arg-type]


def place(chat: int, topic: str = "") -> Place:
    return Place("telegram", str(chat), topic=topic, private=chat > 0)


@pytest.fixture
def ana(botapi: BotApi) -> Person:
    someone = botapi.person("Ana")
    botapi.say(someone, "/start")
    return someone


@pytest.fixture
def rent(botapi: BotApi, ana: Person) -> int:
    return botapi.group("rent", ana)


async def test_a_message(botapi: BotApi, telegram: Telegram, rent: int) -> None:
    ref = await telegram.say(place(rent), letter(silent=True))
    assert botapi.texts(rent) == ["Rent <b>&\nis too high"]
    message = list(botapi.chats[rent].messages.values())[-1]
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 9}]
    assert ref == f"{rent}:{message['message_id']}"
    sent = botapi.called("sendMessage")[-1]
    assert sent["disable_notification"] is True
    assert sent["link_preview_options"] == {"is_disabled": True}


async def test_keys_stand_in_rows(botapi: BotApi, telegram: Telegram, rent: int) -> None:
    labels = ["yes", "no", "abstain", "more …", "A committee of the neighbourhood", "x", "y"]
    keys = (*(Key(label, line=f"/do {label}") for label in labels), Key("private", door="v-1_a"))
    await telegram.say(place(rent), letter(keys=keys))
    message = list(botapi.chats[rent].messages.values())[-1]
    rows = message["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [
        ["yes", "no", "abstain"],
        ["more …"],
        ["A committee of the neighbourhood"],
        ["x", "y", "private"],
    ]
    assert rows[0][0]["callback_data"] == "/do yes"
    assert rows[-1][-1]["url"] == "https://t.me/kommune_bot?start=v-1_a"


async def test_a_question_forces_the_reply_in_groups_alone(
    botapi: BotApi, telegram: Telegram, ana: Person, rent: int
) -> None:
    asked = botapi.say(ana, "/task", rent)
    await telegram.say(place(rent), letter(ask=True, reply_to=f"{rent}:{asked}"))
    await telegram.say(place(ana.id), letter(ask=True))
    await telegram.say(place(rent), letter(ask=True, keys=(Key("a", line="/a"),)))
    group, private, keyed = botapi.called("sendMessage")
    assert group["reply_markup"] == {"force_reply": True, "selective": True}
    assert group["reply_parameters"]["message_id"] == asked
    assert "reply_markup" not in private
    assert "inline_keyboard" in keyed["reply_markup"]


async def test_topics_and_replies(botapi: BotApi, telegram: Telegram, ana: Person) -> None:
    forum = botapi.group("forum", ana, kind="supergroup", forum=True)
    await telegram.say(place(forum, "7"), letter(reply_to=f"{forum}:999"))
    await telegram.say(place(forum, "7"), letter(reply_to="-5:3"))
    assert [call["message_thread_id"] for call in botapi.called("sendMessage")] == [7, 7]
    gone, elsewhere = botapi.called("sendMessage")
    assert gone["reply_parameters"]["allow_sending_without_reply"] is True
    assert "reply_parameters" not in elsewhere
    plain = botapi.group("plain", ana)
    with pytest.raises(Shut):
        await telegram.say(place(plain, "7"), letter())
    botapi.fail("sendMessage", ApiError(400, "Bad Request: TOPIC_CLOSED"))
    with pytest.raises(Shut):
        await telegram.say(place(forum, "7"), letter())


async def test_a_long_text_comes_in_parts(botapi: BotApi, telegram: Telegram, ana: Person) -> None:
    lines: Markup = tuple(f"line {number} <&> 🧹\n" for number in range(400))
    ref = await telegram.say(place(ana.id), letter(text=lines, keys=(Key("ok", line="/ok"),)))
    said = botapi.texts(ana.id)
    assert len(said) > 1 and "line 399" in said[-1] and "line 0 " in said[0]
    last = list(botapi.chats[ana.id].messages.values())[-1]
    assert ref.endswith(f":{last['message_id']}") and "reply_markup" in last


@pytest.mark.parametrize(("kind", "lines"), [(Kind.MESSAGE, 1500), (Kind.FILE, 380)])
async def test_a_long_text_goes_on_where_it_had_to_wait(
    botapi: BotApi, telegram: Telegram, ana: Person, kind: Kind, lines: int
) -> None:
    botapi.limits.enforced = True
    text: Markup = tuple(f"line {number} <&>\n" for number in range(lines))
    long = letter(kind, text, file=b"%PDF", file_name="minutes.pdf")
    with pytest.raises(TryLater) as told:
        await telegram.say(place(ana.id), long)
    assert told.value.wait == 1
    botapi.limits.enforced = False
    await telegram.say(place(ana.id), long)
    said = "\n".join(botapi.texts(ana.id)).splitlines()
    assert said == [f"line {number} <&>" for number in range(lines)]
    assert len(botapi.called("sendDocument")) == (kind is Kind.FILE)


async def test_a_long_card_is_one_message(botapi: BotApi, telegram: Telegram, ana: Person) -> None:
    lines: Markup = tuple(f"line {number} <&>\n" for number in range(900))
    ref = await telegram.say(place(ana.id), letter(text=lines, card=True))
    (shown,) = botapi.texts(ana.id)
    assert shown.startswith("line 0 ") and shown.endswith(" <&>\n…")
    edit = letter(Kind.EDIT, ("now\n", *lines), ref=ref, card=True)
    await telegram.say(place(ana.id), edit)
    (shown,) = botapi.texts(ana.id)
    assert shown.startswith("now\nline 0 ") and shown.endswith(" <&>\n…")


async def test_a_card_is_edited(botapi: BotApi, telegram: Telegram, rent: int) -> None:
    ref = await telegram.say(place(rent), letter(keys=(Key("yes", line="/y"),)))
    edit = letter(Kind.EDIT, ("new",), ref=ref)
    assert await telegram.say(place(rent), edit) == ref
    assert await telegram.say(place(rent), edit) == ref, "the same again is fine"
    assert botapi.texts(rent) == ["new"]
    botapi.chats[rent].messages.clear()
    with pytest.raises(Lost):
        await telegram.say(place(rent), edit)


async def test_a_card_of_somebody_else_is_lost(
    botapi: BotApi, telegram: Telegram, ana: Person, rent: int
) -> None:
    theirs = botapi.say(ana, "hello", rent)
    with pytest.raises(Lost):
        await telegram.say(place(rent), letter(Kind.EDIT, ref=f"{rent}:{theirs}"))
    with pytest.raises(Lost):
        await telegram.say(place(rent), letter(Kind.EDIT, ref="no reference"))


async def test_toasts(botapi: BotApi, telegram: Telegram, ana: Person, rent: int) -> None:
    await telegram.say(place(rent), letter(keys=(Key("yes", line="/y"),)))
    short, long, bare, door = (botapi.press(ana, rent, "yes") for _ in range(4))
    toast = Kind.TOAST
    assert await telegram.say(place(rent), letter(toast, ("Heard.",), press=short)) == ""
    await telegram.say(place(rent), letter(toast, ("🧹 word " * 100,), press=long))
    await telegram.say(place(rent), letter(toast, (), press=bare))
    await telegram.say(place(rent), letter(toast, (), press=door, door="v12"))
    assert botapi.toasts[short] == {"text": "Heard.", "url": ""}
    assert botapi.toasts[long]["show_alert"] is True
    assert len(botapi.toasts[long]["text"]) <= 200
    assert botapi.toasts[bare]["text"] == ""
    assert botapi.toasts[door]["url"] == "https://t.me/kommune_bot?start=v12"
    again = letter(toast, ("again",), press=short)
    assert await telegram.say(place(rent), again) == "", "too late is fine"


async def test_files(botapi: BotApi, telegram: Telegram, ana: Person) -> None:
    sent = letter(Kind.FILE, file=b"%PDF", file_name="minutes.pdf")
    ref = await telegram.say(place(ana.id), sent)
    assert ref.startswith(f"{ana.id}:")
    assert botapi.called("sendDocument")[0]["document"] == b"%PDF"
    assert botapi.texts(ana.id) == ["Rent <b>&\nis too high"]
    long = letter(Kind.FILE, ("word " * 500,), file=b"%PDF", file_name="minutes.pdf")
    await telegram.say(place(ana.id), long)
    assert sum(text.count("word") for text in botapi.texts(ana.id)) == 500


async def test_pictures(botapi: BotApi, telegram: Telegram, ana: Person) -> None:
    def sized(wide: int, high: int) -> Outgoing:
        data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + wide.to_bytes(4, "big") + high.to_bytes(4, "big")
        return letter(Kind.FILE, file=data, file_name="result.png", picture=(wide, high))

    await telegram.say(place(ana.id), sized(960, 600))
    assert len(botapi.called("sendPhoto")) == 1
    for shape in ((960, 12_000), (960, 40)):
        await telegram.say(place(ana.id), sized(*shape))
    assert (len(botapi.called("sendPhoto")), len(botapi.called("sendDocument"))) == (1, 2)


async def test_deeds(botapi: BotApi, telegram: Telegram, ana: Person, rent: int) -> None:
    ref = await telegram.say(place(rent), letter())
    number = int(ref.split(":")[1])
    pin = letter(Kind.DEED, (), ref=ref, deed="pin")
    assert await telegram.say(place(rent), pin) == "", "not an admin: refused, and let be"
    botapi.make_admin(rent, ana)
    await telegram.say(place(rent), pin)
    assert botapi.chats[rent].pinned == [number]
    redact = letter(Kind.DEED, (), ref=ref, deed="redact")
    await telegram.say(place(rent), redact)
    assert number not in botapi.chats[rent].messages
    await telegram.say(place(rent), redact)
    old = await telegram.say(place(rent), letter())
    file = letter(Kind.FILE, file=b"%PDF", file_name="minutes.pdf")
    minutes = await telegram.say(place(rent), file)
    botapi.ahead = 49 * 3600
    await telegram.say(place(rent), letter(Kind.DEED, (), ref=old, deed="redact"))
    await telegram.say(place(rent), letter(Kind.DEED, (), ref=minutes, deed="redact"))
    assert botapi.texts(rent) == ["·", "·"]
    await telegram.say(place(rent), letter(Kind.DEED, (), deed="leave"))
    assert botapi.chats[rent].members[botapi.bot.id] == "left"


async def test_who_is_not_there(botapi: BotApi, telegram: Telegram, ana: Person, rent: int) -> None:
    stranger = botapi.person("Stranger")
    botapi.kick_bot(rent, ana)
    botapi.block(ana)
    for chat in (stranger.id, ana.id, rent, -77):
        with pytest.raises(Gone):
            await telegram.say(place(chat), letter())


@pytest.mark.parametrize(
    ("reason", "meant"),
    [
        ("have no rights to send a message", Gone),
        ("have no write access to the chat", Gone),
        ("not enough rights to send text messages to the chat", Gone),
        ("CHAT_RESTRICTED", Gone),
        ("CHAT_WRITE_FORBIDDEN", Gone),
        ("USER_IS_BLOCKED", Gone),
        ("there is no text in the message to edit", Lost),
        ("TOPIC_DELETED", Shut),
    ],
)
async def test_a_refusal_means_what_it_says(
    botapi: BotApi, telegram: Telegram, rent: int, reason: str, meant: type[Exception]
) -> None:
    ref = await telegram.say(place(rent), letter())
    botapi.fail("editMessageText", ApiError(400, f"Bad Request: {reason}"))
    with pytest.raises(Exception) as told:
        await telegram.say(place(rent), letter(Kind.EDIT, ref=ref))
    assert type(told.value) is meant


async def test_a_group_that_moved(
    botapi: BotApi, telegram: Telegram, ana: Person, rent: int
) -> None:
    card = await telegram.say(place(rent), letter(keys=(Key("yes", line="/y"),)))
    moved = botapi.migrate(rent, ana)
    with pytest.raises(Moved) as told:
        await telegram.say(place(rent), letter())
    assert told.value.chat == str(moved)
    await telegram.say(place(moved), letter())
    with pytest.raises(Lost):
        await telegram.say(place(moved), letter(Kind.EDIT, ("new",), ref=card))
    for deed in ("pin", "redact"):
        assert await telegram.say(place(moved), letter(Kind.DEED, (), ref=card, deed=deed)) == ""


@pytest.mark.parametrize("seconds", [1, 37, 1386])
async def test_flood_control_holds_one_chat_alone(
    botapi: BotApi, telegram: Telegram, ana: Person, rent: int, seconds: int
) -> None:
    botapi.fail("sendMessage", ApiError(429, "Too Many Requests", {"retry_after": seconds}))
    with pytest.raises(TryLater) as told:
        await telegram.say(place(rent), letter())
    assert told.value.wait == seconds
    await telegram.say(place(ana.id), letter())


async def test_a_broken_line_is_for_later(botapi: BotApi, telegram: Telegram, rent: int) -> None:
    botapi.fail("getMe", ApiError(502, "Bad Gateway"))
    with pytest.raises(TryLater):
        await telegram.say(place(rent), letter())
    botapi.fail("sendMessage", None, ApiError(502, "Bad Gateway"))
    for _ in range(2):
        with pytest.raises(TryLater) as told:
            await telegram.say(place(rent), letter())
        assert told.value.wait == 5 and told.value.failed
    await telegram.say(place(rent), letter())
    assert len(botapi.texts(rent)) == 1


async def test_without_a_connection_no_letter_is_to_blame(telegram: Telegram, rent: int) -> None:
    await telegram.say(place(rent), letter())
    nowhere = Telegram(TOKEN, f"http://127.0.0.1:{free_port()}")
    with pytest.raises(TryLater) as told:
        await nowhere.say(place(rent), letter())
    assert not told.value.failed
    await nowhere.close()


async def test_what_is_refused_for_good_holds_nothing_up(
    botapi: BotApi, telegram: Telegram, rent: int, capsys: pytest.CaptureFixture[str]
) -> None:
    botapi.fail("sendMessage", ApiError(400, "Bad Request: can't parse entities: <words>"))
    assert await telegram.say(place(rent), letter()) == ""
    assert await telegram.say(place(rent), letter(keys=(Key("x", line="/" * 65),))) == ""
    botapi.fail("sendDocument", ApiError(413, "Request Entity Too Large"))
    large = letter(Kind.FILE, file=b"%PDF", file_name="minutes.pdf")
    assert await telegram.say(place(rent), large) == ""
    told = capsys.readouterr().out
    assert "BUTTON_DATA_INVALID" in told.upper() and "parse entities" in told
    assert "<words>" not in told


async def test_stays_within_the_limits(botapi: BotApi, telegram: Telegram) -> None:
    botapi.limits.enforced = True
    people = [botapi.person(f"P{number}") for number in range(40)]
    groups = [botapi.group("g", *people) for _ in range(3)]
    for person in people:
        botapi.say(person, "/start")

    async def say(chat: int) -> None:
        await telegram.admit(place(chat), letter())
        await telegram.say(place(chat), letter())

    async def chatter(group: int) -> None:
        for _ in range(5):
            await say(group)
        with pytest.raises(TryLater) as told:
            await say(group)
        assert 1 < told.value.wait <= 4, "the group's minute is spent"

    began = time.monotonic()
    await asyncio.gather(
        *(chatter(group) for group in groups),
        *(say(person.id) for person in people),
    )
    assert time.monotonic() - began < 5, "the others flow on"
    assert all(botapi.texts(person.id) for person in people)


async def test_one_chat_is_not_flooded(telegram: Telegram, ana: Person) -> None:
    began = time.monotonic()
    for _ in range(4):
        await telegram.admit(place(ana.id), letter())
        await telegram.say(place(ana.id), letter())
    assert time.monotonic() - began > 0.8


async def test_a_toast_waits_for_no_other_letter(telegram: Telegram) -> None:
    waiting = [asyncio.create_task(telegram.admit(place(n), letter())) for n in range(1, 90)]
    await asyncio.sleep(0)
    async with asyncio.timeout(1):
        await telegram.admit(place(1), letter(Kind.TOAST, press="1"))
    assert not all(task.done() for task in waiting)
    for task in waiting:
        task.cancel()


async def test_introduces_itself_once(botapi: BotApi, telegram: Telegram) -> None:
    menu = (("vote", "Cast a vote"), ("task", "Take on a task"))
    profiles = {
        "": Profile("Kommune", "What it does.", "Short.", menu, (*menu, ("export", "Mine"))),
        "de": Profile("Kommune", "Was sie tut.", "Kurz.", menu[:1], menu),
    }
    await telegram.introduce(profiles)
    assert botapi.profile["description de"] == "Was sie tut."
    assert botapi.profile["short_description"] == "Short."
    assert botapi.profile["commands all_group_chats"] == [
        {"command": name, "description": does} for name, does in menu
    ]
    assert len(botapi.profile["commands all_private_chats"]) == 3
    assert len(botapi.profile["commands all_group_chats de"]) == 1
    before = len([name for name, _ in botapi.calls if name.startswith("set")])
    await telegram.introduce(profiles)
    assert len([name for name, _ in botapi.calls if name.startswith("set")]) == before


async def test_introduction_refused_is_no_matter(
    botapi: BotApi, telegram: Telegram, capsys: pytest.CaptureFixture[str]
) -> None:
    botapi.fail("setMyDescription", ApiError(429, "Too Many", {"retry_after": 9000}))
    botapi.fail("getMyName", None)
    menu = (("Bad Name", "refused"),)
    await telegram.introduce({"": Profile("K", "About.", "Short.", menu, ())})
    assert botapi.profile == {"short_description": "Short."}
    assert capsys.readouterr().out.count("does not take") == 3
