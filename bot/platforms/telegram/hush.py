"""Keeps the token, and what people said, out of the logs of the libraries."""

from __future__ import annotations

import logging
import os

LIBRARIES = ("aiohttp.client", "telegram", "telegram.Bot")


class Hush(logging.Filter):
    """Writes a token as `<token>`, wherever in a record it stands."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the token."""
        said = record.getMessage()
        if self._token in said:
            record.msg, record.args = said.replace(self._token, "<token>"), ()
        return True


def hush(token: str) -> Hush:
    """Raise the libraries' loggers to WARNING, and redact the token should they be lowered."""
    # python-telegram-bot writes its URLs, and all texts, at DEBUG.
    # A filter of a logger does not see its children's records, hence the list.
    cover = Hush(token)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger(name).addFilter(cover)
    # Else python-telegram-bot warns, once for every RetryAfter, of a type that will change.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    return cover


def speak_again(cover: Hush) -> None:
    """Take the redaction back, when the adapter is closed."""
    for name in LIBRARIES:
        logging.getLogger(name).removeFilter(cover)
