"""Fingerprints: the one way of writing data as bytes, its SHA-256, and a short code people can compare by eye."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical_json(value: object) -> bytes:
    """Return ``value`` as the only JSON it can have: keys sorted, no spaces, UTF-8, decimals as text; floats and private values raise TypeError."""
    return json.dumps(
        _plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def _plain(value: object) -> object:
    if value is None or (isinstance(value, str | bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, dict):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _key(key: object) -> str:
    if isinstance(key, str):
        return str(key)
    raise TypeError("keys must be text")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def check_code(digest: str) -> str:
    """Return the first 60 bits of a hexadecimal digest as twelve letters and digits (no I L O U): 7K2R-2XQ4-3DZZ."""
    number = int(digest[:15], 16)
    letters = "".join(_CROCKFORD[number >> shift & 31] for shift in range(55, -1, -5))
    return "-".join((letters[:4], letters[4:8], letters[8:]))
