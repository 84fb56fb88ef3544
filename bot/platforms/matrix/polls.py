"""Polls as apps show them (MSC3381), under the names that they use for them by now.

Whoever answers says all that they choose; the newest answer counts, and an empty one is none.
"""

from __future__ import annotations

import re
from typing import Any

from bot.platforms import Poll
from bot.platforms.matrix.junk import items

START = "org.matrix.msc3381.poll.start"
END = "org.matrix.msc3381.poll.end"
RESPONSE = "org.matrix.msc3381.poll.response"
_TEXT = "org.matrix.msc1767.text"
_NUMBER = re.compile(r"[1-9]\d?", re.ASCII)


def start(poll: Poll, words: str) -> dict[str, Any]:
    """A poll whose answers are named by their number; `words` where polls are not shown."""
    asked = {
        "question": {_TEXT: poll.question, "body": poll.question, "msgtype": "m.text"},
        "kind": "org.matrix.msc3381.poll.disclosed",
        "max_selections": poll.most,
        "answers": [{"id": str(n), _TEXT: answer} for n, answer in enumerate(poll.answers, 1)],
    }
    return {START: asked, _TEXT: words, "m.mentions": {}}


def end(ref: str, words: str) -> dict[str, Any]:
    """It takes no more answers."""
    relation = {"rel_type": "m.reference", "event_id": ref}
    return {"m.relates_to": relation, END: {}, _TEXT: words, "m.mentions": {}}


def chosen(content: object) -> tuple[int, ...] | None:
    """The numbers somebody chose; None where they are none of ours."""
    named = [*items(content, "m.selections"), *items(content, RESPONSE, "answers")]
    found = [name for name in named if isinstance(name, str) and _NUMBER.fullmatch(name)]
    return tuple(map(int, dict.fromkeys(found))) if len(found) == len(named) else None
