"""Of which meeting somebody reports, and how a report is shown to those who sent them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.beside import MOST_OFFERED
from handlers.reading import Missing
from handlers.routing import Offer
from handlers.turn import Button, Say, Says, Turn, wire
from models.base import Refused
from models.phrase import Choice, Moment, Phrase, Quote, Value
from models.phrase import Command as Named
from models.plenty import must_be_few
from models.report import Errand, Report, errands


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
        found = [e for e in found if here in {e.delegation.assembly_id, e.delegation.council.id}]
    if not found:
        raise Refused("report-nobody-sent-you")
    return found


def offer_errands(turn: Turn) -> Sequence[Offer]:
    """Everything the speaker may report of."""
    found = _errands(turn)[:MOST_OFFERED]
    return [(Phrase("report-errand", told_of(errand)), errand.ref) for errand in found]


def told_of(errand: Errand) -> dict[str, Value]:
    """Who reports to whom, from where, of which day, and until when."""
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


def handed_in(turn: Turn, errand: Errand, text: str) -> Says:
    """Everybody who sent the delegate reads it, and can ask back."""
    seat = errand.delegation
    author, at = Report.author_id, Report.written_at
    must_be_few(turn.session, seat.assembly, turn.person, author, at, now=turn.now)
    written = Report(
        assembly=seat.assembly,
        number=seat.assembly.next_number("report"),
        council=seat.council,
        meeting=errand.meeting,
        author=turn.person,
        written_at=turn.now,
        text=text,
    )
    turn.session.add(written)
    turn.session.flush()
    yield shown(written, everywhere=True)
    if turn.chat is None or turn.chat.assembly_id != seat.assembly_id:
        yield Say("report-thanks", assembly=seat.assembly.name)


def shown(report: Report, *, everywhere: bool = False) -> Say:
    """A report, here or to everybody it was written for; a reply asks its author."""
    lines = [
        Phrase("report-head", about(report)),
        Phrase("report-text", {"text": Quote(report.text)}),
    ]
    if report.author is None:
        return Say(*lines)
    lines.append(Phrase("report-foot", about(report)))
    line = wire("report-ask", report)
    return Say(*lines, to=report.assembly if everywhere else None, answer=line)


def about(report: Report) -> dict[str, Value]:
    """Who wrote it, about which council and day."""
    return {
        "author": report.author.name if report.author else "?",
        "council": report.council.name,
        "day": Moment(report.about, "day"),
    }


def writing(errand: Errand) -> Button:
    """To write it oneself."""
    return Button(Phrase("label-write-report"), wire("report", errand.ref))
