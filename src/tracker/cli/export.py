"""`tracker export`: a table, or the claims of a filter, in the forms that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import TrackerError
from ..tables import TABLES
from . import options

if TYPE_CHECKING:
    from ..catalogue import Filter
    from ..exports.selection import Selection

CLAIMS = "claims"  # observations with the names of what they refer to, and how often they were cited
FORMS = ("csv", "json", "jsonl", "xlsx", "parquet")
WHOLE_FILES = ("xlsx", "parquet")  # not for the screen


def _names(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))


@click.command(
    "export",
    epilog=options.examples(
        "tracker export --indicator children_killed --out children-killed.csv",
        "tracker export observations --claimant unicef",
        "tracker export claims --columns observation_id,qualifier,value --sort -value",
        "tracker export --format xlsx --out claims.xlsx",
        "tracker export indicators --spreadsheet --out indicators.csv",
    ),
)
@click.argument("table", type=click.Choice([CLAIMS, *TABLES]), default=CLAIMS)
@options.filters
@click.option("--format", "form", type=click.Choice(FORMS), help="Form.  [default: what --out ends in, else csv]")
@click.option("--columns", default="", callback=_names, metavar="A,B", help="These columns only, in this order.")
@click.option("--sort", default="", callback=_names, metavar="A,-B", help="Sort by these; -B puts the greatest first.")
@click.option("--hxl", is_flag=True, help="Put a row of HXL hashtags under the header (CSV and XLSX).")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write.  [default: the screen]")
@click.option("--spreadsheet", is_flag=True, help="Put ' before texts that a spreadsheet would run as a formula (CSV).")
@options.data
def export_command(
    table: str,
    form: str | None,
    columns: tuple[str, ...],
    sort: tuple[str, ...],
    hxl: bool,
    out: Path | None,
    spreadsheet: bool,
    data: Path,
    **choices: object,
) -> None:
    """Write a table, or chosen claims, as CSV, JSON, JSON Lines, XLSX or Parquet.

    Of rows that were entered again, only the newest is written. The columns and their order are those of the data
    dictionary; claims has every column of observations, and the names of what they refer to. Plain CSV holds the data
    unchanged, even a text that begins with = or +. Use --spreadsheet, or XLSX, for a file that people will open in one.
    """
    from ..exports import written

    form = form or _form_of(out)
    if hxl and form not in {"csv", "xlsx"}:
        raise click.UsageError(f"{form} has no row for hashtags: leave out --hxl, or write csv or xlsx")
    if out is None and form in WHOLE_FILES:
        raise click.UsageError(f"{form} is not for the screen: name a file with --out")
    known = options.catalogue(options.store(data))
    wanted = _selection(table, options.chosen(known, **choices), columns, sort)
    if out is not None and form in WHOLE_FILES:
        rows = _whole(out, lambda path: written.write(path, known, wanted, form, tagged=hxl))
    else:
        frames = written.Counted(wanted.blocks(known))
        pieces = written.pieces(frames, wanted.table, form, tagged=hxl, spreadsheet=spreadsheet)
        _to_screen(pieces) if out is None else _whole(out, lambda path: _write(path, pieces))
        rows = frames.rows
    if out is not None:
        click.echo(f"Wrote {out}: {rows} rows", err=True)


def _form_of(out: Path | None) -> str:
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return ending if ending in FORMS else "csv"


def _selection(table: str, chosen: Filter, columns: tuple[str, ...], sort: tuple[str, ...]) -> Selection:
    from ..exports.selection import Selection

    if table == CLAIMS:
        return Selection("observations", chosen, columns, sort)
    return Selection(table, chosen, columns or TABLES[table].names, sort)


def _to_screen(pieces: Iterator[str]) -> None:
    for piece in pieces:
        click.echo(piece.encode(), nl=False)  # as bytes, so that no system changes the line ends


def _write(path: Path, pieces: Iterable[str]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        hidden = not sys.stderr.isatty()
        with click.progressbar(pieces, label="Writing", file=sys.stderr, hidden=hidden) as bar:
            file.writelines(bar)
    return 0


def _whole(path: Path, write: Callable[[Path], int]) -> int:
    """A file that is whole or not there: a broken export is never taken for a short one."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        if not path.parent.is_dir():
            raise TrackerError(f"{path} cannot be written: there is no folder {path.parent}")
        rows = write(unfinished)
        unfinished.replace(path)
    except OSError as problem:
        raise TrackerError(f"{path} cannot be written: {problem.strerror}") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return rows
