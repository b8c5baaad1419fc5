"""A file made for one answer, sent piece by piece and then removed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

CHUNK = 64_000  # bytes sent at a time


def made(write: Callable[[Path], object]) -> Iterator[bytes]:
    """What `write` writes to the path it is given. It is written at once, so that its errors come before the answer."""
    folder = tempfile.TemporaryDirectory()  # removed, too, where nobody reads the answer
    path = Path(folder.name) / "file"
    write(path)
    return _sent(path, folder)


def _sent(path: Path, folder: tempfile.TemporaryDirectory[str]) -> Iterator[bytes]:
    with folder, path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
