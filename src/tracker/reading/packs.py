"""A language's pack: the words that reading knows, kept in a data file so that a new word is a line and not code."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import UnknownError
from .outcomes import OUTCOMES, POPULATIONS
from .phrases import Phrases, spelled_out
from .tokens import fold, tokenise

FOLDER = Path(__file__).parent / "packs"
NOT_COUNTED = "-"  # what nouns carry for things that are no population of ours
WILD = "such"  # a word that stands for any other, where an example needs one


@dataclass(frozen=True)
class Trigger:
    """A word that says what happened. `role` says where its number stands (see docs/method/reading.md)."""

    outcome: str
    role: str
    only: frozenset[str] = frozenset()  # the populations it is said of, where the outcome alone would allow more
    by: str = ""  # the group of the pack's words that whoever does it must belong to: captors, lawmen
    then: frozenset[tuple[str, ...]] = frozenset()  # what must stand behind its object: "brought 38 patients | out of"
    is_ambiguous: bool = False  # whether the words as often say something else: "38 were seized", by police or gunmen
    unless: str = ""  # the group of the pack's words of which one in the text settles it: diseases, for "cases"


@dataclass(frozen=True)
class Pack:
    """One language, compiled for finding."""

    language: str
    prefixes: tuple[str, ...]
    decimal: str
    numbers: Phrases[float]
    magnitudes: Phrases[float]
    suffixes: Mapping[str, float]
    vague: Phrases[float]
    hedges_before: Phrases[str]
    hedges_after: Phrases[str]
    triggers: Phrases[tuple[Trigger, ...]]
    nouns: Phrases[str]
    units_after: Phrases[str]
    units_before: Phrases[str]
    grammar: Phrases[str]
    wholes: Phrases[str]
    denials_before: Phrases[str]
    denials_after: Phrases[str]
    speech: Phrases[str]
    times: TimeWords
    words: Mapping[str, frozenset[str]]
    is_caseless: bool  # whether names are not told by capitals
    adjectives_after: bool  # whether what describes a noun follows it: "enfants syriens" are children
    verb_first: bool  # whether those it befell may follow a verb in the passive: "fueron evacuadas 30 personas"
    duals: Mapping[str, str]  # nouns that say two by their form, with whom they count: "شخصان" are two people
    plural_endings: tuple[str, ...]  # of participles, in languages where they agree with what they are said of

    def has(self, group: str, key: str) -> bool:
        """Whether a single word belongs to a group of the pack's `[words]`."""
        return key in self.words.get(group, ())


@dataclass(frozen=True, eq=False)
class TimeWords:
    """The words of days and spans. A pattern is a list of words and slots: `since {date}`, `past {n} {unit}`."""

    months: Phrases[int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    pairs: Mapping[str, str]  # units that say two by their form: "يومين" is two days
    parts: Phrases[str]
    days: Phrases[int]  # days of the month in words: "السابع" is the 7th
    holidays: Phrases[str]  # days with a name of their own, as month and day: "12-25"
    patterns: tuple[tuple[str, tuple[str, ...]], ...]


def available() -> tuple[str, ...]:
    """The languages that have a pack."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@functools.cache
def pack(language: str) -> Pack:
    """The pack of a language, by its code."""
    if language not in available():
        raise UnknownError(f"no pack for the language {language!r}: there are {', '.join(available())}")
    return _compiled(source(language))


@functools.cache
def source(language: str) -> dict[str, Any]:
    """A pack as its file says it."""
    with (FOLDER / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def _compiled(raw: Mapping[str, Any]) -> Pack:
    numbers = raw["numbers"]
    return Pack(
        language=raw["language"],
        prefixes=tuple(raw.get("prefixes", ())),
        decimal=numbers["decimal"],
        numbers=Phrases((word, float(value)) for word, value in numbers["words"].items()),
        magnitudes=Phrases((word, float(value)) for word, value in numbers["magnitudes"].items()),
        suffixes=numbers.get("suffixes", {}),
        vague=Phrases((word, float(floor)) for word, floor in numbers["vague"].items()),
        hedges_before=Phrases(_listed(raw["hedge"], "before", "qualifier")),
        hedges_after=Phrases(_listed(raw["hedge"], "after", "qualifier")),
        triggers=_triggers(raw["trigger"], raw.get("verb_endings", ()), _ambiguous(raw.get("ambiguous", ()))),
        nouns=Phrases(_listed(raw["noun"], "words", "population")),
        units_after=Phrases(_listed(raw["unit"], "after", "kind")),
        units_before=Phrases(_listed(raw["unit"], "before", "kind")),
        grammar=Phrases((word, kind) for kind, words in raw["grammar"].items() for word in words),
        wholes=Phrases((word, "whole") for word in raw.get("status", {}).get("words", ())),
        denials_before=Phrases(_listed(raw.get("denial", []), "before", "kind")),
        denials_after=Phrases(_listed(raw.get("denial", []), "after", "kind")),
        speech=Phrases((word, kind) for kind in ("verb", "by", "again") for word in raw["speech"].get(kind, ())),
        times=_times(raw["time"]),
        is_caseless=raw.get("caseless", False),
        adjectives_after=raw.get("adjectives_after", False),
        verb_first=raw.get("verb_first", False),
        duals={fold(word): population for population, words in numbers.get("duals", {}).items() for word in words},
        plural_endings=tuple(raw.get("plural_endings", ())),
        words={group: frozenset(fold(word) for word in words) for group, words in raw["words"].items()},
    )


def _listed(groups: list[Mapping[str, Any]], field: str, carried: str) -> Iterator[tuple[str, str]]:
    return ((word, group[carried]) for group in groups for word in group.get(field, ()))


def _ambiguous(groups: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], str]:
    """The wordings of which an outcome is not sure, each with the group of words that would settle it."""
    return {
        (" ".join(wording.split()), group["outcome"]): group.get("unless", "")
        for group in groups
        for word in group["words"]
        for wording in spelled_out(word)
    }


def _triggers(
    groups: list[Mapping[str, Any]], endings: Sequence[str], ambiguous: Mapping[tuple[str, str], str]
) -> Phrases[tuple[Trigger, ...]]:
    """Each phrase with all its readings: "buried" is said of people trapped and of houses destroyed."""
    readings: dict[str, list[Trigger]] = {}
    for group in groups:
        trigger = Trigger(
            group["outcome"],
            group["role"],
            frozenset(group.get("only", ())),
            group.get("by", ""),
            frozenset(tuple(words.split()) for word in group.get("then", ()) for words in spelled_out(word)),
        )
        for phrase in (wording for word in group["words"] for wording in spelled_out(word)):
            wording = " ".join(phrase.split())
            readings.setdefault(wording, []).append(_doubted(trigger, wording, ambiguous))
        behind = Trigger(group["outcome"], "state", trigger.only)
        for word in group.get("agrees", ()):  # a verb behind those it befell: "320 أسرة نزحت"
            for ending in endings:
                said = readings.setdefault(word + ending, [])
                said.extend(
                    []
                    if any(one.outcome == behind.outcome and one.role in {"state", "free"} for one in said)
                    else [behind]
                )
    return Phrases((phrase, (*found, *_shorter(phrase, found, readings))) for phrase, found in readings.items())


def _shorter(phrase: str, found: Sequence[Trigger], readings: Mapping[str, Sequence[Trigger]]) -> Iterator[Trigger]:
    """What the beginning of a phrase says of others than the phrase: "crossed the border" of people, not of trucks."""
    words = phrase.split()
    said_of = frozenset().union(*map(_said_of, found))
    for last in range(len(words) - 1, 1, -1):
        shorter = [one for one in readings.get(" ".join(words[:last]), ()) if not one.by and not one.then]
        if shorter:
            yield from (one for one in shorter if not said_of & _said_of(one))
            return


def _said_of(trigger: Trigger) -> frozenset[str]:
    """The populations that a trigger is said of; all of them, where it says nothing of ours."""
    befalls = OUTCOMES[trigger.outcome].befalls if trigger.outcome in OUTCOMES else frozenset(POPULATIONS)
    return trigger.only or befalls


def _doubted(trigger: Trigger, wording: str, ambiguous: Mapping[tuple[str, str], str]) -> Trigger:
    """A reading as its wording has it: what whoever does it, or the words behind, settle is not doubted."""
    unless = ambiguous.get((wording, trigger.outcome))
    if unless is None or trigger.by or trigger.then:
        return trigger
    return replace(trigger, is_ambiguous=True, unless=unless)


def _steps(pattern: str) -> tuple[str, ...]:
    """A pattern of time, word by word as tokens are: "ce mois-ci" is three."""
    steps: list[str] = []
    for part in pattern.split():
        steps += [part] if part.startswith("{") else [token.key for token in tokenise(part)]
    return tuple(steps)


def _times(raw: Mapping[str, Any]) -> TimeWords:
    return TimeWords(
        months=Phrases((word, number) for number, words in enumerate(raw["months"], 1) for word in words),
        weekdays={fold(word): number for number, words in enumerate(raw["weekdays"]) for word in words},
        units={fold(word): unit for unit, words in raw["units"].items() for word in words},
        pairs={fold(word): unit for unit, words in raw.get("pairs", {}).items() for word in words},
        parts=Phrases((word, part) for part, words in raw["parts"].items() for word in words),
        days=Phrases((word, number) for number, words in enumerate(raw.get("days", ()), 1) for word in words),
        holidays=Phrases((word, day) for day, words in raw.get("holidays", {}).items() for word in words),
        patterns=tuple(
            (group["kind"], _steps(pattern))
            for group in raw["pattern"]
            for words in group["words"]
            for pattern in spelled_out(words)
        ),
    )
