"""The open data and the images of charts, for other programs: addresses that keep their meaning."""

from __future__ import annotations

from fastapi import FastAPI

from tracker.catalogue import Live

from . import (
    agreement,
    charts,
    cite,
    data,
    drawn,
    embed,
    feeds,
    headlines,
    health,
    missing,
    oembed,
    reference,
    refusals,
    release,
    revisions,
    unfolding,
)

__all__ = ["install"]


def install(outer: FastAPI, live: Live) -> None:
    """Put every address of ours on the server; what it mounts afterwards gets the rest."""
    # The missing last: they answer what no other did.
    for part in (
        health,
        data,
        drawn,
        agreement,
        headlines,
        revisions,
        unfolding,
        release,
        feeds,
        charts,
        cite,
        embed,
        oembed,
        reference,
        missing,
    ):
        outer.include_router(part.router(live))
    refusals.install(outer)
