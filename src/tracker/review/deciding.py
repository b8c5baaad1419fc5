"""What people do in a review besides accepting: confirm the document, edit, reject, take back, add by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from .. import reading
from ..catalogue import Catalogue
from ..errors import RefusedError
from ..matching import known_document
from ..period import Period
from ..tables import DOCUMENTS
from .quoting import quotation
from .reading import number, read
from .session import ACCEPTED, HAND, NEW, OPEN, REJECTED, Cells, Item, Review, unchanged

ABOUT = (
    *("title", "publisher", "publisher_name", "publisher_kind", "url", "published_on", "published_on_basis"),
    *("language", "kind", "crisis", "text_from", "document"),
)
_READ_ANEW = ("published_on", "language")
MOST_ITEMS = 2_000


def confirm(review: Review, given: Mapping[str, str], catalogue: Catalogue, *, by: str, now: dt.datetime) -> Review:
    """The review with the document's fields confirmed, and its figures read; read again where the date is another."""
    about = review.about | {name: given[name].strip() for name in ABOUT if name in given}
    about = _with_document(about, review, catalogue)
    _refuse_missing(about, catalogue)
    after = replace(review, about=about, is_confirmed=True).noted("confirmed the document", by=by, now=now)
    is_same = review.is_confirmed and all(review.about.get(name) == about.get(name) for name in _READ_ANEW)
    return after if is_same else read(after, catalogue)


def change(
    review: Review, key: str, given: Mapping[str, str], *, by: str, now: dt.datetime, version: int | None = None
) -> Review:
    """The review with fields of one figure changed; those that are as the reader found them are no change."""
    item = unchanged(review.item(key), version)
    typed = item.changes | {name: text.strip() for name, text in given.items()}
    changes = {name: text for name, text in typed.items() if text != item.found.get(name, "")}
    if changes == item.changes:
        return review
    _refuse_begun(item)
    after = item.decided(OPEN, by=by, now=now, changes=changes, proposed_by="")  # what was proposed, it is no longer
    return review.with_item(after, "changed", by=by, now=now)


def reject(review: Review, key: str, reason: str, *, by: str, now: dt.datetime, version: int | None = None) -> Review:
    """The review with one figure turned down; it stays, with the reason, which must be given.

    Of a figure that was accepted before only the change is turned down: it is accepted as it stands.
    """
    item = unchanged(review.item(key), version)
    if not reason.strip():
        raise RefusedError("say why it is rejected: the reason is kept with it")
    _refuse_begun(item)
    if item.stands:
        as_stood = {"rows": item.stands, "changes": item.stood, "stands": {}, "stood": {}, "proposed_by": ""}
        after = item.decided(ACCEPTED, by=by, now=now, reason=reason.strip(), **as_stood)
        return review.with_item(after, "turned down the change", by=by, now=now)
    return review.with_item(item.decided(REJECTED, by=by, now=now, reason=reason.strip()), "rejected", by=by, now=now)


def reopen(review: Review, key: str, *, by: str, now: dt.datetime) -> Review:
    """The review with a decided figure open again. What was accepted stands in the tables until another is accepted."""
    item = review.item(key)
    if item.is_open:
        raise RefusedError("only a figure that was decided can be opened again")
    after = item.decided(OPEN, by=by, now=now, reason="", rows={}, stands=item.rows, stood=item.changes, proposed_by="")
    return review.with_item(after, "opened again", by=by, now=now)


def add_by_hand(review: Review, span: tuple[int, int], *, by: str, now: dt.datetime) -> tuple[Review, str]:
    """The review with a figure that a person marked in the text, and its key."""
    start, end = _trimmed(review.text, span)
    if len(review.items) >= MOST_ITEMS:
        raise RefusedError("a review holds at most {most} figures", most=MOST_ITEMS)
    same = next((item for item in review.items if item.span == (start, end)), None)
    if same:
        return review, same.key
    sentence = reading.sentence_around(review.text, (start, end), review.language)
    figure = reading.figure_in(review.text, (start, end), review.language)
    found: Cells = {
        "qualifier": figure.qualifier,
        "value": number(figure.value),
        "value_low": number(figure.low),
        "value_high": number(figure.high),
        "measure": "flow" if figure.has_number else "status",
        "basis": "reported",
        "wording": quotation(review.text, (start, end), sentence),
    }
    item = Item(f"h{start}-{end}", (start, end), sentence, found, origin=HAND, tier="", rule="by hand", by=by)
    return review.with_item(item, "added by hand", by=by, now=now), item.key


def _refuse_begun(item: Item) -> None:
    """A crash may have come between the writing of rows and the word that they are written."""
    if item.rows:
        raise RefusedError("its rows may be in the tables already: accept it again to finish what was begun")


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = max(0, span[0]), min(len(text), span[1])
    words = text[start:end]
    if not words.strip():
        raise RefusedError("mark some words of the text first")
    if len(words) > 500:
        raise RefusedError("mark only the words that carry the figure")
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _with_document(about: Cells, review: Review, catalogue: Catalogue) -> Cells:
    """What the tables know of the document. One that people named, or said to be new, stays so."""
    if about.get("document"):
        return about
    row = known_document(
        catalogue,
        sha256=review.sha256,
        url=about.get("url", ""),
        title=about.get("title", ""),
        publisher_id=about.get("publisher", ""),
    )
    return about | {"document": str(getattr(row, "document_id", ""))} if row is not None else about


def _refuse_missing(about: Cells, catalogue: Catalogue) -> None:
    if not (about.get("publisher") or about.get("publisher_name")):
        raise RefusedError("say who published it")
    if not about.get("published_on"):
        raise RefusedError("say on which day it was published: times such as “since Friday” hang on it")
    if not about.get("language"):
        raise RefusedError("say in which language it is written")
    if not about.get("crisis"):
        raise RefusedError("say which crisis it is about")
    if not about.get("kind"):
        raise RefusedError("say what kind of document it is")
    Period.parse(about["published_on"])
    spoken = reading_languages()
    if about["language"] not in spoken:
        raise RefusedError(
            "no figures can be read in {language}; the languages are: {spoken}",
            language=about["language"],
            spoken=", ".join(spoken),
        )
    for name, table in (("publisher", "organisations"), ("crisis", "crises"), ("document", "documents")):
        if about.get(name, NEW) not in {"", NEW} and catalogue.get(table, about[name]) is None:
            raise RefusedError("there is no “{name}” in {table}", name=about[name], table=table)
    vocabulary = DOCUMENTS["kind"].vocabulary
    if vocabulary and about["kind"] not in vocabulary:
        raise RefusedError("there is no kind of document “{kind}”", kind=about["kind"])


def reading_languages() -> tuple[str, ...]:
    """The languages that texts can be read in."""
    from ..reading.packs import available

    return tuple(available())
