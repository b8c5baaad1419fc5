"""What the description of an address says of its answers: the good one with an example, and each way to be refused."""

from __future__ import annotations

from typing import Any

from fastapi.responses import Response

NEAR = "there is no claimant 'unisef'. Did you mean 'unicef'?"


def answers(good: str, content: dict[str, Any], *, missing: str = "", near: str = NEAR) -> dict[str, Any]:
    """Keywords for a route. `missing` is what an unknown id would be of; `near` is a refusal as an example."""
    told: dict[int | str, dict[str, Any]] = {
        200: {"description": good, "content": content},
        304: {"description": "You hold the newest already"},
        422: {"description": "A parameter cannot be answered; one sentence says which and why", **_detail(near)},
        503: {"description": "The tables cannot be read; one sentence names file, row and column"},
    }
    if missing:
        absent = f"There is no {missing} 'nobody'."
        told[404] = {"description": f"There is no such {missing}", **_detail(absent)}
    return {"response_class": Response, "responses": told}


def _detail(sentence: str) -> dict[str, Any]:
    return {"content": {"application/json": {"example": {"detail": sentence}}}}
