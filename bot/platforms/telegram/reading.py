"""What Telegram tells, read as utterances and events; what is not for the bot is dropped here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from telegram import (
    Bot,
    Chat,
    ChatMember,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    Update,
    User,
)

from bot.platforms import Event, Place, Speaker, Utterance

NOBODY = {1087968824, 136817688, 777000}
"""Anonymous admins, channels and Telegram itself: accounts behind which there is no one person."""

GROUPS = {Chat.GROUP, Chat.SUPERGROUP}
ABSENT = {ChatMember.LEFT, ChatMember.BANNED}
COMMAND = re.compile(r"/\w")
ADDRESSED = re.compile(r"/(\w+)@(\w+)")


def read(raw: dict[str, Any], bot: Bot, me: User) -> list[Utterance | Event]:
    """The lines of one raw update, in order; none when it is not meant for the bot."""
    if raw.get("callback_query") is not None:
        return list(_press(raw["update_id"], raw["callback_query"]))
    if raw.get("poll_answer") is not None:
        return list(_answer(raw["update_id"], raw["poll_answer"]))
    update = Update.de_json(raw, bot)
    if update.my_chat_member is not None:
        return list(_own_membership(update, update.my_chat_member))
    if update.chat_member is not None:
        return list(_membership(update, update.chat_member))
    message = update.message
    if message is None or message.chat.type not in {Chat.PRIVATE, *GROUPS}:
        return []
    return [*_service(update, message), *_spoken(update, message, me)]


def reference(chat: int, message: int) -> str:
    """A message's reference, unique across chats."""
    return f"{_number(chat)}:{_number(message)}"


def present(member: ChatMember) -> bool:
    """Whether this membership means being in the chat."""
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False))
    return member.status not in ABSENT


def _press(number: int, query: dict[str, Any]) -> Iterator[Utterance]:
    # Presses come by the thousand, and each carries the whole message: only its place is read.
    person, message = User.de_json(query["from"]), query.get("message")
    # An anonymous admin's press carries the person. It reads like any member's press, and since
    # nothing was heard from the anonymous account, nothing links the two.
    if message is None or query.get("data") is None or not _somebody(person):
        return
    chat = Chat.de_json(message["chat"])
    if chat.type not in {Chat.PRIVATE, *GROUPS}:
        return
    topic = _topic(message.get("is_topic_message"), message.get("message_thread_id"))
    yield Utterance(
        ref=f"u{number}",
        place=_place(chat, topic),
        speaker=speaker(person),
        text=_clean(query["data"]),
        message=reference(chat.id, message["message_id"]),
        pressed=True,
        press=_clean(query["id"]),
    )


def _answer(number: int, answer: dict[str, Any]) -> Iterator[Utterance]:
    # Who answers as a chat is no one person.
    person = User.de_json(answer["user"]) if answer.get("user") is not None else None
    if person is None or answer.get("voter_chat") is not None or not _somebody(person):
        return
    yield Utterance(
        ref=f"u{number}",
        place=Place("telegram", ""),
        speaker=speaker(person),
        poll=_clean(answer["poll_id"]),
        chosen=tuple(int(_number(option)) + 1 for option in answer["option_ids"]),
    )


def _own_membership(update: Update, change: ChatMemberUpdated) -> Iterator[Event]:
    was, now = present(change.old_chat_member), present(change.new_chat_member)
    about = speaker(change.from_user) if _somebody(change.from_user) else None
    ref, place = f"u{update.update_id}", _place(change.chat)
    if change.chat.type == Chat.PRIVATE:
        yield Event(ref, place, "opened" if now else "blocked", about)
    elif change.chat.type in GROUPS and was != now:
        yield Event(ref, place, "added" if now else "removed", about)


def _membership(update: Update, change: ChatMemberUpdated) -> Iterator[Event]:
    was, now = present(change.old_chat_member), present(change.new_chat_member)
    person = change.new_chat_member.user
    if change.chat.type in GROUPS and was != now and _somebody(person):
        ref, place = f"u{update.update_id}", _place(change.chat)
        yield Event(ref, place, "joined" if now else "left", speaker(person))


def _service(update: Update, message: Message) -> Iterator[Event]:
    if message.chat.type not in GROUPS:
        return
    ref, place = f"u{update.update_id}", _place(message.chat)
    for number, person in enumerate(message.new_chat_members or ()):
        if _somebody(person):
            yield Event(f"{ref}.{number}", place, "joined", speaker(person))
    if message.left_chat_member is not None and _somebody(message.left_chat_member):
        yield Event(ref, place, "left", speaker(message.left_chat_member))
    if message.migrate_to_chat_id is not None:
        yield Event(ref, place, "moved", detail=_number(message.migrate_to_chat_id))
    if message.new_chat_title is not None:
        yield Event(ref, place, "titled", detail=_clean(message.new_chat_title))


def _spoken(update: Update, message: Message, me: User) -> Iterator[Utterance]:
    person = message.from_user
    if person is None or message.sender_chat is not None or not _somebody(person):
        return
    replied = _replied(message)
    answers_me = replied is not None and replied.from_user is not None and replied.from_user == me
    text = _meant(message, me, answers_me)
    if text is None:
        return
    yield Utterance(
        ref=f"u{update.update_id}",
        place=_place(message.chat, _topic(message.is_topic_message, message.message_thread_id)),
        speaker=speaker(person),
        text=text,
        message=reference(message.chat.id, message.message_id),
        reply_to=reference(message.chat.id, replied.message_id) if replied else "",
        quoted=_clean(replied.text or replied.caption or "") if replied and not answers_me else "",
        mentions=_mentions(message, me),
        said_at=message.date,
    )


def _meant(message: Message, me: User, answers_me: bool) -> str | None:
    """The text as far as it is meant for the bot, or None."""
    text = _clean(message.text or message.caption or "")
    private = message.chat.type == Chat.PRIVATE
    if not text or (message.forward_origin is not None and text.startswith("/")):
        return None  # Passing on what somebody said is not saying it.
    spoken_to = re.compile(rf"@{re.escape(me.username or '')}(?!\w)", re.IGNORECASE)
    if not private and not COMMAND.match(text):
        called = spoken_to.search(text)
        if called:
            text = f"{text[: called.start()].rstrip()} {text[called.end() :].lstrip()}".strip()
        elif not answers_me:
            return None
    command = ADDRESSED.match(text)
    if command is None:
        return text
    if command[2].lower() != (me.username or "").lower():
        return None
    return f"/{command[1]}{text[command.end() :]}"


def _replied(message: Message) -> Message | None:
    # Within a topic, everything "replies" to the message that opened the topic.
    replied = message.reply_to_message
    if not isinstance(replied, Message) or replied.forum_topic_created is not None:
        return None
    return replied


def _mentions(message: Message, me: User) -> dict[str, Speaker]:
    wanted: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    of_text = message.parse_entities if message.text else message.parse_caption_entities
    found: dict[str, Speaker] = {}
    for entity, said in of_text(wanted).items():
        shown = _clean(said)
        if entity.user is not None:
            if _somebody(entity.user):
                found[shown] = speaker(entity.user)
        elif shown.lower() != f"@{me.username}".lower():
            found[shown] = Speaker(account="", name="", username=shown.removeprefix("@"))
    return found


def speaker(user: User) -> Speaker:
    """A person as Telegram knows them."""
    return Speaker(
        account=_number(user.id),
        name=_clean(user.full_name),
        username=_clean(user.username or ""),
        language=_clean(user.language_code or ""),
    )


def _somebody(user: User) -> bool:
    return not user.is_bot and user.id not in NOBODY


def _topic(within: bool | None, thread: int | None) -> str:
    return _number(thread) if within and thread is not None else ""


def _place(chat: Chat, topic: str = "") -> Place:
    private = chat.type == Chat.PRIVATE
    title = "" if private else _clean(chat.title or "")
    return Place("telegram", _number(chat.id), topic=topic, private=private, title=title)


def _number(value: int) -> str:
    # The library does not look whether it is one; what is none fails here, and not in the house.
    return f"{value:d}"


def _clean(text: str) -> str:
    # Half surrogate pairs and NUL are characters that no database takes.
    return text.encode("utf-8", "replace").decode().replace("\0", "")
