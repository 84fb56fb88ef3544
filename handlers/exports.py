"""The record as a file: to read, and to be checked by anybody without us."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from enum import StrEnum

from handlers.record_lines import line_words
from handlers.rights import members
from handlers.routing import Router
from handlers.turn import Say, Says, Turn
from models.base import Refused
from models.phrase import Command, Phrase
from models.record import Record, hashed, whole

router = Router("decisions")
MARKS = re.compile(r"([\\`*_\[\]<>#|])")
"""What Markdown would read as its own."""


class Form(StrEnum):
    """What the file is for."""

    MARKDOWN = "markdown"
    JSON = "json"


@router.command("export", members)
def export(turn: Turn, form: Form) -> Says:
    """Hand out the record as a file, in private."""
    found = whole(turn.session, turn.here)
    if not found:
        raise Refused("record-empty")
    file = _json(turn, found) if form is Form.JSON else _markdown(turn, found)
    ending = {Form.JSON: "json", Form.MARKDOWN: "md"}[form]
    yield Say(
        "export-here",
        to=turn.person,
        file=file.encode(),
        file_name=f"record-{turn.now:%Y-%m-%d}.{ending}",
        assembly=turn.here.name,
        lines=len(found),
        head=found[-1].short,
        form=form,
        command=Command("verify"),
    )


def _markdown(turn: Turn, found: Sequence[Record]) -> str:
    """One line each, with as much of its hash as people compare."""
    title = turn.plain(Phrase("export-title", {"assembly": turn.here.name}))
    lines = [f"- {_escaped(turn.plain(line_words(line)))} `{line.short}`" for line in found]
    return "\n".join([f"# {_escaped(title)}", "", *lines, ""])


def _escaped(text: str) -> str:
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _json(turn: Turn, found: Sequence[Record]) -> str:
    """Everything that the hashes are of, and how to check them."""
    kept = {
        "assembly": turn.here.name,
        "made_at": turn.now.isoformat(),
        "how_to_check": turn.plain(Phrase("export-how-to")).splitlines(),
        "lines": [_line(line) for line in found],
    }
    return json.dumps(kept, ensure_ascii=False, indent=2)


def _line(line: Record) -> dict[str, object]:
    words = {word.name: {"salt": word.salt, "value": word.value} for word in line.words}
    return {"line": hashed(line), "hash": line.hash, "words": words}
