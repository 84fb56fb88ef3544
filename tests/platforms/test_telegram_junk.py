"""Whatever an update holds, the loop goes on."""

from __future__ import annotations

import asyncio
import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.telegram import Telegram
from tests.platforms.botapi import TOKEN, BotApi

junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.just("\ud800"),
    st.just([]),
    st.just({}),
    st.just({"id": 1}),
)


def sound() -> list[dict[str, Any]]:
    """An update of every kind, as the double makes them."""
    api = BotApi()
    api.allowed = ["message", "callback_query", "my_chat_member", "chat_member"]
    ana, ben = api.person("Ana"), api.person("Ben")
    rent = api.group("rent", ana)
    api.make_admin(rent, ana)
    markup = {"inline_keyboard": [[{"text": "yes", "callback_data": "/vote 1 1"}]]}
    card = api.api_sendMessage(rent, "card", reply_markup=markup)["message_id"]
    api.say(ana, "/poll with @ben", rent, reply_to=card, topic=5)
    api.mention(ana, "/task for Ben", ben, rent)
    api.press(ana, rent, "yes")
    api.join(ben, rent)
    api.migrate(rent, ana)
    api.block(ben)
    return api.queue


SOUND = sound()


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value within this one."""
    inner: Any = ()
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [here] if here else []
    for key, child in inner:
        found += paths(child, (*here, key))
    return found


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    update: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(paths(update) or [("update_id",)]))
        at: Any = update
        for key in way:
            at = at[key]
        if isinstance(at, dict) and draw(st.booleans()):
            at.pop(last, None)
        else:
            at[last] = draw(junk)
    return update


def test_mutated_updates_never_stop_the_reading() -> None:
    @settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.one_of(mutated(), junk), max_size=8))
    def hold(updates: list[Any]) -> None:
        last = {**copy.deepcopy(SOUND[0]), "update_id": 2**70}
        delivery = runner.run(telegram.read([*updates, last]))
        assert delivery.bookmark is not None and int(delivery.bookmark) > 2**70
        for line in delivery.lines:
            assert str(line).encode() and "\0" not in str(line)

    api = BotApi()
    with asyncio.Runner() as runner:
        runner.run(api.__aenter__())
        telegram = Telegram(TOKEN, api.url)
        runner.run(telegram.introduce({}))  # asks the server who it is
        try:
            hold()
        finally:
            runner.run(telegram.close())
            runner.run(api.__aexit__())
