"""The data folder: its tables as text, its version, and the one way rows get in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import RefusedError, TrackerError, UnknownError
from ..tables import TABLES
from . import reading, repair, writing
from .proposal import Cells, Proposal, Row, Standing, judge, lines

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
        if table not in TABLES:
            raise UnknownError(f"there is no table {table!r}: the tables are {', '.join(TABLES)}")
        return self.folder / f"{table}.csv"

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

        Raises RefusedError, with every reason, when one of them may not be written.
        """
        with self.locked():
            proposal = judge(rows, _Memory(self))
            if proposal.refusals:
                raise RefusedError("; ".join(proposal.refusals))
            self._write(proposal)
        return Appended(Counter({name: len(taken) for name, taken in proposal.to_write.items()}), proposal.already)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Alone with the files: no other process that goes through a Store writes meanwhile."""
        with self._holding():
            self.repaired += tuple(repair.repair(self.folder))
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

    def _write(self, proposal: Proposal) -> None:
        additions = {f"{name}.csv": self._addition(name, taken) for name, taken in proposal.to_write.items()}
        if not additions:
            return
        try:
            writing.append(self.folder, additions)
        except OSError as error:
            raise TrackerError(
                f"{self.folder} cannot be written, nothing was changed: {error.strerror or error}"
            ) from None

    def _addition(self, name: str, taken: list[Cells]) -> bytes:
        path, names = self.path(name), self.header(name)
        for row in taken:
            if homeless := [column for column, text in row.items() if text and column not in names]:
                raise RefusedError(f"{path.name} has no column {', '.join(homeless)}: add it to the header first")
        is_new = not path.exists() or path.stat().st_size == 0
        return (lines(names, [dict(zip(names, names, strict=True))]) if is_new else b"") + lines(names, taken)


class _Memory:
    """What stands in each table, read when first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables: dict[str, Standing] = {}

    def __call__(self, table: str) -> Standing:
        if table not in self._tables:
            self._tables[table] = Standing.of(TABLES[table], (row for _, row in self._store.raw(table)))
        return self._tables[table]
