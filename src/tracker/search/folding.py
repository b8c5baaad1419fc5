"""One spelling for all that readers type and documents print: accents, case, digits and Arabic letter forms folded."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark, but readers do.
_ALIKE = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ە": "ه",
        "ء": None,
        "ـ": None,  # the stroke that only stretches a word
    }
)
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:ال)+(?=\w{3})")  # "the" is written together with the word: المستشفيات finds مستشفيات
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff])")  # Chinese and Japanese put no space between words


def fold(text: str) -> tuple[str, ...]:
    """The words of a text in their one spelling: `fold("Alèp، ٢٥٠")` is `("alep", "250")`."""
    apart = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    plain = "".join(_digit(letter) for letter in apart if not unicodedata.combining(letter))
    spaced = _UNSPACED.sub(r" \1 ", unicodedata.normalize("NFC", plain))
    return tuple(_ARTICLE.sub("", word) for word in _WORD.findall(spaced))


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter, letter))
