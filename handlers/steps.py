"""Steps: whether what somebody said has changed anything, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass

from models.line import Step


@dataclass(frozen=True, slots=True)
class Looked:
    """Nothing was changed this time: the step before stays the speaker's last one."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """The speaker's last step from now on; the grammar itself says so, of every command."""

    command: str
    undo: str = ""
    """Wire form; empty where nothing takes it back."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """A step is taken back, where it was made."""

    step: Step
