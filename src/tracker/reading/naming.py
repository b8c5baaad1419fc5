"""Single words inside or before a name: initials, numbers, the mark of a possessive, and adverbs before its verb."""

from __future__ import annotations

from collections.abc import Sequence

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
