"""Who may read and change reviews: four rules by which a server lets people in, and the guards around every form."""

from __future__ import annotations

from .accounted import Accounted
from .attempts import WaitError
from .opening import Editing, rule
from .origin import is_from_here
from .peers import Peers
from .proxied import Proxied
from .rule import Access, Closed, Forbidden, Way
from .sessions import COOKIE, LASTS, Sessions
from .tokened import Tokened

__all__ = [
    "COOKIE",
    "LASTS",
    "Access",
    "Accounted",
    "Closed",
    "Editing",
    "Forbidden",
    "Peers",
    "Proxied",
    "Sessions",
    "Tokened",
    "WaitError",
    "Way",
    "is_from_here",
    "rule",
]
