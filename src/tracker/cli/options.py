"""What several commands ask in the same way: where the tables are, which claims to choose, how to show examples."""

from __future__ import annotations

import datetime as dt
import difflib
import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from ..errors import UnknownError
from ..vocabularies import MEASURE

if TYPE_CHECKING:  # pandas and DuckDB take longer to load than help may take to answer
    from ..catalogue import Catalogue, Filter
    from ..store import Store

P = ParamSpec("P")
R = TypeVar("R")
# The choices that name a row of a table, and the table.
TABLE_OF = {
    "crisis": "crises",
    "indicator": "indicators",
    "claimant": "organisations",
    "place": "places",
    "publisher": "organisations",
}
NOBODY = "unattributed"


def day(text: str) -> dt.date:
    """The calendar day an option gives, or a usage error that shows how to write one."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day: write it as 2016-09-28") from None


def examples(*commands: str) -> str:
    """The end of a command's help. Every example is run by the tests."""
    return "\b\n" + "\n".join(["Examples:", *(f"  {command}" for command in commands)])


data = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default="data",
    envvar="TRACKER_DATA",
    show_default=True,
    show_envvar=True,
    help="Folder of the tables.",
)


def filters(command: Callable[P, R]) -> Callable[P, R]:
    """The options that choose claims. The command takes them as keywords and hands them to `chosen`."""
    options = [
        click.option("--indicator", multiple=True, metavar="ID", help="Claims of this indicator; may repeat."),
        click.option(
            "--claimant", multiple=True, metavar="ID", help=f"Claims of this organisation, or {NOBODY!r}; may repeat."
        ),
        click.option("--place", multiple=True, metavar="ID", help="Claims of this place and places in it; may repeat."),
        click.option("--publisher", multiple=True, metavar="ID", help="Claims this organisation put out; may repeat."),
        click.option("--crisis", multiple=True, metavar="ID", help="Claims of this crisis; may repeat."),
        click.option(
            "--measure", multiple=True, type=click.Choice(list(MEASURE)), help="Claims of this kind; may repeat."
        ),
        click.option("--since", type=day, help="Claims whose period reaches this day or later."),
        click.option("--until", type=day, help="Claims whose period begins on this day or earlier."),
        click.option("--as-of", type=day, help="Only what was known on this day."),
        click.option("--text", default="", help="Claims with these words in names or wording."),
    ]
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def store(folder: Path) -> Store:
    """The store of a folder; what it had to mend is said on stderr."""
    from ..store import Store

    opened = Store(folder)
    for sentence in opened.repaired:
        click.echo(f"Repaired {sentence}", err=True)
    return opened


def catalogue(opened: Store) -> Catalogue:
    """The data of a store as they are now."""
    from ..catalogue import Catalogue

    return Catalogue.of(opened)


def chosen(known: Catalogue, **choices: object) -> Filter:
    """The filter for the options given. An id that no table has is an error, so that a slip never reads as "none"."""
    from ..catalogue import Filter

    for choice, table in TABLE_OF.items():
        for name in choices.get(choice, ()):  # type: ignore[attr-defined]
            if name != NOBODY or choice != "claimant":
                require(known, table, name, what=choice)
    return Filter(**choices)  # type: ignore[arg-type]


def require(known: Catalogue, table: str, name: str, *, what: str) -> object:
    """The row of this id; an error that suggests a near one where there is none."""
    row = known.get(table, name)
    if row is None:
        ids = getattr(known, table).iloc[:, 0]
        raise UnknownError(f"there is no {what} {name!r}.{_nearest(name, ids)} All are in: tracker export {table}")
    return row


def _nearest(name: str, ids: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(ids), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
