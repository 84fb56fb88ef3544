"""Native polls: put by the bot, answered by people, stopped."""

from __future__ import annotations

import copy
from typing import Any

from tests.platforms.botapi.people import People
from tests.platforms.botapi.state import ApiError, Chat, Json, Person


class Polls(People):
    """What can be asked and answered, as the server counts it."""

    def answer(self, person: Person, chat: int, message: int, *chosen: str) -> None:
        """Choose answers in a poll by their words, in place of any before; none: take them back."""
        poll = self.chats[chat].messages[message]["poll"]
        assert not poll["is_closed"], "nobody can answer it any more"
        words = [option["text"] for option in poll["options"]]
        numbers = sorted(words.index(word) for word in chosen)
        assert len(numbers) <= 1 or poll["allows_multiple_answers"]
        votes = self.votes.setdefault(poll["id"], {})
        votes.pop(person.id, None)
        if numbers:
            votes[person.id] = numbers
        poll["total_voter_count"] = len(votes)
        for number, option in enumerate(poll["options"]):
            option["voter_count"] = sum(number in theirs for theirs in votes.values())
        if poll["is_anonymous"]:
            return
        told: Json = {"poll_id": poll["id"], "user": person.json(), "option_ids": numbers}
        named = [poll["options"][number]["persistent_id"] for number in numbers]
        self.tell("poll_answer", told | {"option_persistent_ids": named})

    def polls(self, chat: int) -> list[Json]:
        """The messages of a chat that are polls, the oldest first."""
        return [message for message in self.chats[chat].messages.values() if "poll" in message]

    def api_sendPoll(
        self,
        chat_id: int,
        question: str,
        options: list[Json],
        is_anonymous: bool = True,
        allows_multiple_answers: bool = False,
        **p: Any,
    ) -> Json:
        chat = self.chat(chat_id)
        if not 1 <= len(question.strip()) <= 300:
            raise ApiError(400, "Bad Request: poll question length must not exceed 300")
        words = [option["text"] for option in options]
        if not 1 <= len(words) <= 12:
            raise ApiError(400, "Bad Request: poll can't have more than 12 options")
        if not all(1 <= len(word.strip()) <= 100 for word in words):
            raise ApiError(400, "Bad Request: poll options length must not exceed 100")
        if len(set(words)) < len(words):
            raise ApiError(400, "Bad Request: poll options must be different")
        if not chat.polls:
            raise ApiError(400, "Bad Request: not enough rights to send polls to the chat")
        self._spend(chat)
        poll: Json = {
            "id": str(5_000_000_000 + self.number("message")),
            "question": question,
            "options": [
                {"persistent_id": f"o{number}", "text": word, "voter_count": 0}
                for number, word in enumerate(words)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": is_anonymous,
            "type": "regular",
            "allows_multiple_answers": allows_multiple_answers,
            "allows_revoting": True,
            "members_only": False,
        }
        return self._write(chat, p.pop("reply_markup", None), p, poll=poll)

    def api_stopPoll(self, chat_id: int, message_id: int, **p: Any) -> Json:
        message = self.chat(chat_id).messages.get(message_id)
        if message is None or "poll" not in message:
            raise ApiError(400, "Bad Request: message with poll to stop not found")
        if message["from"]["id"] != self.bot.id:
            raise ApiError(400, "Bad Request: poll can't be stopped")
        poll: Json = message["poll"]
        if poll["is_closed"]:
            raise ApiError(400, "Bad Request: poll has already been closed")
        poll["is_closed"] = True
        self.changed()
        return copy.deepcopy(poll)

    def _spend(self, chat: Chat) -> None:
        raise NotImplementedError

    def _write(self, chat: Chat, markup: Json | None, p: Json, **content: Any) -> Json:
        raise NotImplementedError
