"""From a text and its day of publication to candidates: how many of whom, what happened, when, where, who says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..period import Period
from .attachment import Attachment
from .attribution import claimant_of
from .candidates import Candidate, flags, measure
from .claimants import ClaimantReader, Source
from .clauses import Clauses
from .counted import counted
from .denials import Denials
from .dismissals import dismissed, dismissed_as_counted
from .ellipsis import Unsaid
from .enumerations import listed, respective
from .figures import Counted, Figure
from .hedges import hedge, joined
from .known import NOTHING_KNOWN, Known
from .outcomes import OUTCOMES
from .packs import Pack, pack
from .periods import Times
from .places import Mention, mentions, place_of
from .pointing import as_before, as_cases, as_patients, as_told_before, as_total, fronted, of_whole, pointed, whole_of
from .pointing_times import resolved
from .quantities import Quantity, number_at, quantities
from .quotations import speakers
from .sentences import sentences
from .statuses import statuses
from .telling_days import told_on
from .times import Span, TimeReader
from .tokens import NUMBER, WORD, Token, tokenise
from .triggers import Hit, triggers
from .trust import is_believed, is_described, is_pace, is_speaker, is_supposed, is_where, tier

DISEASES = "diseases"  # the group of a pack's words that say that a text is about illness
WHOLE = frozenset({"determiner", "hedge", "name", ""})  # before the number in "45 per cent of the country's 3,500"
MOST_NUMBERS = 24  # in one sentence: more is a table, which is not prose to read figures from


def extract(text: str, published_on: dt.date, language: str = "en", *, known: Known = NOTHING_KNOWN) -> list[Candidate]:
    """The figures of a text, in order. Places and organisations get an id where `known` has one."""
    return list(Reader(pack(language), published_on, known).read(text))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with all that is found in it before its figures are put together."""

    tokens: list[Token]
    clauses: Clauses
    figures: list[Figure]
    statuses: list[Figure]
    spans: list[Span]
    hits: list[Hit]


class Reader:
    """Reads the sentences of one text, one after another, since a pronoun or "that period" points back."""

    def __init__(self, words: Pack, published_on: dt.date, known: Known) -> None:
        self.pack, self.published_on, self.known = words, published_on, known
        self.times = TimeReader(words, published_on)
        self.claimants = ClaimantReader(words, known)
        self.last_period = Period()
        self.last: Figure | None = None  # of the sentence before
        self.values: dict[float | None, Figure] = {}  # of the sentences before
        self.told: Hit | None = None  # the last word of it that said what happened
        self.tells_of_disease = False

    def read(self, text: str) -> Iterator[Candidate]:
        """The candidates of a text."""
        heard = list(self._heard(text))
        quoted = speakers([(tokens, sources) for tokens, _, sources in heard])
        for (_, sentence, sources), speaker in zip(heard, quoted, strict=True):
            if sentence and (sentence.figures or sentence.statuses):
                found = self._candidates(text, sentence, sources, speaker)
                yield from sorted(found, key=lambda candidate: candidate.span)

    def _heard(self, text: str) -> Iterator[tuple[list[Token], _Sentence | None, list[Source]]]:
        """Each sentence with the sources named in it; one without numbers and speech is not looked into."""
        for tokens in sentences(tokenise(text, prefixes=self.pack.prefixes), self.pack):
            self.tells_of_disease = self.tells_of_disease or self._names_disease(tokens)
            if not self._may_hold_figures(tokens) and not any(self.pack.speech.all(tokens)):
                yield tokens, None, []
                continue
            sentence = self._parsed(tokens)
            self.told = next((hit for hit in reversed(sentence.hits) if hit.outcome in OUTCOMES), None)
            self.last = next((figure for figure in sentence.figures if figure.flag != "part"), self.last)
            yield tokens, sentence, self._sources(sentence)

    def _names_disease(self, tokens: Sequence[Token]) -> bool:
        diseases = self.pack.words.get(DISEASES, frozenset())
        return bool(diseases) and any(token.key in diseases for token in tokens)

    def _parsed(self, tokens: list[Token]) -> _Sentence:
        spans = self.times.spans(tokens)
        taken = [False] * len(tokens)
        for span in spans:
            taken[span.first : span.last] = [True] * (span.last - span.first)
        numbers = joined(tokens, quantities(tokens, self.pack, taken), self.pack)
        clauses = Clauses(tokens, self.pack, spans)
        numbers = numbers if len(numbers) <= MOST_NUMBERS else []
        hits = triggers(tokens, self.pack, clauses, numbers)
        by_place: dict[int, list[Hit]] = {}
        for hit in hits:
            by_place.setdefault(hit.first, []).append(hit)
        figures = self._figures(tokens, clauses, numbers, hits, by_place) if numbers else []
        stated = list(statuses(tokens, clauses, hits, by_place, self.pack)) if hits else []
        return _Sentence(tokens, clauses, figures, stated, spans, hits)

    def _may_hold_figures(self, tokens: Sequence[Token]) -> bool:
        """Whether a number stands in the sentence, or one of the words for what is said without one."""
        return any(
            token.kind == NUMBER
            or (token.kind == WORD and (number_at(tokens, place, self.pack) or self.pack.wholes.at(tokens, place)))
            for place, token in enumerate(tokens)
        )

    def _figures(
        self,
        tokens: list[Token],
        clauses: Clauses,
        numbers: Sequence[Quantity],
        hits: Sequence[Hit],
        by_place: Mapping[int, Sequence[Hit]],
    ) -> list[Figure]:
        """The numbers that say what happened to whom."""
        opening = whole_of(tokens, numbers, self.pack)
        whole = opening[0] if opening else None
        is_told = opening is not None and any(hit.first < opening[1] for hit in hits)
        of_all = counted(tokens, whole, clauses, by_place, self.pack) if whole else None
        counted_of = (of_all.population if of_all else "") or fronted(tokens, clauses, self.pack)
        figures = [
            figure
            for number in numbers
            if (number is not whole or is_told) and (figure := self._figure(tokens, clauses, number, by_place))
        ]
        if of_all and of_all.is_other_thing:  # "of the 497 towns, 437 were hit"
            figures = [figure for figure in figures if not figure.counted.is_bare]
        for figure in figures:
            if not figure.counted.is_bare and figure.population != counted_of:
                break
            figure.population = figure.population or counted_of
        wholes = {figure.counted.denominator for figure in figures}
        figures = [figure for figure in figures if figure.number.first not in wholes or figure.counted.inner]
        attachment = Attachment(tokens, clauses, hits, figures, self.pack)
        attachment.attach()
        for figure in figures:
            if self._refers_back(figure, tokens):
                as_before(figure, self.values[figure.number.value])
        Unsaid(attachment).complete()
        of_whole(attachment, whole, of_all.inner if of_all else None)
        pointed(attachment, self.last)
        listed(attachment, self.told)
        respective(attachment)
        as_total(attachment, self.last)
        if self.tells_of_disease:
            as_patients(attachment)
        else:
            as_cases(attachment, self.last)
        as_told_before(attachment, self.last)
        for figure in figures:
            figure.is_described = is_described(figure, attachment)
            figure.tier = tier(figure, figures, {DISEASES} if self.tells_of_disease else ())
        denials = Denials(tokens, clauses, self.pack)
        told = [
            figure
            for figure in figures
            if not (
                is_speaker(figure, tokens, clauses, self.pack)
                or is_where(figure, tokens, self.pack)
                or self._refers_back(figure, tokens)
                or is_pace(figure, attachment)
                or denials.hold(figure.number.first)
            )
        ]
        self.values |= {figure.number.value: figure for figure in told}
        return [figure for figure in told if is_believed(figure) and not is_supposed(figure, clauses)]

    def _refers_back(self, figure: Figure, tokens: Sequence[Token]) -> bool:
        """Whether a number only points to an earlier sentence: "out of the 127 rescued, 41 are in hospital"."""
        before = tokens[figure.hedge_first - 1].key if figure.hedge_first else ""
        return figure.number.value in self.values and self.pack.has("pointing_articles", before)

    def _figure(
        self, tokens: list[Token], clauses: Clauses, number: Quantity, hits: Mapping[int, Sequence[Hit]]
    ) -> Figure | None:
        qualifier, first, last = hedge(tokens, number, self.pack)
        if dismissed(tokens, number, first, self.pack):
            return None
        hedged = Quantity(number.first, last, number.value) if last > number.last else number
        what = counted(tokens, hedged, clauses, hits, self.pack)
        if dismissed_as_counted(tokens, what, self.pack) or self._is_whole_of_share(tokens, clauses, first, what):
            return None
        return Figure(number, what, clauses.asides[number.first], first, qualifier, population=what.population)

    def _is_whole_of_share(self, tokens: list[Token], clauses: Clauses, first: int, what: Counted) -> bool:
        """Whether a share of the number is what something is said of: "45 per cent of the 3,500 clinics are open"."""
        told = self.pack.triggers.at(tokens, what.last) if what.last < len(tokens) else None
        is_told = told is not None and told.carried[0].role == "state"  # "face hunger", but not "wounded in May"
        if what.last >= len(tokens) or not (clauses.kinds[what.last] in {"be", "have"} or is_told):
            return False
        of = first - 1
        while of > first - 5 and of > 0 and clauses.kinds[of] in WHOLE and not self.pack.has("of", tokens[of].key):
            of -= 1
        of = of if of > 0 and self.pack.has("of", tokens[of].key) else 0
        share = self.pack.units_after.ending_at(tokens, of + 1) or self.pack.units_after.ending_at(tokens, of)
        is_most = bool(of) and self.pack.has("shares_of", tokens[of - 1].key)  # "the majority of the 3,500 clinics"
        return is_most or (bool(of) and share is not None and share.carried == "share")

    def _sources(self, sentence: _Sentence) -> list[Source]:
        busy = [False] * len(sentence.tokens)
        for figure in sentence.figures:
            busy[figure.hedge_first : figure.number.last] = [True] * (figure.number.last - figure.hedge_first)
        return self.claimants.sources(sentence.tokens, sentence.clauses, busy)

    def _candidates(
        self, text: str, sentence: _Sentence, sources: Sequence[Source], speaker: Source | None
    ) -> Iterator[Candidate]:
        tokens, clauses = sentence.tokens, sentence.clauses
        told = told_on(tokens, resolved(sentence.spans, self.last_period, self.published_on), clauses, self.pack)
        busy = [any(source.first <= place < source.last for source in sources) for place in range(len(tokens))]
        named = mentions(tokens, clauses, self.pack, self.known, busy)
        times = Times(tokens, clauses, told, sentence.figures, self.pack)
        for figure in [*sentence.figures, *sentence.statuses]:
            period, kind = times.of(figure)
            self.last_period = period if period != Period() else self.last_period
            span = figure.hedge_first, figure.counted.last
            source = claimant_of(*span, sources, clauses, tokens, self.pack.words.get("mild_turns", ())) or speaker
            place = place_of(figure.number.first, figure.counted.last, named, clauses)
            yield self._candidate(text, tokens, figure, (period, kind), source, place)

    def _candidate(
        self,
        text: str,
        tokens: Sequence[Token],
        figure: Figure,
        when: tuple[Period, str],
        source: Source | None,
        place: Mention | None,
    ) -> Candidate:
        number = figure.number
        start, end = tokens[number.first].start, tokens[figure.wording_last - 1].end
        value, low, high = number.bounds(figure.qualifier)
        return Candidate(
            outcome=figure.outcome,
            population=figure.population,
            wording=text[start:end],
            span=(start, end),
            sentence=(tokens[0].start, tokens[-1].end),
            value=None if figure.is_status else value,
            low=low,
            high=high,
            qualifier=figure.qualifier,
            floor=number.floor,
            measure=measure(figure, *when),
            period=when[0],
            place=place.name if place else "",
            place_id=place.id if place else "",
            claimant=source.name if source else "",
            claimant_id=source.organisation if source else "",
            flags=flags(figure, when[0], self.published_on),
            tier="medium" if figure.is_status else figure.tier,
            rule="status" if figure.is_status else figure.rule,
        )
