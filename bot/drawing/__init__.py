"""Sheets drawn as PDF or PNG: pure data in, a file out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from models.phrase import Value
from models.sheet import Bars, Block, Grid, Heading, Items, Row, Sheet, Tree, Words

PATIENCE = 30.0
"""Seconds for one file."""
PROGRAM = Path(__file__).with_name("typeset.py")
_PNG = b"\x89PNG\r\n\x1a\n"

Say = Callable[[Value], str]
"""What is meant, as plain text."""


class Undrawn(Exception):
    """The typesetter failed; its text says how it ended, never what was to be drawn."""


def draw(sheet: Sheet, form: str, say: Say, *, language: str, at: datetime) -> bytes:
    """A sheet as `pdf` or `png`; the same sheet is the same file. `at` is written into it."""
    asked = {"form": form, "language": language, "at": int(at.timestamp()), **_said(sheet, say)}
    done = subprocess.run(
        # Apart from the working folder and what is set up for us: it needs nothing of that.
        [sys.executable, "-I", str(PROGRAM)],
        input=json.dumps(asked, ensure_ascii=False).encode(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise Undrawn(f"exit code {done.returncode}")
    return done.stdout


def size(file: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels; None for any other file."""
    if not file.startswith(_PNG):
        return None
    return int.from_bytes(file[16:20], "big"), int.from_bytes(file[20:24], "big")


def _said(sheet: Sheet, say: Say) -> dict[str, Any]:
    return {
        "title": say(sheet.title),
        "above": say(sheet.above),
        "foot": say(sheet.foot),
        "blocks": [_block(block, say) for block in sheet.blocks],
    }


def _block(block: Block, say: Say) -> dict[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "words": say(block.words)}
        case Words():
            return {"is": "words", "words": say(block.words), "tone": block.tone}
        case Bars():
            return {"is": "bars", "rows": [_row(row, say) for row in block.rows]}
        case Grid():
            return {"is": "grid", "rows": [[say(cell) for cell in row] for row in block.rows]}
        case Items():
            return {"is": "items", "rows": [[say(mark), say(words)] for mark, words in block.items]}
        case Tree():
            return {"is": "tree", "rows": [[depth, say(words)] for depth, words in block.rows]}


def _row(row: Row, say: Say) -> dict[str, Any]:
    share = row.part / row.whole if row.whole > 0 else 0.0
    return {
        "words": say(row.words),
        "said": say(row.said),
        "share": min(max(share, 0.0), 1.0),
        "strong": row.strong,
    }
