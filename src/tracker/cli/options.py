"""What several commands ask in the same way: where the tables are, which claims to choose, how to show examples."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

import click

from ..choices import DAYS, UNATTRIBUTED, WORDS
from ..errors import UnknownError
from ..vocabularies import MEASURE

if TYPE_CHECKING:  # pandas and DuckDB take longer to load than help may take to answer
    from ..catalogue import Catalogue, Filter
    from ..store import Store

P = ParamSpec("P")
R = TypeVar("R")
SITE = "http://127.0.0.1:8050"  # where `tracker serve` answers unless told otherwise


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


site = click.option(
    "--site", default=SITE, envvar="TRACKER_SITE", show_default=True, show_envvar=True, help="Address of your tracker."
)


def address(site: str, path: str, chosen: Filter, **more: str) -> str:
    """The address of a page of a tracker with a choice of claims; what is blank of `more` is left out."""
    pairs = [*chosen.pairs(), *((name, value) for name, value in more.items() if value)]
    query = urlencode(pairs, safe=",", quote_via=quote)
    return f"{site.rstrip('/')}{quote(path)}{'?' if query else ''}{query}"


def filters(command: Callable[P, R]) -> Callable[P, R]:
    """The options that choose claims. The command takes them as keywords and hands them to `chosen`."""
    options = [
        click.option("--indicator", multiple=True, metavar="ID", help="Claims of this indicator; may repeat."),
        click.option(
            "--claimant",
            multiple=True,
            metavar="ID",
            help=f"Claims of this organisation, or {UNATTRIBUTED!r}; may repeat.",
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
        click.option(
            "--filter",
            multiple=True,
            metavar="CHOICE=ID",
            help="Choices as addresses of pages have them: 'claimant=unicef,who&as_of=2016-10-01'; may repeat.",
        ),
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
    from ..catalogue.known import require as required

    return required(known, Filter(**_merged(choices)), require)  # type: ignore[arg-type]


def _merged(choices: dict[str, object]) -> dict[str, object]:
    """The choices with those of `--filter` among them; a slip in one is never read as "everything"."""
    from ..catalogue import Filter

    given = choices.pop("filter", ())
    known = {one.name for one in fields(Filter)} - {"text"} | {WORDS}
    for name, value in itertools.chain.from_iterable(_pairs(text) for text in given):  # type: ignore[attr-defined]
        if name not in known:
            raise click.BadParameter(f"{name!r} is no choice: {', '.join(sorted(known))}", param_hint="--filter")
        choices = {**choices, **_choice(name, value, choices)}
    return choices


def _choice(name: str, value: str, choices: dict[str, object]) -> dict[str, object]:
    if name == WORDS:
        return {"text": f"{choices.get('text', '')} {value}".strip()}
    if name in DAYS:
        return {name: day(value)}
    before = choices.get(name, ())
    return {name: tuple(dict.fromkeys((*before, *filter(None, value.split(",")))))}  # type: ignore[misc]


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text.removeprefix("?"), keep_blank_values=True, strict_parsing=True)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not like claimant=unicef", param_hint="--filter") from None


def require(known: Catalogue, table: str, name: str, *, what: str) -> object:
    """The row of this id; an error that suggests a near one where there is none."""
    from ..catalogue.known import row

    try:
        return row(known, table, name, what=what)
    except UnknownError as slip:
        raise UnknownError(f"{slip} All are in: tracker export {table}") from None
