"""The archive: what was decided, found by its words, whichever accents they are typed with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    PrimaryKeyConstraint,
    Select,
    String,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from models.base import Base
from models.decision import Decision

PAGE = 8
MOST_PAGES = 100_000
"""Nobody turns more."""
MOST_WORDS = 250
"""Of one decision."""
LONGEST_WORD = 40
SHORTEST_PART = 4
"""Letters of a word that is also found in the middle of others."""
LAST = "\U0010ffff"
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "a", "œ": "o", "þ": "th"})
_UMLAUT = re.compile("([aou])e")
_WORDS = re.compile(r"[^\W_]+")
FoldedWord = String().with_variant(String(collation="C"), "postgresql")
"""Compared sign by sign on every database: what begins alike stands together."""


class ArchiveWord(Base):
    """A word that stands in a decision that has ended, folded."""

    __tablename__ = "archive_words"
    __table_args__ = (
        PrimaryKeyConstraint("assembly_id", "word", "decision_id"),
        {"sqlite_with_rowid": False},
    )

    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    word: Mapped[str] = mapped_column(FoldedWord)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    in_title: Mapped[bool]
    """Else in an answer, or in what was said that follows."""


def fold(text: str) -> list[str]:
    """The words of a text without case and accents; `ü`, `ue` and `u` are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_PLAIN)
    words = (_UMLAUT.sub(r"\1", word)[:LONGEST_WORD] for word in _WORDS.findall(kept))
    return list(dict.fromkeys(words))


def stands(column: InstrumentedAttribute[str], word: str) -> ColumnElement[bool]:
    """Where a word begins a folded one or, of some length, is anywhere in it."""
    if len(word) < SHORTEST_PART:
        return column.between(literal(word, String()), literal(word + LAST, String()))
    # Compounds: who looks for the rent means the rise of the rent and the rent of the hall.
    return column.contains(word, autoescape=True)


def keep(session: Session, decision: Decision) -> None:
    """Put an ended decision's words into the archive, in place of those it had there.

    Nobody is found by their name.
    """
    title = fold(decision.bare_title or decision.title)
    texts = [option.words for option in decision.options if not option.person_id]
    texts.append(decision.statement)
    words = list(dict.fromkeys([*title, *fold(" ".join(texts))]))[:MOST_WORDS]
    rows = [
        {
            "assembly_id": decision.assembly_id,
            "word": word,
            "decision_id": decision.id,
            "in_title": word in title,
        }
        for word in words
    ]
    session.execute(delete(ArchiveWord).where(ArchiveWord.decision_id == decision.id))
    if rows:
        session.execute(insert(ArchiveWord), rows)


def find(
    session: Session, assemblies: Collection[int], words: Sequence[str], page: int = 1
) -> Sequence[Decision]:
    """Decisions that have ended, in which any of the words stands: one query.

    First those with the most of the words, then with the most in the title, then the newest. One
    more than a page holds, where there is a next one.
    """
    query = select(Decision).where(
        Decision.assembly_id.in_(assemblies), Decision.closed_at.is_not(None)
    )
    order: list[ColumnElement[Any]] = [Decision.closed_at.desc(), Decision.id.desc()]
    if words:
        found = union_all(*(_hits(assemblies, word) for word in words)).subquery()
        titles = func.sum(found.c.titled).label("titled")
        counted = select(found.c.id, func.count().label("words"), titles)
        matched = counted.group_by(found.c.id).subquery()
        query = query.join(matched, matched.c.id == Decision.id)
        order = [matched.c.words.desc(), matched.c.titled.desc(), *order]
    skipped = (min(max(page, 1), MOST_PAGES) - 1) * PAGE
    query = query.order_by(*order).offset(skipped).limit(PAGE + 1)
    return session.scalars(query).unique().all()


def _hits(assemblies: Collection[int], word: str) -> Select[int, int]:
    """Decisions in which a word stands, and whether in the title."""
    titled = func.max(case((ArchiveWord.in_title, 1), else_=0)).label("titled")
    return (
        select(ArchiveWord.decision_id.label("id"), titled)
        .where(ArchiveWord.assembly_id.in_(assemblies), stands(ArchiveWord.word, word))
        .group_by(ArchiveWord.decision_id)
    )


def versions(session: Session, decision: Decision) -> tuple[Decision | None, Decision | None]:
    """The version before it, and the one after: one query."""
    query = select(Decision).where(
        (Decision.id == decision.replaces_id) | (Decision.replaces_id == decision.id)
    )
    found = session.scalars(query.order_by(Decision.id)).unique().all()
    before = next((one for one in found if one.id == decision.replaces_id), None)
    after = next((one for one in reversed(found) if one.replaces_id == decision.id), None)
    return before, after
