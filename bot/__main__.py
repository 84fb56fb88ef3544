"""The command line, and the only place where the house is put together for good."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import DBAPIError

from bot.backup import NotRestored, back_up
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

# Tracebacks that show variables would show tokens.
app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
UNUSABLE = 2
"""Exit code when the operator must act first."""


@app.callback()
def kommune() -> None:
    """Neighbourhood communes run themselves in the chats they already use."""


@app.command()
def run() -> None:
    """Serve the platforms that are set up; without any, show the demo."""
    settings = Settings.read()
    if not settings.platforms:
        typer.echo("No platform is set up (see .env.example), so here is the demo.\n", err=True)
        return demo(settings.language)
    set_up(settings.log_level)
    asyncio.run(serve(settings))
    return None


@app.command()
def demo(
    language: Annotated[str, typer.Option(help="Language of the neighbourhood.")] = "",
) -> None:
    """Talk to the bot in a neighbourhood that is already alive."""
    set_up("error")
    asyncio.run(show_demo(language or Settings.read().language))


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    language: str = "en",
    zone: str = "Europe/Berlin",
) -> None:
    """Play a transcript against an empty house and print the whole conversation."""
    set_up("error")
    told = asyncio.run(play(file.read_text(encoding="utf-8"), language, zone))
    typer.echo(told, nl=False)


@app.command()
def health() -> None:
    """Say whether the bot on this machine is well (exit code 0 or 1)."""
    address = Settings.read().health_address
    well = address is not None and asyncio.run(ask_health(address))
    typer.echo("well" if well else "not well")
    raise typer.Exit(0 if well else 1)


@app.command()
def backup() -> None:
    """Write an encrypted backup of everything beside the database."""
    settings = Settings.read()
    store, ring = opened(settings)
    with store.engine.connect() as connection:
        typer.echo(back_up(connection, ring, settings.data / "backups", present()))
    store.close()


@app.command()
def restore(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Put a backup into an empty database."""
    settings = Settings.read()
    store, ring = opened(settings)
    migrate(store.engine, ring, settings.data / "backups", present())
    with store.engine.begin() as connection:
        typer.echo(f"{restore_backup(connection, ring, file)} rows restored")
    store.close()


@app.command(hidden=True)
def reference(
    checkout: Annotated[Path, typer.Argument(exists=True, file_okay=False)] = Path(),
) -> None:
    """Write the pages of the documentation that say what the code says."""
    for page, text in pages(checkout).items():
        page.write_text(text, encoding="utf-8")
        typer.echo(page)


def main() -> None:
    """Run the command line; what the operator must mend is said in one sentence."""
    try:
        app()
    except (Unusable, Misconfigured, LostKeys, NotRestored) as sentence:
        typer.echo(str(sentence), err=True)
        sys.exit(UNUSABLE)
    except DBAPIError:
        typer.echo("The database does not open: check KOMMUNE_DATABASE and the disk.", err=True)
        sys.exit(UNUSABLE)


if __name__ == "__main__":
    main()
