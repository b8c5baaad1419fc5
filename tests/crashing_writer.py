"""A process that appends claims to a folder, says which were acknowledged, and dies where it is told to.

python crashing_writer.py FOLDER NAME FIRST COUNT       append, printing each id once its append returned
python crashing_writer.py FOLDER NAME FIRST COUNT STEP  die at the STEPth write, fsync, truncate or unlink
"""

from __future__ import annotations

import itertools
import os
import signal
import sys
from pathlib import Path
from typing import Any

from factories import citation, observation

from tracker.store import Store


def claim(name: str) -> dict[str, list[dict[str, Any]]]:
    """One claim and the citation that carries it: they must be written together or not at all."""
    return {
        "observations": [observation(name, note="quoted, “in the past week”")],
        "citations": [citation(f"{name}-cited", observation_id=name)],
    }


def die_at(step: int) -> None:
    """Let the process kill itself at its nth step towards the disk; a write is left half done."""
    steps = itertools.count(1)

    def deadly(function: Any, is_write: bool = False) -> Any:
        def run(*arguments: Any, **more: Any) -> Any:
            if next(steps) == step:
                if is_write:
                    function(arguments[0], arguments[1][: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **more)

        return run

    os.write, os.fsync, os.unlink = deadly(os.write, is_write=True), deadly(os.fsync), deadly(os.unlink)
    Path.unlink = deadly(Path.unlink)  # type: ignore[method-assign]


def main(folder: str, name: str, first: str, count: str, step: str = "") -> None:
    store = Store(folder)
    if step:
        die_at(int(step))
    for number in range(int(first), int(count)):
        store.append(claim(f"{name}-{number}"))
        sys.stdout.write(f"{name}-{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
