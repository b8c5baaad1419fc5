"""What a crash, or an editor, can leave at the end of a file, and how it is mended without losing a byte."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from ..errors import DataError
from ..schema import Table
from ..tables import TABLES
from . import cells, reading, writing


def needed(folder: Path) -> bool:
    """Whether anything needs mending, or a writer is at work this moment: look again under the lock."""
    return writing.unfinished(folder) or any(_is_open_ended(path) for path in _files(folder))


def repair(folder: Path) -> Iterator[str]:
    """Mend what needs it and say so, one sentence each. Only under the lock."""
    if writing.unfinished(folder):
        yield from _undone(folder)
    for path in _files(folder):
        if _is_open_ended(path):
            yield _mended(folder, path)


def _undone(folder: Path) -> Iterator[str]:
    """Set aside first, cut afterwards: a crash between the two loses nothing."""
    kept = {name: _set_aside(folder, name, tail) for name, tail in writing.leftovers(folder).items()}
    writing.undo(folder)
    for name, path in kept.items():
        yield f"{name}: rows of an append that did not finish were taken back; they are kept in {path}"


def _mended(folder: Path, path: Path) -> str:
    """An append that dies leaves a journal, so a line without its end and without a journal came from elsewhere.

    A whole row that only lacks its line end is an editor's: it is kept. Anything less is set aside and cut off.
    """
    if _is_whole(path, TABLES[path.stem]):
        _end_line(path)
        return f"{path.name}: the last row had no line end; it was complete and was kept"
    content = path.read_bytes()
    start = _start_of_last_record(content)
    kept = _set_aside(folder, path.name, content[start:])
    writing.shorten(path, start)
    return f"{path.name}: a half-written last line was cut off; it is kept in {kept}"


def _end_line(path: Path) -> None:
    with path.open("ab") as file:
        file.write(reading.line_end(path).encode())
        file.flush()
        os.fsync(file.fileno())


def _is_whole(path: Path, table: Table) -> bool:
    last: dict[str, str] | None = None
    try:
        for _, row in reading.rows(path, table):
            last = row
    except DataError:
        return False
    return last is None or not any(cells.fault(column, last[column.name]) for column in table.columns)


def _start_of_last_record(content: bytes) -> int:
    """Where the last record begins: after the last line end that stands outside quotes."""
    start = position = quotes = 0
    for line in content.splitlines(keepends=True):
        position += len(line)
        quotes += line.count(b'"')
        if line.endswith(b"\n") and quotes % 2 == 0:
            start = position
    return start


def _set_aside(folder: Path, name: str, content: bytes) -> Path:
    """A name from the content: the same bytes are kept once, and nothing kept is ever overwritten."""
    digest = hashlib.sha256(content).hexdigest()[:8]
    path = folder / writing.WORKSHOP / f"cut-{Path(name).stem}-{digest}.csv"
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    writing.sync(path.parent)
    return path


def _is_open_ended(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _files(folder: Path) -> list[Path]:
    return [path for name in TABLES if (path := folder / f"{name}.csv").is_file()]
