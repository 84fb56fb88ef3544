"""Whom somebody means by the name they write."""

from __future__ import annotations

from collections.abc import Sequence

from models.person import Person

QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "‘": "’", "‚": "‘"}


def unquoted(text: str) -> str:
    """A name in quotes, and what follows it, without them."""
    closing = QUOTES.get(text[0], "") if text else ""
    name, _, rest = text[1:].partition(closing) if closing else ("", "", "")
    return f"{name.strip()} {rest.strip()}".strip() if name.strip() else text


def named(people: Sequence[Person], typed: str) -> tuple[list[Person], int]:
    """Whoever is called so, by the longest whole name, a user name, or one word of the name."""
    whole = [p for p in people if _begins(typed, p.name.casefold())]
    if whole:
        length = max(len(p.name) for p in whole)
        return [p for p in whole if len(p.name) == length], length
    length = len(typed.split(maxsplit=1)[0]) if typed.strip() else 0
    known = [
        p for p in people if any(a.username and _begins(typed, a.username) for a in p.accounts)
    ]
    return known or [p for p in people if typed[:length] in p.name.casefold().split()], length


def _begins(text: str, name: str) -> bool:
    return text == name or text.startswith((f"{name} ", f"{name},"))
