"""Where a request comes from: a page of ours or another site, and whether it asks for this machine by its own name."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from fastapi import Request


def is_from_here(request: Request) -> bool:
    """Whether a form was sent from a page of this very site, as far as the browser says."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or origin == f"{request.url.scheme}://{request.headers.get('host', '')}"


def names_this_machine(request: Request) -> bool:
    """Whether the address in the browser is one of loopback. Another name may have been rebound to it by a stranger."""
    try:
        return is_loopback(urlsplit(f"//{request.headers.get('host', '')}").hostname or "")
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    """Whether a host can only be reached from this machine: localhost, or an address of loopback. No name is asked."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
