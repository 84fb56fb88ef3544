"""Buttons below a message."""

from __future__ import annotations

from telegram import Bot, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot.platforms import Key, Outgoing, Place

SHORT = 14
ACROSS = 3
KEYS = 100


def below(bot: Bot, place: Place, letter: Outgoing) -> InlineKeyboardMarkup | ForceReply | None:
    """What stands below a new message."""
    if letter.keys:
        return keyboard(bot, letter.keys)
    if letter.ask and not place.private:
        return ForceReply(selective=True)
    return None


def keyboard(bot: Bot, keys: tuple[Key, ...]) -> InlineKeyboardMarkup:
    """Buttons in rows: up to three short ones side by side, a long one alone."""
    rows: list[list[InlineKeyboardButton]] = []
    open_row = False
    for key in keys[:KEYS]:
        short = len(key.label) <= SHORT
        button = (
            InlineKeyboardButton(key.label, url=door(bot, key.door))
            if key.door
            else InlineKeyboardButton(key.label, callback_data=key.line)
        )
        if short and open_row and len(rows[-1]) < ACROSS:
            rows[-1].append(button)
        else:
            rows.append([button])
        open_row = short
    return InlineKeyboardMarkup(rows)


def door(bot: Bot, payload: str) -> str:
    """The address that opens the private chat."""
    return f"https://t.me/{bot.username}?start={payload}"
