"""How an election looks while people stand, while it is voted upon, and afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.turn import Button, Say, Turn, wire
from models.candidacy import Candidacy
from models.election import Election, Way
from models.phrase import Choice, Command, Moment, Phrase, Several, Value
from models.questioning import Question

MOST_ASKED = 8


def election_card(election: Election, turn: Turn) -> Say:
    """The live card: the office, who stands, until when."""
    lines = [Phrase("election-card-head", {"title": election.title, "number": election.number})]
    if election.is_standing:
        lines.append(how(election))
    if election.ended_at is None:
        lines += candidate_lines(election)
        lines += _asked(election)
    if election.questions:
        command = Command("candidates", str(election.number))
        lines.append(
            Phrase("election-card-questions", {"count": election.questions, "command": command})
        )
    lines.append(_foot(election, turn))
    return Say(*lines, to=election.assembly, slot=election.slot, buttons=_buttons(election))


def how(election: Election) -> Phrase:
    """How many are elected, and how."""
    way = Way.APPROVAL if election.way is Way.APPROVAL else Way.RANKED
    values: dict[str, Value] = {
        "places": election.places,
        "way": way,
        "secret": Choice("yes" if election.secret else "no"),
        "days": election.days,
    }
    return Phrase("election-card-how", values)


def candidate_lines(election: Election) -> list[Phrase]:
    """Who stands, with what they say of themselves."""
    return [
        Phrase(
            "election-card-candidate",
            {
                "person": one.person.name,
                "words": one.words,
                "about": Choice("yes" if one.words else "no"),
            },
        )
        for one in election.standing
    ]


def _asked(election: Election) -> list[Phrase]:
    asked = election.asked
    if not asked or not election.is_standing:
        return []
    named = Several([one.person.name for one in asked[:MOST_ASKED]])
    values: dict[str, Value] = {"people": named, "more": max(len(asked) - MOST_ASKED, 0)}
    return [Phrase("election-card-asked", values)]


def _foot(election: Election, turn: Turn) -> Phrase:
    if election.ended_at is not None:
        voted = Choice("gone" if election.filled else "no" if election.decision is None else "yes")
        return Phrase("election-card-ended", {**named(election.elected), "voted": voted})
    if election.decision is not None:
        closes = Moment(election.decision.closes_at)
        values: dict[str, Value] = {"number": election.decision.number, "closes": closes}
        return Phrase("election-card-voting", values)
    standing: dict[str, Value] = {
        "count": len(election.standing),
        "until": Moment(election.stands_until),
        "late": Choice("yes" if election.stands_until <= turn.now else "no"),
    }
    return Phrase("election-card-standing", standing)


def named(people: Sequence[Candidacy]) -> dict[str, Value]:
    """Their names, and how many they are."""
    return {"count": len(people), "people": Several([one.person.name for one in people])}


def _buttons(election: Election) -> list[Button]:
    if election.ended_at is not None:
        return []
    question = Button(Phrase("election-label-question"), wire("question", election))
    if not election.is_standing:
        return [question]
    return [
        Button(Phrase("election-label-stand"), wire("stand", election)),
        Button(Phrase("election-label-propose"), wire("propose", election)),
        question,
        Button(Phrase("election-label-more"), wire("election-more", election)),
    ]


def question_card(question: Question, turn: Turn) -> Say:
    """The live card of a question: what each says who stands."""
    asker = question.person.name if question.person is not None else Phrase("question-by-somebody")
    head: dict[str, Value] = {
        "title": question.election.title,
        "person": asker,
        "words": question.words,
    }
    lines = [Phrase("question-card-head", head)]
    for one, words in question.answers():
        said = Choice("yes" if words else "no")
        told: dict[str, Value] = {"person": one.person.name, "words": words, "said": said}
        lines.append(Phrase("question-card-answer", told))
    buttons = []
    if question.election.ended_at is None:
        buttons = [Button(Phrase("question-label-answer"), wire("reply", question))]
    return Say(*lines, to=question.assembly, slot=question.slot, buttons=buttons)
