"""CSV on the Web (W3C): what our CSV files hold, in the words that linked-data tools read, from the declared tables."""

from __future__ import annotations

import json

from ..schema import Column, Table, Type
from ..store.cells import SEPARATOR
from ..tables import TABLES
from . import descriptor
from .descriptor import Json

_DATATYPES: dict[Type, Json] = {
    Type.NUMBER: "double",
    Type.INTEGER: "integer",
    Type.DATE: {"base": "date", "format": "yyyy-MM-dd"},
    Type.TIMESTAMP: {"base": "dateTime", "format": "yyyy-MM-ddTHH:mm:ssX"},
    Type.FLAG: {"base": "boolean", "format": "true|false"},
    Type.URL: "anyURI",
}  # all others are strings


def text() -> str:
    """The metadata file: the same bytes for the same tables."""
    return json.dumps(group(), ensure_ascii=False, indent=2) + "\n"


def group() -> dict[str, Json]:
    """Every table, as one group."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": descriptor.TITLE,
        "dc:description": descriptor.DESCRIPTION,
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "tables": [_table(table) for table in TABLES.values()],
    }


def _table(table: Table) -> dict[str, Json]:
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.name.capitalize(),
        "dc:description": table.meaning,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column) for column in table.references()],
        },
    }


def _column(column: Column) -> dict[str, Json]:
    said: dict[str, Json] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": _DATATYPES.get(column.type, "string"),
    }
    if column.is_required:
        said["required"] = True
    if column.type is Type.LIST:
        said["separator"] = SEPARATOR
    return said


def _foreign_key(column: Column) -> dict[str, Json]:
    there: dict[str, Json] = {"resource": f"{column.references}.csv", "columnReference": TABLES[column.references].id}
    return {"columnReference": column.name, "reference": there}
