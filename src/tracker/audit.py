"""The audit log: one line of JSON for every change that somebody made, added at the end and never rewritten."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from filelock import FileLock, Timeout

from .errors import DataError, TrackerError

PATIENCE = 20.0  # seconds to wait for another line, which takes milliseconds


@dataclass(frozen=True)
class Entry:
    """One change. `before` and `after` are SHA-256 digests of what was changed, empty where there was, or is, none."""

    at: str
    by: str
    action: str
    ids: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


class Audit:
    """The log in one file, which is made with its first line."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    def __iter__(self) -> Iterator[Entry]:
        """Every entry, the oldest first; none where nothing was changed yet. DataError names a line that is none."""
        try:
            content = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except OSError as problem:
            raise TrackerError(f"{self.path} cannot be read: {problem.strerror}") from None
        for number, line in enumerate(content.split("\n"), start=1):
            if line:
                yield self._entry(line, number)

    def log(self, entry: Entry) -> None:
        """Add a line, durably. A last line that a crash cut short is ended first, so that it spoils no other."""
        try:
            with FileLock(f"{self.path}.lock", timeout=PATIENCE, poll_interval=0.01):
                self._add(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        except Timeout:
            raise TrackerError(f"{self.path} has been locked for {PATIENCE:.0f} s: is a program stuck?") from None
        except OSError as problem:
            reason = problem.strerror or problem
            raise TrackerError(f"{self.path} cannot be written, and nothing changes without it: {reason}") from None

    def _add(self, line: str) -> None:
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o640)
        with os.fdopen(handle, "a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else f"\n{line}"
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())

    def _entry(self, line: str, number: int) -> Entry:
        try:
            kept = json.loads(line)
            return Entry(**{**kept, "ids": tuple(kept["ids"])})
        except (ValueError, KeyError, TypeError):
            wanted = ", ".join(field.name for field in fields(Entry))
            raise DataError(
                "audit", f"{self.path.name} line {number} is not a whole entry", remedy=f"Its fields are {wanted}"
            ) from None


def audit_for(data: Path | str) -> Audit:
    """The log of a data folder: the file that TRACKER_AUDIT names, else `audit.jsonl` beside the folder."""
    named = os.environ.get("TRACKER_AUDIT", "")
    return Audit(named or Path(data).resolve().parent / "audit.jsonl")


def entry(action: str, *ids: str, by: str, now: dt.datetime, before: bytes = b"", after: bytes = b"") -> Entry:
    """An entry for a change of these ids at a moment; `before` and `after` are what was changed, as it is kept."""
    return Entry(f"{now.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}", by, action, ids, digest(before), digest(after))


def digest(content: bytes) -> str:
    """What tells two contents apart; empty for nothing."""
    return hashlib.sha256(content).hexdigest() if content else ""
