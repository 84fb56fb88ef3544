"""What was seen lately, so that the homeserver need not be asked again. Holds no message."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Lately(Generic[Value]):
    """The newest things by name, at most `limit` of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[str, Value] = OrderedDict()

    def __setitem__(self, name: str, value: Value) -> None:
        self._kept[name] = value
        self._kept.move_to_end(name)
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)

    def get(self, name: str) -> Value | None:
        """What is known under this name, if anything."""
        return self._kept.get(name)


@dataclass(frozen=True, slots=True)
class Reaction:
    """Who reacted to which message, and with what."""

    sender: str
    target: str
    key: str


@dataclass(slots=True)
class Memory:
    """Senders of events, standing reactions, and the answers the bot has seeded itself."""

    senders: Lately[str] = field(default_factory=lambda: Lately(20_000))
    reactions: Lately[Reaction] = field(default_factory=lambda: Lately(20_000))
    seeded: Lately[frozenset[str]] = field(default_factory=lambda: Lately(2_000))
    deleted: Lately[bool] = field(default_factory=lambda: Lately(2_000))
    """Messages of the bot that others have taken out of their room."""
    names: Lately[str] = field(default_factory=lambda: Lately(2_000))
    """Display names by room and person, where a room's own list lacks them."""
