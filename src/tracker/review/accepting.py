"""The one way a figure gets from a review into the tables: its rows, the findings on them, and the writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import checks, entry
from ..catalogue import Catalogue
from ..claims.printed import text
from ..errors import RefusedError
from ..finding import Finding
from ..matching import Matcher, Proposed, citation_cells
from ..store import Store
from ..store.cells import written
from ..tables import CITATIONS
from .amending import next_revision, stood_as
from .filing import ECHO, Filing, filing
from .folder import Reviews
from .newcomers import newcomers, organisation, slug, with_newcomers
from .reading import proposed
from .session import ACCEPTED, HAND, NEW, OPEN, Cells, ChangedError, Item, Review, stamp, unchanged

Rows = dict[str, list[Cells]]
TRIES = 3  # another reviewer's claim may take the name we chose


def accept(
    store: Store, reviews: Reviews, name: str, key: str, *, by: str, now: dt.datetime, version: int | None = None
) -> Review:
    """Write one figure of a review to the tables and mark it accepted.

    Raises RefusedError with the reasons where the rows are wrong, and ChangedError where the figure is no longer as
    `version` showed it. After a crash at any moment, accepting again writes nothing twice.
    """

    def done(review: Review) -> Review:
        item = unchanged(review.item(key), version)
        if not item.rows:
            item = _prepared(store, review, item, by=by, now=now)
            reviews.save(review.with_item(item, "is accepting", by=by, now=now))
        try:
            store.append(item.rows)
        except RefusedError:
            reviews.save(review)
            raise
        after = replace(review, about=_settled(review.about, item.rows))
        settled = item.decided(ACCEPTED, by=by, now=now, rows={**item.stands, **item.rows}, stands={}, stood={})
        return after.with_item(settled, "accepted", by=by, now=now)

    for left in reversed(range(TRIES)):
        before = store.version()
        try:
            return reviews.change(name, done)
        except ChangedError:
            raise
        except RefusedError:
            if not left or store.version() == before:
                raise
    raise AssertionError("unreachable")


def propose(
    store: Store, reviews: Reviews, name: str, key: str, *, by: str, now: dt.datetime, version: int | None = None
) -> Review:
    """Mark one figure as ready for a reviewer. Nothing is written; RefusedError where accepting it would be refused."""

    def done(review: Review) -> Review:
        item = unchanged(review.item(key), version)
        _prepared(store, review, item, by=by, now=now)
        return review.with_item(item.decided(OPEN, by=by, now=now, proposed_by=by), "proposed", by=by, now=now)

    return reviews.change(name, done)


def rows_of(review: Review, item: Item, matcher: Matcher, *, by: str, now: dt.datetime) -> Rows:
    """The rows that accepting the figure would write, as text; none where its document carries the claim already."""
    figure = proposed(review, item)
    filed = stood_as(item.stands) if item.stands else filing(item.fields, matcher.matches(figure))
    document, new = _document(review, matcher.catalogue)
    for table, named in newcomers(item.fields, matcher.catalogue).items():
        new[table] = [*new.get(table, []), *named]
    if filed.kind == ECHO and not item.stands and matcher.carried_by(document, filed.claim_id):
        return {}
    if filed.kind == ECHO:
        own = {name: item.fields[name] for name in ("locator", "note", "role") if item.fields.get(name)}
        rows = _citation(review, filed.claim_id, figure, matcher, document, own)
    else:
        rows = _claim(review, item, filed, matcher, document, by=item.proposed_by or by, now=now)
    _provenance(rows["citations"][0], review, item, by=by, now=now)
    if not item.stands:
        return new | rows
    changed = next_revision(rows, item.stands, matcher.catalogue)
    return new | changed if changed else {}


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raise RefusedError where a finding is an error, which nobody can wave through."""
    errors = [f"{found.column}: {found.message}" for found in findings if found.is_error]
    if errors:
        told = "; ".join(errors)
        raise RefusedError(told)


def _prepared(store: Store, review: Review, item: Item, *, by: str, now: dt.datetime) -> Item:
    if not review.is_confirmed:
        raise RefusedError("confirm the document first: its date decides what the figures mean")
    rows = rows_of(review, item, Matcher(Catalogue.of(store)), by=by, now=now)
    if rows:
        refuse_errors(checks.brought_by(rows, store))
    return replace(item, rows=rows)


def _settled(about: Cells, rows: Mapping[str, list[Cells]]) -> Cells:
    """What is now known of the document: its name in the tables, and that of a new publisher."""
    found: Cells = {}
    if citations := rows.get("citations"):
        found["document"] = citations[0]["document_id"]
    if documents := rows.get("documents"):
        found |= {"publisher": documents[0]["publisher_id"], "publisher_name": ""}
    return about | found


def _document(review: Review, catalogue: Catalogue) -> tuple[str, Rows]:
    """The document's id, and the rows that are new with it."""
    if (document := review.about.get("document", "")) not in {"", NEW}:
        return document, {}
    about = {name: cell for name, cell in review.about.items() if cell}
    publisher, rows = about.get("publisher", ""), {}
    if not publisher:
        row = organisation(about["publisher_name"], about.get("publisher_kind", "") or "media")
        publisher = row["organisation_id"] = _unique(row["organisation_id"] or "publisher", catalogue, "organisations")
        rows = {"organisations": [row]}
    read = {"publisher": publisher, "sha256": review.sha256, "accessed_on": review.created_on[:10]}
    cells = entry.document(about | read)
    cells["document_id"] = _unique(cells["document_id"], catalogue, "documents")
    return cells["document_id"], rows | {"documents": [cells]}


def _citation(review: Review, name: str, figure: Proposed, matcher: Matcher, document: str, own: Cells) -> Rows:
    """A further citation of a claim that stands."""
    claim = matcher.rows.get(name)
    if claim is None:
        raise RefusedError("there is no claim “{name}”: choose another, or a claim of its own", name=name)
    cells = citation_cells(figure, claim, matcher.labels, matcher.families)
    typed = {column: written(CITATIONS[column], cell) for column, cell in cells.items()}
    wanted = f"{name}-at-{_publisher(review, document, matcher)}"
    citation: Cells = {
        "citation_id": _unique(wanted, matcher.catalogue, "citations"),
        "revision": "1",
        "observation_id": name,
        "document_id": document,
        "wording": figure.wording,
        **typed,
        **own,
    }
    return {"citations": [citation]}


def _claim(
    review: Review, item: Item, filed: Filing, matcher: Matcher, document: str, *, by: str, now: dt.datetime
) -> Rows:
    """A claim of its own with its first citation; it may replace an earlier one of the same source."""
    fields = with_newcomers(item.fields)
    _refuse_incomplete(fields)
    publisher, claimant = _publisher(review, document, matcher), fields.get("claimant", "")
    is_own = bool(claimant) and matcher.families.are_one(claimant, publisher)
    ours = {name: cell for name, cell in fields.items() if cell and name in entry.FIELDS}
    replaced = {"revises": filed.claim_id, "change": filed.change} if filed.claim_id else {}
    given = {"crisis": review.about["crisis"], **ours, **replaced, "document": document}
    rows = entry.rows(given | {"published_on": review.about["published_on"]}, publisher, is_own=is_own, now=now, by=by)
    observation, citation = rows["observations"][0], rows["citations"][0]
    observation["observation_id"] = _unique(observation["observation_id"], matcher.catalogue, "observations")
    citation["observation_id"] = observation["observation_id"]
    wanted = f"{observation['observation_id']}-at-{publisher}"
    citation["citation_id"] = _unique(wanted, matcher.catalogue, "citations")
    return rows


def _refuse_incomplete(fields: Cells) -> None:
    if not fields.get("indicator"):
        raise RefusedError("say what it counts: choose an indicator, or name a new one")
    if not fields.get("place"):
        raise RefusedError("say where: choose a place")


def _publisher(review: Review, document: str, matcher: Matcher) -> str:
    row = matcher.catalogue.get("documents", document)
    return text(row, "publisher_id") or review.about.get("publisher") or slug(review.about.get("publisher_name", ""))


def _provenance(citation: Cells, review: Review, item: Item, *, by: str, now: dt.datetime) -> None:
    how = "by hand" if item.origin == HAND else f"{review.read_by}{', edited' if item.changes else ''}"
    citation |= {
        "span_start": str(item.span[0]),
        "span_end": str(item.span[1]),
        "text_sha256": review.sha256,
        "read_by": how,
        "reviewed_by": by,
        "reviewed_on": stamp(now),
    }


def _unique(wanted: str, catalogue: Catalogue, table: str) -> str:
    """The id, or the id with the first number that nobody has."""
    name, number = wanted, 2
    while catalogue.get(table, name) is not None:
        name, number = f"{wanted}-{number}", number + 1
    return name
