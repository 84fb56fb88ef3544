"""The demo as a stranger starts it: a process of its own, its input piped."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
from contextlib import suppress

import pytest


async def _told(language: str, *lines: str) -> str:
    """All that is on the screen after these lines were typed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--language", language),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    typed = "".join(f"{line}\n" for line in lines)
    out, err = await process.communicate(typed.encode())
    assert (process.returncode, err.decode()) == (0, "")
    return out.decode()


def _after(told: str, typed: str) -> str:
    """What came of one of the lines."""
    return told.split(f"> {typed}\n", 1)[1]


async def test_a_stranger_talks_presses_moves_and_lets_time_pass() -> None:
    told = await _told(
        "en",
        *("/polls", "1", "[yes]"),
        *("@ben", "#rent", "1", "@ben", "^ He may not. Come to our open hour on Friday."),
        *("@zoe", "/start", "#rent", "hello?", "[nothing]"),
        *("@Ayşe #wedding", "(sings)", ":clock +1d", ":clock tomorrow", ":clock 2030-05-06 09:00"),
    )
    assert told.startswith("A neighbourhood with a chat bot")
    assert "\x1b" not in told
    assert "It is Tue 7 May, 10:00." in told
    assert "🗳 One vote is open:\n" in _after(told, "/polls")
    assert "4 of 6 votes" in _after(told, "[yes]")
    assert _after(told, "#rent").startswith("(You are ben, in the room #rent.)\nbot #rent> ✉️ ")
    assert "bot @nour> ✉️ Answer from Rent committee:\n  > He may not." in told
    assert _after(told, "/start").startswith("bot @zoe> Hello, I’m Kommune.")
    assert _after(told, "hello?").startswith("(In a room the bot hears only")
    assert _after(told, "[nothing]").startswith("(No button here is called [nothing].")
    assert "ayse #wedding> (sings)" in told
    assert "bot @ayse> ☀️ Wed 8 May" in _after(told, ":clock +1d")
    assert "(It is Wed 8 May, 10:00.)" in _after(told, ":clock +1d")
    assert _after(told, ":clock tomorrow").startswith("(Time passes like this:")
    back = "(Time only goes forward. It is Wed 8 May, 10:00.)"
    assert _after(told, ":clock 2030-05-06 09:00").startswith(back)


async def test_the_neighbourhood_speaks_german() -> None:
    told = await _told(
        "de",
        *("/umfragen", "#miete", "[ich kümmere mich]", "@ben", "/aufgabe", "Farbe kaufen"),
        *("@nour", "/wer_liest", ":clock 2030-05-08 09:00"),
    )
    assert "Es ist Di 7. Mai, 10:00." in told
    assert "🗳 Eine Abstimmung ist offen:\n" in _after(told, "/umfragen")
    assert "Das finde ich hier nicht." in _after(told, "[ich kümmere mich]")
    assert "Was ist zu tun?" in _after(told, "/aufgabe") or "Gruppen" in _after(told, "/aufgabe")
    assert "Bisher hat niemand deine Worte gelesen." in _after(told, "/wer_liest")
    assert told.rstrip().endswith("(Es ist Mi 8. Mai, 09:00.)\nnour>")


@pytest.mark.parametrize("end", [b"\x04", b"\x03"], ids=["Ctrl-D", "Ctrl-C"])
async def test_a_terminal_has_colours_and_the_demo_ends_by_hand(end: bytes) -> None:
    screen, terminal = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--language", "en"),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        start_new_session=True,
        preexec_fn=_own_terminal,
    )
    os.close(terminal)
    shown = await _read_until(screen, b"ayse #wedding> ")
    assert b"\x1b[1m" in shown
    while process.returncode is None:
        # A key typed while the terminal is just being taken over is lost: one presses it again.
        with suppress(OSError):
            os.write(screen, end)
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                await process.wait()
    assert process.returncode == 0
    os.close(screen)


def _own_terminal() -> None:
    """The keys Ctrl-C and Ctrl-D reach the process as they do at a real terminal."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)


async def _read_until(screen: int, wanted: bytes) -> bytes:
    shown = b""
    while wanted not in shown:
        shown += await asyncio.to_thread(os.read, screen, 4096)
    return shown
