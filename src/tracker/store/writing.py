"""Bytes appended to several files, all or none: a journal of the sizes before is kept until the last is on the disk."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

WORKSHOP = ".tracker"  # the folder beside the tables for what is not data: lock, journal, what repairs cut off
JOURNAL = "append.journal"


def append(folder: Path, additions: Mapping[str, bytes]) -> None:
    """Add to each named file, durably. After an error, and after a crash followed by `undo`, none has changed."""
    _begin(folder, {name: _size(folder / name) for name in additions})
    try:
        for name, content in additions.items():
            _add(folder / name, content)
        sync(folder)
    except OSError:
        undo(folder)
        raise
    _end(folder)


def unfinished(folder: Path) -> bool:
    """Whether an append is under way, or was when its process died."""
    return (folder / WORKSHOP / JOURNAL).exists()


def undo(folder: Path) -> dict[str, bytes]:
    """Take back an append that did not finish, and return what was cut from each file. Only under the lock."""
    cut = {name: _shorten(folder / name, size) for name, size in _sizes_before(folder).items()}
    sync(folder)
    _end(folder)
    return {name: content for name, content in cut.items() if content}


def shorten(path: Path, size: int) -> bytes:
    """Cut a file to a size, durably, and return what was cut."""
    with path.open("r+b") as file:
        file.seek(size)
        cut = file.read()
        file.truncate(size)
        file.flush()
        os.fsync(file.fileno())
    return cut


def sync(folder: Path) -> None:
    """Make the names in a folder durable, not only the contents of its files."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _begin(folder: Path, sizes: dict[str, int | None]) -> None:
    path = folder / WORKSHOP / JOURNAL
    with path.open("w", encoding="utf-8") as file:
        json.dump(sizes, file)
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)


def _end(folder: Path) -> None:
    (folder / WORKSHOP / JOURNAL).unlink(missing_ok=True)
    sync(folder / WORKSHOP)


def _sizes_before(folder: Path) -> dict[str, int | None]:
    """A journal that is itself half-written means that no table had been touched yet."""
    try:
        sizes: dict[str, int | None] = json.loads((folder / WORKSHOP / JOURNAL).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return sizes


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.exists() else None


def _add(path: Path, content: bytes) -> None:
    """One write, so that a killed process leaves all of it or nothing, then fsync."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        if os.write(handle, content) != len(content):
            raise OSError(f"{path} could not be written to its end: is the disk full?")
        os.fsync(handle)
    finally:
        os.close(handle)


def _shorten(path: Path, size: int | None) -> bytes:
    if not path.exists() or (size is not None and path.stat().st_size <= size):
        return b""
    if size is not None:
        return shorten(path, size)
    content = path.read_bytes()  # the append had created it
    path.unlink()
    return content
