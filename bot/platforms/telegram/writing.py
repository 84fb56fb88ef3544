"""Letters written as calls of the Bot API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram import (
    Bot,
    InputFile,
    InputPollOption,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot import markup
from bot.markup import Markup
from bot.platforms import Kind, Lost, Outgoing, Place, Poll
from bot.platforms.telegram.keyboards import below, door, keyboard
from bot.platforms.telegram.reading import reference

TEXT = 4096
CAPTION = 1024
PHOTO = 10_000_000
EDGES = 2560
"""Both together, in pixels: beyond that the words in a photo are hard to read."""
SLIM = 20
TOAST = 200
ALERT = 60
"""A toast longer than this is gone before it is read: it waits for a tap instead."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ERASED = "·"
CUT = "\n…"


async def write(bot: Bot, place: Place, letter: Outgoing, said: list[str]) -> str:
    """Say, edit or do it; the message's reference, or "" where there is none.

    `said`: what stands already of several messages, and what comes to stand.
    """
    if letter.poll is not None:
        return await _poll(bot, place, letter, letter.poll)
    match letter.kind:
        case Kind.MESSAGE:
            return await _message(bot, place, letter, said)
        case Kind.EDIT:
            return await _edit(bot, place, letter)
        case Kind.TOAST:
            return await _toast(bot, letter)
        case Kind.FILE:
            return await _file(bot, place, letter, said)
        case Kind.DEED:
            return await _deed(bot, place, letter)


async def _message(bot: Bot, place: Place, letter: Outgoing, said: list[str]) -> str:
    parts = [_cut(letter.text)] if letter.card else markup.split(letter.text, TEXT)
    for number in range(len(said), len(parts)):
        last = number == len(parts) - 1
        message = await bot.send_message(
            chat_id=int(place.chat),
            text=markup.telegram(parts[number]),
            parse_mode=ParseMode.HTML,
            message_thread_id=_thread(place),
            reply_parameters=_reply(place, letter) if number == 0 else None,
            reply_markup=below(bot, place, letter) if last else None,
            link_preview_options=NO_PREVIEW,
            disable_notification=letter.silent or None,
        )
        said.append(reference(message.chat_id, message.message_id))
    return said[-1] if said else ""


def _cut(text: Markup) -> Markup:
    """One message stays one message: what is beyond its length is cut."""
    parts = markup.split(text, TEXT - len(CUT))
    return (*parts[0], CUT) if len(parts) > 1 else text


async def _poll(bot: Bot, place: Place, letter: Outgoing, poll: Poll) -> str:
    if letter.kind is Kind.EDIT:
        if poll.closed:
            await bot.stop_poll(*_here(place, letter.ref))
        return letter.ref
    if poll.closed:
        return ""  # It ended before it could be put.
    try:
        message = await bot.send_poll(
            chat_id=int(place.chat),
            question=poll.question,
            options=[InputPollOption(answer) for answer in poll.answers],
            is_anonymous=False,
            allows_multiple_answers=poll.most > 1,
            message_thread_id=_thread(place),
            disable_notification=letter.silent or None,
        )
    except BadRequest as error:
        if "poll" not in error.message.lower():
            raise
        return await _message(bot, place, letter, [])  # A group may allow no polls.
    name = message.poll.id if message.poll is not None else ""
    return f"{reference(message.chat_id, message.message_id)} {name}"


async def _edit(bot: Bot, place: Place, letter: Outgoing) -> str:
    chat, message = _here(place, letter.ref)
    await bot.edit_message_text(
        text=markup.telegram(_cut(letter.text)),
        chat_id=chat,
        message_id=message,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(bot, letter.keys) if letter.keys else None,
        link_preview_options=NO_PREVIEW,
    )
    return letter.ref


async def _toast(bot: Bot, letter: Outgoing) -> str:
    # Telegram counts in UTF-16, two bytes each.
    whole = markup.plain(letter.text).encode("utf-16-le")
    text = whole[: 2 * TOAST].decode("utf-16-le", "ignore")
    await bot.answer_callback_query(
        letter.press,
        text=text or None,
        show_alert=(len(text) > ALERT) or None,
        url=door(bot, letter.door) if letter.door else None,
    )
    return ""


async def _file(bot: Bot, place: Place, letter: Outgoing, said: list[str]) -> str:
    parts = markup.split(letter.text, CAPTION) if letter.text else []
    if not said:
        said.append(await _document(bot, place, letter, parts))
    below = replace(letter, keys=(), ask=False, reply_to="", card=True)
    for number in range(len(said), len(parts)):
        said.append(await _message(bot, place, replace(below, text=parts[number]), []))
    return said[0]


async def _document(bot: Bot, place: Place, letter: Outgoing, parts: Sequence[Markup]) -> str:
    file = InputFile(letter.file, filename=letter.file_name)
    shown: dict[str, Any] = {
        "chat_id": int(place.chat),
        "caption": markup.telegram(parts[0]) if parts else None,
        "parse_mode": ParseMode.HTML,
        "message_thread_id": _thread(place),
        "reply_parameters": _reply(place, letter),
        "reply_markup": below(bot, place, letter),
        "disable_notification": letter.silent or None,
    }
    if _is_photo(letter):
        message = await bot.send_photo(photo=file, **shown)
    else:
        message = await bot.send_document(document=file, **shown)
    return reference(message.chat_id, message.message_id)


def _is_photo(letter: Outgoing) -> bool:
    """What Telegram shows as a photo; it makes those smaller that are large."""
    if letter.picture is None or len(letter.file) > PHOTO:
        return False
    return sum(letter.picture) <= EDGES and max(letter.picture) <= SLIM * min(letter.picture)


async def _deed(bot: Bot, place: Place, letter: Outgoing) -> str:
    if letter.deed == "leave":
        await bot.leave_chat(int(place.chat))
        return ""
    try:
        chat, message = _here(place, letter.ref)
    except Lost:
        return ""
    if letter.deed == "pin":
        await bot.pin_chat_message(chat, message, disable_notification=True)
    elif letter.deed == "redact":
        try:
            await bot.delete_message(chat, message)
        except BadRequest as error:
            if "not found" in error.message.lower():
                return ""
            # Bots delete their messages for 48 hours only: after that the words are edited out.
            await _erase(bot, chat, message)
    return ""


async def _erase(bot: Bot, chat: int, message: int) -> None:
    try:
        await bot.edit_message_text(ERASED, chat_id=chat, message_id=message)
    except BadRequest as error:
        if "no text" not in error.message.lower():
            raise
        await bot.edit_message_caption(chat, message, caption=ERASED)


def _thread(place: Place) -> int | None:
    return int(place.topic) if place.topic else None


def _reply(place: Place, letter: Outgoing) -> ReplyParameters | None:
    if not letter.reply_to.startswith(f"{place.chat}:"):
        return None
    return ReplyParameters(_message_of(letter.reply_to)[1], allow_sending_without_reply=True)


def _here(place: Place, ref: str) -> tuple[int, int]:
    """The message meant; raises Lost where it stayed behind when the group got another id."""
    chat, message = _message_of(ref)
    if chat != int(place.chat):
        raise Lost
    return chat, message


def _message_of(ref: str) -> tuple[int, int]:
    chat, _, message = ref.partition(":")
    try:
        return int(chat), int(message)
    except ValueError:
        raise Lost from None
