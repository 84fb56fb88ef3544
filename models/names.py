"""Names people give themselves: made clear, and told from those of an office."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 60

_OFFICES = re.compile(
    r"\b(admin|moderat|organis|organiz|facilitat|support\b|kommune|commune|bot\b|team\b|vorstand)"
)
"""Beginnings of words that sound like somebody in charge, or like the bot."""
_ALIKE = str.maketrans("аеорсухіјкмтвнԁ0134οαεικντρ", "aeopcyxijkmtbhdoieaoaeikvtp")
"""Cyrillic and Greek letters and figures that pass for Latin ones."""


def clear(name: str) -> str:
    """A name in one line, without what is invisible or turns the text around."""
    kept = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in name)
    return " ".join(kept.split())


def sounds_like_office(name: str) -> bool:
    """Whether others could take this name for a role, or for the bot."""
    visible = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", name)
        if unicodedata.category(sign) not in {"Cf", "Mn", "Cc"}
    )
    folded = visible.casefold().translate(_ALIKE)
    return _OFFICES.search(re.sub(r"[\W_]+", " ", folded)) is not None
