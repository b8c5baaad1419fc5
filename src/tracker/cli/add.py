"""`tracker add`: one claim with its citation, from options or questions, checked before it is written."""

from __future__ import annotations

import datetime as dt
import functools
import getpass
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from .. import entry
from ..choices import UNATTRIBUTED
from ..entry import FIELDS, Cells, Field
from ..errors import RefusedError
from ..tables import TABLES
from . import options, questions

if TYPE_CHECKING:
    from ..catalogue import Catalogue
    from ..store import Store

P = ParamSpec("P")
R = TypeVar("R")


def _fields(command: Callable[P, R]) -> Callable[P, R]:
    every = [_option(field) for field in FIELDS.values()]
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(every), command)


def _option(field: Field) -> Callable[[Callable[P, R]], Callable[P, R]]:
    column = field.column
    metavar = "ID" if column.references else None if column.vocabulary else column.type.value.upper()
    kind, meaning = questions.kind(column), column.meaning
    return click.option(questions.option(field.name), field.name, type=kind, metavar=metavar, help=meaning)


@click.command(
    "add",
    epilog=options.examples(
        "tracker add --crisis aleppo-2016 --indicator children_killed --place eastern-aleppo --claimant unicef "
        "--measure flow --period-start 2016-09-23 --period-end 2016-09-28 --qualifier at_least --value 96 "
        "--id unicef-again --wording 'at least 96 children' "
        "--document unicef-usa-20160928-children-aleppo-trapped-living --dry-run",
        "tracker add",
    ),
)
@_fields
@click.option("--document", metavar="ID", help="A document that is in the tables; leave out to add a new one.")
@click.option("--id", metavar="ID", help="Name of the claim.  [default: claimant, day and indicator]")
@click.option("--by", help="Who enters it.  [default: your user name]")
@click.option("--dry-run", is_flag=True, help="Check it and show it, and write nothing.")
@options.data
def add_command(by: str | None, dry_run: bool, data: Path, **given: str | None) -> None:
    """Add one claim with its citation.

    Its document is added too where it is new. What is missing is asked for on a terminal. The rows are checked first:
    errors are refused, warnings are shown.
    For a figure that nobody is named for, use --claimant unattributed. A bound needs only its number: --qualifier
    at_least --value 96. Options that begin with cited- are for a document that printed something else than claimed.
    """
    opened = options.store(data)
    known = options.catalogue(opened)
    answers = questions.answered({name: text for name, text in given.items() if text}, known)
    rows = _rows(answers, known, by or getpass.getuser())
    _refuse_known(rows["observations"][0]["observation_id"], known)
    click.echo(_sentence(rows["observations"][0], rows["citations"][0], known))
    _refuse_errors(opened, rows)
    if dry_run:
        _show(rows)
        return
    _log("is adding", rows, data)
    opened.append(rows)
    _log("added", rows, data)
    for table, added in rows.items():
        click.echo(f"Added to {table}: {', '.join(row[TABLES[table].id] for row in added)}")


def _rows(answers: Cells, known: Catalogue, by: str) -> dict[str, list[Cells]]:
    from ..claims.families import Families

    publisher, claimant = answers.get("publisher", ""), answers["claimant"]
    if document := answers.get("document"):
        publisher = str(getattr(options.require(known, "documents", document, what="document"), "publisher_id", ""))
    is_own = bool(claimant) and Families.of(known).are_one(claimant, publisher)
    return entry.rows(answers, publisher, is_own=is_own, now=dt.datetime.now(dt.UTC), by=by)


def _log(action: str, rows: dict[str, list[Cells]], data: Path) -> None:
    """A line before the rows are written, so that none is without one, and a line when they are."""
    from ..audit import audit_for, entry

    ids = [row[TABLES[table].id] for table, added in rows.items() for row in added]
    by, content = rows["observations"][0]["recorded_by"], json.dumps(rows, ensure_ascii=False, sort_keys=True)
    audit_for(data).log(entry(action, *ids, by=by, now=dt.datetime.now(dt.UTC), after=content.encode()))


def _refuse_known(name: str, known: Catalogue) -> None:
    if known.get("observations", name) is not None:
        raise RefusedError(f"there is an observation {name} already (tracker show {name}): give another claim its --id")


def _sentence(observation: Cells, citation: Cells, known: Catalogue) -> str:
    """The claim as every reader will see it, so that a slip shows before it is written."""
    from .. import words
    from ..figure import Figure
    from ..languages import language
    from ..period import Period

    english = language("en")
    value, low, high = (
        float(observation[name]) if name in observation else None for name in ("value", "value_low", "value_high")
    )
    claimed = Figure(value, low, high, observation["qualifier"])
    span = Period.parse(f"{observation.get('period_start', '')}/{observation.get('period_end', '')}")
    indicator = known.get("indicators", observation["indicator_id"])
    place = known.get("places", observation["place_id"])
    claimant = known.get("organisations", observation.get("claimant_id", ""))
    return english.say(
        "{claimant}: {figure}. {indicator}, {place}, {period}.",
        claimant=english.label(claimant, "short_name") or observation.get("claimant_id", UNATTRIBUTED),
        figure=words.figure(claimed, english, wording=citation["wording"], unit=getattr(indicator, "unit", "")),
        indicator=english.label(indicator, "label") or observation["indicator_id"],
        place=english.label(place, "name") or observation["place_id"],
        period=words.period(span, observation["measure"], english),
    )


def _refuse_errors(opened: Store, rows: dict[str, list[Cells]]) -> None:
    from .. import checks

    found = checks.brought_by(rows, opened)
    for finding in found:
        click.echo(f"{finding.severity}: {finding.table}, {finding.column}: {finding.message}", err=True)
    errors = sum(finding.is_error for finding in found)
    if errors:
        raise RefusedError(f"nothing was written: {errors} error{'' if errors == 1 else 's'} to correct first")


def _show(rows: dict[str, list[Cells]]) -> None:
    for table, added in rows.items():
        for row in added:
            click.echo(f"Would add to {table}:")
            for column, cell in row.items():
                click.echo(f"  {column:<16}{cell}")
