"""What is logged of a review, what waits for a reviewer, and what stands until it is accepted anew."""

from __future__ import annotations

import datetime as dt

import pytest
from review.texts import ABOUT, NOW, WHO, key_of, only, rows

from tracker import review
from tracker.audit import Audit
from tracker.catalogue import Catalogue
from tracker.errors import RefusedError, TrackerError
from tracker.store import Store


def test_every_deed_is_logged_before_it_is_done_with_the_rows_it_writes(desk, data):
    name, key = only(desk).id, key_of(desk, "96")
    desk.change(name, lambda one: review.reject(one, key_of(desk, "12"), "not a figure of this crisis", **WHO))
    review.accept(data, desk, name, key, **WHO)
    log = list(Audit(desk.folder.parent / "audit.jsonl"))
    assert [one.action for one in log] == ["began", "confirmed the document", "rejected", "is accepting", "accepted"]
    assert {one.by for one in log} == {"Rana"} and all(one.ids[0] == name for one in log)
    assert [one.before for one in log[1:]] == [one.after for one in log[:-1]] and log[0].before == ""
    (row,) = [row for row in rows(data, "citations") if row["reviewed_by"]]
    assert row["citation_id"] in log[3].ids and row["citation_id"] in log[4].ids


def test_what_is_refused_while_it_is_accepted_is_logged_as_taken_back(desk, data, monkeypatch):
    monkeypatch.setattr(Store, "append", lambda self, offered: (_ for _ in ()).throw(RefusedError("no")))
    with pytest.raises(RefusedError):
        review.accept(data, desk, only(desk).id, key_of(desk, "96"), **WHO)
    assert list(Audit(desk.folder.parent / "audit.jsonl"))[-1].action == "took back: is accepting"


def test_a_deed_that_cannot_be_logged_is_not_done(desk):
    log = desk.folder.parent / "audit.jsonl"
    log.unlink()
    log.mkdir()
    with pytest.raises(TrackerError, match="nothing changes without it"):
        desk.change(only(desk).id, lambda one: review.reject(one, key_of(desk, "12"), "no", **WHO))
    assert only(desk).item(key_of(desk, "12")).is_open


def accepted(desk, data, wording, **fields):
    """A figure with its fields changed and accepted."""
    name, key = only(desk).id, key_of(desk, wording)
    desk.change(name, lambda one: review.change(one, key, fields, **WHO))
    review.accept(data, desk, name, key, **WHO)
    return name, key


OWN = {"indicator": "children_killed", "place": "eastern-aleppo", "filed": "new"}


SAMI = {"by": "Sami", "now": NOW + dt.timedelta(days=1)}


def test_what_is_proposed_waits_until_a_reviewer_accepts_it(desk, data):
    name, key = only(desk).id, key_of(desk, "12")
    desk.change(name, lambda one: review.change(one, key, OWN, **SAMI))
    after = review.propose(data, desk, name, key, **SAMI)
    assert after.item(key).is_waiting and after.item(key).proposed_by == "Sami"
    assert not [row for row in rows(data, "citations") if row["reviewed_by"]]
    review.accept(data, desk, name, key, **WHO)
    row = rows(data, "observations")[-1]
    assert (row["value"], row["recorded_by"]) == ("12", "Sami")
    assert rows(data, "citations")[-1]["reviewed_by"] == "Rana"


def test_what_would_be_refused_is_not_proposed(desk, data):
    name, key = only(desk).id, key_of(desk, "12")
    desk.change(name, lambda one: review.change(one, key, {"filed": "new", "indicator": ""}, **SAMI))
    with pytest.raises(RefusedError, match="choose an indicator"):
        review.propose(data, desk, name, key, **SAMI)
    assert not only(desk).item(key).is_waiting


def test_a_change_takes_back_what_was_proposed(desk, data):
    name, key = only(desk).id, key_of(desk, "12")
    desk.change(name, lambda one: review.change(one, key, OWN, **SAMI))
    review.propose(data, desk, name, key, **SAMI)
    desk.change(name, lambda one: review.change(one, key, {"scope_note": "in hospitals"}, **SAMI))
    assert not only(desk).item(key).is_waiting


def test_an_accepted_figure_that_is_changed_waits_again_and_stands_as_it_was_until_accepted(desk, data):
    name, key = accepted(desk, data, "12", **OWN)
    before = rows(data, "observations"), rows(data, "citations")
    desk.change(name, lambda one: review.reopen(one, key, **SAMI))
    desk.change(name, lambda one: review.change(one, key, {"value": "13", "scope_note": "in schools"}, **SAMI))
    assert only(desk).item(key).is_waiting
    assert (rows(data, "observations"), rows(data, "citations")) == before
    after = review.accept(data, desk, name, key, **WHO)
    first, second = rows(data, "observations")[-2:]
    assert [first["revision"], second["revision"]] == ["1", "2"]
    assert first["observation_id"] == second["observation_id"]
    assert (first["value"], second["value"], second["scope_note"]) == ("12", "13", "in schools")
    first, second = rows(data, "citations")[-2:]
    assert first["citation_id"] == second["citation_id"] and second["revision"] == "2"
    assert second["reviewed_by"] == "Rana" and second["read_by"].endswith(", edited")
    assert not after.item(key).is_waiting and after.item(key).rows["observations"][0]["revision"] == "2"


def test_an_accepted_citation_can_be_changed_too_and_changed_again(desk, data):
    name, key = accepted(desk, data, "96")
    for number, note in enumerate(("in the lead", "in the caption"), start=2):
        desk.change(name, lambda one: review.reopen(one, key, **SAMI))
        desk.change(name, lambda one, note=note: review.change(one, key, {"note": note}, **SAMI))
        review.accept(data, desk, name, key, **WHO)
        last = rows(data, "citations")[-1]
        assert (last["note"], last["revision"]) == (note, str(number))
    assert len({row["citation_id"] for row in rows(data, "citations") if row["reviewed_by"]}) == 1
    assert len(rows(data, "observations")) == 1


def test_opening_an_accepted_figure_and_accepting_it_unchanged_writes_nothing(desk, data):
    name, key = accepted(desk, data, "12", **OWN)
    before = rows(data, "observations"), rows(data, "citations")
    desk.change(name, lambda one: review.reopen(one, key, **SAMI))
    after = review.accept(data, desk, name, key, **SAMI)
    assert (rows(data, "observations"), rows(data, "citations")) == before
    assert after.item(key).state == "accepted" and after.item(key).rows["observations"]


def test_a_change_that_is_turned_down_leaves_what_was_accepted(desk, data):
    name, key = accepted(desk, data, "12", **OWN)
    stood = only(desk).item(key)
    desk.change(name, lambda one: review.reopen(one, key, **SAMI))
    desk.change(name, lambda one: review.change(one, key, {"value": "130"}, **SAMI))
    desk.change(name, lambda one: review.reject(one, key, "the text says 12", **WHO))
    after = only(desk).item(key)
    assert (after.state, after.rows, after.fields) == ("accepted", stood.rows, stood.fields)


def test_a_figure_corrected_in_the_tables_meanwhile_is_not_overwritten(desk, data):
    name, key = accepted(desk, data, "12", **OWN)
    row = rows(data, "observations")[-1]
    data.append({"observations": [{**row, "revision": "2", "value": "11"}]})
    desk.change(name, lambda one: review.reopen(one, key, **SAMI))
    desk.change(name, lambda one: review.change(one, key, {"value": "13"}, **SAMI))
    with pytest.raises(RefusedError, match="was corrected in the tables since"):
        review.accept(data, desk, name, key, **WHO)


def test_reading_a_text_again_keeps_what_stands_in_the_tables(desk, data):
    name, key = accepted(desk, data, "12", **OWN)
    desk.change(name, lambda one: review.reopen(one, key, **SAMI))
    day = ABOUT | {"published_on": "2016-09-30"}
    desk.change(name, lambda one: review.confirm(one, day, Catalogue.of(data), **WHO))
    assert only(desk).item(key).stands


def test_an_accepted_figure_can_be_moved_to_a_place_that_is_new(desk, data):
    name, key = accepted(desk, data, "12", **OWN)
    elsewhere = {"place": "", "place_name": "Western Hills", "place_parent": "eastern-aleppo"}
    desk.change(name, lambda one: review.reopen(one, key, **SAMI))
    desk.change(name, lambda one: review.change(one, key, elsewhere, **SAMI))
    review.accept(data, desk, name, key, **WHO)
    assert rows(data, "places")[-1]["place_id"] == "western-hills"
    assert [row["place_id"] for row in rows(data, "observations")[-2:]] == ["eastern-aleppo", "western-hills"]
