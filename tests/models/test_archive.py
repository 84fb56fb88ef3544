"""The archive finds what was decided, however it is typed, and nothing of others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.archive import PAGE, ArchiveWord, find, fold, versions
from models.assembly import Assembly
from models.decision import Decision
from models.erasing import erase
from models.option import Option
from models.person import Person
from models.record import check, lines_about, record_decision, record_statement
from models.statement import state
from tests.models.conftest import everywhere

__all__ = ["everywhere"]

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)


def home(session: Session, name: str = "Wedding") -> Assembly:
    made = Assembly(name=name, language="de", zone="UTC", founded_at=NOW)
    session.add(made)
    session.flush()
    return made


def decided(session: Session, where: Assembly, title: str, *answers: str, day: int = 0) -> Decision:
    decision = Decision(
        assembly=where,
        number=where.next_number("decision"),
        title=title,
        opened_at=NOW,
        closes_at=NOW + timedelta(days=day),
        options=[Option(place=n, words=word) for n, word in enumerate(answers or ("a", "b"), 1)],
    )
    session.add(decision)
    session.flush()
    decision.close(NOW + timedelta(days=day))
    record_decision(session, decision, NOW, "salt")
    return decision


def titles(session: Session, where: Assembly, typed: str) -> list[str]:
    return [one.title for one in find(session, [where.id], fold(typed))]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("MÜLL", "Mülltonnen im Hof"),
        ("muell hof", "Mülltonnen im Hof"),
        ("mull", "Mülltonnen im Hof"),
        ("strasse", "Straßenfest"),
        ("isik", "Işık im Treppenhaus"),
        ("cafe", "Café öffnen?"),
        ("oeffnen", "Café öffnen?"),
        ("عربي", "درس عربي"),
        ("neue", "Neues Schloss"),
        ("aktuell", "Aktuelle Liste"),
        ("miete", "Mieterhöhung am Platz"),
        ("miete", "Die Heizungsmiete"),
        ("hoehung", "Mieterhöhung am Platz"),
    ],
)
def test_it_is_found(session: Session, typed: str, kept: str) -> None:
    wedding = home(session)
    for title in (kept, "etwas anderes"):
        decided(session, wedding, title)
    assert titles(session, wedding, typed) == [kept]


def test_answers_and_statements_are_found_and_old_words_go(session: Session) -> None:
    wedding, ana = home(session), Person(name="Ana")
    session.add(ana)
    decision = decided(session, wedding, "Wann?", "im Juni", "im Juli")
    assert titles(session, wedding, "juli") == ["Wann?"]
    state(decision, ana, "Ben kauft Farbe", facilitates=True)
    line = record_statement(session, decision, NOW, "more salt")
    assert titles(session, wedding, "farbe ben") == ["Wann?"]
    state(decision, ana, "Cem kauft Pinsel", facilitates=True)
    record_statement(session, decision, NOW, "even more")
    assert (titles(session, wedding, "farbe"), titles(session, wedding, "pins")) == ([], ["Wann?"])
    assert [one.kind for one in lines_about(session, decision)] == ["decided", "stated", "stated"]
    assert line.said()["statement"] == "Ben kauft Farbe"


def test_whoever_is_forgotten_changes_nothing_in_it(session: Session) -> None:
    wedding, ana = home(session), Person(name="Ana")
    session.add(ana)
    decision = decided(session, wedding, "Tor streichen?")
    state(decision, ana, "Ben kauft Farbe", facilitates=True)
    record_statement(session, decision, NOW, "more salt")
    session.commit()
    words = set(session.scalars(select(ArchiveWord.word)))
    erase(session, [ana.id])
    session.expire_all()
    assert set(session.scalars(select(ArchiveWord.word))) == words
    checked = check(session, wedding)
    assert (checked.broken, checked.withdrawn) == (None, 1)
    assert titles(session, wedding, "farbe") == ["Tor streichen?"]


def test_the_newest_first_page_by_page_and_only_ones_own(session: Session) -> None:
    wedding, moabit = home(session), home(session, "Moabit")
    for number in range(PAGE + 2):
        decided(session, wedding, f"Frage {number}", day=number)
    decided(session, moabit, "Frage dort", day=99)
    first = find(session, [wedding.id], ["frage"])
    assert [one.title for one in first[:2]] == [f"Frage {PAGE + 1}", f"Frage {PAGE}"]
    assert len(first) == PAGE + 1
    second = find(session, [wedding.id], ["frage"], page=2)
    assert [one.title for one in second] == ["Frage 1", "Frage 0"]
    assert len(find(session, [wedding.id, moabit.id], ["dort"])) == 1
    assert find(session, [wedding.id], ["frage"], page=-5) == first
    assert find(session, [wedding.id], [], page=10**9) == []


def test_most_words_first_then_the_title_then_the_newest(session: Session) -> None:
    wedding = home(session)
    decided(session, wedding, "Die Kasse", "Miete", "Strom", day=1)
    decided(session, wedding, "Die Miete", day=2)
    decided(session, wedding, "Was anderes", "Mietvertrag", "Hof", day=3)
    decided(session, wedding, "Heizungsmiete", day=4)
    decided(session, wedding, "Sommerfest", day=5)
    assert titles(session, wedding, "miet strom") == [
        "Die Kasse", "Heizungsmiete", "Die Miete", "Was anderes",
    ]  # fmt: skip


def test_a_short_word_begins_another(session: Session) -> None:
    wedding = home(session)
    decided(session, wedding, "Öl kaufen")
    decided(session, wedding, "Mehr Wolle")
    assert titles(session, wedding, "ol") == ["Öl kaufen"]


def test_versions_name_each_other(session: Session) -> None:
    wedding = home(session)
    old, new = decided(session, wedding, "Alt"), decided(session, wedding, "Neu")
    new.replaces_id = old.id
    assert versions(session, old) == (None, new)
    assert versions(session, new) == (old, None)
