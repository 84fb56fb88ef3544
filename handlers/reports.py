"""Reports: written by those who were sent, read by those who sent them."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.reading import Long
from handlers.report_drafts import drafting
from handlers.reporting import Sent, about, handed_in, offer_errands, shown, told_of, writing
from handlers.rights import belonging, clock, followers, members
from handlers.routing import Router
from handlers.sight import reach
from handlers.turn import Button, Later, Say, Says, Turn, wire
from models.base import Refused
from models.delegation import Delegation
from models.inquiry import Inquiry, open_inquiries
from models.meeting import Meeting, Plan
from models.phrase import Command as Named
from models.phrase import Phrase
from models.report import Errand, Report, errand_of, last_reports, misses, reports_due

router = Router("delegates")
SOON = timedelta(hours=1)
TOO_MANY = 2
"""So many meetings in a row without a report, and those who sent somebody are asked."""


def _cut(turn: Turn, text: str) -> dict[str, str]:
    """All that is typed is the report."""
    return {"text": text}


@router.command("report", belonging, split=_cut, offers={"sent": offer_errands})
def report(turn: Turn, sent: Sent, text: Long) -> Says:
    """Tell those who sent you what happened."""
    yield from handed_in(turn, sent.errand, text)


@router.command("read-report", members, hidden=True, step=False)
def read_report(turn: Turn, report: Report) -> Says:
    """Show one report."""
    yield shown(report)


@router.command("reports", followers)
def reports(turn: Turn) -> Says:
    """List the last reports, which are still to come, and what was asked about them."""
    found = last_reports(turn.session, reach(turn))
    owed = reports_due(turn.session, reach(turn), turn.now)
    if not found and not owed:
        raise Refused("reports-none", command=Named("report"))
    asked = open_inquiries(turn.session, reach(turn)) if found else []
    lines: list[str | Phrase] = ["reports-head" if found else "reports-none-yet"]
    for one in found:
        lines.append(Phrase("reports-line", about(one) | {"number": one.number}))
    lines += [Phrase("reports-owed", told_of(errand)) for errand in owed]
    lines += [_asked_line(inquiry) for inquiry in asked]
    buttons = [
        Button(Phrase("report-choice", about(one)), wire("read-report", one)) for one in found
    ]
    yield Say(*lines, buttons=buttons)


def _asked_line(inquiry: Inquiry) -> Phrase:
    name = inquiry.person.name if inquiry.person else "?"
    told = {"person": name, "words": inquiry.words, "author": about(inquiry.report)["author"]}
    return Phrase("reports-asked", told)


@router.command("reports-asked", clock)
def reports_asked(turn: Turn, meeting: Meeting) -> Says:
    """After a council has met: a promised line for each of its delegates."""
    if meeting.plan is not Plan.ON or meeting.starts_at > turn.now:
        return
    for errand in reports_due(turn.session, meeting, turn.now):
        which = {"delegation": errand.delegation, "meeting": meeting}
        yield Later(turn.now, "report-wanted", which, _key("wanted", errand))


@router.command("report-wanted", clock)
def report_wanted(turn: Turn, delegation: Delegation, meeting: Meeting) -> Says:
    """Ask a delegate for a report, and offer a draft of what is known."""
    errand = errand_of(turn.session, delegation, meeting, turn.now)
    if errand is None or errand.until is None:
        return
    turn.assembly = delegation.assembly
    yield _asked(turn, "report-asked", errand)
    yield _missing(errand, max(errand.until, turn.now + SOON))


@router.command("report-missing", clock)
def report_missing(turn: Turn, delegation: Delegation, meeting: Meeting) -> Says:
    """The time is up: ask once more, and tell those who wait; not for the first time, ask them."""
    errand = errand_of(turn.session, delegation, meeting, turn.now)
    if errand is None or errand.until is None:
        return
    turn.assembly = delegation.assembly
    if errand.until > turn.now:
        yield _missing(errand, errand.until)
        return
    yield _asked(turn, "report-asked-again", errand)
    row = misses(turn.session, errand, turn.now)
    if row < TOO_MANY or not delegation.is_live:
        yield Say(Phrase("report-missing", told_of(errand)), to=delegation.assembly)
        return
    button = Button(Phrase("report-label-recall"), wire("recall", delegation))
    told = told_of(errand) | {"count": row}
    yield Say(Phrase("report-missing-again", told), to=delegation.assembly, buttons=[button])


def _missing(errand: Errand, at: datetime) -> Later:
    assert errand.meeting is not None
    which = {"delegation": errand.delegation, "meeting": errand.meeting}
    return Later(at, "report-missing", which, _key("missing", errand))


def _key(what: str, errand: Errand) -> str:
    return f"{what}:report:{errand.ref}"


def _asked(turn: Turn, key: str, errand: Errand) -> Say:
    return Say(
        Phrase(key, told_of(errand)),
        to=errand.delegation.person,
        buttons=[writing(errand), *drafting(turn, errand)],
        answer=wire("report", errand.ref),
    )
