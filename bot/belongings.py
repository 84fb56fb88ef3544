"""What platforms keep in files beside the database: packed into the backup, and out of it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

STORES = ("matrix.db",)
"""SQLite files, which others may be writing to."""
FILES = ("matrix.keys",)
LOGIN = "matrix.json"
"""Not packed: a device that has been somewhere else since must not go on where it was then."""
PART = 1 << 20


def pack(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files' names with their content, in parts of at most a megabyte."""
    for name in (*FILES, *STORES):
        if not (folder / name).exists():
            continue
        content = _copied(folder / name) if name in STORES else (folder / name).read_bytes()
        for start in range(0, len(content), PART):
            yield name, content[start : start + PART]


def unpack(folder: Path, parts: Iterable[tuple[str, bytes]]) -> list[str]:
    """Put files where there are none; their names. What is there already is newer, and stays."""
    content: dict[str, bytearray] = {}
    for name, part in parts:
        if name in (*FILES, *STORES) and not (folder / name).exists():
            content.setdefault(name, bytearray()).extend(part)
    for name, whole in content.items():
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(whole)
            out.flush()
            os.fsync(out.fileno())
        if name in STORES:
            (folder / LOGIN).unlink(missing_ok=True)
    return list(content)


def _copied(store: Path) -> bytes:
    """The store as it is at one moment, what lies in its log included."""
    with tempfile.TemporaryDirectory(dir=store.parent) as folder:
        copy = Path(folder) / store.name
        try:
            with (
                closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as source,
                closing(sqlite3.connect(copy)) as target,
            ):
                source.backup(target)
        except sqlite3.DatabaseError:
            # Damaged already: kept as it is, since nothing better is to be had.
            return store.read_bytes()
        return copy.read_bytes()
