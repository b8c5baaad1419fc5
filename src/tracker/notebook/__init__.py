"""The tables as a notebook sees them: the same frames and charts from a folder and from a running tracker."""

from __future__ import annotations

import os

from .local import Folder
from .remote import Server
from .tables import Tables

__all__ = ["Tables", "opened"]


def opened(where: str | os.PathLike[str]) -> Tables:
    """The tables of a folder, or those that an http or https address serves. Raises TrackerError for neither."""
    place = os.fspath(where)
    return Tables(Server(place) if place.startswith(("http://", "https://")) else Folder(place))
