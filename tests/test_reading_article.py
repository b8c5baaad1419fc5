"""A saved page, a PDF or a plain text becomes an article; a hostile file is refused and nothing hangs."""

import datetime as dt
import json
import time
import zlib

import pytest

from tracker.errors import TrackerError
from tracker.reading import article, pdf, webpage
from tracker.reading.article import read_article
from tracker.reading.guessing import language_of

BODY = [
    "At least 96 children have been killed and 223 injured in eastern Aleppo since Friday, UNICEF said on Wednesday.",
    "The health system is crumbling with some 30 doctors left, hardly any equipment and ever more trauma cases.",
    "Six people were killed by shelling near a bread distribution centre on Wednesday, the monitoring group said.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
MENU = "<nav><a href='/'>Home</a></nav><div class='cookie'>We and our 842 partners store cookies.</div>"
RELATED = (
    "<aside><h3>Related</h3><a href='/a'>Death toll from blast rises to 81</a></aside><footer>1,204 comments</footer>"
)
ABOUT = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Aleppo: 96 children killed in a week",
    "datePublished": "2016-09-29T08:15:00+03:00",
    "dateModified": "2016-10-02T10:00:00Z",
    "author": [{"@type": "Person", "name": "Dana Example"}],
    "publisher": {"@type": "Organization", "name": "The Example Times"},
}


def page(head: str = "", *, lang: str = "en") -> bytes:
    title = "<title>Aleppo: 96 children killed in a week</title>"
    body = f"<body>{MENU}<article><h1>Aleppo: 96 children killed in a week</h1>{PARAGRAPHS}</article>{RELATED}</body>"
    return f"<!doctype html><html lang={lang}><head>{title}{head}</head>{body}</html>".encode()


def pdf_file(text: str, *, about: str = "", stream: bytes | None = None) -> bytes:
    """A PDF of one page, written by hand."""
    content = stream if stream is not None else f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    compressed = zlib.compress(content, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(compressed), compressed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {about} >>".encode(),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    tail = b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


@pytest.fixture(autouse=True)
def _parsers():
    pytest.importorskip("trafilatura", reason="the extra `reading` is not installed")
    pytest.importorskip("pypdf", reason="the extra `reading` is not installed")


def test_a_page_gives_its_text_without_menus_and_its_date_from_the_metadata():
    found = read_article(page(f"<script type='application/ld+json'>{json.dumps(ABOUT)}</script>"))
    assert all(sentence in found.text.replace("\n", " ") for sentence in BODY)
    assert "842 partners" not in found.text
    assert "rises to 81" not in found.text
    assert (found.title, found.author) == ("Aleppo: 96 children killed in a week", "Dana Example")
    assert (found.publisher, found.published_on_basis) == ("The Example Times", "metadata")
    assert (found.published_on, found.language, found.kind) == (dt.date(2016, 9, 29), "en", "html")
    assert found.warnings == ()


def test_a_page_without_a_date_says_so():
    found = read_article(page())
    assert found.published_on is None
    assert found.published_on_basis == ""
    assert any("since Friday" in warning for warning in found.warnings)


def test_a_broken_page_still_gives_its_words():
    broken = page().replace(b"</title>", b"").replace(b"</article>", b"<div>")
    assert BODY[0] in read_article(broken).text.replace("\n", " ")


def test_a_pdf_gives_its_text_and_what_it_says_of_itself():
    about = "/Title (Situation report) /Author (OCHA) /CreationDate (D:20160928120000Z)"
    found = read_article(pdf_file(BODY[0], about=about))
    assert BODY[0] in found.text
    assert (found.title, found.author, found.published_on) == ("Situation report", "OCHA", dt.date(2016, 9, 28))
    assert (found.kind, found.published_on_basis) == ("pdf", "metadata")


def test_lines_that_a_pdf_broke_are_joined():
    assert (
        pdf.joined("At least 96\nchildren were killed.\nUNICEF said.")
        == "At least 96 children were killed.\nUNICEF said."
    )
    assert pdf.joined("the hos-\npital") == "the hospital"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("96 أطفال قتلوا".encode(), "96 أطفال قتلوا"),
        ("قتل 96 طفلا في حلب".encode("cp1256"), "قتل 96 طفلا في حلب"),
        ("blessés à l’hôpital".encode("cp1252"), "blessés à l’hôpital"),
        ("killed".encode("utf-16"), "killed"),
    ],
)
def test_plain_text_is_read_in_its_encoding(content, text):
    assert read_article(content).text == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY[0], "en"),
        ("Au moins 96 enfants ont été tués dans la ville, selon les autorités.", "fr"),
        ("Al menos 96 niños murieron en la ciudad, según las autoridades.", "es"),
        ("قتل 96 طفلا في المدينة بحسب منظمة الصحة العالمية.", "ar"),
        ("12345", ""),
    ],
)
def test_the_language_is_told_by_small_words(text, language):
    assert language_of(text) == language


def test_an_address_is_not_fetched():
    with pytest.raises(TrackerError, match="save the page"):
        read_article(b"https://example.org/news")


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(TrackerError, match="cut it down"):
        read_article(b" " * (article.LARGEST + 1))


HOSTILE = {
    "nested": b"<html><body>" + b"<div>" * 100_000 + b"<p>At least 96 children were killed.</p>",
    "attributes": b"<html><p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">96 children were killed.</p>",
    "entities": b"<!DOCTYPE l [<!ENTITY a '" + b"lol" * 1000 + b"'>]><html><p>" + b"&a;" * 1000 + b"</p></html>",
    "outside": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x; 96 were killed.</p></html>',
    "open tags": b"<html>" + b"<script" * 20_000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_does_not_hang_the_reader(content, monkeypatch):
    monkeypatch.setattr(article, "SECONDS", 4)
    began = time.monotonic()
    try:
        found = read_article(content)
    except TrackerError:
        found = None
    assert time.monotonic() - began < 40
    assert found is None or "root:" not in found.text


def test_a_pdf_that_unpacks_into_too_much_is_refused_kindly(monkeypatch):
    monkeypatch.setattr(article, "MEMORY", 500_000_000)
    bomb = pdf_file("", stream=b" " * 300_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(TrackerError, match="Copy its text"):
        read_article(bomb, name="bomb.pdf")


def test_a_damaged_pdf_is_refused_kindly():
    with pytest.raises(TrackerError, match="Copy its text"):
        read_article(b"%PDF-1.4\nnothing of the kind")


def test_the_words_of_a_page_are_kept_without_scripts():
    found = webpage.stripped(b"<p>At least <b>96</b> killed.</p><script>var a='5 killed'</script><p>Two.</p>")
    assert found["text"] == "At least 96 killed.\nTwo."
