"""The archive: what was decided, found by its words, whichever accents they are typed with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from sqlalchemy import ForeignKey, PrimaryKeyConstraint, String, delete, insert, literal, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base
from models.decision import Decision

PAGE = 8
MOST_PAGES = 100_000
"""Nobody turns more."""
MOST_WORDS = 250
"""Of one decision."""
LONGEST_WORD = 40
LAST = "\U0010ffff"
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "a", "œ": "o", "þ": "th"})
_UMLAUT = re.compile("([aou])e")
_WORDS = re.compile(r"[^\W_]+")
_Word = String().with_variant(String(collation="C"), "postgresql")
"""Compared sign by sign on every database: what begins alike stands together."""


class ArchiveWord(Base):
    """A word that stands in a decision that has ended, folded."""

    __tablename__ = "archive_words"
    __table_args__ = (
        PrimaryKeyConstraint("assembly_id", "word", "decision_id"),
        {"sqlite_with_rowid": False},
    )

    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    word: Mapped[str] = mapped_column(_Word)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)


def fold(text: str) -> list[str]:
    """The words of a text without case and accents; `ü`, `ue` and `u` are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_PLAIN)
    words = (_UMLAUT.sub(r"\1", word)[:LONGEST_WORD] for word in _WORDS.findall(kept))
    return list(dict.fromkeys(words))


def keep(session: Session, decision: Decision) -> None:
    """Put an ended decision's words into the archive, in place of those it had there."""
    texts = [decision.title, *(option.words for option in decision.options), decision.statement]
    rows = [
        {"assembly_id": decision.assembly_id, "word": word, "decision_id": decision.id}
        for word in fold(" ".join(texts))[:MOST_WORDS]
    ]
    session.execute(delete(ArchiveWord).where(ArchiveWord.decision_id == decision.id))
    if rows:
        session.execute(insert(ArchiveWord), rows)


def find(
    session: Session, assemblies: Collection[int], words: Sequence[str], page: int = 1
) -> Sequence[Decision]:
    """Decisions that have ended in which every word begins one, the newest first.

    One more than a page holds, where there is a next one.
    """
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies), Decision.closed_at.is_not(None)
    )
    for word in words:
        first, last = literal(word, String()), literal(word + LAST, String())
        begins = ArchiveWord.word.between(first, last)
        where = ArchiveWord.assembly_id.in_(assemblies), begins
        query = query.where(Decision.id.in_(select(ArchiveWord.decision_id).where(*where)))
    query = query.order_by(Decision.closed_at.desc(), Decision.id.desc())
    skipped = (min(max(page, 1), MOST_PAGES) - 1) * PAGE
    return session.scalars(query.offset(skipped).limit(PAGE + 1)).unique().all()


def versions(session: Session, decision: Decision) -> tuple[Decision | None, Decision | None]:
    """The version before it, and the one after: one query."""
    query = select(Decision).where(
        (Decision.id == decision.replaces_id) | (Decision.replaces_id == decision.id)
    )
    found = session.scalars(query.order_by(Decision.id)).unique().all()
    before = next((one for one in found if one.id == decision.replaces_id), None)
    after = next((one for one in reversed(found) if one.replaces_id == decision.id), None)
    return before, after
