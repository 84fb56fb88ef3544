"""A secret vote that has ended, and an attacker with database, files and logs: lots do as well."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from bot.composing import running
from bot.replay import VirtualTime
from bot.store import Store, keys
from handlers import closing, secrets
from models import secret
from models.assembly import Assembly
from models.ballot import kept_marks, read_marks
from models.ballots import take_down
from models.base import Base
from models.counting import Consent, Marks, Method, Proposal
from models.counting.column import dump_method
from models.decision import Decision
from models.line import Promise
from models.option import Option
from models.person import Account
from models.secret_reason import SecretReason
from tests.bot.conftest import START, Scene, Wire
from tests.postgres import Postgres
from tests.safety.attacker import BY_LOT, Attacker, by_place, lots, orders

PEOPLE = [f"p{n}" for n in range(9)]
STATES = ("1--", "-1-", "--1")


@dataclass
class Polls:
    """Secret votes in a real house, one after the other, and what lies about afterwards."""

    scene: Scene
    files: Callable[[], bytes]
    voters: str = "electors"
    ballots: str = "secret_ballots"
    extra: str = " AND voted"
    method: Method = field(default_factory=Proposal)
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def engine(self) -> Engine:
        return self.scene.running.store.engine

    async def begin(self) -> None:
        await self.scene.say("p0", "g", "/found Wedding")
        for who in PEOPLE:
            await self.scene.hear(
                self.scene.line(who, "g", "/join"), self.scene.line(who, who, "/start")
            )
        with Session(self.engine) as session:
            found = session.execute(select(Account.ref, Account.person_id))
            self.ids = {ref: person for ref, person in found}  # noqa: C416 rows are no pairs

    async def hold(self, rng: random.Random) -> tuple[int, dict[int, str]]:
        """One vote from its opening to its end; which, and who has voted what."""
        decision = self._open()
        truth: dict[int, str] = {}
        for who in rng.sample(PEOPLE, rng.randint(5, len(PEOPLE))):
            state = rng.choice(STATES)
            truth[self.ids[who]] = f"{state.index('1') + 1}"
            self.scene.time.present += timedelta(seconds=rng.randint(1, 100))
            tapped = f"/secret-fill {decision} --- {truth[self.ids[who]]}"
            await self.scene.hear(self.scene.line(who, who, tapped, pressed=f"t{who}"))
            cast = f"/secret-cast {decision} {state}"
            await self.scene.hear(self.scene.line(who, who, cast, pressed=f"c{who}"))
        await self.scene.carry()
        self.scene.time.present += timedelta(hours=1)
        self.scene.running.ear.due(self.scene.time())
        await self.scene.carry()
        return decision, truth

    async def object(self, rng: random.Random) -> tuple[int, dict[int, str]]:
        """One vote in which all object and all but one say why; which, and whose reasons."""
        decision = self._open()
        truth: dict[int, str] = {}
        people = rng.sample(PEOPLE, 7)
        for n, who in enumerate(people):
            self.scene.time.present += timedelta(seconds=rng.randint(1, 100))
            tapped = f"/secret-fill {decision} --- 3"
            await self.scene.hear(self.scene.line(who, who, tapped, pressed=f"t{who}"))
            if n == 0:
                cast = f"/secret-cast {decision} --1"
                await self.scene.hear(self.scene.line(who, who, cast, pressed=f"c{who}"))
                continue
            truth[self.ids[who]] = f"Reason {rng.random()}"
            await self.scene.hear(self.scene.line(who, who, truth[self.ids[who]]))
        await self.scene.carry()
        self.scene.time.present += timedelta(hours=1)
        self.scene.running.ear.due(self.scene.time())
        await self.scene.carry()
        return decision, truth

    def reasons(self, decision: int) -> Mapping[str, Sequence[str]]:
        """Reasons in every order of their rows."""
        with Session(self.engine) as session:
            query = select(SecretReason).where(SecretReason.decision_id == decision)
            words = {reason.id: reason.words for reason in session.scalars(query)}
            where = f"decision_id = {decision}"
            found = orders(session.connection(), "secret_reasons", "id", where)
        return {name: [words[number] for number in some] for name, some in found.items()}

    def _open(self) -> int:
        now = self.scene.time()
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            assembly = session.scalars(select(Assembly)).one()
            stances = ("yes", "no", "abstain")
            decision = Decision(
                assembly=assembly,
                number=assembly.next_number("decision"),
                title="Who has the key?",
                opened_at=now,
                closes_at=now + timedelta(hours=1),
                binding=True,
                secret=True,
                method=dump_method(self.method),
                options=[Option(place=n, stance=s) for n, s in enumerate(stances, 1)],
            )
            session.add(decision)
            session.flush()
            take_down(session, decision)
            args = {"decision": decision.id}
            session.add(Promise(due_at=decision.closes_at, command="poll-ends", args=args, tries=0))
        return decision.id

    def attack(self, attacker: Attacker, decision: int, truth: Mapping[int, str]) -> None:
        with self.engine.connect() as connection:
            people, votes = self._people(connection, decision), self._votes(connection, decision)
        attacker.guess(truth, people, votes)

    def _people(self, connection: Connection, decision: int) -> Mapping[str, Sequence[int]]:
        """Those who voted, in every order: of rows, of letters, of when they last spoke."""
        where = f"decision_id = {decision}{self.extra}"
        found = orders(connection, self.voters, "person_id", where)
        voted = set(next(iter(found.values())))
        by = {
            "by their last words": "SELECT person_id FROM accounts ORDER BY seen_at",
            "by their last letter": "SELECT person_id FROM accounts a JOIN chats c"
            " ON c.account_id = a.id JOIN letters l ON l.chat_id = c.id"
            " GROUP BY person_id ORDER BY max(l.id)",
        }
        for name, query in by.items():
            found[name] = [p for p in connection.execute(text(query)).scalars() if p in voted]
        return found

    def _votes(self, connection: Connection, decision: int) -> Mapping[str, Sequence[str]]:
        """Ballots in every order: of rows, and of where they lie in the files."""
        where = f"decision_id = {decision}"
        found = orders(connection, self.ballots, "key", where)
        query = text(f"SELECT key, marks FROM {self.ballots} WHERE {where}")
        votes = {key: _vote(marks) for key, marks in connection.execute(query)}
        found["by their place in the files"] = by_place(self.files(), list(votes))
        return {name: [votes[key] for key in some] for name, some in found.items()}


def _vote(marks: Any) -> str:
    return str(next(iter(json.loads(marks) if isinstance(marks, str) else marks)))


@pytest.fixture
async def polls(
    database_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Polls]:
    store = Store(database_url, keys(tmp_path))
    Base.metadata.create_all(store.engine)
    wire, time = Wire(), VirtualTime(START)
    house = running(store, {"wire": wire}, time, language="en", zone="Europe/Berlin", strict=True)

    def database() -> bytes:
        path = Path(store.engine.url.database or "")
        return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))

    def log_of_postgres() -> bytes:
        server: Postgres = request.getfixturevalue("postgres")
        log = (server._folder / "data" / "pg_wal").glob("0*")
        newest = sorted(log, key=lambda file: file.stat().st_mtime)[-2:]
        return b"".join(file.read_bytes() for file in newest)

    sqlite = store.engine.dialect.name == "sqlite"
    made = Polls(Scene(house, wire, time), database if sqlite else log_of_postgres)
    await made.begin()
    yield made
    store.close()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every key of a ballot as it is drawn."""
    found: list[str] = []

    def noted(size: int) -> str:
        found.append(token_hex(size))
        return found[-1]

    monkeypatch.setattr("models.box.secrets.token_hex", noted)
    return found


MANY = [50, pytest.param(1000, marks=pytest.mark.nightly)]


@pytest.mark.parametrize("number", MANY)
async def test_who_voted_what_is_told_by_no_order_of_anything(
    polls: Polls, number: int, record_property: Callable[[str, object], None]
) -> None:
    attacker, rng = Attacker(), random.Random(number)
    for _ in range(number):
        decision, truth = await polls.hold(rng)
        polls.attack(attacker, decision, truth)
    way, worst = attacker.worst
    record_property("worst", f"{way}: {worst.right} of {worst.expected:.0f}, {worst.off:+.2f}")
    print(f"{len(attacker.scores)} ways; worst by {worst.off:+.2f}: {way}", worst)
    assert worst.polls == number
    assert abs(worst.off) < BY_LOT, way


@pytest.mark.parametrize("number", [15, *MANY[1:]])
async def test_whose_reason_it_is_is_told_by_no_order_of_anything(
    polls: Polls, number: int
) -> None:
    polls.method = Consent()
    attacker, rng = Attacker(), random.Random(number)
    for _ in range(number):
        decision, truth = await polls.object(rng)
        with polls.engine.connect() as connection:
            people = polls._people(connection, decision)
            said = {name: [one for one in order if one in truth] for name, order in people.items()}
        attacker.guess(truth, said, polls.reasons(decision))
    way, worst = attacker.worst
    assert worst.polls == number
    assert abs(worst.off) < BY_LOT, way


async def test_the_same_attack_links_ballots_kept_as_they_were_cast(
    polls: Polls, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flag and a ballot in one transaction, kept as they were inserted: the attack finds it."""
    with polls.engine.begin() as connection:
        made = "CREATE TABLE naive_{} (decision_id bigint, {})"
        connection.execute(text(made.format("voters", "person_id bigint")))
        connection.execute(text(made.format("ballots", "key text, marks text")))
    monkeypatch.setattr(secrets, "cast", _naive_cast)
    monkeypatch.setattr(closing, "empty_box", _naive_box)
    polls.voters, polls.ballots, polls.extra = "naive_voters", "naive_ballots", ""
    attacker, rng = Attacker(), random.Random(1)
    for _ in range(12):
        decision, truth = await polls.hold(rng)
        polls.attack(attacker, decision, truth)
    way, worst = attacker.worst
    assert worst.off > BY_LOT, (way, worst)
    assert worst.right == sum(_people_of(polls, decision) for decision in _decisions(polls))


def _naive_cast(session: Session, decision_id: int, person_id: int, marks: Marks) -> bool:
    done = secret.cast(session, decision_id, person_id, marks)
    row = {"d": decision_id, "p": person_id, "k": token_hex(16)}
    session.execute(text("INSERT INTO naive_voters VALUES (:d, :p)"), row)
    kept = {**row, "m": json.dumps(kept_marks(marks))}
    session.execute(text("INSERT INTO naive_ballots VALUES (:d, :k, :m)"), kept)
    return done


def _naive_box(session: Session, decision: Decision, now: Any) -> list[Marks]:
    secret.empty_box(session, decision, now)
    query = text(f"SELECT marks FROM naive_ballots WHERE decision_id = {decision.id}")
    return [read_marks(json.loads(marks)) for marks in session.scalars(query)]


def _decisions(polls: Polls) -> list[int]:
    with Session(polls.engine) as session:
        return list(session.scalars(select(Decision.id)))


def _people_of(polls: Polls, decision: int) -> int:
    with polls.engine.connect() as connection:
        query = f"SELECT count(*) FROM naive_voters WHERE decision_id = {decision}"
        return int(connection.execute(text(query)).scalar_one())


async def test_of_an_ended_vote_no_file_and_no_log_holds_how_it_was_cast(
    polls: Polls, drawn: list[str], tmp_path: Path
) -> None:
    with capture_logs() as logs:
        decision = polls._open()
        for n, who in enumerate(PEOPLE[:6]):
            line = f"/secret-cast {decision} {STATES[n % 3]}"
            await polls.scene.hear(polls.scene.line(who, who, line, pressed=f"c{who}"))
        cast = list(drawn)
        with polls.engine.connect() as connection:
            box = f"open_vote_{decision}_ballots"
            lengths = connection.execute(text(f"SELECT length(sealed) FROM {box}")).scalars()
            assert len(set(lengths)) == 1
        assert any(key.encode() in polls.files() for key in cast)
        polls.scene.time.present += timedelta(hours=1)
        polls.scene.running.ear.due(polls.scene.time())
        await polls.scene.carry()
    assert len(cast) == 6
    assert logs == []
    if polls.engine.dialect.name == "postgresql":
        return  # Its log holds the keys of sealed ballots, and keys are drawn anew at the close.
    left = polls.files()
    assert not any(key.encode() in left for key in cast)
    assert b"open_vote_" not in left
    kept = [key for key in drawn[6:] if len(key) == len(cast[0])]
    assert kept
    assert all(key.encode() in left for key in kept)


def test_the_statistics_are_those_of_lots() -> None:
    """Mean and variance, beside what many shuffles give."""
    rng = random.Random(3)
    votes = list("aaabbc")
    dealt = votes[:]
    hits = []
    for _ in range(20_000):
        rng.shuffle(dealt)
        hits.append(sum(x == y for x, y in zip(votes, dealt, strict=True)))
    mean, variance = lots(votes)
    seen = sum(hits) / len(hits)
    assert abs(seen - mean) < 0.05
    assert abs(sum((hit - seen) ** 2 for hit in hits) / len(hits) - variance) < 0.05


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with capture_logs():
        yield
