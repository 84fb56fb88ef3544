"""What the operator decides: one frozen object, read once from the environment or a `.env` file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

LOCALES = Path(__file__).parent.parent / "locales"

FORMS = {
    "database": "an address such as sqlite:////data/kommune.db or "
    "postgresql://kommune:password@localhost/kommune",
    "data": "a folder that the bot may write to",
    "timezone": "a time zone such as Europe/Berlin",
    "open": "true or false",
    "emergency": "the number to call in an emergency, such as 112",
    "telegram_token": "the token that @BotFather gave you, such as 123456:ABC-DEF",
    "telegram_api": "the address of a Bot API server, such as https://api.telegram.org",
    "matrix_homeserver": "the address of a homeserver, such as https://matrix.example.org",
    "matrix_user": "the bot's Matrix id, such as @kommune:example.org",
    "matrix_password": "the password of the bot's Matrix account",
    "health": "an address such as 127.0.0.1:8079, or off",
    "log_level": "one of debug, info, warning and error",
}
SECRETS = frozenset({"database", "telegram_token", "matrix_password"})


class Unusable(Exception):
    """The settings cannot be used: its text is one sentence that says what to do."""


class Settings(BaseSettings):
    """All settings, checked; shown or logged, no secret is in it."""

    model_config = SettingsConfigDict(
        env_prefix="KOMMUNE_",
        env_file_encoding="utf-8",
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
    )

    database: SecretStr | None = None
    """The database. Unset, it is SQLite, in `KOMMUNE_DATA`."""
    data: Path = Path("data")
    """Where the key file and the backups are kept, and the database, unless another is named."""
    language: str = "de"
    """The language of a new commune, until it chooses its own."""
    timezone: str = "Europe/Berlin"
    """The time zone of a new commune, until it chooses its own."""
    open: bool = True
    """Whether the bot answers in a group that somebody unknown added it to."""
    emergency: str = Field("112", pattern=r"^[0-9+ ]{2,20}$")
    """The number that neighbours are told to call when they are in danger."""
    telegram_token: SecretStr | None = None
    """The bot on Telegram. Unset, there is no Telegram."""
    telegram_api: str = "https://api.telegram.org"
    """The Bot API server; another one only if you run it yourselves."""
    matrix_homeserver: str | None = None
    """The bot's homeserver. Unset, there is no Matrix."""
    matrix_user: str | None = None
    """The bot's account there."""
    matrix_password: SecretStr | None = None
    """The password of that account."""
    health: str = "127.0.0.1:8079"
    """Where `kommune health` asks whether the bot is well."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is logged; what people say never is."""

    @classmethod
    def read(cls, env_file: Path | None = Path(".env")) -> Settings:
        """The settings as they stand now; raises Unusable."""
        try:
            return cls(_env_file=env_file, _secrets_dir=_secret_folders())
        except ValidationError as error:
            raise Unusable(_sentence(error)) from None
        except (OSError, UnicodeDecodeError):
            raise Unusable(f"Make {env_file} a readable text file (UTF-8).") from None

    @property
    def database_url(self) -> str:
        """The database for SQLAlchemy; holds its password."""
        if self.database is None:
            return f"sqlite:///{self.data / 'kommune.db'}"
        return self.database.get_secret_value()

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

    @model_validator(mode="before")
    @classmethod
    def _empty_is_unset(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {
            name: value.strip() if isinstance(value, str) else value
            for name, value in values.items()
            if name == "health" or not (isinstance(value, str) and not value.strip())
        }

    @field_validator("database")
    @classmethod
    def _known_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        try:
            url = make_url(value.get_secret_value())
        except (ArgumentError, ValueError):
            raise ValueError("no address") from None
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        if url.drivername not in ("sqlite", "postgresql+psycopg"):
            raise ValueError("unknown kind")
        return SecretStr(url.render_as_string(hide_password=False))

    @field_validator("data")
    @classmethod
    def _folder(cls, value: Path) -> Path:
        there = next(path for path in (value, *value.absolute().parents) if path.exists())
        if not there.is_dir() or not os.access(there, os.W_OK):
            raise ValueError("no folder")
        return value

    @field_validator("language")
    @classmethod
    def _spoken(cls, value: str) -> str:
        if value not in languages():
            raise ValueError("not spoken")
        return value

    @field_validator("timezone")
    @classmethod
    def _on_the_map(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("no such zone") from None
        return value

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        number, colon, rest = value.get_secret_value().partition(":") if value else ("1", ":", "a")
        if not (number.isdecimal() and colon and rest.isascii() and rest.isprintable()):
            raise ValueError("no token")
        return value

    @field_validator("telegram_api", "matrix_homeserver")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        scheme, found, host = value.rstrip("/").partition("://")
        if scheme not in ("http", "https") or not found or not host or " " in host:
            raise ValueError("no address")
        return value.rstrip("/")

    @field_validator("health")
    @classmethod
    def _listening(cls, value: str) -> str:
        if value in ("", "off"):
            return ""
        host, _, port = value.rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65535:
            raise ValueError("no host and port")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _whole_matrix(self) -> Settings:
        names = ("matrix_homeserver", "matrix_user", "matrix_password")
        missing = [name for name in names if getattr(self, name) is None]
        if missing and len(missing) < len(names):
            raise ValueError(" and ".join(variable(name) for name in missing))
        return self


def languages() -> frozenset[str]:
    """The languages the bot speaks: one folder of `locales` each."""
    return frozenset(path.parent.name for path in LOCALES.glob("*/*.ftl"))


def forms() -> dict[str, str]:
    """What each setting takes, in words."""
    return FORMS | {"language": f"one of {', '.join(sorted(languages()))}"}


def variable(name: str) -> str:
    """The environment variable behind a setting."""
    return f"KOMMUNE_{name.upper()}"


def _secret_folders() -> list[Path]:
    # Docker's secrets and systemd's credentials: files named like the variables.
    folders = [
        Path("/run/secrets"),
        Path(os.environ.get("CREDENTIALS_DIRECTORY") or "/nonexistent"),
    ]
    return [folder for folder in folders if folder.is_dir()]


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    if not first["loc"]:
        missing = first["msg"].removeprefix("Value error, ")
        return f"Matrix is set up by half: set {missing} too."
    # The variable's own name stands in `loc` when its value came from the environment.
    name = str(first["loc"][0]).lower().removeprefix("kommune_")
    now = "" if name in SECRETS else f", not {str(first['input'])!r}"
    return f"Set {variable(name)} to {forms()[name]}{now}."
