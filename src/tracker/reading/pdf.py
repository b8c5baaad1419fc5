"""A PDF as an article: the words of its pages in reading order, with broken lines joined again."""

from __future__ import annotations

import io
import logging
import re

MOST_PAGES = 400
MOST_TEXT = 2_000_000  # characters
_ENDS = re.compile(r"[.!?:;؟]\s*$")


def parsed(content: bytes) -> dict[str, str]:
    """Text and metadata of a PDF, by pypdf."""
    import pypdf
    from pypdf.errors import PdfReadError

    logging.disable(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"failed": "encrypted"}
        return {"text": _text(reader), **_metadata(reader)}
    except (PdfReadError, RecursionError, ValueError, KeyError, TypeError) as problem:
        return {"failed": f"it is damaged ({type(problem).__name__})"}


def _text(reader: object) -> str:
    pages, length = [], 0
    for number, page in enumerate(reader.pages):  # type: ignore[attr-defined]
        if number >= MOST_PAGES or length > MOST_TEXT:
            break
        text = joined(page.extract_text() or "")
        pages.append(text)
        length += len(text)
    return "\n\n".join(pages)


def joined(text: str) -> str:
    """Lines that a page broke, joined: a line goes on where the next begins in lower case or it ends in mid-word."""
    lines: list[str] = []
    for line in (" ".join(raw.split()) for raw in text.split("\n")):
        if not line:
            continue
        if lines and lines[-1].endswith("-") and line[0].islower():
            lines[-1] = lines[-1][:-1] + line
        elif lines and _goes_on(lines[-1], line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _goes_on(before: str, line: str) -> bool:
    if _ENDS.search(before):
        return False
    return line[0].islower() or line[0].isdigit() or (len(before) > 60 and line[0].isalpha())


def _metadata(reader: object) -> dict[str, str]:
    about = reader.metadata  # type: ignore[attr-defined]
    if about is None:
        return {}
    made = about.creation_date
    return {
        "title": str(about.title or ""),
        "author": str(about.author or ""),
        "published_on": made.date().isoformat() if made else "",
        "basis": "metadata" if made else "",
    }
