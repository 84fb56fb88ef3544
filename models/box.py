"""The box of an open secret vote: two tables of its own that name no other and go at its close."""

from __future__ import annotations

import json
import secrets
from functools import lru_cache

from sqlalchemy import Boolean, Column, MetaData, String, Table

from models.ballot import kept_marks, read_marks
from models.base import Id
from models.counting import Marks
from models.sealed import Envelope, SealedColumn

LIVE = "open_vote_"
"""How the tables of open votes are called; they are in no backup."""
KEY = 16
"""Bytes of a ballot's key: none is drawn twice."""
PAD = 1536
"""Bytes of a ballot before it is sealed: all are as long, whether with a reason or without."""
Cast = tuple[Marks, str]
"""What somebody votes, and why they object, where they do and say so."""


def draw_key() -> str:
    """A key that says nothing of when it was drawn."""
    return secrets.token_hex(KEY)


@lru_cache(64)
def tables(decision_id: int) -> tuple[Table, Table]:
    """The voters and the ballots of an open vote; they name no other table, nothing finds them."""
    aside = MetaData()
    voters = Table(
        f"{LIVE}{decision_id}_voters",
        aside,
        Column("person_id", Id, primary_key=True, autoincrement=False),
        Column("voted", Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    ballots = Table(
        f"{LIVE}{decision_id}_ballots",
        aside,
        Column("key", String, primary_key=True),
        Column("sealed", SealedColumn, nullable=False),
        sqlite_with_rowid=False,
    )
    return voters, ballots


def sealed(box: Table, key: str, marks: Marks, reason: str) -> Envelope:
    """A ballot as it lies in the box, bound to its key."""
    # Sorted, for a ranking is filled in by tapping in order.
    ballot = [kept_marks(dict(sorted(marks.items()))), reason]
    plain = json.dumps(ballot, ensure_ascii=False, separators=(",", ":"))
    return Envelope(plain=plain, bound_to=f"{box.name}.{key}", pad=PAD)


def opened(box: Table, key: str, envelope: Envelope) -> Cast:
    """What it says."""
    marks, reason = json.loads(envelope.text(f"{box.name}.{key}"))
    return read_marks(marks), reason
