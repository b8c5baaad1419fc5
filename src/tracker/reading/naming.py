"""Single words inside or before a name: initials, numbers, the mark of a possessive, and adverbs before its verb."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from babel import Locale

from .clauses import Clauses
from .packs import Pack
from .tokens import NUMBER, Token


def is_initial(tokens: Sequence[Token], place: int) -> bool:
    """Whether a full stop belongs to an initial or a title: "S.K. Gupta"."""
    token = tokens[place]
    return token.key == "." and token.is_glued and 0 < place < len(tokens) - 1


def is_possessive(tokens: Sequence[Token], place: int) -> bool:
    """Whether an apostrophe ends a plural in a name: "the Doctors' Committee"."""
    token = tokens[place]
    return token.key in {"'", "’"} and token.is_glued and place > 0 and tokens[place - 1].key.endswith("s")


def is_count(tokens: Sequence[Token], clauses: Clauses, place: int) -> bool:
    """Whether a number is none that belongs to a name, as in "the monitor Docket 21, which ..."."""
    if tokens[place].kind != NUMBER:
        return False
    is_named = place > 1 and clauses.kinds[place - 1] == "name" and clauses.kinds[place - 2] != "time"
    after = tokens[place + 1].key if place + 1 < len(tokens) else "."
    ends = after in {",", "'s", "."} or (place + 1 < len(tokens) and clauses.kinds[place + 1] == "say")
    return not (is_named and ends and len(tokens[place].text) < 3)


def is_in_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb of saying is only a word of a name: "the Famine Early Warning Systems Network"."""
    near = tokens[max(0, place - 1) : place + 2]
    return len(near) == 3 and all(token.is_capital and not token.text.isupper() for token in near)


def is_country_or_region(words: Sequence[Token], pack: Pack) -> bool:
    """Whether a name is of a place, which records cases but tells nobody of them: "Sagaing Region recorded 75"."""
    named = [word for word in words if not pack.has("determiners", word.key)]
    if pack.has("place_kinds", words[-1].key) and (words[-1].is_capital or len(named) == 1):
        return True
    return " ".join(word.text for word in named) in _countries(pack.language)


@functools.cache
def _countries(language: str) -> frozenset[str]:
    """The names of countries in a language, from Unicode's CLDR."""
    return frozenset(Locale.parse(language).territories.values())


def is_adverb(tokens: Sequence[Token], clauses: Clauses, place: int, pack: Pack) -> bool:
    """Whether a word only says how: "state television has sharply raised the toll"."""
    endings = tuple(pack.words.get("adverb_endings", ()))
    return bool(endings) and not clauses.kinds[place] and tokens[place].key.endswith(endings)


def age_at(tokens: Sequence[Token], place: int, pack: Pack) -> int:
    """Where "34-year-old" ends, if it begins here; else 0."""
    if tokens[place].kind != NUMBER or place + 1 >= len(tokens):
        return 0
    age = pack.units_after.at(tokens, place + 1)
    return age.last if age and age.carried == "age" else 0


def past_audience(tokens: Sequence[Token], clauses: Clauses, place: int, pack: Pack) -> int:
    """Steps over whom it was said to: "señaló a la prensa la ministra", "a précisé à Radio Okapi le commissaire"."""
    if not pack.has("to_audience", tokens[place].key):
        return place
    ends = range(place + 1, min(place + 5, len(tokens) - 1))
    named = next((at for at in ends if not tokens[at].is_capital), place)
    if named > place + 1 and clauses.kinds[named] == "determiner":
        return named
    return next((at + 1 for at in ends if any(pack.has("audience", key) for key in tokens[at].keys)), place)


def author_after(tokens: Sequence[Token], clauses: Clauses, run: tuple[int, int], pack: Pack) -> int:
    """Where the name begins behind "a report published on Monday by", "figures released by"; else 0."""
    behind = run[1]
    while behind < len(tokens) - 1:
        after = past_audience(tokens, clauses, behind, pack)
        if after == behind and not (clauses.kinds[behind] == "time" or pack.has("published", tokens[behind].key)):
            break
        behind = max(after, behind + 1)
    is_data = any(pack.has("data", key) for token in tokens[slice(*run)] for key in token.keys)
    is_by = behind < len(tokens) - 1 and any(pack.has("by", key) for key in tokens[behind].keys)
    return behind + 1 if is_data and run[1] < behind and is_by else 0


def past_name(tokens: Sequence[Token], clauses: Clauses, place: int, busy: Sequence[bool]) -> int:
    """Where the name in an aside ends: "the head of the agency, Luis Felipe Puente"."""
    if place + 2 >= len(tokens) or tokens[place].key != "," or busy[place + 1]:
        return place
    last = place + 1
    for at in range(last, min(len(tokens), place + 7)):
        if clauses.kinds[at] != "name" and not is_initial(tokens, at):
            break
        last = at + 1
    is_closed = last == len(tokens) or tokens[last].key in {",", "."}
    return last if is_closed and last - place > 2 else place
