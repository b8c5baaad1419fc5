"""A file as an article: its text with title, publisher, author, date and language, read in a process with limits."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import dataclass

from ..errors import TrackerError
from .guessing import language_of

HTML, PDF, TEXT = "html", "pdf", "text"
LARGEST = 20_000_000  # bytes of a file
LONGEST = 2_000_000  # characters of a text that are kept
SECONDS = 20  # for one file, in the process that parses it
MEMORY = 2_000_000_000  # bytes of that process
ADDRESS = re.compile(r"^\s*https?://\S+\s*$")
_REASONS = {
    "time": "it takes longer than {seconds} seconds to parse",
    "memory": "it needs more than {gigabytes:g} GB of memory to parse",
    "encrypted": "it is locked with a password",
    "missing": "the packages that parse it are not installed: pip install 'humanitarian-figures-tracker[reading]'",
}


@dataclass(frozen=True)
class Article:
    """What a file says of itself and its text. Blank is not found; the warnings say what a person should look at."""

    text: str
    kind: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published_on: dt.date | None = None
    published_on_basis: str = ""  # one of our vocabulary: printed, metadata, url
    language: str = ""
    url: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The fingerprint of the text, which says that two readings read the same."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def read_article(content: bytes, *, name: str = "the file") -> Article:
    """The article in the bytes of an HTML page, a PDF or a plain text. Nothing is fetched from anywhere."""
    if len(content) > LARGEST:
        raise TrackerError(
            "{name} has {n:,} bytes, more than the {most:,} that are read: cut it down",
            name=name,
            n=len(content),
            most=LARGEST,
        )
    if ADDRESS.match(content[:4000].decode("utf-8", "replace")):
        raise TrackerError(
            "{name} holds only an address. Pages are not fetched: save the page and read its file", name=name
        )
    kind = kind_of(content)
    if kind == TEXT:
        return _finished(Article(_decoded(content), TEXT), content)
    try:
        return _finished(_article(_parsed(content, kind, name), kind), content)
    except _ParseError as problem:
        if kind == PDF:
            raise TrackerError(
                "{name} could not be read: {problem}. Copy its text into a file instead", name=name, problem=problem
            ) from None
        plain = _article(_parsed(content, "stripped", name), HTML)
        return _finished(plain, content, f"Read by taking off the tags, since {problem}: check where the text begins.")


def kind_of(content: bytes) -> str:
    """What bytes are: `pdf`, `html` or `text`."""
    head = content[:4000].lstrip()
    if head.startswith(b"%PDF-"):
        return PDF
    return HTML if re.search(rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta)\b", head, re.I) else TEXT


class _ParseError(Exception):
    """Why the other process could not parse the file."""


def _parsed(content: bytes, kind: str, name: str) -> dict[str, str]:
    """What the other process made of the file."""
    command = [sys.executable, "-m", "tracker.reading.child", kind, str(MEMORY), str(SECONDS)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS + 5, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise _ParseError(_reason("time")) from None
    if done.returncode < 0:  # killed: by the limit on its time, or by the system for want of memory
        raise _ParseError(_reason("time"))
    try:
        found: dict[str, str] = json.loads(done.stdout)
    except ValueError:
        raise _ParseError(_reason("memory")) from None
    if found.get("failed") == "missing":
        raise TrackerError("{name} cannot be read: {problem}", name=name, problem=_reason("missing"))
    if "failed" in found:
        raise _ParseError(_reason(found["failed"]))
    return found


def _reason(code: str) -> str:
    return _REASONS.get(code, code).format(seconds=SECONDS, gigabytes=MEMORY / 1e9)


def _article(found: dict[str, str], kind: str) -> Article:
    day = found.get("published_on", "")
    return Article(
        text=found.get("text", ""),
        kind=kind,
        title=found.get("title", ""),
        publisher=found.get("publisher", ""),
        author=found.get("author", ""),
        published_on=dt.date.fromisoformat(day) if day else None,
        published_on_basis=found.get("basis", "") if day else "",
        language=found.get("language", ""),
        url=found.get("url", ""),
    )


def _finished(article: Article, content: bytes, *warnings: str) -> Article:
    """The article with its language, and with what a person should look at."""
    text = article.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    said = list(warnings)
    if len(text) > LONGEST:
        said.append(f"Only the first {LONGEST:,} of {len(text):,} characters were kept.")
        text = text[:LONGEST]
    if not text:
        said.append("No text was found: a scanned page, or one that is filled in by scripts. Paste its text instead.")
    elif article.kind == HTML and len(text) < 200 < len(content) // 50:
        said.append("Little text was found for the size of the page: check that it is all there.")
    if article.published_on is None:
        said.append("No date of publication was found: give one, since times such as “since Friday” hang on it.")
    elif article.published_on > dt.date.today():
        said.append(f"The date found, {article.published_on}, lies in the future: check it.")
    return Article(
        text,
        article.kind,
        article.title,
        article.publisher,
        article.author,
        article.published_on,
        article.published_on_basis,
        article.language or language_of(text),
        article.url,
        tuple(said),
    )


def _decoded(content: bytes) -> str:
    """Text in the encoding it declares by its first bytes, else UTF-8, else the Windows one of its script."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        arabic = content.decode("cp1256", "replace")
        is_arabic = sum("\u0600" <= letter <= "\u06ff" for letter in arabic[:4000]) > len(arabic[:4000]) // 5
        return arabic if is_arabic else content.decode("cp1252", "replace")
