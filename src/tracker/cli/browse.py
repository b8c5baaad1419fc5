"""`tracker list` and `tracker show`: claims in words, one a line, or one with every document that carries it."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..vocabularies import BASIS, CHANGE, MEASURE
from . import options

if TYPE_CHECKING:
    from ..claims.journey import Journey, Step

ENOUGH = 50  # claims in a list on the screen unless more are asked for
Line = dict[str, str]


@click.command(
    "list",
    epilog=options.examples(
        "tracker list --indicator children_killed --place eastern-aleppo",
        "tracker list --claimant unicef --as-of 2016-10-01",
        "tracker list --text doctors --format json",
    ),
)
@options.filters
@click.option("--limit", type=click.IntRange(min=0), help=f"How many; 0 for all.  [default: {ENOUGH} in a table]")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="Output."
)
@options.data
def list_command(limit: int | None, form: str, data: Path, **choices: object) -> None:
    """List claims: who said what, of where and when.

    They stand in the order of their periods. All three formats have the same columns, with every figure in words.
    For numbers in columns use tracker export.
    """
    known = options.catalogue(options.store(data))
    filter_ = options.chosen(known, **choices)
    total = int(known.rows("count", filter_).n.iloc[0])
    wanted = (ENOUGH if form == "table" else 0) if limit is None else limit
    rows = known.rows("page", filter_, limit=wanted or total, offset=0)
    _FORMS[form]([_line(row) for row in rows.itertuples()])
    if len(rows) < total:
        click.echo(f"{len(rows)} of {total} claims; --limit 0 shows all", err=True)


@click.command("show", epilog=options.examples("tracker show unicef-20160928-children-killed"))
@click.argument("observation_id", metavar="ID")
@click.option("--as-of", type=options.day, help="Only what was known on this day.")
@options.data
def show_command(observation_id: str, as_of: dt.date | None, data: Path) -> None:
    """Show one claim with every document that carries it.

    Documents stand in the order of time, each with the figure as it printed it, and what that changed.
    """
    from ..claims.journey import journey

    known = options.catalogue(options.store(data))
    options.require(known, "observations", observation_id, what="observation")
    found = journey(known, observation_id, as_of=as_of)
    for line in [*_claim(found), "", *_travelled(found)]:
        click.echo(line)


def _line(row: object) -> Line:
    """One claim in words: what the table, the CSV and the JSON of `tracker list` have in common."""
    from .. import words
    from ..figure import Figure
    from ..languages import language
    from ..period import Period

    english = language("en")
    wording, unit = _text(row, "wording"), _text(row, "indicator_unit")
    return {
        "observation_id": _text(row, "observation_id"),
        "claimant": words.claimant(row, english),
        "figure": words.figure(Figure.of(row), english, wording=wording, unit=unit),
        "indicator": english.label(row, "indicator_label"),
        "place": english.label(row, "place_name"),
        "period": words.period(Period.of(row), _text(row, "measure"), english),
        "known_on": _day(row, "known_on"),
        "citations": str(getattr(row, "n_citations", "")),
    }


def _print_table(lines: list[Line]) -> None:
    if not lines:
        click.echo("No claims match.", err=True)
        return
    rows = [[name.replace("_", " ") for name in lines[0]], *([*line.values()] for line in lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print_csv(lines: list[Line]) -> None:
    import csv

    writer = csv.DictWriter(sys.stdout, list(lines[0]) if lines else ["observation_id"])
    writer.writeheader()
    writer.writerows(lines)


def _print_json(lines: list[Line]) -> None:
    click.echo(json.dumps(lines, ensure_ascii=False, indent=2))


_FORMS = {"table": _print_table, "csv": _print_csv, "json": _print_json}


def _claim(found: Journey) -> Iterator[str]:
    from .. import words
    from ..languages import language

    yield words.sentence(found.claim, language("en"))
    yield from (f"  {name:<12}{text}" for name, text in _particulars(found.claim) if text)


def _particulars(row: object) -> Iterable[tuple[str, str]]:
    measure, basis, change = _text(row, "measure"), _text(row, "basis"), _text(row, "change")
    known = _day(row, "known_on")
    return [
        ("id", _text(row, "observation_id")),
        ("measure", f"{measure}: {MEASURE.terms.get(measure, '')}"),
        ("basis", f"{basis}: {BASIS.terms.get(basis, '')}" if basis else ""),
        ("population", _text(row, "population")),
        ("scope", _text(row, "scope_note")),
        ("known on", f"{known} ({_text(row, 'known_on_basis')})" if known else "not known: no document shows a date"),
        ("circulating", "yes: nobody can show its first source" if _text(row, "is_circulating") == "True" else ""),
        ("replaces", _because(_text(row, "revises"), change)),
        ("replaced by", _because(_text(row, "superseded_by"), _text(row, "superseded_change"))),
        ("caveat", _text(row, "caveat")),
        ("note", _text(row, "note")),
    ]


def _because(observation_id: str, change: str) -> str:
    return f"{observation_id} ({change}: {CHANGE.terms.get(change, '')})" if observation_id else ""


def _travelled(found: Journey) -> Iterator[str]:
    n = len(found.steps)
    publishers = f"{found.publishers} publisher{'' if found.publishers == 1 else 's'}"
    yield f"{n} citation{'' if n == 1 else 's'} by {publishers}" + (", in the order of time:" if n > 1 else ":")
    for step in found.steps:
        yield ""
        yield from _step(step)


def _step(step: Step) -> Iterator[str]:
    from .. import words
    from ..claims import telling
    from ..languages import language

    english, printed = language("en"), step.printed
    figure = words.figure(printed.figure, english, wording=printed.wording, unit=printed.unit)
    period = words.period(printed.period, printed.measure, english)
    day = step.published_on.isoformat() if step.published_on else "no date  "
    yield f"  {day}  {words.publisher(step.row, english)} ({step.role}): {figure}, {period}"
    for text in (_quoted(printed.wording), _text(step.row, "title"), _text(step.row, "url")):
        if text:
            yield f"              {text}"
    yield from (f"            - {telling.sentence(distortion, english)}" for distortion in step.distortions)


def _quoted(wording: str) -> str:
    return f"“{wording}”" if wording else ""


def _text(row: object, column: str) -> str:
    cell = getattr(row, column, None)
    return str(cell) if cell == cell and cell is not None else ""


def _day(row: object, column: str) -> str:
    from ..period import day

    known = day(getattr(row, column, None))
    return known.isoformat() if known else ""
