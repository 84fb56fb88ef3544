"""Sets a sheet of plain text: read from standard input as JSON, written as PDF or PNG.

A program of its own: what the typesetter has once laid out stays in memory until it ends, and
words that bring it down bring down nothing else.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("sheet.typ")
PIXELS = 144
"""To an inch, of 72 points."""
_SIGNS = re.compile(
    "[⌚⌛⏩-⏬⏰⏳☔☕♈-♓♿⚓⚡⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕\U0001f000-\U0001faff]"
)
"""What only a font of such signs has."""
_BETWEEN = re.compile("[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")


def typeset(asked: str) -> bytes:
    """A sheet as a file."""
    fonts = typst.Fonts()
    if not any("emoji" in family.lower() for family in fonts.families()):
        asked = json.dumps(_spelt(json.loads(asked)), ensure_ascii=False)
    sheet = json.loads(asked)
    made = typst.Compiler(font_paths=fonts).compile(
        TEMPLATE,
        format=sheet["form"],
        ppi=PIXELS,
        sys_inputs={"sheet": asked},
        timestamp=sheet["at"],
    )
    assert isinstance(made, bytes)
    return made


def _spelt(value: object) -> object:
    """Without a font for them, signs are called by their names."""
    if isinstance(value, str):
        return _SIGNS.sub(_name, _BETWEEN.sub("", value))
    if isinstance(value, list):
        return [_spelt(one) for one in value]
    if isinstance(value, dict):
        return {name: _spelt(one) for name, one in value.items()}
    return value


def _name(sign: re.Match[str]) -> str:
    return f"({unicodedata.name(sign.group()[0], '?').lower()})"


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.stdin.buffer.read().decode()))
