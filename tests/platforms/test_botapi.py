"""The double of the Bot API is as strict as the real server, as far as that is known."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.platforms.botapi import TOKEN, VARIABLE, BotApi, Person, Schema, Unparsable, parse_html

Json = dict[str, Any]
described = pytest.mark.skipif(
    Schema.from_environment() is None,
    reason=f"{VARIABLE} is unset: nothing was checked against the Bot API's description",
)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A double whose violations are what the test is about."""
    async with BotApi() as double:
        yield double


async def call(api: BotApi, method: str, token: str = TOKEN, **sent: Any) -> Json:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{api.url}/bot{token}/{method}", data=sent or None) as answer,
    ):
        body: Json = await answer.json()
        assert (answer.status == 200) is body["ok"]
        return body


async def refusal(api: BotApi, method: str, **sent: Any) -> tuple[int, str]:
    body = await call(api, method, **sent)
    assert not body["ok"]
    return body["error_code"], body["description"]


@described
async def test_all_that_is_sent_and_answered_fits_the_description(api: BotApi) -> None:
    await call(api, "getMe")
    assert api.violations == []


@described
@pytest.mark.parametrize(
    ("method", "sent", "fault"),
    [
        ("sendMesage", {}, "no such method"),
        ("sendMessage", {"chat_id": "1"}, "text is missing"),
        ("sendMessage", {"chat_id": "1", "text": "a", "colour": "red"}, "no parameter colour"),
        ("sendMessage", {"chat_id": "1", "text": "a", "message_thread_id": "x"}, "thread_id"),
        ("sendMessage", {"chat_id": "1", "text": "a", "reply_markup": '{"a": 1}'}, "markup"),
        (
            "sendMessage",
            {"chat_id": "1", "text": "a", "reply_parameters": '{"message_id": "5"}'},
            "not Integer",
        ),
        ("sendDocument", {"chat_id": "1", "document": io.BytesIO(b"x"), "thumb": "y"}, "thumb"),
        ("setMyCommands", {"commands": '[{"command": "a"}]'}, "lacks description"),
        ("setMyCommands", {"commands": "[]", "scope": '{"type": "all"}'}, "scope"),
    ],
)
async def test_a_departure_in_a_request_is_seen(
    api: BotApi, method: str, sent: Json, fault: str
) -> None:
    await call(api, method, **sent)
    assert any(fault in violation for violation in api.violations)


@described
def test_a_departure_in_a_result_or_update_is_seen() -> None:
    api = BotApi()
    assert api.schema is not None
    ana = api.person("Ana")
    api.say(ana, "hello")
    good = api.queue[0]
    assert api.schema.of_update(good) == []
    for wrong in (
        {**good, "update_id": "1"},
        {**good, "message": {**good["message"], "date": None}},
        {**good, "message": {**good["message"], "from": {"id": 1, "first_name": "A"}}},
        {**good, "message": {**good["message"], "colour": "red"}},
    ):
        assert api.schema.of_update(wrong)
    assert api.schema.of_result("sendMessage", True)
    assert api.schema.of_result("getChatMember", {"status": "nobody", "user": ana.json()})


async def test_tokens_and_methods(api: BotApi) -> None:
    assert (await call(api, "getMe", token="1:other"))["error_code"] == 401
    assert await refusal(api, "sendTelepathy") == (404, "Not Found")
    assert api.violations


async def test_who_can_be_written_to(api: BotApi) -> None:
    ana, rent = api.person("Ana"), 0
    rent = api.group("rent", ana)
    send = {"text": "hello"}
    assert await refusal(api, "sendMessage", chat_id=ana.id, **send) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    assert await refusal(api, "sendMessage", chat_id=-5, **send) == (
        400,
        "Bad Request: chat not found",
    )
    api.say(ana, "/start")
    assert (await call(api, "sendMessage", chat_id=ana.id, **send))["ok"]
    api.block(ana)
    assert (await refusal(api, "sendMessage", chat_id=ana.id, **send))[0] == 403
    moved = api.migrate(rent, ana)
    answer = await call(api, "sendMessage", chat_id=rent, **send)
    assert answer["parameters"] == {"migrate_to_chat_id": moved}
    api.kick_bot(moved, ana)
    assert (await refusal(api, "sendMessage", chat_id=moved, **send))[0] == 403


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({"text": "<b>open", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "a < b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text is empty"),
        ({"text": " \n "}, "text is empty"),
        ({"text": "x" * 4097}, "too long"),
        ({"text": "🧹" * 2049}, "too long"),
        ({"text": "a", "reply_parameters": '{"message_id": 99}'}, "replied not found"),
        ({"text": "a", "message_thread_id": "7"}, "thread not found"),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply_markup"),
    ],
)
async def test_what_cannot_be_sent(api: BotApi, sent: Json, reason: str) -> None:
    rent = api.group("rent")
    code, told = await refusal(api, "sendMessage", chat_id=rent, **sent)
    assert code == 400 and reason in told
    assert api.texts(rent) == []


@pytest.mark.parametrize(
    "rows",
    [
        '[[{"text": "a", "callback_data": "' + "x" * 65 + '"}]]',
        '[[{"text": "a", "callback_data": "' + "ü" * 33 + '"}]]',
        '[[{"text": "a"}]]',
        '[[{"text": "", "callback_data": "x"}]]',
        '[[{"text": "a", "url": "javascript:x"}]]',
        "[" + ",".join(['[{"text": "a", "callback_data": "x"}]'] * 101) + "]",
        "[[" + ",".join(['{"text": "a", "callback_data": "x"}'] * 9) + "]]",
    ],
)
async def test_keyboards_that_are_refused(api: BotApi, rows: str) -> None:
    rent = api.group("rent")
    markup = f'{{"inline_keyboard": {rows}}}'
    code, _ = await refusal(api, "sendMessage", chat_id=rent, text="a", reply_markup=markup)
    assert code == 400


@pytest.mark.parametrize(
    "source",
    ["<b>", "</b>", "<b><i></b></i>", "<p>x</p>", "a<b", "<a>x</a>", "<b class='x'>y</b>", "<"],
)
def test_html_that_is_refused(source: str) -> None:
    with pytest.raises(Unparsable):
        parse_html(source)


def test_html_as_it_is_read() -> None:
    text, entities = parse_html(
        '🧹<b>a <i>b</i></b> &lt;&amp;&gt; &auml; <a href="https://e.org/?a&amp;b">c</a>'
        "<blockquote expandable>d</blockquote>"
    )
    assert text == "🧹a b <&> &auml; cd"
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("bold", 2, 3),
        ("italic", 4, 1),
        ("text_link", 17, 1),
        ("expandable_blockquote", 18, 1),
    ]
    assert entities[2]["url"] == "https://e.org/?a&b"


async def test_edits_and_deletions(api: BotApi) -> None:
    ana = api.person("Ana")
    rent = api.group("rent", ana)
    theirs = api.say(ana, "mine", rent)
    sent = await call(api, "sendMessage", chat_id=rent, text="one")
    mine: Json = {"chat_id": rent, "message_id": sent["result"]["message_id"]}
    other: Json = {"chat_id": rent, "message_id": theirs}
    assert "not modified" in (await refusal(api, "editMessageText", text="one", **mine))[1]
    assert (await call(api, "editMessageText", text="two", **mine))["ok"]
    assert "can't be edited" in (await refusal(api, "editMessageText", text="two", **other))[1]
    keys = '{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}'
    assert (await call(api, "editMessageReplyMarkup", reply_markup=keys, **mine))["ok"]
    assert (
        "not modified"
        in (await refusal(api, "editMessageReplyMarkup", reply_markup=keys, **mine))[1]
    )
    api.ahead = 48 * 3600 + 1
    assert "can't be deleted" in (await refusal(api, "deleteMessage", **mine))[1]
    api.ahead = 0
    assert (await call(api, "deleteMessage", **mine))["ok"]
    assert "not found" in (await refusal(api, "editMessageText", text="three", **mine))[1]


async def test_a_press_is_answered_once_and_in_time(api: BotApi) -> None:
    ana = api.person("Ana")
    rent = api.group("rent", ana)
    keys = '{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}'
    await call(api, "sendMessage", chat_id=rent, text="one", reply_markup=keys)
    first, second = api.press(ana, rent, "a"), api.press(ana, rent, "a")
    answer = "answerCallbackQuery"
    assert (await call(api, answer, callback_query_id=first))["ok"]
    assert "too old" in (await refusal(api, answer, callback_query_id=first))[1]
    api.presses[second] = "old"
    assert "too old" in (await refusal(api, answer, callback_query_id=second))[1]
    third = api.press(ana, rent, "a")
    assert (await refusal(api, answer, callback_query_id=third, text="x" * 201))[0] == 400


async def test_updates_wait_until_confirmed(api: BotApi) -> None:
    ana = api.person("Ana")
    for number in range(5):
        api.say(ana, f"text {number}")
    first = (await call(api, "getUpdates"))["result"]
    assert (await call(api, "getUpdates"))["result"] == first and len(first) == 5
    later = first[2]["update_id"]
    assert (await call(api, "getUpdates", offset=later, limit=2))["result"] == first[2:4]
    assert (await call(api, "getUpdates"))["result"] == first[2:]
    assert (await call(api, "getUpdates", offset=-1))["result"] == first[4:]


async def test_only_what_is_asked_for_is_queued(api: BotApi) -> None:
    ana, ben = api.person("Ana"), api.person("Ben")
    rent = api.group("rent")
    api.make_admin(rent, ana)
    api.leave(ben, rent)
    asked = '["chat_member"]'
    first = (await call(api, "getUpdates", allowed_updates=asked))["result"]
    assert [set(update) - {"update_id"} for update in first] == [
        {"my_chat_member"},
        {"message"},
    ]
    api.join(ben, rent)
    after = (await call(api, "getUpdates", offset=first[-1]["update_id"] + 1))["result"]
    assert [set(update) - {"update_id"} for update in after] == [{"chat_member"}]


async def test_privacy_keeps_the_talk_of_groups_from_the_bot(api: BotApi) -> None:
    ana = api.person("Ana")
    rent = api.group("rent", ana)
    card = api.api_sendMessage(rent, "card")["message_id"]
    for text in ("among us", "/a@other_bot", "a /command inside"):
        api.say(ana, text, rent)
    meant = ["/a", "/a@kommune_bot x", "hey @kommune_bot"]
    for text in meant:
        api.say(ana, text, rent)
    api.say(ana, "an answer", rent, reply_to=card)
    assert [update["message"]["text"] for update in api.queue] == [*meant, "an answer"]


async def test_one_poll_at_a_time_and_none_beside_a_webhook(api: BotApi) -> None:
    first = asyncio.create_task(call(api, "getUpdates", timeout=5))
    await api.until(lambda: api.called("getUpdates"))
    second = asyncio.create_task(call(api, "getUpdates", timeout=5))
    assert (await first)["error_code"] == 409
    api.say(api.person("Ana"), "hello")
    assert len((await second)["result"]) == 1
    api.webhook = "https://example.org/hook"
    assert (await refusal(api, "getUpdates"))[0] == 409
    await call(api, "deleteWebhook")
    assert len((await call(api, "getUpdates"))["result"]) == 1


async def test_floods_are_held_up(api: BotApi) -> None:
    api.limits.enforced = True
    people: list[Person] = [api.person(f"P{number}") for number in range(31)]
    for person in people:
        api.say(person, "/start")
    alone = [await call(api, "sendMessage", chat_id=people[0].id, text="x") for _ in range(6)]
    assert [answer["ok"] for answer in alone] == [True] * 5 + [False]
    assert alone[-1]["error_code"] == 429 and alone[-1]["parameters"]["retry_after"] >= 1
    waits = [api.limits.wait(person.id, group=False) for person in people]
    assert sum(wait == 0 for wait in waits) <= 25
    assert max(waits) == 1


def test_twenty_a_minute_for_a_group(monkeypatch: pytest.MonkeyPatch) -> None:
    api, now = BotApi(), 1000.0
    api.limits.enforced = True
    monkeypatch.setattr("time.monotonic", lambda: now)
    passed = 0
    for _ in range(59):
        now += 1.0
        passed += api.limits.wait(-1, group=True) == 0
    assert passed == 20
    now += 2.0
    assert api.limits.wait(-1, group=True) == 0


async def test_another_process_can_use_it(api: BotApi) -> None:
    script = (
        "import sys, urllib.request as u; "
        "print(u.urlopen(sys.argv[1], b'chat_id=' + sys.argv[2].encode() + b'&text=hi').status)"
    )
    rent = api.group("rent")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        script,
        f"{api.url}/bot{TOKEN}/sendMessage",
        str(rent),
        stdout=asyncio.subprocess.PIPE,
    )
    assert await api.said(rent) == "hi"
    out, _ = await process.communicate()
    assert out.strip() == b"200"
