"""Who is said to give the figures of a sentence: "according to X", "X said", "said X", and pronouns for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clauses
from .headings import HEADING, bracketed, headed
from .indirect import owning, quoted, reckoned
from .known import Known
from .names import RUN, Names
from .naming import is_country_or_region, is_in_name
from .packs import Pack
from .phrases import Match
from .tokens import MARK, Token

CLAUSE = 6  # tokens behind "found" in which it is looked whether a clause follows: "found 30 people were killed"
OF_DATA = 4  # tokens before "found" in which the study or report that found something is looked for
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
        said = (self._source(tokens, run, Match(*run, HEADING), until) for run, until in quoted(names))
        found = [source for source in said if source]
        self.before = [*self.before, *found][-REMEMBERED:]
        for match in [
            *self.pack.speech.all(tokens),
            *headed(names, self.known),
            *owning(names),
            *reckoned(names),
            *bracketed(names, self.known),
        ]:
            source = self._told_on(match, found, names) or self._told(match, found, names)
            if source and not any(other.first < source.last and source.first < other.last for other in found):
                found.append(source)
                self.before = [*self.before, source][-REMEMBERED:]
        return found

    def _told_on(self, match: Match[str], found: Sequence[Source], names: Names) -> Source | None:
        """Whoever goes on speaking: "a-t-elle ajouté" holds its pronoun, ", adding that" is of who spoke before."""
        if match.carried == "again":
            return _again(match, self.before[-1]) if self.before else None
        if not self.pack.has("participles", names.tokens[match.first].key):
            return None
        if found:
            return _again(match, found[-1])
        opening = names.opening()
        return self._source(names.tokens, opening, match) if opening and opening[1] < match.first else None

    def _told(self, match: Match[str], found: Sequence[Source], names: Names) -> Source | None:
        run = self._run(match, names)
        if not run:
            return self._unnamed(match, names.tokens)
        owner = self._owner(run, found, names)
        return _again(match, owner) if owner else self._source(names.tokens, run, match)

    def _owner(self, run: RUN, found: Sequence[Source], names: Names) -> Source | None:
        """Whose director or teams speak: "its teams had admitted 40 children", "dijo su vocero"."""
        words = names.tokens[slice(*run)]
        if not self.pack.has("possessives", words[0].key) or any(word.is_capital for word in words[1:]):
            return None
        if found:
            return found[-1]
        named = names.nearest_name(run[0])
        if named:
            words = names.tokens[slice(*named)]
            return Source(*named, _written(words), self.known.organisation_in(list(words)))
        return self.before[-1] if self.before else None

    def _run(self, match: Match[str], names: Names) -> RUN | None:
        if match.carried == HEADING:
            return match.first, match.last
        if names.clauses.kinds[match.first] == "time":  # "since the outbreak was declared last month"
            return None
        if match.first and names.tokens[match.first - 1].key == "s'":
            return None  # "le bilan s'établit à 22"
        if match.carried == "by":
            return names.after(match.last, is_anybody=True)
        if is_in_name(names.tokens, match.first):
            return None
        if self._is_harm(match, names) or self._is_taken_in(match, names):
            return None
        if match.first and names.clauses.kinds[match.first - 1] == "be":
            return names.agent(match.last)
        is_ruled = self.pack.has("ruling", names.tokens[match.first].key)
        behind = names.tokens[match.last : match.last + 1]
        is_thing = bool(behind) and self.pack.has("ruled_things", behind[0].key)  # "declared war"
        if is_ruled and (is_thing or names.clauses.kinds[match.last : match.last + 1] == ["determiner"]):
            return None  # "declared a state of emergency"
        if self._is_find(match, names) or self._is_said_of(match, names):
            return None
        subject, inverted = names.subject(match.first), names.inverted(match.first, match.last)
        records = self.pack.has("recording", names.tokens[match.last - 1].key)
        if records and subject and is_country_or_region(names.tokens[slice(*subject)], self.pack):
            return None
        is_turned = self.pack.adjectives_after or self.pack.has("turned", names.tokens[match.first].key)
        if self.pack.has("telling_to", names.tokens[match.last - 1].key):
            return subject  # "X, who runs it, told the BBC"
        is_behind = is_turned and match.first > 0 and names.tokens[match.first - 1].key == ","
        ends = names.tokens[inverted[1]].key if inverted and inverted[1] < len(names.tokens) else "."
        is_behind = is_behind and (ends in {",", "."} or self.pack.adjectives_after)  # "said UN staff had" goes on
        return (inverted or subject) if self.pack.is_caseless or is_behind else (subject or inverted)

    def _unnamed(self, match: Match[str], tokens: Sequence[Token]) -> Source | None:
        """Whom a verb without a subject of its own speaks of, where the language lets it stand alone."""
        may_be = self.pack.is_caseless or self._stands_alone(match, tokens)
        is_told_on = may_be and match.carried == "verb" and self.before
        return _again(match, self.before[-1]) if is_told_on else None

    def _stands_alone(self, match: Match[str], tokens: Sequence[Token]) -> bool:
        """Whether a sentence ends with the verb and nobody: "Suman 14.315 capturados, agregó."."""
        if not self.pack.has("again_alone", tokens[match.first].key) or not match.first:
            return False
        return tokens[match.first - 1].key == "," and (match.last == len(tokens) or tokens[match.last].key == ".")

    def _is_find(self, match: Match[str], names: Names) -> bool:
        """Whether somebody found people and not that something is so: "rescuers found 12 bodies"."""
        if not self.pack.has("finding", names.tokens[match.last - 1].key):
            return False
        is_told = match.last < len(names.tokens) and self.pack.has("that", names.tokens[match.last].key)
        before = names.tokens[max(0, match.first - OF_DATA) : match.first]
        is_told = is_told or "be" in names.clauses.kinds[match.last : match.last + CLAUSE]
        return not is_told and not any(self.pack.has("data", token.key) for token in before)

    def _is_said_of(self, match: Match[str], names: Names) -> bool:
        """Whether those counted are what is confirmed: "over 100 colleagues confirmed killed"."""
        harm = self.pack.triggers.at(names.tokens, match.last) if match.last < len(names.tokens) else None
        if harm and match.first == 1 and harm.carried[0].role == "noun":
            return True  # "New confirmed cases numbered 385"
        run = names.subject(match.first) if harm and harm.carried[0].role in {"verb", "state"} else None
        return run is not None and run[0] > 0 and names.busy[run[0] - 1]

    def _is_taken_in(self, match: Match[str], names: Names) -> bool:
        """Whether those counted are its object, "admitted 40 children", or it is none: "believed to be"."""
        after = names.tokens[match.last : match.last + 1]
        if names.pack.has("taking_in", names.tokens[match.last - 1].key) and after:
            is_told = "be" in names.clauses.kinds[match.last : match.last + CLAUSE]  # "admitted 30 were killed"
            return names.busy[match.last] and not is_told
        is_passive = match.first > 0 and names.clauses.kinds[match.first - 1] == "be"
        if (
            after and self.pack.has("as", after[0].key) and not is_passive
        ):  # "a force described as numbering several hundred"
            return True
        is_reduced = bool(after) and self.pack.has("range_to", after[0].key)
        told = names.tokens[match.last + 1 : match.last + 2]  # "confirmed to the radio", "confirmed to RPP"
        is_told = bool(told) and (told[0].is_capital or self.pack.has("determiners", told[0].key))
        return is_reduced and not is_told and self.pack.has("reduced", names.tokens[match.first].key)

    def _is_harm(self, match: Match[str], names: Names) -> bool:
        """Whether the verb says what happened rather than what was said: "claimed 30 lives", "claimed the lives of"."""
        if match.last - match.first > 1 or not self.pack.has("also_harm", names.tokens[match.first].key):
            return False
        harm = self.pack.triggers.at(names.tokens, match.first)
        if harm and not all(reading.by or reading.then for reading in harm.carried):
            return True
        behind = names.tokens[match.last : match.last + CLAUSE]
        if any(self.pack.has("claimed_things", token.key) for token in behind):
            return True  # "has claimed more than 30 lives", "claimed responsibility"
        if "be" in names.clauses.kinds[match.last : match.last + CLAUSE]:
            return False  # "claimed 40 soldiers were killed"
        if match.last >= len(names.tokens) or not names.busy[match.last]:
            return False
        subject = names.subject(match.first)
        return subject is None or not names.is_role(names.tokens[subject[1] - 1])

    def _source(self, tokens: Sequence[Token], run: RUN, match: Match[str], until: int = 0) -> Source | None:
        words = list(tokens[slice(*run)])
        if self.pack.has("possessives", words[0].key) and words[1:] and self._all(words[1:], "data") and self.before:
            return _again(match, self.before[-1])  # "their figures show"
        while words and (self._is_small(words[0]) or words[0].kind == MARK):
            words = words[1:]
        words = words[: self._until_report(words)]
        while (len(words) > 1 and self._is_loose(words[-1])) or (words and self._is_owned_data(words)):
            words = words[:-1]
        if not words:
            return None
        first, last = min(run[0], match.first), max(run[1], match.last, until)
        is_same = self.pack.has("same", words[0].key)
        if is_same and (self._all(words[1:], "data") or self._all(words[1:], "anonymous")):  # "the same source"
            return Source(first, last, self.before[-1].name, self.before[-1].organisation) if self.before else None
        if self._all(words, "vague_sources") or self._is_thing(words):
            return None
        earlier = self._earlier(words)
        if earlier:
            return Source(first, last, earlier.name, earlier.organisation)
        if self._all(words, "pronouns"):
            return None
        name = _written(words)
        if match.carried == "by" and self.pack.is_caseless:
            name = _unglued(name, is_to=self.pack.has("according", tokens[match.last - 1].key))
        return Source(first, last, name, self.known.organisation_in(words))

    def _is_loose(self, word: Token) -> bool:
        """Whether no name ends with a word: "Libya's", "AFP figures released"."""
        return word.key == "'s" or self.pack.has("published", word.key)

    def _until_report(self, words: Sequence[Token]) -> int:
        """How many words are a name, and not where it spoke: "AAPP in a statement"."""
        for place in range(1, len(words) - 1):
            is_told = any(self.pack.has("reports", word.key) for word in words[place + 1 : place + 4])
            if is_told and self.pack.has("spoken_in", words[place].key):
                return place
        return len(words)

    def _is_small(self, word: Token) -> bool:
        """Whether no name begins with a word: the article of "the agency", the "or" of "the fund, or UNICEF, said"."""
        return self.pack.has("determiners", word.key) or self.pack.has("range_or", word.key)

    def _earlier(self, words: Sequence[Token]) -> Source | None:
        """The source named before that a pronoun, "the agency", or a family name alone points back to."""
        last = self._bare(words[-1].text)
        named = (old for old in reversed(self.before) if last in map(self._bare, old.name.split()))
        if self._all(words, "one_person"):  # "he" is nobody of "the authorities there"
            persons = (old for old in reversed(self.before) if self._is_person(old.name))
            return next(persons, self.before[-1] if self.before else None)
        if self._all(words, "pronouns") or (len(words) == 1 and self._all(words, "second_mentions")):
            bodies = [old for old in reversed(self.before) if not self._is_person(old.name) or old.organisation]
            is_paper = self._all(words, "papers")
            fits = (old for old in bodies if is_paper or last in old.name.lower().split() or self._is_acronym(old.name))
            return next(fits, None) or next(named, None) or next(reversed(self.before), None)
        if len(words) > 2 or (not words[-1].is_capital and len(words) > 1):
            return None
        return next(named, None)

    def _is_acronym(self, name: str) -> bool:
        """Whether a body is named by its letters, which may be an agency, a group or an office."""
        return " " not in name and name.isupper()

    def _is_person(self, name: str) -> bool:
        """Whether a name is of one person, not of a body: "he" is not the UN Refugee Agency."""
        words = name.split()
        is_body = self.pack.has("bodies", words[-1].lower()) or all(word.isupper() for word in words)
        return name != name.lower() and not is_body

    def _bare(self, word: str) -> str:
        """A word as a second mention may have it: "نادي" is named first, and "النادي" after that."""
        small = word.lower()
        glued = self.pack.words.get("glued_articles", ())
        return next((small.removeprefix(article) for article in glued if small.startswith(article)), small)

    def _is_owned_data(self, words: Sequence[Token]) -> bool:
        """Whether a name ends in what it has published: "the ministry's latest figures"."""
        owned = next((place for place, token in enumerate(words) if token.key == "'s" and place), 0)
        return bool(owned) and len(words) - owned <= 4 and self.pack.has("data", words[-1].key)

    def _is_thing(self, words: Sequence[Token]) -> bool:
        """Whether a toll or a flood is said to say something: that names nobody."""
        if any(self.pack.has("roles", word.key) for word in words):  # the fire commissioner speaks, the fire does not
            return False
        pairs = zip(words, [*words[1:], None], strict=True)
        if any(
            word.text.islower() and self.pack.has("place_kinds", word.key) and (not after or after.is_capital)
            for word, after in pairs
        ):  # "the capital city Conakry reported"
            return True
        return any(self.pack.has("no_speakers", word.key) for word in words[:3])

    def _all(self, words: Sequence[Token], group: str) -> bool:
        return all(self.pack.has(group, token.key) for token in words)


def _again(match: Match[str], source: Source) -> Source:
    """A source where it speaks again."""
    return Source(match.first, match.last, source.name, source.organisation)


def _unglued(name: str, *, is_to: bool) -> str:
    """An Arabic name without the "to" that "according" writes onto it: "للجنة" is "اللجنة", "لحاكم" is "حاكم"."""
    if name.startswith("لل"):
        return f"ال{name[2:]}"
    return name[1:] if is_to and name.startswith("ل") else name


def _written(words: Sequence[Token]) -> str:
    """Words as they stood, with single spaces."""
    text = ""
    for token in words:
        text += ("-" if token.is_hyphened and text else "" if token.is_glued or not text else " ") + token.text
    return text.strip(" ,.")
