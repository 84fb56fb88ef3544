"""An account for the bot on the tests' homeserver."""

from __future__ import annotations

import secrets

from tests.synapse import Synapse

PASSWORD = "open sesame"


def account(synapse: Synapse) -> dict[str, str]:
    """A new one, as the bot's settings."""
    made = synapse.register(f"kommune-{secrets.token_hex(4)}", PASSWORD)
    return {
        "MATRIX_HOMESERVER": synapse.url,
        "MATRIX_USER": made["user_id"],
        "MATRIX_PASSWORD": PASSWORD,
    }
