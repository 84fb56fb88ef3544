"""Looking into events that anyone may have filled with anything."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Source = Mapping[str, Any]
"""One event as the homeserver told it."""


def at(source: object, *path: str) -> object:
    """What stands at the end of the path, or None."""
    for step in path:
        if not isinstance(source, Mapping):
            return None
        source = source.get(step)
    return source


def words(source: object, *path: str) -> str:
    """The text at the end of the path, or "" if there is none; every database can store it."""
    found = at(source, *path)
    if not isinstance(found, str):
        return ""
    return found.replace("\0", "").encode("utf-8", "replace").decode()


def items(source: object, *path: str) -> list[object]:
    """The list at the end of the path, or an empty one."""
    found = at(source, *path)
    return found if isinstance(found, list) else []


def when(source: object) -> datetime | None:
    """The time an event was sent, as its homeserver claims."""
    stamp = at(source, "origin_server_ts")
    if not isinstance(stamp, int) or isinstance(stamp, bool):
        return None
    try:
        return datetime.fromtimestamp(stamp / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
