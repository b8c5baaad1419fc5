"""Whose deed a verb tells: "seized" is an arrest by the police and an abduction by gunmen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clauses import Clauses
from .outcomes import OUTCOMES, POPULATIONS
from .packs import Pack, Trigger
from .phrases import Match
from .tokens import NUMBER, Token

BACK, AHEAD = 25, 6  # tokens in which the subject before a verb, and the one behind "by", are looked for
WIDE = 45  # tokens before a verb in the passive in which those who did it are looked for
NEAR = 3  # tokens before a verb in which its subject stands, whoever else opens the clause
BOUNDS = frozenset({"say", "contrast", "subordinator", "relative"})


def readings_of(
    match: Match[tuple[Trigger, ...]], tokens: Sequence[Token], clauses: Clauses, pack: Pack, *, is_passive: bool
) -> list[Trigger]:
    """The readings of a trigger that fit whoever did it, and those that ask for nobody and are said of other things."""
    asked = {reading.by for reading in match.carried if reading.by}
    if not asked:
        return list(match.carried)
    doer = next(_doers(match, tokens, clauses, pack, asked, is_passive=is_passive), "")
    own = [reading for reading in match.carried if reading.by and reading.by == doer]
    said = frozenset(population for reading in own for population in _befallen(reading))
    return own + [reading for reading in match.carried if not reading.by and not said & _befallen(reading)]


def _befallen(reading: Trigger) -> frozenset[str]:
    """The populations that a reading can be said of."""
    return reading.only or (OUTCOMES[reading.outcome].befalls if reading.outcome in OUTCOMES else POPULATIONS)


def _doers(
    match: Match[tuple[Trigger, ...]],
    tokens: Sequence[Token],
    clauses: Clauses,
    pack: Pack,
    asked: set[str],
    *,
    is_passive: bool,
) -> Iterator[str]:
    """The groups of the pack's words that whoever may have done it belongs to, the likeliest first."""
    groups = sorted({*asked, "captors", "lawmen"})
    for place in _behind_by(match.last, tokens, pack):
        yield from _of(tokens, place, groups, pack)
    if is_passive:
        ahead = range(match.last, min(len(tokens) - 1, match.last + BACK))
        opened = next((at for at in ahead if clauses.kinds[at] == "subordinator"), len(tokens))
        for place in range(opened + 1, min(len(tokens), opened + AHEAD)):
            yield from _of(tokens, place, ["captors"], pack)
        for place in range(max(0, match.first - WIDE), max(0, match.first - NEAR)):
            is_counted = place > 0 and tokens[place - 1].kind == NUMBER
            if not is_counted and not any(pack.has("of", token.key) for token in tokens[max(0, place - 3) : place]):
                yield from _of(tokens, place, ["captors"], pack)
        return
    start = _clause(match.first, tokens, clauses)
    for place in range(match.first - 1, max(start, match.first - NEAR) - 1, -1):
        yield from _of(tokens, place, ["captors", "lawmen"], pack)
    for place in range(start, match.first):
        yield from _of(tokens, place, groups, pack)


def _behind_by(first: int, tokens: Sequence[Token], pack: Pack) -> range:
    """The words behind the "by" of a verb in the passive: "held for days by the bandits"."""
    for place in range(first - 1, min(len(tokens), first + AHEAD)):
        if tokens[place].key in {",", ";", "."}:
            break
        if pack.has("by", tokens[place].key):
            return range(place + 1, min(len(tokens), place + AHEAD))
    return range(0)


def _clause(verb: int, tokens: Sequence[Token], clauses: Clauses) -> int:
    """Where the clause of a verb begins."""
    place = verb
    while place > max(0, verb - BACK) and clauses.kinds[place - 1] not in BOUNDS and tokens[place - 1].key != ";":
        place -= 1
    return place


def _of(tokens: Sequence[Token], place: int, groups: Sequence[str], pack: Pack) -> Iterator[str]:
    """The groups that a word, or it with the next one, belongs to: "militants", "armed men"."""
    pair = " ".join(token.key for token in tokens[place : place + 2])
    for key in (*tokens[place].keys, pair):
        yield from (group for group in groups if pack.has(group, key))
