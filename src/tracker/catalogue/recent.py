"""Results asked for lately, kept until they take too much memory."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

import pandas as pd

LIMIT = 64_000_000  # bytes, by pandas' own count


class Recent:
    """Frames by what was asked. Safe for threads; the caller must not hand out a frame itself, only a copy of it."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit, self._size = limit, 0
        self._frames: OrderedDict[Hashable, tuple[pd.DataFrame, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: Hashable) -> pd.DataFrame | None:
        """The frame kept for a question, which thereby counts as asked again."""
        with self._lock:
            if asked not in self._frames:
                return None
            self._frames.move_to_end(asked)
            return self._frames[asked][0]

    def keep(self, asked: Hashable, frame: pd.DataFrame) -> None:
        """Keep a frame, and forget those not asked for longest; one that alone is too large is not kept."""
        size = int(frame.memory_usage(index=False, deep=True).sum()) + 1000
        if size > self._limit // 4:
            return
        with self._lock:
            self._size += size - self._frames.pop(asked, (None, 0))[1]
            self._frames[asked] = (frame, size)
            while self._size > self._limit:
                self._size -= self._frames.popitem(last=False)[1][1]
