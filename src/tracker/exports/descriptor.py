"""The Frictionless Data Package (version 2) that describes our CSV files, derived from the declared tables."""

from __future__ import annotations

import json
from typing import TypeAlias

from .. import __version__
from ..schema import Column, Table, Type
from ..tables import TABLES

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"

PROFILE = "https://datapackage.org/profiles/2.0"
NAME = "humanitarian-figures-tracker"
TITLE = "Humanitarian Figures Tracker: figures cited in reporting on crises"
DESCRIPTION = (
    "Every figure is a claim: somebody said it, about a place and a period, on a day, with a hedge. "
    "One row of observations is one claim; one row of citations is one document that carries it, as it printed it."
)
LICENCE_ID = "CC-BY-4.0"
LICENCE: Json = {
    "name": LICENCE_ID,
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
_TYPES: dict[Type, dict[str, Json]] = {
    Type.NUMBER: {"type": "number"},
    Type.INTEGER: {"type": "integer"},
    Type.DATE: {"type": "date"},
    Type.TIMESTAMP: {"type": "datetime"},
    Type.FLAG: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    Type.URL: {"type": "string", "format": "uri"},
}


def text() -> str:
    """What `datapackage.json` holds: the same bytes for the same tables."""
    return json.dumps(package(), ensure_ascii=False, indent=2) + "\n"


def package() -> dict[str, Json]:
    """The descriptor, one resource a table."""
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": __version__,
        "licenses": [LICENCE],
        "resources": [resource(table) for table in TABLES.values()],
    }


def resource(table: Table) -> dict[str, Json]:
    """One table, as a resource that a package names."""
    return {
        "$schema": f"{PROFILE}/dataresource.json",
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.meaning,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [LICENCE],
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Json]:
    schema: dict[str, Json] = {
        "$schema": f"{PROFILE}/tableschema.json",
        "fields": [field(column, is_key=(column.name,) == table.key) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    keys: list[Json] = [_foreign_key(table, column) for column in table.references()]
    return {**schema, "foreignKeys": keys} if keys else schema


def field(column: Column, *, is_key: bool = False) -> dict[str, Json]:
    """What Table Schema says of a column."""
    said: dict[str, Json] = {"name": column.name, "description": column.meaning}
    said.update(_TYPES.get(column.type, {"type": "string"}))
    constraints = _constraints(column, is_key=is_key)
    if constraints:
        said["constraints"] = constraints
    if column.unit:
        said["unit"] = column.unit
    if column.hxl:
        said["hxl"] = column.hxl
    return said


def _constraints(column: Column, *, is_key: bool) -> dict[str, Json]:
    constraints: dict[str, Json] = {}
    if column.is_required:
        constraints["required"] = True
    if is_key:
        constraints["unique"] = True
    if column.vocabulary:
        constraints["enum"] = list(column.vocabulary)
    return constraints


def _foreign_key(table: Table, column: Column) -> dict[str, Json]:
    target: dict[str, Json] = {"fields": [TABLES[column.references].id]}
    if column.references != table.name:  # a table that refers to itself leaves the resource out
        target["resource"] = column.references
    return {"fields": [column.name], "reference": target}
