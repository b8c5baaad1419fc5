"""A table as Parquet, with the types of its columns and, in the file's metadata, what each of them means."""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import duckdb

from ..catalogue import Catalogue
from ..schema import Column
from . import descriptor
from .columns import column
from .selection import Selection

FIELDS = "fields"  # the key of the file's metadata under which a Table Schema describes the columns
ARROW = "ARROW:schema"  # the key under which readers that know Arrow look for what belongs to each column
HELD = "100MB"  # while the rows wait for the last: others wait on the disk
GROUP = 20_480  # rows that are packed together: sixty columns of many more would not fit into what is held


def write(path: Path, catalogue: Catalogue, wanted: Selection) -> int:
    """Write the file and return how many rows it holds. Days are days, whole numbers whole, and blanks null."""
    names, kinds = wanted.names(catalogue), wanted.kinds(catalogue)
    declared = ", ".join(f'"{name}" {kinds[name]}' for name in names)
    with (
        tempfile.TemporaryDirectory() as folder,
        duckdb.connect(Path(folder) / "rows.duckdb", config={"memory_limit": HELD, "threads": 1}) as aside,
    ):
        aside.execute(f"create table t ({declared})")
        for frame in wanted.blocks(catalogue):
            aside.register("block", frame)
            aside.execute("insert into t select * from block")
            aside.unregister("block")
        meta = _meta(wanted, names, kinds)
        how = f"format parquet, compression zstd, row_group_size {GROUP}, kv_metadata {meta}"
        aside.execute(f"copy t to {_literal(str(path))} ({how})")
        counted = aside.execute("select count(*) from t").fetchone()
    return int(counted[0]) if counted else 0


def _meta(wanted: Selection, names: list[str], kinds: Mapping[str, str]) -> str:
    fields = [descriptor.field(column(wanted.table, name)) for name in names]
    about = {
        "title": descriptor.TITLE,
        "description": descriptor.DESCRIPTION,
        "licence": descriptor.LICENCE_ID,
        FIELDS: json.dumps(fields, ensure_ascii=False),
        ARROW: _arrow(wanted.table, names, kinds),
    }
    return "{" + ", ".join(f"{_literal(name)}: {_literal(text)}" for name, text in about.items()) + "}"


def _arrow(table: str, names: list[str], kinds: Mapping[str, str]) -> str:
    """The columns as an Arrow schema, in which each says what it means."""
    import nanoarrow

    types = {
        "VARCHAR": {"obj": nanoarrow.Type.STRING},
        "DOUBLE": {"obj": nanoarrow.Type.DOUBLE},
        "BIGINT": {"obj": nanoarrow.Type.INT64},
        "DATE": {"obj": nanoarrow.Type.DATE32},
        "TIMESTAMP": {"obj": nanoarrow.Type.TIMESTAMP, "unit": "us"},
        "BOOLEAN": {"obj": nanoarrow.Type.BOOL},
    }
    columns = [
        nanoarrow.Schema(**types[kinds[name]], name=name, metadata=_said(column(table, name)), nullable=True)
        for name in names
    ]
    whole = nanoarrow.Schema(nanoarrow.Type.STRUCT, fields=columns)
    return base64.b64encode(whole.serialize()).decode()


def _said(one: Column) -> dict[str, str]:
    codes = "; ".join(f"{code}: {meaning}" for code, meaning in one.vocabulary.terms.items()) if one.vocabulary else ""
    told = {"description": one.meaning, "unit": one.unit, "hxl": one.hxl, "refers_to": one.references, "codes": codes}
    return {name: text for name, text in told.items() if text}


def _literal(text: str) -> str:
    """COPY takes no bound values. A text in SQL has nothing to escape but its quotes."""
    return "'" + text.replace("'", "''") + "'"
