"""A request that cannot be answered gets one clear sentence: {"detail": "..."}."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from tracker.errors import DataError, TrackerError


def install(outer: FastAPI) -> None:
    """Say what is wrong with a request (422) or with the data (503)."""
    outer.add_exception_handler(RequestValidationError, _malformed)
    outer.add_exception_handler(DataError, _broken)
    outer.add_exception_handler(TrackerError, _refused)


def _refused(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": str(error)}, 422)


def _broken(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"detail": f"The data cannot be read: {error}"}, 503)


def _malformed(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return JSONResponse({"detail": _sentence(error.errors())}, 422)


def _sentence(problems: Sequence[dict[str, Any]]) -> str:  # pydantic's own shape
    """The first problem in words; a misspelt name of a parameter is said first, as it often causes the others."""
    first = next((one for one in problems if one["type"] == "extra_forbidden"), problems[0])
    name = first["loc"][-1]
    if first["type"] == "extra_forbidden":
        return f"There is no parameter {name!r}; /api/openapi.json lists those there are."
    return f"{name} is {str(first['input'])[:100]!r}: {first['msg'][:1].lower()}{first['msg'][1:]}"
