"""What a document says of itself, proposed for a person to confirm: from the file, else from its first lines."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from ..catalogue import Catalogue
from ..claims.printed import text as cell
from ..matching import known, known_document
from ..period import day
from ..reading import Article
from .session import Cells

LINES = 6  # of a pasted text that may be its head
SAMPLE = 8_000  # characters that are looked at for places
LONGEST = 160  # characters of a title
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_PUBLISHERS = ("media", "un_agency", "ngo", "monitor", "government")


def masthead(article: Article, catalogue: Catalogue) -> Cells:
    """The fields of the document as far as they can be told; where it stands in the tables, as they stand there."""
    head = list(islice(filter(None, (line.strip() for line in article.text.splitlines())), LINES))
    publisher = _organisation([article.publisher], catalogue) or _organisation(head, catalogue)
    found = {
        "title": article.title or _title(head),
        "publisher": publisher,
        "publisher_name": "" if publisher else article.publisher,
        "url": article.url or next((one for line in head for one in _ADDRESS.findall(line)), "").rstrip(".,"),
        "published_on": str(article.published_on or ""),
        "published_on_basis": article.published_on_basis,
        "language": article.language,
        "kind": "article",
        "crisis": _crisis(article.text[:SAMPLE], catalogue),
    }
    return found | _as_entered(found, article.sha256, catalogue)


def _as_entered(found: Cells, sha256: str, catalogue: Catalogue) -> Cells:
    row = known_document(
        catalogue, sha256=sha256, url=found["url"], title=found["title"], publisher_id=found["publisher"]
    )
    if row is None:
        return {}
    kept = {name: cell(row, name) for name in ("title", "url", "published_on_basis", "language", "kind")}
    published = day(getattr(row, "published_on", None))
    kept |= {"document": cell(row, "document_id"), "publisher": cell(row, "publisher_id"), "publisher_name": ""}
    return {name: value for name, value in kept.items() if value or name == "publisher_name"} | (
        {"published_on": str(published)} if published else {}
    )


def _organisation(lines: list[str], catalogue: Catalogue) -> str:
    """The first organisation that a line is made of, or begins or ends with."""
    named = {
        _letters(name): cell(row, "organisation_id")
        for row in catalogue.organisations.itertuples(index=False)
        if cell(row, "kind") in _PUBLISHERS
        for name in (cell(row, "name"), cell(row, "short_name"), *cell(row, "aliases").split("|"))
        if _letters(name)
    }
    for line in lines:
        for part in re.split(r"\s[-–—|·]\s|^[-–—|·]\s|\s[-–—|·]$", _ADDRESS.sub("", line)):
            if found := named.get(_letters(part)):
                return found
    return ""


def _title(head: list[str]) -> str:
    """The first line that reads like a title: no address, and no sentence."""
    lines = (line for line in head if not _ADDRESS.search(line) and len(line) <= LONGEST)
    return next((line for line in lines if not line.endswith((".", "…", ":"))), "")


def _crisis(text: str, catalogue: Catalogue) -> str:
    """The crisis whose place, or a part of it, the text names most; the only one where there is one."""
    crises = {cell(row, "crisis_id"): cell(row, "place_id") for row in catalogue.crises.itertuples(index=False)}
    if len(crises) == 1:
        return next(iter(crises))
    places = known(catalogue)
    words = f" {_letters(text)} "
    named = Counter(place.id for place in places.places for name in place.names if f" {_letters(name)} " in words)
    scores = {
        crisis: sum(count for place, count in named.items() if whole in {place, *places.ancestors(place)})
        for crisis, whole in crises.items()
    }
    best = max(scores, key=lambda crisis: scores[crisis], default="")
    return best if scores.get(best) else ""


def _letters(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))
