"""Which edition of the tracker is running: answers change with its files, whatever number its version has."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tracker

FOLDERS = (Path(tracker.__file__).parent, Path(__file__).parents[1])


@dataclass(frozen=True)
class Edition:
    """A digest of all files of ours, and when the newest of them changed (seconds since 1970)."""

    digest: str
    changed: float


@cache
def edition() -> Edition:
    """The one that this process began with."""
    files = [path for folder in FOLDERS for path in sorted(folder.rglob("*")) if _is_ours(path)]
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return Edition(digest.hexdigest(), max(path.stat().st_mtime for path in files))


def _is_ours(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts
