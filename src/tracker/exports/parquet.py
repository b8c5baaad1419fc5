"""A table as Parquet, with the types of its columns and, in the file's metadata, what each of them means."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import duckdb

from ..catalogue import Catalogue
from . import descriptor
from .columns import column
from .selection import Selection

FIELDS = "fields"  # the key of the file's metadata under which a Table Schema describes the columns


def write(path: Path, catalogue: Catalogue, wanted: Selection) -> int:
    """Write the file and return how many rows it holds. Days are days, whole numbers whole, and blanks null."""
    names, kinds = wanted.names(catalogue), wanted.kinds(catalogue)
    declared = ", ".join(f'"{name}" {kinds[name]}' for name in names)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(Path(folder) / "rows.duckdb") as aside:
        aside.execute(f"create table t ({declared})")
        for frame in wanted.blocks(catalogue):
            aside.register("block", frame)
            aside.execute("insert into t select * from block")
            aside.unregister("block")
        aside.execute(
            f"copy t to {_literal(str(path))} (format parquet, compression zstd, kv_metadata {_meta(wanted, names)})"
        )
        counted = aside.execute("select count(*) from t").fetchone()
    return int(counted[0]) if counted else 0


def _meta(wanted: Selection, names: list[str]) -> str:
    fields = [descriptor.field(column(wanted.table, name)) for name in names]
    about = {
        "title": descriptor.TITLE,
        "description": descriptor.DESCRIPTION,
        "licence": descriptor.LICENCE_ID,
        FIELDS: json.dumps(fields, ensure_ascii=False),
    }
    return "{" + ", ".join(f"{name}: {_literal(text)}" for name, text in about.items()) + "}"


def _literal(text: str) -> str:
    """COPY takes no bound values. A text in SQL has nothing to escape but its quotes."""
    return "'" + text.replace("'", "''") + "'"
