"""Putting the house together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import count

from bot.house import House, fresh_salt, fresh_token
from bot.platforms import Platform, Profile
from bot.platforms.console import Console, Shown
from bot.replay import Stage, VirtualTime
from bot.running import Running
from bot.store import Store
from bot.vocabulary import Vocabulary
from bot.words import Words
from handlers import router

MENU = ("poll", "task", "meet", "polls", "tasks", "meetings", "mine", "help")
"""The commands in the menu of a group."""
MENU_PRIVATE = (
    "mine", "today", "case", "report", "remind", "tasks", "meetings", "settings", "privacy",
    "link", "undo", "cancel", "help",
)  # fmt: skip


def running(
    store: Store,
    platforms: Mapping[str, Platform],
    now: Callable[[], datetime],
    *,
    language: str,
    zone: str,
    open_to_all: bool = True,
    emergency: str = "112",
    strict: bool = False,
    token: Callable[[], str] = fresh_token,
    salt: Callable[[], str] = fresh_salt,
) -> Running:
    """A house around these platforms; `strict` raises where a sentence is missing."""
    words = Words(strict=strict)
    house = House(
        router=router,
        words=words,
        vocabulary=Vocabulary(router, words),
        language=language,
        zone=zone,
        open=open_to_all,
        emergency=emergency,
        token=token,
        salt=salt,
        numbered=frozenset(name for name, p in platforms.items() if p.numbered),
        first=frozenset(name for name, p in platforms.items() if p.first),
        polls=frozenset(name for name, p in platforms.items() if p.polls),
    )
    return Running(store, house, platforms, now)


def stage(
    store: Store, show: Callable[[Shown], None], *, language: str, zone: str, strict: bool = False
) -> Stage:
    """A house whose only platform is a console, on virtual time, with codes that repeat."""
    console, time = Console(show), VirtualTime()
    codes = (f"code{number}" for number in count(1))
    salts = (f"salt{number}" for number in count(1))
    house = running(
        store,
        {console.name: console},
        time,
        language=language,
        zone=zone,
        strict=strict,
        token=lambda: next(codes),
        salt=lambda: next(salts),
    )
    return Stage(house, console, time, language)


def profiles(words: Words) -> dict[str, Profile]:
    """How the bot introduces itself, by language; the empty one is for all others."""
    found = {language: _profile(words, language) for language in words.languages}
    return {"": found["en"], **found}


def _profile(words: Words, language: str) -> Profile:
    def menu(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        said = [words.command(name, language) for name in names if name in router.commands]
        return tuple((command.name, command.what) for command in said)

    return Profile(
        name=words.text("profile-name", language),
        about=words.text("profile-about", language),
        short=words.text("profile-short", language),
        members=menu(MENU),
        private=menu(MENU_PRIVATE),
    )
