"""Which of the sources of a sentence a figure is given by."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .claimants import Source
from .clauses import Clauses
from .tokens import MARK, NUMBER, Token

FARTHEST = 160  # tokens to a source
SCOPE = 13.0  # how far a source speaks
TURN, MILD_TURN, INSET = (
    6.0,
    1.0,
    20.0,
)  # a "but" between, and a source that speaks only inside its own "that ..." clause
QUOTED = 1.0  # what it costs that a quotation ends between
# what a sentence goes on with, where it does not only say more of who speaks
GOING_ON = frozenset({"and", "be", "have", "contrast", "modal", "pronoun", "relative", "say", "subordinator"})
CLOSING = frozenset({'"', "”", "''", "»"})


def claimant_of(
    first: int,
    last: int,
    sources: Sequence[Source],
    clauses: Clauses,
    tokens: Sequence[Token],
    mild: Collection[str] = (),
) -> Source | None:
    """The source in whose reach a figure stands: the nearest, unless a "but" or a semicolon lies between."""
    best, least = None, SCOPE
    for source in sources:
        if source.first - last > FARTHEST or first - source.last > FARTHEST:
            continue
        if source.last <= first and source.first and tokens[source.last].key == ";":
            continue  # "..., the prosecutor said; 14 miners ...": that source has finished
        if source.last <= first:
            cost = 0.3 * clauses.between(source.last, first) + _turns(clauses, source.last, first, tokens, mild)
        elif _ends_quotation(tokens, last, source.first):
            cost = QUOTED
        else:
            closes = _closes(source.last, clauses, tokens)
            if not closes and clauses.is_parted(last, source.first):
                continue  # "38 schools are shut; officials estimate that ..."
            turns = (
                0.0 if closes or _ends_quotation(tokens, last, source.first) else _turns(clauses, last, source.first)
            )
            cost = (0.25 if closes else 0.5) * clauses.between(last, source.first) + 2 * turns
            cost += INSET if clauses.is_inset(source.first) else 0.0
        if cost < least:
            best, least = source, cost
    return best


def _closes(place: int, clauses: Clauses, tokens: Sequence[Token]) -> bool:
    """Whether a sentence ends with who speaks, or with who that is: ", said Reuben Sindac, chief of police"."""
    behind = range(place, len(tokens))
    if all(clauses.kinds[at] == "time" or tokens[at].kind == MARK for at in behind):
        return True
    is_apposed = tokens[place].key == "," and tokens[place + 1].key != ","
    return is_apposed and not any(clauses.kinds[at] in GOING_ON or tokens[at].kind == NUMBER for at in behind)


def _ends_quotation(tokens: Sequence[Token], first: int, speaks: int) -> bool:
    """Whether what is quoted goes on from a figure to who said it: "six are dead while nine are missing," IOM said."""
    if not any(token.key in CLOSING for token in tokens[max(first, speaks - 2) : speaks]):
        return False
    marks = [place for place in range(first, speaks) if tokens[place].key in CLOSING]
    return len(marks) == 1


def _turns(clauses: Clauses, first: int, last: int, tokens: Sequence[Token] = (), mild: Collection[str] = ()) -> float:
    """What the turns between cost; those in `mild` words less, since whoever spoke may go on: "X said ..., while"."""
    turns = [place for place in range(first, last) if clauses.kinds[place] == "contrast"]
    return sum(MILD_TURN if tokens and tokens[place].key in mild else TURN for place in turns)
