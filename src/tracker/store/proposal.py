"""Rows somebody wants to append: judged against what stands, and turned into lines of CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..schema import Table, Type
from ..tables import TABLES
from . import cells

Row = Mapping[str, object]
Cells = dict[str, str]
Key = tuple[str, ...]


@dataclass
class Standing:
    """What the tables hold already, as far as the rows offered speak of it."""

    rows: dict[tuple[str, Key], Cells] = field(default_factory=dict)
    newest: dict[tuple[str, str], int] = field(default_factory=dict)  # the highest revision of each id; 1 elsewhere

    def take(self, table: Table, row: Cells) -> None:
        """Count a row in."""
        identifier = (table.name, row[table.id])
        revision = int(row["revision"]) if table.is_ledger and row["revision"].isdigit() else 1
        self.rows[table.name, _key(table, row)] = row
        self.newest[identifier] = max(revision, self.newest.get(identifier, 0))


@dataclass
class Proposal:
    """What became of the rows offered: those to write, those that stand already, and why the others are refused."""

    to_write: dict[str, list[Cells]] = field(default_factory=dict)
    already: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)


def mentioned(offered: Mapping[str, Iterable[Row]]) -> dict[str, set[str]]:
    """The ids, by table, that the rows offered have or refer to: what must be looked up to judge them."""
    ids: dict[str, set[str]] = defaultdict(set)
    for name, rows in offered.items():
        table = TABLES[name]
        for row in rows:
            ids[name].add(_text(table, row, table.id))
            for column in table.references():
                ids[column.references].add(_text(table, row, column.name))
    return ids


def judge(offered: Mapping[str, Iterable[Row]], standing: Standing) -> Proposal:
    """Sort the rows offered; those taken are counted into `standing`."""
    proposal = Proposal()
    for name, rows in offered.items():
        for number, row in enumerate(rows, start=1):
            _judge_row(TABLES[name], number, row, standing, proposal)
    for name, taken in proposal.to_write.items():
        for row in taken:
            proposal.refusals.extend(_unresolved(TABLES[name], row, standing))
    return proposal


def lines(names: Iterable[str], rows: Iterable[Cells], *, end: str) -> bytes:
    """Rows as CSV in the column order given, quoted only where needed."""
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerows([row[name] for name in names] for row in rows)
    return text.getvalue().encode()


def _judge_row(table: Table, number: int, offered: Row, standing: Standing, proposal: Proposal) -> None:
    row = {name: _text(table, offered, name) for name in table.names}
    problems = [*_faults(table, offered, row)]
    if not problems:
        known = standing.rows.get((table.name, _key(table, row)))
        changed = _differences(table, known, row) if known is not None else []
        if known is not None and not changed:
            proposal.already[table.name] += 1
            return
        problems = [_is_taken(table, changed)] if changed else [*_wrong_revision(table, row, standing)]
    if problems:
        where = f"{table.name} {row[table.id] or f'row {number}'}"
        proposal.refusals.extend(f"{where}: {problem}" for problem in problems)
        return
    standing.take(table, row)
    proposal.to_write.setdefault(table.name, []).append(row)


def _faults(table: Table, offered: Row, row: Cells) -> Iterator[str]:
    for name in offered:
        if name not in table:
            yield f"{name} is not a column. The columns are: {', '.join(table.names)}"
    for column in table.columns:
        fault = cells.unwritable(row[column.name]) or cells.fault(column, row[column.name])
        if fault:
            yield f"{column.name} {fault}"


def _differences(table: Table, known: Cells, row: Cells) -> list[str]:
    """The columns that say something else. When a row was entered is not part of what it says."""
    return [
        column.name
        for column in table.columns
        if column.type is not Type.TIMESTAMP and cells.canonical(column, known[column.name]) != row[column.name]
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
    expected = standing.newest.get((table.name, row[table.id]), 0) + 1
    if int(row["revision"]) != expected:
        reason = "is new" if expected == 1 else f"stands at revision {expected - 1}"
        yield f"revision is {row['revision']}, but the id {reason}: give it revision {expected}"


def _unresolved(table: Table, row: Cells, standing: Standing) -> Iterator[str]:
    for column in table.references():
        target = row[column.name]
        if target and (column.references, target) not in standing.newest:
            problem = f"{column.name} {target!r} is not in {column.references}"
            yield f"{table.name} {row[table.id]}: {problem}. Add it there first, or together with this row"


def _key(table: Table, row: Cells) -> Key:
    return tuple(row[name] for name in table.key)


def _text(table: Table, row: Row, name: str) -> str:
    return cells.written(table[name], row.get(name))
