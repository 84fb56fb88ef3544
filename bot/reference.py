"""The reference pages of the documentation: what the code, the words and the settings say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from bot.settings import SETTINGS, Settings, takes, variable
from bot.words import Words
from handlers import router
from handlers.routing import Command

PAGES = {"en": "commands.md", "de": "befehle.md"}
"""The commands in each language."""
CONVERSATIONS = (
    "founding",
    "polls",
    "tasks-german",
    "meetings-deutsch",
    "reports",
    "cases-story",
)
"""The dialogs shown in full."""
COMMENT = re.compile(r"^# (?!language:)(.+)$", re.MULTILINE)
TRANSCRIPT = """\
`ana #rent>` says something in the chat “rent”, `ana>` in private with the bot; `[yes]` is a button,
and alone on a line it is pressed. `bot #rent edit>` is a message that changes in place,
`bot ~ana #rent>` is a whisper that Ana alone sees. `clock>` lets time pass. Each of these
conversations is also a test.
"""
LEAD = """\
Environment variables, or lines of a file `.env` beside the bot: [.env.example](../.env.example)
names them all. A secret may also come as a file named like its variable in small letters. All of
them may stay unset: then there is the demo.
"""


def pages(root: Path) -> dict[Path, str]:
    """Every page of a checkout that is written from the code, by its path."""
    words, docs = Words(), root / "docs"
    told = {docs / page: commands(words, language) for language, page in PAGES.items()}
    dialogs = [root / "tests" / "dialogs" / f"{name}.txt" for name in CONVERSATIONS]
    return {
        **told,
        docs / "settings.md": settings(),
        docs / "conversations.md": conversations(dialogs),
    }


def commands(words: Words, language: str) -> str:
    """All that people can say in a language, by theme, in the order of the help."""

    def said(key: str) -> str:
        return words.text(f"reference-{key}", language)

    others = [
        f"[{words.text('reference-title', other)}]({page})"
        for other, page in PAGES.items()
        if other != language
    ]
    parts = [f"# {said('title')}", said("intro"), said("place")]
    parts.append(f"{said('other')} {', '.join(others)}")
    head = [said(column) for column in ("command", "what", "example", "who")]
    for theme, found in themes().items():
        rows = [_command(words, command, language) for command in found]
        parts += [f"## {words.text(f'theme-{theme}', language)}", table(head, rows)]
    return "\n\n".join(parts) + "\n"


def themes() -> dict[str, list[Command]]:
    """What people can type, by theme."""
    found: dict[str, list[Command]] = {}
    for command in router.commands.values():
        if command.who.by_person and not command.hidden:
            found.setdefault(command.theme, []).append(command)
    return found


def _command(words: Words, command: Command, language: str) -> list[str]:
    own = words.command(command.name, language)
    also = words.text("reference-also", language)
    names = f"`/{own.name}`"
    if own.aliases:
        names += f" {also} " + ", ".join(f"`/{alias}`" for alias in own.aliases)
    example = f"`/{own.name} {own.example}`" if own.example else ""
    return [names, own.what, example, words.text(f"reference-who-{command.who.name}", language)]


def settings() -> str:
    """Every setting: its variable, what it is for, what it takes and what it is unless set."""
    unset = Settings()
    rows = [
        [f"`{variable(name)}`", setting.what, takes(name), _default(getattr(unset, name))]
        for name, setting in SETTINGS.items()
    ]
    head = ["Variable", "What it is for", "Takes", "Unless set"]
    return "\n\n".join(["# Settings", LEAD.strip(), table(head, rows)]) + "\n"


def _default(value: object) -> str:
    if value is None:
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def conversations(dialogs: Sequence[Path]) -> str:
    """Dialogs in full, word for word."""
    parts = ["# Conversations", TRANSCRIPT.strip()]
    for file in dialogs:
        text = file.read_text(encoding="utf-8")
        title = COMMENT.search(text)
        parts += [f"## {title[1] if title else file.stem}", f"```text\n{text.strip()}\n```"]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; a bar in a cell parts no cells."""
    lines = [head, ["---"] * len(head), *rows]
    cells = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "\n".join("| " + " | ".join(line) + " |" for line in cells)
