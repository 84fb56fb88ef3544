"""How alembic reaches the tables; run by the store at start, never by hand."""

import importlib
import pkgutil
from typing import Literal

from alembic import context
from sqlalchemy import Enum

import models
from models.base import Base, Instant
from models.sealed import SealedColumn

for module in pkgutil.iter_modules(models.__path__):
    importlib.import_module(f"models.{module.name}")

PLAIN = {Instant: "sa.DateTime()", SealedColumn: "sa.LargeBinary()", Enum: "sa.String(20)"}
"""Migrations outlive the code: they name the database's types, not ours."""


def render(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    """A column's type as a migration writes it."""
    return PLAIN.get(type(item), False) if kind == "type" else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
