"""The published description of the Bot API, held against what goes over the wire."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

VARIABLE = "KOMMUNE_TELEGRAM_SCHEMA"
FIXED = re.compile(r"(?:always|must be) [“\"]?([a-z_]+)")
UPLOAD = object()
"""Stands for an uploaded file among the parameters."""


class Schema:
    """Says in what a request, a result or an update departs from the description."""

    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text())
        self._methods: dict[str, Any] = data["methods"]
        self._types: dict[str, Any] = data["types"]

    @classmethod
    def from_environment(cls) -> Schema | None:
        path = os.environ.get(VARIABLE)
        return cls(Path(path)) if path else None

    def of_request(self, method: str, sent: Mapping[str, object]) -> list[str]:
        """Faults of a request as sent: nested values and numbers are JSON in strings."""
        if method not in self._methods:
            return [f"{method}: no such method"]
        fields = {field["name"]: field for field in self._methods[method].get("fields", [])}
        faults = [f"{method}: no parameter {name}" for name in sent if name not in fields]
        for name, field in fields.items():
            if name in sent:
                faults += self._parameter(f"{method}.{name}", field["types"], sent[name])
            elif field["required"]:
                faults.append(f"{method}: {name} is missing")
        return faults

    def of_result(self, method: str, result: object) -> list[str]:
        if method not in self._methods:
            return []
        return self._one_of(f"{method} →", self._methods[method]["returns"], result)

    def of_update(self, update: object) -> list[str]:
        return self._one_of("update", ["Update"], update)

    def _parameter(self, where: str, types: list[str], sent: object) -> list[str]:
        if sent is UPLOAD:
            known = {"InputFile"} & set(types)
            return [] if known else [f"{where}: a file where {types} is wanted"]
        if "String" in types and isinstance(sent, str):
            return []
        try:
            value = json.loads(sent) if isinstance(sent, str) else sent
        except ValueError:
            return [f"{where}: not {types}"]
        return self._one_of(where, types, value)

    def _one_of(self, where: str, types: list[str], value: object) -> list[str]:
        best: list[str] | None = None
        for name in types:
            faults = self._value(where, name, value)
            if not faults:
                return []
            if best is None or len(faults) < len(best):
                best = faults
        return best or [f"{where}: no type allows it"]

    def _value(self, where: str, name: str, value: object) -> list[str]:
        if name.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{where}: not an array"]
            inner = name.removeprefix("Array of ")
            return [
                fault
                for number, item in enumerate(value)
                for fault in self._value(f"{where}[{number}]", inner, item)
            ]
        if name in self._types:
            return self._object(where, name, value)
        plain: dict[str, tuple[type, ...]] = {
            "Integer": (int,),
            "Float": (int, float),
            "Boolean": (bool,),
            "String": (str,),
        }
        wrong = isinstance(value, bool) and name != "Boolean"
        if wrong or not isinstance(value, plain.get(name, ())):
            return [f"{where}: not {name}"]
        return []

    def _object(self, where: str, name: str, value: object) -> list[str]:
        kind = self._types[name]
        if "subtypes" in kind:
            return self._one_of(f"{where}({name})", kind["subtypes"], value)
        if not isinstance(value, dict):
            return [f"{where}: not {name}"]
        fields = {field["name"]: field for field in kind.get("fields", [])}
        faults = [f"{where}: {name} has no field {key}" for key in value if key not in fields]
        for key, field in fields.items():
            if key not in value:
                if field["required"]:
                    faults.append(f"{where}: {name} lacks {key}")
                continue
            faults += self._one_of(f"{where}.{key}", field["types"], value[key])
            fixed = FIXED.search(field["description"]) if key in {"type", "status"} else None
            if fixed and field["types"] == ["String"] and value[key] != fixed[1]:
                faults.append(f"{where}.{key}: {value[key]} is not {fixed[1]}")
        return faults
