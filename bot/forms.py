"""The forms that settings take: each function reads a text, or raises ValueError."""

from __future__ import annotations

import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

LOCALES = Path(__file__).parent.parent / "locales"
LEVELS = ("debug", "info", "warning", "error")
YES = ("true", "yes", "on", "1", "t", "y")
NO = ("false", "no", "off", "0", "f", "n")
NUMBER = re.compile(r"[0-9+ ]{2,20}")


def languages() -> frozenset[str]:
    """The languages the bot speaks: one folder of `locales` each."""
    return frozenset(path.parent.name for path in LOCALES.glob("*/*.ftl"))


def word(text: str) -> str:
    """Any text."""
    return text


def yes_or_no(text: str) -> bool:
    """Whether it is to be."""
    if text.lower() not in (*YES, *NO):
        raise ValueError("neither yes nor no")
    return text.lower() in YES


def database(text: str) -> str:
    """A database's address for SQLAlchemy."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise ValueError("no address") from None
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise ValueError("unknown kind")
    return url.render_as_string(hide_password=False)


def folder(text: str) -> Path:
    """A folder that can be written to, or made."""
    path = Path(text)
    there = next(above for above in (path, *path.absolute().parents) if above.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise ValueError("no folder")
    return path


def language(text: str) -> str:
    """A language the bot speaks."""
    if text not in languages():
        raise ValueError("not spoken")
    return text


def zone(text: str) -> str:
    """A time zone."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError("no such zone") from None
    return text


def phone(text: str) -> str:
    """A number to call."""
    if not NUMBER.fullmatch(text):
        raise ValueError("no number")
    return text


def token(text: str) -> str:
    """A Telegram bot's token."""
    number, colon, rest = text.partition(":")
    if not (number.isdecimal() and colon and rest.isascii() and rest.isprintable()):
        raise ValueError("no token")
    return text


def web_address(text: str) -> str:
    """The address of a server, without a slash at its end."""
    scheme, found, host = text.rstrip("/").partition("://")
    if scheme not in ("http", "https") or not found or not host or " " in host:
        raise ValueError("no address")
    return text.rstrip("/")


def listening(text: str) -> str:
    """Host and port; empty when it is off."""
    if text in ("", "off"):
        return ""
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise ValueError("no host and port")
    return text


def level(text: str) -> str:
    """How much is logged."""
    if text.lower() not in LEVELS:
        raise ValueError("no level")
    return text.lower()
