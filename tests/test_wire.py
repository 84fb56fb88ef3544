"""Old buttons live for years: every wire form ever sent must still be read."""

from __future__ import annotations

import inspect

import pytest

from handlers import router
from handlers.reading import Text, Title, reader
from tests.wires import FILE, ever_sent


@pytest.mark.parametrize("form", sorted(ever_sent()))
def test_it_still_finds_its_command_and_a_place_for_each_argument(form: str) -> None:
    name, *args = form.removeprefix("/").split()
    command = router.commands[name]
    assert command.who.by_person
    takes_rest = command.params and command.params[-1].kind in {Text, Title}
    assert len(args) <= len(command.params) or takes_rest


def test_the_file_only_grows() -> None:
    lines = [line for line in FILE.read_text().splitlines() if line.startswith("/")]
    assert len(lines) == len(set(lines)) > 40


@pytest.mark.parametrize("name", sorted(router.commands))
def test_every_argument_has_a_grammar(name: str) -> None:
    for param in router.commands[name].params:
        for wired in (True, False):
            assert callable(reader(param.kind, wired))
        assert param.default is inspect.Parameter.empty or not callable(param.default)
