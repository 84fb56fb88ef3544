"""The record as a file: to read, to print, and to be checked by anybody without us."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.filing import Arg, File, Making
from handlers.record_lines import line_words
from handlers.result_sheets import decision_blocks
from handlers.rights import members
from handlers.routing import Router
from handlers.turn import Say, Says, Turn
from models.argument import Argument, of_assembly
from models.assembly import Assembly
from models.ballots import count
from models.base import Refused
from models.decision import Decision
from models.phrase import Command, Moment, Phrase, Value
from models.record import Record, hashed, newest, whole
from models.sheet import Block, Heading, Items, Sheet, Words

router = Router("decisions")
MARKS = re.compile(r"([\\`*_\[\]<>#|])")
"""What Markdown would read as its own."""


class Form(StrEnum):
    """What the file is for."""

    PDF = "pdf"
    MARKDOWN = "markdown"
    JSON = "json"


ENDINGS = {Form.PDF: "pdf", Form.MARKDOWN: "md", Form.JSON: "json"}


@router.command("export", members, step=False)
def export(turn: Turn, form: Form) -> Says:
    """Hand out the record as a file, in private."""
    last = next(iter(newest(turn.session, turn.here, 1)), None)
    if last is None:
        raise Refused("record-empty")
    args: dict[str, Arg] = {"assembly": turn.here, "form": form, "until": last.number}
    yield Say(
        "export-here",
        to=turn.person,
        file=File(f"record-{turn.now:%Y-%m-%d}.{ENDINGS[form]}", "record", args),
        assembly=turn.here.name,
        lines=last.number,
        head=last.short,
        form=form,
        command=Command("verify"),
    )


@router.maker("record")
def record(making: Making, assembly: Assembly, form: Form, until: int) -> bytes | Sheet:
    """The record up to a line."""
    found = whole(making.session, assembly, until)
    match form:
        case Form.JSON:
            return _json(making, assembly, found).encode()
        case Form.MARKDOWN:
            return _markdown(making, assembly, found).encode()
    return _sheet(making, assembly, found)


def _sheet(making: Making, assembly: Assembly, found: Sequence[Record]) -> Sheet:
    """What was decided in full, what else was written down in a line each."""
    decided = _decided(making.session, assembly)
    reasons = of_assembly(making.session, assembly)
    blocks: list[Block] = []
    for line in found:
        decision = decided.get(line.decision_id or 0)
        if line.kind == "decided" and decision is not None:
            blocks += _decision(line, decision, reasons.get(decision.id, []))
        else:
            blocks.append(Items([("·", Phrase("sheet-line", _marked(line)))]))
    summed: dict[str, Value] = {"lines": len(found), "head": found[-1].short}
    return Sheet(
        Phrase("export-title", {"assembly": assembly.name}),
        [Words(Phrase("sheet-summary", summed), "faint"), *blocks],
        above=Moment(making.now, "day"),
        foot=Phrase("sheet-foot", {"assembly": assembly.name, "head": found[-1].short}),
    )


def _decision(line: Record, decision: Decision, reasons: Sequence[Argument]) -> list[Block]:
    head = Phrase("sheet-decision", {"number": decision.number, "title": decision.title})
    proof = Phrase("sheet-proof", {"number": line.number, "head": line.short})
    return [Heading(head), *decision_blocks(decision, reasons), Words(proof, "faint")]


def _marked(line: Record) -> dict[str, Value]:
    return {"line": line_words(line), "head": line.short}


def _decided(session: Session, assembly: Assembly) -> dict[int, Decision]:
    query = select(Decision).where(
        Decision.assembly_id == assembly.id, Decision.closed_at.is_not(None)
    )
    found = session.scalars(query).unique().all()
    count(session, found)
    return {decision.id: decision for decision in found}


def _markdown(making: Making, assembly: Assembly, found: Sequence[Record]) -> str:
    """One line each, with as much of its hash as people compare."""
    title = making.plain(Phrase("export-title", {"assembly": assembly.name}))
    lines = [f"- {_escaped(making.plain(line_words(line)))} `{line.short}`" for line in found]
    return "\n".join([f"# {_escaped(title)}", "", *lines, ""])


def _escaped(text: str) -> str:
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _json(making: Making, assembly: Assembly, found: Sequence[Record]) -> str:
    """Everything that the hashes are of, and how to check them."""
    kept = {
        "assembly": assembly.name,
        "made_at": making.now.isoformat(),
        "how_to_check": making.plain(Phrase("export-how-to")).splitlines(),
        "lines": [_line(line) for line in found],
    }
    return json.dumps(kept, ensure_ascii=False, indent=2)


def _line(line: Record) -> dict[str, object]:
    words = {word.name: {"salt": word.salt, "value": word.value} for word in line.words}
    return {"line": hashed(line), "hash": line.hash, "words": words}
