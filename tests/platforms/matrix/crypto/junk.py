"""What a stranger may send to the bot's device, and into a room with it: anything."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from vodozemac import Account, Curve25519PublicKey

from tests.element import Device, Peer
from tests.element.forging import MEGOLM
from tests.platforms.matrix.conftest import Bot

CANARY = "Zitronenfalter"
"""In every piece of it, and to be found in no log."""
OLM = "m.olm.v1.curve25519-aes-sha2"
KEY = "8yH2zPJiFGMGTFFHTHjYkCgTBoLbmYGqJDQ9HFvLvyE"
ODD: tuple[Any, ...] = (None, True, 7, -1, "", CANARY, "A" * 5_000, [], [CANARY], {}, {CANARY: 1})
CIPHERTEXTS: tuple[Any, ...] = (
    CANARY,
    "",
    "AwgA",
    "A",
    "=",
    "AwohAAAA",
    "ü",
    "A" * 3_000,
    7,
    None,
    [CANARY],
    {},
)
FIELDS: dict[str, dict[str, Any]] = {
    "m.room_key": {
        "algorithm": MEGOLM,
        "room_id": "!a:b",
        "session_id": KEY,
        "session_key": CANARY,
    },
    "m.forwarded_room_key": {
        **{"algorithm": MEGOLM, "room_id": "!a:b", "session_id": KEY, "session_key": CANARY},
        **{"sender_key": KEY, "sender_claimed_ed25519_key": KEY},
        "forwarding_curve25519_key_chain": [CANARY],
    },
    "m.room_key_request": {
        "action": "request",
        "body": {"algorithm": MEGOLM, "room_id": "!a:b", "sender_key": KEY, "session_id": CANARY},
        "request_id": CANARY,
        "requesting_device_id": CANARY,
    },
    "m.room_key.withheld": {
        **{"algorithm": MEGOLM, "code": CANARY, "reason": CANARY},
        **{"room_id": "!a:b", "sender_key": KEY, "session_id": KEY},
    },
    "m.key.verification.request": {
        **{
            "from_device": CANARY,
            "methods": ["m.sas.v1"],
            "timestamp": 1,
            "transaction_id": CANARY,
        },
    },
    "m.key.verification.start": {
        **{"from_device": CANARY, "method": "m.sas.v1", "transaction_id": CANARY},
        **{"key_agreement_protocols": ["curve25519-hkdf-sha256"], "hashes": ["sha256"]},
        "message_authentication_codes": ["hkdf-hmac-sha256.v2"],
        "short_authentication_string": ["decimal", "emoji"],
    },
    "m.key.verification.accept": {
        **{"transaction_id": CANARY, "method": "m.sas.v1", "commitment": CANARY, "hash": "sha256"},
        "key_agreement_protocol": "curve25519-hkdf-sha256",
        "message_authentication_code": "hkdf-hmac-sha256.v2",
        "short_authentication_string": ["emoji"],
    },
    "m.key.verification.key": {"transaction_id": CANARY, "key": CANARY},
    "m.key.verification.mac": {"transaction_id": CANARY, "keys": CANARY, "mac": {CANARY: CANARY}},
    "m.key.verification.cancel": {"transaction_id": CANARY, "code": CANARY, "reason": CANARY},
    "m.secret.request": {"name": CANARY, "action": "request", "request_id": CANARY},
    "m.secret.send": {"request_id": CANARY, "secret": CANARY},
    "m.dummy": {CANARY: CANARY},
    "org.example.unknown": {CANARY: CANARY},
}
Content = dict[str, Any]


def bent(whole: Content, odd: tuple[Any, ...]) -> Iterator[Content]:
    """It, and it with each of its parts missing, or something else."""
    yield whole
    for name in whole:
        yield {key: value for key, value in whole.items() if key != name}
        for other in odd:
            yield {**whole, name: other}


def letters(curve25519: str) -> Iterator[tuple[str, Content]]:
    """Unencrypted messages to the device, and what calls itself encrypted by Olm."""
    for kind, content in FIELDS.items():
        for broken in bent(content, (None, 7, [CANARY])):
            yield kind, broken
    for number in (0, 1, 2, -1, "0", None, [CANARY]):
        for text in CIPHERTEXTS:
            yield "m.room.encrypted", sealed(curve25519, {"type": number, "body": text})
    whole = sealed(curve25519, {"type": 0, "body": CANARY})
    for broken in bent(whole, ODD):
        yield "m.room.encrypted", broken
    for inner in ODD:
        yield "m.room.encrypted", sealed(curve25519, inner)


def sealed(curve25519: str, inner: Any) -> Content:
    """What an Olm message looks like."""
    return {"algorithm": OLM, "sender_key": KEY, "ciphertext": {curve25519: inner}}


def events(peer: Peer) -> Iterator[Content]:
    """Encrypted events that nobody can read."""
    whole = {
        **{"algorithm": MEGOLM, "ciphertext": CANARY, "session_id": KEY},
        **{"sender_key": peer.curve25519, "device_id": peer.device},
    }
    yield from bent(whole, ODD)
    for text in CIPHERTEXTS:
        yield {**whole, "ciphertext": text}
        yield {**whole, "ciphertext": text, "session_id": CANARY}
    yield from ({**whole, "session_id": f"{CANARY}{number}"} for number in range(40))
    yield {**whole, "m.relates_to": CANARY}


def insides(room: str) -> Iterator[Any]:
    """What no honest client puts into an encrypted event."""
    whole = {"type": "m.room.message", "room_id": room, "content": {"body": [CANARY]}}
    yield from (CANARY.encode(), b"\xff\xfe", b"[" * 2_000, b"")
    yield from ODD
    yield from (
        {**whole, "state_key": ""},
        {**whole, "room_id": "!a:b"},
        {**whole, "type": [CANARY]},
    )
    for other in ODD:
        yield {**whole, "content": other}


async def half_valid(mallory: Peer, bot: Bot, to: Device) -> int:
    """Olm messages that open, with junk inside; how many."""
    said, device, curve25519 = 0, to.id, to.curve25519
    for kind, content in FIELDS.items():
        for broken in bent(content, (None,)):
            await mallory.whisper(bot.id, kind, broken, device)
            said += 1
    account = Account()
    wanted = {"one_time_keys": {bot.id: {device: "signed_curve25519"}}}
    (given,) = (await mallory.call("POST", "/keys/claim", wanted))["one_time_keys"][bot.id].values()
    (key,) = (one["key"] for one in given.values())
    session = account.create_outbound_session(
        Curve25519PublicKey.from_base64(curve25519), Curve25519PublicKey.from_base64(key)
    )
    payload = {"type": "m.room_key", "content": FIELDS["m.room_key"], "sender": mallory.id}
    for inside in (
        CANARY.encode(),
        b"",
        b"[]",
        b"7",
        b"\xff",
        b'{"type":7}',
        str(payload).encode(),
    ):
        number, raw = session.encrypt(inside).to_parts()
        text = base64.b64encode(raw).decode().rstrip("=")
        content = sealed(curve25519, {"type": number, "body": text})
        content["sender_key"] = account.curve25519_key.to_base64()
        await mallory.send_to_device("m.room.encrypted", {bot.id: {device: content}})
        said += 1
    return said
