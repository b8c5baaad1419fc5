"""A program that asks the server over HTTP, without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import httpx
from starlette.types import ASGIApp


class Visitor:
    """One server, asked one request at a time or several at once. Accepts plain answers unless it says otherwise."""

    def __init__(self, server: ASGIApp) -> None:
        self._transport = httpx.ASGITransport(server, raise_app_exceptions=False)

    def get(self, path: str, *, method: str = "GET", **headers: str) -> httpx.Response:
        """The answer; headers are named as in Python, `accept_encoding="br"`."""
        return self.together([path], method=method, **headers)[0]

    def together(self, paths: Iterable[str], *, method: str = "GET", **headers: str) -> list[httpx.Response]:
        """The answers to requests made at once."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = self._asked(list(paths), method, {"accept-encoding": "identity", **given})
        with ThreadPoolExecutor(1) as thread:  # a browser's tests in this process have a loop of their own here
            return thread.submit(asyncio.run, asked).result()

    async def _asked(self, paths: list[str], method: str, headers: dict[str, str]) -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=self._transport, base_url="http://figures.test") as client:
            return await asyncio.gather(*(client.request(method, path, headers=headers) for path in paths))
