"""An HTML page as an article: its own words without menus, its date with what the date rests on."""

from __future__ import annotations

import logging
import re
from html import unescape
from html.parser import HTMLParser

SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "nav", "footer", "aside", "form", "button"}
)
BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "td", "article", "section", "blockquote"}
)
LONGEST_TAG = 20_000  # characters: longer ones are cut, since thousands of attributes hang every parser
_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}>" % LONGEST_TAG)
_BARE = re.compile(r"(?:<[^<>]{0,20000}>\s*)+")
_METADATA = re.compile(r"<meta\b[^>]{0,600}>|<script[^>]{0,200}ld\+json[^>]{0,200}>.{0,60000}?</script>", re.I | re.S)


def parsed(content: bytes) -> dict[str, str]:
    """Text and metadata of a page, by trafilatura."""
    import trafilatura

    logging.disable(logging.CRITICAL)
    content = _TAG.sub(_shortened, content)
    document = trafilatura.bare_extraction(
        content,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"original_date": True, "extensive_search": True},
    )
    found = {} if document is None else document if isinstance(document, dict) else document.as_dict()
    text, day, url = (str(found.get(key) or "") for key in ("text", "date", "url"))
    if not text:
        return stripped(content)
    page = content.decode("utf-8", "replace")
    return {
        "text": text,
        "title": str(found.get("title") or ""),
        "author": str(found.get("author") or ""),
        "publisher": str(found.get("sitename") or ""),
        "published_on": day[:10],
        "basis": _basis(day[:10], page, url),
        "language": _declared_language(page) or str(found.get("language") or ""),
        "url": url,
    }


def stripped(content: bytes) -> dict[str, str]:
    """The words of a page with its tags taken off: what is left where a parser gives up."""
    reader = _Words()
    page = _TAG.sub(_shortened, content).decode("utf-8", "replace")
    reader.feed(page)
    text, title = reader.text(), " ".join(reader.title.split())
    if not text:  # such as a page whose title is never closed, and so takes everything in
        text, title = _BARE.sub("\n", _without_scripts(page)), ""
    return {"text": text, "title": title, "language": _declared_language(page)}


def _without_scripts(page: str) -> str:
    """The page without its scripts and styles, found one after another so that unclosed ones cost nothing."""
    kept, start, lower = [], 0, page.lower()
    for opening in re.finditer(r"<(script|style)\b", page, re.I):
        if opening.start() < start:
            continue
        end = lower.find(f"</{opening[1].lower()}", opening.end())
        if end < 0:
            break
        kept.append(page[start : opening.start()])
        start = end
    return "".join(kept) + page[start:]


def _shortened(tag: re.Match[bytes]) -> bytes:
    name = re.match(rb"<([a-zA-Z0-9]+)", tag.group())
    return b"<" + name[1] + b">" if name else b""


def _basis(day: str, page: str, url: str) -> str:
    """What a date rests on: the page's metadata, its address, or else what it prints."""
    if not day:
        return ""
    if any(day in match.group() for match in _METADATA.finditer(page[:400_000])):
        return "metadata"
    return "url" if day.replace("-", "/") in url or day in url else "printed"


def _declared_language(page: str) -> str:
    match = re.search(r"<html\b[^>]{0,300}?\blang\s*=\s*[\"']?([a-zA-Z]{2})\b", page[:20_000], re.I)
    return match[1].lower() if match else ""


class _Words(HTMLParser):
    """Collects the words between tags, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self._parts: list[str] = []
        self._skipped = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a line with a block, and skips what is no text."""
        self._skipped += tag in SKIPPED
        self._in_title = tag == "title"
        if tag in BLOCKS:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Ends what was skipped."""
        self._skipped = max(0, self._skipped - (tag in SKIPPED))
        self._in_title = False
        if tag in BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        if self._in_title:
            self.title += data
        elif not self._skipped:
            self._parts.append(data)

    def text(self) -> str:
        """The words, with empty lines taken out."""
        lines = (" ".join(line.split()) for line in unescape("".join(self._parts)).split("\n"))
        return "\n".join(line for line in lines if line)
