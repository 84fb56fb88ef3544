"""Campaigns: what rolls up is what a plain recomputation of the whole tree gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.orm import Session

from models.assembly import Assembly, Sort
from models.base import Refused
from models.campaign import MOST_PIECES, Campaign, Stage, noon
from models.campaigning import (
    FEW,
    MOST_NAMED,
    evaluations_of,
    fetch_progress,
    known_below,
    line_up,
    open_tasks,
    right_below,
)
from models.evaluation import Evaluation, find_campaigns, note_words
from models.piece import Part
from models.seat import Seat
from models.task import Progress as Done
from models.task import Task
from tests.models.conftest import everywhere

__all__ = ["everywhere"]

NOW = datetime(2030, 5, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def home(session: Session, name: str = "Wedding", *, council: bool = False) -> Assembly:
    sort = Sort.COUNCIL if council else Sort.KIEZ
    made = Assembly(name=name, sort=sort, language="en", zone="Europe/Berlin", founded_at=NOW)
    session.add(made)
    session.flush()
    return made


def planned(session: Session, where: Assembly, title: str = "Strike", *tasks: int) -> Campaign:
    made = Campaign(
        assembly=where,
        number=where.next_number("campaign"),
        title=title,
        day=noon(NOW + 28 * DAY, where.zone),
        begun_at=NOW,
        stage=Stage.DRAFT,
        adapted=False,
        all_pieces=[],
    )
    for days in tasks:
        made.add(Part.TASK, f"Flyers {days}", days)
    session.add(made)
    session.flush()
    return made


def seated(session: Session, below: Assembly, council: Assembly) -> Seat:
    number = below.next_number("seat")
    seat = Seat(assembly=below, number=number, council=council, invited_at=NOW, since=NOW)
    session.add(seat)
    session.flush()
    return seat


def came_down(session: Session, campaign: Campaign, below: Assembly) -> Campaign:
    made = campaign.come_down(seated(session, below, campaign.assembly), NOW)
    session.add(made)
    session.flush()
    return made


def taken_on(session: Session, campaign: Campaign) -> list[Task]:
    campaign.adopt()
    tasks = campaign.put_up(NOW)
    session.add_all(tasks)
    session.flush()
    for piece, task in zip(campaign.tasks, tasks, strict=True):
        piece.task_id = task.id
    session.flush()
    return tasks


@dataclass
class Place:
    """An assembly in a random tree, and what is so of it."""

    above: int
    adopted: bool
    held: bool
    tasks: list[str]
    evaluations: int
    sent_up: bool = True
    beneath: list[int] = field(default_factory=list)


TASKS = st.lists(st.sampled_from(["open", "done", "deleted"]), max_size=3)
TREES = st.lists(
    st.builds(
        Place,
        above=st.integers(0, 40),
        adopted=st.booleans(),
        held=st.integers(0, 4).map(bool),
        tasks=TASKS,
        evaluations=st.integers(0, 2),
        sent_up=st.booleans(),
    ),
    max_size=10,
)


def recomputed(places: list[Place], at: int) -> list[int]:
    """Asked, adopted, tasks, done, evaluations sent up and others: by walking down."""
    own = places[at]
    tasks = [task for task in own.tasks if task != "deleted"]
    said = (own.evaluations, 0) if own.sent_up else (0, own.evaluations)
    sums = [0, 0, len(tasks), tasks.count("done"), *said]
    for number in own.beneath:
        below = recomputed(places, number)
        sums[4] += below[4]
        if places[number].held:
            sums[0] += 1 + below[0]
            sums[1] += places[number].adopted + below[1]
            sums[2] += below[2]
            sums[3] += below[3]
            sums[5] += below[5]
    return sums


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tree=TREES)
def test_what_rolls_up_is_what_a_plain_recomputation_gives(
    session: Session, tree: list[Place]
) -> None:
    session.rollback()
    places = [Place(0, adopted=True, held=True, tasks=[], evaluations=1), *tree]
    council = home(session, "Council", council=True)
    campaigns = [planned(session, council)]
    campaigns[0].adopt()
    for number, place in enumerate(tree, 1):
        place.beneath.clear()
        above = place.above % number
        places[above].beneath.append(number)
        below = home(session, f"Place {number}", council=True)
        made = came_down(session, campaigns[above], below)
        for piece in made.pieces:
            made.strike(piece, struck=True)
        for _ in place.tasks:
            made.add(Part.TASK, "Flyers")
        session.flush()
        for task, state in zip(taken_on(session, made), place.tasks, strict=True):
            task.progress = Done(state)
            task.ended_at = None if state == "open" else NOW
        made.stage = Stage.ADOPTED if place.adopted else Stage.DECLINED
        assert made.seat is not None
        made.seat.ended_at = None if place.held else NOW
        campaigns.append(made)
    for campaign, place in zip(campaigns, places, strict=True):
        for _ in range(place.evaluations):
            session.add(evaluation(campaign, "It was good", sent_up=place.sent_up))
    session.flush()
    fetch_progress(session, campaigns)
    for number, campaign in enumerate(campaigns):
        far = campaign.progress
        found = (far.asked, far.adopted, far.tasks, far.done, far.evaluations)
        *sums, sent, others = recomputed(places, number)
        assert found == (*sums, sent + others)
        near = [
            campaigns[one].assembly.name
            for one in places[number].beneath
            if places[one].adopted and places[one].held
        ]
        assert list(far.names) == near[:MOST_NAMED]
    session.rollback()


def evaluation(campaign: Campaign, text: str, *, sent_up: bool = True) -> Evaluation:
    made = Evaluation(assembly=campaign.assembly, campaign=campaign, written_at=NOW, text=text)
    made.sent_up = sent_up
    return made


def test_however_deep_it_is_the_queries_are_as_many(session: Session) -> None:
    campaign = planned(session, home(session, "Top", council=True))
    campaign.adopt()
    chain = [campaign]
    for depth in range(6):
        chain.append(came_down(session, chain[-1], home(session, f"D{depth}", council=True)))
        chain[-1].adopt()
    session.flush()
    said: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *of: said.append(of[2]))
    fetch_progress(session, [campaign])
    first = len(said)
    assert campaign.progress.adopted == 6
    fetch_progress(session, chain)
    assert len(said) == 2 * first <= 8


def test_it_is_known_from_whom_it_came_and_to_whom_it_went(session: Session) -> None:
    top = planned(session, home(session, "City", council=True), "Strike", 7)
    middle = came_down(session, top, home(session, "District", council=True))
    base = came_down(session, middle, home(session))
    assert line_up(session, base.id) == [top, middle, base]
    assert right_below(session, top) == [middle]
    assert (base.root_id, base.title, base.day) == (top.id, "Strike", top.day)
    assert [piece.words for piece in base.pieces] == ["Flyers 7"]
    assert known_below(session, top, base.assembly) is base
    assert known_below(session, planned(session, top.assembly), base.assembly) is None
    assert middle.seat is not None
    middle.seat.ended_at = NOW
    session.flush()
    assert line_up(session, base.id) == [middle, base]
    assert line_up(session, base.id, seated=False) == [top, middle, base]
    assert right_below(session, top) == []


def test_tasks_are_due_so_many_days_before_the_day(session: Session) -> None:
    campaign = planned(session, home(session), "Strike", 7, 0, 60)
    tasks = {task.title: task for task in taken_on(session, campaign)}
    days = {title: task.due_at for title, task in tasks.items()}
    assert days["Flyers 7"] == datetime(2030, 5, 25, 21, 59, tzinfo=UTC)
    assert days["Flyers 0"] == datetime(2030, 6, 1, 21, 59, tzinfo=UTC)
    assert days["Flyers 60"] == days["Flyers 0"], "what should be done by now waits for the day"
    assert [piece.words for piece in campaign.tasks] == ["Flyers 60", "Flyers 7", "Flyers 0"]
    assert [piece.words for piece in campaign.ahead(NOW)] == ["Flyers 7", "Flyers 0"]
    tasks["Flyers 7"].ended_at = NOW
    session.flush()
    assert {task.title for task in open_tasks(session, campaign)} == {"Flyers 0", "Flyers 60"}
    assert campaign.asks_at == datetime(2030, 6, 2, 16, tzinfo=UTC)
    assert not campaign.has_come(campaign.at(0, time(0)) - timedelta(seconds=1))
    assert campaign.has_come(campaign.at(0, time(0)))
    assert not campaign.is_over(campaign.at(1, time(0)) - timedelta(seconds=1))


def test_it_changes_while_nobody_has_decided(session: Session) -> None:
    top = planned(session, home(session, "City", council=True), "Strike", 7)
    piece = top.pieces[0]
    top.strike(piece, struck=True)
    assert (top.pieces, top.adapted) == ([], False)
    top.strike(piece, struck=False)
    base = came_down(session, top, home(session))
    base.add(Part.MATERIAL, "A link")
    assert base.adapted
    assert len(top.pieces) == 1
    top.adopt()
    for change in (
        lambda: top.add(Part.TASK, "More"),
        lambda: top.strike(piece, struck=True),
        lambda: top.keep_draft(kept=False),
        lambda: top.must_be_draft(NOW),
        base.must_run,
        lambda: base.must_be_asked(NOW + 40 * DAY),
    ):
        with pytest.raises(Refused):
            change()
    base.adopt()
    with pytest.raises(Refused, match="campaign-not-planned-here"):
        base.must_be_planned_here()


def test_it_holds_only_so_much(session: Session) -> None:
    campaign = planned(session, home(session))
    for wrong in (("x" * 201, 0), ("x", -1), ("x", 367)):
        with pytest.raises(Refused):
            campaign.add(Part.TASK, *wrong)
    for number in range(MOST_PIECES):
        campaign.add(Part.TASK, str(number))
    with pytest.raises(Refused, match="campaign-many-pieces"):
        campaign.add(Part.TASK, "one more")


def test_it_is_found_by_words_of_its_title_and_its_evaluations(session: Session) -> None:
    top = planned(session, home(session, "City", council=True), "Mieterhöhung stoppen")
    draft = planned(session, top.assembly, "Mieterhöhung, Entwurf")
    top.adopt()
    base = came_down(session, top, home(session))
    for one in (top, draft, base):
        note_words(session, [one], one.title)
    note_words(session, line_up(session, base.id), "Die Flyer für die Straße waren zu spät")
    note_words(session, line_up(session, base.id), "Mehr Flyer")

    def found(where: Assembly, *words: str) -> list[Campaign]:
        return list(find_campaigns(session, [where.id], words))

    assert found(top.assembly) == [top]
    assert found(top.assembly, "mieterhoh") == [top]
    assert found(top.assembly, "flyer", "strasse") == [top]
    assert found(base.assembly, "mehr") == [base]
    assert found(base.assembly, "nie") == []
    assert found(home(session, "Elsewhere"), "flyer") == []


def test_evaluations_are_kept_although_an_assembly_has_left(session: Session) -> None:
    top = planned(session, home(session, "City", council=True))
    base = came_down(session, top, home(session))
    said = [evaluation(base, str(number)) for number in range(FEW + 1)]
    session.add_all(said)
    assert base.seat is not None
    base.seat.ended_at = NOW
    session.add(evaluation(base, "after leaving", sent_up=False))
    session.flush()
    assert len(evaluations_of(session, base)) == FEW + 1
    assert [one.text for one in evaluations_of(session, top)] == ["5", "4", "3", "2", "1", "0"]
    assert [one.text for one in evaluations_of(session, base, 2)] == ["1", "0"]
    fetch_progress(session, [top])
    assert (top.progress.evaluations, top.progress.asked) == (FEW + 1, 0)
