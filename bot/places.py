"""Who is spoken to just now, and who must wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.mailbag import Errand
from bot.platforms import Kind, Platform

PLACES = 16
"""Chats of one platform to which something is said at once: who is urgent waits for few others."""


class Places:
    """One letter at a time in a chat, and few chats at a time: toasts and files take no place."""

    def __init__(self, platforms: Mapping[str, Platform], now: Callable[[], datetime]) -> None:
        self._platforms, self._now = platforms, now
        self._busy: dict[int, str] = {}
        """Where something is being said, and the platform on which that takes a place."""
        self._held: dict[int, datetime] = {}
        """Until when a chat must wait: no letter overtakes another meanwhile."""
        self._edited: dict[int, datetime] = {}
        self._toasts: set[int] = set()

    def free(self) -> dict[str, int]:
        """How many more chats each platform takes."""
        taken = Counter(self._busy.values())
        return {platform: PLACES - taken[platform] for platform in self._platforms}

    def open(self) -> list[str]:
        """Platforms that take any more; where the others do again, a letter was said."""
        return [platform for platform, places in self.free().items() if places > 0]

    def toasts(self) -> set[int]:
        """Those under way."""
        return set(self._toasts)

    def waiting(self) -> set[int]:
        """Chats into which nothing can be said now."""
        now = self._now()
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        return self._busy.keys() | self._held.keys()

    def until(self) -> list[datetime]:
        """When chats need wait no longer."""
        return list(self._held.values())

    def take(self, errand: Errand) -> None:
        """It is being said."""
        if errand.toast:
            self._toasts.add(errand.letter_id)
        else:
            self._busy[errand.chat_id] = "" if errand.wish else errand.place.platform

    def leave(self, errand: Errand) -> None:
        """It was said, or not."""
        if errand.toast:
            self._toasts.discard(errand.letter_id)
        else:
            del self._busy[errand.chat_id]

    def pace(self, errand: Errand) -> datetime:
        """When the next edit may happen in its chat; now, for anything else."""
        last = self._edited.get(errand.chat_id)
        if errand.outgoing.kind is not Kind.EDIT or last is None:
            return self._now()
        return last + timedelta(seconds=self._platforms[errand.place.platform].edit_pace)

    def spoken(self, errand: Errand) -> None:
        """It has just been said."""
        if errand.outgoing.kind is Kind.EDIT:
            self._edited[errand.chat_id] = self._now()

    def hold(self, errand: Errand, until: datetime) -> None:
        """Nothing is said in its chat for a while."""
        self._held[errand.chat_id] = until
