"""`tracker read --review`: the review of the dashboard by questions in the terminal. Leaving it keeps what was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import checks, review, words
from ..audit import audit_for
from ..catalogue import Catalogue
from ..claims import telling
from ..errors import RefusedError, TrackerError
from ..languages import language
from ..matching import Match, Matcher, reasons
from ..review import FILED, OPEN, REJECTED, Item, Review, Reviews
from ..store import Store

if TYPE_CHECKING:
    from ..finding import Finding
    from ..reading import Article

ABOUT = ("title", "publisher", "published_on", "published_on_basis", "url", "language", "kind", "crisis")
FIELDS = (
    *("indicator", "place", "claimant", "measure", "qualifier", "value", "value_low", "value_high"),
    *("period_start", "period_end", "date_precision", "said_on", "basis", "role", "population", "scope_note"),
    *("wording", "locator", "note", *review.NEWCOMERS, FILED),
)
DEEDS = "[a]ccept, [e]dit, [r]eject, [n]ext, add by [h]and, [q]uit"
ENGLISH = language("en")


@dataclass
class Sitting:
    """One person before one review."""

    store: Store
    reviews: Reviews
    name: str
    by: str

    @property
    def review(self) -> Review:
        """The review as it is on disk now."""
        return self.reviews.get(self.name)

    @property
    def catalogue(self) -> Catalogue:
        """The tables as they are now."""
        return Catalogue.of(self.store)


def sit(article: Article, data: Path, *, by: str, given: Mapping[str, str]) -> None:
    """Review an article with the person at the terminal. `given` are fields of the document that options said."""
    store, reviews = Store(data), Reviews(review.folder_for(data), audit_for(data))
    begun = reviews.keep(review.begin(article, Catalogue.of(store), by=by, now=_now()))
    sitting = Sitting(store, reviews, begun.id, by)
    try:
        _confirm(sitting, given)
        _decide(sitting)
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo()
    _farewell(sitting)


def _confirm(sitting: Sitting, given: Mapping[str, str]) -> None:
    """The document first: every relative date hangs on its day."""
    one = sitting.review
    if one.is_confirmed and not given:
        return
    click.echo(f"The document ({len(one.text):,} characters). Enter keeps what is in brackets.")
    for warning in one.warnings:
        click.echo(warning, err=True)
    about = {**one.about, **given}
    while True:
        publisher = about.get("publisher") or about.get("publisher_name", "")
        usual = about | {"publisher": publisher}
        about = about | {name: click.prompt(name, default=usual.get(name, "")).strip() for name in ABOUT}
        about |= _publisher(about["publisher"], sitting.catalogue)
        try:
            _change(sitting, lambda now, about=about: review.confirm(now, about, sitting.catalogue, **_who(sitting)))  # type: ignore[misc]
        except TrackerError as problem:
            click.echo(f"Not yet: {problem}", err=True)
            continue
        break
    if document := sitting.review.about.get("document", ""):
        click.echo(f"It stands in the tables already, as {document}: nothing will be entered twice.")


def _publisher(name: str, catalogue: Catalogue) -> dict[str, str]:
    """An organisation by its id or name; one that is not in the tables is entered with the first figure."""
    if catalogue.get("organisations", name) is not None:
        return {"publisher": name, "publisher_name": ""}
    for row in catalogue.organisations.itertuples(index=False):
        if name.casefold() in {str(row.name).casefold(), str(row.short_name).casefold()}:
            return {"publisher": str(row.organisation_id), "publisher_name": ""}
    return {"publisher": "", "publisher_name": name}


def _decide(sitting: Sitting) -> None:
    """Goes through the open figures; the next one after the last of them ends it."""
    place = (-1, "")
    while item := _next(sitting.review, place):
        _show(sitting, item)
        place = (item.span[0], item.key) if _deed(sitting, item) else place


def _next(one: Review, after: tuple[int, str]) -> Item | None:
    return next((item for item in one.items if item.state == OPEN and (item.span[0], item.key) > after), None)


def _deed(sitting: Sitting, item: Item) -> bool:
    """What the person does with a figure; whether to go on to the next one."""
    does = click.prompt(DEEDS, type=click.Choice(["a", "e", "r", "n", "h", "q"]), show_choices=False)
    try:
        return _DEEDS[does](sitting, item)
    except TrackerError as problem:
        click.echo(f"Not done: {problem}", err=True)
        return False


def _accept(sitting: Sitting, item: Item) -> bool:
    after = review.accept(
        sitting.store, sitting.reviews, sitting.name, item.key, version=item.version, by=sitting.by, now=_now()
    )
    rows = after.item(item.key).rows
    for table, added in rows.items():
        click.echo(f"Added to {table}: {', '.join(next(iter(row.values())) for row in added)}")
    if not rows:
        click.echo("The document carries this claim already; nothing was written.")
    return True


def _edit(sitting: Sitting, item: Item) -> bool:
    click.echo(f"Write field=value, blank to end. The fields: {', '.join(FIELDS)}")
    typed: dict[str, str] = {}
    while line := click.prompt("field=value", default="", show_default=False):
        name, equals, value = line.partition("=")
        if not equals or name.strip() not in FIELDS:
            click.echo(f"There is no field {name.strip()!r}.", err=True)
            continue
        typed[name.strip()] = value.strip()
    _change(sitting, lambda now: review.change(now, item.key, typed, version=item.version, **_who(sitting)))
    return False


def _reject(sitting: Sitting, item: Item) -> bool:
    reason = click.prompt("Why")
    _change(sitting, lambda now: review.reject(now, item.key, reason, version=item.version, **_who(sitting)))
    return True


def _pass(sitting: Sitting, item: Item) -> bool:
    return True


def _add(sitting: Sitting, item: Item) -> bool:
    sought = click.prompt("The words, as they stand in the text")
    start = sitting.review.text.find(sought)
    if start < 0:
        raise RefusedError("these words do not stand in the text: write them letter for letter")
    _change(sitting, lambda now: review.add_by_hand(now, (start, start + len(sought)), **_who(sitting))[0])
    click.echo("Added; it comes up in its place in the text.")
    return False


def _quit(sitting: Sitting, item: Item) -> bool:
    raise click.Abort


_DEEDS = {"a": _accept, "e": _edit, "r": _reject, "n": _pass, "h": _add, "q": _quit}


def _show(sitting: Sitting, item: Item) -> None:
    one, matcher = sitting.review, Matcher(sitting.catalogue)
    place = one.items.index(item) + 1
    click.echo(f"\nFigure {place} of {len(one.items)}")
    (start, end), (first, last) = item.sentence, item.span
    marked = f"{one.text[start:first]}[{one.text[first:last]}]{one.text[last:end]}"
    click.echo(f"    “{' '.join(marked.split())}”")
    for name, value in item.fields.items():
        if value and name not in {"date_precision", "basis", FILED}:
            click.echo(f"  {name:<13}{value}")
    matches = matcher.matches(review.proposed(one, item))
    for line in _told(item, matches):
        click.echo(line)
    for finding in _findings(sitting, one, item, matcher):
        click.echo(f"  {finding.severity}: {finding.column}: {finding.message}")


def _told(item: Item, matches: Sequence[Match]) -> Iterator[str]:
    """What it is to the known claims, the one it will be filed under marked with an arrow."""
    filed = review.filing(item.fields, matches).code
    for match in matches:
        code = review.of_match(match).code
        sign = "->" if code == filed and match.kind.value != "rival" else "  "
        if match.claim is not None and match.kind.value != "rival":
            yield f"{sign} filed={code}"
            yield f"     {words.sentence(match.claim, ENGLISH)}"
            yield from (f"     - {telling.sentence(found, ENGLISH)}" for found in match.distortions)
        elif match.claim is None:
            yield f"{sign} filed=new (a claim of its own)"
        yield from (f"     {reasons.sentence(why, ENGLISH)}" for why in match.because)


def _findings(sitting: Sitting, one: Review, item: Item, matcher: Matcher) -> list[Finding]:
    try:
        rows = review.rows_of(one, item, matcher, by=sitting.by, now=_now())
    except RefusedError:
        return []  # it is not complete; accepting says so
    return checks.brought_by(rows, sitting.store) if rows else []


def _farewell(sitting: Sitting) -> None:
    one = sitting.review
    told = f"{one.count('accepted')} accepted, {one.count(REJECTED)} rejected, {one.count(OPEN)} open."
    click.echo(f"{told} Kept in {sitting.reviews.folder}")


def _change(sitting: Sitting, changed: review.Changed) -> None:
    sitting.reviews.change(sitting.name, changed)


def _who(sitting: Sitting) -> review.Who:
    return {"by": sitting.by, "now": _now()}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
