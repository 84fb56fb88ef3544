"""What a neighbour is called by those who care for their case: an adjective and a bird."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from models.phrase import Phrase

PLUMAGE = (
    "blue", "green", "silver", "golden", "quiet", "bright", "bold",
    "calm", "awake", "gentle", "clever", "nimble", "brave", "wild",
)  # fmt: skip
BIRDS = (
    "heron", "crane", "woodpecker", "starling", "siskin", "finch", "sparrow",
    "stork", "oriole", "lapwing", "cuckoo", "falcon", "kingfisher", "swan",
)  # fmt: skip
ALL = tuple(f"{plumage} {bird}" for plumage in PLUMAGE for bird in BIRDS)


def draw(token: str, taken: Collection[str]) -> str:
    """A pseudonym nobody bears now, as `token` has it; when all are borne, any of them."""
    free = [pseudonym for pseudonym in ALL if pseudonym not in taken] or list(ALL)
    drawn = hashlib.sha256(token.encode()).digest()
    return free[int.from_bytes(drawn[:8], "big") % len(free)]


def called(pseudonym: str) -> Phrase:
    """The pseudonym in the reader's language."""
    plumage, _, bird = pseudonym.partition(" ")
    words = {"plumage": Phrase(f"plumage-{plumage}"), "bird": Phrase(f"bird-{bird}")}
    return Phrase("pseudonym", words)
