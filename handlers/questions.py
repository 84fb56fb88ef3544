"""Questions to those who stand, their answers, and everything there is to know of them."""

from __future__ import annotations

from handlers.beside import shortened
from handlers.election_cards import candidate_lines, question_card
from handlers.reading import Sentence, Text
from handlers.rights import members, readers
from handlers.routing import Router
from handlers.standing import cut_after, offer_running
from handlers.turn import Button, Card, Say, Says, Tell, Turn, wire
from models.election import Election
from models.phrase import Phrase, Value
from models.questioning import Question, ask, questions_of

router = Router("elections")
router.card(Question)(question_card)
FIRST_WORDS = 60


@router.command("question", members, split=cut_after("words"), offers={"election": offer_running})
def question(turn: Turn, election: Election, words: Sentence) -> Says:
    """Ask all who stand; each answers for themselves."""
    asked = ask(turn.session, election, turn.person, words, now=turn.now)
    yield Card(asked)
    yield Card(election)
    told: dict[str, Value] = {
        "person": turn.person.name,
        "title": election.title,
        "assembly": election.assembly.name,
        "words": asked.words,
    }
    line = wire("reply", asked)
    button = Button(Phrase("question-label-answer"), line)
    for one in election.standing:
        if one.person_id != turn.person.id:
            yield Say(
                Phrase("question-for-you", told), to=one.person, buttons=[button], answer=line
            )
    if turn.private:
        yield Say("told-there", assembly=election.assembly.name)


@router.command("reply", members, hidden=True)
def reply(turn: Turn, question: Question, words: Text) -> Says:
    """Somebody who stands answers."""
    question.answer(turn.person, " ".join(words.split()))
    yield Card(question)
    yield Tell("question-answered", title=question.election.title)


@router.command("candidates", readers, offers={"election": offer_running})
def candidates(turn: Turn, election: Election) -> Says:
    """Read who stands, what they were asked, and what they say."""
    lines = candidate_lines(election) or [Phrase("candidates-none")]
    asked = questions_of(turn.session, election)
    lines += [_line(one) for one in asked]
    label = "candidates-label-question"
    buttons = [
        Button(Phrase(label, {"number": one.number}), wire("card", one.slot)) for one in asked
    ]
    if election.ended_at is None:
        line = wire("question", election)
        buttons.append(Button(Phrase("election-label-question"), line))
    head = Phrase("candidates-head", {"title": election.title})
    yield Say(head, *lines, buttons=buttons)


def _line(asked: Question) -> Phrase:
    answered = sum(1 for _, words in asked.answers() if words)
    values: dict[str, Value] = {
        "number": asked.number,
        "words": shortened(asked.words, FIRST_WORDS),
        "count": answered,
    }
    return Phrase("candidates-question", values)
