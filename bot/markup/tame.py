"""Members' words, made harmless to the text around them."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = re.compile(r"[ -~¡-¬®-ʯ–-„…]*")
"""What needs no care at all: nearly every text."""

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEVER_SHOWN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_PICTURES = "\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
_JOINER = re.compile(f"(?<![{_PICTURES}])\u200d|\u200d(?![{_PICTURES}])")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_NON_JOINER = re.compile(f"(?<![{_RTL}\u0900-\u0dff])\u200c|\u200c(?![{_RTL}\u0900-\u0dff])")
_PILED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_RTL_LINE = re.compile(f"(?m)^.*[{_RTL}].*$")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]*$")


def tame(value: str, limit: int = 120, *, multiline: bool = False) -> str:
    """The same words, without what is invisible or turns the text around, at most `limit` long.

    Right-to-left writing is kept, and isolated so that it turns nothing but itself.
    """
    if _PLAIN.fullmatch(value):
        return shorten(" ".join(value.split()) if "  " in value else value.strip(), limit)
    text = value.replace("\t", " ")
    text = _NEVER_SHOWN.sub("", _BREAKS.sub("\n", text))
    text = _PILED.sub(r"\1", _NON_JOINER.sub("", _JOINER.sub("", text)))
    if multiline:
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.split("\n")))
        text = text.strip("\n")
    else:
        text = " ".join(text.split())
    return _RTL_LINE.sub("\u2068\\g<0>\u2069", shorten(text, limit))


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, ending in `…` if there were more."""
    if len(text) <= limit:
        return text
    return text[: boundary(text, max(limit - 1, 1))].rstrip() + "…"


def boundary(text: str, at: int) -> int:
    """The last place up to `at`, but not 0, where `text` may be cut between two signs."""
    for place in range(min(at, len(text)), max(at - 40, 0), -1):
        if not _belongs(text, place):
            return place
    return max(min(at, len(text)), 1)


def _belongs(text: str, place: int) -> bool:
    if place >= len(text):
        return False
    after = text[place]
    if after.isascii():
        return False
    if "\U0001f1e6" <= after <= "\U0001f1ff":
        flags = _FLAG.search(text, max(place - 200, 0), place)
        return flags is not None and len(flags.group()) % 2 == 1
    return (
        after in "\u200d\ufe0f"
        or text[place - 1] == "\u200d"
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or unicodedata.category(after).startswith("M")
    )
