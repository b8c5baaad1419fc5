"""How far apart two places of a sentence are in sense: a comma, a "while", a bracket separate more than a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from .asides import asides
from .packs import Pack
from .phrases import Match
from .quantities import number_at
from .times import Span
from .tokens import NUMBER, WORD, Token

# What crossing one token of a kind costs; everything else costs OTHER.
COSTS = {
    "be": 0.0,
    "have": 0.0,
    "hedge": 0.0,
    "reach": 0.6,
    "light": 0.0,
    "determiner": 0.2,
    "preposition": 0.6,
    "relative": 0.6,
    "modal": 0.5,
    "pronoun": 1.5,
    "and": 2.0,
    "or": 1.0,
    "subordinator": 4.0,
    "contrast": 6.0,
    "say": 3.5,
    "time": 0.1,
    "name": 0.6,
}
MARKS = {",": 1.5, ";": 12.0, ":": 3.0, "-": 3.0, "(": 1.0, ")": 1.0, "/": 2.0, "'s": 0.0, ".": 4.0}
QUOTE, ADVERB = 0.5, 0.3
OTHER = 1.0


class Clauses:
    """The grammar of one sentence: the kind of each token, what stands in an aside, and the cost between two places."""

    def __init__(self, tokens: Sequence[Token], pack: Pack, times: Sequence[Span]) -> None:
        self.says = _saying(tokens, pack)
        self.kinds, tails = _kinds(tokens, pack, times, self.says)
        self.asides, self.openers = asides(tokens, self.kinds, pack)
        adverbs = tuple(pack.words.get("adverb_endings", ("ly",)))
        costs = [
            0.0 if tail else _cost(token, kind, adverbs)
            for token, kind, tail in zip(tokens, self.kinds, tails, strict=True)
        ]
        outside = [0.0 if aside else cost for cost, aside in zip(costs, self.asides, strict=True)]
        self._ends = [0, *accumulate(int(token.key == ";") for token in tokens)]
        self._all = [0.0, *accumulate(costs)]
        self._outside = [0.0, *accumulate(outside)]

    def is_inset(self, place: int) -> bool:
        """Whether a clause that only describes what stands before it begins here: "an area that workers say ..."."""
        before = self.kinds[max(0, place - 2) : place]
        return "relative" in before or ("subordinator" in before and "say" not in self.kinds[max(0, place - 3) : place])

    def is_parted(self, first: int, last: int) -> bool:
        """Whether a semicolon stands between two places."""
        return self._ends[last] > self._ends[first]

    def between(self, first: int, last: int, *, aside: int = 0) -> float:
        """The cost of the tokens from `first` up to `last`; seen from outside, an aside costs nothing."""
        if last <= first:
            return 0.0
        sums = self._all if aside else self._outside
        return sums[last] - sums[first]


def _saying(tokens: Sequence[Token], pack: Pack) -> list[bool]:
    says = [False] * len(tokens)
    for match in pack.speech.all(tokens):
        if match.carried != "by":
            says[match.first : match.last] = [True] * (match.last - match.first)
    return says


def _kinds(
    tokens: Sequence[Token], pack: Pack, times: Sequence[Span], says: Sequence[bool]
) -> tuple[list[str], list[bool]]:
    """The kind of each token, and whether it only continues a phrase, which costs as much as one word."""
    kinds, tails = [""] * len(tokens), [False] * len(tokens)
    shouts = sum(token.text.isupper() for token in tokens if token.kind == WORD) * 2 > len(tokens)
    for place, token in enumerate(tokens):
        opens = place == 0 or _opens_speech(tokens, place)
        if not shouts and token.is_capital and (not opens or (len(token.text) > 1 and token.text.isupper())):
            kinds[place] = "name"
        if says[place] and not pack.has("noun_verbs", token.key):
            kinds[place] = "say"
    for match in _grammar(tokens, pack, kinds):
        if kinds[match.first] != "name" or match.carried == "time":
            kind = (
                "subordinator"
                if match.carried == "contrast" and _is_gerund(tokens, match.last, pack)
                else match.carried
            )
            kinds[match.first : match.last] = [kind] * (match.last - match.first)
            tails[match.first + 1 : match.last] = [True] * (match.last - match.first - 1)
    for match in pack.hedges_before.all(tokens):
        if match.last < len(tokens) and (tokens[match.last].kind == NUMBER or number_at(tokens, match.last, pack)):
            kinds[match.first : match.last] = ["hedge"] * (match.last - match.first)
    for place in _ages(tokens, pack):
        tails[place] = True
    for span in times:
        kinds[span.first : span.last] = ["time"] * (span.last - span.first)
    return kinds, tails


def _grammar(tokens: Sequence[Token], pack: Pack, kinds: Sequence[str]) -> Iterator[Match[str]]:
    """The words of grammar; of a phrase that begins with a name what stands behind it: "WHO | had been"."""
    for match in pack.grammar.all(tokens):
        yield match
        behind = match.first + 1
        if kinds[match.first] == "name" and behind < match.last:
            for inner in pack.grammar.all(tokens[behind : match.last]):
                yield Match(inner.first + behind, inner.last + behind, inner.carried)


def _ages(tokens: Sequence[Token], pack: Pack) -> list[int]:
    """The words of "aged 6-59 months", which keep nothing apart."""
    found: list[int] = []
    aged = pack.words.get("aged", frozenset())
    for place, token in enumerate(tokens if aged else ()):
        if token.key not in aged:
            continue
        last = place + 1
        while last < min(len(tokens), place + 8) and (
            tokens[last].kind == NUMBER or pack.has("aging", tokens[last].key) or tokens[last].key == "-"
        ):
            last += 1
        found += range(place, last) if last > place + 1 else ()
    return found


def _opens_speech(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is the first of a quotation, whose capital says nothing: "Of these, 1,212 were women"."""
    return tokens[place - 1].key in {'"', "“", "«"} and (place == 1 or tokens[place - 2].key in {",", ":"})


def _is_gerund(tokens: Sequence[Token], place: int, pack: Pack) -> bool:
    """Whether "while" says when and not otherwise: "while crossing the river"."""
    endings = tuple(pack.words.get("gerund_endings", ()))
    return bool(endings) and place < len(tokens) and tokens[place].key.endswith(endings)


def _cost(token: Token, kind: str, adverbs: tuple[str, ...]) -> float:
    if token.kind != WORD and not kind:
        return MARKS.get(token.key, QUOTE if not token.key[0].isalnum() else OTHER)
    if not kind and token.key.endswith(adverbs):
        return ADVERB
    return COSTS.get(kind, OTHER)
