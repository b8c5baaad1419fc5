"""Who may do what: nothing where a dashboard only shows, and no more than a role allows, whoever forges another."""

from __future__ import annotations

import pytest
from access.signing import ABOUT, TEXT, another, sign_in
from fastapi import FastAPI
from reviewing import key_of, visitor
from starlette.routing import Mount

from dashboard.access import Closed
from dashboard.server import around, create_app
from tracker.accounts import Role
from tracker.audit import audit_for
from tracker.catalogue import Live
from tracker.store import Store

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


# Roles


def test_a_reader_looks_and_changes_nothing(anybody):
    another(anybody, "a-contributor").read(TEXT, **ABOUT)
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
    review = anybody.read(TEXT, **ABOUT)
    path, given = f"/review/{review.id}/{key_of(review, '96')}", {"secret": anybody.secret, "do": "accept"}
    for name in ("X-Remote-User", "X-Forwarded-User", "X-Role", "Role"):
        assert anybody.client.post(path, data=given, headers={name: "a-reviewer"}).status_code == 403
    for name in ("role", "by", "person", "name"):
        assert anybody.client.post(path, data={**given, name: "reviewer"}).status_code == 403
    anybody.client.cookies.set("role", "reviewer")
    anybody.client.cookies.set("tracker_role", "reviewer", path="/review")
    assert anybody.client.post(path, data=given).status_code == 403
    assert not anybody.cited()


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
    anybody.read(TEXT, **ABOUT)
    anybody.send("/review/logout")
    log = [(one.by, one.action) for one in audit_for(data)][len(Role) :]
    assert log == [
        ("a-contributor", "signed in"),
        ("a-contributor", "began"),
        ("a-contributor", "confirmed the document"),
        ("a-contributor", "signed out"),
    ]
