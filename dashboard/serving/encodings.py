"""Brotli and gzip: which one a browser accepts, and how to make them, once and well or quickly."""

from __future__ import annotations

import hashlib
import os
import zlib
from pathlib import Path
from typing import Protocol

import brotli

BEST = 11  # seconds for a large bundle, so it is done by the build and kept
QUICK = 4  # as dense as the best gzip in a fifth of its time
GZIP = 6


class Coder(Protocol):
    """Something that compresses a stream piece by piece."""

    def add(self, piece: bytes) -> bytes:
        """What can be sent of all pieces so far; often nothing yet."""

    def end(self) -> bytes:
        """The rest."""


class Brotli:
    """A stream in brotli."""

    def __init__(self) -> None:
        self._stream = brotli.Compressor(quality=QUICK)

    def add(self, piece: bytes) -> bytes:
        """What can be sent so far."""
        return bytes(self._stream.process(piece))

    def end(self) -> bytes:
        """The rest."""
        return bytes(self._stream.finish())


class Gzip:
    """A stream in gzip."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj(GZIP, wbits=31)

    def add(self, piece: bytes) -> bytes:
        """What can be sent so far."""
        return self._stream.compress(piece)

    def end(self) -> bytes:
        """The rest."""
        return self._stream.flush()


CODERS: dict[str, type[Brotli] | type[Gzip]] = {"br": Brotli, "gzip": Gzip}


def accepted(header: str) -> str:
    """`br` or `gzip`, the best that an Accept-Encoding header allows; blank for neither."""
    weights = dict(_weighed(part) for part in header.lower().split(",") if part.strip())
    return next((name for name in CODERS if weights.get(name, weights.get("*", 0.0)) > 0), "")


def whole(name: str, data: bytes) -> bytes:
    """The data in one of the encodings, made quickly."""
    coder = CODERS[name]()
    return coder.add(data) + coder.end()


def kept(data: bytes, folder: Path) -> bytes | None:
    """The best brotli of these data, if the build has made it."""
    path = _path(data, folder)
    return path.read_bytes() if path.is_file() else None


def keep(data: bytes, folder: Path) -> bool:
    """Make the best brotli of these data and keep it; False where it was there already."""
    path = _path(data, folder)
    if path.is_file():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(brotli.compress(data, quality=BEST))
    part.replace(path)  # moved in place: a server that looks now never meets half of it
    return True


def _path(data: bytes, folder: Path) -> Path:
    return folder / "brotli" / f"{hashlib.sha256(data).hexdigest()}.br"


def _weighed(part: str) -> tuple[str, float]:
    name, _, parameter = part.strip().partition(";")
    _, _, weight = parameter.strip().partition("q=")
    try:
        return name.strip(), float(weight) if weight else 1.0
    except ValueError:
        return name.strip(), 0.0
