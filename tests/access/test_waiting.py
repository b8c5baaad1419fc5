"""What a contributor proposes or changes waits for a reviewer."""

from __future__ import annotations

from access.signing import ABOUT, PASSWORD, TEXT, WHO, another, sign_in
from reviewing import key_of

from tracker.accounts import Role

# Proposing, accepting, and changing what was accepted


def test_a_contributor_proposes_and_a_reviewer_accepts(anybody):
    sign_in(anybody, "a-contributor")
    review = anybody.read(TEXT, **ABOUT)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    page = anybody.client.get(f"/review/{review.id}").text
    assert 'value="propose"' in page and 'value="accept"' not in page
    assert "It waits for a reviewer" in anybody.send(path, do="propose").text + anybody.client.get(page_of(path)).text
    assert not anybody.cited()
    reviewer = another(anybody, "a-reviewer")
    assert "1 waits for a reviewer" in reviewer.client.get("/review").text
    assert "Proposed by a-contributor" in reviewer.client.get(page_of(path)).text
    reviewer.send(path, do="accept")
    (row,) = anybody.cited()
    assert row["reviewed_by"] == "a-reviewer"


def test_an_accepted_figure_that_a_contributor_changes_waits_again(anybody):
    reviewer = another(anybody, "a-reviewer")
    review = reviewer.read(TEXT, **ABOUT)
    path = f"/review/{review.id}/{key_of(review, '96')}"
    reviewer.send(path, do="accept")
    sign_in(anybody, "a-contributor")
    reopened = anybody.send(path, do="reopen").text
    assert "It was accepted before" in reopened and "Nothing will be written" not in reopened
    anybody.send(path, do="propose", note="in the lead")
    assert [row["note"] for row in anybody.cited()] == [""]
    assert anybody.send(path, do="accept").status_code == 403
    reviewer.send(path, do="accept")
    assert [row["note"] for row in anybody.cited()] == ["", "in the lead"]
    assert {row["reviewed_by"] for row in anybody.cited()} == {"a-reviewer"}


def test_what_somebody_else_proposed_is_turned_down_by_a_reviewer_only(anybody, accounts):
    accounts.add("another", Role.CONTRIBUTOR, PASSWORD, **WHO)
    sign_in(anybody, "a-contributor")
    review = anybody.read(TEXT, **ABOUT)
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
