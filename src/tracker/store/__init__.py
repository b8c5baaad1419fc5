"""The files under data/: read them as text, append to them safely, repair them after a crash."""

from .folder import Appended, Store

__all__ = ["Appended", "Store"]
