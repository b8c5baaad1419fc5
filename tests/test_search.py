"""What a reader types finds what documents print, in any language, however it is spelt, and never as a command."""

import datetime as dt
import threading

import pytest
from factories import citation, document, indicator, observation, organisation, place
from hypothesis import given
from hypothesis import strategies as st

from tracker.languages import language
from tracker.search import KINDS, find
from tracker.search.folding import fold

UNICEF = "unicef-20160928-children-killed"


@pytest.fixture
def record(catalogue_of):
    return catalogue_of(
        observations=[
            observation(value_low=96, qualifier="at_least", said_on="2016-09-28"),
            observation("ocha-trapped", indicator_id="people_trapped", claimant_id="ocha", value=250_000),
        ],
        citations=[
            citation(wording="At least 96 children"),
            citation("rnv", document_id="rnv", role="echo", wording="Unos 96 niños de Alepo"),
            citation("ahwal", document_id="ahwal", role="echo", wording="قتل 96 طفلاً في المستشفيات"),
            citation("ocha", document_id="ocha", observation_id="ocha-trapped"),
        ],
        documents=[
            document("rnv", publisher_id="rnv", published_on="2016-10-02", title="Siria"),
            document("ahwal", publisher_id="ahwal", published_on=None, published_on_basis=None, title=None),
            document("ocha", publisher_id="ocha", published_on="2016-10-10", title="Flash update"),
        ],
        organisations=[
            organisation("ocha", short_name="OCHA", aliases="Humanitarian coordination | مكتب الشؤون"),
            organisation("rnv", name="Radio Nacional de Venezuela"),
        ],
        indicators=[indicator("children_killed", label_ar="أطفال قُتلوا")],
        places=[place("eastern-aleppo", name_ar="شرق حلب", aliases="East Aleppo")],
    )


def found(record, text, **asked):
    return {(hit.kind, hit.id) for hit in find(record, text, **asked).hits}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 96 children", ("claim", UNICEF)),
        ("ninos alepo", ("claim", UNICEF)),
        ("NIÑOS", ("claim", UNICEF)),
        ("مستشفيات", ("claim", UNICEF)),
        ("٩٦ طفلا", ("claim", UNICEF)),
        ("اطفال قتلوا", ("indicator", "children_killed")),
        ("250,000", ("claim", "ocha-trapped")),
        ("250000 ocha", ("claim", "ocha-trapped")),
        ("humanitarian coord", ("organisation", "ocha")),
        ("east aleppo", ("place", "eastern-aleppo")),
        ("حلب", ("place", "eastern-aleppo")),
        ("flash update", ("document", "ocha")),
        ("venezuela", ("document", "rnv")),
    ],
)
def test_words_are_found_however_they_are_spelt(record, text, expected):
    assert expected in found(record, text)


def test_every_word_must_be_there(record):
    assert found(record, "children venezuela mars") == set()


def test_only_the_last_word_may_be_unfinished(record):
    assert ("claim", UNICEF) in found(record, "children kill")
    assert ("claim", UNICEF) not in found(record, "childr killed")


def test_a_claim_is_found_once_with_the_words_that_matched(record):
    (hit,) = find(record, "niños", kinds=("claim",)).hits
    assert (hit.id, hit.wording) == (UNICEF, "Unos 96 niños de Alepo")


def test_a_hit_is_titled_in_the_readers_language_with_its_hedge(record):
    (hit,) = find(record, "niños", kinds=("claim",)).hits
    assert hit.title(language("en")).startswith("UNICEF: at least 96. Children killed, Eastern Aleppo")
    (hit,) = find(record, "اطفال", kinds=("indicator",)).hits
    assert hit.title(language("ar")) == "أطفال قُتلوا"


def test_a_document_without_a_title_is_named_by_its_address(record):
    (hit,) = find(record, "ahwal", kinds=("document",)).hits
    assert hit.title(language("en")) == "https://example.org/ahwal"


def test_a_name_outranks_a_mention(record):
    assert (find(record, "ocha").hits[0].kind, find(record, "ocha").hits[0].id) == ("organisation", "ocha")


def test_a_past_day_finds_neither_later_claims_nor_later_words(record):
    then = dt.date(2016, 10, 1)
    assert found(record, "ocha", as_of=then) == {("organisation", "ocha")}
    assert found(record, "niños", as_of=then) == set()
    assert found(record, "niños", as_of=dt.date(2016, 10, 2)) == {("claim", UNICEF)}
    assert ("claim", UNICEF) in found(record, "96 children", as_of=then)


def test_the_limit_is_for_each_kind_and_the_counts_are_whole(record):
    limited = find(record, "aleppo", limit=1)
    assert len(limited.of_kind("claim")) == 1
    assert limited.counts["claim"] == 2
    assert set(limited.counts) == set(KINDS)


@pytest.mark.parametrize(
    "text", ["", "   ", '"', "*", "AND", "children NOT killed", "names:unicef", "(", "NEAR(a b)", "^96", "a\x00b"]
)
def test_what_a_reader_types_is_never_a_command(record, text):
    find(record, text)


def test_operators_are_words_like_any_other(record):
    assert found(record, "children OR mars") == set()


@given(st.text(max_size=60) | st.text("ال بمحىةآأ ١2", max_size=20))
def test_folding_twice_changes_nothing(text):
    once = fold(text)
    assert fold(" ".join(once)) == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Médecins", "MEDECINS"),
        ("مُستَشفى", "مستشفي"),
        ("أطبّاء", "اطباء"),
        ("حلـــب", "حلب"),
        ("مدرسة", "مدرسه"),
        ("المدنيين", "مدنيين"),
        ("٢٥٠", "250"),
        ("کودک", "كودك"),
        ("Kızılay", "kizilay"),
        ("30万", "30 万"),
        ("Straße", "strasse"),
    ],
)
def test_two_spellings_of_one_word_fold_into_one(one, other):
    assert fold(one) == fold(other)


def test_any_text_can_be_searched(record):
    @given(st.text(max_size=80))
    def searched(text):
        find(record, text)

    searched()


def test_many_readers_at_once_get_the_same_answer(record):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(found(record, "aleppo"))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 12 and all(answer == answers[0] for answer in answers)
