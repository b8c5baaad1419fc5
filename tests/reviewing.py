"""The addresses of reviews without the rest of the server, and somebody who sends forms there as a browser does."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx
from fastapi import FastAPI
from starlette.types import ASGIApp

from dashboard.access import Access, Tokened
from dashboard.review import install
from tracker.catalogue import Live
from tracker.review import Review, Reviews, folder_for
from tracker.store import Store

ORIGIN = "http://127.0.0.1"


class Client:
    """What a browser keeps between requests: cookies. Redirects are followed unless told otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.cookies = app, httpx.Cookies()

    def get(self, path: str, **more: object) -> httpx.Response:
        return self._ask("GET", path, more)

    def post(self, path: str, **more: object) -> httpx.Response:
        return self._ask("POST", path, more)

    def _ask(self, method: str, path: str, more: dict[str, object]) -> httpx.Response:
        with ThreadPoolExecutor(1) as thread:  # a browser's tests in this process have a loop of their own here
            return thread.submit(asyncio.run, self._asked(method, path, more)).result()

    async def _asked(self, method: str, path: str, more: dict[str, object]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=self.cookies) as client:
            answer = await client.request(method, path, **{"follow_redirects": True, **more})  # type: ignore[arg-type]
            self.cookies = client.cookies
            return answer


@dataclass
class Visitor:
    """One browser. `access` is the rule of the server it stands before."""

    store: Store
    access: Access
    client: Client
    secret: str = ""

    def enter(self) -> httpx.Response:
        """Open the printed address."""
        assert isinstance(self.access, Tokened)
        answer = self.client.get(f"/review?token={self.access.token}")
        self.secret = _secret(answer.text)
        return answer

    def send(self, path: str, **fields: str) -> httpx.Response:
        """Send a form from a page of this site; where it leads to is followed."""
        return self.client.post(path, data={"secret": self.secret, **fields})

    def read(self, text: str, **about: str) -> Review:
        """Paste a text and confirm its document."""
        begun = self.begin(text)
        self.send(f"/review/{begun.id}/about", **about)
        return self.review()

    def cited(self) -> list[dict[str, str]]:
        """The citations that somebody accepted."""
        return [row for _, row in self.store.raw("citations") if row["reviewed_by"]]

    def begin(self, text: str) -> Review:
        """Paste a text."""
        self.send("/review/begin", text=text)
        return self.review()

    def review(self) -> Review:
        """The only review there is, or the newest."""
        return next(iter(self.reviews()))

    def reviews(self) -> Reviews:
        """All that are kept."""
        return Reviews(folder_for(self.store.folder))


def visitor(folder: Path, access: Access, server: ASGIApp | None = None) -> Visitor:
    """Somebody before a server of this folder; give the server of another visitor to share it."""
    store = Store(folder)
    app = server or _reviews_only(store, access)
    return Visitor(store, access, Client(app))


def _reviews_only(store: Store, access: Access) -> ASGIApp:
    outer = FastAPI()
    install(outer, Live(store), Reviews(folder_for(store.folder)), access)
    return outer


def _secret(page: str) -> str:
    found = re.search(r'name="secret"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="secret"', page)
    return unescape(next(filter(None, found.groups()), "")) if found else ""


def key_of(review: Review, words: str) -> str:
    """The figure printed in these words."""
    return next(item.key for item in review.items if review.text[slice(*item.span)] == words)
