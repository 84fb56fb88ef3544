"""Up and down a campaign: who is beneath, who is above, and how far all of them have come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import CTE, ColumnElement, Select, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session, joinedload

from models.archive import MOST_PAGES
from models.assembly import Assembly
from models.campaign import Campaign, Progress, Stage
from models.evaluation import Evaluation
from models.piece import Piece
from models.seat import Seat
from models.task import Progress as Done
from models.task import Task

MOST_NAMED = 6
NEXT = 3
"""So many of the days ahead are named."""
FEW = 5
"""Evaluations on a page: they are long."""


def _held() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (Seat.since.is_not(None), Seat.ended_at.is_(None))


def beneath(roots: Collection[int], *, seated: bool = True) -> CTE:
    """Rows (root, campaign) of everything under some campaigns, each of them included.

    `seated`: only what came down through seats that are still held.
    """
    start = select(Campaign.id.label("root"), Campaign.id.label("campaign_id"))
    name = "under" if seated else "ever_under"
    found = start.where(Campaign.id.in_(roots)).cte(name, recursive=True)
    step = select(found.c.root, Campaign.id).join(found, Campaign.above_id == found.c.campaign_id)
    if seated:
        step = step.join(Seat, Seat.id == Campaign.seat_id).where(*_held())
    return found.union_all(step)


def fetch_progress(session: Session, campaigns: Iterable[Campaign]) -> None:
    """Load how far they have come, in a fixed number of queries, however deep it goes."""
    by_id = {campaign.id: campaign for campaign in campaigns}
    for campaign in by_id.values():
        campaign.progress = Progress()
    found = beneath(by_id)
    below = found.c.campaign_id != found.c.root
    adopted = and_(below, Campaign.stage == Stage.ADOPTED)
    query = (
        select(
            found.c.root,
            func.count(case((below, Campaign.id)).distinct()),
            func.count(case((adopted, Campaign.id)).distinct()),
            func.count(Task.id),
            func.count(case((Task.progress == Done.DONE, Task.id))),
        )
        .join(Campaign, Campaign.id == found.c.campaign_id)
        .outerjoin(Piece, Piece.campaign_id == Campaign.id)
        .outerjoin(Task, and_(Task.id == Piece.task_id, Task.progress != Done.DELETED))
        .group_by(found.c.root)
    )
    for root, asked, joined, tasks, done in session.execute(query):
        by_id[root].progress = Progress(asked, joined, tasks, done)
    for root, names in _named(session, by_id).items():
        by_id[root].progress.names = names
    for root, tasks in _coming(session, by_id).items():
        by_id[root].progress.coming = tasks
    for root, number in _evaluated(session, by_id).items():
        by_id[root].progress.evaluations = number


def _named(session: Session, roots: Collection[int]) -> dict[int, list[str]]:
    place = func.row_number().over(partition_by=Campaign.above_id, order_by=Campaign.id)
    ranked = (
        select(Campaign.above_id, Assembly.name, place.label("place"))
        .join(Assembly, Assembly.id == Campaign.assembly_id)
        .join(Seat, Seat.id == Campaign.seat_id)
        .where(Campaign.above_id.in_(roots), Campaign.stage == Stage.ADOPTED, *_held())
        .subquery()
    )
    query = select(ranked.c.above_id, ranked.c.name).where(ranked.c.place <= MOST_NAMED)
    names: dict[int, list[str]] = {}
    for root, name in session.execute(query.order_by(ranked.c.above_id, ranked.c.place)):
        names.setdefault(root, []).append(name)
    return names


def _coming(session: Session, roots: Collection[int]) -> dict[int, list[Task]]:
    place = func.row_number().over(partition_by=Piece.campaign_id, order_by=(Task.due_at, Task.id))
    ranked = (
        select(Piece.campaign_id, Piece.task_id, place.label("place"))
        .join(Task, Task.id == Piece.task_id)
        .where(Piece.campaign_id.in_(roots), Task.ended_at.is_(None), Task.due_at.is_not(None))
        .subquery()
    )
    query = (
        select(ranked.c.campaign_id, Task)
        .join(Task, Task.id == ranked.c.task_id)
        .where(ranked.c.place <= NEXT)
    )
    coming: dict[int, list[Task]] = {}
    for root, task in session.execute(query.order_by(ranked.c.campaign_id, ranked.c.place)):
        coming.setdefault(root, []).append(task)
    return coming


def _evaluated(session: Session, roots: Collection[int]) -> dict[int, int]:
    heard = _heard(roots).subquery()
    query = select(heard.c.root, func.count()).group_by(heard.c.root)
    return {root: number for root, number in session.execute(query)}  # noqa: C416 - rows, not pairs


def _heard(roots: Collection[int]) -> Select[int, int]:
    """Rows (root, evaluation): what comes up now, and what had come up before somebody left."""
    ever, now = beneath(roots, seated=False), beneath(roots)
    still = and_(now.c.root == ever.c.root, now.c.campaign_id == ever.c.campaign_id)
    return (
        select(ever.c.root, Evaluation.id.label("evaluation_id"))
        .join(Evaluation, Evaluation.campaign_id == ever.c.campaign_id)
        .outerjoin(now, still)
        .where(or_(Evaluation.sent_up, now.c.root.is_not(None)))
    )


def evaluations_of(session: Session, campaign: Campaign, page: int = 1) -> Sequence[Evaluation]:
    """What was said of it, here and beneath, the latest first: one query.

    One more than a page holds, where there is a next one.
    """
    heard = _heard([campaign.id]).subquery()
    query = (
        select(Evaluation)
        .join(heard, heard.c.evaluation_id == Evaluation.id)
        .options(joinedload(Evaluation.campaign))
        .order_by(Evaluation.written_at.desc(), Evaluation.id.desc())
    )
    skipped = (min(max(page, 1), MOST_PAGES) - 1) * FEW
    return session.scalars(query.offset(skipped).limit(FEW + 1)).unique().all()


def right_below(session: Session, campaign: Campaign) -> Sequence[Campaign]:
    """Those of the assemblies that sit in its council."""
    query = (
        select(Campaign)
        .join(Seat, Seat.id == Campaign.seat_id)
        .where(Campaign.above_id == campaign.id, *_held())
        .order_by(Campaign.id)
    )
    return session.scalars(query).unique().all()


def line_up(session: Session, campaign_id: int, *, seated: bool = True) -> Sequence[Campaign]:
    """A campaign, last, and those from which it came down, the first leading: one query.

    `seated`: not past a seat that is no longer held.
    """
    start = select(Campaign.id, Campaign.above_id, Campaign.seat_id, literal(0).label("steps"))
    found = start.where(Campaign.id == campaign_id).cte("over", recursive=True)
    step = select(Campaign.id, Campaign.above_id, Campaign.seat_id, found.c.steps + 1)
    step = step.join(found, Campaign.id == found.c.above_id)
    if seated:
        step = step.join(Seat, Seat.id == found.c.seat_id).where(*_held())
    line = found.union_all(step)
    query = select(Campaign).join(line, line.c.id == Campaign.id)
    return session.scalars(query.order_by(line.c.steps.desc())).unique().all()


def campaign_of(session: Session, task: Task) -> int | None:
    """The campaign for which a task was put up."""
    query = select(Piece.campaign_id).where(Piece.task_id == task.id)
    return session.scalars(query.limit(1)).first()


def promised_tasks(session: Session, campaign: Campaign) -> Sequence[tuple[Piece, Task]]:
    """What was planned, with the open task that it became."""
    query = (
        select(Piece, Task)
        .join(Task, Task.id == Piece.task_id)
        .where(Piece.campaign_id == campaign.id, Task.ended_at.is_(None))
        .order_by(Piece.id)
    )
    return [(piece, task) for piece, task in session.execute(query)]


def known_below(session: Session, campaign: Campaign, assembly: Assembly) -> Campaign | None:
    """The same campaign in an assembly that has it already, through another council."""
    root = campaign.root_id or campaign.id
    query = select(Campaign).where(
        Campaign.assembly_id == assembly.id,
        (Campaign.root_id == root) | (Campaign.id == root),
    )
    return session.scalars(query.limit(1)).unique().first()


def open_tasks(session: Session, campaign: Campaign) -> Sequence[Task]:
    """An assembly's own tasks for a campaign that are still open, the earliest due first."""
    query = (
        select(Task)
        .join(Piece, Piece.task_id == Task.id)
        .where(Piece.campaign_id == campaign.id, Task.ended_at.is_(None))
        .order_by(Task.due_at.is_(None), Task.due_at, Task.id)
    )
    return session.scalars(query).unique().all()
