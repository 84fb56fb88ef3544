"""Reports: written by those who were sent, read by those who sent them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.reading import Long, Missing, reach
from handlers.rights import belonging, clock, members
from handlers.routing import Offer, Router
from handlers.turn import Button, Later, Say, Says, Turn, wire
from models.base import Refused
from models.meeting import Meeting, Plan
from models.phrase import Choice, Moment, Phrase, Quote, Value
from models.phrase import Command as Named
from models.plenty import must_be_few
from models.report import TIME_TO_WRITE, Errand, Report, errands, last_reports, reports_due

router = Router("delegates")
SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Sent:
    """What the speaker reports of."""

    errand: Errand

    @classmethod
    def read(cls, turn: Turn, text: str) -> tuple[Sent, str]:
        """As a button carries it; what alone can be meant need not be said."""
        found = _errands(turn)
        ref, *rest = text.split(maxsplit=1) or [""]
        if not ref and len(found) == 1:
            return cls(found[0]), ""
        if not ref:
            raise Missing
        for errand in found:
            if errand.ref == ref:
                return cls(errand), rest[0] if rest else ""
        raise Refused("report-there-already", command=Named("report"))


def _errands(turn: Turn) -> list[Errand]:
    mine = [membership.assembly_id for membership in turn.memberships]
    found = errands(turn.session, turn.person, mine, turn.now)
    if turn.assembly is not None and not turn.private:
        here = turn.assembly.id
        found = [e for e in found if here in {e.delegation.assembly_id, e.delegation.council_id}]
    if not found:
        raise Refused("report-nobody-sent-you")
    return found


def _offer_errands(turn: Turn) -> Sequence[Offer]:
    return [(Phrase("report-errand", _of(errand)), errand.ref) for errand in _errands(turn)]


def _cut(turn: Turn, text: str) -> dict[str, str]:
    """All that is typed is the report."""
    return {"text": text}


@router.command("report", belonging, split=_cut, offers={"sent": _offer_errands})
def report(turn: Turn, sent: Sent, text: Long) -> Says:
    """Tell those who sent you what happened."""
    seat, meeting = sent.errand.delegation, sent.errand.meeting
    author, at = Report.author_id, Report.written_at
    must_be_few(turn.session, seat.assembly, turn.person, author, at, now=turn.now)
    written = Report(
        assembly=seat.assembly,
        number=seat.assembly.next_number("report"),
        council=seat.council,
        meeting=meeting,
        author=turn.person,
        written_at=turn.now,
        text=text,
    )
    turn.session.add(written)
    turn.session.flush()
    yield Say(*_lines(written), to=seat.assembly)
    if turn.chat is None or turn.chat.assembly_id != seat.assembly_id:
        yield Say("report-thanks", assembly=seat.assembly.name)


@router.command("read-report", members, hidden=True)
def read_report(turn: Turn, report: Report) -> Says:
    """Show one report."""
    yield Say(*_lines(report))


@router.command("reports", belonging)
def reports(turn: Turn) -> Says:
    """List the last reports, and which are still to come."""
    found = last_reports(turn.session, reach(turn))
    owed = reports_due(turn.session, reach(turn), turn.now)
    if not found and not owed:
        raise Refused("reports-none", command=Named("report"))
    lines: list[str | Phrase] = ["reports-head" if found else "reports-none-yet"]
    for one in found:
        lines.append(Phrase("reports-line", _about(one) | {"number": one.number}))
    lines += [Phrase("reports-owed", _of(errand)) for errand in owed]
    buttons = [
        Button(Phrase("report-choice", _about(one)), wire("read-report", one)) for one in found
    ]
    yield Say(*lines, buttons=buttons)


@router.command("reports-asked", clock)
def reports_asked(turn: Turn, meeting: Meeting) -> Says:
    """After a council has met: ask each delegate for a report."""
    if meeting.plan is not Plan.ON or meeting.starts_at > turn.now:
        return
    turn.assembly = meeting.assembly
    for errand in reports_due(turn.session, meeting, turn.now):
        yield _asked("report-asked", errand)
    at = max(meeting.starts_at + TIME_TO_WRITE, turn.now + SOON)
    yield Later(at, "reports-missing", {"meeting": meeting}, f"missing:{meeting.slot}")


@router.command("reports-missing", clock)
def reports_missing(turn: Turn, meeting: Meeting) -> Says:
    """Three days later: ask once more, and tell those who wait."""
    turn.assembly = meeting.assembly
    for errand in reports_due(turn.session, meeting, turn.now):
        yield _asked("report-asked-again", errand)
        yield Say(Phrase("report-missing", _of(errand)), to=errand.delegation.assembly)


def _asked(key: str, errand: Errand) -> Say:
    line = wire("report", errand.ref)
    button = Button(Phrase("label-write-report"), line)
    return Say(Phrase(key, _of(errand)), to=errand.delegation.person, buttons=[button], answer=line)


def _of(errand: Errand) -> dict[str, Value]:
    seat, meeting = errand.delegation, errand.meeting
    met = meeting.starts_at if meeting else seat.since
    return {
        "person": seat.person.name,
        "assembly": seat.assembly.name,
        "council": seat.council.name,
        "day": Moment(met, "day"),
        "until": Moment(errand.until or met, "day"),
        "met": Choice("yes" if meeting else "no"),
    }


def _about(report: Report) -> dict[str, Value]:
    return {
        "author": report.author.name if report.author else "?",
        "council": report.council.name,
        "day": Moment(report.about, "day"),
    }


def _lines(report: Report) -> list[Phrase]:
    return [
        Phrase("report-head", _about(report)),
        Phrase("report-text", {"text": Quote(report.text)}),
    ]
