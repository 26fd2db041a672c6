"""The words of a text that are names.

In scripts with capitals a name is a word with one that is no word of the language; in Japanese a
word in katakana that is no loan, in Chinese a run of the characters that spell foreign names; in
any language what the tables of known names hold (`known_names`).

Word lists: `name-words.txt` of each language, words that names are made of too;
`common-endings.txt`, endings of words that are no names;
`katakana-words.txt` of Japanese; `transliteration-characters.txt` and `transliterated-words.txt`
of Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.known_names import (
    CYRILLIC,
    identities,
    identities_of_inflected,
    identities_of_part,
    known_name,
    nation,
    people_words,
)
from mtcheck.bilingual.romanization import bare, sound
from mtcheck.language.data import function_words, listed_lines, listed_words, word_list
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_CAPITALS = "".join(
    char
    for first, last in ((0x41, 0x24F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF))
    for char in map(chr, range(first, last + 1))
    if char.isupper()
)
_NAME_WORD = late_pattern(rf"(?<![^\W_])(?:Mc|Mac|Fitz|De|Di|Le|La)?[{_CAPITALS}][^\W\d_]+")
_NEXT_WORD = late_pattern(r" ([^\W\d_]+)")
_LONG_WORD = late_pattern(r"[^\W\d_]{4,}")
_KATAKANA = late_pattern(r"[\u30a1-\u30f4\u30fc]{3,}")
_JAPANESE_TITLE = late_pattern(
    "氏|さん|[前元副]?(?:大統領|首相|国務長官|国防長官|外相|財務相|国防相|報道官|議員)|容疑者|被告"
    "|選手|監督|教授|博士|議長|長官|大臣|国王|女王|王子|王妃|皇太子|将軍|書記長|委員長|事務総長"
    "|総書記|夫人|記者|市長|知事|・[\u30a1-\u30f4]{2}"
    "|(?:市|州|郡|県|島|諸島|半島|川|湖|空港|市内|市民|出身)(?![\u30a0-\u30ff])"
)
_NOUN_ENDING = late_pattern(
    "(?:ung|heit|keit|schaft|ismus|tion|sion|tät|nis|ment|ling|tum|anz|enz|ik|ur|ierung|erei"
    "|leute|mann|frau|zeug|werk)(?:en|e|s|es|n|se|sen|ses)?$"
)
NO_CAPITALS = ("zh", "ja", "ar", "ko", "th", "he", "fa")
INFLECTED = (
    "ru",
    "uk",
    "pl",
    "cs",
    "bg",
    "sr",
    "hr",
    "sk",
    "sl",
    "el",
    "tr",
    "fi",
    "hu",
    "lt",
    "lv",
)
_LISTS = (
    "news-words", "shared-words", "name-words", "person-titles", "honorifics", "news-heads",
    "news-subjects", "noun-heads",
)  # fmt: skip
_GERMAN_ENDINGS = ("s", "es", "n", "en", "e", "er", "ern")
_COMMON_ENDING = late_pattern(
    "(?:tion|ment|ology|ance|ence|ist|ism|isme|ismo|itie|ity|ondent|ondant|erent|ierte|ship)s?$"
    "|ness$|[cnrt][eit]?[dt]ed$|ated$|[iy][sz]ed$|logie$"
)
_NAME_BEFORE = late_pattern(
    r"(?:(?<!\w)(?:in|aus|nach|bei|von|um|über|gegen|Herr|Herrn|Frau|Familie|sagte|sagt|erklärte"
    r"|meinte|betonte|so|laut|Stadt|Dorf|Ort|Firma|Konzern|Unternehmen|[\w]*(?:minister|ministerin"
    r"|präsident|präsidentin|kanzler|kanzlerin|chef|chefin|sprecher|sprecherin|trainer|richter"
    r"|anwalt|professor|senator|gouverneur))|Dr\.|Prof\.|(?<!\w)[A-Z]\.) $"
)
_NO_GERMAN = late_pattern(
    "[aeiouáéíóú]{3}|[àáâãåçèéêëìíîïñòóôõøùúûýčćšžřłńśźżğş]|[bdfgjklmnrsvwz]h|sh|oo|ou|c(?![hk])"
    "|q(?!u)|[^aeiou]y|y|[aiou]$|[bdgjkpvwz]$|tt[sz]|ee$|j[bcdfgklmnprstvwz]|cz|sz|rz"
)
_DETERMINED = late_pattern(
    r"(?<!\w)(?:[dD]e[rsmn]|[dD]ie|[dD]as|\w*eine?[nmrs]?|[a-zäöü]+e[nmrs]?) $"
)
_CAPITAL_BEFORE = late_pattern(r"(?<!\w)([A-ZÄÖÜ][^\W\d_]+)[ -]$")
_DOTS = "·・•＝"
_SHORTEST = 4
_LONG = 6


class NameWord(NamedTuple):
    """One word of a name.

    is_sure: it can hardly be anything else.
    is_likely: it is no common word, but may be a noun that nobody listed.
    identities: what it names, where the tables have it.
    """

    start: int
    end: int
    form: str
    is_sure: bool
    identities: tuple[str, ...] = ()
    is_likely: bool = True


def name_words(document: Document) -> list[NameWord]:
    """The words of the document's names, in order; unsure ones among them."""
    if document.target not in NO_CAPITALS:
        return list(_capitalised(document))
    words = list(_known(document))
    taken = {offset for word in words for offset in range(word.start, word.end)}
    found = {"ja": _katakana_names, "zh": _chinese_names}.get(document.target)
    if found:
        words += [word for word in found(document) if word.start not in taken]
    return sorted(words)


def _known(document: Document) -> Iterator[NameWord]:
    language = document.target
    for found in known_name(language).finditer(document.folded):
        start, end = found.span(1)
        form = found[1]
        named = tuple(code for code in identities(form, language) if not code.isdigit())
        if not named or (language == "ja" and _touches_katakana(document.text, start, end)):
            continue
        if language == "zh" and _goes_on_as_transliteration(document.text, end, named):
            continue
        yield NameWord(start, end, form, True, named)


def _goes_on_as_transliteration(text: str, end: int, named: tuple[str, ...]) -> bool:
    """Is the person's name but the beginning of another (马斯克尔)?"""
    return (
        any(identity.startswith("person:") for identity in named)
        and text[end : end + 1] in _transliteration_characters()[0]
    )


def _touches_katakana(text: str, start: int, end: int) -> bool:
    around = text[start - 1 : start] + text[end : end + 1]
    return "\u30a0" < text[start] < "\u3100" and any(
        "\u30a0" < char < "\u30fb" or char == "ー" for char in around
    )


@cache
def _common_words(language: str) -> frozenset[str]:
    """Words of the language, in small letters."""
    words = {word.lower() for name in _LISTS for word in listed_words(language, name)}
    words |= function_words(language)
    for name in ("day", "month", "date-words"):
        words |= {part.lower() for entry in word_list(name, language) for part in entry.split()}
    return frozenset(words - people_words(language))


@cache
def _stems(language: str) -> frozenset[str]:
    """Their beginnings, where they are inflected."""
    if language not in INFLECTED:
        return frozenset()
    return frozenset(_stem(word) for word in _common_words(language) if len(word) > 5)


def _stem(word: str) -> str:
    return word[: max(5, len(word) - 3)]


@cache
def _nations(language: str) -> re.Pattern[str]:
    stems = sorted(listed_words(language, "nation-stems"))
    return re.compile("|".join(map(re.escape, stems)) or r"(?!)")


@lru_cache(maxsize=50_000)
def is_common(word: str, language: str) -> bool:
    """Has the language the word, in small letters, beside names?"""
    if word in _common_words(language) or _stem(word) in _stems(language):
        return True
    if word in people_words(language):
        return False
    if _nations(language).match(word) or (len(word) > 7 and _COMMON_ENDING.search(word)):
        return True
    if (language in INFLECTED or language == "de") and nation().match(word):
        return True
    if word.isascii() and language not in NO_CAPITALS and word in _common_words("en"):
        return True  # the name of an English institution
    if len(word) > _LONG and word.endswith(_common_endings(language)):
        return True
    return language == "de" and _is_german_noun(word)


@cache
def _common_endings(language: str) -> tuple[str, ...]:
    return tuple(listed_words(language, "common-endings"))


def _is_german_noun(word: str) -> bool:
    """By its ending, or because it is a known word or a compound of some."""
    if _NOUN_ENDING.search(word):
        return True
    known = _common_words("de")
    bare_words = {word, *(word.removesuffix(ending) for ending in _GERMAN_ENDINGS)}
    bare_words |= {bare_word + "e" for bare_word in bare_words} | {word + "n", word + "en"}
    for bare_word in bare_words:
        if bare_word in known:
            return True
        if any(
            len(bare_word) - at > 3 and bare_word[at:] in known
            for at in range(4, len(bare_word) - 3)
        ):
            return True
    return any(word[:at] in known for at in range(5, len(word) - 2))


def _capitalised(document: Document) -> Iterator[NameWord]:
    text, language = document.plain, document.target
    found = [
        (match[0], *match.span())
        for match in _NAME_WORD.finditer(text)
        if match.end() - match.start() > 2
    ]
    starts, counts = _sentences_of(document, [start for _, start, _ in found])
    opening = [
        _opens_sentence(text, sentence, start)
        for (_, start, _), sentence in zip(found, starts, strict=True)
    ]
    inside = {form for (form, _, _), opens in zip(found, opening, strict=True) if not opens}
    judged = {form: _judged(document, form) for form in {form for form, _, _ in found}}
    shown = inside
    if language == "de":
        shown = {
            form
            for form, start, _ in found
            if judged[form][0] and form in inside and _stands_as_name(document, form, start)
        }
    titles = {
        sentence: language != "de" and count > 3 and is_title(document, sentence)
        for sentence, count in counts.items()
    }
    for (form, start, end), sentence, opens in zip(found, starts, opening, strict=True):
        is_name, named = judged[form]
        if not is_name or document.in_link(start, end):
            yield NameWord(start, end, form, False, (), False)
            continue
        is_sure = bool(named) or (form in shown and not titles[sentence])
        is_likely = bool(named) or not opens or form in inside or _goes_on_as_name(document, end)
        if language == "de" and is_likely and not is_sure:
            is_likely = not _DETERMINED.search(text, max(0, start - 30), start)
        yield NameWord(start, end, form, is_sure, named, is_likely)


def _sentences_of(document: Document, places: list[int]) -> tuple[list[int], dict[int, int]]:
    """(for each place where its sentence starts, how many places each sentence has)."""
    starts: list[int] = []
    counts: dict[int, int] = {}
    sentences = document.sentences
    index, last = 0, len(sentences) - 1
    for place in places:
        while index < last and sentences[index + 1].start <= place:
            index += 1
        start = sentences[index].start if sentences else 0
        starts.append(start)
        counts[start] = counts.get(start, 0) + 1
    return starts, counts


def _stands_as_name(document: Document, form: str, start: int) -> bool:
    """In German, where every noun has a capital: after a title, a first name or a preposition,
    or because it is spelt as no German word is."""
    before = document.plain[max(0, start - 30) : start]
    if _NAME_BEFORE.search(before):
        return True
    first = _CAPITAL_BEFORE.search(before)
    if first is not None:
        return not is_common(first[1].lower(), "de")
    return _NO_GERMAN.search(form.lower()) is not None and not _DETERMINED.search(before)


def _judged(document: Document, form: str) -> tuple[bool, tuple[str, ...]]:
    """(Is the form a name wherever it stands inside a sentence? What does it name?)"""
    language, lowered = document.target, form.lower()
    if len(form) < _SHORTEST or form.isupper() or lowered in document.vocabulary:
        return False, ()
    if language in CYRILLIC and not ("\u0400" < form[0] < "\u0530" or form.isascii()):
        return False, ()  # characters that were decoded wrongly
    if lowered in listed_words(language, "ambiguous-place-names"):
        return False, ()
    named = identities(lowered, language)
    if named:
        return language == "de" or lowered not in listed_words(language, "name-words"), named
    if is_common(lowered, language):
        return False, ()
    if language in INFLECTED:
        named = identities_of_inflected(lowered, language)
    if not named:
        named = identities_of_part(lowered, language)
    return bool(named) or not _is_short(lowered), named


def _is_short(form: str) -> bool:
    """So short that any word may sound like it?"""
    return len(form) < 5 and len(bare(sound(form))) < 6


def _opens_sentence(text: str, sentence: int, start: int) -> bool:
    if start - sentence > 4:
        last = text[start - 1]
        if last == " ":
            return text[start - 2] in ":.!?•|"
        return last in '"“„«‘”»'
    before = text[max(sentence, start - 12) : start]
    return not any(map(str.isalnum, before)) or before[-1] in '"“„«‘”»'


def _goes_on_as_name(document: Document, end: int) -> bool:
    """Does another capital or a verb of saying follow the word that opens a sentence?"""
    found = _NEXT_WORD.match(document.plain, end)
    return found is not None and (
        found[1][0].isupper() or found[1] in document.conventions.speech_verbs
    )


def is_title(document: Document, start: int) -> bool:
    """Have most words of the sentence a capital? Then capitals tell nothing."""
    sentence = document.sentence_at(start)
    words = _LONG_WORD.findall(document.plain, sentence.start, sentence.end)
    capital: int = sum(word[0].isupper() for word in words)
    return capital > 3 and 5 * capital > 3 * len(words)


def _katakana_names(document: Document) -> Iterator[NameWord]:
    """Sure are those that a title, a · or what follows a place shows to be names, there or
    elsewhere."""
    found = list(_KATAKANA.finditer(document.text))
    marked = {match[0] for match in found if _is_marked_name(document.text, *match.span())}
    loans = listed_words("ja", "katakana-words")
    for match in found:
        form = match[0]
        is_loan = _is_loan(form, loans)
        is_sure = form in marked and not is_loan
        yield NameWord(*match.span(), form, is_sure, is_likely=is_sure)


def _is_loan(form: str, loans: frozenset[str]) -> bool:
    """Is it one, or does it begin or end with one of some length?"""
    return form in loans or any(
        form[:at] in loans or form[at:] in loans for at in range(3, len(form) - 2)
    )


def _is_marked_name(text: str, start: int, end: int) -> bool:
    if start > 1 and text[start - 1] in _DOTS and "\u30a0" < text[start - 2] < "\u30ff":
        return True
    return _JAPANESE_TITLE.match(text, end) is not None


@cache
def _transliteration_characters() -> tuple[frozenset[str], frozenset[str]]:
    """(those that hardly stand elsewhere, all)."""
    strong: set[str] = set()
    every: set[str] = set()
    for line in listed_lines("zh", "transliteration-characters"):
        kind, _, characters = line.partition(" ")
        every |= set(characters)
        if kind == "strong":
            strong |= set(characters)
    return frozenset(strong), frozenset(every)


@cache
def chinese_run() -> re.Pattern[str]:
    """A run of characters that spell foreign names."""
    return re.compile(f"[{''.join(sorted(_transliteration_characters()[1]))}]{{2,14}}")


def _chinese_names(document: Document) -> Iterator[NameWord]:
    strong, _ = _transliteration_characters()
    words = listed_words("zh", "transliterated-words")
    text = document.text
    for found in chinese_run().finditer(text):
        start, end = found.span()
        around = text[start - 1 : start] + text[end : end + 1]
        count = sum(char in strong for char in found[0])
        is_dotted = any(char in _DOTS for char in around)
        is_sure = (count >= 2 and end - start >= 3) or (is_dotted and count >= 1)
        is_sure = is_sure and not any(word in found[0] for word in words)
        yield NameWord(start, end, found[0], is_sure, is_likely=is_sure)
