"""What a document changed in a claim it carries: each difference typed, with what it was and what it became."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..figure import LOWER_BOUNDS, UPPER_BOUNDS, Figure
from ..period import Period
from ..schema import Vocabulary
from .nesting import Places
from .printed import Labels, Printed, text
from .rounding import is_rounding

DISTORTION = Vocabulary(
    "distortion",
    {
        "bound_dropped": "The words that made the number a bound or a range were left out: at least 96 became 96.",
        "bound_added": "A plain number became a bound or a range: 500,000 became more than 500,000.",
        "bound_changed": "The bound or range became another one, or an approximation: at least 96 became about 96.",
        "hedge_dropped": "The words that made the number an approximation were left out: about 30 became 30.",
        "hedge_added": "A plain number became an approximation: 30 became about 30.",
        "hedge_changed": "One approximation became another: about 30 became nearly 30.",
        "rounded": "The number was rounded: 96 became nearly 100.",
        "number_changed": "Another number stands there, and it is not the claim's number rounded.",
        "period_widened": "The document's period holds all of the claim's period and more.",
        "period_narrowed": "The document's period is a part of the claim's.",
        "period_moved": "The document's period starts or ends on other days, neither within nor around the claim's.",
        "period_reworded": "The document gives the time in other words, which no days can be put to. Recorded by hand.",
        "period_not_given": "The document does not say over which time, though the claim does. Recorded by hand.",
        "place_widened": "The document names a place that holds the claim's place.",
        "place_narrowed": "The document names a part of the claim's place.",
        "place_changed": "The document names another place, neither within nor around the claim's.",
        "population_changed": "The document counts other people or things: civilians became people.",
        "outcome_changed": "Something else happened to them: killed became injured.",
        "indicator_changed": "Something else is counted, of others: children injured became doctors left.",
        "measure_changed": "Events in a period, a running total and a level were mistaken for one another.",
        "flow_turned_stock": "Events within a period, or a running total of them, became a level on a day.",
        "attribution_dropped": "The document names no source for the figure.",
        "attribution_changed": "The document names another source than the claimant.",
        "meaning_inverted": "The document says the opposite: 30 doctors left became 30 departed. Recorded by hand.",
        "denied": "The document quotes the figure in order to dispute it.",
    },
)


_PARTS = re.compile(r"(?<=[.;])\s+")  # the sentences of a note, and what semicolons part


@dataclass(frozen=True)
class Distortion:
    """One difference between the claim as it set out (`before`) and as a document has it (`after`).

    `named` is the source the document names, where that changed; `words` are those of a note written by hand.
    """

    kind: str
    before: Printed
    after: Printed
    named: object = None
    words: str = ""


def between(before: Printed, after: Printed, places: Places) -> tuple[Distortion, ...]:
    """Every difference between two printed forms of one claim, in the order of `DISTORTION`; none where they agree."""
    kinds = (
        *_figure(before.figure, after.figure),
        *_period(before.period, after.period),
        *_place(before.place_id, after.place_id, places),
        *_subject(before, after),
    )
    return tuple(Distortion(kind, before, after) for kind in kinds)


def in_citation(
    citation: object, claim: object, forms: tuple[Printed, Printed], labels: Labels
) -> tuple[Distortion, ...]:
    """Every distortion of one citation; `forms` is the claim as it set out and as the citation's document has it."""
    before, after = forms
    found = [
        *between(before, after, Places.of(labels)),
        *_attribution(citation, claim, before, after, labels),
        *_by_hand(text(citation, "note"), before, after),
    ]
    if text(citation, "role") == "denial":
        found.append(Distortion("denied", before, after))
    order = list(DISTORTION)
    by_kind = {distortion.kind: distortion for distortion in found}  # a note by hand explains what was also computed
    return tuple(sorted(by_kind.values(), key=lambda distortion: order.index(distortion.kind)))


def _attribution(
    citation: object, claim: object, before: Printed, after: Printed, labels: Labels
) -> Iterator[Distortion]:
    """A claim that nobody is known to have made has no attribution to lose."""
    if not text(claim, "claimant_id"):
        return
    if text(citation, "attribution") == "none":
        yield Distortion("attribution_dropped", before, after)
    if text(citation, "attribution") == "other":
        named = labels.organisations.get(text(citation, "attributed_to"))
        yield Distortion("attribution_changed", before, after, named=named)


def _by_hand(note: str, before: Printed, after: Printed) -> Iterator[Distortion]:
    """A part of a note that begins with the name of a distortion and a colon records it: "meaning inverted: ..."."""
    for part in _PARTS.split(note):
        if kind := _kind_named(part):
            yield Distortion(kind, before, after, words=part.partition(":")[2].strip())


def without_records(note: str) -> str:
    """A note without the parts that record a distortion by hand, which are shown as distortions."""
    return " ".join(part for part in _PARTS.split(note) if not _kind_named(part))


def _kind_named(part: str) -> str:
    name, colon, _ = part.partition(":")
    kind = name.strip().lower().replace(" ", "_")
    return kind if colon and kind in DISTORTION else ""


def _figure(before: Figure, after: Figure) -> Iterator[str]:
    """At least one kind wherever the figures differ."""
    if before == after:
        return
    kinds = list(_hedge(before, after))
    if after.numbers != before.numbers and not _is_one_end(before, after):
        kinds.append("rounded" if _is_rounded(before, after) else "number_changed")
    yield from kinds or ["bound_changed"]


def _hedge(before: Figure, after: Figure) -> Iterator[str]:
    """The change of qualifier alone; words without a number carry no hedge that could change."""
    if before.qualifier == after.qualifier or not (before.has_number and after.has_number):
        return
    sort = "bound" if _is_bound(before) or _is_bound(after) else "hedge"
    change = "dropped" if after.qualifier == "exact" else "added" if before.qualifier == "exact" else "changed"
    yield f"{sort}_{change}"


def _is_bound(figure: Figure) -> bool:
    return figure.qualifier in LOWER_BOUNDS | UPPER_BOUNDS | {"between"}


def _is_one_end(before: Figure, after: Figure) -> bool:
    """A range cut down to one of its ends, or an end opened to a range, is a change of bound and of no number."""
    one, other = before.numbers, after.numbers
    return bool(one and other) and (one < other or other < one)


def _is_rounded(before: Figure, after: Figure) -> bool:
    old, new = sorted(before.numbers), sorted(after.numbers)
    qualifier = "exact" if after.qualifier == "between" else after.qualifier
    pairs = list(zip(old, new, strict=False))
    same_length = len(old) == len(new) > 0
    return same_length and all(
        number == printed or is_rounding(number, printed, qualifier) for number, printed in pairs
    )


def _period(before: Period, after: Period) -> Iterator[str]:
    """A blank end compares with nothing: what a document leaves open it has not changed."""
    earlier = before.start is not None and after.start is not None and (before.start - after.start).days
    later = before.end is not None and after.end is not None and (after.end - before.end).days
    moves = [int(days) for days in (earlier, later) if days]
    if moves:
        wider, narrower = all(days > 0 for days in moves), all(days < 0 for days in moves)
        yield "period_widened" if wider else "period_narrowed" if narrower else "period_moved"


def _place(before: str, after: str, places: Places) -> Iterator[str]:
    if before == after:
        return
    if places.holds(after, before):
        yield "place_widened"
    else:
        yield "place_narrowed" if places.holds(before, after) else "place_changed"


def _subject(before: Printed, after: Printed) -> Iterator[str]:
    people, fate = before.counted != after.counted, before.outcome != after.outcome
    if before.indicator_id != after.indicator_id and people == fate:
        yield "indicator_changed"
    elif people:
        yield "population_changed"
    elif fate:
        yield "outcome_changed"
    if before.measure != after.measure:
        yield "flow_turned_stock" if _turned_stock(before.measure, after.measure) else "measure_changed"


def _turned_stock(before: str, after: str) -> bool:
    return before in {"flow", "cumulative"} and after == "stock"
