"""Words and names in Latin letters that stand bare in a text of a script without them.

Chinese, Japanese and Arabic news hardly ever prints a word in small Latin letters, and gives names
in its own letters, the Latin form at most in brackets. What it prints all the same is listed:
`latin-words.txt` and `latin-names.txt` in the language's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.document import Span
from mtcheck.language.data import FOLDER, listed_words
from mtcheck.language.foreign_words import common_words, languages_of, loan_phrases
from mtcheck.language.mentions import is_cited, is_explained, is_named, is_set_apart, is_spoken
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

TARGETS = frozenset(("zh", "ja", "ar"))
_LATIN = "A-Za-z\u00c0-\u024f"
_SMALL = "a-zß-ÿāăąćčďđēĕėęěğīıľłńņňōőřśşšţťūůűźżž"
_NO_LATIN_BEFORE = rf"(?<![{_LATIN}0-9@#/._\-&'’+=<%\\])(?<![{_LATIN}0-9&][ ,])"
_NO_LATIN_AFTER = (
    rf"(?![{_LATIN}0-9@/_&+=%\\]|[.:][{_LATIN}]|-[{_LATIN}0-9]| ?[=:] ?[{_LATIN}]| [{_LATIN}0-9]"
    rf")"
)
_WORDS = late_pattern(
    rf"{_NO_LATIN_BEFORE}(?:[A-ZÀ-Þ][{_SMALL}]* (?=[{_SMALL}]+ [{_SMALL}]))?[{_SMALL}]+(?:[-'’]"
    rf"[{_SMALL}]+)*(?:,? [{_SMALL}]+(?:[-'’][{_SMALL}]+)*){{0,12}}"
    rf"{_NO_LATIN_AFTER}"
)
_NAMES = late_pattern(
    rf"{_NO_LATIN_BEFORE}[A-ZÀ-ÞĆČĎŁŚŠŞŽŹŻİ][{_SMALL}'’]+"
    rf"(?:[ ·-](?:(?:of|de|da|do|del|di|van|von|der|den|la|le|bin|al|el|ben|[A-Z]\.) )*"
    rf"[A-ZÀ-ÞĆČĎŁŚŠŞŽŹŻİ]"
    rf"[{_LATIN}'’]+){{0,3}}"
    rf"{_NO_LATIN_AFTER}"
)
_AROUND = "\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff"
_OPEN_BRACKET = late_pattern(r"[(（\[［【《〈『“「«\"‘][^)）\]］】》〉』”」»\"’\n]{0,60}$")
_BRACKET_AFTER = late_pattern(r"[.。]?\s?[(（〔]")
_CALLED_SO = late_pattern(
    r"(?:名为|名為|叫做|叫|称为|稱為|品牌|公司|乐队|樂隊|樂團|应用|應用|软件|軟體|平台|网站|網站|软体|という|と呼ばれる"
    r"|وهو|منصة|تطبيق|شركة|موقع|برنامج|علامة|فرقة|تطبيقات|هاتف|نظام|بواسطة)\s?$"
)
_GOES_ON = late_pattern(
    r"\s?(?:公司|集团|集團|品牌|平台|网站|網站|乐队|樂隊|樂團|银行|銀行|系列|手机|手機|基金|大学|大學|杂志|雜誌|社|株式会社|銀行|大学|グループ|ブランド|アプリ|"
    r"サイト|ホールディングス|版|号|號|型|級|级|系统|系統|模式|モード|シリーズ|赛|賽|杯|カップ|店|展|館|馆|舰|号)"
)
_PERSON = late_pattern(
    r"^\s?(?:氏|さん|選手|監督|容疑者|被告|大統領|首相|議員|教授|長官|知事|市長|夫人|先生|女士|君|将軍|大臣|CEO)"
)
_OFFICE_BEFORE = late_pattern(
    r"(?:大統領|首相|知事|市長|長官|議員|教授|監督|外相"
    r"|国防相|報道官|総裁|事務総長|書記長|司令官)の? ?$"
    r"|(?:الوزير|الرئيس|المستشار|المتحدث|المتحدثة|المدرب|اللاعب|المهاجم|السيناتور|النائب"
    r"|الجنرال|المفوض|رئيس الوزراء|وزير الخارجية|وزير الدفاع|الأمين العام) $"
)
_PLACE_BEFORE = late_pattern(
    r"(?:抵达|抵達|前往|位于|位於|飞往|飛往"
    r"|(?:ال|بال|لل)?(?:مدينة|بلدة|قرية|ولاية|مقاطعة|منطقة|مطار|شارع|بحيرة|نهر|جزيرة|محافظة|ضاحية|ميناء|إقليم|جامعة"
    r"|مستشفى)) ?$"
)
_PLACE_AFTER = late_pattern(
    r"\s?(?:市|州|郡|县|縣|镇|鎮|村|町|机场|機場|空港|车站|車站|駅|地区|地區|附近|近郊|郊外|近く|以东|以西|以南|以北"
    r"|境内|街头|半岛|半島|港口|教堂|教会|病院|医院)"
)
_PLACE_WORD = late_pattern(
    r"(?:Airport|County|University|Street|Avenue|Boulevard|Hospital|River|Bridge|Square|Island|Beach"
    r"|Church|Castle|Palace|Cathedral|Valley|Mountains?|Harbou?r|Hauptbahnhof|Bahnhof|Flughafen)$"
    r"|^(?:University of|Lake|Mount|Cape|Fort|Aéroport|Universidad|Université|Universität|Rue|Plaza"
    r"|Piazza|Avenida|Gare) "
)
"""Words of a name that every translation puts into its own: Riverside County."""
_HALF_A_NAME = late_pattern(r"[\u30a0-\u30ff\u3400-\u9fff][·‧・•]$")
"""埃马纽埃尔·Macron: the first name was put into the script, the last one not."""
_ACRONYM = late_pattern(rf"{_NO_LATIN_BEFORE}[A-Z]{{3,6}}{_NO_LATIN_AFTER}")
_WORDS_OF_SENTENCE = 4
_WORDS_OF_LINE = 3
_SHORTEST_WORD = 4
_SHORTEST_NAME = 4
_A_FEW = 2
_PREFIXES = ("re", "un", "over", "out", "pre", "non", "mis", "de")
_SUFFIXES = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "ness")
_WRITTEN_IN_LATIN = ("en", "fr", "es", "de", "it", "pt", "nl", "pl", "cs", "sv", "tr")


class LatinPlace(NamedTuple):
    """A bare word or name. sources: the languages that it may come from."""

    start: int
    end: int
    sources: tuple[str, ...]
    confidence: Confidence


def latin_words(document: Document) -> Iterator[LatinPlace]:
    """Words in small letters: 学校最快下周reopen."""
    if document.target not in TARGETS or document.is_about_code:
        return
    allowed = listed_words(document.target, "latin-words")
    for found in _WORDS.finditer(document.text):
        words = re.split(r"[ '’-]", found.group())
        start, end = found.span()
        if sum(map(len, words)) < _SHORTEST_WORD or allowed.issuperset(words):
            continue
        if found.group() in loan_phrases() or not _is_bare(document, start, end):
            continue
        if is_explained(document, start, end, len(words)) or is_cited(document, Span(start, end)):
            continue
        known = tuple(
            dict.fromkeys(tag for word in words for tag in _languages(word, document.target))
        )
        if not known and found.group().count("-") > 1:
            known = next(filter(None, (languages_of(w, document.target) for w in words)), ())
        is_title = found.group()[0].isupper()
        stands_alone = len(words) >= _WORDS_OF_LINE and _is_sentence(document.text, start, end)
        few = (
            is_title
            and not stands_alone
            and sum(bool(_languages(word, document.target)) for word in words) < 2
        )
        is_told = is_spoken(document, start, end) or is_named(document, start, end)
        is_sure = bool(known) and not few and not is_told
        yield LatinPlace(start, end, known or _WRITTEN_IN_LATIN, "high" if is_sure else "medium")


def _is_sentence(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return before.endswith(tuple(".。!?؟")) and text.startswith((".", "。"), end)


def latin_names(document: Document) -> Iterator[LatinPlace]:
    """Names: 大学校长Alan Garber表示. Where many stand so, the writer renders none: a habit."""
    places = list(_latin_names(document))
    if len({document.text[place.start : place.end] for place in places}) > _A_FEW:
        places = [
            place if place.confidence == "high" else place._replace(confidence="low")
            for place in places
        ]
    yield from places


def _latin_names(document: Document) -> Iterator[LatinPlace]:
    if document.target not in TARGETS or document.is_about_code:
        return
    allowed = listed_words(document.target, "latin-names") | listed_words(
        document.target, "native-lookalikes"
    )
    for found in _NAMES.finditer(document.text):
        start, end = found.span()
        name = found.group()
        parts = re.split(r"[ ·-]", name)
        if len(name) < _SHORTEST_NAME or any(part in allowed for part in parts):
            continue
        if any(
            re.search("[a-z][A-Z]", part) and not part.startswith(("Mc", "Mac")) for part in parts
        ):
            continue  # a brand
        if not _is_bare(document, start, end) or _is_named_thing(document, start, end):
            continue
        before = document.text[max(0, start - 16) : start]
        is_person = _HALF_A_NAME.search(before) or (
            document.target != "zh"
            and (_PERSON.match(document.text[end : end + 8]) or _OFFICE_BEFORE.search(before))
        )  # papers of Hong Kong and Taiwan print foreigners' names so
        is_place = (
            name in places_in_latin()
            or _PLACE_BEFORE.search(before)
            or _PLACE_AFTER.match(document.text, end, end + 4)
            or _PLACE_WORD.search(name)
        )
        is_sure = is_person or is_place
        yield LatinPlace(start, end, _WRITTEN_IN_LATIN, "high" if is_sure else "medium")


def latin_acronyms(document: Document) -> Iterator[LatinPlace]:
    """Abbreviations that nobody here knows and nothing explains: NHC, OCBC."""
    if document.target not in TARGETS or document.is_about_code:
        return
    text, allowed = document.text, listed_words(document.target, "latin-acronyms")
    for found in _ACRONYM.finditer(text):
        start, end = found.span()
        form = found.group()
        if form in allowed or not _is_bare(document, start, end):
            continue
        is_glossed = any(f"{mark}{form}" in text for mark in "(（") or f"{form}（" in text
        if not is_glossed and not _is_named_thing(document, start, end):
            yield LatinPlace(start, end, _WRITTEN_IN_LATIN, "medium")


def latin_sentences(document: Document) -> Iterator[LatinPlace]:
    """Whole sentences: a capital, four words or more, a full stop."""
    for place in latin_words(document):
        words = document.text[place.start : place.end].split()
        stop = document.text[place.end : place.end + 1]
        if len(words) >= _WORDS_OF_SENTENCE and words[0][0].isupper() and stop in tuple(".!?。"):
            yield place._replace(end=place.end + 1)


def _languages(word: str, target: str) -> tuple[str, ...]:
    """The languages that have the word, or a word that it is made of: reopen, reopened."""
    if len(word) < _SHORTEST_WORD:
        return ()
    if direct := languages_of(word, target):
        return direct
    return ("en",) if _is_derived(word) else ()


@cache
def places_in_latin() -> frozenset[str]:
    """Names of places that a text in other letters puts into its own."""
    lines = (FOLDER / "latin-place-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if line[0] != "#" for name in line.split("|"))


@cache
def _is_derived(word: str) -> bool:
    english = common_words("en")
    stems = {word}
    for suffix in _SUFFIXES:
        if word.endswith(suffix):
            stems |= {word.removesuffix(suffix), word.removesuffix(suffix) + "e"}
    stems |= {stem.removeprefix(prefix) for stem in tuple(stems) for prefix in _PREFIXES}
    return any(len(stem) >= _SHORTEST_WORD and stem in english for stem in stems)


def _is_bare(document: Document, start: int, end: int) -> bool:
    """In a sentence of the document's own script, neither in brackets nor in a title or link."""
    text = document.text
    block = document.block_at(start)
    low = max(block.start, start - 12)
    around = text[low:start] + text[end : min(block.end, end + 12)]
    if re.search(f"[{_AROUND}]", around) is None or document.block_index(start) == 0:
        return False
    if document.in_link(start, end) or is_set_apart(document, start, end):
        return False
    if _OPEN_BRACKET.search(text[max(block.start, start - 60) : start]) and not _in_own_speech(
        document, start, end
    ):
        return False
    return _BRACKET_AFTER.match(text, end) is None


def _in_own_speech(document: Document, start: int, end: int) -> bool:
    """Within a longer quotation in the document's own language."""
    around = document.quotations_around(start, end)
    if not around:
        return False
    inner = around[-1].inner
    own = len(re.findall(f"[{_AROUND}]", document.text[slice(*inner)]))
    return own > 2 * (end - start)


def _is_named_thing(document: Document, start: int, end: int) -> bool:
    """Is it a firm, a site, a work, or a name that the text gives in brackets elsewhere?"""
    text = document.text
    name = text[start:end]
    return (
        _GOES_ON.match(text, end) is not None
        or _CALLED_SO.search(text[max(0, start - 12) : start]) is not None
        or any(f"{opener}{name}" in text for opener in ("(", "（"))
        or f"{name})" in text
        or f"{name}）" in text
    )
