"""The wire forms in `tests/wire.txt`: every one ever sent, with `#` for numbers."""

from __future__ import annotations

import re
from pathlib import Path

FILE = Path(__file__).parent / "wire.txt"
NUMBER = re.compile(r"\d+")
BALLOT = re.compile(r"(/(?:secret-)?(?:fill|fill-next|cast) #) \S+")
"""A half-made ballot is in its buttons, with one sign for each option."""


def ever_sent() -> set[str]:
    """All forms of the file."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line.startswith("/")}


def form(line: str) -> str:
    """The form of a line: neither its numbers matter nor what an answer says."""
    found = NUMBER.sub("#", line)
    found = BALLOT.sub(r"\1 -", found)
    return "/answer #" if found.startswith("/answer # ") else found
