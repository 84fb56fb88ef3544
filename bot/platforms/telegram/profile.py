"""Name, texts and menus, by language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import RetryAfter, TelegramError

from bot.platforms import Profile

log = structlog.get_logger(__name__)


async def introduce(bot: Bot, profiles: Mapping[str, Profile]) -> None:
    """Set what differs from what is set; a refusal is logged, the bot speaks all the same."""
    for language, profile in profiles.items():
        code = language or None
        groups, private = BotCommandScopeAllGroupChats(), BotCommandScopeAllPrivateChats()
        steps: dict[str, Callable[[], Awaitable[None]]] = {
            "name": partial(_name, bot, code, profile.name[:64]),
            "about": partial(_about, bot, code, profile.about[:512]),
            "short": partial(_short, bot, code, profile.short[:120]),
            "menu of groups": partial(_menu, bot, code, groups, profile.members),
            "private menu": partial(_menu, bot, code, private, profile.private),
        }
        for what, step in steps.items():
            try:
                await step()
            except TelegramError as error:
                # These calls are few a day; nothing hangs on them.
                wait = str(error.retry_after) if isinstance(error, RetryAfter) else None
                log.warning(
                    "telegram does not take the introduction",
                    what=what,
                    language=language,
                    error=type(error).__name__,
                    wait=wait,
                )


async def _name(bot: Bot, code: str | None, name: str) -> None:
    if (await bot.get_my_name(language_code=code)).name != name:
        await bot.set_my_name(name, language_code=code)


async def _about(bot: Bot, code: str | None, text: str) -> None:
    if (await bot.get_my_description(language_code=code)).description != text:
        await bot.set_my_description(text, language_code=code)


async def _short(bot: Bot, code: str | None, text: str) -> None:
    if (await bot.get_my_short_description(language_code=code)).short_description != text:
        await bot.set_my_short_description(text, language_code=code)


async def _menu(
    bot: Bot, code: str | None, scope: BotCommandScope, commands: tuple[tuple[str, str], ...]
) -> None:
    wanted = tuple(BotCommand(name, does[:256]) for name, does in commands[:100])
    if await bot.get_my_commands(scope=scope, language_code=code) != wanted:
        await bot.set_my_commands(wanted, scope=scope, language_code=code)
