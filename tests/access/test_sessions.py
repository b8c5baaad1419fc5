"""Sessions end when they should, everywhere at once, and nobody else ends or takes them."""

from __future__ import annotations

from access.signing import PASSWORD, TEXT, WHO, Clock, sign_in
from reviewing import Client, Visitor, visitor

from dashboard.access import COOKIE, Tokened
from dashboard.access.sessions import IDLE, LASTS
from tracker.accounts import Role

# Sessions


def test_a_session_ends_after_a_day_of_work_and_after_some_hours_of_rest(anybody, clock):
    sign_in(anybody, "a-reviewer")
    clock.now += IDLE
    assert anybody.send("/review/begin", text=TEXT).status_code == 403
    sign_in(anybody, "a-reviewer")
    for _ in range(LASTS // (IDLE - 60) + 1):
        clock.now += IDLE - 60
        last = anybody.client.get("/review", follow_redirects=False).status_code
    assert last == 303
    assert not list(anybody.reviews())


def test_signing_out_ends_every_copy_of_the_session(anybody):
    sign_in(anybody, "a-reviewer")
    copy = anybody.client.cookies[COOKIE]
    secret = anybody.secret
    assert anybody.send("/review/logout").status_code == 200
    assert COOKIE not in anybody.client.cookies
    thief = Client(anybody.client.app)
    thief.cookies.set(COOKIE, copy, path="/review")
    assert thief.post("/review/begin", data={"secret": secret, "text": TEXT}).status_code == 403
    assert not list(anybody.reviews())


def test_another_site_signs_nobody_out(anybody):
    sign_in(anybody, "a-reviewer")
    assert anybody.client.post("/review/logout", data={}).status_code == 403
    headers = {"Origin": "https://elsewhere.example"}
    given = {"secret": anybody.secret}
    assert anybody.client.post("/review/logout", data=given, headers=headers).status_code == 403
    assert "<textarea" in anybody.client.get("/review").text


def test_a_session_ends_with_its_account_its_password_or_its_role(anybody, accounts):
    sign_in(anybody, "a-reviewer")
    accounts.give("a-reviewer", Role.READER, **WHO)
    assert anybody.send("/review/begin", text=TEXT).status_code == 403
    accounts.give("a-reviewer", Role.REVIEWER, **WHO)
    accounts.set_password("a-reviewer", "another lamp, elsewhere", **WHO)
    assert anybody.send("/review/begin", text=TEXT).status_code == 403
    sign_in(anybody, "a-contributor")
    accounts.remove("a-contributor", **WHO)
    accounts.add("a-contributor", Role.REVIEWER, PASSWORD, **WHO)
    assert anybody.send("/review/begin", text=TEXT).status_code == 403
    assert not list(anybody.reviews())


def test_a_broken_file_of_accounts_lets_nobody_in(anybody, accounts):
    sign_in(anybody, "a-reviewer")
    accounts.path.write_text("{", encoding="utf-8")
    assert anybody.send("/review/begin", text=TEXT).status_code == 403
    assert sign_in(anybody, "a-reviewer").status_code == 503
    assert COOKIE not in Client(anybody.client.app).cookies


def test_nobody_signs_in_unlogged_but_everybody_may_leave(anybody, data):
    sign_in(anybody, "a-reviewer")
    (data.parent / "audit.jsonl").unlink()
    (data.parent / "audit.jsonl").mkdir()
    other = Visitor(anybody.store, anybody.access, Client(anybody.client.app))
    assert sign_in(other, "a-reader").status_code == 503
    anybody.send("/review/logout")
    assert "<textarea" not in anybody.client.get("/review").text


def test_a_name_is_shown_back_as_text(anybody):
    assert '<b>"x' not in sign_in(anybody, '"><b>"x').text


def test_the_sessions_of_this_machine_end_too(data):
    who = visitor(data, Tokened("Rana", clock := Clock()))
    who.enter()
    clock.now += LASTS
    assert who.send("/review/begin", text=TEXT).status_code == 403
    who.enter()
    who.send("/review/logout")
    assert who.send("/review/begin", text=TEXT).status_code == 403


def test_an_address_rebound_to_this_machine_is_refused_even_with_the_token(data):
    who = visitor(data, Tokened("Rana"))
    answer = who.client.get("/review", params={"token": who.access.token}, headers={"Host": "rebound.example"})
    assert answer.status_code == 403 and COOKIE not in who.client.cookies
    who.enter()
    assert "<textarea" not in who.client.get("/review", headers={"Host": "rebound.example:8050"}).text
