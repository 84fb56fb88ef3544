"""What looks alike: letters of other scripts, styles and figures that pass for plain Latin ones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAPITALS = str.maketrans(
    # Greek, by what its capitals look like: in small they pass for others.
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ",
    "abezhikmnoptyxc",
)
_SMALL = str.maketrans(
    # Cyrillic, Greek, Armenian, Cherokee, and Latin letters that are named after other sounds.
    "аеорсухѕіјӏкмтвнԁһԛԝѵґ" "αβεικμνορστυχϲ" "ոօսհցյ" "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ" "ɑɩʟ",
    "aeopcyxsijlkmtbhdhqwvr" "abeikmvopotuxc" "nouhgj" "abcdeghijklmprstvwyz" "ail",
)  # fmt: skip
_FIGURES = str.maketrans("0134578@$!|€l", "oieastbasiiei")
"""Signs that stand for letters where words shall not be found; `l` looks like a big `i`."""
_LETTER = re.compile(
    r"(?:[A-Z]+ )*(?:LATIN|REGIONAL INDICATOR SYMBOL) (?:[A-Z]+ )*?LETTER (?:[A-Z]+ )*?([A-Z])"
    r"(?: WITH .*)?"
)


def alike(text: str) -> str:
    """What is left of a text for the eye: two of the same cannot be told apart at a glance."""
    shown = unicodedata.normalize("NFKD", text).translate(_CAPITALS).casefold()
    # Once more: small letters may have had a mark that only the fold has set free.
    folded = "".join(map(_plain, unicodedata.normalize("NFKD", shown))).translate(_SMALL)
    # Of other scripts the vowels are marks: those stay.
    words = "".join(sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in folded)
    return " ".join(words.split()) or text


def disguised(text: str) -> str:
    """Further: what is left where figures and pairs of letters stand for letters as well."""
    bare = unicodedata.normalize("NFKD", text).translate(_FIGURES)
    return alike(bare).translate(_FIGURES).replace("rn", "m").replace("vv", "w")


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """A letter without marks and style; nothing for what is invisible."""
    if sign.isascii():
        return sign
    if "\u0300" <= sign <= "\u036f" or unicodedata.category(sign) in {"Cf", "Cc"}:
        return ""
    found = _LETTER.fullmatch(unicodedata.name(sign, ""))
    return found[1].lower() if found else sign
