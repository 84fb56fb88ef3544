"""What is kept of people: for every table, what is handed out, what is erased, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Tie(StrEnum):
    """How a row hangs together with the person that a column of it leads to."""

    OWN = "own"
    """The row is theirs: handed out whole, and it goes with them."""
    WROTE = "wrote"
    """Their words for others: handed out whole; the row stays without their name."""
    PART = "part"
    """They had a part in it: handed out but for what is sealed; it stays without their name."""


class Matter(StrEnum):
    """Under which words `/privacy` speaks of a table."""

    SELF = "self"
    VOTES = "votes"
    DOING = "doing"
    WORDS = "words"
    CASES = "cases"
    LETTERS = "letters"
    TRACES = "traces"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Kept:
    """What becomes of a table's rows."""

    matter: Matter
    ties: Mapping[str, Tie] = field(default_factory=dict)
    """By column: one that leads to a person or an account, or to a row that is somebody's own."""
    days: int | None = None
    """How long; None: as long as what they belong to."""
    since: str = ""
    """The column from which a sweep counts the days; empty: the days are kept elsewhere."""
    holds: bool = False
    """While somebody has such a row, they are not forgotten for being away."""
    secret: tuple[str, ...] = ()
    """Columns that are handed out to nobody."""
    bare: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By a column that lets go of somebody: what holds their name, and what is left in its place.

    The name of a column of the same row; empty: nothing is left.
    """
    later: Mapping[str, str] = field(default_factory=dict)
    """By a column that others may change or fill in: the one that says when it was last written,
    or whose words it holds; empty: that cannot be told.

    Whoever has left the assembly is handed out what was written before, and their own words.
    """


def _nobody_knows(*columns: str) -> dict[str, str]:
    """Columns of which it cannot be told who wrote them last, and when."""
    return dict.fromkeys(columns, "")


OWN, WROTE, PART = Tie.OWN, Tie.WROTE, Tie.PART

AWAY_DAYS = 30
"""How long somebody who left, or who never joined, is remembered."""
BALLOT_DAYS = 30
"""How long it is kept who voted for what, once a decision has closed."""
MOTION_DAYS = 14
"""How long a draft is kept that nobody opens."""
LETTER_DAYS = 1
"""How long the text of a letter is kept once it was said."""
CASE_DAYS = 90
"""How long a case is kept after its end."""
BUTTON_DAYS = 90
"""How long the buttons of a message are kept, unless it is a live card."""

KEPT: dict[str, Kept] = {
    "persons": Kept(Matter.SELF, days=AWAY_DAYS, secret=("looks",)),
    "accounts": Kept(Matter.SELF, {"person_id": OWN}, days=AWAY_DAYS),
    "chats": Kept(Matter.SELF, {"account_id": OWN}),
    "memberships": Kept(Matter.SELF, {"person_id": OWN}, days=AWAY_DAYS, since="left_at"),
    "newcomers": Kept(
        Matter.SELF, {"person_id": OWN, "voucher_id": PART}, days=AWAY_DAYS, since="settled_at"
    ),
    "codes": Kept(
        Matter.TRACES, {"person_id": OWN}, days=1, since="expires_at", secret=("digest",)
    ),
    "drafts": Kept(Matter.TRACES, {"person_id": OWN, "chat_id": OWN}, days=0, since="expires_at"),
    "steps": Kept(Matter.TRACES, {"person_id": OWN}, days=0, since="expires_at"),
    "promises": Kept(Matter.TRACES, {"person_id": OWN}),
    "heard": Kept(Matter.TRACES, days=7, since="at"),
    "set_aside": Kept(Matter.TRACES, days=7, since="at"),
    "tallies": Kept(Matter.TRACES, days=1, since="since"),
    "letters": Kept(
        Matter.LETTERS,
        {"chat_id": OWN},
        days=LETTER_DAYS,
        secret=("_body", "_keys", "extra", "press", "answer"),
    ),
    "decisions": Kept(
        Matter.VOTES,
        {"opener_id": WROTE, "stated_by_id": WROTE, "about_id": PART},
        bare={"about_id": {"title": "bare_title"}},
        later=_nobody_knows(
            "closes_at",
            "closed_at",
            "outcome",
            "consequence",
            "otherwise",
            "eligible",
            "entered",
            "present",
            "extended",
            "result",
            "not_after",
            "replaced_by",
            "review_at",
            "reasons_for",
            "reasons_against",
            "frozen_at",
        )
        # A draft may be another's by the time it is opened.
        | dict.fromkeys(("title", "bare_title", "method", "rule", "replaces_id"), "opened_at")
        | {"statement": "stated_by_id"},
    ),
    "options": Kept(
        Matter.VOTES,
        {"person_id": PART},
        bare={"person_id": {"words": ""}},
        later=_nobody_knows("kept_votes"),
    ),
    "motions": Kept(
        Matter.VOTES,
        {"author_id": OWN, "scheduled_by_id": PART, "chat_id": OWN},
        days=MOTION_DAYS,
        since="waits_from",
        later=dict.fromkeys(
            ("title", "words", "method", "rule", "secret", "days", "opens_at", "closes_at", "free"),
            "waits_from",
        )
        | _nobody_knows("decision_id", "waits_from", "dropped"),
    ),
    "ballots": Kept(Matter.VOTES, {"person_id": OWN, "caster_id": PART}, days=BALLOT_DAYS),
    "electors": Kept(Matter.VOTES, {"person_id": OWN}, days=BALLOT_DAYS, secret=("voted",)),
    "secret_ballots": Kept(Matter.VOTES, days=BALLOT_DAYS),
    "secret_reasons": Kept(Matter.WORDS),
    "objections": Kept(
        Matter.WORDS,
        {"person_id": OWN, "answered_by_id": PART},
        later={"_answer": "answered_by_id"},
    ),
    "arguments": Kept(Matter.WORDS, {"person_id": WROTE}),
    "elections": Kept(
        Matter.VOTES,
        {"opener_id": WROTE},
        later=_nobody_knows("stands_until", "decision_id", "questions", "ended_at", "filled"),
    ),
    "candidacies": Kept(Matter.VOTES, {"person_id": OWN, "proposed_by_id": PART}),
    "questions": Kept(Matter.WORDS, {"person_id": WROTE}),
    "replies": Kept(Matter.WORDS, {"candidacy_id": OWN}),
    "offices": Kept(Matter.DOING, {"person_id": OWN}),
    "tasks": Kept(
        Matter.DOING,
        {"opener_id": WROTE},
        later=_nobody_knows("due_at", "progress", "ended_at"),
    ),
    "takings": Kept(Matter.DOING, {"person_id": OWN}),
    "meetings": Kept(
        Matter.DOING, {"opener_id": WROTE}, later=_nobody_knows("place", "starts_at", "plan")
    ),
    "attendances": Kept(Matter.DOING, {"person_id": OWN}),
    "points": Kept(Matter.WORDS, {"proposer_id": WROTE}),
    "minutes": Kept(Matter.WORDS, {"author_id": WROTE}, later={"_text": "written_at"}),
    "reminders": Kept(Matter.DOING, {"person_id": OWN}),
    "delegations": Kept(Matter.DOING, {"person_id": OWN}),
    "referrals": Kept(
        Matter.DOING,
        {"spoken_by_id": WROTE},
        later=_nobody_knows("weight", "stand", "decision_id", "shares"),
    ),
    "recalls": Kept(Matter.DOING, {"delegation_id": OWN}),
    "recall_supporters": Kept(Matter.VOTES, {"person_id": OWN}),
    "reports": Kept(Matter.WORDS, {"author_id": WROTE}),
    "inquiries": Kept(
        Matter.WORDS, {"person_id": WROTE}, later=_nobody_knows("answer", "answered_at")
    ),
    "campaigns": Kept(
        Matter.DOING, {"author_id": WROTE}, later=_nobody_knows("day", "stage", "adapted")
    ),
    "evaluations": Kept(
        Matter.WORDS, {"author_id": WROTE}, later={"text": "written_at"} | _nobody_knows("sent_up")
    ),
    "cases": Kept(Matter.CASES, {"person_id": OWN}, days=CASE_DAYS, holds=True),
    "case_notes": Kept(Matter.CASES, {"case_id": OWN, "person_id": OWN}, days=CASE_DAYS),
    "case_cares": Kept(Matter.CASES, {"person_id": OWN}, days=CASE_DAYS),
    "case_readings": Kept(Matter.CASES, {"case_id": OWN, "person_id": PART}, days=CASE_DAYS),
    "record_fields": Kept(Matter.RECORD, {"person_id": OWN}, secret=("salt",)),
}
"""By table. Others hold nobody and nothing sealed; a test says when one is missing here."""


def tie(table: str, column: str) -> Tie | None:
    """How a column ties its row to somebody; None: not at all."""
    kept = KEPT.get(table)
    return kept.ties.get(column) if kept else None


def days(matter: Matter) -> int:
    """The longest time that is promised for a matter; 0: no time is."""
    return max((kept.days or 0 for kept in KEPT.values() if kept.matter is matter), default=0)
