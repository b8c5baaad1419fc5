"""A review: figures of one document that people decide on, kept on disk, and written in one way only."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import threading
from pathlib import Path

import pytest
from review.texts import ABOUT, NOW, TEXT, WHO, key_of, only, rows

from tracker import review
from tracker.catalogue import Catalogue
from tracker.errors import RefusedError, TrackerError, UnknownError
from tracker.reading import read_article
from tracker.review import ChangedError, Reviews
from tracker.store import Store

DATA = Path(__file__).parents[2] / "data"


def test_an_accepted_echo_becomes_a_citation_that_says_where_it_was_read_and_by_whom(desk, data):
    key = key_of(desk, "96")
    review.accept(data, desk, only(desk).id, key, **WHO)
    (row,) = [row for row in rows(data, "citations") if row["reviewed_by"]]
    assert row["observation_id"] == "unicef-20160928-children-killed"
    assert TEXT[int(row["span_start"]) : int(row["span_end"])] == "96"
    assert (row["reviewed_by"], row["reviewed_on"]) == ("Rana", "2026-11-22T12:00:00Z")
    assert (row["text_sha256"], row["read_by"]) == (only(desk).sha256, review.reader_version())
    (document,) = [row for row in rows(data, "documents") if row["document_id"].startswith("daily-post")]
    assert (document["sha256"], document["publisher_id"]) == (only(desk).sha256, "daily-post")
    assert len(rows(data, "observations")) == 1


def test_a_document_that_denies_a_claim_is_kept_as_one(desk, data):
    key = key_of(desk, "96")
    desk.change(only(desk).id, lambda one: review.change(one, key, {"role": "denial"}, **WHO))
    review.accept(data, desk, only(desk).id, key, **WHO)
    assert [row["role"] for row in rows(data, "citations") if row["reviewed_by"]] == ["denial"]


def test_a_claimant_and_a_place_that_nobody_knew_enter_with_their_first_figure(desk, data):
    key = key_of(desk, "12")
    newcomers = {
        "indicator": "children_killed",
        "claimant_name": "Schools Watch",
        "claimant_kind": "ngo",
        "place_name": "Western Hills",
        "place_parent": "eastern-aleppo",
    }
    desk.change(only(desk).id, lambda one: review.change(one, key, newcomers, **WHO))
    review.accept(data, desk, only(desk).id, key, **WHO)
    claim = rows(data, "observations")[-1]
    assert (claim["claimant_id"], claim["place_id"]) == ("schools-watch", "western-hills")
    assert rows(data, "places")[-1]["parent_id"] == "eastern-aleppo"
    assert {row["organisation_id"] for row in rows(data, "organisations")} >= {"schools-watch", "daily-post"}
    assert only(desk).about["publisher"] == "daily-post"


NEW_INDICATOR = {
    "indicator": "",
    "indicator_name": "Schools closed by snow",
    "indicator_definition": "Schools that gave no lessons for snow.",
    "indicator_unit": "schools",
    "place": "eastern-aleppo",
}


def test_what_nobody_counted_before_enters_with_its_first_figure(desk, data):
    key = key_of(desk, "12")
    desk.change(only(desk).id, lambda one: review.change(one, key, NEW_INDICATOR, **WHO))
    review.accept(data, desk, only(desk).id, key, **WHO)
    entered = rows(data, "indicators")[-1]
    assert rows(data, "observations")[-1]["indicator_id"] == entered["indicator_id"] == "schools_closed_by_snow"
    assert (entered["label"], entered["unit"]) == ("Schools closed by snow", "schools")
    assert (entered["population"], entered["outcome"]) == ("schools", "closed")  # as the report was read


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("indicator_name", "choose an indicator"),
        ("indicator_definition", "what it leaves out"),
        ("indicator_unit", "in what the new indicator is counted"),
        ("indicator_outcome", "what happened to them"),
    ],
)
def test_an_indicator_that_says_too_little_does_not_enter(desk, data, field, said):
    key, before = key_of(desk, "12"), rows(data, "indicators")
    desk.change(only(desk).id, lambda one: review.change(one, key, NEW_INDICATOR | {field: ""}, **WHO))
    with pytest.raises(RefusedError, match=said):
        review.accept(data, desk, only(desk).id, key, **WHO)
    assert rows(data, "indicators") == before


def test_a_name_beside_a_choice_from_the_list_is_not_passed_over(desk, data):
    key = key_of(desk, "96")
    desk.change(only(desk).id, lambda one: review.change(one, key, {"claimant_name": "Schools Watch"}, **WHO))
    with pytest.raises(RefusedError, match="“Schools Watch” is named, and another is chosen"):
        review.accept(data, desk, only(desk).id, key, **WHO)


def test_a_second_figure_of_the_document_cites_the_same_document(desk, data):
    schools = {"indicator": "children_killed", "place": "eastern-aleppo", "filed": "new"}
    key = key_of(desk, "12")
    review.accept(data, desk, only(desk).id, key_of(desk, "96"), **WHO)
    desk.change(only(desk).id, lambda one: review.change(one, key, schools, **WHO))
    review.accept(data, desk, only(desk).id, key, **WHO)
    cited = [row["document_id"] for row in rows(data, "citations") if row["reviewed_by"]]
    assert len(cited) == 2 and len(set(cited)) == 1
    assert rows(data, "citations")[-1]["read_by"].endswith(", edited")


def test_accepting_what_the_document_carries_already_writes_nothing(desk, data, tmp_path):
    review.accept(data, desk, only(desk).id, key_of(desk, "96"), **WHO)
    before = rows(data, "citations")
    again = Reviews(tmp_path / "another")
    kept = again.keep(review.begin(read_article(TEXT.encode()), Catalogue.of(data), **WHO))
    assert kept.about["document"].startswith("daily-post")
    again.change(kept.id, lambda one: review.confirm(one, ABOUT, Catalogue.of(data), **WHO))
    assert review.accept(data, again, kept.id, key_of(again, "96"), **WHO).item(key_of(again, "96")).state == "accepted"
    assert rows(data, "citations") == before


def test_a_text_begun_twice_is_one_review_with_its_progress(desk, data):
    review_id, key = only(desk).id, key_of(desk, "12")
    desk.change(review_id, lambda one: review.reject(one, key, "not a figure of this crisis", **WHO))
    again = desk.keep(review.begin(read_article(TEXT.encode()), Catalogue.of(data), **WHO))
    assert again.item(key).reason == "not a figure of this crisis"


def test_a_crash_after_the_rows_are_written_writes_nothing_twice(desk, data, monkeypatch):
    key, name = key_of(desk, "96"), only(desk).id
    real = Store.append

    def append_and_die(self, offered):
        real(self, offered)
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "append", append_and_die)
    with pytest.raises(KeyboardInterrupt):
        review.accept(data, desk, name, key, **WHO)
    monkeypatch.undo()
    before = rows(data, "citations")
    assert desk.get(name).item(key).is_open
    with pytest.raises(RefusedError, match="finish what was begun"):
        desk.change(name, lambda one: review.change(one, key, {"value": "97"}, **WHO))
    later = {"by": "Sami", "now": NOW + dt.timedelta(hours=1)}
    assert review.accept(data, desk, name, key, **later).item(key).state == "accepted"
    assert rows(data, "citations") == before


def test_two_reviewers_at_once_lose_nothing(desk, data):
    name, keys = only(desk).id, [item.key for item in only(desk).items]
    marked = [word.span() for word in re.finditer(r"[A-Za-z]+", only(desk).text)]
    halves = (("Rana", marked[0::2]), ("Sami", marked[1::2]))

    def work(who, spans):
        for span in spans:
            desk.change(name, lambda one, span=span: review.add_by_hand(one, span, by=who, now=NOW)[0])

    people = [threading.Thread(target=work, args=half) for half in halves]
    for person in people:
        person.start()
    for person in people:
        person.join()
    added = [item for item in desk.get(name).items if item.key not in keys]
    assert {item.by for item in added} == {"Rana", "Sami"}
    assert sorted(item.span for item in added) == marked


def test_nobody_decides_on_something_other_than_they_saw(desk, data):
    name, key = only(desk).id, key_of(desk, "96")
    seen = only(desk).item(key).version
    desk.change(name, lambda one: review.change(one, key, {"value": "97"}, by="Sami", now=NOW, version=seen))
    with pytest.raises(ChangedError, match="Sami changed"):
        review.accept(data, desk, name, key, version=seen, **WHO)
    assert not [row for row in rows(data, "citations") if row["reviewed_by"]]


def test_what_one_accepted_the_other_cannot_reject(desk, data):
    name, key = only(desk).id, key_of(desk, "96")
    review.accept(data, desk, name, key, by="Sami", now=NOW)
    with pytest.raises(ChangedError, match="Sami accepted"):
        desk.change(name, lambda one: review.reject(one, key, "no", **WHO))


def test_a_rejected_figure_stays_with_its_reason_and_can_be_opened_again(desk):
    name, key = only(desk).id, key_of(desk, "12")
    with pytest.raises(RefusedError, match="why"):
        desk.change(name, lambda one: review.reject(one, key, " ", **WHO))
    desk.change(name, lambda one: review.reject(one, key, "of another crisis", **WHO))
    assert (only(desk).item(key).state, only(desk).item(key).reason) == ("rejected", "of another crisis")
    desk.change(name, lambda one: review.reopen(one, key, **WHO))
    assert only(desk).item(key).is_open


def test_another_date_reads_the_text_again_and_keeps_what_people_typed(desk, data):
    name, key = only(desk).id, key_of(desk, "96")
    assert only(desk).item(key).fields["period_start"] == "2016-09-23"
    desk.change(name, lambda one: review.change(one, key, {"scope_note": "in hospitals"}, **WHO))
    later = ABOUT | {"published_on": "2016-10-05"}
    desk.change(name, lambda one: review.confirm(one, later, Catalogue.of(data), **WHO))
    fields = only(desk).item(key).fields
    assert (fields["period_start"], fields["scope_note"]) == ("2016-09-30", "in hospitals")


def test_a_document_without_its_day_is_not_read(desk, data):
    with pytest.raises(RefusedError, match="on which day it was published"):
        desk.change(
            only(desk).id, lambda one: review.confirm(one, ABOUT | {"published_on": ""}, Catalogue.of(data), **WHO)
        )


def test_a_figure_with_an_error_is_refused_with_its_reasons_and_stays_open(desk, data):
    name, key = only(desk).id, key_of(desk, "96")
    desk.change(name, lambda one: review.change(one, key, {"value": "many", "filed": "new"}, **WHO))
    with pytest.raises(TrackerError, match="many"):
        review.accept(data, desk, name, key, **WHO)
    assert only(desk).item(key).is_open and not only(desk).item(key).rows


def test_a_figure_added_by_hand_knows_its_sentence_and_its_number(desk, data):
    start = TEXT.index("3 sons")
    name = only(desk).id
    desk.change(name, lambda one: review.add_by_hand(one, (start, start + 6), **WHO)[0])
    (item,) = [item for item in only(desk).items if item.origin == "hand"]
    assert only(desk).sentence(item).startswith("He had 3 sons")
    assert item.fields["value"] == "3"


def test_a_range_marked_by_hand_has_no_value():
    text = "Between 30 and 40 doctors are left."
    article = read_article(text.encode())
    blank = review.Review("0" * 16, article.text, article.sha256, {"language": "en"})
    after, key = review.add_by_hand(blank, (0, 17), **WHO)
    fields = after.item(key).fields
    assert (fields["value"], fields["value_low"], fields["value_high"], fields["qualifier"]) == (
        "",
        "30",
        "40",
        "between",
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "0" * 15, "0" * 16, "", "A" * 16])
def test_a_name_that_is_none_of_ours_opens_no_file(desk, name):
    with pytest.raises(UnknownError):
        desk.get(name)


def test_words_quoted_are_at_most_twenty_five_and_hold_the_figure():
    text = "word " * 60 + "96 children " + "more " * 60
    at = text.index("96")
    quoted = review.quotation(text, (at, at + 2), (0, len(text)))
    assert len(quoted.split()) == 25 and "96 children" in quoted


def test_the_reviews_stand_beside_the_data_unless_named_otherwise(tmp_path, monkeypatch):
    assert review.folder_for(tmp_path / "data") == tmp_path / "reviews"
    monkeypatch.setenv("TRACKER_REVIEWS", str(tmp_path / "elsewhere"))
    assert review.folder_for(tmp_path / "data") == tmp_path / "elsewhere"


SEED = Path(__file__).parents[3] / "shared/seed/media-line-aleppo.txt"


@pytest.mark.skipif(not SEED.is_file(), reason=f"the seed article is not there: put it at {SEED}")
def test_reading_the_first_article_again_doubles_nothing(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    for path in DATA.glob("*.csv"):
        shutil.copy(path, folder)
    store, reviews = Store(folder), Reviews(tmp_path / "reviews")
    before = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    begun = reviews.keep(review.begin(read_article(SEED.read_bytes()), Catalogue.of(store), **WHO))
    assert begun.about["document"] == "media-line-20160929-tensions-us-russia-growing"
    crisis = {"crisis": "aleppo-2016"}
    reviews.change(begun.id, lambda one: review.confirm(one, crisis, Catalogue.of(store), **WHO))
    for item in reviews.get(begun.id).items:
        review.accept(store, reviews, begun.id, item.key, **WHO)
    assert reviews.get(begun.id).count("accepted") == 7
    assert {path.name: path.read_bytes() for path in folder.glob("*.csv")} == before
