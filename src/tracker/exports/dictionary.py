"""The data dictionary: every table, column and code with its meaning, as Markdown derived from the declared tables."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks import CHECKS
from ..schema import Column, Table, Type, Vocabulary
from ..tables import TABLES
from ..vocabularies import VOCABULARIES

INTRODUCTION = """\
# Data dictionary

Every table is one CSV file under `data/`: UTF-8, comma separated, a header row, ISO 8601 dates. A blank cell means
unknown; zero is a claim of zero. A ledger only grows: where we entered something wrongly, the row is entered again with
the next `revision`, and readers use the highest. Other tables are edited in place.

This page is generated from `src/tracker/tables.py`: change that file, then run
`tracker describe --dictionary docs/data-dictionary.md`.
"""
CHECKED = """\
## Checks

`tracker check` reports every place where one of these does not hold. An error is a mistake in our tables. A warning is
something that a source really printed, or left out: it is kept as it is and flagged. Days and bounds that look like a
slip of ours are errors until the row's note says that they were printed so, and then warnings.
"""
KINDS = {
    Type.ID: "id",
    Type.REFERENCE: "id",
    Type.CODE: "code",
    Type.TEXT: "text",
    Type.LIST: "texts separated by ` | `",
    Type.NUMBER: "number",
    Type.INTEGER: "whole number",
    Type.DATE: "date, YYYY-MM-DD",
    Type.TIMESTAMP: "time in UTC, YYYY-MM-DDThh:mm:ssZ",
    Type.FLAG: "true or false",
    Type.URL: "http or https address",
}


def text() -> str:
    """The whole dictionary: the same bytes for the same tables."""
    tables = [_table(table) for table in TABLES.values()]
    codes = [_vocabulary(vocabulary) for vocabulary in VOCABULARIES]
    return "\n".join([INTRODUCTION, *tables, "## Codes\n", *codes, _checks()])


def _table(table: Table) -> str:
    kind = "A ledger. " if table.is_ledger else ""
    key = " and ".join(f"`{name}`" for name in table.key)
    rows = "".join(_row(column) for column in table.columns)
    return (
        f"## {table.name}\n\n{table.meaning}\n\n{kind}Key: {key}.\n\n"
        f"| column | holds | required | meaning | HXL |\n| --- | --- | --- | --- | --- |\n{rows}"
    )


def _row(column: Column) -> str:
    hxl = f"`{column.hxl}`" if column.hxl else ""
    unit = f" (unit: {column.unit})" if column.unit else ""
    required = "yes" if column.is_required else ""
    return _cells(f"`{column.name}`", _holds(column), required, column.meaning + unit, hxl)


def _holds(column: Column) -> str:
    if column.references:
        return f"id in [{column.references}](#{column.references})"
    if column.vocabulary:
        return f"code of [{column.vocabulary.name}](#{column.vocabulary.name})"
    return KINDS[column.type]


def _vocabulary(vocabulary: Vocabulary) -> str:
    source = f"Source: {vocabulary.source}.\n\n" if vocabulary.source else ""
    return f"### {vocabulary.name}\n\n{source}{''.join(_terms(vocabulary))}"


def _terms(vocabulary: Vocabulary) -> Iterator[str]:
    yield "| code | meaning |\n| --- | --- |\n"
    for term, meaning in vocabulary.terms.items():
        yield _cells(f"`{term}`", meaning)


def _checks() -> str:
    rows = "".join(_cells(f"`{check.code}`", check.severity, check.title) for check in CHECKS.values())
    return f"{CHECKED}\n| finding | severity | what should hold |\n| --- | --- | --- |\n{rows}"


def _cells(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
