"""The command line, and the only place where the house is put together for good."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from bot.composing import stage
from bot.replay import replay as play
from bot.store import Store, keys
from models.base import Base

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def kommune() -> None:
    """Neighbourhood communes run themselves in the chats they already use."""


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    language: str = "en",
    zone: str = "Europe/Berlin",
) -> None:
    """Play a transcript against an empty house and print the whole conversation."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/replay.db", keys(Path(folder)))
        Base.metadata.create_all(store.engine)
        text = file.read_text(encoding="utf-8")
        told = asyncio.run(
            play(text, lambda show: stage(store, show, language=language, zone=zone))
        )
        store.close()
    typer.echo(told, nl=False)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
