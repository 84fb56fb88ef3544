"""The command line, and the only place where the house is put together for good."""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.backup import NotBackedUp, NotRestored, back_up
from bot.backup import restore as restore_backup
from bot.demo import demo as show_demo
from bot.demo import play
from bot.logs import set_up
from bot.migrating import migrate
from bot.platforms import Misconfigured
from bot.reference import pages
from bot.serving import opened, present, serve
from bot.settings import Settings, Unusable
from bot.store import LostKeys
from bot.web import ask_health

UNUSABLE = 2
"""Exit code when the operator must act first."""
PRIVATE = 0o077
"""What is taken from every new file: names and votes are for its owner alone."""


def run() -> None:
    """Serve the platforms that are set up; without any, show the demo."""
    settings = Settings.read()
    if not settings.platforms:
        print("No platform is set up (see .env.example), so here is the demo.\n", file=sys.stderr)
        return demo(settings.language)
    set_up(settings.log_level)
    return asyncio.run(serve(settings))


def demo(language: str = "") -> None:
    """Talk to the bot in a neighbourhood that is already alive."""
    set_up("error")
    asyncio.run(show_demo(language or Settings.read().language))


def replay(file: Path, language: str, zone: str) -> None:
    """Play a transcript against an empty house and print the whole conversation."""
    set_up("error")
    print(asyncio.run(play(file.read_text(encoding="utf-8"), language, zone)), end="")


def health() -> None:
    """Say whether the bot on this machine is well (exit code 0 or 1)."""
    address = Settings.read().health_address
    well = address is not None and asyncio.run(ask_health(address))
    print("well" if well else "not well")
    sys.exit(0 if well else 1)


def backup() -> None:
    """Write an encrypted backup of everything beside the database."""
    settings = Settings.read()
    store, ring = opened(settings)
    with store.reading() as session:
        print(back_up(session.connection(), ring, settings.data, present()))
    store.close()


def restore(file: Path) -> None:
    """Put a backup into an empty database."""
    settings = Settings.read()
    store, ring = opened(settings)
    migrate(store.engine, ring, settings.data, present())
    with store.engine.begin() as connection:
        print(f"{restore_backup(connection, ring, settings.data, file)} rows restored")
    store.close()


def reference(checkout: Path) -> None:
    """Write the pages of the documentation that say what the code says."""
    for page, text in pages(checkout).items():
        page.write_text(text, encoding="utf-8")
        print(page)


COMMANDS = {each.__name__: each for each in (run, demo, replay, health, backup, restore, reference)}
"""What can be typed after `kommune`."""


def command_line() -> ArgumentParser:
    """The command line: what it reads goes to one of the functions above."""
    whole = ArgumentParser(
        "kommune",
        description="Neighbourhood communes run themselves in the chats they already use.",
    )
    every = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    typed = {
        name: every.add_parser(name, help=does.__doc__, description=does.__doc__)
        for name, does in COMMANDS.items()
    }
    typed["demo"].add_argument("--language", default="", help="language of the neighbourhood")
    typed["replay"].add_argument("file", type=_file)
    typed["replay"].add_argument("--language", default="en")
    typed["replay"].add_argument("--zone", default="Europe/Berlin")
    typed["restore"].add_argument("file", type=_file)
    typed["reference"].add_argument("checkout", type=Path, nargs="?", default=Path())
    for name, command in typed.items():
        command.set_defaults(does=COMMANDS[name])
    return whole


def _file(said: str) -> Path:
    if not Path(said).is_file():
        raise ArgumentTypeError(f"there is no file {said!r}")
    return Path(said)


def main() -> None:
    """Run the command line; what the operator must mend is said in one sentence."""
    os.umask(PRIVATE)
    said = vars(command_line().parse_args(sys.argv[1:] or ["--help"]))
    try:
        said.pop("does")(**said)
    except (Unusable, Misconfigured, LostKeys, NotBackedUp, NotRestored) as sentence:
        print(sentence, file=sys.stderr)
        sys.exit(UNUSABLE)
    except DBAPIError:
        wrong = "The database does not open: check KOMMUNE_DATABASE and the disk."
        print(wrong, file=sys.stderr)
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    main()
