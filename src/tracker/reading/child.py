"""The process in which files are parsed: it limits itself first, reads the file from its input, and answers in JSON."""

from __future__ import annotations

import json
import sys


def main(kind: str, memory: int, seconds: int) -> dict[str, str]:
    """What was found in the bytes at the input, or why nothing was."""
    _limit(memory, seconds)
    content = sys.stdin.buffer.read()
    try:
        return _parse(kind, content)
    except MemoryError:
        return {"failed": "memory"}
    except ImportError:
        return {"failed": "missing"}


def _parse(kind: str, content: bytes) -> dict[str, str]:
    if kind == "stripped":
        from .webpage import stripped

        return stripped(content)
    if kind == "pdf":
        from .pdf import parsed

        return parsed(content)
    from .webpage import parsed as page

    return page(content)


def _limit(memory: int, seconds: int) -> None:
    """Limits memory and time for this process, so that a hostile file ends it and not the one that asked."""
    try:
        import resource
    except ImportError:  # not on Windows, where only the time that the caller waits is limited
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    found = main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.buffer.write(json.dumps(found).encode())
