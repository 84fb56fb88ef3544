"""The flood limits: 30 a second, 1 a second per chat with short bursts, 20 a minute per group."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque

BURST = 5.0


class Limits:
    """Counts messages; says how long to wait when there are too many."""

    def __init__(self) -> None:
        self.enforced = False
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = defaultdict(deque)
        self._buckets: dict[int, tuple[float, float]] = {}

    def wait(self, chat: int, group: bool) -> int:
        """Seconds to wait before this message; 0 when it may pass, and is counted."""
        if not self.enforced:
            return 0
        now = time.monotonic()
        level, then = self._buckets.get(chat, (BURST, now))
        level = min(BURST, level + now - then)
        late = [_over(self._all, now, 1, 30), 1 - level if level < 1 else 0.0]
        if group:
            late.append(_over(self._groups[chat], now, 60, 20))
        if any(late):
            return math.ceil(max(late))
        self._all.append(now)
        self._groups[chat].append(now)
        self._buckets[chat] = (level - 1, now)
        return 0


def _over(sent: deque[float], now: float, window: float, most: int) -> float:
    while sent and sent[0] <= now - window:
        sent.popleft()
    return sent[0] + window - now if len(sent) >= most else 0.0
