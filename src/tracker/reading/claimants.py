"""Who is said to give the figures of a sentence: "according to X", "X said", "said X", and pronouns for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clauses
from .known import Known
from .names import RUN, Names
from .packs import Pack
from .phrases import Match
from .tokens import MARK, Token

SCOPE = 13.0  # how far a source speaks
TURN, INSET = 6.0, 20.0  # a "but" between, and a source that speaks only inside its own "that ..." clause
REMEMBERED = 30  # sources of a text that a pronoun may point back to


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who says something: the tokens that say so, and the name, resolved where it was a pronoun."""

    first: int
    last: int
    name: str
    organisation: str = ""


class ClaimantReader:
    """Finds the sources in one sentence after another of a text, and remembers those named before."""

    def __init__(self, pack: Pack, known: Known) -> None:
        self.pack, self.known = pack, known
        self.before: list[Source] = []

    def sources(self, tokens: Sequence[Token], clauses: Clauses, busy: Sequence[bool]) -> list[Source]:
        """The sources of a sentence. `busy` tokens belong to figures and cannot be part of a name."""
        names = Names(tokens, clauses, busy, self.pack)
        found: list[Source] = []
        for match in self.pack.speech.all(tokens):
            run = self._run(match, names)
            source = self._source(tokens, run, match) if run else self._unnamed(match)
            if source and not any(other.first < source.last and source.first < other.last for other in found):
                found.append(source)
        self.before = [*self.before, *found][-REMEMBERED:]
        return found

    def _run(self, match: Match[str], names: Names) -> RUN | None:
        if names.clauses.kinds[match.first] == "time":  # "since the outbreak was declared last month"
            return None
        if match.carried != "verb":
            return names.after(match.last)
        if self._is_harm(match, names):
            return None
        subject, inverted = names.subject(match.first), names.inverted(match.first, match.last)
        return (inverted or subject) if self.pack.is_caseless else (subject or inverted)

    def _unnamed(self, match: Match[str]) -> Source | None:
        """Whom a verb without a subject of its own speaks of, where the language lets it stand alone."""
        if not self.pack.is_caseless or match.carried != "verb" or not self.before:
            return None
        return Source(match.first, match.last, self.before[-1].name, self.before[-1].organisation)

    def _is_harm(self, match: Match[str], names: Names) -> bool:
        """Whether the verb says what happened rather than what was said: "claimed 30 lives", "claimed the lives of"."""
        if not self.pack.has("also_harm", names.tokens[match.first].key):
            return False
        if self.pack.triggers.at(names.tokens, match.first):
            return True
        if match.last >= len(names.tokens) or not names.busy[match.last]:
            return False
        subject = names.subject(match.first)
        return subject is None or not names.is_role(names.tokens[subject[1] - 1])

    def _source(self, tokens: Sequence[Token], run: RUN, match: Match[str]) -> Source | None:
        words = list(tokens[slice(*run)])
        while words and (self.pack.has("determiners", words[0].key) or words[0].kind == MARK):
            words = words[1:]
        if not words or self._all(words, "vague_sources") or self._is_thing(words):
            return None
        first, last = min(run[0], match.first), max(run[1], match.last)
        earlier = self._earlier(words)
        if earlier:
            return Source(first, last, earlier.name, earlier.organisation)
        if self._all(words, "pronouns"):
            return None
        return Source(first, last, _written(words), self.known.organisation_in(words))

    def _earlier(self, words: Sequence[Token]) -> Source | None:
        """The source named before that a pronoun, "the agency", or a family name alone points back to."""
        last = words[-1].text.lower()
        if self._all(words, "pronouns") or (len(words) == 1 and self._all(words, "second_mentions")):
            named = (old for old in reversed(self.before) if last in old.name.lower().split())
            return next(named, self.before[-1] if self.before else None)
        if len(words) > 2 or (not words[-1].is_capital and len(words) > 1):
            return None
        return next((old for old in reversed(self.before) if last in old.name.lower().split()), None)

    def _is_thing(self, words: Sequence[Token]) -> bool:
        """Whether a toll or a flood is said to say something: that names nobody."""
        if self.pack.has("roles", words[-1].key):  # the fire department speaks, the fire does not
            return False
        return any(self.pack.has("no_speakers", word.key) for word in words[:3])

    def _all(self, words: Sequence[Token], group: str) -> bool:
        return all(self.pack.has(group, token.key) for token in words)


def claimant_of(
    first: int, last: int, sources: Sequence[Source], clauses: Clauses, tokens: Sequence[Token]
) -> Source | None:
    """The source in whose reach a figure stands: the nearest, unless a "but" or a semicolon lies between."""
    best, least = None, SCOPE
    for source in sources:
        if source.last <= first and source.first and tokens[source.last].key == ";":
            continue  # "..., the prosecutor said; 14 miners ...": that source has finished
        if source.last <= first:
            cost = 0.3 * clauses.between(source.last, first) + _turns(clauses, source.last, first)
        else:
            cost = 0.5 * clauses.between(last, source.first) + 2 * _turns(clauses, last, source.first)
            cost += INSET if clauses.is_inset(source.first) else 0.0
        if cost < least:
            best, least = source, cost
    return best


def _turns(clauses: Clauses, first: int, last: int) -> float:
    return TURN * sum(kind == "contrast" for kind in clauses.kinds[first:last])


def _written(words: Sequence[Token]) -> str:
    """Words as they stood, with single spaces."""
    text = ""
    for token in words:
        text += ("-" if token.is_hyphened and text else "" if token.is_glued or not text else " ") + token.text
    return text.strip(" ,.")
