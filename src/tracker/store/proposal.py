"""Rows somebody wants to append: judged against what stands, and turned into lines of CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..schema import Table, Type
from ..tables import TABLES
from . import cells

Row = Mapping[str, object]
Cells = dict[str, str]
Key = tuple[str, ...]


@dataclass
class Standing:
    """What a table holds already, as far as a new row must know it."""

    rows: dict[Key, Cells] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table, rows: Iterable[Cells]) -> Standing:
        """Built from the rows of a file."""
        standing = cls()
        for row in rows:
            standing.take(table, row)
        return standing

    def take(self, table: Table, row: Cells) -> None:
        """Count a row in."""
        self.rows[key(table, row)] = row
        revision = int(row["revision"]) if table.is_ledger and row["revision"].isdigit() else 1
        self.newest[row[table.id]] = max(revision, self.newest.get(row[table.id], 0))


@dataclass
class Proposal:
    """What became of the rows offered: those to write, those that stand already, and why the others are refused."""

    to_write: dict[str, list[Cells]] = field(default_factory=dict)
    already: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)


def key(table: Table, row: Cells) -> Key:
    """The cells that name a row."""
    return tuple(row[name] for name in table.key)


def judge(offered: Mapping[str, Iterable[Row]], standing: Callable[[str], Standing]) -> Proposal:
    """Sort the rows offered. `standing` gives what a table holds; the rows taken are counted into it."""
    proposal = Proposal()
    for name, rows in offered.items():
        if name not in TABLES:
            proposal.refusals.append(f"there is no table {name!r}: the tables are {', '.join(TABLES)}")
            continue
        for number, row in enumerate(rows, start=1):
            _judge_row(TABLES[name], number, row, standing(name), proposal)
    for name, taken in proposal.to_write.items():
        for row in taken:
            proposal.refusals.extend(_unresolved(TABLES[name], row, standing))
    return proposal


def lines(names: Iterable[str], rows: Iterable[Cells]) -> bytes:
    """Rows as CSV in the column order given; quoted only where needed, each ended by a line feed."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([row[name] for name in names] for row in rows)
    return text.getvalue().encode()


def _judge_row(table: Table, number: int, offered: Row, standing: Standing, proposal: Proposal) -> None:
    where = f"{table.name} {_name(table, offered, number)}"
    row = {column.name: _text(offered.get(column.name)) for column in table.columns}
    row = {name: cells.canonical(table[name], text) for name, text in row.items()}
    problems = [*_faults(table, offered, row)]
    if not problems:
        known = standing.rows.get(key(table, row))
        if known is not None and not (changed := _differences(table, known, row)):
            proposal.already[table.name] += 1
            return
        problems = [_is_taken(table, changed)] if known is not None else [*_wrong_revision(table, row, standing)]
    if problems:
        proposal.refusals.extend(f"{where}: {problem}" for problem in problems)
        return
    standing.take(table, row)
    proposal.to_write.setdefault(table.name, []).append(row)


def _faults(table: Table, offered: Row, row: Cells) -> Iterator[str]:
    for name in offered:
        if name not in table:
            yield f"{name} is not a column. The columns are: {', '.join(table.names)}"
    for column in table.columns:
        fault = cells.fault(column, row[column.name]) or cells.unwritable(row[column.name])
        if fault:
            yield f"{column.name} {fault}"


def _differences(table: Table, known: Cells, row: Cells) -> list[str]:
    """The columns that say something else. When a row was entered is not part of what it says."""
    return [
        column.name
        for column in table.columns
        if column.type is not Type.TIMESTAMP
        and cells.canonical(column, known[column.name]) != cells.canonical(column, row[column.name])
    ]


def _is_taken(table: Table, changed: list[str]) -> str:
    remedy = (
        "to correct what was entered, append it with the next revision"
        if table.is_ledger
        else f"{table.name} are edited in place, in {table.name}.csv"
    )
    return f"stands already with another {', '.join(changed)}: {remedy}"


def _wrong_revision(table: Table, row: Cells, standing: Standing) -> Iterator[str]:
    if not table.is_ledger:
        return
    expected = standing.newest.get(row[table.id], 0) + 1
    if int(row["revision"]) != expected:
        reason = "is new" if expected == 1 else f"stands at revision {expected - 1}"
        yield f"revision is {row['revision']}, but the id {reason}: give it revision {expected}"


def _unresolved(table: Table, row: Cells, standing: Callable[[str], Standing]) -> Iterator[str]:
    for column in table.references():
        target = row[column.name]
        if target and target not in standing(column.references).newest:
            problem = f"{column.name} {target!r} is not in {column.references}"
            yield f"{table.name} {row[table.id]}: {problem}. Add it there first, or together with this row"


def _text(value: object) -> str:
    text = cells.written(value)
    return text if text.strip() else ""


def _name(table: Table, row: Row, number: int) -> str:
    return _text(row.get(table.id)) or f"row {number}"
