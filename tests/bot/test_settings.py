import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from bot.forms import languages
from bot.settings import SETTINGS, Settings, Unusable, takes, variable

MATRIX = {
    "KOMMUNE_MATRIX_HOMESERVER": "https://matrix.example.org/",
    "KOMMUNE_MATRIX_USER": "@kommune:example.org",
    "KOMMUNE_MATRIX_PASSWORD": "open-sesame",
}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("KOMMUNE_") or name == "CREDENTIALS_DIRECTORY":
            monkeypatch.delenv(name)


def read(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return Settings.read(env_file=None)


def test_nothing_set_is_a_working_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert settings.database_url == "sqlite:///data/kommune.db"
    assert (settings.language, settings.timezone, settings.emergency) == (
        "de",
        "Europe/Berlin",
        "112",
    )
    assert settings.open
    assert settings.platforms == ()
    assert settings.health_address == ("127.0.0.1", 8079)
    with pytest.raises(FrozenInstanceError):
        settings.open = False  # type: ignore[misc]


def test_all_of_it_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(
        monkeypatch,
        KOMMUNE_TELEGRAM_TOKEN="123:abc-DEF",
        KOMMUNE_TELEGRAM_API="http://127.0.0.1:8081/",
        KOMMUNE_OPEN="false",
        KOMMUNE_HEALTH="[::1]:80",
        KOMMUNE_LANGUAGE="en",
        KOMMUNE_LOG_LEVEL="DEBUG",
        **MATRIX,
    )
    assert settings.platforms == ("telegram", "matrix")
    assert settings.telegram_api == "http://127.0.0.1:8081"
    assert settings.matrix_homeserver == "https://matrix.example.org"
    assert settings.telegram_token == "123:abc-DEF"
    assert not settings.open
    assert settings.health_address == ("::1", 80)
    assert (settings.language, settings.log_level) == ("en", "debug")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("postgres://me:s%40fe@db/kommune", "postgresql+psycopg://me:s%40fe@db/kommune"),
        ("postgresql://me@/k?host=/run/pg", "postgresql+psycopg://me@/k?host=%2Frun%2Fpg"),
        ("postgresql+psycopg://db/kommune", "postgresql+psycopg://db/kommune"),
        ("sqlite:////srv/kommune.db", "sqlite:////srv/kommune.db"),
        ("", "sqlite:///data/kommune.db"),
    ],
)
def test_database_url(monkeypatch: pytest.MonkeyPatch, given: str, meant: str) -> None:
    assert read(monkeypatch, KOMMUNE_DATABASE=given).database_url == meant


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE", "mysql://root:s3cret@db/kommune"),
        ("DATABASE", "s3cret"),
        ("LANGUAGE", "tlh"),
        ("LANGUAGE", ".."),
        ("TIMEZONE", "Mars/Base"),
        ("TIMEZONE", "../../etc/passwd"),
        ("OPEN", "perhaps"),
        ("EMERGENCY", "the fire brigade"),
        ("TELEGRAM_TOKEN", "s3cret"),
        ("TELEGRAM_TOKEN", "123:s3cret\u200b"),
        ("TELEGRAM_API", "api.telegram.org"),
        ("MATRIX_HOMESERVER", "ftp://example.org"),
        ("HEALTH", "8079"),
        ("HEALTH", "localhost:99999"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(Unusable) as told:
        read(monkeypatch, **{f"KOMMUNE_{name}": value})
    sentence = str(told.value)
    assert sentence.startswith(f"Set KOMMUNE_{name} to ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "s3cret" not in sentence
    assert told.value.__cause__ is None


@pytest.mark.parametrize("missing", sorted(MATRIX))
def test_half_a_matrix_names_what_is_missing(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    half = {name: value for name, value in MATRIX.items() if name != missing}
    with pytest.raises(Unusable) as told:
        read(monkeypatch, **half)
    assert str(told.value) == f"Matrix is set up by half: set {missing} too."


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(
        monkeypatch,
        KOMMUNE_DATABASE="postgresql://me:s3cret@db/kommune",
        KOMMUNE_TELEGRAM_TOKEN="123:s3cret",
        **MATRIX | {"KOMMUNE_MATRIX_PASSWORD": "s3cret"},
    )
    for shown in (repr(settings), f"{settings}"):
        assert "s3cret" not in shown


def test_a_file_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text("KOMMUNE_LANGUAGE=en\nKOMMUNE_EMERGENCY=110\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("KOMMUNE_EMERGENCY", "113")
    settings = Settings.read(env_file=file)
    assert (settings.language, settings.emergency) == ("en", "113")


def test_what_is_left_empty_hides_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The example copied as it is does not take away a secret that is set elsewhere."""
    (tmp_path / "kommune_telegram_token").write_text("123:abc\n", encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    file = tmp_path / ".env"
    file.write_text("KOMMUNE_TELEGRAM_TOKEN=\nKOMMUNE_EMERGENCY=110\n", encoding="utf-8")
    monkeypatch.setenv("KOMMUNE_EMERGENCY", "")
    settings = Settings.read(env_file=file)
    assert (settings.platforms, settings.emergency) == (("telegram",), "110")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes("KOMMUNE_DATA=Größe".encode("latin-1"))
    with pytest.raises(Unusable, match="readable text file"):
        Settings.read(env_file=file)


def test_secrets_from_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kommune_telegram_token").write_text("123:abc\n", encoding="utf-8")
    settings = read(monkeypatch, CREDENTIALS_DIRECTORY=str(tmp_path))
    assert settings.platforms == ("telegram",)


@pytest.mark.parametrize("word", ["", "off"])
def test_health_can_be_off(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    assert read(monkeypatch, KOMMUNE_HEALTH=word).health_address is None


def test_the_example_names_every_setting_and_changes_nothing() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    text = example.read_text(encoding="utf-8")
    for name in SETTINGS:
        assert f"{variable(name)}=" in text
    assert Settings.read(env_file=example) == Settings.read(env_file=None)


def test_every_setting_says_what_it_takes() -> None:
    for name, setting in SETTINGS.items():
        assert setting.what.endswith(".")
        assert takes(name)
    assert takes("language") == "one of de, en"
    assert {"de", "en"} <= languages()
