"""What Telegram's errors mean to the house."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.platforms import Gone, Lost, Moved, Shut, TryLater
from bot.platforms.telegram.network import Unreached

NOBODY_THERE = (
    "chat not found",
    "chat_restricted",
    "chat_write_forbidden",
    "group chat was deactivated",
    "have no rights to send a message",
    "have no write access to the chat",
    "not enough rights to send",
    "peer_id_invalid",
    "user not found",
    "user is deactivated",
    "user_is_blocked",
)
NO_SUCH_TOPIC = (
    "message thread not found",
    "topic_closed",
    "topic_deleted",
)
NOT_TO_EDIT = (
    "message can't be edited",
    "message to edit not found",
    "message_id_invalid",
    "there is no text in the message to edit",
)
FINE = (
    "message is not modified",
    "message to delete not found",
    "poll has already been closed",
    "poll to stop not found",
    "query is too old",
)


def meaning(error: TelegramError) -> Exception | None:
    """The contract's word for it; None for a refusal that trying again cannot mend."""
    match error:
        case RetryAfter():
            wait = error.retry_after
            return TryLater(wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Gone()
        case BadRequest():
            return _refusal(error.message.lower())
        case InvalidToken():
            return TryLater(30)
        case _:
            # It may have arrived: then it is said twice, which is better than never.
            return TryLater(5, failed=not isinstance(error, Unreached))


def _refusal(reason: str) -> Exception | None:
    if any(sign in reason for sign in NOBODY_THERE):
        return Gone()
    if any(sign in reason for sign in NO_SUCH_TOPIC):
        return Shut()
    if any(sign in reason for sign in NOT_TO_EDIT):
        return Lost()
    return None


def harmless(error: TelegramError) -> bool:
    """Whether what was wanted is the case anyway, or is too late to matter."""
    return isinstance(error, BadRequest) and any(sign in error.message.lower() for sign in FINE)
