"""Who may write, over HTTP: accounts, sessions, roles, a proxy's header, and every way to try without a right."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from http.cookies import SimpleCookie

import pytest
from click.testing import CliRunner
from factories import citation, observation
from fastapi import FastAPI
from reviewing import Client, Visitor, visitor
from starlette.routing import Mount

from dashboard.access import COOKIE, Accounted, Closed, Editing, Peers, Proxied, Tokened, rule
from dashboard.access.attempts import OF_ADDRESS, OF_NAME, WITHIN
from dashboard.access.sessions import IDLE, LASTS
from dashboard.review.door import TICKET
from dashboard.server import around, create_app
from tracker.accounts import Accounts, Passwords, Role
from tracker.audit import Audit, audit_for
from tracker.catalogue import Live
from tracker.cli import main
from tracker.errors import TrackerError
from tracker.store import Store

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
WHO = {"by": "admin", "now": NOW}
PASSWORD = "a lamp in the window"
TEXT = (
    "Daily Post\n\nFigures from Aleppo\n\n"
    "UNICEF said at least 96 children were killed in eastern Aleppo since Friday.\n\nSome 12 schools were closed."
)
ABOUT = {
    "title": "Figures from Aleppo",
    "publisher_name": "Daily Post",
    "published_on": "2016-09-28",
    "language": "en",
    "kind": "article",
    "crisis": "aleppo-2016",
}


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def data(folder):
    return folder(observations=[observation(value_low=96, qualifier="at_least")], citations=[citation()])


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def accounts(data):
    """A reader, a contributor and a reviewer. Hashes are weak on purpose: they cost a test milliseconds."""
    quick = Passwords(time_cost=1, memory_cost=32)
    kept = Accounts(data.parent / "accounts.json", Audit(data.parent / "audit.jsonl"), quick)
    for role in Role:
        kept.add(f"a-{role}", role, PASSWORD, **WHO)
    return kept


@pytest.fixture
def access(accounts, data, clock):
    return Accounted(accounts, audit_for(data), clock)


@pytest.fixture
def anybody(data, access) -> Visitor:
    """A browser that nobody has signed in."""
    return visitor(data, access)


def sign_in(who: Visitor, name: str, password: str = PASSWORD, **more: str):
    """Fill in the form to sign in, as it was sent."""
    form = who.client.get("/review/login").text
    given = {"secret": secret_in(form), "name": name, "password": password, **more}
    answer = who.client.post("/review/login", data=given)
    who.secret = secret_in(answer.text)
    return answer


def secret_in(page: str) -> str:
    found = re.search(r'name="secret"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="secret"', page)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def another(who: Visitor, name: str) -> Visitor:
    """Somebody else before the same server, signed in."""
    other = Visitor(who.store, who.access, Client(who.client.app))
    sign_in(other, name)
    return other


def read_in(who: Visitor):
    begun = who.begin(TEXT)
    who.send(f"/review/{begun.id}/about", **ABOUT)
    return who.review()


def key_of(review, words: str) -> str:
    return next(item.key for item in review.items if review.text[slice(*item.span)] == words)


def cited(who: Visitor):
    return [row for _, row in who.store.raw("citations") if row["reviewed_by"]]


# Only to look at


def test_a_dashboard_that_only_shows_has_no_address_that_takes_a_form(data, tmp_path):
    live = Live(Store(data))
    app = around(create_app(live), live, tmp_path, Closed())
    while not isinstance(app, FastAPI):
        app = app._app
    taken = [*methods(app.routes)]
    assert len(taken) > 10
    writing = {path for path, method in taken if method not in {"GET", "HEAD"}}
    assert all(path.endswith("/{rest:path}") for path in writing)  # these say that there is nothing there
    who = visitor(data, Closed(), app)
    assert {who.client.post(path.replace("{rest:path}", "x")).status_code for path in writing} == {404}


def methods(routes):
    """Every address of ours with its methods; what is mounted below them is Dash, which has no page that writes."""
    for route in routes:
        if inner := getattr(route, "original_router", None):
            yield from methods(inner.routes)
        elif not isinstance(route, Mount):
            yield from ((route.path, method) for method in route.methods)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_dashboard_that_only_shows_refuses_whatever_writes(data, method):
    who = visitor(data, Closed())
    for path in ("/review", "/review/begin", "/review/login", "/review/logout", f"/review/{'0' * 16}/about"):
        assert who.client._ask(method.upper(), path, {"data": {"text": TEXT}}).status_code == 405
    assert not list(who.reviews())


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


# Roles


def test_a_reader_looks_and_changes_nothing(anybody):
    read_in(another(anybody, "a-contributor"))
    sign_in(anybody, "a-reader")
    before = anybody.review()
    page = anybody.client.get(f"/review/{before.id}")
    assert page.status_code == 200 and "at least 96" in page.text
    for path in ("begin", f"{before.id}/about", f"{before.id}/add", f"{before.id}/{key_of(before, '96')}"):
        for does in ("save", "accept", "reject", "reopen", "propose"):
            answer = anybody.send(f"/review/{path}", do=does, text="another", reason="no", words="schools")
            assert answer.status_code == 403
    assert anybody.review() == before


def test_a_forged_role_is_none(anybody):
    sign_in(anybody, "a-contributor")
    review = read_in(anybody)
    path, given = f"/review/{review.id}/{key_of(review, '96')}", {"secret": anybody.secret, "do": "accept"}
    for name in ("X-Remote-User", "X-Forwarded-User", "X-Role", "Role"):
        assert anybody.client.post(path, data=given, headers={name: "a-reviewer"}).status_code == 403
    for name in ("role", "by", "person", "name"):
        assert anybody.client.post(path, data={**given, name: "reviewer"}).status_code == 403
    anybody.client.cookies.set("role", "reviewer")
    anybody.client.cookies.set("tracker_role", "reviewer", path="/review")
    assert anybody.client.post(path, data=given).status_code == 403
    assert not cited(anybody)


@pytest.mark.parametrize("headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_form_from_another_site_is_refused_though_the_browser_sends_the_cookie(anybody, headers):
    sign_in(anybody, "a-reviewer")
    given = {"secret": anybody.secret, "text": TEXT}
    assert anybody.client.post("/review/begin", data=given, headers=headers).status_code == 403
    assert not list(anybody.reviews())


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_why_somebody_may_not_is_said_in_their_language(anybody, lang):
    sign_in(anybody, "a-reader")
    page = anybody.client.post(f"/review/begin?lang={lang}", data={"secret": anybody.secret, "text": TEXT}).text
    said = {"en": "Your account does not allow this", "ar": "حسابك لا يتيح هذا"}
    assert said[lang] in page


def test_every_deed_is_logged_under_the_name_of_its_account(anybody, data):
    sign_in(anybody, "a-contributor")
    read_in(anybody)
    anybody.send("/review/logout")
    log = [(one.by, one.action) for one in audit_for(data)][len(Role) :]
    assert log == [
        ("a-contributor", "signed in"),
        ("a-contributor", "began"),
        ("a-contributor", "confirmed the document"),
        ("a-contributor", "signed out"),
    ]


# Proposing, accepting, and changing what was accepted


def test_a_contributor_proposes_and_a_reviewer_accepts(anybody):
    sign_in(anybody, "a-contributor")
    review = read_in(anybody)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    page = anybody.client.get(f"/review/{review.id}").text
    assert 'value="propose"' in page and 'value="accept"' not in page
    assert "It waits for a reviewer" in anybody.send(path, do="propose").text + anybody.client.get(page_of(path)).text
    assert not cited(anybody)
    reviewer = another(anybody, "a-reviewer")
    assert "1 waits for a reviewer" in reviewer.client.get("/review").text
    assert "Proposed by a-contributor" in reviewer.client.get(page_of(path)).text
    reviewer.send(path, do="accept")
    (row,) = cited(anybody)
    assert row["reviewed_by"] == "a-reviewer"


def test_an_accepted_figure_that_a_contributor_changes_waits_again(anybody):
    reviewer = another(anybody, "a-reviewer")
    review = read_in(reviewer)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    reviewer.send(path, do="accept")
    sign_in(anybody, "a-contributor")
    reopened = anybody.send(path, do="reopen").text
    assert "It was accepted before" in reopened and "Nothing will be written" not in reopened
    anybody.send(path, do="propose", note="in the lead")
    assert [row["note"] for row in cited(anybody)] == [""]
    assert anybody.send(path, do="accept").status_code == 403
    reviewer.send(path, do="accept")
    assert [row["note"] for row in cited(anybody)] == ["", "in the lead"]
    assert {row["reviewed_by"] for row in cited(anybody)} == {"a-reviewer"}


def test_what_somebody_else_proposed_is_turned_down_by_a_reviewer_only(anybody, accounts):
    accounts.add("another", Role.CONTRIBUTOR, PASSWORD, **WHO)
    sign_in(anybody, "a-contributor")
    review = read_in(anybody)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    anybody.send(path, do="propose")
    other = another(anybody, "another")
    assert other.send(path, do="reject", reason="not for us").status_code == 422
    assert anybody.review().item(key_of(review, "96")).is_waiting
    another(anybody, "a-reviewer").send(path, do="reject", reason="a slip")
    assert anybody.review().item(key_of(review, "96")).state == "rejected"


def page_of(path: str) -> str:
    """The page of the figure whose form goes to this path."""
    review, _, key = path.rpartition("/")
    return f"{review}?item={key}"


# Behind a proxy


def behind(data, accounts, proxies=("127.0.0.1",), believed=("127.0.0.1",)):
    """The server behind a proxy; the peer of a test is always 127.0.0.1."""
    who = visitor(data, Proxied(accounts, "X-Remote-User", proxies))
    who.client.app = Peers(who.client.app, believed)
    return who


def test_whoever_the_proxy_names_has_the_role_of_their_account(data, accounts):
    who = behind(data, accounts)
    named = {"X-Remote-User": "a-contributor"}
    who.secret = secret_in(who.client.get("/review", headers=named).text)
    given = {"secret": who.secret, "text": TEXT}
    assert who.client.post("/review/begin", data=given, headers=named).status_code == 200
    assert who.review().created_by == "a-contributor"


def test_the_header_from_anywhere_else_names_nobody(data, accounts):
    who = behind(data, accounts, proxies=("192.0.2.9", "10.0.0.0/8"))
    for more in ({}, {"X-Forwarded-For": "192.0.2.9"}, {"Forwarded": "for=192.0.2.9"}, {"X-Real-IP": "10.0.0.1"}):
        headers = {"X-Remote-User": "a-reviewer", **more}
        assert who.client.get("/review", headers=headers).status_code == 403
        assert who.client.post("/review/begin", data={"text": TEXT}, headers=headers).status_code == 403
    assert not list(who.reviews())


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("X-Remote-User", "")],
        [("X-Remote-User", "nobody")],
        [("X-Remote-User", "a-reader"), ("X-Remote-User", "a-reviewer")],
        [("X-Remote-User", "a-reader,a-reviewer")],
        [("X-Remote_User", "a-reviewer")],
    ],
)
def test_a_header_that_names_nobody_for_sure_names_nobody(data, accounts, headers):
    assert behind(data, accounts).client.get("/review", headers=headers).status_code == 403


def test_the_secret_of_one_named_person_does_not_fit_another(data, accounts):
    who = behind(data, accounts)
    secret = secret_in(who.client.get("/review", headers={"X-Remote-User": "a-contributor"}).text)
    given, other = {"secret": secret, "text": TEXT}, {"X-Remote-User": "a-reviewer"}
    assert secret
    assert who.client.post("/review/begin", data=given, headers=other).status_code == 403


# Starting


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "tracker.example", "::", "127.0.0.1.example"])
def test_nothing_is_opened_to_others_while_nobody_has_an_account(data, host):
    with pytest.raises(TrackerError, match=rf"--edit on {re.escape(host)} needs somebody who can sign in"):
        rule(Editing("Rana"), host, data)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_this_machine_needs_no_account(data, host):
    assert isinstance(rule(Editing("Rana"), host, data), Tokened)


def test_an_account_opens_it_to_others_and_only_those_with_a_password_count(data, accounts):
    assert isinstance(rule(Editing("Rana"), "0.0.0.0", data), Accounted)
    assert isinstance(rule(Editing("Rana", has_login=True), "127.0.0.1", data), Accounted)
    for role in Role:
        accounts.remove(f"a-{role}", **WHO)
    accounts.add("named", Role.REVIEWER, None, **WHO)
    with pytest.raises(TrackerError, match="no account has a password"):
        rule(Editing("Rana"), "0.0.0.0", data)
    assert isinstance(rule(Editing("Rana", header="X-User", proxies=("127.0.0.1",)), "0.0.0.0", data), Proxied)


def test_a_header_is_trusted_only_from_an_address_that_is_named(data, accounts):
    with pytest.raises(TrackerError, match="can be sent by anybody"):
        rule(Editing("Rana", header="X-Remote-User"), "127.0.0.1", data)


def test_a_header_is_of_no_use_while_nobody_has_an_account(data):
    with pytest.raises(TrackerError, match="none has an account"):
        rule(Editing("Rana", header="X-Remote-User", proxies=("127.0.0.1",)), "127.0.0.1", data)


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--edit", "--host", "0.0.0.0"], 1, "Error: --edit on 0.0.0.0 needs somebody who can sign in"),
        (["--edit", "--trust-header", "X-User"], 1, "Error: --trust-header X-User can be sent by anybody"),
        (["--edit", "--trust-header", "X User"], 2, "'X User' is not the name of a header"),
        (["--trust-proxy", "my-proxy"], 2, "'my-proxy' is not an address or a network"),
        (["--login"], 2, "give --edit with them"),
        (["--trust-header", "X-User", "--trust-proxy", "10.0.0.7"], 2, "give --edit with them"),
    ],
)
def test_a_start_that_would_let_strangers_in_is_refused_in_one_line(data, monkeypatch, options, code, said):
    monkeypatch.delenv("TRACKER_ACCOUNTS", raising=False)
    answer = CliRunner().invoke(main, ["serve", "--data", str(data), "--port", "0", *options])
    assert answer.exit_code == code
    assert said in answer.output.splitlines()[-1]
