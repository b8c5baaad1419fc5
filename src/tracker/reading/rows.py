"""Rows of subjects, verbs and objects, of which one word speaks for all."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clauses
from .figures import Figure
from .packs import Pack
from .tokens import NUMBER, Token
from .triggers import Hit

SUBJECTS = frozenset({"", "name", "and", "determiner", "be", "have", "light"})


class Rows:
    """The rows of one sentence."""

    def __init__(self, tokens: Sequence[Token], clauses: Clauses, pack: Pack) -> None:
        self.tokens, self.clauses, self.pack = tokens, clauses, pack

    def is_one_of_many(self, first: int, last: int) -> bool:
        """Whether only more subjects stand before the verb: "two schools, a clinic and the library were damaged"."""
        kinds, keys = self.clauses.kinds[first:last], [token.key for token in self.tokens[first:last]]
        if not keys or not (keys[0] == "," or kinds[0] == "and") or not {"be", "have"} & set(kinds):
            return False
        opens = (at + 1 for at, key in enumerate(keys) if key == "," or kinds[at] == "and")
        is_things = all(at < len(kinds) and (kinds[at] in {"determiner", "and"}) for at in opens)
        return is_things and all(kind in SUBJECTS or key == "," for kind, key in zip(kinds, keys, strict=True))

    def is_one_of_deeds(self, figure: Figure, first: int, hits: Sequence[Hit]) -> bool:
        """Whether only more verbs stand before the object: "raped, beat and robbed 100 women"."""
        last = figure.hedge_first
        kinds = self.clauses.kinds[first:last]
        deeds = [token for token, kind in zip(self.tokens[first:last], kinds, strict=True) if not kind]
        deeds = [token for token in deeds if token.key != ","]
        if not deeds or "and" not in kinds or not set(kinds) <= {"and", "light", "hedge", ""}:
            return False
        if any(first <= hit.first < last and figure.accepts(hit.reading) for hit in hits):
            return False
        endings = tuple(self.pack.words.get("participle_endings", ()))
        return bool(endings) and all(
            token.key.endswith(endings) or self.pack.has("past_deeds", token.key) for token in deeds
        )

    def is_second_object(self, first: int, last: int) -> bool:
        """Whether a verb has an object before that counts no figure: "affected 636 localities and a million people"."""
        kinds = self.clauses.kinds[first:last]
        counts = next((at for at in range(first, last) if self.clauses.kinds[at] not in {"hedge", "determiner"}), last)
        opens = counts < last and (self.tokens[counts].kind == NUMBER or "determiner" in kinds)
        is_plain = set(kinds) <= {"", "and", "hedge", "preposition", "name", "determiner", "pronoun"}
        return opens and is_plain and kinds[0] != "and" and kinds[-1] == "and"
