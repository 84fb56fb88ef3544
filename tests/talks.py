"""How a decision of each method goes: drafted, voted on, told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Talk:
    """How one decision goes."""

    title: str
    drafted: tuple[str, ...]
    """What is tapped on the draft before it is opened."""
    tapped: tuple[str, ...]
    """What Ben taps on his ballot; Ana has said the same in the group where one tap is enough."""
    typed: str
    """What Cem votes in one line."""
    told: tuple[str, ...]
    """What the group reads at the end."""
    answers: str = ""
    ana: str = ""
    """What Ana taps in the group; empty: she fills in her ballot like Ben."""
    words: str = ""
    """What Ben answers when he is asked for his reason."""

    @property
    def line(self) -> str:
        """As Ana drafts it."""
        return f"/decide {self.title}{self.answers}"


COLOURS = " | red | green | blue"
TALKS = [
    Talk(
        "We paint the gate",
        (),
        ("no",),
        "yes",
        ("Decided: We paint the gate", "2 yes, 1 no and 0 abstaining; 3 of 3 voted"),
        ana="yes",
    ),
    Talk(
        "Which colour",
        (),
        ("green",),
        "2",
        ("Which colour · Chosen: green", "red: 1 · green: 2 · blue: 0; 3 of 3 voted"),
        answers=COLOURS,
        ana="red",
    ),
    Talk(
        "Which two colours",
        ("more …", "answers each", "2"),
        ("green", "blue", "Send"),
        "1 2",
        ("Which two colours · Chosen: green", "3 of 3 voted"),
        answers=COLOURS,
    ),
    Talk(
        "We fell the tree",
        ("method", "consent"),
        ("objection", "everyone"),
        "abstain",
        (
            "Not decided: We fell the tree",
            "1 consenting, 1 abstaining and 1 objecting",
            "Objection 1: Birds nest in it (Ben)",
        ),
        ana="consent",
        words="Birds nest in it",
    ),
    Talk(
        "We strike on Monday",
        ("method", "consensus"),
        ("stand aside",),
        "agree",
        (
            "Decided: We strike on Monday",
            "2 agreeing, 1 standing aside, 0 disagreeing and 0 blocking",
        ),
        ana="agree",
    ),
    Talk(
        "Which noise",
        ("method", "resistance"),
        ("red", "9", "green", "2", "Send"),
        "8 1 9 10",
        ("Which noise · Chosen: green", "3 of 3 voted"),
        answers=COLOURS,
    ),
    Talk(
        "Which soup",
        ("method", "score"),
        ("red", "1", "blue", "5", "Send"),
        "0 2 4",
        ("Which soup · Chosen: blue", "14"),
        answers=COLOURS,
    ),
    Talk(
        "Which ideas",
        ("method", "dots"),
        (*["green"] * 5, *["red"] * 3, "Send"),
        "1 7 0",
        ("Which ideas · Chosen: green", "17"),
        answers=COLOURS,
    ),
    Talk(
        "Which order",
        ("method", "ranking"),
        ("blue", "red", "Send"),
        "2 1 3",
        ("Which order · Chosen: blue", "Order: 3 blue"),
        answers=COLOURS,
    ),
    Talk(
        "Who two",
        ("method", "ranking", "more …", "places", "2"),
        ("blue", "red", "Send"),
        "2 1 3",
        ("Who two · Chosen: ", "2 places, 2 votes are needed for each", "1. First choices: "),
        answers=COLOURS,
    ),
    Talk(
        "When",
        ("method", "times"),
        ("red", "green", "green", "Send"),
        "yes maybe no",
        ("When · Chosen: red", "3 of 3 voted"),
        answers=COLOURS,
    ),
]
