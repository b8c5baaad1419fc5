"""`tracker export`: a table, or the claims of a filter, as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import TrackerError
from ..tables import TABLES
from . import options

if TYPE_CHECKING:
    import pandas as pd

    from ..catalogue import Catalogue, Filter

CLAIMS = "claims"  # observations with the names of what they refer to, and how often they were cited
SELECTIVE = {CLAIMS, "observations", "citations", "documents", "events"}  # tables that a filter of claims selects from


@click.command(
    "export",
    epilog=options.examples(
        "tracker export --indicator children_killed --out children-killed.csv",
        "tracker export observations --claimant unicef",
        "tracker export indicators --spreadsheet --out indicators.csv",
    ),
)
@click.argument("table", type=click.Choice([CLAIMS, *TABLES]), default=CLAIMS)
@options.filters
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write.  [default: the screen]")
@click.option("--spreadsheet", is_flag=True, help="Put ' before texts that a spreadsheet would run as a formula.")
@options.data
def export_command(table: str, out: Path | None, spreadsheet: bool, data: Path, **choices: object) -> None:
    """Write a table, or chosen claims, as CSV.

    Of rows that were entered again, only the newest is written. The columns and their order are those of the data
    dictionary; claims has every column of observations, and the names of what they refer to. Plain CSV holds the data
    unchanged, even a text that begins with = or +. Use --spreadsheet for a file that people will open in one.
    """
    from ..exports import csv

    known = options.catalogue(options.store(data))
    frame = _rows(known, table, options.chosen(known, **choices))
    columns = TABLES[table].names if table in TABLES else ()
    blocks = csv.blocks(frame, columns, spreadsheet=spreadsheet)
    if out is None:
        _to_screen(blocks)
        return
    _to_file(out, blocks, steps=len(frame) // csv.BLOCK + 2)
    click.echo(f"Wrote {out}: {len(frame)} rows", err=True)


def _rows(known: Catalogue, table: str, chosen: Filter) -> pd.DataFrame:
    from ..catalogue import Filter

    if chosen == Filter() and table in TABLES:
        frame: pd.DataFrame = getattr(known, table)
        return frame
    if table not in SELECTIVE:
        raise click.UsageError(f"{table} takes no filters: they choose claims")
    return known.rows(table, chosen)


def _to_screen(blocks: Iterator[str]) -> None:
    for block in blocks:
        click.echo(block.encode(), nl=False)  # as bytes, so that no system changes the line ends


def _to_file(path: Path, blocks: Iterable[str], *, steps: int) -> None:
    """A file that is whole or not there: a broken export is never taken for a short one."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            hidden = not sys.stderr.isatty()
            with click.progressbar(blocks, length=steps, label="Writing", file=sys.stderr, hidden=hidden) as bar:
                file.writelines(bar)
        unfinished.replace(path)
    except OSError as problem:
        raise TrackerError(f"{path} cannot be written: {problem.strerror}") from None
    finally:
        unfinished.unlink(missing_ok=True)
