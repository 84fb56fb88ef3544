"""What the server makes of parameters before it does anything with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.platforms.botapi.state import ApiError, Json
from tests.platforms.botapi.text import Unparsable, parse_html, units

NUMBERS = {"chat_id", "message_id", "user_id", "message_thread_id", "offset", "limit", "timeout"}
NESTED = {"reply_markup", "reply_parameters", "link_preview_options", "commands", "scope"} | {
    "allowed_updates",
    "disable_notification",
    "show_alert",
    "drop_pending_updates",
    "options",
    "is_anonymous",
    "allows_multiple_answers",
}


def values(sent: Mapping[str, Any]) -> Json:
    """Parameters as they were meant: over the wire nearly everything is a string."""
    known: Json = {}
    for name, value in sent.items():
        try:
            if not isinstance(value, str):
                known[name] = value
            elif name in NUMBERS:
                known[name] = int(value)
            else:
                known[name] = json.loads(value) if name in NESTED else value
        except ValueError:
            raise ApiError(400, f"Bad Request: can't parse {name}") from None
    return known


def parsed(text: str, mode: str, most: int, empty: str) -> tuple[str, list[Json]]:
    if mode not in {"", "HTML"}:
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    try:
        shown, entities = parse_html(text) if mode else (text, [])
    except Unparsable as fault:
        raise ApiError(400, f"Bad Request: can't parse entities: {fault}") from None
    if not shown.strip():
        raise ApiError(400, f"Bad Request: {empty}")
    if units(shown) > most:
        raise ApiError(400, "Bad Request: message is too long")
    return shown, entities


def keyboard(markup: Json | None) -> Json | None:
    if markup is None or "inline_keyboard" not in markup:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise ApiError(400, "Bad Request: reply markup is too long")
    for button in (button for row in rows for button in row):
        if not button.get("text", "").strip():
            raise ApiError(400, "Bad Request: text buttons are not allowed in the inline keyboard")
        if len(set(button) & {"url", "callback_data"}) != 1:
            raise ApiError(400, "Bad Request: inline button must have exactly one action")
        if len(button.get("callback_data", "x").encode()) not in range(1, 65):
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
        if not button.get("url", "https://").startswith(("https://", "http://", "tg://")):
            raise ApiError(400, "Bad Request: BUTTON_URL_INVALID")
    return {"inline_keyboard": rows} if rows else None
