"""The methods of the Bot API that the bot calls, refusing what the real server refuses."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.platforms.botapi.checks import keyboard, parsed
from tests.platforms.botapi.polls import Polls
from tests.platforms.botapi.state import GROUPS, ApiError, Chat, Json, member_json
from tests.platforms.botapi.text import units

TWO_DAYS = 48 * 3600
TEN_MEGABYTES = 10 * 1024 * 1024


class Methods(Polls):
    """One coroutine-free method of this class for each method of the API, named alike."""

    def method(self, name: str) -> Callable[..., Any] | None:
        found = getattr(self, f"api_{name}", None)
        return found if callable(found) else None

    def api_getMe(self) -> Json:
        rights = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
        return self.bot.json() | dict.fromkeys(rights, False)

    def api_deleteWebhook(self, drop_pending_updates: bool = False) -> bool:
        self.webhook = ""
        if drop_pending_updates:
            self.queue.clear()
        return True

    def api_sendMessage(
        self,
        chat_id: int,
        text: str,
        parse_mode: str = "",
        reply_markup: Json | None = None,
        **p: Any,
    ) -> Json:
        chat = self._open(chat_id)
        shown, entities = parsed(text, parse_mode, 4096, "message text is empty")
        self._spend(chat)
        return self._write(chat, reply_markup, p, text=shown, entities=entities or None)

    def api_sendDocument(
        self,
        chat_id: int,
        document: bytes,
        caption: str = "",
        parse_mode: str = "",
        reply_markup: Json | None = None,
        **p: Any,
    ) -> Json:
        sent = self._file() | {"file_size": len(document)}
        return self._captioned(
            self._open(chat_id), caption, parse_mode, reply_markup, p, document=sent
        )

    def api_sendPhoto(
        self,
        chat_id: int,
        photo: bytes,
        caption: str = "",
        parse_mode: str = "",
        reply_markup: Json | None = None,
        **p: Any,
    ) -> Json:
        if not photo.startswith(b"\x89PNG") or len(photo) > TEN_MEGABYTES:
            raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
        wide, high = (int.from_bytes(photo[at : at + 4], "big") for at in (16, 20))
        if wide + high > 10_000 or max(wide, high) > 20 * min(wide, high):
            raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        sizes = [self._file() | {"width": wide, "height": high}]
        return self._captioned(
            self._open(chat_id), caption, parse_mode, reply_markup, p, photo=sizes
        )

    def _file(self) -> Json:
        number = self.number("message")
        return {"file_id": f"f{number}", "file_unique_id": f"u{number}"}

    def _captioned(
        self,
        chat: Chat,
        caption: str,
        parse_mode: str,
        reply_markup: Json | None,
        p: Json,
        **content: Any,
    ) -> Json:
        shown, entities = parsed(caption, parse_mode, 1024, "") if caption else (None, [])
        self._spend(chat)
        content |= {"caption": shown, "caption_entities": entities or None}
        return self._write(chat, reply_markup, p, **content)

    def api_editMessageText(
        self,
        text: str,
        chat_id: int,
        message_id: int,
        parse_mode: str = "",
        reply_markup: Json | None = None,
        **p: Any,
    ) -> Json:
        chat = self._open(chat_id)
        message = self._mine(chat, message_id, "edit")
        shown, entities = parsed(text, parse_mode, 4096, "message text is empty")
        if "text" not in message:
            raise ApiError(400, "Bad Request: there is no text in the message to edit")
        buttons = keyboard(reply_markup)
        same = (message["text"], message.get("entities"), message.get("reply_markup"))
        if same == (shown, entities or None, buttons):
            raise ApiError(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        self._spend(chat)
        message |= {"text": shown, "edit_date": self.now()}
        for key, value in {"entities": entities, "reply_markup": buttons}.items():
            message.pop(key, None)
            if value:
                message[key] = value
        return self._keep(chat, message)

    def api_editMessageCaption(
        self, chat_id: int, message_id: int, caption: str = "", **p: Any
    ) -> Json:
        chat = self._open(chat_id)
        message = self._mine(chat, message_id, "edit")
        message["caption"], _ = parsed(
            caption, p.get("parse_mode", ""), 1024, "there is no caption"
        )
        message.pop("caption_entities", None)
        message.pop("reply_markup", None)
        return self._keep(chat, message)

    def api_editMessageReplyMarkup(
        self, chat_id: int, message_id: int, reply_markup: Json | None = None
    ) -> Json:
        chat = self._open(chat_id)
        message = self._mine(chat, message_id, "edit")
        buttons = keyboard(reply_markup)
        if message.get("reply_markup") == buttons:
            raise ApiError(400, "Bad Request: message is not modified")
        message.pop("reply_markup", None)
        if buttons:
            message["reply_markup"] = buttons
        return self._keep(chat, message)

    def api_answerCallbackQuery(
        self, callback_query_id: str, text: str = "", url: str = "", **p: Any
    ) -> bool:
        if self.presses.get(callback_query_id) != "open":
            raise ApiError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        if units(text) > 200:
            raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
        if url and not url.startswith((f"https://t.me/{self.bot.username}?", "tg://")):
            raise ApiError(400, "Bad Request: URL_INVALID")
        self.presses[callback_query_id] = "answered"
        self.toasts[callback_query_id] = {"text": text, "url": url} | p
        self.changed()
        return True

    def api_deleteMessage(self, chat_id: int, message_id: int) -> bool:
        chat = self._open(chat_id)
        message = self._mine(chat, message_id, "delete")
        if self.now() - message["date"] > TWO_DAYS:
            raise ApiError(400, "Bad Request: message can't be deleted for everyone")
        del chat.messages[message_id]
        self.changed()
        return True

    def api_pinChatMessage(self, chat_id: int, message_id: int, **p: Any) -> bool:
        chat = self._open(chat_id)
        if chat.type in GROUPS and chat.members[self.bot.id] != "administrator":
            raise ApiError(
                400, "Bad Request: not enough rights to manage pinned messages in the chat"
            )
        if message_id not in chat.messages:
            raise ApiError(400, "Bad Request: message to pin not found")
        chat.pinned.append(message_id)
        self.changed()
        return True

    def api_leaveChat(self, chat_id: int) -> bool:
        self._open(chat_id).members[self.bot.id] = "left"
        self.changed()
        return True

    def api_getChatMember(self, chat_id: int, user_id: int) -> Json:
        chat = self._open(chat_id)
        person = self.people.get(user_id)
        if person is None:
            raise ApiError(400, "Bad Request: invalid user_id specified")
        return member_json(person, chat.members.get(user_id, "left"))

    def api_getChat(self, chat_id: int) -> Json:
        gifts = (
            "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
        )
        return self._open(chat_id).json() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts.split(), False),
        }

    def _open(self, chat_id: int) -> Chat:
        return self.chat(chat_id)

    def _spend(self, chat: Chat) -> None:
        wait = self.limits.wait(chat.id, chat.type in GROUPS)
        if wait:
            raise ApiError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})

    def _write(self, chat: Chat, markup: Json | None, p: Json, **content: Any) -> Json:
        reply, thread = p.get("reply_parameters"), p.get("message_thread_id")
        replied = chat.messages.get(reply["message_id"]) if reply else None
        if reply and replied is None and not reply.get("allow_sending_without_reply"):
            raise ApiError(400, "Bad Request: message to be replied not found")
        if thread is not None and not chat.forum:
            raise ApiError(400, "Bad Request: message thread not found")
        forced = markup is not None and "force_reply" in markup
        message = self.message(
            chat,
            self.bot,
            **content,
            reply_to_message=copy.deepcopy(replied),
            reply_markup=None if forced else keyboard(markup),
            message_thread_id=thread,
            is_topic_message=True if thread is not None else None,
        )
        message.get("reply_to_message", {}).pop("reply_to_message", None)
        return self._keep(chat, message)

    def _keep(self, chat: Chat, message: Json) -> Json:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = chat.keyboards.setdefault(message["message_id"], [])
        buttons += [button for row in rows for button in row]
        self.changed()
        return message

    def _mine(self, chat: Chat, message_id: int, act: str) -> Json:
        message = chat.messages.get(message_id)
        if message is None:
            raise ApiError(400, f"Bad Request: message to {act} not found")
        if message["from"]["id"] != self.bot.id:
            raise ApiError(400, f"Bad Request: message can't be {act}ed")
        return message
