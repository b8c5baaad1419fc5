"""The days of a sentence on which something was said or published, which are no figure's."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clauses
from .packs import Pack
from .time_kinds import DAYS, LATELY, STRETCHES
from .times import Span
from .tokens import MARK, NUMBER, WORD, Token

SAID_BEFORE = 10  # tokens before a day in which "told" is looked for
OPENING, SPEAKER = 1, 12  # tokens before a day that opens a sentence, and in which who speaks ends
COMPARED = 6  # words between "a drop on" and the time that it is compared with
RECORD = 12  # words between "the highest number" and "since June"
GIVER = 6  # words before a day in which "released by" is looked for
DATELINE = 8  # tokens before the day in a dateline


def told_on(tokens: Sequence[Token], spans: Sequence[Span], clauses: Clauses, pack: Pack) -> list[Span]:
    """The times of a sentence without the days on which something was said or published."""
    days = [span for span in spans if span.kind in DAYS | LATELY or (span.kind == "in" and span.period.days == 1)]
    said = [span for span in days if _is_dateline(tokens, span) or _is_report(tokens, span, clauses, pack)]
    said += [span for span in spans if span.kind == "in" and _is_published(tokens, span, pack)]
    beside = [span for span in spans if _is_compared(tokens, span, pack) or _is_record(tokens, span, pack)]
    return [span for span in spans if span not in said and span not in beside]


def _is_record(tokens: Sequence[Token], span: Span, pack: Pack) -> bool:
    """Whether a time only says since when nothing was worse: "the deadliest shipwreck this year"."""
    near = tokens[max(0, span.first - RECORD) : span.first]
    before = near[-4:] if any(token.kind == NUMBER for token in near) else near
    is_when = any(pack.has("when", token.key) for token in tokens[span.last : span.last + 2])
    return not is_when and span.kind in STRETCHES and any(pack.has("superlatives", token.key) for token in before)


def _is_compared(tokens: Sequence[Token], span: Span, pack: Pack) -> bool:
    """Whether a time is only what another is compared with: "a 13 per cent drop on the first half of 2019"."""
    if any(pack.has("when", token.key) for token in tokens[span.last : span.last + 2]):
        return False  # "lower than in February 2010, when a quake left 500 people dead"
    pairs = ((span.first - 2, span.first - 1), (span.first - 1, span.first))  # the time may hold the "on"
    before = tokens[max(0, span.first - COMPARED) : span.first]
    is_share = any(pack.has("percents", token.key) for token in before) and before[-1].kind != NUMBER
    if span.kind == "same_of" and is_share:
        return True  # "up 24 per cent over the same period in 2013"
    if span.kind == "since" and before and pack.has("differences", before[-1].key):
        return True  # "a nearly eightfold increase since 2019"
    is_risen = any(pack.has("comparing", token.key) for token in before)
    if is_risen and span.first and pack.has("change_from", tokens[span.first - 1].key):
        return True  # "up by 1.4 million from last year"
    told = range(max(0, span.first - COMPARED), span.first - 1)
    if any(pack.has("differences", tokens[at].key) and pack.has("set_against", tokens[at + 1].key) for at in told):
        return True  # "a 13 per cent drop on the first half of 2019"
    return any(
        first >= 0
        and pack.has("comparing", tokens[first].key)
        and pack.has("compared_with", tokens[second].key)
        and not (first and tokens[first - 1].kind == NUMBER)  # "400 deaths, with 50 more on 17 April"
        for first, second in pairs
    )


def _is_dateline(tokens: Sequence[Token], span: Span) -> bool:
    """Whether only names stand before a day and a dash behind it: "NIAMEY, Nov 21 - Eighteen villagers"."""
    if not 0 < span.first <= DATELINE or span.last >= len(tokens) or tokens[span.last].key not in {"-", "("}:
        return False
    return all(token.kind == MARK or not token.text[0].islower() for token in tokens[: span.first])


def _is_report(tokens: Sequence[Token], span: Span, clauses: Clauses, pack: Pack) -> bool:
    """Whether "said", "told reporters" or "in a statement" stands right before a day, or "said" right after."""
    if span.last < len(tokens) and tokens[span.last].key == "'s":  # "according to yesterday's IOM report"
        return any(pack.has("reports", token.key) for token in tokens[span.last + 1 : span.last + 4])
    if _names_report(tokens, span.last, pack) or _opens_saying(tokens, span, clauses, pack):
        return True
    place = span.first - 1
    of = span.first if pack.has("of_date", tokens[span.first].key) else place
    if of > 0 and pack.has("of_date", tokens[of].key) and pack.has("reports", tokens[of - 1].key):
        return True  # "the bulletin of 20 September"
    if _is_given_by(tokens, place, pack):
        return True
    for _ in range(SAID_BEFORE):
        if place < 0 or pack.has("that", tokens[place].key):
            break  # "recorded that yesterday 96 centres were closed"
        is_said = clauses.says[place] and not pack.has("finding", tokens[place].key)
        may_be_recorded = span.kind in LATELY or pack.is_caseless
        if is_said and may_be_recorded and any(pack.has("recording", key) for key in tokens[place].keys):
            return False  # "6,000 new arrivals recorded this week"
        if is_said or pack.has("reports", tokens[place].key):
            return not (place and clauses.kinds[place - 1] == "be")
        by = pack.speech.ending_at(tokens, place + 1)
        if by and by.carried == "by":  # "according to OCHA on 11 September"
            return True
        passes = clauses.kinds[place] in {"name", "light", "determiner"} or pack.has("listeners", tokens[place].key)
        passes = passes or (pack.is_caseless and tokens[place].kind == WORD and not pack.triggers.at(tokens, place))
        if not (passes or tokens[place].key in {"(", ")"}):
            break
        place -= 1
    return span.last < len(tokens) and clauses.says[span.last]


def _is_given_by(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether figures were given by somebody on a day: "released by the authorities on Thursday"."""
    for at in range(place, max(0, place - GIVER), -1):
        if tokens[at].kind != WORD:
            return False
        if pack.has("by", tokens[at].key):
            return any(pack.has(group, tokens[at - 1].key) for group in ("reports", "published", "given"))
    return False


def _is_published(tokens: Sequence[Token], span: Span, pack: Pack) -> bool:
    """Whether a month says when a report came out: "a report published in August"."""
    before = tokens[max(0, span.first - 3) : span.first]
    is_out = bool(before) and pack.has("published", before[-1].key)
    return is_out and any(pack.has("reports", token.key) for token in before[:-1])


def _opens_saying(tokens: Sequence[Token], span: Span, clauses: Clauses, pack: Pack) -> bool:
    """Whether a day opens a sentence and at once somebody speaks: "Early on Monday the minister Idris Sahin said"."""
    place = span.last + (span.last < len(tokens) and tokens[span.last].key == ",")
    joins = tokens[span.first - 1].key == ";" or clauses.kinds[span.first - 1] == "and"
    if span.first > OPENING and not joins:
        return False
    for at in range(place, min(len(tokens), place + SPEAKER)):
        if clauses.says[at] and pack.has("finding", tokens[at].key):
            return False  # "on Saturday, officers tracked down three"
        if clauses.says[at] and at + 1 < len(tokens) and pack.has("as", tokens[at + 1].key):
            return False  # "a force described as numbering several hundred attacked"
        if clauses.says[at]:
            return at > place
        if clauses.kinds[at] not in {"", "name", "determiner", "preposition", "light", "have", "and", "aim"} or (
            tokens[at].kind != WORD and tokens[at].key not in {"'s", ","}
        ):
            return False
    return False


def _names_report(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether a report is named by its day: "at a Sunday press conference", "a Monday statement"."""
    place += place < len(tokens) and pack.has("press", tokens[place].key)
    key = tokens[place].key if place < len(tokens) else ""
    return pack.has("reports", key) and not pack.has("published", key)  # "on Monday released 15 people"
