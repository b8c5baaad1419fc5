"""A text becomes a review, and its figures become items; read again when its date or language turns out another."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .. import __version__
from .. import reading as reader
from ..catalogue import Catalogue
from ..errors import RefusedError
from ..matching import Proposed, Subjects, known
from ..reading import Article, Candidate
from .masthead import masthead
from .newcomers import with_newcomers
from .quoting import quotation
from .session import OPEN, READER, Cells, Item, Review, stamp

LONGEST = 200_000  # characters of one document that are reviewed: two hundred pages
_BLANK = ("population", "scope_note", "said_on", "note")


def begin(article: Article, catalogue: Catalogue, *, by: str, now: dt.datetime) -> Review:
    """The review of an article, with what the file or its first lines say of it for a person to confirm."""
    if not article.text.strip():
        told = " ".join(article.warnings)
        raise RefusedError(told) if told else RefusedError("there is no text to read")
    if len(article.text) > LONGEST:
        raise RefusedError(
            "the text has {n:,} characters, more than the {most:,} of one review: cut it into parts",
            n=len(article.text),
            most=LONGEST,
        )
    sha256 = article.sha256
    return Review(
        id=sha256[:16],
        text=article.text,
        sha256=sha256,
        about=masthead(article, catalogue),
        warnings=article.warnings,
        created_on=stamp(now),
        created_by=by,
        history=({"at": stamp(now), "by": by, "action": "began"},),
    )


def read(review: Review, catalogue: Catalogue) -> Review:
    """The review with the figures of its text. What people decided or typed stays; the rest follows the new reading."""
    day = review.published_on
    if day is None:
        raise RefusedError("the day of publication is missing: every relative time in the text hangs on it")
    names, subjects = known(catalogue), Subjects.of(catalogue)
    fresh = {_key(one): one for one in reader.extract(review.text, day, review.language, known=names)}
    items = [_again(item, fresh, review.text, subjects) for item in review.items]
    kept = {item.key for item in review.items}
    new = [_item(one, review.text, subjects) for key, one in fresh.items() if key not in kept]
    ordered = sorted([*filter(None, items), *new], key=lambda item: (item.span, item.key))
    return replace(review, items=tuple(ordered), read_by=reader_version())


def proposed(review: Review, item: Item, given: Cells | None = None) -> Proposed:
    """The figure ready to be compared with the tables: as it stands, or with the fields given."""
    return Proposed.of(
        with_newcomers(item.fields if given is None else given),
        sentence=review.sentence(item),
        published_on=review.published_on,
        publisher_id=review.about.get("publisher", ""),
        document_id=review.about.get("document", ""),
    )


@functools.cache
def reader_version() -> str:
    """What read a text: our version, and a fingerprint of the rules and words, which change more often."""
    folder = Path(reader.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return f"tracker {__version__}, reader {digest.hexdigest()[:8]}"


def number(value: float | None) -> str:
    """A number as a cell has it."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def _again(item: Item, fresh: dict[str, Candidate], text: str, subjects: Subjects) -> Item | None:
    if item.state != OPEN or item.origin != READER or item.stands:
        return item
    one = fresh.get(item.key)
    if one is None:
        return item if item.changes or item.proposed_by else None
    now = _item(one, text, subjects)
    is_same = now.found == item.found
    return item if is_same else replace(now, changes=item.changes, version=item.version + 1, by=item.by, at=item.at)


def _key(candidate: Candidate) -> str:
    return f"c{candidate.span[0]}-{candidate.span[1]}"


def _item(one: Candidate, text: str, subjects: Subjects) -> Item:
    return Item(
        key=_key(one),
        span=one.span,
        sentence=one.sentence,
        found=dict(_found(one, text, subjects)),
        tier=one.tier,
        rule=one.rule,
        flags=one.flags,
        printed={"place": one.place, "claimant": one.claimant},
    )


def _found(one: Candidate, text: str, subjects: Subjects) -> Iterator[tuple[str, str]]:
    start, end = one.period.start, one.period.end
    yield "indicator", subjects.indicator_of(one)
    yield from (("indicator_population", one.population), ("indicator_outcome", one.outcome))
    yield "place", one.place_id
    yield "claimant", one.claimant_id
    yield "measure", one.measure
    yield "qualifier", one.qualifier
    yield from (("value", number(one.value)), ("value_low", number(one.low)), ("value_high", number(one.high)))
    yield "period_start", str(start or "")
    yield "period_end", str(end or "")
    yield "date_precision", one.period.precision if start or end else ""
    yield "basis", "reported"
    yield "wording", quotation(text, one.span, one.sentence)
    yield from ((name, "") for name in _BLANK)
