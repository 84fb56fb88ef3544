"""What the source says, read without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.sentences import HOUSE

KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Use:
    """A sentence that the source says, and the values it hands over (None: not to be seen)."""

    where: str
    key: str
    values: frozenset[str] | None


@dataclass
class Registered:
    """A command as its decorator and its signature show it."""

    name: str
    by_person: bool
    params: dict[str, str]
    asked: set[str]

    @property
    def sentences(self) -> set[str]:
        """What must be said of it: what it does, and a question for what may be missing."""
        if not self.by_person:
            return set()
        return {f"cmd-{self.name}"} | {f"ask-{self.name}-{param}" for param in self.asked}


@dataclass
class Source:
    """What the source files say."""

    strings: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)
    enums: dict[str, set[str]] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    commands: list[Registered] = field(default_factory=list)

    def enum_keys(self) -> set[str]:
        """Each choice has a word, called after its type and value."""
        return {key for name in self.enums for key in self.words_for(name)}

    def words_for(self, kind: str) -> set[str]:
        """The keys for one type's choices; none if it is no choice."""
        return {f"{kind.lower()}-{value}" for value in self.enums.get(kind, ())}


def read_source(*rooms: str) -> Source:
    """Every file in these rooms."""
    source = Source()
    trees = {
        path.relative_to(HOUSE): ast.parse(path.read_text(encoding="utf-8"))
        for room in rooms or ("handlers", "bot", "models")
        for path in sorted((HOUSE / room).rglob("*.py"))
    }
    sayers = _sayers(list(trees.values()))
    for path, tree in trees.items():
        for node in ast.walk(tree):
            _strings(source, node)
            if isinstance(node, ast.ClassDef):
                _enum(source, node)
            elif isinstance(node, ast.FunctionDef):
                source.commands += _commands(node)
            elif isinstance(node, ast.Call):
                where = f"{path}:{node.lineno}"
                source.uses += _uses(node, where, sayers)
                source.labels += _labels(node, where)
    return source


def _sayers(trees: list[ast.Module]) -> set[str]:
    """What takes a key: the ways to say something, and what is derived from them."""
    sayers = {"Phrase", "Refused", "Say", "Tell", "text", "__init__"}
    classes = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
    for _ in range(3):
        for node in classes:
            own_init = any(getattr(part, "name", "") == "__init__" for part in node.body)
            derived = any(isinstance(base, ast.Name) and base.id in sayers for base in node.bases)
            if derived and not own_init:
                sayers.add(node.name)
    return sayers


def _strings(source: Source, node: ast.AST) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        source.strings.add(node.value)
    elif isinstance(node, ast.JoinedStr) and node.values:
        first = node.values[0]
        if isinstance(first, ast.Constant) and str(first.value).endswith("-"):
            source.prefixes.add(str(first.value))


def _enum(source: Source, node: ast.ClassDef) -> None:
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    if bases & {"Enum", "StrEnum"}:
        source.enums[node.name] = {
            str(part.value.value)
            for part in node.body
            if isinstance(part, ast.Assign) and isinstance(part.value, ast.Constant)
        }


def _uses(call: ast.Call, where: str, sayers: set[str]) -> Iterator[Use]:
    name = _called(call)
    if name not in sayers:
        return
    lines = call.args if name in {"Say", "Tell"} else call.args[:1]
    for line in lines:
        for key in _constants(line):
            # An exception of another kind may say one word, too.
            if KEY.fullmatch(key) and ("-" in key or name not in {"__init__", "text"}):
                yield Use(where, key, _values(call, name))


def _values(call: ast.Call, name: str) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    if name != "Phrase":
        return frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
    if len(call.args) < 2:
        return frozenset()
    values = call.args[1]
    if not isinstance(values, ast.Dict) or None in values.keys:
        return None
    return frozenset(text for key in values.keys if key for text in _constants(key))


def _labels(call: ast.Call, where: str) -> Iterator[str]:
    if _called(call) in {"Button", "Door"} and call.args:
        for text in _constants(call.args[0]):
            if any(letter.isalpha() for letter in text):
                yield f"{where}: {text}"


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _commands(function: ast.FunctionDef) -> Iterator[Registered]:
    for decorator in function.decorator_list:
        if not isinstance(decorator, ast.Call) or _called(decorator) != "command":
            continue
        options = {keyword.arg: keyword.value for keyword in decorator.keywords}
        who = options.get("who") or (decorator.args[1] if len(decorator.args) > 1 else None)
        offers = options.get("offers")
        offered = offers.keys if isinstance(offers, ast.Dict) else []
        params = function.args.args[1:]
        required = params[: len(params) - len(function.args.defaults)]
        hidden = "hidden" in options and ast.unparse(options["hidden"]) == "True"
        by_machine = who is not None and ast.unparse(who) in {"clock", "platform"}
        for name in _constants(decorator.args[0]) if decorator.args else ():
            yield Registered(
                name,
                not hidden and not by_machine,
                {p.arg: ast.unparse(p.annotation) if p.annotation else "" for p in params},
                {p.arg for p in required} | {t for key in offered if key for t in _constants(key)},
            )
