"""A real homeserver for the tests: Synapse, from a virtual environment of its own."""

from __future__ import annotations

import base64
import fcntl
import hashlib
import hmac
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".synapse"
REQUIREMENTS = Path(__file__).with_name("synapse-requirements.txt")
SERVER_NAME = "lab.test"
FREE = {"per_second": 100_000, "burst_count": 100_000}
LIMITS: Mapping[str, Any] = {
    "rc_message": FREE,
    "rc_registration": FREE,
    "rc_login": {"address": FREE, "account": FREE, "failed_attempts": FREE},
    "rc_joins": {"local": FREE, "remote": FREE},
    "rc_joins_per_room": FREE,
    "rc_invites": {"per_room": FREE, "per_user": FREE, "per_issuer": FREE},
    "rc_room_creation": FREE,
}
LOGGING = {
    "version": 1,
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "synapse.log"}},
    "root": {"level": "WARNING", "handlers": ["file"]},
}


class Synapse:
    """One homeserver on a free loopback port, gone with its data when the `with` ends."""

    def __init__(self, **config: Any) -> None:
        """`config` overrides the homeserver's settings, such as `rc_message`."""
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = Path(tempfile.mkdtemp(prefix="synapse-"))
        self._config = config
        self._secret = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        install()
        self._write_config()
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        shutil.rmtree(self.data, ignore_errors=True)

    def start(self) -> None:
        """Run the homeserver, on the data it had, until it answers."""
        with (self.data / "stdout.log").open("ab") as out:
            self._process = subprocess.Popen(
                [VENV / "bin/python", "-m", "synapse.app.homeserver", "-c", "homeserver.json"],
                cwd=self.data,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + 60
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.data / "stdout.log").read_text()[-4000:])
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it answer nothing any more, and not say so; `kill` ends that."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGSTOP)

    def register(self, name: str, password: str, admin: bool = False) -> dict[str, str]:
        """Make an account; the answer holds `user_id`, `access_token` and `device_id`."""
        path = "/_synapse/admin/v1/register"
        nonce = self.call("GET", path)["nonce"]
        said = "\0".join([nonce, name, password, "admin" if admin else "notadmin"])
        mac = hmac.new(self._secret.encode(), said.encode(), hashlib.sha1).hexdigest()
        account = {"username": name, "password": password, "admin": admin}
        answer: dict[str, str] = self.call("POST", path, {**account, "nonce": nonce, "mac": mac})
        return answer

    def lift_limits(self, user: str) -> None:
        """Let this account send as much as it likes, as an operator does for a bot."""
        admin = self.register(f"admin-{secrets.token_hex(4)}", "secret", admin=True)
        path = f"/_synapse/admin/v1/users/{user}/override_ratelimit"
        none = {"messages_per_second": 0, "burst_count": 0}
        self.call("POST", path, none, token=admin["access_token"])

    def call(self, method: str, path: str, body: Any = None, token: str = "") -> Any:
        """One request to the homeserver, waiting for its answer."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return json.load(answer)

    def _answers(self) -> bool:
        try:
            self.call("GET", "/_matrix/client/versions")
        except (urllib.error.URLError, OSError):
            return False
        return True

    def _write_config(self) -> None:
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.data / "signing.key").write_text(f"ed25519 a_test {seed}\n")
        (self.data / "logging.json").write_text(json.dumps(LOGGING))
        config = {
            "server_name": SERVER_NAME,
            "public_baseurl": self.url,
            "listeners": [listener(self.port, "client", tls=False)],
            "database": {"name": "sqlite3", "args": {"database": "homeserver.db"}},
            "log_config": "logging.json",
            "media_store_path": "media",
            "signing_key_path": "signing.key",
            "pid_file": "synapse.pid",
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": secrets.token_hex(16),
            "form_secret": secrets.token_hex(16),
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "federation_domain_whitelist": [],
            "report_stats": False,
            "presence": {"enabled": False},
            "bcrypt_rounds": 4,
            **LIMITS,
            **self._config,
        }
        (self.data / "homeserver.json").write_text(json.dumps(config))


def listener(port: int, resource: str, tls: bool) -> dict[str, Any]:
    """How the homeserver is told to answer on a port of loopback."""
    return {
        "port": port,
        "bind_addresses": ["127.0.0.1"],
        "tls": tls,
        "type": "http",
        "resources": [{"names": [resource], "compress": False}],
    }


def install() -> None:
    """Make sure that Synapse is there, in the locked versions; once for all test processes."""
    with (Path(tempfile.gettempdir()) / "kommune-synapse.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (VENV / "bin/synapse_homeserver").exists():
            return
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        pip: list[Path | str] = [VENV / "bin/pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*pip, "-r", REQUIREMENTS], check=True)


def free_port() -> int:
    """A port on loopback that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def synapse() -> Iterator[Synapse]:
    """A running homeserver without limits, one for each worker."""
    with Synapse() as server:
        yield server
