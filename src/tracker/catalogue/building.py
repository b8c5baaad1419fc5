"""The tables of the database: the files as declared, then laid out for the questions readers ask."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ..errors import DataError
from ..schema import Column, Table, Type
from ..store import Store
from ..store.cells import SHAPES, fault
from ..tables import LANGUAGES, TABLES

SQL_TYPES = {
    Type.NUMBER: "double",
    Type.INTEGER: "bigint",
    Type.DATE: "date",
    Type.TIMESTAMP: "timestamp",
    Type.FLAG: "boolean",
}  # all others are text
# A cell that is none of these cannot be shown, or must not be: a link may only lead to the web.
STRICT = frozenset({*SQL_TYPES, Type.URL})
LAYOUT = Path(__file__).with_name("layout.sql").read_text(encoding="utf-8")


def build(connection: duckdb.DuckDBPyConnection, store: Store) -> None:
    """Fill an empty database. Raises DataError for the first cell that does not fit its type."""
    for table in TABLES.values():
        _load(connection, store, table)
    connection.execute(_laid_out())
    connection.execute("checkpoint")


def _load(connection: duckdb.DuckDBPyConnection, store: Store, table: Table) -> None:
    names = store.header(table.name)
    try:
        _stage(connection, store.path(table.name), names)
        if _misfits(connection, table, names):
            raise duckdb.ConversionException
        connection.execute(f"create table {table.name} as {_newest(table, names)}")
    except (duckdb.ConversionException, duckdb.InvalidInputException) as error:
        raise _bad_cell(store, table, error) from None
    connection.execute("drop table staged")


def _stage(connection: duckdb.DuckDBPyConnection, path: Path, names: tuple[str, ...]) -> None:
    """The file's cells as text. All is strict: a row with a missing cell is an error, not a row with a blank."""
    if not path.exists() or path.stat().st_size == 0:
        columns = ", ".join(f'"{name}" varchar' for name in names)
        connection.execute(f"create table staged ({columns})")
        return
    columns = ", ".join(f"'{name}': 'varchar'" for name in names)
    connection.execute(
        "create table staged as select * from read_csv($path, auto_detect = false, header = true, delim = ',',"  # noqa: S608
        f" quote = '\"', escape = '\"', columns = {{{columns}}})",
        {"path": str(path)},
    )


def _misfits(connection: duckdb.DuckDBPyConnection, table: Table, names: tuple[str, ...]) -> bool:
    """Whether any cell has the wrong shape for its type."""
    strict = [table[name] for name in names if table[name].type in STRICT]
    wrong = [
        f"(trim({_quoted(c)}) <> '' and not regexp_full_match({_quoted(c)}, '{SHAPES[c.type]}'))" for c in strict
    ] or ["false"]
    found = connection.execute(f"select count(*) from staged where {' or '.join(wrong)}").fetchone()  # noqa: S608
    return found is not None and found[0] > 0


def _newest(table: Table, names: tuple[str, ...]) -> str:
    """Typed columns in declared order, the newest revision of each id; of rows with one key, the last in the file."""
    columns = ", ".join(_typed(column, column.name in names) for column in table.columns)
    newest_first = "try_cast(revision as bigint) desc nulls last, rowid desc" if table.is_ledger else "rowid desc"
    ranked = f"row_number() over (partition by {', '.join(table.identity)} order by {newest_first}) as nth"
    return f"select {columns} from (select *, {ranked}, rowid as line from staged) where nth = 1 order by line"  # noqa: S608


def _typed(column: Column, is_there: bool) -> str:
    name = _quoted(column)
    cell = f"case when trim({name}) = '' then null else {name} end" if is_there else "null"
    return f"cast({cell} as {SQL_TYPES.get(column.type, 'varchar')}) as {name}"


def _quoted(column: Column) -> str:
    """Some of our names are words of SQL: `end`, `date`."""
    return f'"{column.name}"'


def _bad_cell(store: Store, table: Table, error: duckdb.Error) -> DataError:
    """Found by reading the file again: row numbers of the database drift once it has rejected one."""
    for number, row in store.raw(table.name):
        for column in table.columns:
            wrong = fault(column, row[column.name]) if column.type in STRICT and row[column.name].strip() else None
            if wrong:
                return DataError(table.name, wrong.problem, row=number, column=column.name, remedy=wrong.remedy)
    return DataError(table.name, f"cannot be read ({str(error).splitlines()[0]})", remedy="Restore the last good copy")


def _laid_out() -> str:
    """layout.sql with the columns that exist once per language written out."""
    named = {
        "indicator_label": _named("i.label", "indicator_label"),
        "place_name": _named("p.name", "place_name"),
        "crisis_title": _named("k.title", "crisis_title"),
        "claimant": f"{_named('g.name', 'claimant_name')}, {_named('g.short_name', 'claimant_short')}",
        "publisher": f"{_named('g.name', 'publisher_name')}, {_named('g.short_name', 'publisher_short')}",
        "names": _names_to_search(),
        "told": ", ".join(_told(f"v.text{suffix}", f"caveat{suffix}") for suffix in _suffixes()),
        "caveat": _named("warned.caveat", "caveat"),
    }
    text = LAYOUT
    for slot, columns in named.items():
        text = text.replace(f"{{{slot}}}", columns)
    return text


def _suffixes() -> tuple[str, ...]:
    return ("", *(f"_{code}" for code in LANGUAGES))


def _named(source: str, name: str) -> str:
    return ", ".join(f"{source}{suffix} as {name}{suffix}" for suffix in _suffixes())


def _told(source: str, name: str) -> str:
    """Texts of several rows behind each other; none in a language in which one of them is missing."""
    return f"case when count({source}) = count(*) then string_agg({source}, ' ' order by v.caveat_id) end as {name}"


def _names_to_search() -> str:
    names = ("i.label", "p.name", "k.title", "g.name", "g.short_name")
    return ", ".join(f"{name}{suffix}" for name in names for suffix in _suffixes())
