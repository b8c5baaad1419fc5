"""Signing in: one answer to every wrong guess, few guesses, and cookies that only our own pages send."""

from __future__ import annotations

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie

import pytest
from access.signing import PASSWORD, secret_in, sign_in
from reviewing import Client, Visitor, visitor

from dashboard.access import COOKIE, Peers
from dashboard.access.attempts import OF_ADDRESS, OF_NAME, WITHIN
from dashboard.review.door import TICKET

# Signing in


def test_whoever_is_not_signed_in_is_shown_the_door_and_nothing_else(anybody):
    answer = anybody.client.get(f"/review/{'0' * 16}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review/login?to=%2Freview%2F{'0' * 16}")
    page = anybody.client.get("/review").text
    assert 'type="password"' in page and "<textarea" not in page


def test_signing_in_gives_a_cookie_that_no_script_reads_and_no_other_site_sends(anybody):
    form = anybody.client.get("/review/login").text
    given = {"secret": secret_in(form), "name": "a-reviewer", "password": PASSWORD}
    answer = anybody.client.post("/review/login", data=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    cookie = next(text for text in answer.headers.get_list("set-cookie") if text.startswith(COOKIE)).lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/review"))
    assert "secure" not in cookie
    assert anybody.client.get("/review").text.count("<textarea") == 1


def test_over_https_the_cookies_are_for_https_only(data, access):
    who = visitor(data, access)
    who.client.app = Peers(who.client.app, ["127.0.0.1"])
    https = {"X-Forwarded-Proto": "https", "Origin": "https://127.0.0.1"}
    form = who.client.get("/review/login", headers=https)
    assert "; secure" in form.headers["set-cookie"].lower()
    ticket = SimpleCookie(form.headers["set-cookie"])[TICKET].value
    who.client.cookies.set(TICKET, ticket, path="/review")  # as a browser would, which is on https
    given = {"secret": secret_in(form.text), "name": "a-reviewer", "password": PASSWORD}
    answer = who.client.post("/review/login", data=given, headers=https, follow_redirects=False)
    given = next(text for text in answer.headers.get_list("set-cookie") if text.startswith(COOKIE))
    assert answer.status_code == 303 and "; secure" in given.lower()


def test_an_unknown_name_and_a_wrong_password_get_one_and_the_same_answer(anybody):
    wrong = sign_in(anybody, "a-reviewer", "not the lamp at all")
    unknown = sign_in(anybody, "a-nobodyxx", "not the lamp at all")
    assert wrong.status_code == unknown.status_code == 401

    def told(answer, name):
        return re.sub(r'value="[^"]*"', "", answer.text.replace(name, ""))

    assert told(wrong, "a-reviewer") == told(unknown, "a-nobodyxx")


def test_the_form_to_sign_in_fits_only_the_browser_it_was_sent_to(anybody, data, access):
    other = Visitor(anybody.store, access, Client(anybody.client.app))
    stolen = secret_in(other.client.get("/review/login").text)
    anybody.client.get("/review/login")
    given = {"secret": stolen, "name": "a-reviewer", "password": PASSWORD}
    assert anybody.client.post("/review/login", data=given).status_code == 403
    assert COOKIE not in anybody.client.cookies


@pytest.mark.parametrize(
    "place", ["https://elsewhere.example", "//elsewhere.example", "/review/../api", "/review\n", ""]
)
def test_signing_in_leads_nowhere_else(anybody, place):
    form = anybody.client.get("/review/login").text
    given = {"secret": secret_in(form), "name": "a-reviewer", "password": PASSWORD, "to": place}
    answer = anybody.client.post("/review/login", data=given, follow_redirects=False)
    assert answer.headers["location"] == "/review"


def test_guessing_at_one_name_is_stopped_even_from_many_addresses(anybody, clock):
    for _ in range(OF_NAME):
        assert sign_in(anybody, "a-reviewer", "guessed, and wrong").status_code == 401
    answer = sign_in(anybody, "a-reviewer")  # the right one, too late
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) == WITHIN
    assert sign_in(anybody, "A-Reviewer").status_code == 429
    assert sign_in(anybody, "a-reader").status_code == 200
    clock.now += WITHIN
    assert sign_in(anybody, "a-reviewer").status_code == 200


def test_guesses_made_at_once_are_all_counted(anybody):
    form = secret_in(anybody.client.get("/review/login").text)
    ticket = anybody.client.cookies[TICKET]

    def guess(_):
        one = Client(anybody.client.app)
        one.cookies.set(TICKET, ticket, path="/review")
        given = {"secret": form, "name": "a-reviewer", "password": "guessed, and wrong"}
        return one.post("/review/login", data=given).status_code

    with ThreadPoolExecutor(8) as threads:
        answers = Counter(threads.map(guess, range(OF_NAME + 5)))
    assert answers == {401: OF_NAME, 429: 5}


def test_guessing_from_one_address_is_stopped_whatever_the_names(anybody):
    for number in range(OF_ADDRESS):
        assert sign_in(anybody, f"nobody-{number}", "guessed, and wrong").status_code == 401
    assert sign_in(anybody, "a-reviewer").status_code == 429
    assert "Wait 15 minutes" in sign_in(anybody, "a-reviewer").text


def test_a_header_does_not_give_a_stranger_another_address(data, access):
    who = visitor(data, access)
    who.client.app = Peers(who.client.app, ["192.0.2.9"])  # the peer of a test is 127.0.0.1, which is not this proxy
    for number in range(OF_ADDRESS):
        form = who.client.get("/review/login").text
        given = {"secret": secret_in(form), "name": f"nobody-{number}", "password": "guessed, and wrong"}
        who.client.post("/review/login", data=given, headers={"X-Forwarded-For": f"198.51.100.{number}"})
    assert sign_in(who, "a-reviewer").status_code == 429
