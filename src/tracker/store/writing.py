"""Bytes appended to several files, all or none: a journal of the sizes before is kept until the last is on the disk."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

WORKSHOP = ".tracker"  # the folder beside the tables for what is not data: lock, journal, what repairs cut off
JOURNAL = "append.journal"


@dataclass(frozen=True)
class _Before:
    """A file as it was before an append, and how much the append wanted to add."""

    size: int
    inode: int  # 0 where there was no file
    addition: int

    @classmethod
    def of(cls, path: Path, addition: bytes) -> _Before:
        if not path.exists():
            return cls(0, 0, len(addition))
        return cls(path.stat().st_size, path.stat().st_ino, len(addition))

    def tail(self, path: Path) -> bytes:
        """What the append left in the file. Nothing where somebody has replaced the file or written to it since."""
        if not path.exists() or (self.inode and path.stat().st_ino != self.inode):
            return b""
        extra = path.stat().st_size - self.size
        return _from(path, self.size) if 0 < extra <= self.addition else b""


def append(folder: Path, additions: Mapping[str, bytes]) -> None:
    """Add to each named file, durably. After an error, and after a crash followed by `undo`, none has changed."""
    _begin(folder, {name: _Before.of(folder / name, content) for name, content in additions.items()})
    try:
        for name, content in additions.items():
            _add(folder / name, content)
        sync(folder)
    except BaseException:  # an interrupt from the keyboard too
        undo(folder)
        raise
    _end(folder)


def unfinished(folder: Path) -> bool:
    """Whether an append is under way, or was when its process died."""
    return (folder / WORKSHOP / JOURNAL).exists()


def leftovers(folder: Path) -> dict[str, bytes]:
    """What an append that did not finish has left in each file."""
    tails = {name: before.tail(folder / name) for name, before in _journal(folder).items()}
    return {name: tail for name, tail in tails.items() if tail}


def undo(folder: Path) -> None:
    """Take back an append that did not finish. Only under the lock."""
    for name, before in _journal(folder).items():
        if before.tail(folder / name):
            shorten(folder / name, before.size)
        if not before.inode and (folder / name).exists() and (folder / name).stat().st_size == 0:
            (folder / name).unlink()  # the append had created it
    sync(folder)
    _end(folder)


def shorten(path: Path, size: int) -> None:
    """Cut a file to a size, durably."""
    with path.open("r+b") as file:
        file.truncate(size)
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Make the names in a folder durable, not only the contents of its files."""
    if os.name == "nt":  # folders cannot be opened there, and need not be
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _begin(folder: Path, files: dict[str, _Before]) -> None:
    path = folder / WORKSHOP / JOURNAL
    with path.open("w", encoding="utf-8") as file:
        json.dump({name: asdict(before) for name, before in files.items()}, file)
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)


def _end(folder: Path) -> None:
    (folder / WORKSHOP / JOURNAL).unlink(missing_ok=True)
    sync(folder / WORKSHOP)


def _journal(folder: Path) -> dict[str, _Before]:
    """A journal that is itself half-written means that no table had been touched yet."""
    try:
        entries = json.loads((folder / WORKSHOP / JOURNAL).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {name: _Before(**entry) for name, entry in entries.items()}


def _from(path: Path, position: int) -> bytes:
    with path.open("rb") as file:
        file.seek(position)
        return file.read()


def _add(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        rest = memoryview(content)
        while rest:  # one write takes no more than two gigabytes
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
