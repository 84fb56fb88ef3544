"""Letters of several messages that got half way: said again, they go on from there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from bot.platforms import Outgoing

KEPT = 1000


class Halves:
    """What stands of letters that are not whole yet; forgotten at the end of the process."""

    def __init__(self) -> None:
        self._said: OrderedDict[tuple[str, int], list[str]] = OrderedDict()

    @contextmanager
    def of(self, letter: Outgoing) -> Iterator[list[str]]:
        """References of what stands of it; kept where saying the rest fails."""
        key = letter.id, letter.version
        said = self._said.pop(key, [])
        try:
            yield said
        except Exception:
            if said:
                self._said[key] = said
                if len(self._said) > KEPT:
                    self._said.popitem(last=False)
            raise
