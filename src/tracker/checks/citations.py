"""Who carries a claim: every claim has a document, an origin where one is known, and says whom it names."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..finding import WARNING, Finding
from .registry import check
from .sheets import Book


@check("citation-missing", "Every claim has a document that carries it")
def citation_missing(book: Book) -> Iterator[Finding]:
    """A figure without a source is not a figure we keep."""
    sheet, rows = book["observations"], book["observations"].rows
    for row in sheet.each(rows[~rows["observation_id"].isin(book["citations"].rows["observation_id"])]):
        yield Finding.at(row, "observation_id", "no citation carries it: add one to citations.csv")


@check("origin-missing", "A claim has a document of its claimant's own", severity=WARNING)
def origin_missing(book: Book) -> Iterator[Finding]:
    """Until it is found, every document repeats somebody; claims of nobody and circulating figures have none."""
    sheet, rows = book["observations"], book["observations"].rows
    citations = book["citations"].rows
    cited = rows["observation_id"].isin(citations["observation_id"])
    origins = citations.loc[citations["role"] == "origin", "observation_id"]
    echoed = cited & rows["claimant_id"].notna() & (rows["is_circulating"] != "true")
    for row in sheet.each(rows[echoed & ~rows["observation_id"].isin(origins)]):
        yield Finding.at(
            row, "observation_id", f"no document of {row.claimant_id} itself is known: look for its origin"
        )


@check("origin-not-claimant", "An origin is published by the claimant, or by its own family")
def origin_not_claimant(book: Book) -> Iterator[Finding]:
    """Ten echoes are not ten sources. A national committee speaks for its organisation through parent_id."""
    sheet = book["citations"]
    rows = _with_parties(book)
    family = _families(book["organisations"].rows)
    claimant, publisher = rows["claimant_id"].replace(family), rows["publisher_id"].replace(family)
    known = rows["publisher_id"].notna() & rows["claimed"].notna()
    for row in sheet.each(rows[(rows["role"] == "origin") & known & (claimant != publisher)]):
        said = row.claimant_id if isinstance(row.claimant_id, str) else "nobody"
        message = f"is origin though {row.publisher_id} put it out and the claim is of {said}: make it echo"
        yield Finding.at(row, "role", f"{message}, or link the two through parent_id")


@check("attribution-unnamed", "A document that names somebody else says whom")
def attribution_unnamed(book: Book) -> Iterator[Finding]:
    """`other` needs attributed_to, and only `other` has it."""
    sheet, rows = book["citations"], book["citations"].rows
    other, named = rows["attribution"] == "other", rows["attributed_to"].notna()
    for row in sheet.each(rows[other & ~named]):
        yield Finding.at(row, "attributed_to", "is blank though attribution is other: name whom the document names")
    for row in sheet.each(rows[~other & named]):
        message = f"names {row.attributed_to} though attribution is {row.attribution}: make it other, or blank this"
        yield Finding.at(row, "attributed_to", message)


@check("document-twice", "A page of one day is one document")
def document_twice(book: Book) -> Iterator[Finding]:
    """Kept twice, it would count as two citations. A page that was written over has a document for each day."""
    sheet, rows = book["documents"], book["documents"].rows
    page = rows["url"].str.replace(r"^https?://(www\.)?", "", regex=True).str.rstrip("/")
    known = rows.assign(page=page).dropna(subset="page")
    version = ["page", "published_on"]
    first = known.drop_duplicates(version).rename(columns={"document_id": "first_id"})
    again = known[known.duplicated(version)].merge(first[[*version, "first_id"]], on=version)
    for row in sheet.each(again):
        yield Finding.at(row, "url", f"is the page of {row.first_id} too: cite that one, and delete this")


def _with_parties(book: Book) -> pd.DataFrame:
    claims = book["observations"].rows.drop_duplicates("observation_id")[["observation_id", "claimant_id"]]
    documents = book["documents"].rows.drop_duplicates("document_id")[["document_id", "publisher_id"]]
    rows = book["citations"].rows.merge(claims.assign(claimed=True), how="left", on="observation_id")
    return rows.merge(documents, how="left", on="document_id")


def _families(organisations: pd.DataFrame) -> dict[str, str]:
    """Each organisation that belongs to another, with the one at the top; a circle, found elsewhere, ends at itself."""
    linked = organisations[organisations["parent_id"].notna()]
    up = dict(zip(linked["organisation_id"], linked["parent_id"], strict=True))
    return {name: _top(name, up) for name in up}


def _top(name: str, up: dict[str, str]) -> str:
    seen: set[str] = set()
    while name in up and name not in seen:
        seen.add(name)
        name = up[name]
    return name
