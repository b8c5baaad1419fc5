"""Who really is at the other end of the line, noted before headers of a proxy put another address in its place."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

_PEER = "tracker.peer"


class Peers:
    """An application told of both: the peer that connects, and the client that a trusted proxy says it speaks for."""

    def __init__(self, app: ASGIApp, proxies: Sequence[str]) -> None:
        """`proxies` are the addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are believed."""
        self._app = ProxyHeadersMiddleware(app, list(proxies))  # type: ignore[arg-type]  # uvicorn's names for ASGI

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            scope = {**scope, _PEER: (scope.get("client") or ("", 0))[0]}
        await self._app(scope, receive, send)  # type: ignore[arg-type]


def is_peer_of(request: Request, proxies: Sequence[str]) -> bool:
    """Whether a request was handed over by one of these addresses or networks."""
    peer = _address(peer_of(request))
    return peer is not None and any(peer in ipaddress.ip_network(proxy, strict=False) for proxy in proxies)


def peer_of(request: Request) -> str:
    """The address that connects, whatever headers say."""
    return str(request.scope.get(_PEER) or (request.client.host if request.client else ""))


def client_of(request: Request) -> str:
    """The address somebody asks from, as one key for all that one subscriber of IPv6 has."""
    host = request.client.host if request.client else ""
    address = _address(host)
    return str(ipaddress.ip_network(f"{address}/64", strict=False)) if address and address.version == 6 else host


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """An address; one of IPv4 that comes as IPv6 is of IPv4."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    return (address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None) or address
