"""The whole server: open data and images outside, the pages inside, safe and small on their way out."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import flask
import uvicorn
from a2wsgi import WSGIMiddleware
from dash import Dash
from fastapi import FastAPI
from starlette.types import ASGIApp

import tracker
from tracker.audit import audit_for
from tracker.catalogue import Live
from tracker.errors import TrackerError
from tracker.review import Reviews, folder_for
from tracker.store import Store

from . import api, review
from .access import Access, Closed, Editing, Peers, Tokened, Way, rule
from .app import create_app
from .serving import fonts
from .serving.bundles import FOREVER, Bundles
from .serving.compression import Compressed
from .serving.folder import build_folder
from .serving.heads import Heads
from .serving.security import Secured
from .serving.tagged import Tagged

WORKERS = 8  # threads for pages; the machine's cores are shared by them, and waiting for the disk is not


def create_server(store: Store, *, built: Path | None = None, access: Access | None = None) -> ASGIApp:
    """The server of a store. `built` is the folder that holds what the web build made.

    `access` says who may write; nobody may if it is not given.
    """
    live = Live(store)
    live.catalogue()  # now, so that broken files are said at once and the first reader does not wait
    return around(create_app(live), live, built or build_folder(), access or Closed())


def around(pages: Dash, live: Live, built: Path, access: Access) -> ASGIApp:
    """The pages, with the open data, the images, the fonts and the headers around them."""
    outer = FastAPI(
        title="Humanitarian Figures Tracker",
        version=tracker.__version__,
        description="Figures cited in reporting on crises, as sourced and dated claims. Data: CC BY 4.0.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's pages for readers load their scripts from another host
        redoc_url=None,
    )
    outer.include_router(fonts.router(built / "fonts"))
    api.install(outer, live)
    review.install(outer, live, Reviews(folder_for(live.store.folder), audit_for(live.store.folder)), access)
    pages.server.after_request(_keep_fingerprinted)
    _awaken(pages)
    outer.mount("/", cast(ASGIApp, WSGIMiddleware(pages.server, workers=WORKERS)))  # it has its own names for ASGI
    return Heads(Secured(Compressed(Tagged(Bundles(outer, built), live.store)), pages.csp_hashes))


def _keep_fingerprinted(answer: flask.Response) -> flask.Response:
    """Let browsers keep our style sheets and scripts: Dash puts the time of their last change into their address."""
    is_asset = flask.request.path.startswith("/assets/") and "m" in flask.request.args
    if is_asset and answer.status_code in {200, 304}:
        answer.headers["Cache-Control"] = FOREVER
    return answer


def _awaken(pages: Dash) -> None:
    """Make the first request ourselves: Dash sets itself up during it, and fails a second one that comes meanwhile."""
    pages.server.test_client().get("/_dash-dependencies")


def serve(
    store_folder: Path | str,
    host: str = "127.0.0.1",
    port: int = 8050,
    *,
    editing: Editing | None = None,
    proxies: Sequence[str] = (),
) -> None:
    """Serve a data folder until Ctrl+C. Raises TrackerError where the folder or the port are not to be had.

    It only shows, unless `editing` says how it is opened for changes. `proxies` are believed when they say for whom
    they speak, and whether by https; without any, uvicorn's own choice: this machine, or FORWARDED_ALLOW_IPS.
    """
    store = Store(store_folder)
    access = rule(editing, host, store_folder) if editing else Closed()
    for sentence in store.repaired:
        print(f"Repaired {sentence}", file=sys.stderr)  # noqa: T201  (this is the command's own output)
    believed = proxies or re.split(r"[\s,]+", os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1"))
    with _listening(host, port) as listener:
        address = _address(host, listener)
        server = _Announced(
            uvicorn.Config(
                Peers(create_server(store, access=access), believed),
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,  # `Peers` does that, and keeps who really connects
                lifespan="off",
            ),
            f"Serving the figures of {store_folder} on {address} (Ctrl+C stops it){_how_to_write(access, address)}",
        )
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def _how_to_write(access: Access, address: str) -> str:
    """What to do to read reports, for the one who started the server. The token is said here and nowhere else."""
    if isinstance(access, Tokened):
        return f"\nTo read reports, open {address}/review?token={access.token}"
    if access.way is Way.LOGIN:
        return f"\nTo read reports, sign in at {address}/review (passwords need https: put a proxy in front)"
    if access.way is Way.PROXY:
        return "\nTo read reports, open /review through the proxy"
    return ""


class _Announced(uvicorn.Server):
    """A server that says one line when it is ready."""

    def __init__(self, config: uvicorn.Config, line: str) -> None:
        super().__init__(config)
        self._line = line

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(self._line, flush=True)  # noqa: T201


def _listening(host: str, port: int) -> socket.socket:
    """The port, taken before anything slow is done."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=2048)
    except OSError as problem:
        is_about_name = isinstance(problem, socket.gaierror)  # its numbers are not the system's
        reason = problem.strerror if is_about_name else os.strerror(problem.errno or 0)
        raise TrackerError(f"{host} port {port} cannot be used: {reason}. Choose another with --port") from None


def _address(host: str, listener: socket.socket) -> str:
    """What to type into a browser here."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{listener.getsockname()[1]}"
