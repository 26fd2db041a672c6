"""HTML: what of a page is its article."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from mtcheck import check_file
from mtcheck.cli import app
from mtcheck.document import Comment, Document
from mtcheck.readers import ReadOptions
from tests.readers.marked_up import blocks, document, held

SEEDS = Path(__file__).parent.parent.parent / "seeds"
OPTIONS = ReadOptions(language="en")
LONG = (
    "A sentence that is long enough to be the text of an article and not a line of the site. " * 4
)


def prose(content: str) -> list[str]:
    return [text for _, text in blocks(document("x.html", content, OPTIONS))]


def body(content: str) -> list[str]:
    return prose(f"<html><body>{content}<p>{LONG}</p></body></html>")[:-1]


def test_a_page() -> None:
    article = document(
        "x.html",
        f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Talks open &amp; close | The Daily</title><style>p {{ color: red }}</style>
<script>document.write("<p>no</p>")</script></head>
<body><header role="banner"><h1>The Daily</h1></header>
<nav><ul><li><a href="/">Home</a></ul></nav>
<main><article class="has-related story">
<span class="kicker">Politics</span>
<h1>Talks open &amp; <em>close</em></h1>
<p class="byline">By Jane Roe</p><time>12 May</time>
<div class="share-buttons"><a href="#">Share</a></div>
<figure><img src="x.jpg" alt="no"><figcaption>A man  in
   a hat</figcaption></figure>
<p>First <b>paragraph</b> &laquo;here&raquo;<sup><a href="#n1">1</a></sup>.
<p>Second<!-- mtcheck-ignore x --> one <button>Tweet</button> of it.
<ul><li>one<li>two</ul>
<h2>Between</h2>
<blockquote><p>Said so</p></blockquote>
<pre>code()</pre>
<aside><p>Aside</p></aside>
<article><h2>Teaser</h2><p>Other news</p></article>
<div class="related-links"><p>Also in the news</p></div>
<p style="display: none">Hidden</p><p hidden>Hidden</p><p aria-hidden="true">Hidden</p>
<table><tr><th>a<td>b</table>
<p>{LONG}</p>
</article></main><footer>Foot</footer></body></html>""",
        OPTIONS,
    )
    assert article.language == "en-GB"
    assert blocks(article)[:-1] == [
        ("headline", "Talks open & close"),
        ("caption", "A man in a hat"),
        ("paragraph", "First paragraph «here»."),
        ("paragraph", "Second one of it."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("subheading", "Between"),
        ("quote", "Said so"),
        ("cell", "a"),
        ("cell", "b"),
    ]
    assert held(article, "«here»") == "&laquo;here&raquo;"
    assert held(article, "in a") == "in\n   a"
    assert tuple(each._replace(file_span=None) for each in article.comments) == (
        Comment("mtcheck-ignore x", article.text.index(" one of"), 15),
    )


def test_headlines() -> None:
    head = "<title>A long title here - The Daily</title>"
    text = f"<p>{LONG}</p>"
    assert prose(f"{head}<h1>Other</h1><article><h1>Mine</h1>{text}</article>")[0] == "Mine"
    assert prose(f"{head}<h1>The Weekly</h1>{text}")[0] == "The Weekly"
    assert prose(f"{head}<h1>Logo</h1><article>{text}</article>")[0] == "A long title here"
    assert prose(f"{head}<h1>A long title here</h1><main>{text}</main>")[0] == "A long title here"
    assert prose(f"{head}{text}")[0] == "A long title here"
    assert prose(text) == [LONG.strip()]


def test_the_site_is_no_article_but_a_form_round_all_is() -> None:
    assert body("<div class='newsletter-box'><p>Sign up</p></div><p>One</p>") == ["One"]
    assert body("<div id='sidebar'>No</div><section class='story'>Yes</section>") == ["Yes"]
    assert prose("<form><div class='content'><p>In a form.</p></div></form>") == ["In a form."]


def test_lines_and_loose_text() -> None:
    assert body("<div>Loose <i>text</i><p>One<br>two<br/><br>three</div>after") == [
        "Loose text",
        "One",
        "two",
        "three",
        "after",
    ]
    assert body("<p>北京\n上海 x\ny</p>") == ["北京上海 x y"]
    assert body("<p>a&nbsp;b&#x2009;c &lt;i&gt; &xyzzy; & d</p>") == [
        "a\u00a0b\u2009c <i> &xyzzy; & d"
    ]


def test_words_marked_as_another_language_are_asides() -> None:
    article = document(
        "x.html",
        f"<html lang=en><p lang=fr>Tout le paragraphe.</p><p>{LONG}</p>"
        "<p>A <i lang='fr'>coup d’état</i>, <i lang='en-GB'>colour</i>, <code>x.y()</code>.</p>"
        "<blockquote lang=de><p>Ein Zitat.</p></blockquote>",
    )
    assert [article.text[slice(*aside)] for aside in article.asides] == [
        "coup d’état",
        "x_y__",
        "Ein Zitat.",
    ]
    assert article.touches_aside(*_place(article.text, "coup"))
    assert not article.touches_aside(*_place(article.text, "A coup d’état,"))


def _place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_the_language_is_that_of_most_of_the_text() -> None:
    page = f"<html lang=en><body><div>Menu</div><div lang=fr-CA><p>{LONG}</p></div></body></html>"
    assert document("x.html", page).language == "fr-CA"


@pytest.mark.parametrize("charset", ["windows-1251", "ISO-8859-1", "utf-8"])
def test_fixes_keep_the_declared_encoding(charset: str, tmp_path: Path) -> None:
    word = "мир" if charset == "windows-1251" else "café – “x”" if charset != "utf-8" else "😀"
    codec = "windows-1252" if charset == "ISO-8859-1" else charset
    path = tmp_path / "x.html"
    page = (
        f"<html lang=en><head><meta charset='{charset}'></head>\r\n<body><h1>Talks open</h1>\r\n"
        f"<p>The <b>minister</b> met the the guests of {word} &amp; left on Monday .</p>\r\n"
        "  <p>Talks open</p>\r\n</body></html>\r\n"
    )
    path.write_bytes(page.encode(codec))
    diff = CliRunner().invoke(app, ["check", str(path), "--diff"])
    assert diff.exit_code == 1
    assert "-  <p>Talks open</p>" in diff.stdout
    assert path.read_bytes() == page.encode(codec)
    result = CliRunner().invoke(app, ["check", str(path), "--fix"])
    mended = page.replace("the the", "the").replace("Monday .", "Monday.")
    assert path.read_bytes() == mended.replace("  <p>Talks open</p>\r\n", "").encode(codec)
    assert result.exit_code == (1 if charset == "windows-1251" else 0)  # a Russian word is left


def test_a_fix_across_markup_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    page = "<html lang=en><h1>Talks open</h1><p>He met the <b>the guests</b> from abroad.</p>"
    path.write_text(page)
    assert CliRunner().invoke(app, ["check", str(path), "--fix"]).exit_code == 1
    assert path.read_text() == page


_SOUP = [
    *("<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "<div>", "</div>", "<br>", "<h1>"),
    *("</h1>", "<!-- c -->", "<!", "<", "&", ">", "&amp;", "&#0;", "&x", "<script>", "</script>"),
    *("<a href='x'>", "<table>", "<td>", "é", "😀", " \r\n", "a ", "<title>", "<q", "--"),
]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(_SOUP),
        max_size=25,
    )
)
def test_any_soup_can_be_read(tags: list[str]) -> None:
    raw = "".join(tags)
    article = document("x.html", raw, OPTIONS)
    assert article.file_map is not None
    for index, char in enumerate(article.text):
        start, end = article.file_map.span(index, index + 1)
        assert 0 <= start <= end <= len(raw)
        if char in "aé😀":
            assert raw[start:end] == char


@pytest.mark.parametrize("name", ["brexit-trade.en", "elections.fr", "lawine.de", "fiesta.es"])
def test_a_clean_article_stays_clean_on_a_page_of_a_site(name: str, tmp_path: Path) -> None:
    language = name[-2:]
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    article = Document(text, language)
    headline, *lines = (escape(text[block.start : block.end]) for block in article.blocks)
    paragraphs = "\n".join(f'<p class="text">{line}</p><div class="ad">AD</div>' for line in lines)
    path = tmp_path / "x.html"
    path.write_text(
        f"""<!doctype html><html lang="{language}"><head><title>{headline} | La Gazette</title>
<meta property="og:title" content="{headline}"></head><body>
<div class="site-header"><nav><a href="/">Home</a> <a>Sport</a></nav></div>
<div id="page"><ol class="breadcrumb"><li>News<li>World</ol>
<article><header><span class="kicker">World</span><h1>{headline}</h1>
<div class="post-meta">12.03.2026, 14:05 <a rel="author">J. Roe</a></div>
<ul class="share-links"><li><a>Facebook</a><li><a>X</a></ul></header>
<figure><img src="a.jpg"><figcaption>© dpa</figcaption></figure>
{paragraphs}
<div class="tags"><a>Politik</a> <a>Europa</a></div>
<section class="related-articles"><h3>{headline}</h3><p>{lines[0]}</p></section>
<section id="comments"><p>first!!!!1</p></section></article>
<div class="sidebar"><h3>{headline}</h3></div></div>
<div class="cookie-banner"><p>We use cookies.</p><button>OK</button></div>
<footer><p>© La Gazette</p></footer></body></html>""",
        encoding="utf-8",
    )
    report = check_file(path)
    assert [f"{finding.rule}: {finding.text}" for finding in report.findings] == []
    assert report.words >= article.word_count
