"""Statements without a number: "the last bakery is out of service", "no hospital is functioning"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .attachment import Attachment
from .clauses import Clauses
from .counted import counted
from .figures import Figure
from .outcomes import SERVICES
from .packs import Pack
from .quantities import Quantity, number_at
from .tokens import Token
from .triggers import Hit

OUTCOMES = frozenset({"closed", "destroyed", "damaged", "attacked", "remaining"})
LIMIT = 4.0


def statuses(
    tokens: Sequence[Token],
    clauses: Clauses,
    hits: Sequence[Hit],
    by_place: Mapping[int, Sequence[Hit]],
    pack: Pack,
) -> Iterator[Figure]:
    """What is said of "the last", "the only", "no" or "every" facility of a kind."""
    for match in pack.wholes.all(tokens):
        if match.last < len(tokens) and number_at(tokens, match.last, pack):  # "only three hospitals" is a figure
            continue
        whole = Quantity(match.first, match.last, value=1, is_word=True)
        what = counted(tokens, whole, clauses, by_place, pack)
        if what.population not in SERVICES:
            continue
        figure = Figure(whole, what, clauses.asides[match.first], match.first, "exact", population=what.population)
        Attachment(tokens, clauses, hits, [figure], pack).attach()
        if figure.outcome in OUTCOMES and figure.cost <= LIMIT and figure.hit:
            yield figure
