"""Reading a report over HTTP: who may, who may not, and what each form does."""

from __future__ import annotations

import re

import pytest
from factories import citation, observation
from reviewing import ORIGIN, Visitor, key_of, visitor

from dashboard.access import COOKIE, Closed, Tokened
from dashboard.server import create_server
from tracker.accounts import Action
from tracker.store import Store

TEXT = (
    "Daily Post\n\nFigures from Aleppo\n\n"
    "UNICEF said at least 96 children were killed in eastern Aleppo since Friday.\n\nSome 12 schools were closed."
)
ABOUT = {
    "title": "Figures from Aleppo",
    "publisher": "",
    "publisher_name": "Daily Post",
    "published_on": "2016-09-28",
    "language": "en",
    "kind": "article",
    "crisis": "aleppo-2016",
}


@pytest.fixture
def data(folder):
    return folder(observations=[observation(value_low=96, qualifier="at_least")], citations=[citation()])


@pytest.fixture
def desk(data) -> Visitor:
    """Somebody who opened the printed address."""
    who = visitor(data, Tokened("Rana"))
    who.enter()
    return who


def test_a_dashboard_that_only_shows_says_how_to_open_it(data):
    who = visitor(data, Closed())
    assert "tracker serve --edit" in who.client.get("/review").text
    assert who.client.get(f"/review/{'0' * 16}").status_code == 403
    assert who.send("/review/begin", text=TEXT).status_code == 405  # there is no such form
    assert not list(who.reviews())


def test_the_whole_server_shows_only_unless_somebody_is_let_in(data):
    closed = visitor(data, Closed(), create_server(Store(data)))
    assert "tracker serve --edit" in closed.client.get("/review").text
    assert closed.send("/review/begin", text=TEXT).status_code == 405  # there is no such form
    access = Tokened("Rana")
    opened = visitor(data, access, create_server(Store(data), access=access))
    opened.enter()
    assert opened.begin(TEXT).text == TEXT
    assert "'unsafe-inline'" not in opened.client.get("/review").headers["content-security-policy"]


def test_the_printed_address_opens_the_door_and_leaves_no_token_behind(data):
    who = visitor(data, Tokened("Rana"))
    answer = who.client.get(f"/review?token={who.access.token}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/review"))
    assert who.access.token not in cookie
    assert who.client.get("/review").text.count("<textarea") == 1


@pytest.mark.parametrize("token", ["", "guessed", "é", "x" * 5000])
def test_another_token_opens_nothing(data, token):
    who = visitor(data, Tokened("Rana"))
    assert who.client.get("/review", params={"token": token}).status_code in {200, 403}
    assert COOKIE not in who.client.cookies
    assert "<textarea" not in who.client.get("/review").text


def test_the_token_of_an_earlier_start_is_stale(data):
    old = Tokened("Rana").token
    assert visitor(data, Tokened("Rana")).client.get("/review", params={"token": old}).status_code == 403


def test_a_forged_session_is_none(data):
    who = visitor(data, Tokened("Rana"))
    who.client.cookies.set(COOKIE, "forged", path="/review")
    assert "<textarea" not in who.client.get("/review").text
    assert who.send("/review/begin", text=TEXT).status_code == 403


def test_a_form_without_the_secret_of_its_session_is_refused(desk):
    assert desk.client.post("/review/begin", data={"text": TEXT}).status_code == 403
    desk.secret = "0" * 64
    assert desk.send("/review/begin", text=TEXT).status_code == 403
    assert not list(desk.reviews())


def test_the_secret_of_one_session_does_not_fit_another(data):
    access = Tokened("Rana")
    one = visitor(data, access)
    one.enter()
    other = visitor(data, access, one.client.app)
    other.enter()
    assert one.secret != other.secret
    one.secret = other.secret
    assert one.send("/review/begin", text=TEXT).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "rebound.example"},
    ],
)
def test_a_form_from_another_site_is_refused(desk, headers):
    answer = desk.client.post("/review/begin", data={"secret": desk.secret, "text": TEXT}, headers=headers)
    assert answer.status_code == 403
    assert not list(desk.reviews())


def test_a_form_from_our_own_page_is_taken(desk):
    headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
    desk.client.post("/review/begin", data={"secret": desk.secret, "text": TEXT}, headers=headers)
    assert len(list(desk.reviews())) == 1


def test_somebody_who_may_only_propose_accepts_nothing(data):
    class Contributor(Tokened):
        def may(self, request, action):
            return super().may(request, action) and action is not Action.ACCEPT

    who = visitor(data, Contributor("Sami"))
    who.enter()
    review = who.read(TEXT, **ABOUT)
    assert review.items
    path = f"/review/{review.id}/{key_of(review, '96')}"
    assert who.send(path, do="accept").status_code == 403
    assert who.send(path, do="save", scope_note="in hospitals").status_code == 200
    assert not who.cited()


def test_pages_of_a_review_load_nothing_from_elsewhere_and_are_kept_nowhere(desk):
    answer = desk.client.get("/review")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert not re.search(r"<script>|\son\w+=|\sstyle=", answer.text)


def test_the_document_is_confirmed_before_any_figure_is_shown(desk):
    begun = desk.begin(TEXT)
    page = desk.client.get(f"/review/{begun.id}").text
    assert 'name="published_on"' in page and 'name="indicator"' not in page
    assert desk.send(f"/review/{begun.id}/about", **(ABOUT | {"published_on": ""})).status_code == 422
    assert not desk.review().is_confirmed


def test_a_figure_is_accepted_and_stands_in_the_tables_with_where_it_was_read(desk):
    review = desk.read(TEXT, **ABOUT)
    page = desk.client.get(f"/review/{review.id}?item={key_of(review, '96')}").text
    assert "Repeats a known claim" in page and "at least 96 children were killed" not in page.split("<mark>")[0][-40:]
    desk.send(f"/review/{review.id}/{key_of(review, '96')}", do="accept", version="1")
    (row,) = desk.cited()
    assert (row["observation_id"], row["reviewed_by"]) == ("unicef-20160928-children-killed", "Rana")
    shown = desk.client.get(f"/review/{review.id}?item={key_of(review, '96')}").text
    assert "/observation/unicef-20160928-children-killed" in shown


def test_what_the_checks_find_is_shown_before_it_is_written(desk):
    review = desk.read(TEXT, **ABOUT)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    edited = {"filed": "new", "period_start": "2016-09-28", "period_end": "2016-09-23", "do": "accept", "version": "1"}
    answer = desk.send(path, **edited)
    assert "What the checks find" in answer.text
    assert not desk.cited()


def test_what_is_wrong_is_said_and_what_was_typed_stays(desk):
    review = desk.read(TEXT, **ABOUT)
    answer = desk.send(
        f"/review/{review.id}/{key_of(review, '12')}", do="accept", version="1", scope_note="in the east", filed="new"
    )
    assert answer.status_code == 422
    assert "choose an indicator" in answer.text and 'value="in the east"' in answer.text
    assert not desk.cited()


def test_a_refusal_speaks_the_language_of_the_page(desk):
    begun = desk.begin(TEXT)
    refused = desk.send(f"/review/{begun.id}/about?lang=ar", **ABOUT | {"published_on": ""})
    assert refused.status_code == 422
    assert "بيّن في أي يوم نُشرت" in refused.text
    missing = desk.client.get(f"/review/{'0' * 16}?lang=ar")
    assert "لا توجد مراجعة" in missing.text and "there is no" not in missing.text


def test_a_second_reviewer_sees_what_the_first_did_and_loses_nothing(desk, data):
    review = desk.read(TEXT, **ABOUT)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    desk.send(path, do="save", version="1", scope_note="first")
    late = desk.send(path, do="save", version="1", note="second")
    assert late.status_code == 409
    assert "Rana changed this figure meanwhile" in late.text
    assert ">second</textarea>" in late.text and 'value="first"' in late.text
    assert desk.review().item(key_of(review, "96")).fields["note"] == ""


def test_a_rejected_figure_keeps_its_reason(desk):
    review = desk.read(TEXT, **ABOUT)
    path = f"/review/{review.id}/{key_of(review, '12')}"
    assert desk.send(path, do="reject", version="1").status_code == 422
    desk.send(path, do="reject", version="1", reason="no place is named")
    assert "no place is named" in desk.client.get(f"/review/{review.id}?item={key_of(review, '12')}").text
    desk.send(path, do="reopen")
    assert desk.review().item(key_of(review, "12")).is_open


def test_words_written_by_hand_become_a_figure_without_any_script(desk):
    review = desk.read(TEXT, **ABOUT)
    answer = desk.send(f"/review/{review.id}/add", words="Some 12\nschools")
    assert "added by hand" in answer.text
    assert desk.send(f"/review/{review.id}/add", words="not in the text").status_code == 422


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"https://example.org/page", "Pages are not fetched"),
        (b"", "Paste a text"),
        (b"%PDF-1.4 broken", "could not be read"),
        (b"word " * 50_000, "cut it into parts"),
    ],
)
def test_a_file_that_cannot_be_reviewed_is_refused_with_the_reason(desk, content, said):
    files = {"file": ("report", content)}
    answer = desk.client.post("/review/begin", data={"secret": desk.secret}, files=files)
    assert answer.status_code == 422 and said in answer.text


def test_a_file_is_read_like_a_pasted_text(desk):
    files = {"file": ("report.txt", TEXT.encode())}
    desk.client.post("/review/begin", data={"secret": desk.secret}, files=files)
    assert desk.review().text == TEXT


def test_a_request_that_is_too_large_is_refused_before_it_is_read(desk):
    headers = {"Content-Length": "999999999", "Content-Type": "application/x-www-form-urlencoded"}
    assert desk.client.post("/review/begin", content=b"secret=x", headers=headers).status_code == 413


def test_markup_in_a_text_is_shown_and_not_run(desk):
    begun = desk.begin(
        "<script>alert(1)</script> “<b>6</b> people were killed in Aleppo on Monday.” <img src=x onerror=y>"
    )
    desk.send(f"/review/{begun.id}/about", **ABOUT | {"title": "<i>x</i>"})
    page = desk.client.get(f"/review/{begun.id}").text
    assert "<script>alert" not in page and "<i>x</i>" not in page and "<img" not in page


@pytest.mark.parametrize("name", ["..%2F..%2Fetc%2Fpasswd", "0" * 16, "nothing"])
def test_a_review_that_does_not_exist_is_not_found(desk, name):
    assert desk.client.get(f"/review/{name}").status_code == 404


@pytest.mark.parametrize("path", ["", "/about"])
def test_every_page_speaks_arabic(desk, path):
    review = desk.read(TEXT, **ABOUT)
    page = desk.client.get(f"/review/{review.id}{path}?lang=ar").text
    assert '<html lang="ar" dir="rtl">' in page
    assert all("lang=ar" in form for form in re.findall(r'<form[^>]*method="post"[^>]*>', page))
