"""How python-telegram-bot reaches Telegram here: by aiohttp, which Matrix needs anyway."""

from __future__ import annotations

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
    TCPConnector,
)
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

IDLE = 5.0
"""Seconds an unused connection is kept: longer, and the server may close it in mid-letter."""
SENDING, UPLOADING = 2.0, 120.0
"""Seconds for sending, without and with a file; what has no file is short."""

REFUSED = 400
TOLD_APART = {401, 403, 404, 409, 429}
"""What the library knows by its number; any other number from 400 to 499 is a refusal."""

Wait = ODVInput[float]


class Unreached(NetworkError):
    """There was no connection: for certain nothing arrived."""


class Network(BaseRequest):
    """So many connections at once, trusting whom the machine trusts, as Matrix does."""

    def __init__(self, connections: int, read: float, wait: float) -> None:
        """`read`: seconds an answer may take; `wait`: for a connection that is free."""
        self._connections, self._read, self._wait = connections, read, wait
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take, where nothing else is asked for."""
        return self._read

    async def initialize(self) -> None:
        """Make ready; nothing is connected yet."""
        if self._session is None:
            connector = TCPConnector(limit=self._connections, keepalive_timeout=IDLE)
            self._session = ClientSession(connector=connector, trust_env=True)

    async def shutdown(self) -> None:
        """Let go of all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917 the library's own
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Wait = BaseRequest.DEFAULT_NONE,
        write_timeout: Wait = BaseRequest.DEFAULT_NONE,
        connect_timeout: Wait = BaseRequest.DEFAULT_NONE,
        pool_timeout: Wait = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer; raises TimedOut and NetworkError."""
        if self._session is None:
            raise NetworkError("not begun")
        asked = None if isinstance(read_timeout, DefaultValue) else read_timeout
        read = self._read if asked is None else asked
        sending = UPLOADING if request_data and request_data.contains_files else SENDING
        limits = ClientTimeout(total=self._wait + sending + read, connect=self._wait)
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=_form(request_data),
                headers={"User-Agent": self.USER_AGENT},
                timeout=limits,
                allow_redirects=False,
            ) as answer:
                return _status(answer.status), await answer.read()
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise Unreached(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            # By its name alone: the text may hold the address, and with it the token.
            raise NetworkError(type(error).__name__) from None


def _status(status: int) -> int:
    return REFUSED if 400 <= status < 500 and status not in TOLD_APART else status


def _form(data: RequestData | None) -> FormData | None:
    if data is None:
        return None
    form = FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
