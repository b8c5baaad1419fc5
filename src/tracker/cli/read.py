"""`tracker read`: the figures of a report with the words they came from. Only a review with a person writes any."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ..errors import TrackerError
from . import options

if TYPE_CHECKING:
    from ..reading import Article, Candidate, Known


@click.command(
    "read",
    epilog=options.examples(
        "tracker read --text 'At least 96 children were killed since Friday, UNICEF said.' --published-on 2016-09-28",
        "tracker read --text 'Solo quedan 30 médicos.' --published-on 2016-09-28 --language es --format json",
        "tracker read --batch - --format json",
    ),
)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--text", help="Read these words instead of a file.")
@click.option("--batch", type=click.File(encoding="utf-8"), help="Passages, one JSON object a line; - for the input.")
@click.option("--published-on", type=options.day, help="Day of publication, on which every relative date hangs.")
@click.option("--language", help="Code of its language.  [default: as the file says, else guessed]")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@click.option("--review", "is_reviewed", is_flag=True, help="Accept, edit or reject each figure, one by one.")
@click.option("--by", help="Who reviews.  [default: your user name]")
@options.data
def read_command(
    file: Path | None,
    text: str | None,
    batch: TextIO | None,
    published_on: dt.date | None,
    language: str | None,
    form: str,
    is_reviewed: bool,
    by: str | None,
    data: Path,
) -> None:
    """Find the figures in a saved page, a PDF or a text.

    FILE is HTML, PDF or plain text; pages are not fetched, so save them first. Each figure found is shown with its
    indicator, period, place, claimant and how far to trust it: check them before you enter any with `tracker add`.
    With --review you are asked about the document, then about each figure; what you accept enters the tables, and
    what you have done is kept when you leave, for the dashboard's /review too.
    With --batch every line holds id, text, published_on and language, and a line with id and figures answers it.
    """
    if sum(given is not None for given in (file, text, batch)) != 1:
        raise click.UsageError("Give a FILE, or --text, or --batch.")
    if batch:
        _read_batch(batch)
        return
    article = _article(file, text)
    if is_reviewed:
        from .reviewing import sit

        said = {"published_on": str(published_on or ""), "language": language or ""}
        given = {name: cell for name, cell in said.items() if cell}
        sit(article, data, by=by or getpass.getuser(), given=given)
        return
    found = _candidates(article, published_on, language, _known(data))
    if form == "json":
        click.echo(json.dumps([_fields(candidate) for candidate in found], ensure_ascii=False, indent=2))
        return
    _show(article, found, is_dated=published_on is not None)


def _read_batch(lines: TextIO) -> None:
    from ..reading.batch import predictions

    for line in predictions(lines):
        click.echo(line)


def _article(file: Path | None, text: str | None) -> Article:
    from ..reading import read_article

    if text is not None:
        return read_article(text.encode(), name="the text")
    assert file is not None
    try:
        content = file.read_bytes()
    except OSError as problem:
        if str(file).startswith(("http:", "https:")):
            raise TrackerError("Pages are not fetched: save the page and give its file") from None
        raise TrackerError(f"{file} cannot be read: {problem.strerror}") from None
    return read_article(content, name=str(file))


def _candidates(article: Article, day: dt.date | None, code: str | None, known: Known) -> list[Candidate]:
    from ..reading import extract

    day = day or article.published_on
    if day is None:
        raise click.UsageError("No date of publication was found: give --published-on, on which every date hangs.")
    language = code or article.language
    if not language:
        raise click.UsageError("Its language could not be told: give --language.")
    return extract(article.text, day, language, known=known)


def _known(data: Path) -> Known:
    """The places and organisations of the tables; nothing where there are no tables."""
    from ..matching import known
    from ..reading import Known

    return known(options.catalogue(options.store(data))) if data.is_dir() else Known()


def _fields(candidate: Candidate) -> dict[str, object]:
    from ..reading.batch import figure

    return {**figure(candidate), "wording": candidate.wording, "measure": candidate.measure, **_ids(candidate)}


def _ids(candidate: Candidate) -> dict[str, str | None]:
    return {"place_id": candidate.place_id or None, "claimant_id": candidate.claimant_id or None}


def _show(article: Article, found: list[Candidate], *, is_dated: bool) -> None:
    about = [article.title, article.publisher, str(article.published_on or ""), article.language]
    if any(about[:3]):
        click.echo(" · ".join(text for text in about if text))
    for warning in article.warnings:
        if not (is_dated and "since Friday" in warning):
            click.echo(warning, err=True)
    if not found:
        click.echo("No figures were found.", err=True)
    for candidate in found:
        click.echo(_line(candidate))
        start, end = candidate.sentence
        click.echo(f"    “{' '.join(article.text[start:end].split())}”")


def _line(candidate: Candidate) -> str:
    """A candidate in one line, hedge and period in words."""
    from .. import words
    from ..figure import Figure
    from ..languages import language

    english = language("en")
    claimed = Figure(candidate.value, candidate.low, candidate.high, candidate.qualifier)
    parts = [
        f"{words.figure(claimed, english, wording=candidate.wording)} {candidate.indicator}",
        words.period(candidate.period, candidate.measure, english),
        candidate.place_id or candidate.place,
        candidate.claimant_id or candidate.claimant or "unattributed",
        *candidate.flags,
        f"{candidate.tier} ({candidate.rule})",
    ]
    return " · ".join(part for part in parts if part)
