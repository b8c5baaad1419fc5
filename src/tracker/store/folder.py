"""The data folder: its tables as text, its version, and the one way rows get in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import RefusedError, TrackerError, UnknownError
from ..schema import Table
from ..tables import TABLES
from . import reading, repair, writing
from .proposal import Cells, Proposal, Row, Standing, judge, lines, mentioned

REASONS = 10  # how many reasons one refusal spells out
PATIENCE = 30.0  # seconds to wait for another writer: a thousand times what an append takes


@dataclass(frozen=True)
class Appended:
    """How many rows of each table were written, and how many of those offered stood there already."""

    written: Mapping[str, int]
    already: Mapping[str, int]


class Store:
    """The CSV files of one folder. Reading needs no right to write; a crash's leftovers are mended on opening."""

    def __init__(self, folder: Path | str) -> None:
        """Refuses a folder that is missing or holds no observations.csv."""
        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise TrackerError(f"{self.folder} is not a folder: give the one that holds observations.csv")
        if not self.path("observations").is_file():
            raise TrackerError(f"{self.folder} holds no observations.csv: give the folder that does")
        self.repaired: tuple[str, ...] = ()
        self._lock = FileLock(self.folder / writing.WORKSHOP / "lock", timeout=PATIENCE, poll_interval=0.01)
        self._mend()

    def path(self, table: str) -> Path:
        """The file of a table, which need not exist."""
        return self.folder / f"{_declared(table).name}.csv"

    def version(self) -> str:
        """A short text that changes whenever a file does. Costs a few file stats."""
        stamps = []
        for name in TABLES:
            try:
                stat = self.path(name).stat()
            except FileNotFoundError:
                continue
            stamps.append((name, stat.st_mtime_ns, stat.st_size, stat.st_ino))
        return hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]

    def header(self, table: str) -> tuple[str, ...]:
        """The columns of a table in the order its file has them."""
        return reading.header(self.path(table), TABLES[table])

    def raw(self, table: str) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a table as text, every revision, with the row number a spreadsheet shows; the header is row 1."""
        return reading.rows(self.path(table), TABLES[table])

    def append(self, rows: Mapping[str, Iterable[Row]]) -> Appended:
        """Write new rows to their tables, all or none, durably. Offering a row again changes nothing.

        Raises RefusedError, with the reasons, when one of them may not be written.
        """
        offered = {_declared(name).name: list(given) for name, given in rows.items()}
        with self.locked():
            proposal = judge(offered, self._standing(offered))
            if proposal.refusals:
                raise RefusedError(_summary(proposal.refusals))
            self._write(proposal)
        return Appended(Counter({name: len(taken) for name, taken in proposal.to_write.items()}), proposal.already)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Alone with the files: no other process that goes through a Store writes meanwhile."""
        with self._holding():
            self.repaired += tuple(repair.repair(self.folder))
            yield

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Nobody writes meanwhile, where that can be had: in a folder we may not write, reading goes on without it."""
        with ExitStack() as stack:
            with suppress(TrackerError):
                stack.enter_context(self.locked())
            yield

    @contextmanager
    def _holding(self) -> Iterator[None]:
        try:
            (self.folder / writing.WORKSHOP).mkdir(exist_ok=True)
            self._lock.acquire()
        except Timeout:
            raise TrackerError(
                f"{self.folder} has been locked for {PATIENCE:.0f} s: is another program stuck?"
            ) from None
        except OSError as error:
            raise TrackerError(f"{self.folder} cannot be written: {error.strerror or error}") from None
        try:
            yield
        finally:
            self._lock.release()

    def _mend(self) -> None:
        if not repair.needed(self.folder):
            return
        try:
            with self.locked():
                pass
        except TrackerError as error:
            self.repaired += (f"a last line or an append is unfinished and was left so, because {error}",)

    def _standing(self, offered: Mapping[str, Iterable[Row]]) -> Standing:
        standing = Standing()
        for name, ids in mentioned(offered).items():
            for _, row in reading.rows(self.path(name), TABLES[name], ids=ids):
                standing.take(TABLES[name], row)
        return standing

    def _write(self, proposal: Proposal) -> None:
        additions = {f"{name}.csv": self._addition(name, taken) for name, taken in proposal.to_write.items()}
        if not additions:
            return
        try:
            writing.append(self.folder, additions)
        except OSError as error:
            reason = error.strerror or error
            raise TrackerError(f"{self.folder} cannot be written, nothing was changed: {reason}") from None

    def _addition(self, name: str, taken: list[Cells]) -> bytes:
        path, names = self.path(name), self.header(name)
        for row in taken:
            if homeless := [column for column, text in row.items() if text and column not in names]:
                raise RefusedError(f"{path.name} has no column {', '.join(homeless)}: add it to the header first")
        is_new = not path.exists() or path.stat().st_size == 0
        heading = [dict(zip(names, names, strict=True))] if is_new else []
        return lines(names, [*heading, *taken], end=reading.line_end(path))


def _declared(name: str) -> Table:
    if name not in TABLES:
        raise UnknownError(f"there is no table {name!r}: the tables are {', '.join(TABLES)}")
    return TABLES[name]


def _summary(refusals: list[str]) -> str:
    more = f"; and {len(refusals) - REASONS} more" if len(refusals) > REASONS else ""
    return "; ".join(refusals[:REASONS]) + more
