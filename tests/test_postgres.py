from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from tests.postgres import Postgres


def engine(url: str) -> Engine:
    return create_engine(url, poolclass=NullPool)


@pytest.fixture(scope="module")
def mortal() -> Iterator[Postgres]:
    """A server of its own: other tests need theirs alive."""
    with Postgres() as server:
        yield server


def test_it_answers_and_says_what_it_is(database_url: str) -> None:
    kind = make_url(database_url).get_backend_name()
    question = {"postgresql": "SELECT version()", "sqlite": "SELECT sqlite_version()"}[kind]
    with engine(database_url).connect() as connection:
        answer = str(connection.execute(text(question)).scalar_one())
    print(kind, answer)
    assert answer.startswith({"postgresql": "PostgreSQL 1", "sqlite": "3."}[kind])


def test_databases_are_apart_and_copies_are_prepared_once(postgres: Postgres) -> None:
    made: list[str] = []

    def prepare(url: str) -> None:
        made.append(url)
        with engine(url).begin() as connection:
            connection.execute(text("CREATE TABLE gate (colour text)"))

    first, second = (postgres.prepared("gates", prepare) for _ in range(2))
    assert len(made) == 1
    with engine(first).begin() as connection:
        connection.execute(text("INSERT INTO gate VALUES ('green')"))
    with engine(second).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM gate")).scalar_one() == 0


def test_what_was_committed_outlives_a_kill(mortal: Postgres) -> None:
    url = mortal.fresh()
    with engine(url).begin() as connection:
        connection.execute(text("CREATE TABLE gate (colour text)"))
        connection.execute(text("INSERT INTO gate VALUES ('green')"))
    open_one = engine(url).connect()
    open_one.execute(text("INSERT INTO gate VALUES ('grey')"))
    mortal.kill()
    with pytest.raises(OperationalError):
        open_one.execute(text("SELECT 1"))
    open_one.invalidate()
    open_one.close()
    with pytest.raises(OperationalError):
        engine(url).connect()
    mortal.start()
    with engine(url).connect() as connection:
        assert connection.execute(text("SELECT colour FROM gate")).scalars().all() == ["green"]
