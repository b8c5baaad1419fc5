"""What each address of the review does: one call into `tracker.review`, and the page that follows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from dash.development.base_component import Component
from fastapi.responses import RedirectResponse, Response

from tracker import checks, review
from tracker.accounts import Action, Role
from tracker.catalogue import Catalogue, Live
from tracker.errors import RefusedError, TrackerError
from tracker.finding import Finding
from tracker.matching import Matcher
from tracker.reading import read_article
from tracker.review import FILED, ChangedError, Item, Review, Reviews

from ..access import Forbidden, Way
from ..state import View
from .about import about_page
from .bench import bench_page
from .fields import NAMES
from .figure import Shown, next_address
from .forbidden import forbidden_page
from .marked import address
from .sending import sent
from .standing import with_standing
from .start import PATH, start_page

LONGEST = 500  # characters of words that are looked for in a text


@dataclass(frozen=True)
class Sent:
    """One request by somebody who may: the view, the session's secret, who it is, and what a form carried."""

    view: View
    secret: str
    person: str
    given: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    file_name: str = ""
    name: str = ""
    key: str = ""
    rights: frozenset[Action] = frozenset()
    way: Way = Way.NONE
    role: Role | None = None

    @property
    def may_propose(self) -> bool:
        """Whether they may change what is under review."""
        return Action.PROPOSE in self.rights

    @property
    def may_accept(self) -> bool:
        """Whether they may put figures into the tables."""
        return Action.ACCEPT in self.rights

    @property
    def version(self) -> int | None:
        """The version of the figure that the form showed."""
        text = self.given.get("version", "")
        return int(text) if text.isdigit() else None


class Desk:
    """The reviews of one store, for one person at a time and several at once."""

    def __init__(self, live: Live, reviews: Reviews) -> None:
        self.live, self.reviews = live, reviews
        self._matcher: tuple[str, Matcher] | None = None

    def start(self, told: Sent, problem: str = "", status: int = 200) -> Response:
        """The way in."""
        typed = told.given.get("text", "")
        content = start_page(self.reviews, told.view, told.secret, problem, typed, may_propose=told.may_propose)
        return _sent(content, told, PATH, title=told.view.language.say("Read a report"), status=status)

    def begin(self, told: Sent) -> Response:
        """A text pasted or a file given becomes a review."""
        content = told.content or told.given.get("text", "").encode()
        try:
            if not content.strip():
                raise RefusedError(told.view.language.say("Paste a text, or choose a file."))
            article = read_article(content, name=told.file_name or told.view.language.say("the text"))
            begun = self.reviews.keep(review.begin(article, self._catalogue, by=told.person, now=_now()))
        except TrackerError as problem:
            return self.start(told, told.view.language.told(problem), 422)
        return _to(told.view.plain(f"{PATH}/{begun.id}"))

    def about(self, told: Sent, problem: str = "", status: int = 200, shown: Review | None = None) -> Response:
        """The document's own fields."""
        one = shown or self.reviews.get(told.name)
        if not told.may_propose:
            content, status = forbidden_page(Forbidden.ROLE, told.way, told.view), 403
        else:
            content = about_page(one, self._catalogue, told.view, told.secret, problem)
        title = told.view.language.say("Confirm the document")
        return _sent(content, told, f"{PATH}/{one.id}/about", title=title, status=status)

    def confirm(self, told: Sent) -> Response:
        """The document is confirmed, and its figures are read."""
        catalogue = self._catalogue

        def changed(one: Review) -> Review:
            return review.confirm(one, told.given, catalogue, by=told.person, now=_now())

        try:
            after = self.reviews.change(told.name, changed)
        except TrackerError as problem:
            one = self.reviews.get(told.name)
            typed = {name: text for name, text in told.given.items() if name in review.ABOUT}
            return self.about(told, told.view.language.told(problem), 422, replace(one, about=one.about | typed))
        return _to(told.view.plain(f"{PATH}/{after.id}"))

    def bench(self, told: Sent) -> Response:
        """The text with the figure in hand; first the document, where it is not confirmed."""
        one = self.reviews.get(told.name)
        if not one.is_confirmed:
            return self.about(told)
        wanted = told.view.get("item")
        named = next((item for item in one.items if item.key == wanted), None)
        first = next((item for item in one.items if item.is_open), one.items[0] if one.items else None)
        return self._bench(told, one, named or first)

    def decide(self, told: Sent) -> Response:
        """A figure is saved, accepted, rejected or opened again."""
        one = self.reviews.get(told.name)
        item = one.item(told.key)
        try:
            return self._decided(told, one, item)
        except ChangedError as problem:
            return self._conflict(told, told.view.language.told(problem))
        except TrackerError as problem:
            stands = self.reviews.get(told.name)
            typed = replace(stands.item(told.key), changes=item.changes | self._typed(told))
            return self._bench(told, stands, typed, problem=told.view.language.told(problem), status=422)

    def add(self, told: Sent) -> Response:
        """Words that somebody marked become a figure."""
        found: list[str] = []

        def changed(one: Review) -> Review:
            after, key = review.add_by_hand(one, _span(one, told.given), by=told.person, now=_now())
            found.append(key)
            return after

        try:
            after = self.reviews.change(told.name, changed)
        except TrackerError as problem:
            one = self.reviews.get(told.name)
            return self._bench(
                told, one, one.items[0] if one.items else None, notice=told.view.language.told(problem), status=422
            )
        return _to(f"{address(after, after.item(found[-1]), told.view)}#figure")

    def _decided(self, told: Sent, one: Review, item: Item) -> Response:
        does = told.given.get("do", "save")
        if does == "reopen":
            after = self._changed(told, lambda one: review.reopen(one, told.key, by=told.person, now=_now()))
            return _to(f"{address(after, after.item(told.key), told.view)}#figure")
        if does == "reject":
            return self._rejected(told, item)
        return self._saved(told, item, does)

    def _rejected(self, told: Sent, item: Item) -> Response:
        if item.is_waiting and not told.may_accept and told.person != (item.proposed_by or item.by):
            raise RefusedError("what somebody else proposed is turned down by a reviewer")
        reason, version = told.given.get("reason", ""), told.version
        after = self._changed(
            told, lambda one: review.reject(one, told.key, reason, by=told.person, now=_now(), version=version)
        )
        return _to(next_address(after, after.item(told.key), told.view))

    def _saved(self, told: Sent, before: Item, does: str) -> Response:
        """Saved, then accepted or proposed if nothing new is found: what the checks say is shown before that."""
        typed, version, say = self._typed(told), told.version, told.view.language.say
        after = self._changed(
            told, lambda one: review.change(one, told.key, typed, by=told.person, now=_now(), version=version)
        )
        item = after.item(told.key)
        if does not in {"accept", "propose"}:
            return self._bench(told, after, item, said=say("Saved."))
        if item.version != before.version and self._findings(after, item, told):
            then = say("Look at what the checks find, then accept.")
            if does == "propose":
                then = say("Look at what the checks find, then propose.")
            return self._bench(told, after, item, said=then)
        done = review.accept if does == "accept" else review.propose
        after = done(
            self.live.store, self.reviews, told.name, told.key, by=told.person, now=_now(), version=item.version
        )
        item = after.item(told.key)
        is_last = not any(other.is_open for other in after.items)
        return _to(f"{address(after, item, told.view)}#figure" if is_last else next_address(after, item, told.view))

    def _changed(self, told: Sent, changed: Callable[[Review], Review]) -> Review:
        return self.reviews.change(told.name, changed)

    def _typed(self, told: Sent) -> dict[str, str]:
        return {name: told.given[name].replace("\r\n", "\n").strip() for name in (*NAMES, FILED) if name in told.given}

    def _conflict(self, told: Sent, problem: str) -> Response:
        """What somebody typed stands in the form still; what became of the figure meanwhile is said above it."""
        stands = self.reviews.get(told.name)
        item = stands.item(told.key)
        if item.is_open:
            item = replace(item, changes=item.changes | self._typed(told))
        return self._bench(told, stands, item, problem=problem, status=409)

    def _bench(
        self,
        told: Sent,
        one: Review,
        item: Item | None,
        *,
        problem: str = "",
        said: str = "",
        notice: str = "",
        status: int = 200,
    ) -> Response:
        shown = self._shown(one, item, told, problem, said) if item else None
        asked = told.view.having(item=item.key if item else "")
        content = bench_page(one, shown, self._catalogue, asked, told.secret, notice, may_propose=told.may_propose)
        title = one.about.get("title") or told.view.language.say("Read a report")
        return _sent(content, replace(told, view=asked), f"{PATH}/{one.id}", title=title, status=status)

    def _shown(self, one: Review, item: Item, told: Sent, problem: str, said: str) -> Shown:
        shown = Shown(item, (), (), problem, said, told.rights)
        if not item.is_open:
            return shown
        try:
            matches = self._matches.matches(review.proposed(one, item))
            return replace(shown, matches=review.others(matches, item.stands), findings=self._findings(one, item, told))
        except TrackerError as wrong:
            return replace(shown, problem=problem or told.view.language.told(wrong))

    def _findings(self, one: Review, item: Item, told: Sent) -> list[Finding]:
        """What accepting the figure as it stands would bring."""
        try:
            rows = review.rows_of(one, item, self._matches, by=told.person, now=_now())
        except RefusedError:
            return []  # it is not complete; accepting says so
        return checks.brought_by(rows, self.live.store) if rows else []

    @property
    def _catalogue(self) -> Catalogue:
        return self.live.catalogue()

    @property
    def _matches(self) -> Matcher:
        """The matcher of the data as they are now, kept for as long as they are."""
        catalogue = self._catalogue
        if self._matcher is None or self._matcher[0] != catalogue.version:
            self._matcher = (catalogue.version, Matcher(catalogue))
        return self._matcher[1]


def _span(one: Review, given: Mapping[str, str]) -> tuple[int, int]:
    """Where the marked words stand: as the browser counted, else the first place that is not a figure yet."""
    start, end = given.get("start", ""), given.get("end", "")
    if start.isdigit() and end.isdigit():
        return int(start), int(end)
    words = given.get("words", "")[:LONGEST].split()
    if not words:
        raise RefusedError("mark some words of the text first, or write them as they stand there")
    taken = {item.span for item in one.items}
    found = [place.span() for place in re.finditer(r"\s+".join(map(re.escape, words)), one.text)]
    free = [span for span in found if span not in taken]
    if not free:
        raise RefusedError("these words do not stand in the text: write them letter for letter")
    return free[0]


def _sent(content: Component, told: Sent, path: str, *, title: str, status: int) -> Response:
    """A page under the name of whoever asked for it."""
    named = with_standing(content, told.view, person=told.person, role=told.role, way=told.way, secret=told.secret)
    return sent(named, told.view, path, title=title, status=status)


def _to(place: str) -> Response:
    return RedirectResponse(place, 303)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
