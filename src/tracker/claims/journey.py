"""How one claim travelled: its citations in time order, origin first, each with what it changed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..catalogue import Catalogue, Filter
from ..errors import UnknownError
from ..period import day
from . import distortion
from .distortion import Distortion
from .printed import Labels, Printed, text


@dataclass(frozen=True)
class Step:
    """One citation of the claim. `row` is its row of the query `citations`, with its document and publisher.

    `days` are those since the claim set out. `text_from` is the row of the organisation whose text the document
    carries, where it says so: such a copy is no second source.
    """

    citation_id: str
    document_id: str
    publisher_id: str
    language: str
    published_on: dt.date | None
    days: int | None
    printed: Printed
    distortions: tuple[Distortion, ...]
    role: str
    attribution: str
    is_start: bool
    is_first_variant: bool
    text_from: object = field(compare=False, repr=False)
    row: object = field(compare=False, repr=False)

    @property
    def note(self) -> str:
        """What else a reader should know, without what the distortions already say."""
        return distortion.without_records(text(self.row, "note"))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of distortion alone."""
        return tuple(found.kind for found in self.distortions)


@dataclass(frozen=True)
class Journey:
    """A claim and every citation of it: where it set out, then the dated ones in time order, then the undated.

    `start` is the form the others are compared with: the origin's, else that of the earliest echo that prints the claim
    as recorded, else the claim's own. A circulating figure has no origin, so nothing distorts it. `claim` is its row of
    the query `claims`.
    """

    claim: object = field(compare=False, repr=False)
    observation_id: str
    start: Printed
    steps: tuple[Step, ...]
    is_circulating: bool

    @property
    def publishers(self) -> int:
        """How many organisations put out a document that carries the claim, its claimant included."""
        return len({step.publisher_id for step in self.steps})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it was printed in, in the order it reached them."""
        return tuple(dict.fromkeys(step.language for step in self.steps if step.language))

    @property
    def unattributed(self) -> int:
        """Citations filed under the claim by judgement, for their documents name no source; to be counted apart."""
        return sum(step.attribution == "none" for step in self.steps)

    @property
    def distorted(self) -> int:
        """How many citations changed something."""
        return sum(bool(step.distortions) for step in self.steps)

    def carrying(self, kind: str) -> tuple[Step, ...]:
        """The steps with one kind of distortion."""
        return tuple(step for step in self.steps if kind in step.kinds)


def journey(catalogue: Catalogue, observation_id: str, *, as_of: dt.date | None = None) -> Journey:
    """The journey of one claim, as it was known on a day."""
    found = list(journeys(catalogue, Filter(observation=(observation_id,), as_of=as_of)))
    if not found:
        raise UnknownError(f"there is no observation {observation_id!r}" + (f" known by {as_of}" if as_of else ""))
    return found[0]


def journeys(catalogue: Catalogue, chosen: Filter) -> Iterator[Journey]:
    """The journey of every claim that the filter chooses, in the order of the query `claims`."""
    labels = labels_of(catalogue)
    citations: dict[str, list[object]] = {}
    for citation in catalogue.rows("citations", chosen).itertuples(index=False):
        citations.setdefault(text(citation, "observation_id"), []).append(citation)
    for claim in catalogue.rows("claims", chosen).itertuples(index=False):
        yield _journey(claim, citations.get(text(claim, "observation_id"), []), labels)


def labels_of(catalogue: Catalogue) -> Labels:
    """The rows of a catalogue by id."""
    return Labels(
        places=_by_id(catalogue.places.itertuples(index=False), "place_id"),
        indicators=_by_id(catalogue.indicators.itertuples(index=False), "indicator_id"),
        organisations=_by_id(catalogue.organisations.itertuples(index=False), "organisation_id"),
        texts_from=texts_from(catalogue),
    )


def texts_from(catalogue: Catalogue) -> dict[str, str]:
    """The organisation whose text a document carries, for the documents that say so."""
    documents = catalogue.documents.dropna(subset="text_from_id")
    return dict(zip(documents.document_id, documents.text_from_id, strict=True))


def _by_id(rows: Iterable[object], column: str) -> dict[str, object]:
    return {text(row, column): row for row in rows}


def _journey(claim: object, citations: list[object], labels: Labels) -> Journey:
    own = Printed.of_claim(claim, labels)
    is_circulating = bool(getattr(claim, "is_circulating", False))
    first = None if is_circulating else _start(citations)
    start = Printed.of_citation(first, own, labels) if first is not None else own
    since = (_published(first) if first is not None else None) or day(getattr(claim, "known_on", None))
    ordered = sorted(citations, key=lambda citation: (citation is not first, *_time_order(citation)))
    steps = [_step(claim, citation, start, since, labels, is_circulating) for citation in ordered]
    return Journey(
        claim=claim,
        observation_id=text(claim, "observation_id"),
        start=start,
        steps=tuple(_marked(steps, first)),
        is_circulating=is_circulating,
    )


def _start(citations: list[object]) -> object:
    """The citation the claim set out from: the best origin; else the earliest echo that prints it as recorded."""
    languages = Counter(text(citation, "language") for citation in citations)
    origins = [citation for citation in citations if text(citation, "role") == "origin"]
    echoes = [citation for citation in citations if text(citation, "role") == "echo" and _is_attributed(citation)]
    faithful = [citation for citation in echoes if _is_as_recorded(citation) and _names_claimant(citation)]
    dated = [citation for citation in echoes if _published(citation)]
    candidates = list(filter(_is_as_recorded, origins)) or origins or faithful or dated
    return min(candidates, key=lambda citation: _start_order(citation, languages), default=None)


def _start_order(citation: object, languages: Counter[str]) -> tuple[bool, dt.date, int, str]:
    """In time; of one day, the language that most of the citations are in."""
    undated, published, name = _time_order(citation)
    return undated, published, -languages[text(citation, "language")], name


def _is_as_recorded(citation: object) -> bool:
    """It prints the claim as the observation holds it: a cell of its own would be a difference."""
    is_dated = any(_has_day(citation, column) for column in ("period_start", "period_end"))
    return not is_dated and not any(
        text(citation, column) for column in ("qualifier", "place_id", "indicator_id", "measure", "population")
    )


def _has_day(citation: object, column: str) -> bool:
    return day(getattr(citation, column, None)) is not None


def _is_attributed(citation: object) -> bool:
    return text(citation, "attribution") != "none"


def _names_claimant(citation: object) -> bool:
    return text(citation, "attribution") == "claimant"


def _step(
    claim: object, citation: object, start: Printed, since: dt.date | None, labels: Labels, is_circulating: bool
) -> Step:
    printed = Printed.of_citation(citation, Printed.of_claim(claim, labels), labels)
    published = _published(citation)
    forms = (printed, printed) if is_circulating else (start, printed)
    return Step(
        citation_id=text(citation, "citation_id"),
        document_id=text(citation, "document_id"),
        publisher_id=text(citation, "publisher_id"),
        language=text(citation, "language"),
        published_on=published,
        days=(published - since).days if published is not None and since is not None else None,
        printed=printed,
        distortions=distortion.in_citation(citation, claim, forms, labels),
        role=text(citation, "role"),
        attribution=text(citation, "attribution"),
        is_start=False,
        is_first_variant=False,
        text_from=labels.organisations.get(labels.texts_from.get(text(citation, "document_id"), "")),
        row=citation,
    )


def _marked(steps: list[Step], first: object) -> Iterator[Step]:
    """The steps with the start marked, and the first dated one of every form that differs from the start's."""
    seen: set[Hashable] = set()
    for step in steps:
        is_start = first is not None and step.row is first
        is_new = not is_start and step.published_on is not None and step.printed not in seen
        yield replace(step, is_start=is_start, is_first_variant=is_new and bool(step.distortions))
        seen.add(step.printed)


def _published(citation: object) -> dt.date | None:
    return day(getattr(citation, "published_on", None))


def _time_order(citation: object) -> tuple[bool, dt.date, str]:
    published = _published(citation)
    return published is None, published or dt.date.max, text(citation, "citation_id")
