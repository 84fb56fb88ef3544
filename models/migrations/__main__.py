"""`python -m models.migrations "what changes"`: write the migration that the models ask for."""

import sys
import tempfile

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine


def main(message: str) -> None:
    """Compare the models with what all migrations make, and write the difference as the next."""
    settings = Config()
    settings.set_main_option("script_location", "models:migrations")
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/now.db")
        with engine.connect() as connection:
            settings.attributes["connection"] = connection
            command.upgrade(settings, "head")
            connection.commit()
            settings.attributes["connection"] = connection
            command.revision(settings, message, autogenerate=True, rev_id=_next(settings))
        engine.dispose()


def _next(settings: Config) -> str:
    head = ScriptDirectory.from_config(settings).get_current_head()
    return f"{int(head or 0) + 1:04}"


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
