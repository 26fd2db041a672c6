"""Speech in Chinese and Japanese that stands in other marks than the article's own.

Both languages print several pairs, each with its use: 「」 or “” for speech, 『』 and 《》
for titles and inner quotations, “” and "" in Japanese for a word in relief. So only a whole
utterance counts, and only where the article has speech in its own marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.quotations import Quotation
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_PAIRS = frozenset(("「」", "『』", "“”", '""'))
_SINGLE = frozenset(("‘’", "''"))
_SHORTEST = 5
_SHORTEST_STRAIGHT = 3
_LETTERS = late_pattern("[\u3040-\u30ff\u3400-\u9fff]")
_TRADITIONAL = late_pattern("[們這說時為對過還會來國個發經與關後]")
_SIMPLIFIED = late_pattern("[们这说时为对过还会来国个发经与关]")
_WHOLE = late_pattern("[。！？!?]$")
_SAYING = late_pattern(
    r"[”\"』」]?\s?[，,]?\s?(?:[他她]|[^，。“”「」\n]{0,12})(?:说|說|表示|称|稱|道|写道|寫道|指出|强调|強調|认为"
    r"|認為|坦言|警告|回应|回應)(?:[。，：:]|$)"
)
_SAID_BEFORE = late_pattern(
    r"(?:说|說|表示|称|稱|道|指出|强调|強調|认为|認為|警告|回应|回應|问|問|答|坦言|写|寫|喊|[^\d])[：:，,]\s?$"
)
_SENTENCE_BEFORE = late_pattern(r"(?:[。！？\n]|^)\s?$")
_SENTENCE_AFTER = late_pattern(r"\s?(?:[。\n]|$)")
_JAPANESE_SAYING = late_pattern(
    r"\s?[、]?(?:などと|とも|と)、?(?:[^。「」“”\"\n]{0,16}?)(?:述べ|語[っり]|話し|話す|言[いっう]|訴え|強調|指摘|説明|主張|批判|コメント"
    r"|表明|警告|投稿|発言|答え|書[いき]|呼[びん]か|約束|非難|反論|要求|求め|明か|応じ|尋ね|叫[びん]|つづ|つぶや|謝罪|報告|報じ|付け加え"
    r"|加えた|繰り返|振り返|切り捨て|皮肉|嘆[いく]|明言|断言|応え|釈明|否定|総括|評価|称賛|たたえ|漏ら|締めくく|結ん|伝え|記し|述懐|力説|懸念"
    r"|期待|念を押|くぎを刺|声を)"
)
_JAPANESE_CLAUSE = late_pattern(
    r"(?:[たていうくすつぬむぶるだねよぞなか]|ない|ません|です|ます|ん)[。！？!?]?$"
)


class OddQuotation(NamedTuple):
    """A quotation and the pair that belongs there."""

    quotation: Quotation
    usual: str


class StrangeQuotation(NamedTuple):
    """One in marks of other languages that this one prints too, but not for such words. is_sure:
    whatever the article's origin."""

    quotation: Quotation
    usual: str
    sources: tuple[str, ...]
    is_sure: bool


_LATIN_SOURCES = ("en", "fr", "es", "de", "it", "pt", "ru", "nl", "pl", "sv", "cs", "tr")


def strange_quotations(document: Document) -> Iterator[StrangeQuotation]:
    """Speech in "" where the article has no marks of its own at all; 「」 in simplified Chinese;
    “” of a word in Japanese, which prints them seldom."""
    if document.target not in ("zh", "ja"):
        return
    outer = [q for q in document.outer_quotations.values() if q.glyphs in _PAIRS | _SINGLE]
    pairs = {quotation.glyphs for quotation in outer}
    is_simplified = document.target == "zh" and not is_traditional(document.text)
    for quotation in outer:
        words = document.text[slice(*quotation.inner)]
        if not _LETTERS.search(words):
            continue
        if quotation.glyphs in _SINGLE:
            usual = "“”" if is_simplified else "「」"
            if _is_speech(document, quotation, usual):
                yield StrangeQuotation(quotation, usual, ("en", "nl"), is_sure=False)
        elif quotation.glyphs == '""' and pairs == {'""'}:
            usual = "“”" if is_simplified else "「」"
            if _is_speech(document, quotation, usual):
                yield StrangeQuotation(
                    quotation, usual, _LATIN_SOURCES, document.target == "ja" and len(outer) == 1
                )
        elif is_simplified and quotation.glyphs == "「」" and pairs == {"「」"}:
            yield StrangeQuotation(quotation, "“”", ("ja",), is_sure=False)
        elif document.target == "ja" and quotation.glyphs == "“”":
            sources = ("zh", *_LATIN_SOURCES[:1]) if "「」" in pairs else ("zh", *_LATIN_SOURCES)
            yield StrangeQuotation(quotation, "「」", sources, is_sure=False)


def odd_quotations(document: Document) -> Iterator[OddQuotation]:
    """The utterances in other marks than the article's own."""
    if document.target not in ("zh", "ja"):
        return
    outer = [q for q in document.outer_quotations.values() if q.glyphs in _PAIRS]
    counts = Counter(quotation.glyphs for quotation in outer)
    if len(counts) < 2:
        return
    usual = _usual_pair(document, counts)
    if usual is None:
        return
    odd = [
        quotation
        for quotation in outer
        if quotation.glyphs != usual and _is_speech(document, quotation, usual)
    ]
    if len(odd) <= counts[usual]:
        yield from (OddQuotation(quotation, usual) for quotation in odd)


def _usual_pair(document: Document, counts: Counter[str]) -> str | None:
    if document.target == "ja":
        return "「」" if counts["「」"] else None
    first, second = counts["「」"], counts["“”"]
    if first and second:
        if first == second:
            return "「」" if is_traditional(document.text) else "“”"
        return "「」" if first > second else "“”"
    return "「」" if first else "“”" if second else None


def is_traditional(text: str) -> bool:
    """Is a Chinese text in traditional characters?"""
    return len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text))


def _is_speech(document: Document, quotation: Quotation, usual: str) -> bool:
    start, end = quotation.inner
    words, text = document.text[start:end], document.text
    letters = len(_LETTERS.findall(words))
    before = text[max(0, quotation.start - 16) : quotation.start]
    after = text[quotation.end : quotation.end + 40]
    if document.target == "ja":
        if letters < _SHORTEST or not _JAPANESE_CLAUSE.search(words):
            return False
        if _JAPANESE_SAYING.match(after) is not None:
            return True
        return (
            quotation.glyphs != "『』"
            and _SENTENCE_BEFORE.search(before) is not None
            and _SENTENCE_AFTER.match(after) is not None
        )
    if letters < _SHORTEST:
        is_straight = quotation.glyphs == '""' and usual == "“”"
        return is_straight and letters >= _SHORTEST_STRAIGHT
    if quotation.glyphs == '""' and usual == "“”":
        return True
    if _SAYING.match(after):
        return True
    is_whole = _WHOLE.search(words) is not None
    if _SAID_BEFORE.search(before):
        return is_whole or quotation.glyphs != "『』"
    return is_whole and (_SENTENCE_BEFORE.search(before) is not None or quotation.glyphs != "『』")
