"""Questions about reports: from those who read them to whoever wrote them, and back."""

from __future__ import annotations

from handlers.reading import Text
from handlers.reporting import about
from handlers.rights import members
from handlers.routing import Router
from handlers.turn import Button, Say, Says, Tell, Turn, wire
from models.inquiry import Inquiry, must_take_questions
from models.phrase import Phrase, Quote, Value
from models.plenty import must_be_few
from models.report import Report

router = Router("delegates")


@router.command("report-ask", members, hidden=True)
def report_ask(turn: Turn, report: Report, words: Text) -> Says:
    """Take a question about a report to its author."""
    author = must_take_questions(report, turn.person)
    by, at = Inquiry.person_id, Inquiry.asked_at
    must_be_few(turn.session, report.assembly, turn.person, by, at, now=turn.now)
    inquiry = Inquiry(
        assembly=report.assembly,
        number=report.assembly.next_number("inquiry"),
        report=report,
        person=turn.person,
        aloud=not turn.private,
        asked_at=turn.now,
        words=words,
    )
    turn.session.add(inquiry)
    turn.session.flush()
    line = wire("report-answer", inquiry)
    yield Say(
        Phrase("inquiry-for-you", _told(inquiry)),
        to=author,
        buttons=[Button(Phrase("inquiry-label-answer"), line)],
        answer=line,
    )
    yield Tell("inquiry-kept", author=author.name, quiet=True)


@router.command("report-answer", members, hidden=True)
def report_answer(turn: Turn, inquiry: Inquiry, words: Text) -> Says:
    """Answer where it was asked: before everybody, or to whoever asked in private."""
    inquiry.respond(turn.session, turn.person, words, turn.now)
    told = _told(inquiry) | {"answer": Quote(words)}
    where = inquiry.assembly if inquiry.aloud else inquiry.person
    if where is not None:
        yield Say(Phrase("inquiry-answered", told), to=where)
    yield Tell("inquiry-answer-kept", assembly=inquiry.assembly.name, quiet=True)


def _told(inquiry: Inquiry) -> dict[str, Value]:
    return about(inquiry.report) | {
        "person": inquiry.person.name if inquiry.person else "?",
        "assembly": inquiry.assembly.name,
        "words": Quote(inquiry.words),
    }
