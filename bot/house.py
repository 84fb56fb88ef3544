"""What every hearing needs: composed once, at start."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from bot.vocabulary import Vocabulary
from bot.words import Words
from handlers.routing import Router


def fresh_token() -> str:
    """A code nobody can guess."""
    return secrets.token_urlsafe(16)


def fresh_salt() -> str:
    """What makes a hash tell nothing of a word that could be guessed."""
    return secrets.token_hex(32)


@dataclass(frozen=True, slots=True)
class House:
    """What can be said, in which words, and how this instance is set up."""

    router: Router
    words: Words
    vocabulary: Vocabulary
    language: str
    zone: str
    open: bool = True
    emergency: str = "112"
    token: Callable[[], str] = fresh_token
    salt: Callable[[], str] = fresh_salt
    numbered: frozenset[str] = frozenset()
    """Platforms on which a number presses a button."""
    first: frozenset[str] = frozenset()
    """Platforms on which a bot may write first to a person."""
    polls: frozenset[str] = frozenset()
    """Platforms with polls of their own."""
