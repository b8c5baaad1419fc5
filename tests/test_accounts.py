"""Accounts: who is known, with which role, and that neither the file nor the log gives a password away."""

from __future__ import annotations

import datetime as dt
import json
import threading

import pytest
from click.testing import CliRunner
from factories import observation

from tracker.accounts import Accounts, Action, Passwords, Role, may
from tracker.audit import Audit, entry
from tracker.cli import main
from tracker.errors import DataError, RefusedError, TrackerError, UnknownError

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
WHO = {"by": "admin", "now": NOW}
QUICK = Passwords(time_cost=1, memory_cost=32)
PASSWORD = "a lamp in the window"


@pytest.fixture
def accounts(tmp_path):
    return Accounts(tmp_path / "accounts.json", Audit(tmp_path / "audit.jsonl"), QUICK)


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (None, set()),
        (Role.READER, {Action.READ}),
        (Role.CONTRIBUTOR, {Action.READ, Action.PROPOSE}),
        (Role.REVIEWER, {Action.READ, Action.PROPOSE, Action.ACCEPT}),
    ],
)
def test_a_role_may_what_it_is_given_by_name_and_nothing_else(role, allowed):
    assert {action for action in Action if may(role, action)} == allowed


def test_whoever_has_the_password_signs_in_and_nobody_else(accounts):
    accounts.add("rana", Role.REVIEWER, PASSWORD, **WHO)
    account = accounts.signed_in("rana", PASSWORD)
    assert account is not None and account.role is Role.REVIEWER
    assert accounts.signed_in("rana", PASSWORD.upper()) is None
    assert accounts.signed_in("Rana", PASSWORD) is None
    assert accounts.signed_in("nobody", PASSWORD) is None
    assert accounts.signed_in("rana", PASSWORD * 1000) is None


def test_the_default_is_argon2id_with_the_librarys_own_parameters():
    assert Passwords().hashed(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_hash_made_with_weaker_parameters_is_replaced_when_its_owner_signs_in(accounts, tmp_path):
    accounts.add("rana", Role.REVIEWER, PASSWORD, **WHO)
    stronger = Accounts(accounts.path, Audit(tmp_path / "audit.jsonl"), Passwords(time_cost=2, memory_cost=64))
    assert stronger.signed_in("rana", PASSWORD)
    assert "m=64,t=2" in accounts.path.read_text(encoding="utf-8")
    assert stronger.signed_in("rana", PASSWORD)


def test_an_account_without_a_password_cannot_be_signed_in_to(accounts):
    accounts.add("rana", Role.REVIEWER, None, **WHO)
    assert accounts.signed_in("rana", "") is None
    assert accounts.signed_in("rana", PASSWORD) is None


def test_only_the_owner_of_the_file_reads_it_and_neither_it_nor_the_log_holds_a_password(accounts, tmp_path):
    accounts.add("rana", Role.READER, PASSWORD, **WHO)
    accounts.set_password("rana", "another lamp, elsewhere", **WHO)
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    kept = accounts.path.read_text(encoding="utf-8") + (tmp_path / "audit.jsonl").read_text(encoding="utf-8")
    assert "lamp" not in kept


def test_every_change_of_an_account_is_logged_with_digests_that_join_up(accounts, tmp_path):
    accounts.add("rana", Role.READER, PASSWORD, **WHO)
    accounts.give("rana", Role.REVIEWER, **WHO)
    accounts.remove("rana", **WHO)
    log = list(Audit(tmp_path / "audit.jsonl"))
    assert [(one.action, one.by, one.ids) for one in log] == [
        ("added account as reader", "admin", ("rana",)),
        ("made reviewer", "admin", ("rana",)),
        ("removed account", "admin", ("rana",)),
    ]
    assert log[0].before == log[2].after == ""
    assert log[0].after == log[1].before and log[1].after == log[2].before


@pytest.mark.parametrize("name", ["", " ", "a/b", "x" * 65, "two words", "../etc", "-rf"])
def test_a_name_that_is_none_is_refused(accounts, name):
    with pytest.raises(RefusedError, match="no name for an account"):
        accounts.add(name, Role.READER, PASSWORD, **WHO)
    assert not list(accounts)


def test_one_name_is_one_account_however_its_letters_are_composed(accounts):
    accounts.add("René", Role.READER, PASSWORD, **WHO)
    with pytest.raises(RefusedError, match="already"):
        accounts.add("Rene\u0301", Role.REVIEWER, PASSWORD, **WHO)


def test_a_short_password_is_refused(accounts):
    with pytest.raises(RefusedError, match="12 to 256"):
        accounts.add("rana", Role.READER, "short", **WHO)


def test_nobody_unknown_is_changed(accounts):
    with pytest.raises(UnknownError, match="no account 'rana'"):
        accounts.give("rana", Role.REVIEWER, **WHO)
    with pytest.raises(UnknownError, match="no account 'rana'"):
        accounts.remove("rana", **WHO)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"accounts": {"rana": {"role": "king"}}}', "\xff"])
def test_a_broken_file_is_said_and_lets_nobody_in(accounts, content):
    accounts.path.write_bytes(content.encode("latin-1"))
    with pytest.raises(TrackerError, match="not a file of accounts"):
        accounts.signed_in("rana", PASSWORD)


def test_accounts_added_at_once_are_all_kept(accounts, tmp_path):
    def add(number):
        own = Accounts(accounts.path, Audit(tmp_path / "audit.jsonl"), QUICK)
        own.add(f"user{number}", Role.READER, PASSWORD, **WHO)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(accounts)) == len(list(Audit(tmp_path / "audit.jsonl"))) == 8


def test_a_change_that_cannot_be_logged_is_not_made(accounts, tmp_path):
    (tmp_path / "audit.jsonl").mkdir()
    with pytest.raises(TrackerError, match="nothing changes without it"):
        accounts.add("rana", Role.READER, PASSWORD, **WHO)
    assert accounts.get("rana") is None


def test_a_line_cut_short_by_a_crash_spoils_no_other(tmp_path):
    log = Audit(tmp_path / "audit.jsonl")
    log.log(entry("began", "one", by="rana", now=NOW))
    with log.path.open("ab") as file:
        file.write(b'{"at": "2026-')
    log.log(entry("began", "two", by="rana", now=NOW))
    lines = log.path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(lines[0])["ids"], json.loads(lines[2])["ids"]] == [["one"], ["two"]]
    with pytest.raises(DataError, match="line 2"):
        list(log)


# The commands


@pytest.fixture
def run(folder, monkeypatch):
    data = folder(observations=[observation()])
    monkeypatch.delenv("TRACKER_ACCOUNTS", raising=False)
    monkeypatch.delenv("TRACKER_AUDIT", raising=False)
    return lambda *words, typed="": CliRunner().invoke(main, [*words, "--data", str(data)], input=typed)


def test_accounts_are_kept_from_the_command_line(run):
    twice = f"{PASSWORD}\n{PASSWORD}\n"
    assert "Added rana as contributor." in run("user", "add", "rana", "--role", "contributor", typed=twice).output
    assert run("user", "role", "rana", "reviewer").output == "rana is now a reviewer.\n"
    assert run("user", "password", "rana", typed=twice).exit_code == 0
    assert "reviewer" in run("user", "list").stdout
    assert run("user", "remove", "rana").exit_code == 0
    assert run("user", "list").stdout == ""
    log = run("audit").stdout.splitlines()
    assert "added account as contributor" in log[0]
    assert len(log) == 4
    assert len(run("audit", "--id", "somebody").stdout) == 0
    assert json.loads(run("audit", "--format", "json").stdout.splitlines()[1])["action"] == "made reviewer"


def test_a_password_is_asked_for_and_never_shown(run):
    answer = run("user", "add", "rana", "--role", "reader", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert "lamp" not in answer.output
    assert run("user", "add", "sami", "--role", "reader", typed=f"{PASSWORD}\nanother\n").exit_code == 1


@pytest.mark.parametrize("words", [("remove", "x"), ("role", "x", "reader"), ("password", "x")])
def test_a_name_nobody_has_is_one_line(run, words):
    answer = run("user", *words)
    assert answer.exit_code == 1
    assert answer.output == "Error: there is no account 'x': tracker user list shows those there are\n"
