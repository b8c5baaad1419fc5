"""How often somebody may guess: so many wrong passwords for one name, and from one address, then a wait."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict, deque

from .sessions import Clock

OF_NAME, OF_ADDRESS = 10, 30  # an office has one address for many people
WITHIN = 15 * 60  # seconds
MOST = 20_000  # names and addresses remembered: the longest quiet are forgotten first


class WaitError(Exception):
    """Too many tries. `seconds` is how long until the next."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many tries: wait {seconds} s")
        self.seconds = seconds


class Attempts:
    """The wrong tries of the last quarter of an hour."""

    def __init__(self, clock: Clock = time.time) -> None:
        self._clock = clock
        self._tried: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, name: str, address: str) -> None:
        """Count a try, before it is known how it ends, so that tries made at once count too. Raises WaitError."""
        keys = {f"name {name}": OF_NAME, f"address {address}": OF_ADDRESS}
        with self._lock:
            now = self._clock()
            wait = max(self._wait(key, most, now) for key, most in keys.items())
            if wait > 0:
                raise WaitError(math.ceil(wait))
            for key in keys:
                self._tried.setdefault(key, deque()).append(now)
                self._tried.move_to_end(key)
            while len(self._tried) > MOST:
                self._tried.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """Forget the tries for a name whose password was given; of the address, only this one."""
        with self._lock:
            self._tried.pop(f"name {name}", None)
            if tried := self._tried.get(f"address {address}"):
                tried.pop()

    def _wait(self, key: str, most: int, now: float) -> float:
        tried = self._tried.get(key)
        if tried is None:
            return 0.0
        while tried and now - tried[0] >= WITHIN:
            tried.popleft()
        return tried[0] + WITHIN - now if len(tried) >= most else 0.0
