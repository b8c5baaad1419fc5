"""The reviews on disk: one file a document, changed under a lock and replaced whole, so that no progress is lost."""

from __future__ import annotations

import itertools
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ..audit import Audit, Entry, audit_for, digest
from ..errors import DataError, TrackerError, UnknownError
from ..tables import TABLES
from .session import Cells, Changed, Review, from_json, to_json

PATIENCE = 20.0  # seconds to wait for another reviewer's change, which takes milliseconds
_ID = re.compile(r"[0-9a-f]{16}")


def folder_for(data: Path | str) -> Path:
    """Where the reviews of a data folder are kept: TRACKER_REVIEWS, else `reviews` beside it."""
    named = os.environ.get("TRACKER_REVIEWS", "")
    return Path(named) if named else Path(data).resolve().parent / "reviews"


class Reviews:
    """The reviews in one folder, which is made when the first is kept. Every change is logged before it is made."""

    def __init__(self, folder: Path | str, audit: Audit | None = None) -> None:
        """`audit` is the log; the one beside the folder if it is not given."""
        self.folder, self._audit = Path(folder), audit or audit_for(folder)

    def __iter__(self) -> Iterator[Review]:
        """Every review, the newest first."""
        found = [self.get(path.stem) for path in self.folder.glob("*.json") if _ID.fullmatch(path.stem)]
        return iter(sorted(found, key=lambda review: (review.created_on, review.id), reverse=True))

    def get(self, name: str) -> Review:
        """One review. UnknownError where there is none."""
        if not _ID.fullmatch(name):
            raise UnknownError("there is no review “{name}”", name=name)
        try:
            return from_json(json.loads(self._path(name).read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise UnknownError("there is no review “{name}”", name=name) from None
        except (ValueError, KeyError, TypeError) as problem:
            raise DataError("reviews", f"{name}.json cannot be read ({problem})", remedy="Move it away") from None

    def keep(self, review: Review) -> Review:
        """Put a new review on disk; one of the same text that is there already is given back as it stands."""
        self._make_folder()
        with self._locked(review.id):
            if self._path(review.id).exists():
                return self.get(review.id)
            self._write(review)
        return review

    def change(self, name: str, changed: Changed) -> Review:
        """Read, change and write a review while nobody else can. Raises what `changed` raises, and changes nothing."""
        self.get(name)  # so that a name that is none makes no lock
        with self._locked(name):
            after = changed(self.get(name))
            self._write(after)
        return after

    def save(self, review: Review) -> None:
        """Write a review while inside a change of it: what must be on disk before something else is done."""
        self._write(review)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _locked(self, name: str) -> FileLock:
        try:
            return _Held(self.folder / f"{name}.lock", timeout=PATIENCE, poll_interval=0.01)
        except OSError as problem:
            raise TrackerError("{place} cannot be written: {why}", place=self.folder, why=problem.strerror) from None

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise TrackerError("{place} cannot be made: {why}", place=self.folder, why=problem.strerror) from None

    def _write(self, review: Review) -> None:
        """Beside the old file, durably, and then in its place."""
        path = self._path(review.id)
        beside = path.with_suffix(".new")
        content = json.dumps(to_json(review), ensure_ascii=False, indent=1).encode()
        try:
            self._log(review, path.read_bytes() if path.exists() else b"", content)
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as problem:
            raise TrackerError("{place} cannot be written: {why}", place=path, why=problem.strerror) from None

    def _log(self, review: Review, before: bytes, after: bytes) -> None:
        """A line for each deed that is new in the review's history, and one where its last deed was taken back."""
        known = json.loads(before)["history"] if before else []
        pairs = zip(known, review.history, strict=False)
        kept = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        new: list[Cells] = list(review.history[kept:])
        if not new and known[kept:]:
            new = [known[-1] | {"action": f"took back: {known[-1]['action']}"}]
        for deed in new:
            ids = [review.id, *_touched(review, deed)]
            self._audit.log(Entry(deed["at"], deed["by"], deed["action"], tuple(ids), digest(before), digest(after)))


def _touched(review: Review, deed: Cells) -> Iterator[str]:
    """The figure a deed is about, and the rows that accepting it writes."""
    item = next((one for one in review.items if one.key == deed.get("item")), None)
    if item is None:
        return
    yield item.key
    if deed["action"] in {"is accepting", "accepted"}:
        for name, rows in item.rows.items():
            yield from (row[TABLES[name].id] for row in rows)


class _Held(FileLock):
    """A lock whose failure is said to a person."""

    def __enter__(self) -> _Held:
        try:
            self.acquire()
        except Timeout:
            raise TrackerError(
                "{place} has been held for {seconds} s: is a program stuck?",
                place=self.lock_file,
                seconds=int(PATIENCE),
            ) from None
        return self
