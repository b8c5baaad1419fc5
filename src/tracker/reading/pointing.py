"""What a sentence takes over from the one before: "Of these, 40 were children", "A further 12 are half functional"."""

from __future__ import annotations

from collections.abc import Sequence

from .attachment import Attachment
from .clauses import Clauses
from .figures import Figure
from .outcomes import BUILT, CARRIED, OUTCOMES, PERSONS
from .packs import Pack
from .quantities import Quantity
from .tokens import MARK, NUMBER, Token
from .triggers import Hit

POINTED = 2.5  # what an outcome costs that another sentence says
OWN = 3.0  # an outcome reached at this cost is the number's own
LESS = frozenset({"trapped", "missing", "rescued", "evacuated"})  # what a part of the dead is not said to be
NOTHING = 99.0  # the cost of a figure without any trigger
FARTHEST = 10  # words in which the comma behind "of the 86 health facilities" is looked for


def whole_of(tokens: Sequence[Token], numbers: Sequence[Quantity], pack: Pack) -> tuple[Quantity, int] | None:
    """The first number of "Of the 86 health facilities, 23 are functioning", and the comma behind it."""
    opens = 0 if pack.has("of", tokens[0].key) else 1
    if len(numbers) < 2 or numbers[0].first > 4 or not pack.has("of", tokens[opens].key):
        return None
    if opens and not pack.has("out", tokens[0].key):
        return None
    number = numbers[0]
    ends = range(number.last, min(len(tokens), number.last + FARTHEST))
    comma = next((place for place in ends if tokens[place].key == ","), None)
    return None if comma is None or numbers[1].first < comma else (number, comma)


def of_whole(attachment: Attachment, whole: Quantity | None, told: Hit | None) -> None:
    """Reads "of the 150 cases, 119 are confirmed and 31 are probable" as such cases, where nothing else is said."""
    if whole is None or told is None or told.outcome not in OUTCOMES:
        return
    for figure in attachment.figures:
        is_bare = figure.counted.is_bare or figure.counted.is_others or figure.counted.refers_back
        if figure.cost > OWN and (is_bare or figure.population in PERSONS) and figure.accepts(told.reading):
            figure.outcome, figure.cost, figure.rule, figure.hit = told.outcome, POINTED, "pointed", told
            figure.population = figure.population or ("people" if "people" in OUTCOMES[told.outcome].befalls else "")
        figure.flag = figure.flag or "part"


def fronted(tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> str:
    """The population of "Of the buildings surveyed, 11,232 were damaged", or of "Among children screened, 68"."""
    if len(tokens) < 6 or not (pack.has("of", tokens[0].key) or pack.has("among", tokens[0].key)):
        return ""
    first = 1 + pack.has("determiners", tokens[1].key)
    noun = pack.nouns.at(tokens, first)
    comma = next((place for place in range(first, min(len(tokens), 2 * FARTHEST)) if tokens[place].key == ","), 0)
    is_plain = noun is not None and not any(token.kind == NUMBER for token in tokens[:comma])
    is_plain = is_plain and not {"be", "have"} & set(clauses.kinds[:comma])  # "Des rebelles ont attaqué la ville, ..."
    return noun.carried if noun and comma and is_plain and noun.carried in BUILT | PERSONS - {"people"} else ""


def as_patients(attachment: Attachment) -> None:
    """Reads those in hospital as sick in a text that tells of a disease, but not where their sentence has wounds."""
    pack, tokens = attachment.pack, attachment.tokens
    if any(pack.has("wounding", token.key) for token in tokens):
        return
    for figure in attachment.figures:
        words = tokens[figure.hit.first : figure.hit.last] if figure.hit else ()
        if figure.outcome == "injured" and any(pack.has("clinical", token.key) for token in words):
            figure.outcome = "sick"


def as_told_before(attachment: Attachment, last: Figure | None) -> None:
    """Reads "seized", where nobody is named who did it, as the abduction that the figure before was."""
    told = [last, *attachment.figures] if last else attachment.figures
    if all(figure.outcome != "abducted" for figure in told):
        return
    for figure in attachment.figures:
        words = attachment.tokens[figure.hit.first : figure.hit.last] if figure.hit else ()
        if figure.outcome == "detained" and any(attachment.pack.has("seizing", token.key) for token in words):
            figure.outcome = "abducted"


def as_before(figure: Figure, told: Figure) -> None:
    """Reads a number that points back as what it was, for its parts: "the 367, including 342 men, reached the port"."""
    if figure.cost > OWN and figure.population in {"", told.population}:
        figure.outcome, figure.cost, figure.rule, figure.hit = told.outcome, POINTED, "pointed", told.hit
        figure.population = told.population


def as_cases(attachment: Attachment, last: Figure | None) -> None:
    """Reads "847 cases" behind cases of rape as such cases, and not as cases of a disease."""
    for figure in attachment.figures if last and last.outcome == "sexual_violence" else ():
        words = attachment.tokens[figure.hit.first : figure.hit.last] if figure.hit else ()
        if figure.outcome == "sick" and len(words) == 1 and figure.rule == "inner":
            figure.outcome = "sexual_violence"


def as_total(attachment: Attachment, last: Figure | None) -> None:
    """Reads "bringing the total to 1,016" as a total of what the figure before it tells, here or a sentence before."""
    for place, figure in enumerate(attachment.figures):
        told = attachment.figures[place - 1] if place else last
        if told is None or told.hit is None or figure.cost <= OWN or told.outcome not in OUTCOMES:
            continue
        is_total = figure.counted.is_bare and _is_of_total(attachment, figure)
        if is_total or _is_equivalent(attachment, figure):
            figure.outcome, figure.cost, figure.rule, figure.hit = told.outcome, POINTED, "pointed", told.hit
            figure.population = figure.population or told.population
            is_by = attachment.pack.has("by", attachment.tokens[figure.hedge_first - 1].key)
            figure.flag = "delta" if is_by else figure.flag


def _is_equivalent(attachment: Attachment, figure: Figure) -> bool:
    """Whether the same is told in other units: "these families are equivalent to 3,402,391 persons"."""
    before = [token.key for token in attachment.tokens[max(0, figure.hedge_first - 2) : figure.hedge_first]]
    return any(attachment.pack.has("equivalent", key) for key in before) and bool(figure.population)


def _is_of_total(attachment: Attachment, figure: Figure) -> bool:
    """Whether "the total", "the figure", stands before a number with a "to", "at" or "as" between."""
    tokens, pack = attachment.tokens, attachment.pack
    link = figure.hedge_first - 1
    is_linked = pack.has("links", tokens[link].key) or pack.has("by", tokens[link].key)
    if link < 1 or not (is_linked or attachment.clauses.kinds[link] == "be"):
        return False
    for at in range(link - 1, max(-1, link - FARTHEST), -1):
        if attachment.clauses.kinds[at] == "time":
            continue  # "the total since April 2014 to 9,640"
        if tokens[at].kind == NUMBER or (tokens[at].kind == MARK and tokens[at].key != "'s"):
            return False
        if pack.has("counters", tokens[at].key):
            return not (at + 1 < len(tokens) and pack.has("of", tokens[at + 1].key))
    return False


def pointed(attachment: Attachment, last: Figure | None) -> None:
    """Completes the figures of a sentence from the last figure of the one before."""
    if last is None:
        return
    for figure in attachment.figures[:1]:
        if last.outcome == "sexual_violence" and figure.counted.is_share and figure.outcome == "rescued":
            figure.outcome, figure.flag = last.outcome, "part"
            figure.population = last.population if figure.population == "people" else figure.population
    is_back = _points_back(attachment.clauses, attachment.tokens)
    for place, figure in enumerate(attachment.figures):
        is_dead = last.outcome == "killed" and figure.outcome in LESS
        if is_back and (figure.cost > OWN or is_dead) and last.hit and figure.accepts(last.hit.reading):
            figure.outcome, figure.cost, figure.rule, figure.hit = last.outcome, POINTED, "pointed", last.hit
            figure.flag, figure.whole = "part", last
        what = figure.counted
        if place == 0 and _is_of_them(figure) and last.population in PERSONS:
            figure.population = last.population
        is_back_to = what.is_bare or what.is_others or what.refers_back
        if is_back_to and figure.cost > OWN and last.population in BUILT | CARRIED:
            _as_built(figure, place, attachment, last.population)
        if (what.is_bare or what.is_others) and figure.outcome in OUTCOMES and not figure.population:
            befalls = OUTCOMES[figure.outcome].befalls
            if last.population in befalls and (last.population not in PERSONS or "people" not in befalls):
                figure.population = last.population


def _is_of_them(figure: Figure) -> bool:
    """Whether a number says "of them" and nothing else of whom: "fifty-three of them escaped"."""
    what = figure.counted
    is_them = what.refers_back and not what.is_others and not what.is_more and what.inner is None
    return is_them and figure.population == "people" and figure.outcome in OUTCOMES


def _as_built(figure: Figure, place: int, attachment: Attachment, population: str) -> None:
    """Reads a bare number as one of the facilities that the sentence before was about, if that makes sense of it."""
    before = figure.population, figure.outcome, figure.cost, figure.rule, figure.hit
    figure.population, figure.outcome, figure.cost, figure.hit = population, "", NOTHING, None
    attachment.attach_one(place)
    if not figure.hit or figure.cost >= before[2]:
        figure.population, figure.outcome, figure.cost, figure.rule, figure.hit = before


def _points_back(clauses: Clauses, tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with "of these", "among them", before its first number."""
    opening = next((place for place, token in enumerate(tokens[:3]) if token.kind != MARK), 0)
    return clauses.kinds[opening] in {"anaphor", "among"} and tokens[opening].kind != NUMBER
