"""Who says it where a headline only sets the name before a colon or behind a dash: "14 dead - water authority"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .known import Known
from .names import RUN, Names
from .phrases import Match
from .tokens import WORD

HEADING = "heading"
SAID_ALOUD = re.compile("[B-DF-HJ-NP-TV-XZ]{0,2}(?:[AEIOUY]+[B-DF-HJ-NP-TV-XZ]{1,3})*[AEIOUY]*")
LONGEST = 9  # tokens of such a name
LABELS = frozenset(
    {
        "update",
        "urgent",
        "breaking",
        "live",
        "watch",
        "video",
        "exclusive",
        "factbox",
        "correspondent",
        "desk",
        "dispatch",
    }
)


def headed(names: Names, known: Known) -> Iterator[Match[str]]:
    """The names that open a sentence before a colon, or close it behind a dash or a colon."""
    marks = [place for place, token in enumerate(names.tokens) if token.key in {":", "-"} and not _ties(names, place)]
    for run in [(0, marks[0]), (marks[-1] + 1, _end(names))] if marks else []:
        is_front = run[0] == 0
        if is_front and names.tokens[marks[0]].key != ":":
            continue
        if _is_name(names, run, known) and not (is_front and _is_dateline(names, run, known)):
            yield Match(*run, HEADING)


def bracketed(names: Names, known: Known) -> Iterator[Match[str]]:
    """Who is named in brackets at the end of a sentence: "120 people were killed (Ministry of Health)."."""
    last = _end(names) - 1
    if last < 2 or names.tokens[last].key != ")":
        return
    first = next((at for at in range(last - 1, max(0, last - LONGEST - 2), -1) if names.tokens[at].key == "("), None)
    if first is None:
        return
    runs = (
        _past_label(names, first + 1),
        next(
            (at for at in range(first + 1, last) if names.tokens[at].key == "," or names.clauses.kinds[at] == "time"),
            last,
        ),
    )
    is_expansion = names.clauses.kinds[first - 1] == "name" and is_acronym(names, runs)
    if not is_expansion and _is_name(names, runs, known):
        yield Match(*runs, HEADING)


def _past_label(names: Names, place: int) -> int:
    """Steps over "Source:"."""
    is_label = names.pack.has("data", names.tokens[place].key) and names.tokens[place + 1].key == ":"
    return place + 2 if is_label else place


def is_acronym(names: Names, run: RUN) -> bool:
    """Whether a name is one word in capitals: OCHA."""
    words = names.tokens[slice(*run)]
    return len(words) == 1 and words[0].text.isupper() and 1 < len(words[0].text) < 8


def _is_dateline(names: Names, run: RUN, known: Known) -> bool:
    """Whether a capital word before a colon is where the text was written ("QUETTA: ..."), and no unknown body.

    A place can be said aloud as a word, which most acronyms cannot; where both may be, nobody is named.
    """
    words = names.tokens[slice(*run)]
    return len(words) == 1 and bool(SAID_ALOUD.fullmatch(words[0].text)) and not known.organisation_in(words)


def _ties(names: Names, place: int) -> bool:
    """Whether a dash stands inside a word, or between two numbers."""
    token = names.tokens[place]
    after = names.tokens[place + 1] if place + 1 < len(names.tokens) else token
    return token.key == "-" and (token.is_glued or after.is_glued)


def _end(names: Names) -> int:
    last = len(names.tokens)
    return last - (last > 0 and names.tokens[-1].key == ".")


def _is_name(names: Names, run: RUN, known: Known) -> bool:
    """Whether the words are somebody's name and nothing else: an office, a body we know, or an acronym."""
    words = names.tokens[slice(*run)]
    if not 0 < len(words) <= LONGEST or any(names.busy[slice(*run)]):
        return False
    plain, kinds = {"", "name", "preposition", "determiner", "and"}, names.clauses.kinds[slice(*run)]
    if any(token.kind != WORD and token.key != "'s" for token in words):
        return False
    if not set(kinds) <= plain or any(token.key in LABELS for token in words):
        return False
    if any(one == "determiner" and before == "" for before, one in pairwise(kinds)):
        return False  # "Medical staff paid the price: ..."
    return is_acronym(names, run) or names.is_role_in(run) or bool(known.organisation_in(words))
