"""Serving: the platforms of the settings, until the process is told to stop."""

from __future__ import annotations

import asyncio
import gc
import signal
from datetime import UTC, datetime

from sqlalchemy.exc import OperationalError

from bot.alone import alone
from bot.backup import FOLDER
from bot.composing import profiles, running
from bot.migrating import begun, migrate
from bot.platforms import Misconfigured, Platform
from bot.settings import Settings
from bot.sparing import spare_tables, spared
from bot.store import Store, keys, open_engine
from bot.web import health_page
from bot.words import translations
from models.sealed import Keyring


def present() -> datetime:
    """The present time."""
    return datetime.now(UTC)


def opened(settings: Settings) -> tuple[Store, Keyring]:
    """The store of the settings, with its keys."""
    ring = keys(settings.data, lambda: _has_begun(settings.database_url))
    return Store(settings.database_url, ring), ring


def _has_begun(url: str) -> bool:
    """Whether there is a house already, which nobody can read without its keys."""
    engine = open_engine(url, Keyring({1: bytes(32)}))
    try:
        return begun(engine)
    finally:
        engine.dispose()


def settle() -> None:
    """Leave what the start has made out of the collector's rounds.

    Looking at half a million lasting objects again and again costs a fifth of the rate of votes;
    looking rarely at many new ones holds the loop for a third of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 5, 20)


def chosen(settings: Settings, ring: Keyring) -> dict[str, Platform]:
    """The platforms that are set up; only those are loaded."""
    found: dict[str, Platform] = {}
    if settings.telegram_token is not None:
        with spared():
            from bot.platforms.telegram import Telegram  # noqa: PLC0415 a quarter of the memory

        found["telegram"] = Telegram(settings.telegram_token, settings.telegram_api)
    if settings.matrix_homeserver and settings.matrix_user and settings.matrix_password:
        with spared():
            from bot.platforms.matrix import Matrix  # noqa: PLC0415

        found["matrix"] = Matrix(
            settings.matrix_homeserver,
            settings.matrix_user,
            settings.matrix_password,
            data=settings.data,
            ring=ring,
            now=present,
        )
    return found


async def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; raises Misconfigured where the operator must act."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    store, ring = opened(settings)
    try:
        async with alone(store.engine, settings.data):
            await _serve(settings, store, ring, stop)
    except OperationalError as broken:
        raise Misconfigured(
            "The database does not answer: check KOMMUNE_DATABASE and that it is running."
        ) from broken
    finally:
        store.close()


async def _serve(settings: Settings, store: Store, ring: Keyring, stop: asyncio.Event) -> None:
    migrate(store.engine, ring, settings.data, present())
    spare_tables(language.name for language in translations())
    house = running(
        store,
        chosen(settings, ring),
        present,
        language=settings.language,
        zone=settings.timezone,
        open_to_all=settings.open,
        emergency=settings.emergency,
    )
    house.backups = settings.data / FOLDER
    settle()
    async with health_page(settings.health_address, house.healthy):
        await house.run(profiles(house.words), stop)
