"""Who is said to give a figure without a verb of saying: whose own count it is, or whom others quote."""

from __future__ import annotations

from collections.abc import Iterator

from .headings import HEADING, is_acronym
from .names import RUN, Names
from .phrases import Match

OWNED = 4  # words between a name and the count that is its own
REACH = 14  # words between "quoted" and "as saying"


def owning(names: Names) -> Iterator[Match[str]]:
    """Whose count is said to be so many: "the government's own figure is 56", "the UN's tally of 90"."""
    for place, token in enumerate(names.tokens):
        if token.key != "'s":
            continue
        after = range(place + 1, min(place + 1 + OWNED, len(names.tokens) - 1))
        data = next((at for at in after if names.pack.has("data", names.tokens[at].key)), None)
        kind = names.clauses.kinds[data + 1] if data is not None else ""
        is_of = data is not None and names.pack.has("of", names.tokens[data + 1].key)
        run = names.ending(place) if is_of or kind in {"be", "reach"} else None
        run = _behind_from(names, run) if run else None
        if run and (kind == "be" or names.is_role_in(run) or is_acronym(names, run)):  # not "Turkey's toll rose to"
            yield Match(*run, HEADING)


def _behind_from(names: Names, run: RUN) -> RUN:
    """A name without what is only from it: "1,467 civilians from | the city government's estimate of"."""
    froms = (at + 1 for at in range(*run) if names.pack.has("change_from", names.tokens[at].key) and at + 1 < run[1])
    return max(froms, default=run[0]), run[1]


def reckoned(names: Names) -> Iterator[Match[str]]:
    """By whose count: "412 were killed, by the ministry's count", "on UNICEF's own figures, 412 were killed"."""
    for place, token in enumerate(names.tokens):
        if token.key != "'s":
            continue
        after = range(place + 1, min(place + 1 + OWNED, len(names.tokens)))
        data = next((at for at in after if names.pack.has("data", names.tokens[at].key)), None)
        run = names.ending(place) if data is not None else None
        if run is None or data is None:
            continue
        first = run[0] - 1
        while first > 0 and names.clauses.kinds[first] == "determiner":
            first -= 1
        is_by = first >= 0 and names.pack.has("reckoned_by", names.tokens[first].key)
        ends = data + 1 == len(names.tokens) or names.tokens[data + 1].key in {",", "."}
        if is_by and ends:
            yield Match(*run, HEADING)


def quoted(names: Names) -> Iterator[tuple[RUN, int]]:
    """Whom others quote, and where that ends: "AFP quoted police as saying", "he was quoted by AFP as saying"."""
    for place, token in enumerate(names.tokens):
        if not names.pack.has("quoting", token.key):
            continue
        as_ = _as(names, place + 1)
        says = names.tokens[as_ + 1].key if as_ and as_ + 1 < len(names.tokens) else ""
        if not says.endswith(tuple(names.pack.words.get("gerund_endings", ()))):
            continue
        is_passive = place > 0 and names.clauses.kinds[place - 1] == "be"
        run = names.subject(place - 1) if is_passive else _without_ends(names, place + 1, as_)
        if run and run[0] < run[1]:
            yield run, as_ + 2


def _as(names: Names, first: int) -> int:
    """Where the "as" of "quoted the police as saying" stands, before any figure or comma; 0 without one."""
    for place in range(first, min(len(names.tokens), first + REACH)):
        if names.pack.has("as", names.tokens[place].key):
            return place
        if names.busy[place] or names.tokens[place].key in {";", ".", ":"}:
            return 0
    return 0


def _without_ends(names: Names, first: int, last: int) -> RUN:
    while first < last and names.clauses.kinds[first] == "determiner":
        first += 1
    return first, max(first, last)
