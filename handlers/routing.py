"""Commands and the router: a handler's signature is its grammar."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_type_hints

from sqlalchemy.orm import Session

from handlers.rights import Right
from handlers.turn import Button, Say, Says, Turn
from models.base import Base, Refused
from models.phrase import Value
from models.sheet import Sheet

Handler = Callable[..., Says]
HandlerT = TypeVar("HandlerT", bound=Handler)
Offer = tuple[Any, str]
"""A label (phrase or member's words) and the wire text that answers the question.

What begins with `/` is another line, said instead of the one that asks.
"""
Offers = Callable[[Turn], Sequence[Offer]]
Fits = Callable[[Turn], bool]
May = Callable[[Turn, Any], object]
Split = Callable[[Turn, str], Mapping[str, str]]
CardView = Callable[..., Say | None]
Fetch = Callable[[Session, Sequence[Any]], None]
Make = Callable[..., bytes | Sheet]
MakeT = TypeVar("MakeT", bound=Make)


class Elsewhere(Refused):
    """Another line does what was meant: whoever is refused is shown its buttons."""

    def __init__(self, key: str, buttons: Sequence[Button], **values: Value) -> None:
        super().__init__(key, **values)
        self.buttons = buttons


@dataclass(frozen=True, slots=True)
class Param:
    """One argument of a command, read by its annotation."""

    name: str
    kind: Any
    default: Any = inspect.Parameter.empty

    @property
    def required(self) -> bool:
        """Asked for when it is missing."""
        return self.default is inspect.Parameter.empty


@dataclass(frozen=True, slots=True)
class Command:
    """What can be said, by whom, with which arguments."""

    name: str
    who: Right
    handler: Handler
    params: tuple[Param, ...]
    theme: str
    split: Split | None = None
    """Cuts a typed line into its arguments, where their order alone does not tell."""
    offers: Mapping[str, Offers] = field(default_factory=dict)
    """Buttons beside the question for an argument; an optional one with offers is asked for
    when the command was said bare."""
    quotes: str = ""
    """The argument that the message replied to stands for, where it is not said."""
    withdrawn: str = ""
    """The command said instead when a reaction that pressed this one is taken back."""
    hidden: bool = False
    """Only buttons and promises say it: in no menu and no help."""
    fits: Fits | None = None
    """Where it is of use: elsewhere the help leaves it out."""
    unkept: bool = False
    """What is said with it is kept nowhere, not even where it breaks."""
    may: May | None = None
    """Refuses whoever may not say it after all, before anything is asked: it is given the first
    argument where that is of an assembly, else None."""
    step: bool = True
    """It changes something, unless its handler yields `Looked`."""
    instead: str = ""
    """The command that helps whoever cannot take this one back."""

    @property
    def steps(self) -> bool:
        """Whether it is remembered as somebody's last step."""
        return self.step and not self.unkept and self.who.by_person and not self.who.reads

    def param(self, name: str) -> Param:
        """The parameter of this name."""
        return next(param for param in self.params if param.name == name)


@dataclass(frozen=True, slots=True)
class CardKind:
    """How the live card of an entity is drawn."""

    view: CardView
    fetch: Fetch | None
    """Loads what many cards need, in a fixed number of queries."""


@dataclass(frozen=True, slots=True)
class Maker:
    """How a file is made of its arguments."""

    make: Make
    params: tuple[Param, ...]


class Router:
    """What people can say, composed by value from the features' routers."""

    def __init__(self, theme: str = "") -> None:
        """`theme` groups the commands in the help: a feature's noun."""
        self.theme = theme
        self.commands: dict[str, Command] = {}
        self.cards: dict[type[Base], CardKind] = {}
        self.makers: dict[str, Maker] = {}
        self.otherwise: Handler | None = None
        self.standing: set[str] = set()
        self.farewells: list[Handler] = []

    @classmethod
    def of(cls, *parts: Router) -> Router:
        """All of them in one; a name may be given once."""
        whole = cls()
        for part in parts:
            clash = whole.commands.keys() & part.commands.keys()
            if clash:
                raise ValueError(f"said twice: {sorted(clash)}")
            whole.commands |= part.commands
            whole.cards |= part.cards
            whole.makers |= part.makers
            whole.otherwise = part.otherwise or whole.otherwise
            whole.standing |= part.standing
            whole.farewells += part.farewells
        return whole

    def command(
        self,
        name: str,
        who: Right,
        *,
        split: Split | None = None,
        offers: Mapping[str, Offers] | None = None,
        quotes: str = "",
        withdrawn: str = "",
        hidden: bool = False,
        fits: Fits | None = None,
        unkept: bool = False,
        may: May | None = None,
        step: bool = True,
        instead: str = "",
    ) -> Callable[[HandlerT], HandlerT]:
        """Register a handler for `/name`."""

        def register(handler: HandlerT) -> HandlerT:
            self.commands[name] = Command(
                name,
                who,
                handler,
                _params(handler),
                self.theme,
                split,
                offers or {},
                quotes,
                withdrawn,
                hidden,
                fits,
                unkept,
                may,
                step,
                instead,
            )
            return handler

        return register

    def card(
        self, entity: type[Base], fetch: Fetch | None = None
    ) -> Callable[[CardView], CardView]:
        """Register how an entity's live card is drawn."""

        def register(view: CardView) -> CardView:
            self.cards[entity] = CardKind(view, fetch)
            return view

        return register

    def maker(self, name: str) -> Callable[[MakeT], MakeT]:
        """Register how a file is made: of a Making and arguments, into bytes or a sheet to draw.

        It may raise Refused; what it finds is as it is when the file is sent.
        """

        def register(make: MakeT) -> MakeT:
            self.makers[name] = Maker(make, _params(make))
            return make

        return register

    def farewell(self, handler: HandlerT) -> HandlerT:
        """Register what becomes of a feature's things when a membership has ended."""
        self.farewells.append(handler)
        return handler

    def always(self, name: str) -> None:
        """The clock says this command at the first start; its handler promises it anew."""
        self.standing.add(name)

    def plain(self, handler: HandlerT) -> HandlerT:
        """Register what becomes of words in private that are no command and no answer."""
        self.otherwise = handler
        return handler


def _params(handler: Callable[..., Any]) -> tuple[Param, ...]:
    hints = get_type_hints(handler)
    signature = inspect.signature(handler).parameters
    return tuple(
        Param(name, hints[name], parameter.default)
        for name, parameter in list(signature.items())[1:]
    )


def buttons(offers: Iterable[Offer], line: str) -> tuple[Button, ...]:
    """Answer buttons: each continues the wire form `line`."""
    return tuple(Button(label, f"{line} {text}") for label, text in offers)
