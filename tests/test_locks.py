"""The locks: whole, in agreement, and silent about where anything was fetched."""

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = (
    "requirements.txt",
    "requirements-dev.txt",
    "tests/synapse-requirements.txt",
    "tests/oracle/requirements.txt",
)
PIN = re.compile(r"([a-zA-Z0-9._-]+)(?:\[[a-z0-9,]+\])?==([a-zA-Z0-9.+!]+) \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def lines(lock: str) -> list[str]:
    return (ROOT / lock).read_text(encoding="utf-8").splitlines()


def pins(lock: str) -> dict[str, str]:
    return {found[1]: found[2] for line in lines(lock) if (found := PIN.fullmatch(line))}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_hashes_and_no_address(lock: str) -> None:
    assert pins(lock)
    for line in lines(lock):
        comment = not line or line.lstrip().startswith("#")
        assert comment or PIN.fullmatch(line) or HASH.fullmatch(line), line
        assert not re.search(r"://|(^|\s)/|index|find-links|trusted|@", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_every_version_has_its_hash(lock: str) -> None:
    for line, following in pairwise([*lines(lock), ""]):
        if PIN.fullmatch(line):
            assert HASH.fullmatch(following), line


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.txt", ()), ("requirements-dev.txt", ("dev",))]
)
def test_what_is_needed_is_locked(lock: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"]]
    for extra in extras:
        needed += project["optional-dependencies"][extra]
    names = {plain(re.split(r"[\[<>=~! ]", each)[0]) for each in needed}
    assert names - {plain(name) for name in pins(lock)} == set()


def test_what_runs_is_what_is_tested() -> None:
    tested = pins("requirements-dev.txt")
    runs = pins("requirements.txt")
    assert {name: tested.get(name) for name in runs} == runs


def test_the_peer_of_the_matrix_tests_is_locked_and_has_no_address() -> None:
    here = ROOT / "tests" / "element"
    lock = (here / "package-lock.json").read_text(encoding="utf-8")
    needed = json.loads((here / "package.json").read_text(encoding="utf-8"))["dependencies"]
    project, *packages = json.loads(lock)["packages"].items()
    assert project[1]["dependencies"] == needed
    assert {f"node_modules/{name}" for name in needed} <= {path for path, _ in packages}
    for path, package in packages:
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"]), path
    assert "://" not in lock
    assert "omit-lockfile-registry-resolved=true" in (here / ".npmrc").read_text(encoding="utf-8")
