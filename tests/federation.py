"""Two homeservers that know each other, as on the wide net."""

from __future__ import annotations

import datetime
import ipaddress
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.synapse import Synapse, free_port, listener

DAY = datetime.timedelta(days=1)
SOON = {
    "destination_min_retry_interval": 100,
    "destination_retry_multiplier": 1,
    "destination_max_retry_interval": "1s",
}


class Federating(Synapse):
    """A homeserver that others may talk to, by the name under which they reach it."""

    def __init__(self, port: int, others: list[str]) -> None:
        self.name = f"localhost:{port}"
        super().__init__(
            server_name=self.name,
            federation_domain_whitelist=[self.name, *others],
            federation_verify_certificates=False,
            ip_range_blacklist=[],
            federation=SOON,
            tls_certificate_path="tls.crt",
            tls_private_key_path="tls.key",
        )
        self._config["listeners"] = [
            listener(self.port, "client", tls=False),
            listener(port, "federation", tls=True),
        ]

    def __enter__(self) -> Self:
        write_certificate(self.data)
        return super().__enter__()


def write_certificate(data: Path) -> None:
    """Put a certificate for loopback there, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + DAY)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost"), address]), False)
        .sign(key, hashes.SHA256())
    )
    (data / "tls.crt").write_bytes(certificate.public_bytes(Encoding.PEM))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (data / "tls.key").write_bytes(private)


@pytest.fixture(scope="session")
def federation() -> Iterator[tuple[Federating, Federating]]:
    """Two running homeservers that federate with each other."""
    ports = free_port(), free_port()
    names = [f"localhost:{port}" for port in ports]
    with ExitStack() as stack, ThreadPoolExecutor() as starting:
        one, two = starting.map(
            lambda port: stack.enter_context(Federating(port, names)),
            ports,
        )
        yield one, two
