"""What people of two groups do in a day, at random, and what must be true afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from models.reminder import MOST as MOST_REMINDERS

OPTIONS = ("red", "green", "blue")
COMING = ("coming", "maybe", "not")


@dataclass(frozen=True)
class Act:
    """A line that somebody says in a group, or in private; or a button on a card."""

    who: str
    room: str
    """Empty: in private."""
    text: str = ""
    card: str = ""
    """The title of the card whose button is pressed."""
    label: str = ""


@dataclass
class Thing:
    """A poll, a task or a meeting as it must be."""

    kind: str
    room: str
    number: int
    title: str
    answers: dict[str, str] = field(default_factory=dict)
    """Votes, takings or attendances by person."""
    done: bool = False


@dataclass
class Town:
    """Chooses what happens next and keeps, independently of the bot, what it must come to."""

    random: Random
    people: tuple[str, ...]
    rooms: tuple[str, ...]
    most: int = 6
    """Cards of one kind in a group."""
    things: list[Thing] = field(default_factory=list)
    reminders: list[tuple[str, str, str]] = field(default_factory=list)
    """Who, where (empty: in private) and what of."""
    count: int = 0

    def opening(self) -> list[Act]:
        """Every group is founded, and everybody joins."""
        first, *others = self.people
        acts = [Act(first, room, f"/found {room.title()} kiez") for room in self.rooms]
        acts += [Act(who, room, "/join") for room in self.rooms for who in others]
        return acts + [Act(who, "", "/start") for who in self.people]

    def next(self) -> Act:
        """Something that may be done now."""
        self.count += 1
        who, room = self.random.choice(self.people), self.random.choice(self.rooms)
        doing = self.random.choices(
            ["poll", "task", "meeting", "reminder", "look", "vote", "press", "attend", "work"],
            [3, 3, 2, 3, 3, 5, 8, 4, 8],
        )[0]
        match doing:
            case "poll" | "task" | "meeting" if len(self._of(doing, room)) < self.most:
                return self._put_up(doing, who, room)
            case "vote" | "press" if self._of("poll", room):
                return self._vote(who, room, pressing=doing == "press")
            case "attend" if self._of("meeting", room):
                thing = self.random.choice(self._of("meeting", room))
                return Act(who, room, card=thing.title, label=self.random.choice(COMING))
            case "work" if any(not thing.done for thing in self._of("task", room)):
                return self._work(who, room)
            case "reminder" if sum(one[0] == who for one in self.reminders) < MOST_REMINDERS:
                return self._remind(who, self.random.choice((room, "")))
        return Act(who, "", self.random.choice(("/mine", "/tasks", "/meetings", "/help")))

    def happened(self, act: Act) -> None:
        """A button was pressed indeed: what it says is so."""
        thing = next(thing for thing in self.things if thing.title == act.card)
        thing.answers[act.who] = act.label

    def _of(self, kind: str, room: str) -> list[Thing]:
        return [thing for thing in self.things if (thing.kind, thing.room) == (kind, room)]

    def _put_up(self, kind: str, who: str, room: str) -> Act:
        thing = Thing(kind, room, len(self._of(kind, room)) + 1, f"{kind.title()} {self.count}")
        self.things.append(thing)
        lines = {
            "poll": f"/poll {thing.title}? | {' | '.join(OPTIONS)}",
            "task": f"/task {thing.title}",
            "meeting": f"/meet 2035-05-05 19:00 {thing.title}",
        }
        return Act(who, room, lines[kind])

    def _vote(self, who: str, room: str, *, pressing: bool) -> Act:
        thing = self.random.choice(self._of("poll", room))
        choice = self.random.choice(OPTIONS)
        if pressing:
            return Act(who, room, card=thing.title, label=choice)
        thing.answers[who] = choice
        return Act(who, room, f"/vote {thing.number} {choice}")

    def _work(self, who: str, room: str) -> Act:
        task = self.random.choice([thing for thing in self._of("task", room) if not thing.done])
        if who not in task.answers:
            task.answers[who] = "taken"
            return Act(who, room, f"/take {task.number}")
        if self.random.random() < 0.3:
            task.done = True
            return Act(who, room, f"/done {task.number}")
        del task.answers[who]
        return Act(who, room, f"/drop {task.number}")

    def _remind(self, who: str, room: str) -> Act:
        words = f"Reminder {self.count}"
        self.reminders.append((who, room, words))
        return Act(who, room, f"/remind 2035-05-05 19:00 {words}")
