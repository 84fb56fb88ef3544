"""What the crypto wants done after every sync."""

from __future__ import annotations

from bot.platforms.matrix.crypto.identity import Identity
from bot.platforms.matrix.crypto.keys import Keys
from bot.platforms.matrix.session import Session


class Upkeep:
    """The device's keys are there for others, and the account vouches for it."""

    def __init__(self, session: Session, keys: Keys, identity: Identity) -> None:
        self._session, self._keys, self._identity = session, keys, identity

    async def tend(self) -> None:
        """Exchange keys as far as needed; raises as the session does, and Misconfigured."""
        await self._session.ready()
        await self._keys.tend()
        await self._identity.vouch()
