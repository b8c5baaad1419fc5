"""Where the DuckDB file of a version of the data lies, and how it gets there whole: built aside, then renamed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import duckdb

from ..errors import TrackerError
from ..store import Store
from ..store.writing import WORKSHOP
from ..tables import TABLES
from . import building

ATTEMPTS = 5  # how often a folder may change under our hands before we say so
LEAST_HELD = 200_000_000  # bytes
ABANDONED = 3600.0  # seconds after which a file that is still being built has lost its builder
# A reader of the database never touches another file, nor the network for an extension.
_SEALED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def connect(store: Store) -> tuple[str, duckdb.DuckDBPyConnection]:
    """The version of the data and a read-only connection to exactly that version. Use a cursor of it for each call."""
    version = store.version()
    if connection := _opened(_path(store, version)):
        return version, connection
    with store.steady():
        for _ in range(ATTEMPTS):  # an editor, which knows nothing of our lock, may save while we read
            version = store.version()
            connection = _opened(_path(store, version)) or _build(store, _path(store, version))
            if store.version() == version:
                return version, connection
            connection.close()
    raise TrackerError(f"{store.folder} keeps changing while it is read: try again when the other program is done")


def _build(store: Store, path: Path) -> duckdb.DuckDBPyConnection:
    draft = path.with_name(f"building-{uuid.uuid4().hex}.duckdb")
    try:
        with duckdb.connect(draft) as connection:
            building.build(connection, store)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
        draft.with_name(f"{draft.name}.wal").unlink(missing_ok=True)
    _clean(path)
    return _reader(path)


def _reader(path: Path) -> duckdb.DuckDBPyConnection:
    """What it keeps and sorts in memory is bounded by the size of the data; beyond that, it uses the disk."""
    held = max(LEAST_HELD, 3 * path.stat().st_size // 4)
    return duckdb.connect(path, read_only=True, config={**_SEALED, "memory_limit": f"{held}B"})


def _opened(path: Path) -> duckdb.DuckDBPyConnection | None:
    """None where there is no such file, or none that can be read."""
    if not path.exists():
        return None
    try:
        return _reader(path)
    except (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException):
        path.unlink(missing_ok=True)
        return None


def _clean(newest: Path) -> None:
    """Remove the files of versions that have passed. Whoever has one open keeps it until closed."""
    owner = newest.name.rsplit("-", 1)[0]
    for path in newest.parent.glob(f"{owner}-*.duckdb"):
        if path != newest:
            path.unlink(missing_ok=True)
    for path in newest.parent.glob("building-*"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > ABANDONED:
                path.unlink()


def _path(store: Store, version: str) -> Path:
    """A name for the folder, then for the data, the declared tables and the code that lays them out."""
    where = hashlib.sha256(str(store.folder.resolve()).encode()).hexdigest()[:8]
    layout = (version, TABLES, building.LAYOUT, Path(building.__file__).read_bytes(), duckdb.__version__)
    digest = hashlib.sha256(repr(layout).encode()).hexdigest()[:16]
    return _workshop(store.folder) / f"catalogue-{where}-{digest}.duckdb"


def _workshop(folder: Path) -> Path:
    """Beside the data where we may write, else the user's own temporary folder."""
    beside = folder / WORKSHOP
    try:
        beside.mkdir(exist_ok=True)
        if os.access(beside, os.W_OK):
            return beside
    except OSError:
        pass  # a read-only disk: the next place will do
    return next(_temporary())


def _temporary() -> Iterator[Path]:
    """A folder nobody else can put files in; a fresh one where the usual name is taken by somebody else."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    path = Path(tempfile.gettempdir()) / f"tracker-{user}"
    path.mkdir(mode=0o700, exist_ok=True)
    if not path.is_symlink() and (user == "user" or path.stat().st_uid == user):
        yield path
    yield Path(tempfile.mkdtemp(prefix="tracker-"))
