"""The documents of a dossier: one for each address and day of publication, with a readable id."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .decisions import Decisions
from .dossier import Row
from .names import Meaning, Names

Cells = dict[str, str]
Page = tuple[str, str]  # its address and its day of publication

FROM_URL = "date taken from URL path"
_METADATA = re.compile(r"stored page header|its time stamp is")
_ABOUT_PAGE = re.compile(
    r"^(page (text )?(shows|also|prints|date|mixes)|no (publication )?date|publication date|date[d ]|dateline|address "
    r"|text (says|names|dates|reports)|statement dated|report (itself|date)|the briefing is dated|stored "
    r"|(the )?same text|tag page|live topic page|as-of date in the title|the title gives|article address|short link"
    r"|origin page|update labelled|photo )"
)
_SILENT = {FROM_URL, "date from the stored page header", "report date"}  # published_on_basis says it already
_ARTICLES = {"un-news", "un-radio", "un-web-tv"}
_COMMON = {"a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "s", "says", "the", "to", "with"}


def page(row: Row) -> Page:
    """What makes two rows speak of the same document."""
    return row.url, row.published_on


def standing(data: Path) -> dict[Page, str]:
    """The ids of the documents that the tables hold already. They are edited by hand, and so left as they are."""
    path = data / "documents.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["url"], row["published_on"]): row["document_id"] for row in csv.DictReader(file)}


def dated(rows: tuple[Row, ...], decisions: Decisions) -> tuple[Row, ...]:
    """The rows, with the day of publication that somebody decided on for a document in all of its rows."""
    decided = decisions.for_documents()
    days = {page(row): decided[str(row.number)].get("published_on", "") for row in rows if str(row.number) in decided}
    return tuple(replace(row, published_on=days[page(row)]) if days.get(page(row)) else row for row in rows)


def documents(rows: Iterable[Row], names: Names, decisions: Decisions, known: dict[Page, str]) -> dict[Page, Cells]:
    """The documents of the rows, in their order, by page; of one that stands already, only its id."""
    grouped: dict[Page, list[Row]] = {}
    for row in rows:
        grouped.setdefault(page(row), []).append(row)
    decided = decisions.for_documents()
    found: dict[Page, Cells] = {}
    taken = set(known.values())
    for key, members in grouped.items():
        if key in known:
            found[key] = {"document_id": known[key]}
            continue
        cells = _document(members, names.publisher(members[0].publisher), names)
        for row in members:
            cells.update(decided.get(str(row.number), {}))
        cells["document_id"] = _free(cells["document_id"], taken)
        taken.add(cells["document_id"])
        found[key] = cells
    return found


def is_about_page(remark: str, names: Names | None = None) -> bool:
    """Whether a remark is about the document as a whole, not about the figure; `names` may say so of any remark."""
    return bool(_ABOUT_PAGE.match(remark) or (names and names.is_about_page(remark)))


def _document(rows: list[Row], publisher: Meaning, names: Names) -> Cells:
    first = rows[0]
    title = next((row.title for row in rows if row.title), "")
    remarks = list(dict.fromkeys(part for row in rows for part in row.remarks if is_about_page(part, names)))
    if first.published_on and "no date" in remarks:  # said of the figure, then, not of the page
        remarks.remove("no date")
    notes = [publisher.note, *(names.remark(part) for part in remarks if part not in _SILENT)]
    return {
        "document_id": _slug(publisher.id, first, title),
        "publisher_id": publisher.id,
        "text_from_id": publisher.text_from,
        "title": title,
        "url": first.url,
        "published_on": first.published_on,
        "published_on_basis": _basis(first, " ".join(remarks)),
        "language": first.language,
        "kind": publisher.kind or _kind(names.organisations[publisher.id]),
        "note": " ".join(note for note in notes if note),
    }


def _basis(row: Row, remarks: str) -> str:
    if not row.published_on:
        return ""
    if FROM_URL in remarks:
        return "url"
    return "metadata" if _METADATA.search(remarks) else "printed"


def _kind(publisher: Cells) -> str:
    is_outlet = publisher["kind"] == "media" or publisher["organisation_id"] in _ARTICLES
    return "article" if is_outlet else "other" if publisher["kind"] == "other" else "press_release"


def _slug(publisher: str, row: Row, title: str) -> str:
    address = urlsplit(row.url)
    last = unquote(address.path.rstrip("/").removesuffix("/amp").rsplit("/", 1)[-1])
    words = _words(title) or _words(re.sub(r"\.\w{2,5}$", "", last))
    distinct = "-".join(words[:4]) or hashlib.sha256(row.url.encode()).hexdigest()[:6]
    return f"{publisher}-{row.published_on.replace('-', '') or 'undated'}-{distinct}"


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return [word for word in words if word not in _COMMON] if any(word.isalpha() for word in words) else []


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
