"""The words that limit a number, and the two numbers of a range, in our vocabulary of qualifiers."""

from __future__ import annotations

from collections.abc import Sequence

from .packs import Pack
from .phrases import Match
from .quantities import Quantity
from .tokens import NUMBER, Token

CHANGE = 12  # words before "from" in which "raises the total" is looked for
PASSED = 3  # small words that may stand between a hedge and its number: "at least another 20"
BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than", "nearly"})


def joined(tokens: Sequence[Token], numbers: list[Quantity], pack: Pack) -> list[Quantity]:
    """The numbers with each range as one: "between 300 and 400", "45,000 to 50,000", "20-25"."""
    kept: list[Quantity] = []
    for number in numbers:
        if kept and _is_range(tokens, kept[-1], number, pack):
            kept[-1] = _range(kept[-1], number, pack, tokens)
            continue
        if kept and _is_added(tokens, kept[-1], number):
            kept[-1] = Quantity(
                kept[-1].first, number.last, (kept[-1].value or 0) + (number.value or 0), is_digits=kept[-1].is_digits
            )
            continue
        if kept and _is_repeated(tokens, kept[-1], number):
            kept[-1].last = number.last + 1
            continue
        if kept and _is_change(tokens, kept[-1], number, pack):
            kept[-1].value = _scaled(kept[-1], number, pack, tokens)
        kept.append(number)
    return kept


def _is_added(tokens: Sequence[Token], whole: Quantity, rest: Quantity) -> bool:
    """Whether a number goes on behind its thousands: "22 ألفا و600" is 22,600."""
    between = [token.key for token in tokens[whole.last : rest.first]]
    if between != ["و"] or whole.value is None or rest.value is None or whole.is_range:
        return False
    scale = next((scale for scale in (1_000_000, 1_000) if whole.value >= scale and whole.value % scale == 0), 0)
    return tokens[rest.first].is_glued and 0 < rest.value < scale


def _is_repeated(tokens: Sequence[Token], first: Quantity, again: Quantity) -> bool:
    """Whether a number is only repeated in brackets: "an additional eight (8) new cases"."""
    is_bracketed = again.first - first.last == 1 and tokens[first.last].key == "("
    is_closed = again.last < len(tokens) and tokens[again.last].key == ")"
    return is_bracketed and is_closed and first.value is not None and first.value == again.value


def _is_change(tokens: Sequence[Token], low: Quantity, high: Quantity, pack: Pack) -> bool:
    """Whether "from 9 to 16 million" means nine million too."""
    between = tokens[low.last : high.first]
    is_from = low.first > 0 and pack.has("change_from", tokens[low.first - 1].key)
    is_to = len(between) == 1 and pack.has("range_to", between[0].key)
    return is_from and is_to and high.value is not None and _shares_magnitude(tokens, low, high, pack)


def _scaled(low: Quantity, high: Quantity, pack: Pack, tokens: Sequence[Token]) -> float | None:
    scales = (pack.magnitudes.at(tokens, at) for at in range(high.first, high.last))
    scale = next((scale.carried for scale in scales if scale), 1)
    return low.value * scale if low.value is not None else None


def _is_range(tokens: Sequence[Token], low: Quantity, high: Quantity, pack: Pack) -> bool:
    between = tokens[low.last : high.first]
    if low.value is None or high.value is None or low.is_range or not 1 <= len(between) <= 3:
        return False
    if low.value >= high.value and not _shares_magnitude(tokens, low, high, pack):
        return False
    opener = tokens[low.first - 1].key if low.first else ""
    key = between[0].key
    if len(between) > 1 and not pack.hedges_before.at(tokens[: high.first], low.last + 1):
        return False
    if pack.has("range_and", key):
        return any(pack.has("between", token.key) for token in tokens[max(0, low.first - 4) : low.first])
    if key == "-":
        is_clock = opener == ":"  # "08:50 - Some 435 people ..."
        return low.is_digits and high.is_digits and low.value > 0 and len(between) == 1 and not is_clock
    is_change = _is_before_change(tokens, low, pack)
    is_by = pack.has("by", opener) and not pack.has("range_from", opener)
    return pack.has("range_to", key) and not is_change and not is_by


def _is_before_change(tokens: Sequence[Token], low: Quantity, pack: Pack) -> bool:
    """Whether a number is what another was before: "rose 30 to 45", "raises the total from an initial 29 to 31"."""
    near = tokens[max(0, low.first - 4) : low.first]
    if any(pack.has("change", token.key) for token in near):
        return True
    is_from = any(pack.has("change_from", token.key) for token in near[-3:])
    before = tokens[max(0, low.first - CHANGE) : low.first] if is_from else ()
    return any(pack.has("change", token.key) or pack.has("summing", token.key) for token in before)


def _shares_magnitude(tokens: Sequence[Token], low: Quantity, high: Quantity, pack: Pack) -> bool:
    """Whether "3 to 4 million" means three million to four."""
    if low.value is None or high.value is None or high.value < 1000 or low.last - low.first > 1 or not low.is_digits:
        return False
    return any(pack.magnitudes.at(tokens, place) for place in range(high.first, high.last)) and low.value < 1000


def _range(low: Quantity, high: Quantity, pack: Pack, tokens: Sequence[Token]) -> Quantity:
    bottom, top = low.value, high.value
    assert bottom is not None
    assert top is not None
    if bottom < 1000 <= top and _shares_magnitude(tokens, low, high, pack):
        scaled = _scaled(low, high, pack, tokens)
        bottom = scaled if scaled is not None and scaled < top else bottom
    return Quantity(low.first, high.last, low=bottom, high=top, is_digits=low.is_digits)


def hedge(tokens: Sequence[Token], number: Quantity, pack: Pack) -> tuple[str, int, int]:
    """The qualifier of a number, where its hedge begins, and where the words after it that belong to it end."""
    first = _before_small_words(tokens, number, pack)
    if first > 1 and pack.has("quotes", tokens[first - 1].key):  # "at least" 22,000
        first -= 1
    if not pack.hedges_before.ending_at(tokens, first):
        first = number.first
    qualifier = ""
    for _ in range(3):  # "up to an estimated", "more than around": the bound is what counts
        match = pack.hedges_before.ending_at(tokens, first)
        if not match or (qualifier and match.carried == "between") or _is_preposition(tokens, match, pack):
            break
        if not qualifier or (qualifier not in BOUNDS and match.carried in BOUNDS):
            qualifier = match.carried
        first = match.first
        if first and pack.has("determiners", tokens[first - 1].key):
            first -= 1
    after = pack.hedges_after.at(tokens, number.last) if number.last < len(tokens) else None
    if after and (not qualifier or qualifier == "about"):
        qualifier = after.carried
    if not qualifier and not after:
        later = _at_a_distance(tokens, number, pack)
        qualifier = later or ""
    if not qualifier and any(pack.has("collectives", token.key) for token in tokens[number.first : number.last]):
        qualifier = "about"  # "une trentaine" is some thirty
    if number.floor is not None:
        qualifier = "vague"
    if number.is_range:
        qualifier = "between"
    elif qualifier == "between":
        qualifier = ""
    return qualifier or "exact", min(first, number.first), after.last if after else number.last


def _is_preposition(tokens: Sequence[Token], match: Match[str], pack: Pack) -> bool:
    """Whether a word only ties the number to what stands before: "the outcry over the 264 girls"."""
    is_one = match.last - match.first == 1 and match.last < len(tokens)
    if not is_one or not pack.has("date_articles", tokens[match.last].key):
        return False
    grammar = pack.grammar.at(tokens[: match.last], match.first)
    return grammar is not None and grammar.carried == "preposition"


def _before_small_words(tokens: Sequence[Token], number: Quantity, pack: Pack) -> int:
    """The place before "the", "another", "a total of", which may stand between a hedge and its number."""
    first = number.first
    for _ in range(PASSED):
        if not first or not pack.has("small_words", tokens[first - 1].key):
            break
        if pack.hedges_before.ending_at(tokens, first):
            break
        first -= 1
    return first


def _at_a_distance(tokens: Sequence[Token], number: Quantity, pack: Pack) -> str | None:
    """Words like the Arabic "at least", which follow the noun: the next two words are looked at."""
    if not pack.has("late_hedges", pack.language):
        return None
    for place in range(number.last, min(len(tokens), number.last + 3)):
        match = pack.hedges_after.at(tokens, place)
        if match:
            return match.carried
        if tokens[place].kind == NUMBER:
            return None
    return None
