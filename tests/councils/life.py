"""What may happen in a tree of assemblies, in any order; what counts of it is written down."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)
from sqlalchemy import select

from bot.store import Store
from models.assembly import Assembly, Membership
from models.base import Refused
from models.belonging import enter
from models.counting import METHODS
from models.counting.column import dump_method
from models.decision import Decision
from models.delegation import Delegation, send
from models.item import Item
from models.motion import Motion, amended
from models.person import Person
from models.recall import Recall
from models.referral import Referral
from models.seat import Seat, seat_for
from models.statutes import Article, statutes_of
from tests.councils.country import COMMUNES, COUNCILS, PEOPLE, Country
from tests.councils.recount import Books, Parts

OPEN = Decision.closed_at.is_(None)
HELD = (Seat.since.is_not(None), Seat.ended_at.is_(None))
WHICH = st.integers(0, 30)
TROUBLE = ("leave", "sit", "secede", "lay_down", "recall", "amend", "close")
TIME_TO_VOTE = 24 * 8
MOST_OPEN = 2


class Life(RuleBasedStateMachine):
    """Communes and councils over them, and all that people do there."""

    fresh: ClassVar[staticmethod[[], Store]]
    """Makes an empty database."""

    def __init__(self) -> None:
        super().__init__()
        self.store = self.fresh()
        self.land, self.books = Country(self.store), Books()
        self.ended: dict[int, Parts] = {}
        """What each item's votes were when it ended."""

    @initialize(
        belong=st.lists(st.sets(st.integers(0, PEOPLE - 1), max_size=4), min_size=4, max_size=4),
        over=st.lists(st.integers(0, COMMUNES), min_size=COUNCILS - 1, max_size=COUNCILS - 1),
    )
    def begin(self, belong: list[set[int]], over: list[int]) -> None:
        """People live in communes, communes sit in the first council, some councils in others."""
        for commune, people in enumerate(belong):
            for who in people:
                self.join(who, commune)
        for commune in range(COMMUNES):
            self.sit(0, commune)
        for council, first in enumerate(over, 1):
            for guest in {first, COMMUNES + council - 1}:
                self.sit(council, guest)

    @rule(who=st.integers(0, PEOPLE - 1), commune=st.integers(0, COMMUNES - 1))
    def join(self, who: int, commune: int) -> None:
        """Somebody comes; in what is being decided they have no vote."""
        with self.store.session() as session, session.begin():
            person = session.get_one(Person, self.land.people[who])
            home = session.get_one(Assembly, self.land.communes[commune])
            enter(session, person, home, self.land.now)

    def leave(self, which: int) -> None:
        """Somebody goes, and their votes in what is open."""
        query = select(Membership).where(
            Membership.assembly_id.in_(self.land.communes), Membership.left_at.is_(None)
        )
        held = self._one_of(query.order_by(Membership.id), which)
        if held is None:
            return
        here = select(Decision.id).where(Decision.assembly_id == held.assembly_id, OPEN)
        for decision in self.land.all(here):
            self.books.ballots.get(decision, {}).pop(held.person_id, None)
        self.land.press(held.person_id, held.assembly_id, f"/leave-now {held.id}")

    def sit(self, council: int, guest: int) -> None:
        """An assembly sits in a council from now on, if that makes no circle."""
        everywhere = [*self.land.communes, *self.land.councils]
        with self.store.session() as session, session.begin():
            above = session.get_one(Assembly, self.land.councils[council])
            below = session.get_one(Assembly, everywhere[guest])
            try:
                seat_for(session, above, below, self.land.now).take(self.land.now)
            except Refused:
                session.rollback()

    def secede(self, which: int) -> None:
        """An assembly leaves a council: what it has not decided, it has no part in any more."""
        seat = self._one_of(select(Seat).where(*HELD).order_by(Seat.id), which)
        if seat is None:
            return
        for (item, place), _ in self.books.people.items():
            below = self.books.asked.get((item, place))
            over = below is not None and self.books.questions[below].ended_at is not None
            if place == seat.id and self.books.questions[item].ended_at is None and not over:
                self.books.gone.add((item, place))
        now, asked = self.land.now, self.land.asked
        self.land.promise(now, "seat-given-up", decision=asked, subject=seat.id)
        self.land.settle()

    @rule(which=WHICH, who=WHICH, deputy=st.booleans(), days=st.integers(1, 40))
    def delegate(self, which: int, who: int, deputy: bool, days: int) -> None:
        """A council's assemblies send somebody for a term, in place of whoever is there."""
        council = self.land.councils[which % COUNCILS]
        until = self.land.now + timedelta(days=days)
        for seat in self.land.all(select(Seat).where(Seat.council_id == council, *HELD)):
            people = sorted(self.land.members([seat.assembly_id]))
            if people and (who + seat.id) % 4:
                self._send(seat.id, people[who % len(people)], until, deputy=deputy)

    def _send(self, seat: int, who: int, until: datetime, *, deputy: bool) -> None:
        with self.store.session() as session, session.begin():
            person, held = session.get_one(Person, who), session.get_one(Seat, seat)
            sent, _ = send(session, held, person, self.land.now, deputy=deputy, until=until)
            session.flush()
            number = sent.id
        key = f"over:delegation:{number}"
        self.land.promise(until, "delegation-over", key, delegation=number)

    def lay_down(self, which: int) -> None:
        """A delegate goes; a deputy moves up."""
        one = self._delegation(which)
        if one is not None:
            self.land.press(one.person_id, one.assembly_id, f"/undelegate {one.id}")

    def recall(self, which: int) -> None:
        """All who sent somebody call them back, whatever is being decided meanwhile."""
        one = self._delegation(which)
        if one is None:
            return
        people = sorted(self.land.members([one.assembly_id]))
        for person in people:
            self.land.press(person, one.assembly_id, f"/recall {one.id}")
        here = Decision.id.in_(select(Recall.decision_id).where(Recall.delegation_id == one.id))
        decision = self.land.one(select(Decision).where(here, OPEN))
        if decision is None:
            return
        for person in people:
            yes = decision.options[0].id
            self.land.press(person, one.assembly_id, f"/vote {decision.id} {yes}")
        self.wait(TIME_TO_VOTE)
        with self.store.session() as session:
            assert session.get_one(Delegation, one.id).ended_at is not None

    def is_quiet(self) -> bool:
        """Not too much is open."""
        query = select(Item.id).where(OPEN, Item.origin_id.is_(None))
        return len(self.land.all(query)) < MOST_OPEN

    @precondition(is_quiet)
    @rule(
        council=st.integers(0, COUNCILS - 1),
        method=st.sampled_from(["proposal", "choice"]),
        weighing=st.sampled_from(["each", "members", "split"]),
        free=st.booleans(),
        at_once=st.sampled_from([True, True, False]),
        days=st.integers(1, 9),
    )
    def ask(  # noqa: PLR0917 - what is drawn
        self, council: int, method: str, weighing: str, free: bool, at_once: bool, days: int
    ) -> None:
        """A council opens an item; it goes down at once, or when somebody says so."""
        speaker = self._speaker(self.land.councils[council])
        with self.store.session() as session, session.begin():
            home = session.get_one(Assembly, self.land.councils[council])
            statutes = statutes_of(session, home)
            statutes.put(Article.WEIGHING, weighing)
            statutes.put(Article.REFERRING, "at-once" if at_once else "on-call")
            session.add(statutes)
            words = ["a", "b", "c"] if method == "choice" else []
            author, now = session.get_one(Person, speaker), self.land.now
            motion = Motion.begin(
                home, author, home.chats[0], statutes, now, title="?", words=words
            )
            motion.method, motion.free, motion.days = dump_method(METHODS[method]), free, days
            session.add(motion)
        self._open(motion)

    @precondition(is_quiet)
    @rule(
        council=st.integers(0, COUNCILS - 1),
        who=WHICH,
        weighing=st.sampled_from(["each", "members", "split"]),
        places=st.lists(st.integers(0, 2), min_size=1, max_size=4),
    )
    def ask_delegates(self, council: int, who: int, weighing: str, places: list[int]) -> None:
        """A council opens a free item, its delegates speak, and the base has the last word."""
        self.ask(council, "choice", weighing, True, True, 2)
        self.delegate(council, who, False, 40)
        for which in range(MOST_OPEN):
            self.speak(which, places)
        self.wait(49)

    def amend(self, which: int) -> None:
        """A council asks anew: the version before gives way, everywhere below."""
        item = self._item(which)
        if item is None:
            return
        speaker = self._speaker(item.assembly_id)
        with self.store.session() as session, session.begin():
            item = session.get_one(Item, item.id)
            if item.consequence or item.replaced_by:
                return
            home, author = item.assembly, session.get_one(Person, speaker)
            statutes = statutes_of(session, home)
            motion = amended(item, author, home.chats[0], statutes, self.land.now)
            session.add(motion)
        self._open(motion)

    def _speaker(self, council: int) -> int:
        """Somebody who may act there: whoever was sent, else whoever founded it."""
        query = select(Delegation).join(Seat).where(Seat.council_id == council)
        sent = self.land.one(query.where(Delegation.ended_at.is_(None)))
        return sent.person_id if sent is not None else self.land.people[0]

    def _open(self, motion: Motion) -> None:
        self.land.press(motion.author_id, motion.assembly_id, f"/motion-open {motion.id}")

    @rule(which=WHICH)
    def refer(self, which: int) -> None:
        """An item goes (again) to those without a mandate."""
        item = self._item(which)
        if item is not None:
            speaker = self._speaker(item.assembly_id)
            self.land.press(speaker, item.assembly_id, f"/refer {item.id}")

    @rule(which=WHICH, places=st.lists(st.integers(0, 2), min_size=1, max_size=4))
    def speak(self, which: int, places: list[int]) -> None:
        """Delegates say something in an item; that is nothing, unless it is free."""
        item = self._item(which)
        if item is None:
            return
        sent = select(Delegation).join(Seat).where(Seat.council_id == item.assembly_id)
        for one in self.land.all(sent.where(Delegation.ended_at.is_(None))):
            option = item.options[places[one.id % len(places)]]
            line = f"/speak {item.id} {option.id}"
            self.land.press(one.person_id, item.assembly_id, line)
            mine = Referral.item_id == item.id, Referral.spoken_by_id == one.person_id
            for referral in self.land.all(select(Referral).where(*mine)):
                if item.free and item.frozen_at is None and referral.stand == "spoken":
                    (said,) = referral.shares or {}
                    self.books.said[item.id, referral.seat_id] = int(said)

    @rule(which=WHICH, who=st.integers(0, PEOPLE - 1), place=st.integers(0, 2))
    def vote(self, which: int, who: int, place: int) -> None:
        """Somebody votes at the base; only who belonged to it at the beginning may."""
        self._vote(self._one_of(self._base(), which), self.land.people[who], place)

    @rule(places=st.lists(st.integers(0, 2), min_size=3, max_size=8), days=st.sampled_from([0, 9]))
    def everybody_votes(self, places: list[int], days: int) -> None:
        """Everybody votes in whatever is open at the base; perhaps its time passes, too."""
        for decision in self.land.all(self._base()):
            for number, person in enumerate(self.land.people, decision.id):
                self._vote(decision, person, places[number % len(places)])
        self.wait(24 * days)

    def _vote(self, decision: Decision | None, person: int, place: int) -> None:
        if decision is None or person not in self.land.members([decision.assembly_id]):
            return
        option = decision.options[place]
        may = self.land.elects(decision.id, person)
        self.land.press(person, decision.assembly_id, f"/vote {decision.id} {option.id}")
        if may:
            self.books.ballots[decision.id][person] = option.place

    def close(self, which: int, who: int) -> None:
        """Somebody would end something early."""
        decision = self._one_of(select(Decision).where(OPEN).order_by(Decision.id), which)
        if decision is not None:
            line = f"/close {decision.id}"
            self.land.press(self.land.people[who], decision.assembly_id, line)

    @rule(what=st.sampled_from(TROUBLE), which=WHICH, who=st.integers(0, PEOPLE - 1))
    def trouble(self, what: str, which: int, who: int) -> None:
        """Something comes between."""
        match what:
            case "sit":
                self.sit(which % COUNCILS, who)
            case "close":
                self.close(which, who)
            case _:
                getattr(self, what)(which)

    @rule(hours=st.sampled_from([1, 24, 72, 240]))
    def wait(self, hours: int) -> None:
        """Time passes."""
        self.land.pass_time(timedelta(hours=hours))

    def _base(self) -> Any:
        below = Decision.kind == "decision", Decision.origin_id.is_not(None)
        return select(Decision).where(OPEN, *below).order_by(Decision.id)

    def _item(self, which: int) -> Item | None:
        found: Item | None = self._one_of(select(Item).where(OPEN).order_by(Item.id), which)
        return found

    def _delegation(self, which: int) -> Delegation | None:
        query = select(Delegation).where(Delegation.ended_at.is_(None)).order_by(Delegation.id)
        found: Delegation | None = self._one_of(query, which)
        return found

    def _one_of(self, query: Any, which: int) -> Any:
        found = self.land.all(query)
        return found[which % len(found)] if found else None
