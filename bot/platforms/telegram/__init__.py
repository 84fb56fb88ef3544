"""Telegram: long polling by our own offset, and letters within its limits."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence

import structlog
from telegram import Bot
from telegram.error import (
    Conflict,
    EndPointNotFound,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.platforms import (
    Delivery,
    Event,
    Hear,
    Misconfigured,
    Outgoing,
    Place,
    Profile,
    TryLater,
    Utterance,
)
from bot.platforms.telegram import profile
from bot.platforms.telegram.failures import harmless, meaning
from bot.platforms.telegram.halves import Halves
from bot.platforms.telegram.hush import hush, speak_again
from bot.platforms.telegram.network import Network
from bot.platforms.telegram.pace import Backoff, Pace
from bot.platforms.telegram.presence import Presence
from bot.platforms.telegram.reading import read
from bot.platforms.telegram.writing import write

WANTED = ["message", "callback_query", "poll_answer", "my_chat_member", "chat_member"]
# Spelt thus it becomes `getUpdates`, without the advice to use `Bot.get_updates`, which fails
# for good on one update that lacks a field.
GET_UPDATES = "get_Updates"
PAGE = 100
"""Updates of one answer: fewer say that no more are waiting."""
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
REFUSED = "Telegram does not take the bot's token: set KOMMUNE_TELEGRAM_TOKEN to @BotFather's."

log = structlog.get_logger(__name__)


class Telegram:
    """A bot on Telegram."""

    name = "telegram"
    numbered = False
    first = False
    edit_pace = 6.0
    exact = False
    polls = True
    seeds = False

    def __init__(
        self,
        token: str,
        api: str = "https://api.telegram.org",
        poll_timeout: int = 25,
        first_wait: float = 1.0,
    ) -> None:
        """`api` is the server's address; after a failure it is tried again in `first_wait` s."""
        if not TOKEN.fullmatch(token):
            raise Misconfigured(REFUSED)
        self._cover = hush(token)
        self._bot = Bot(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            request=Network(32, read=6, wait=4),
            get_updates_request=Network(1, read=5, wait=5),
        )
        self._poll_timeout = poll_timeout
        self._backoff = Backoff(first_wait)
        self._pace = Pace()
        self._halves = Halves()
        self._presence = Presence(self._bot)
        self._opening = asyncio.Lock()
        self._open = False
        self._state = ""

    async def listen(self, hear: Hear, bookmark: str | None) -> None:
        """Hand over deliveries until cancelled; raises Misconfigured for a token not taken."""
        await self._reach()
        offset = int(bookmark) if bookmark else None
        behind = True
        while True:
            updates = await self._poll(offset, 0 if behind else self._poll_timeout)
            delivery = await self.read(updates)
            if delivery.lines:
                await self._hand_over(hear, delivery)
            elif updates and not delivery.bookmark:
                await asyncio.sleep(self._backoff.wait())
            # After a week of silence Telegram begins to count anew, maybe lower: with nothing
            # left unconfirmed, nothing is lost by asking for whatever there is.
            offset = int(delivery.bookmark) if delivery.bookmark else None
            if behind and len(updates) < PAGE:
                behind = False
                await hear(Delivery(self.name, ()))

    async def read(self, updates: Sequence[object]) -> Delivery:
        """The lines of raw updates and the offset that confirms them; unreadable ones are left."""
        await self._reach()
        lines: list[Utterance | Event] = []
        following: int | None = None
        for raw in updates:
            number = raw.get("update_id") if isinstance(raw, dict) else None
            if isinstance(raw, dict) and isinstance(number, int):
                following = max(following or 0, number + 1)
                lines += self._read_one(number, raw)
        told = await self._presence.confirm(lines)
        return Delivery(self.name, tuple(told), str(following) if following else None)

    async def introduce(self, profiles: Mapping[str, Profile]) -> None:
        """Set name, texts and menus where they differ; failing at it is only logged."""
        await self._reach()
        await profile.introduce(self._bot, profiles)

    async def admit(self, place: Place, letter: Outgoing) -> None:
        """Wait for leave to say it; raises TryLater where it takes longer than a second."""
        await self._pace.spend(place, letter)

    async def say(self, place: Place, letter: Outgoing) -> str:
        """Send, edit or do, and return the message's reference ("" where there is none)."""
        try:
            await self._begin()
            with self._halves.of(letter) as said:
                return await write(self._bot, place, letter, said)
        except TelegramError as error:
            if harmless(error):
                return letter.ref
            known = meaning(error)
            if known is not None:
                raise known from None
            # Said again it would be refused again, and hold up the letters behind it.
            # What follows the first colon of a reason may quote the text.
            reason = error.message.partition(":")[0]
            log.error("telegram refused a letter", kind=letter.kind, reason=reason)
            return ""

    async def seed(self, place: Place, letter: Outgoing, ref: str) -> None:
        """Telegram takes the buttons with the words."""

    async def close(self) -> None:
        """Let go of the network."""
        await self._bot.shutdown()
        speak_again(self._cover)

    def _read_one(self, number: int, raw: dict[str, object]) -> list[Utterance | Event]:
        try:
            return read(raw, self._bot, self._bot.bot)
        except Exception as error:  # whatever it holds: the next one is not held up
            log.warning("telegram update set aside", update=number, error=type(error).__name__)
            return []

    async def _hand_over(self, hear: Hear, delivery: Delivery) -> None:
        backoff = Backoff(self._backoff.first)
        while True:
            try:
                return await hear(delivery)
            except Exception as error:  # the store is out of order: nothing may be confirmed
                log.warning("telegram delivery not taken", error=type(error).__name__)
                await asyncio.sleep(backoff.wait())

    async def _begin(self) -> None:
        async with self._opening:
            if not self._open:
                await self._bot.initialize()
                self._open = True

    async def _reach(self) -> None:
        while True:
            try:
                return await self._begin()
            except InvalidToken:
                # Not `from` the error, whose text holds the token.
                raise Misconfigured(REFUSED) from None
            except TelegramError as error:
                await self._wait(error)

    async def _poll(self, offset: int | None, timeout: int) -> Sequence[object]:
        asked = {"timeout": timeout, "allowed_updates": WANTED, "offset": offset, "limit": PAGE}
        while True:
            try:
                updates = await self._bot.do_api_request(
                    GET_UPDATES,
                    api_kwargs={k: v for k, v in asked.items() if v is not None},
                    read_timeout=timeout + 5,
                )
            except TelegramError as error:
                await self._wait(error)
            else:
                self._now("heard")
                self._backoff.rest()
                return updates if isinstance(updates, list) else []

    async def _wait(self, error: TelegramError) -> None:
        """Say once what is the matter, mend what can be mended, and let time pass."""
        wait = self._backoff.wait()
        known = meaning(error)
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            self._now("hooked")
            await self._drop_webhook()
        elif isinstance(error, Conflict):
            self._now("conflict")
        elif isinstance(error, InvalidToken | EndPointNotFound):
            self._now("refused")
        elif isinstance(error, RetryAfter) and isinstance(known, TryLater):
            self._now("throttled")
            wait = known.wait
        else:
            self._now("unreachable")
        await asyncio.sleep(wait)

    async def _drop_webhook(self) -> None:
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.info("telegram keeps the webhook", error=type(error).__name__)

    def _now(self, state: str) -> None:
        told = {
            "conflict": "telegram: another process polls with this token",
            "hooked": "telegram: a webhook was set for this token, it is removed",
            "refused": "telegram does not take the token any more",
            "throttled": "telegram asks to poll less",
            "unreachable": "telegram cannot be reached",
            "heard": "telegram is heard",
        }
        if state != self._state:
            self._state = state
            (log.info if state == "heard" else log.warning)(told[state])


__all__ = ["Telegram"]
