"""Every word of every language pack is proved by the example sentence that stands with it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from tracker.period import Period
from tracker.reading import extract, packs
from tracker.reading.outcomes import OUTCOMES, POPULATIONS
from tracker.reading.phrases import spelled_out
from tracker.vocabularies import QUALIFIER

LANGUAGES = packs.available()
# Times that another one gives a meaning.
POINTING_BACK = {"same", "same_of", "that_year", "since_then", "later", "unit_after", "following"}


def groups(kind: str) -> list[Any]:
    found = []
    for code in LANGUAGES:
        raw = packs.source(code)
        listed = raw["time"]["pattern"] if kind == "pattern" else raw.get(kind, [])
        found += [pytest.param(code, group, id=f"{code}-{kind}-{n}") for n, group in enumerate(listed)]
    return found


def read(code: str, sentence: str) -> list[Any]:
    published = dt.date.fromisoformat(packs.source(code)["published"])
    return extract(sentence[0].upper() + sentence[1:], published, code)


def wordings(words: list[str]) -> Iterator[str]:
    """Some of the wordings of each entry: the first, the last and one between."""
    for word in words:
        every = [" ".join(one.split()).replace("*", packs.WILD) for one in spelled_out(word)]
        yield from dict.fromkeys([every[0], every[len(every) // 2], every[-1]])


def failures(code: str, group: dict[str, Any], field: str, example: str, holds: Any) -> list[str]:
    """The example sentences that are not read as they should be."""
    failed = []
    for word in wordings(group.get(field, [])):
        sentences = [template.replace("{}", word) for template in templates(code, group, example, word)]
        if not any(holds(read(code, sentence)) for sentence in sentences):
            failed.append(sentences[0])
    return failed


def templates(code: str, group: dict[str, Any], example: str, word: str) -> list[str]:
    """The sentences to try a word in: a participle in the singular can only be said of one."""
    raw = packs.source(code)
    endings = tuple(raw.get("plural_endings", ()))
    is_one = endings and group.get("role") == "verb" and not any(part.endswith(endings) for part in word.split())
    return list(raw["one"]) if is_one else [group[example]]


@pytest.mark.parametrize(("code", "group"), groups("trigger"))
def test_a_trigger_says_what_its_example_shows(code, group):
    if group["outcome"] == "-":
        assert failures(code, group, "words", "example", lambda found: not found) == []
        return
    assert group["outcome"] in OUTCOMES
    holds = lambda found: group["outcome"] in {candidate.outcome for candidate in found}  # noqa: E731
    assert failures(code, group, "words", "example", holds) == []


@pytest.mark.parametrize(("code", "group"), groups("ambiguous"))
def test_words_that_as_often_say_something_else_are_not_of_the_high_tier(code, group):
    known = {"high": [], "medium": []}
    for word in group["words"]:
        for wording in spelled_out(word):
            found = read(code, group["example"].replace("{}", wording.replace("*", packs.WILD)))
            tiers = {one.tier for one in found if one.outcome == group["outcome"]}
            known["medium" if tiers <= {"medium"} and tiers else "high"].append(wording)
    assert known["high"] == [], "these are of the high tier, or are not read at all"


def test_a_word_in_the_text_settles_what_cases_are():
    told = "The ministry recorded 30 cases in the village."
    assert [found.tier for found in read("en", told)] == ["medium"]
    assert [found.tier for found in read("en", f"Measles has spread. {told}")] == ["high"]


@pytest.mark.parametrize(("code", "group"), groups("noun"))
def test_a_noun_counts_what_its_example_shows(code, group):
    if group["population"] == "-":
        assert failures(code, group, "words", "example", lambda found: not found) == []
        return
    assert group["population"] in POPULATIONS
    holds = lambda found: group["population"] in {candidate.population for candidate in found}  # noqa: E731
    assert failures(code, group, "words", "example", holds) == []


@pytest.mark.parametrize(("code", "group"), groups("hedge"))
def test_a_hedge_is_kept_as_its_qualifier(code, group):
    assert group["qualifier"] in QUALIFIER
    holds = lambda found: [candidate.qualifier for candidate in found] == [group["qualifier"]]  # noqa: E731
    assert failures(code, group, "before", "example", holds) == []
    if "after" in group:
        assert failures(code, group, "after", "example_after", holds) == []


@pytest.mark.parametrize(("code", "group"), groups("unit"))
def test_a_number_with_a_unit_is_no_figure(code, group):
    holds = lambda found: not found  # noqa: E731
    if "after" in group:
        assert failures(code, group, "after", "example", holds) == []
    if "before" in group:
        assert failures(code, group, "before", "example_before", holds) == []


@pytest.mark.parametrize(("code", "group"), groups("denial"))
def test_what_is_denied_is_no_figure(code, group):
    holds = lambda found: not found  # noqa: E731
    assert failures(code, group, "before", "example_before", holds) == []
    assert failures(code, group, "after", "example", holds) == []


@pytest.mark.parametrize(("code", "group"), groups("pattern"))
def test_a_time_is_resolved_against_the_day_of_publication(code, group):
    found = read(code, group["example"])
    assert str(found[-1].period) == group["expected"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_of_time_is_recognised(code):
    raw = packs.source(code)["time"]
    unread = []
    for group in raw["pattern"]:
        for pattern in wordings(group["words"]):
            sentence = group.get("frame", raw["example"]).replace("{}", pattern)
            for slot, filling in raw["fillings"].items():
                sentence = sentence.replace(slot, filling)
            found = read(code, sentence)
            points_back = group["kind"] in POINTING_BACK
            if not found or (found[-1].period == Period() and not points_back):
                unread.append(sentence)
    assert unread == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_number_words_are_read_as_their_value(code):
    numbers = packs.source(code)["numbers"]
    for word, value in numbers["words"].items():
        if value >= 2:
            assert [c.value for c in read(code, numbers["example"].replace("{}", word))] == [value], word
    for word, floor in numbers["vague"].items():
        for one in wordings([word]):
            found = read(code, numbers["example"].replace("{}", one))
            assert [(c.value, c.low, c.qualifier, c.floor) for c in found] == [(None, None, "vague", floor)], one


@pytest.mark.parametrize("code", LANGUAGES)
def test_verbs_of_saying_name_the_claimant(code):
    speech = packs.source(code)["speech"]
    for field, example in (("verb", "example"), ("by", "example_by")):
        for word in wordings(speech[field]):
            found = read(code, speech[example].replace("{}", word))
            assert found, word
            assert speech["claimant"] in found[0].claimant.lower(), word
    for word in wordings(speech.get("again", [])):
        found = read(code, speech["example_again"].replace("{}", word))
        assert speech["claimant"] in found[-1].claimant.lower(), word


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_said_of_the_last_or_of_none_is_a_status(code):
    status = packs.source(code)["status"]
    for word in wordings(status["words"]):
        found = read(code, status["example"].replace("{}", word))
        assert [(c.measure, c.value) for c in found] == [("status", None)], word


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_group_of_a_pack_has_an_example(code):
    raw = packs.source(code)
    for group in [*raw["trigger"], *raw["noun"], *raw["hedge"], *raw["unit"], *raw["time"]["pattern"]]:
        assert any(name.startswith("example") for name in group), group
