"""The house itself: what stands where, and what is asked for in which room."""

import ast
import os
import re
import subprocess
import tomllib
from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOP = {
    *(".ci", ".dockerignore", ".editorconfig", ".env.example", ".gitignore"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "Dockerfile", "LICENSE", "Makefile", "README.md"),
    *("benchmarks", "bot", "docs", "handlers", "locales", "models", "tests"),
    *("pyproject.toml", "requirements.txt", "requirements-dev.txt"),
}
CLOCKS = {"now", "utcnow", "today", "current_timestamp", "current_date"}


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def sources(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def said(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def clocks(tree: ast.AST) -> list[int]:
    """The lines of a module that ask what time it is."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in CLOCKS:
                found.append(node.lineno)
            case ast.Import(names=names) if any(name.name == "time" for name in names):
                found.append(node.lineno)
            case ast.ImportFrom(module="time"):
                found.append(node.lineno)
    return found


def stages(dockerfile: str) -> list[list[tuple[str, str]]]:
    """The instructions of each stage, as (word, rest)."""
    text = re.sub(r"\\\n\s*", " ", re.sub(r"(?m)^\s*#.*\n", "", dockerfile))
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line.strip()]
    found: list[list[tuple[str, str]]] = []
    for word, rest in lines:
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest))
    return found


def test_nothing_else_stands_at_the_door() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} == TOP


def test_the_time_is_asked_for_in_bot_alone() -> None:
    asked = [
        said(path, line)
        for path in sources("handlers", "models")
        for line in clocks(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert asked == []


@pytest.mark.parametrize(
    "line",
    ["datetime.now(UTC)", "date.today()", "func.now()", "import time", "from time import time"],
)
def test_a_clock_is_seen(line: str) -> None:
    assert clocks(ast.parse(line)) == [1]


def test_a_time_that_was_handed_in_is_no_clock() -> None:
    assert clocks(ast.parse("turn.now.time()\nfrom datetime import time\nold = time(19, 30)")) == []


def test_files_hold_one_idea() -> None:
    lengths = {
        path: path.read_text(encoding="utf-8").count("\n")
        for path in sources("bot", "handlers", "models")
        if "migrations" not in path.parts
    }
    assert [said(path, lines) for path, lines in lengths.items() if lines >= 300] == []


def test_the_image_is_small_and_harmless() -> None:
    build, final = stages(read("Dockerfile"))
    assert any("--require-hashes -r requirements.txt" in rest for _, rest in build)
    assert all(stage[0][1].split()[0].endswith("-slim") for stage in (build, final))
    words = dict(final)
    assert words["USER"].split(":")[0] not in ("root", "0")
    assert [rest for word, rest in final if word == "VOLUME"] == ["/data"]
    assert "KOMMUNE_DATA=/data" in words["ENV"]
    assert words["HEALTHCHECK"].endswith('CMD ["kommune", "health"]')
    assert (words["ENTRYPOINT"], words["CMD"]) == ('["kommune"]', '["run"]')
    steps = " ".join(rest for word, rest in final if word == "RUN")
    assert "apt" not in steps
    assert "pip install" not in steps
    assert "pip uninstall" in steps
    order = [word for word, _ in final]
    assert order.index("RUN") < order.index("USER") < order.index("VOLUME")


def test_the_image_is_given_what_it_copies_and_no_more() -> None:
    build, _ = stages(read("Dockerfile"))
    copied = {name for word, rest in build if word == "COPY" for name in rest.split()[:-1]}
    first, *rest = read(".dockerignore").splitlines()
    assert first == "*"
    assert {line[1:] for line in rest if line.startswith("!")} == copied
    for name in copied:
        assert (ROOT / name).exists(), name


def test_the_licence_is_whole() -> None:
    licence = read("LICENSE")
    assert licence.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE")
    assert "13. Remote Network Interaction" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    numbers = [int(number) for number in re.findall(r"(?m)^  (\d+)\. [A-Z]", licence)]
    assert [number for number, _ in groupby(numbers)] == list(range(18))


def test_the_newest_change_is_this_version() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    heading = re.search(r"(?m)^## (\S+?)[, ]", read("CHANGELOG.md"))
    assert heading is not None
    assert heading[1] == version


def test_the_one_command_of_the_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "make test" in read(".ci/run")
