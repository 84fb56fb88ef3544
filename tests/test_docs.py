"""What the documentation says is so: its pages are the code's, its excerpts and names are real."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.reference import pages
from bot.settings import SETTINGS, variable
from handlers import router

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GENERATED = pages(ROOT)
WRITTEN = sorted(
    path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")] if path not in GENERATED
)
EXCERPT = re.compile(r"<!-- (\S+/\S+) -->\n```\w*\n(.*?)\n```", re.DOTALL)
FIGURES = re.compile(r"<!-- bench -->\n```\w*\n(.*?)\n```", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
TESTS_ALONE = {"KOMMUNE_TELEGRAM_SCHEMA"}
"""Not a setting of the bot."""
ENOUGH = 8
"""Letters by which a line of a benchmark is known."""


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


each_page = pytest.mark.parametrize("page", [*WRITTEN, *sorted(GENERATED)], ids=named)
each_written = pytest.mark.parametrize("page", WRITTEN, ids=named)


@pytest.mark.parametrize("page", sorted(GENERATED), ids=named)
def test_a_page_says_what_the_code_says(page: Path) -> None:
    assert read(page) == GENERATED[page], "`make docs` writes it anew"


@pytest.mark.parametrize("name", ["docs/commands.md", "docs/befehle.md", "docs/settings.md"])
def test_every_cell_has_its_words(name: str) -> None:
    assert not re.findall(r"\[[a-z]+-[a-z-]+\](?!\()", read(ROOT / name))


def test_every_page_is_found_from_the_readme() -> None:
    linked = {(ROOT / link.partition("#")[0]).resolve() for link in LINK.findall(read(README))}
    assert set(ROOT.glob("docs/*.md")) <= linked


def test_the_readme_is_read_standing_up() -> None:
    assert len(read(README).splitlines()) <= 95


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = [
        link
        for link in LINK.findall(CODE.sub("", read(page)))
        if not leads_somewhere(page, *link.partition("#")[::2])
    ]
    assert lost == []


def leads_somewhere(page: Path, file: str, anchor: str) -> bool:
    there = (page.parent / file).resolve() if file else page
    return there.exists() and (not anchor or anchor in anchors(read(there)))


def anchors(text: str) -> set[str]:
    headings = re.findall(r"(?m)^#+ (.+)$", text)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in headings}


def excerpts() -> Iterator[tuple[str, str, str]]:
    for page in WRITTEN:
        for source, text in EXCERPT.findall(read(page)):
            yield named(page), source, text


def test_there_are_excerpts() -> None:
    assert len(list(excerpts())) >= 3


@pytest.mark.parametrize(("page", "source", "text"), list(excerpts()))
def test_an_excerpt_stands_in_its_source_word_for_word(page: str, source: str, text: str) -> None:
    assert f"\n{text}\n" in "\n" + read(ROOT / source), f"{page} quotes {source}"


def names(page: Path, word: str) -> set[str]:
    """What follows a command's name where it is code."""
    code = "\n".join(CODE.findall(read(page)))
    return set(re.findall(rf"(?<![\w./:@-]){word} (?=([a-z]+))", code)) - {"kommune"}


@each_written
def test_every_target_of_make_exists(page: Path) -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", read(ROOT / "Makefile")))
    assert names(page, "make") <= targets


@each_written
def test_every_command_line_exists(page: Path) -> None:
    assert names(page, "kommune") | names(page, ".venv/bin/kommune") <= COMMANDS.keys()


@each_written
def test_every_file_that_is_named_exists(page: Path) -> None:
    spans = re.findall(
        r"`((?:bot|handlers|models|locales|tests|benchmarks|docs)/[^`…\s]*)`", read(page)
    )
    # The feature that the guides invent is in no room.
    meant = {span for span in spans if "offer" not in span and "*" not in span}
    assert {span for span in meant if not (ROOT / span).exists()} == set()


def test_settings_are_named_as_they_are() -> None:
    known = {variable(name) for name in SETTINGS}
    said = {
        name
        for path in [*WRITTEN, *GENERATED, ROOT / ".env.example", ROOT / "Dockerfile"]
        for name in re.findall(r"KOMMUNE_[A-Z_]*[A-Z]", read(path))
    }
    assert said - known == TESTS_ALONE
    for everything in (ROOT / ".env.example", ROOT / "docs" / "settings.md"):
        assert known <= set(re.findall(r"KOMMUNE_[A-Z_]*[A-Z]", read(everything)))


def patterns() -> Iterator[re.Pattern[str]]:
    """Every line that a benchmark can print, with anything where a value stands."""
    for path in sorted((ROOT / "benchmarks").glob("*.py")):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.JoinedStr):
                said = [part.value for part in node.values if isinstance(part, ast.Constant)]
                if len(re.sub(r"\W", "", "".join(map(str, said)))) >= ENOUGH:
                    yield re.compile("".join(map(_pattern, node.values)))


def _pattern(part: ast.expr) -> str:
    if not isinstance(part, ast.Constant):
        return r"\s*\S+"
    return re.sub(r"(\\ )+", r"\\s+", re.escape(str(part.value))) + r"\s*"


def test_the_figures_are_what_the_benchmarks_print() -> None:
    lines = [line for block in FIGURES.findall(read(README)) for line in block.splitlines()]
    assert lines
    printable = list(patterns())
    unknown = [line for line in lines if not any(known.fullmatch(line) for known in printable)]
    assert unknown == []


def test_what_the_readme_says_to_the_bot_can_be_said() -> None:
    said = re.findall(r"`/([a-z]+)`", read(README))
    assert {"privacy", "mydata", "forget"} <= set(said)
    assert set(said) - {"newbot"} <= set(router.commands)
