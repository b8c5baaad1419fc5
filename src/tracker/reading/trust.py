"""How far a figure is to be believed: whether it is one at all, and in which tier it is shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from .attachment import Attachment
from .clauses import Clauses
from .figures import Figure
from .outcomes import BUILT, OUTCOMES
from .packs import Pack
from .tokens import Token

# The cost up to which a trigger is believed: with a known noun, without one, and for a number some way behind its verb.
LIMIT, WEAK_LIMIT, OBJECT_LIMIT = 7.0, 5.0, 5.0
# Outcomes whose words are common words too are believed only near by.
LOOSE = frozenset(
    ["attacked", "affected", "remaining", "closed", "in_need", "reached", "aid_delivered", "lacking_access"]
)
LOOSE_LIMIT = 5.0
HIGH, MEDIUM = 0.5, 3.0
MARGIN = 1.5  # what a trigger that says something else must cost more, or which of the two is meant is not sure
PACED = 8  # words before a number in which "every day" is looked for
PACE = 4  # words before what is counted in which "daily" is looked for
CLAUSE_ENDS = frozenset({"relative", "subordinator", "contrast", "and", "say"})
RISES = 5  # words from a toll to the "rise" that is expected
MODAL_REACH = 3  # words before a figure in which "could" or "expected to" makes it a supposition


def is_believed(figure: Figure) -> bool:
    """Whether a number with what was found for it is a figure."""
    if figure.outcome not in OUTCOMES or figure.population not in OUTCOMES[figure.outcome].befalls:
        return False
    if figure.counted.is_unknown and not figure.counted.population and figure.outcome in LOOSE:
        return False
    limit = LIMIT if figure.counted.population else WEAK_LIMIT
    if figure.rule == "object":
        limit = OBJECT_LIMIT
    return figure.cost <= (min(limit, LOOSE_LIMIT) if figure.outcome in LOOSE else limit)


def is_supposed(figure: Figure, clauses: Clauses) -> bool:
    """Whether a "could", "would" or "expected to" governs the figure."""
    said = figure.hit.first if figure.hit else figure.number.first
    low = min(figure.hedge_first, said)
    high = max(figure.number.last, said)
    if "relative" in clauses.kinds[figure.counted.last : said]:  # "to help the 30 who have fled", "30 who may have"
        low = figure.counted.last
    is_aimed = "aim" in clauses.kinds[max(0, low - MODAL_REACH) : figure.number.first]
    if is_aimed and not (figure.hit and figure.hit.first > figure.number.first):
        return True  # "trying to rescue 30", but not "30 people trying to reach the coast drowned"
    is_forecast = clauses.kinds[figure.counted.last : figure.counted.last + 1] == ["forecast"]
    if (
        figure.rule == "toll"
        and is_forecast
        and "reach" in clauses.kinds[figure.counted.last : figure.counted.last + RISES]
    ):
        return False  # "the death toll of 426 was expected to rise"
    return is_forecast or "modal" in clauses.kinds[max(0, low - MODAL_REACH) : high]


def is_where(figure: Figure, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether buildings are only where others are: "9,000 fled, and 300 remained in 23 schools"."""
    before = tokens[figure.hedge_first - 1].key if figure.hedge_first else ""
    is_handed_on = figure.rule in {"joined", "spread", "pointed"}
    return figure.population in BUILT and is_handed_on and pack.has("in_places", before)


def is_speaker(figure: Figure, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> bool:
    """Whether those counted are who speaks: "one lawyer said all were arrested"."""
    behind = figure.counted.last
    by = pack.speech.ending_at(tokens, figure.hedge_first)
    if by and by.carried == "by" and figure.counted.inner is None:
        return True  # "according to one legislator"
    if behind + 1 < len(tokens) and pack.has("range_to", tokens[behind + 1].key):
        return False  # "civilians said to have been displaced"
    is_told = behind < len(tokens) and clauses.says[behind] and pack.has("telling", tokens[behind].key)
    is_handed_on = figure.hit is None or figure.hit.first > behind or figure.rule in {"joined", "spread", "pointed"}
    return is_told and figure.counted.inner is None and is_handed_on


def is_described(figure: Figure, attachment: Attachment) -> bool:
    """Whether the words only say whom: "people affected by drought received aid", "girls who were taken have"."""
    hit, first, kinds = figure.hit, figure.counted.last, attachment.clauses.kinds
    if hit is None or figure.rule != "subject" or hit.first < first:
        return False
    before = set(kinds[first : hit.first])
    if "relative" not in before and (before & {"be", "have"} or hit.role != "verb"):
        return False
    others = {other.number.first for other in attachment.figures}
    for place in range(hit.last, len(attachment.tokens)):
        if place in others or kinds[place] in CLAUSE_ENDS or attachment.tokens[place].key == ";":
            return False
        if kinds[place] in {"be", "have"} and "say" not in kinds[place : place + 3]:
            return True
        if any(other.first == place and other.outcome != hit.outcome for other in attachment.hits):
            return True
    return False


def is_pace(figure: Figure, attachment: Attachment) -> bool:
    """Whether a number is of each day or week: "the daily number of cases fell to 3,000", "every day two died"."""
    words = attachment.tokens[: figure.hedge_first]
    units = attachment.pack.times.units
    if any(attachment.pack.has("always", a.key) and b.key in units for a, b in pairwise(words[-PACED:])):
        return True
    if figure.rule != "toll" or figure.hit is None:
        return False
    words = attachment.tokens[max(0, figure.hit.first - PACE) : figure.hit.last]
    return any(attachment.pack.has("paces", token.key) for token in words)


def tier(figure: Figure, figures: Sequence[Figure], topics: Collection[str] = ()) -> str:
    """High, medium or low: by what it cost to tie the number to its trigger, and by how plain its words are.

    `topics` are the groups of a pack of which the text has used a word, such as diseases.
    """
    host = figures[figure.host] if 0 <= figure.host < len(figures) else None
    is_rivalled = figure.rival - figure.cost < MARGIN or _is_ambiguous(figure, topics) or figure.is_described
    if is_rivalled and figure.cost <= MEDIUM:
        return "medium"
    is_sure = host is None or figure.rule != "part" or host.tier == "high"
    is_plain = not figure.counted.is_unknown and figure.rule not in {"near", "behind", "implied"}
    if figure.cost <= HIGH and is_plain and is_sure:
        return "high"
    if figure.rule in {"part", "joined", "spread"} and host is not None and figure.cost <= MEDIUM:
        return "medium"
    return "medium" if figure.cost <= MEDIUM else "low"


def _is_ambiguous(figure: Figure, topics: Collection[str]) -> bool:
    """Whether its trigger as often says something else, and nothing in the text settles which."""
    reading = figure.hit.reading if figure.hit else None
    return reading is not None and reading.is_ambiguous and reading.unless not in topics
