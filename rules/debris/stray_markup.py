import re
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.code_talk import shows_code
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_INLINE = "a|b|i|u|em|strong|span|font|sup|sub|small|mark|cite|abbr|strike|del|ins|big|tt|nobr"
_TAG = (
    rf"p|br|hr|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|q|figure|figcaption|img|picture|source|"
    rf"iframe|script|noscript|style|table|thead|tbody|tr|td|th|section|article|aside|header|"
    rf"footer|nav|main|center|video|audio|object|embed|form|input|button|label|svg|path|html|"
    rf"body|head|meta|link|title|amp-[a-z]+|{_INLINE}"
)
_HTML = late_pattern(
    rf"(?:<|＜|&(?:amp;)?lt;) ?/? ?(?P<name>{_TAG})"
    rf"(?: +[\w:-]+ ?= ?[^<>＜＞\n]{{0,300}}?)? ?/? ?(?:>|＞|&(?:amp;)?gt;)"
    rf"|<!--[^\n]{{0,300}}?-->|<!\[CDATA\[|\]\]>",
    re.IGNORECASE,
)
_NAMES = (
    "caption|embed|gallery|video|audio|img|url|quote|youtube|twitter|tweet|instagram|facebook|"
    r"vc_\w+|et_pb_\w+|su_\w+|dropcap|pullquote|infobox|media-credit|color|size|center|b|i|u"
)
_SHORTCODE = late_pattern(
    rf"\[/(?:{_NAMES})\]|\[(?:{_NAMES})(?:=[^\[\]\n]{{1,200}}|(?: +[\w-]+ ?=[^\[\]\n]{{1,200}}))\]"
    r"|\[\[\{\"[^\n]{0,300}?\}\]\]",
    re.IGNORECASE,
)
_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"
"""Chinese and Japanese set the stars close beside their letters."""
_BOLD = late_pattern(
    rf"(?<!{_LETTER})(?<!\*)(\*\*)(?=[^\s*])[^*\n]{{1,300}}?(?<=[^\s*])(\*\*)(?!{_LETTER}|\*)"
)
_HEADING = late_pattern(r"^[ \t]*(#{2,6} )(?=\S)", re.MULTILINE)
_LINK = late_pattern(r"!?\[[^\[\]\n]{1,200}\]\((?:https?://|www\.|/)[^\s()]{1,400}\)")
_SCRIPT = late_pattern(
    r"^.{0,80}(?:googletag\.cmd\.push|adsbygoogle|document\.getElementById|window\.dataLayer"
    r"|\(function ?\(\w{0,3}\) ?\{|@media ?\(m(?:ax|in)-width).*$",
    re.MULTILINE,
)
_SIGNS_OF_SCRIPT = (
    "googletag", "adsbygoogle", "document.get", "window.data", "(function", "@media"
)  # fmt: skip
_PAIR_REACH = 120


@rule(
    category="design-and-markup/markup",
    severity="major",
    confidence="high",
    examples=[
        bad(
            "The minister ⟦<strong>denied</strong>⟧ the report on Monday.",
            fixed="The minister denied the report on Monday.",
        ),
        bad("She said no.⟦<br /><br>⟧ He said yes."),
        bad("La police a arrêté deux hommes.⟦< / p >⟧", "fr"),
        bad("Der Minister ist zurückgetreten. ⟦[/caption]⟧", "de"),
        bad(
            "⟦**El Gobierno cede**⟧\n\nEl Gobierno cedió el lunes.",
            "es",
            fixed="El Gobierno cede\n\nEl Gobierno cedió el lunes.",
        ),
        bad(
            "⟦## ⟧What comes next\n\nThe vote is on Friday.",
            fixed="What comes next\n\nThe vote is on Friday.",
        ),
        bad("Read ⟦[the full text](https://example.com/a)⟧ of the ruling."),
        good("The <p> element of HTML holds a paragraph."),
        good("Scores: A < B and C > D. Rates of <1% were found, and I <3 New York."),
        good("He called it “a f**k-up” and them “sons of b**ches”.\n\n** Prices exclude tax."),
        good("“[i]t was late,” she wrote [sic], and sent the picture [video]."),
    ],
)
def stray_markup(document: Document) -> Iterator[Hit]:
    """Markup that a reader was never meant to see: a tag, a shortcode, Markdown's stars.

    Why: the page's code went through the engine as text (< / p >), the content system did not
    recognise it any more, or a chatbot answered in Markdown.
    Legitimate: a text about HTML, a tag shown in quotes or backticks, letters blotted out by
    stars, footnote stars.
    Fix: safe for marks that only dress the words (bold, span): they go, the words stay.
    Authority: the HTML standard's elements; the shortcodes of WordPress and BBCode.
    """
    for start, end, marks in _places(document.text):
        if shows_code(document, start, end):
            continue
        yield Hit(
            start,
            end,
            "Markup stands in the text: code of the page, or of the engine's answer, that readers "
            "were never meant to see.",
            suggestion="delete the markup",
            fix=Fix(tuple(Edit(*mark, "") for mark in marks)) if marks else None,
        )


Place = tuple[int, int, tuple[tuple[int, int], ...]]


def _places(text: str) -> Iterator[Place]:
    """(start, end, the marks that can safely go) of each piece of markup."""
    if "<" in text or "＜" in text or "lt;" in text or "]>" in text:
        yield from _tags(text)
    if "[" in text:
        yield from ((*found.span(), ()) for found in _SHORTCODE.finditer(text))
        yield from ((*found.span(), ()) for found in _LINK.finditer(text))
    if "**" in text:
        yield from ((*f.span(), (f.span(1), f.span(2))) for f in _BOLD.finditer(text))
    if "## " in text:
        yield from ((*f.span(1), (f.span(1),)) for f in _HEADING.finditer(text))
    if any(sign in text for sign in _SIGNS_OF_SCRIPT):
        yield from ((*found.span(), ()) for found in _SCRIPT.finditer(text))


def _tags(text: str) -> Iterator[Place]:
    """Tags; those that touch, or that enclose a few words, are one place."""
    place: Place | None = None
    opened = ""
    for found in _HTML.finditer(text):
        start, end = found.span()
        name = (found["name"] or "").lower()
        marks = ((start, end),) if re.fullmatch(_INLINE, name) and name != "a" else ()
        closes = opened == name and name and "/" in found.group()[:6]
        if place and (
            start == place[1]
            or (closes and start - place[1] <= _PAIR_REACH and "\n" not in text[place[1] : start])
        ):
            both = place[2] + marks if place[2] and marks else ()
            place = (place[0], end, both)
        else:
            if place:
                yield place
            place = (start, end, marks)
        opened = "" if closes else name
    if place:
        yield place
