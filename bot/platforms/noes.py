"""What a platform may answer in place of doing it."""

from __future__ import annotations


class TryLater(Exception):
    """The platform asks to wait; the letter stays due."""

    def __init__(self, wait: float, *, failed: bool = False) -> None:
        """`wait` in seconds. `failed`: nobody asked for it, the letter itself may be the reason."""
        super().__init__(f"wait {wait} s")
        self.wait, self.failed = wait, failed


class Gone(Exception):
    """Nobody is there any more: blocked, kicked, deleted."""


class Shut(Gone):
    """The topic was closed or deleted: the rest of its chat is there as before."""


class Lost(Exception):
    """The message to be edited is no longer there, or too old: it must be said anew."""


class Moved(Exception):
    """The chat has another id now."""

    def __init__(self, chat: str) -> None:
        super().__init__("moved")
        self.chat = chat


class Misconfigured(Exception):
    """The operator must act: its text is one sentence that says how."""
