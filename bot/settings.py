"""What the operator decides: one frozen object, read once from the environment or a `.env` file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot import forms

PREFIX = "kommune_"
DATA = Path("data")
MATRIX = ("matrix_homeserver", "matrix_user", "matrix_password")


class Unusable(Exception):
    """The settings cannot be used: its text is one sentence that says what to do."""


@dataclass(frozen=True)
class Setting:
    """How a setting is read, what it is for and what it takes."""

    read: Callable[[str], Any]
    what: str
    takes: str
    secret: bool


def setting(
    default: object, read: Callable[[str], Any], what: str, takes: str, *, secret: bool = False
) -> Any:
    """A field of the settings; a `secret` is never shown."""
    metadata = {"setting": Setting(read, what, takes, secret)}
    return field(default=default, repr=not secret, metadata=metadata)


@dataclass(frozen=True)
class Settings:
    """All settings, checked; shown or logged, no secret is in it."""

    database: str | None = setting(
        None,
        forms.database,
        "The database. Unset, it is SQLite, in `KOMMUNE_DATA`.",
        "an address such as sqlite:////data/kommune.db or "
        "postgresql://kommune:password@localhost/kommune",
        secret=True,
    )
    data: Path = setting(  # noqa: RUF009 it is a field
        DATA,
        forms.folder,
        "Where the key file and the backups are kept, and the database, unless another is named.",
        "a folder that the bot may write to",
    )
    language: str = setting(
        "de",
        forms.language,
        "The language of a new commune, until it chooses its own.",
        "one of {languages}",
    )
    timezone: str = setting(
        "Europe/Berlin",
        forms.zone,
        "The time zone of a new commune, until it chooses its own.",
        "a time zone such as Europe/Berlin",
    )
    open: bool = setting(
        True,
        forms.yes_or_no,
        "Whether the bot answers in a group that somebody unknown added it to.",
        "true or false",
    )
    emergency: str = setting(
        "112",
        forms.phone,
        "The number that neighbours are told to call when they are in danger.",
        "the number to call in an emergency, such as 112",
    )
    telegram_token: str | None = setting(
        None,
        forms.token,
        "The bot on Telegram. Unset, there is no Telegram.",
        "the token that @BotFather gave you, such as 123456:ABC-DEF",
        secret=True,
    )
    telegram_api: str = setting(
        "https://api.telegram.org",
        forms.web_address,
        "The Bot API server; another one only if you run it yourselves.",
        "the address of a Bot API server, such as https://api.telegram.org",
    )
    matrix_homeserver: str | None = setting(
        None,
        forms.web_address,
        "The bot's homeserver. Unset, there is no Matrix.",
        "the address of a homeserver, such as https://matrix.example.org",
    )
    matrix_user: str | None = setting(
        None,
        forms.word,
        "The bot's account there.",
        "the bot's Matrix id, such as @kommune:example.org",
    )
    matrix_password: str | None = setting(
        None,
        forms.word,
        "The password of that account.",
        "the password of the bot's Matrix account",
        secret=True,
    )
    health: str = setting(
        "127.0.0.1:8079",
        forms.listening,
        "Where `kommune health` asks whether the bot is well.",
        "an address such as 127.0.0.1:8079, or off",
    )
    log_level: str = setting(
        "info",
        forms.level,
        "How much is logged; what people say never is.",
        "one of debug, info, warning and error",
    )

    @classmethod
    def read(cls, env_file: Path | None = Path(".env")) -> Settings:
        """The settings as they stand now; raises Unusable."""
        try:
            given = _given(env_file)
        except (OSError, UnicodeDecodeError):
            raise Unusable(f"Make {env_file} a readable text file (UTF-8).") from None
        read = cls(**{name: _read(name, text) for name, text in given.items()})
        missing = [name for name in MATRIX if getattr(read, name) is None]
        if 0 < len(missing) < len(MATRIX):
            names = " and ".join(variable(name) for name in missing)
            raise Unusable(f"Matrix is set up by half: set {names} too.")
        return read

    @property
    def database_url(self) -> str:
        """The database for SQLAlchemy; holds its password."""
        return self.database or f"sqlite:///{self.data / 'kommune.db'}"

    @property
    def health_address(self) -> tuple[str, int] | None:
        """Host and port of the health page, or None when it is off."""
        if not self.health:
            return None
        host, _, port = self.health.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def platforms(self) -> tuple[str, ...]:
        """The networks that are set up; none of them means the demo."""
        found = {"telegram": self.telegram_token, "matrix": self.matrix_homeserver}
        return tuple(name for name, value in found.items() if value)


SETTINGS: Mapping[str, Setting] = {each.name: each.metadata["setting"] for each in fields(Settings)}


def variable(name: str) -> str:
    """The environment variable behind a setting."""
    return f"KOMMUNE_{name.upper()}"


def takes(name: str) -> str:
    """What a setting takes, in words."""
    return SETTINGS[name].takes.format(languages=", ".join(sorted(forms.languages())))


def _given(env_file: Path | None) -> dict[str, str]:
    """What is set, by the setting's name; empty is unset, but a health page is off."""
    sources: list[Mapping[str, str | None]] = [
        {file.name: file.read_text("utf-8") for file in secrets.iterdir() if _ours(file)}
        for secrets in _secret_folders()
    ]
    if env_file is not None:
        sources.append(dotenv_values(env_file, encoding="utf-8"))
    texts: dict[str, str] = {}
    for source in (*sources, os.environ):
        said = {name.lower(): (text or "").strip() for name, text in source.items()}
        given = {name: said[PREFIX + name] for name in SETTINGS if PREFIX + name in said}
        texts |= {name: text for name, text in given.items() if text or name == "health"}
    return texts


def _secret_folders() -> list[Path]:
    # Docker's secrets and systemd's credentials: files named like the variables.
    folders = [
        Path("/run/secrets"),
        Path(os.environ.get("CREDENTIALS_DIRECTORY") or "/nonexistent"),
    ]
    return [folder for folder in folders if folder.is_dir()]


def _ours(file: Path) -> bool:
    return file.name.lower().startswith(PREFIX) and file.is_file()


def _read(name: str, text: str) -> Any:
    try:
        return SETTINGS[name].read(text)
    except ValueError:
        now = "" if SETTINGS[name].secret else f", not {text!r}"
        raise Unusable(f"Set {variable(name)} to {takes(name)}{now}.") from None
