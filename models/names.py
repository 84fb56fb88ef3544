"""Names people give themselves: made clear, and told from those of an office."""

from __future__ import annotations

import re
import unicodedata

from models.alike import disguised

LONGEST_NAME = 60

_OFFICES = (
    "admin", "админ", "moderat", "модерат", "organis", "organiz", "организат", "facilitat",
    "koordin", "coordin", "координат", "kommune", "commune", "vorstand", "vorsitz", "sprecher",
    "spokes", "delegiert", "delegate", "sekretari", "sekretär", "secretar", "verwaltung",
    "initiativ", "initiator", "beauftragt", "officer", "treasurer", "leitung", "leiterin",
    "yönetici", "sorumlu",
)  # fmt: skip
"""Beginnings of words that sound like somebody in charge, or like the bot."""
_SHORT = ("orga", "orgateam", "support", "bot", "team", "mod", "mods")
"""Whole words of that kind; longer ones may be anybody's name."""
_BEFORE = "(?:der|die|das|the|your|euer|eure|unser|unsere|super|chef|haupt|co|vize|vice)?"
"""What stands before an office, in one word with it."""
_ENDINGS = ("leitung", "sprecherin", "vorstand", "organisation", "moderation", "team")
"""Second halves of words that sound like it."""


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(disguised(word).replace(" ", "") for word in words)


_LIKE_OFFICE = re.compile(
    rf"\b{_BEFORE}(?:{_any_of(_OFFICES)})"
    rf"|\b(?:{_any_of(_SHORT)})\b"
    rf"|\w{{3}}(?:{_any_of(_ENDINGS)})\b"
)
_SPACED = re.compile(rf"(?:{_any_of(_OFFICES)})(?:e?s|e?r|e?rs|or|ors|i?on|(?:er|or)?in)?")
_LETTERS_APART = re.compile(r"\b(\w) (?=\w\b)")
_JOINED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Between the words of `DerAdmin`."""


def clear(name: str) -> str:
    """A name in one line, without what is invisible or turns the text around."""
    kept = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in name)
    return " ".join(kept.split())


def sounds_like_office(name: str) -> bool:
    """Whether others could take this name for a role, or for the bot."""
    seen = (disguised(name), disguised(_JOINED.sub(" ", name)))
    if any(_LIKE_OFFICE.search(_LETTERS_APART.sub(r"\1", one)) for one in seen):
        return True
    return _SPACED.fullmatch(seen[0].replace(" ", "")) is not None
