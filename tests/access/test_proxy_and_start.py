"""A name in a header counts only from the proxy that was named, and no start lets strangers in."""

from __future__ import annotations

import re

import pytest
from access.signing import TEXT, WHO, secret_in
from click.testing import CliRunner
from reviewing import visitor

from dashboard.access import Accounted, Editing, Peers, Proxied, Tokened, rule
from tracker.accounts import Role
from tracker.cli import main
from tracker.errors import TrackerError

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
