"""Words and place names in Latin letters that stand bare in a Russian or Ukrainian sentence.

Firms, ships and media keep their Latin letters there (Google, Tesla), so a name counts only behind
a word that calls it a place or a person; a word in small letters, or a German noun of several
words (Schuldenbremse), counts by itself. The word lists: `latin-heads.txt` and `latin-words.txt`
(what is printed all the same).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import listed_words
from mtcheck.language.exonyms import judged_elsewhere
from mtcheck.language.foreign_words import languages_of, own_words
from mtcheck.language.latin_left import places_in_latin
from mtcheck.language.mentions import is_explained, is_named, is_set_apart
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

TARGETS = frozenset(("ru", "uk"))
_OWN = "А-Яа-яЁёІіЇїЄєҐґ"
_LATIN = "A-Za-z\u00c0-\u024f"
_NOT_AFTER = rf"(?! ?[{_LATIN}\d(])(?![{_LATIN}\d@/_&+=%.'’-]*[{_LATIN}\d])"
_WORD = late_pattern(rf"(?:(?<=[{_OWN}] )|(?<=[{_OWN}], ))[a-zß-ÿ]{{4,24}}{_NOT_AFTER}")
_OPENER = late_pattern(
    r"(?:^|(?<=[.!?] ))[A-Z][a-z]{2,16}(?:while|ever|ly|ings?|[a-z]ers|tions?|ments|ties)"
    r"(?= [а-яёіїєґ]{2})"
)
"""English words that open a sentence, with endings that no firm's name has: Meanwhile акции."""
_GERMAN_NOUN = late_pattern(
    r"(?<=[а-яёіїєґ] )[A-ZÄÖÜ][a-zßäöü]{3,20}(?:bremse|gesetz|geld|steuer|minister(?:ium|in)?"
    r"|präsident(?:in)?|haushalt|regierung|behörde|abgabe|vertrag|abkommen|verfahren|wahl(?:en)?"
    r"|gericht|versicherung|beschluss|ausschuss|fraktion|koalition|vorsitzende[rn]?"
    r"|sprecher(?:in)?|anwalt(?:schaft)?|verordnung|richtlinie|förderung|krise|politik|pflicht"
    rf"|schaft|wende|paket|kanzler(?:in)?|bürger|rente|hilfe|plan|wehr|schutz|dienst){_NOT_AFTER}"
)
_NAME = late_pattern(
    rf"(?<![{_OWN}])([{_OWN}]{{3,20}}) ([A-ZÀ-Þ][a-zß-ÿ]{{2,24}}(?:[ -][A-ZÀ-Þ][a-zß-ÿ]{{2,24}})?)"
    rf"{_NOT_AFTER}"
)
_PERSON = late_pattern(
    rf"(?<=[{_OWN}] )([A-ZÀ-Þ][a-zß-ÿ]{{2,12}}) (?:[A-Z]\. )?(?!The )([A-ZÀ-Þ][a-zß-ÿ]{{2,16}}"
    rf"(?:[ -][A-ZÀ-Þ][a-zß-ÿ]{{2,16}})?){_NOT_AFTER}"
)
_HALF_NAME = late_pattern(
    rf"(?:(?<![{_OWN}])([А-ЯЁІЇЄҐ][а-яёіїєґ’']{{1,14}}) ([A-ZÀ-Þ][a-zß-ÿ]{{2,24}}"
    rf"(?:-[A-ZÀ-Þ][a-zß-ÿ]{{2,24}})?){_NOT_AFTER}"
    rf"|(?<![{_LATIN}\d] )(?<![{_LATIN}\d-])([A-ZÀ-Þ][a-zß-ÿ]{{2,12}}) [А-ЯЁІЇЄҐ][а-яёіїєґ]{{2,}})"
)
"""Эммануэль Macron, Emmanuel Макрон."""
_OFFICE_OR_STREET = late_pattern(
    rf"(?<=[{_OWN}][ ,])(?:City of )?[A-Z][a-z]{{2,16}}"
    r"(?: de)?(?: [A-Z][a-z]{2,16}){0,2} (?:County|Avenue|Boulevard"
    r"|Airport|River|Bridge|Hospital|Island|Beach"
    r"|(?:Fire|Police|Sheriff's|Health) Department|City Council|City Hall|Town Council|High School"
    rf"|Middle School|Elementary School|Police){_NOT_AFTER}"
    rf"|(?<=[{_OWN}][ ,])(?:University of|Lake|Mount|Cape) [A-Z][a-z]{{2,16}}{_NOT_AFTER}"
)
"""What English calls by a common word that every translation renders: Riverside County."""
_DATELINE = late_pattern(
    r"[A-ZÀ-Þ][A-ZÀ-Þ. -]{2,24}(?:, [A-Z][A-Za-z. ]{1,20})?"
    r"(?= \((?:AP|AFP|Reuters|REUTERS|EFE|dpa)\)"
    rf"| [-–—] ?[{_OWN}])"
)
"""LUBBOCK, Texas (AP) — ..., at the beginning of a paragraph."""
_WORD_BEFORE = late_pattern(rf"([{_OWN}]{{1,30}}) $")
_RUSSIAN_NAME = late_pattern(
    r"(?<![^\W\d_’'-])((?=[А-Яа-я]*[эыъёЭ])[А-ЯЭ][а-яё]{3,})(?: [А-ЯЭ][а-яё]{3,})?(?![^\W\d_])"
)
"""With letters that Ukrainian has not: Эксон Мобил."""
_UKRAINIAN_NAME = late_pattern(
    r"(?<![^\W\d_’'-])((?=[А-ЯІЇЄҐа-я]*[іїєґ])[А-ЯІЇЄҐ][а-яіїєґ]{3,})(?![^\W\d_])"
)
"""With letters that Russian has not: Сєнкевич."""
_IN_A_PLACE = late_pattern(
    r"(?<![^\W\d_])(?:[ВвУуЗз]|[Вв]о|[Ии]з|[Зз]і|із|під|до|от|від|под|возле|біля|через|около|близ"
    r"|поблизу|неподалік|покинула?|залишила?|городе?|міст[оіа]) "
    rf"([A-ZÀ-ÞŁŚŻÖÜÇİŞÅØ][{_LATIN}.' -]{{2,40}})"
)
_SISTER_NAMES = {
    "uk": (_RUSSIAN_NAME, "эыъёЭ", "ru"),
    "ru": (_UKRAINIAN_NAME, "іїєґ", "uk"),
}
_POLISH_PLACE = late_pattern(
    r"(?<![^\W\d_])(?:до|в|у|на|з|із|зі|из|от|від|под|під|біля|возле|через) "
    r"((?:Now|Star|Górn|Doln|Wielk|Mał|Biał|Zielon|Jeleni|Czarn|Such)[aeiy] [A-ZŁŚŻ]"
    r"[a-ząćęłńóśźż]{2,20}"
    r"|[A-ZŁŚŻ][a-ząćęłńóśźż]{2,16}(?:ow[aie]|owie|awie|icach|ynie|owcach))"
    rf"{_NOT_AFTER}"
)
"""Names that are no firm's: with the adjectives and the endings of Polish towns."""
_ENGLISH_UNIT = late_pattern(
    r"(?<![\w.,$-])\d[\d.,]*[ \u00a0\u202f-]?(?:mph|lbs|sq ft|square feet|feet|inches"
    r"|pounds|degrees)"
    r"(?![\w/-])"
)
_LIKELY = ("en", "de", "fr", "es", "it", "pl", "cs", "tr", "pt", "nl", "sv")


class LatinPlace(NamedTuple):
    """A bare word or name; sources: the languages that it may come from."""

    start: int
    end: int
    sources: tuple[str, ...]


def latin_words_in_cyrillic(document: Document) -> Iterator[LatinPlace]:
    """Words: говорит о Schuldenbremse; министр подписал agreement."""
    if not _is_asked(document):
        return
    allowed = listed_words(document.target, "latin-words")
    for found in _WORD.finditer(document.text):
        if found.group() not in allowed and _is_bare(document, *found.span(), may_be_named=True):
            sources = languages_of(found.group(), document.target)
            yield LatinPlace(*found.span(), sources[:3] or ())
    for found in _GERMAN_NOUN.finditer(document.text):
        if found.group() not in allowed and _is_bare(document, *found.span()):
            yield LatinPlace(*found.span(), ("de",))


def english_openers(document: Document) -> Iterator[LatinPlace]:
    """Words that open a sentence: Meanwhile акции подешевели. Some brands look like them."""
    if not _is_asked(document):
        return
    allowed = listed_words(document.target, "latin-words")
    for found in _OPENER.finditer(document.text):
        word = found.group().lower()
        if word in allowed or document.text.count(found.group()) > 1:
            continue
        if "en" in languages_of(word, document.target) and _is_bare(document, *found.span()):
            yield LatinPlace(*found.span(), ("en",))


def latin_names_in_cyrillic(document: Document) -> Iterator[LatinPlace]:
    """Names of places and people: жителей округа Sarasota."""
    yield from _sister_names(document)
    if not _is_asked(document):
        return
    heads = _heads(document.target)
    for found in _NAME.finditer(document.text):
        if heads.fullmatch(found[1].lower()) and _is_bare(document, *found.span(2)):
            yield LatinPlace(*found.span(2), _LIKELY)
    for block in document.blocks[1:]:
        if dateline := _DATELINE.match(document.text, block.start, block.end):
            yield LatinPlace(*dateline.span(), ("en",))
    for found in _PERSON.finditer(document.text):
        if _is_person(document, found) and _is_bare(document, *found.span()):
            yield LatinPlace(*found.span(), _LIKELY)
    for found in _HALF_NAME.finditer(document.text):
        span = found.span(2) if found[1] else found.span(3)
        if _is_half_a_person(document, found) and _is_bare(document, *span):
            yield LatinPlace(*span, _LIKELY)
    for found in _OFFICE_OR_STREET.finditer(document.text):
        if _is_bare(document, *found.span()):
            yield LatinPlace(*found.span(), ("en",))
    for found in _IN_A_PLACE.finditer(document.text):
        name = found[1].strip(" -.'")
        start = found.start(1)
        if name in places_in_latin() and _is_bare(
            document, start, start + len(name), may_be_named=True
        ):
            yield LatinPlace(start, start + len(name), _LIKELY)
    for found in _POLISH_PLACE.finditer(document.text):
        if not heads.fullmatch(found[0].partition(" ")[0].lower()) and _is_bare(
            document, *found.span(1)
        ):
            yield LatinPlace(*found.span(1), ("pl",))


def _sister_names(document: Document) -> Iterator[LatinPlace]:
    """Names in the letters of the sister language: Эксон Мобил, Сєнкевич."""
    pattern, letters, source = _SISTER_NAMES.get(document.target, (_RUSSIAN_NAME, "", ""))
    if not any(letter in document.characters for letter in letters):
        return
    elsewhere = judged_elsewhere(document.target)
    for found in pattern.finditer(document.text):
        opens = document.sentence_at(found.start()).start == found.start()
        if not opens and found[1] not in elsewhere and _is_bare(document, *found.span()):
            yield LatinPlace(*found.span(), (source,))


def _is_person(document: Document, found: re.Match[str]) -> bool:
    """A Western first name and a last one; no firm, ship or brand that is called after somebody."""
    if found[1] not in listed_words(document.target, "latin-first-names"):
        return False
    before = _WORD_BEFORE.search(document.text, max(0, found.start() - 30), found.start())
    if before is None:
        return False
    stems = listed_words(document.target, "latin-bearers")
    return not before[1].lower().startswith(tuple(stems))


def _is_half_a_person(document: Document, found: re.Match[str]) -> bool:
    if found[1]:
        return found[1] in listed_words(document.target, "western-first-names")
    return found[3] in listed_words(document.target, "latin-first-names")


def english_units(document: Document) -> Iterator[LatinPlace]:
    """125 mph, 40 lbs: a measure of English beside its number, in any language but English."""
    if document.target == "en" or not document.digit_starts or document.is_about_code:
        return
    for found in _ENGLISH_UNIT.finditer(document.text):
        start, end = found.span()
        near = document.text[max(0, start - 2) : start] + document.text[end : end + 2]
        if "(" in near or ")" in near or "/" in near or document.is_quoted(start, end):
            continue  # beside the same in kilometres
        if document.block_at(start).kind != "headline" and not is_set_apart(document, start, end):
            yield LatinPlace(start, end, ("en",))


def _is_asked(document: Document) -> bool:
    return (
        document.target in TARGETS
        and any(letter in document.characters for letter in "aeio")
        and not document.is_about_code
    )


@cache
def _heads(language: str) -> re.Pattern[str]:
    """Words before a name, * for any ending."""
    words = sorted(listed_words(language, "latin-heads"))
    return re.compile(
        "|".join(
            re.escape(w.removesuffix("*")) + (r"\w{0,4}" if w[-1] == "*" else "") for w in words
        )
        or "(?!)"
    )


def _is_bare(document: Document, start: int, end: int, may_be_named: bool = False) -> bool:
    return (
        document.block_at(start).kind != "headline"
        and not document.is_quoted(start, end)
        and not is_set_apart(document, start, end)
        and not is_explained(document, start, end, 1)
        and (may_be_named or not is_named(document, start, end))
    )


_SISTER_FORMS = {
    "uk": late_pattern(
        r"(?<![^\W\d_’'-])(?:[А-ЯІЇЄҐ]?[а-яёіїєґ]*(?:[аяеу]ют|[юя]тся|утся|лся|ешься|ишься"
        r"|[^оа]ск(?:ий|ого|ому|им|ая|ое|ие|их|ими)|[нцсзрлвдтмж]и(?:ям|ями|ях|ем|ей)|тели|телей"
        r"|ение|ания|ение|ании|ению|ения|ении|ание|анию|ция|ции|цию|сия|сии|сию|ность)"
        r"|[а-яіїєґ]{2,}ск(?:ой|ую)|Э[а-яё]{3,}"
        r"|[А-ЯІЇЄҐ]?[а-яіїєґ]*[ыэъё][а-яёыэъ]*)(?![^\W\d_])"
    ),
    "ru": late_pattern(r"(?<![^\W\d_’'-])[А-ЯЁІЇЄҐ]?[а-яё]*[іїєґ][а-яёіїєґ]*(?![^\W\d_])"),
}
"""Endings and letters of the sister language that no word of the document's own has."""
_SISTERS = {"uk": ("ru",), "ru": ("uk",)}
_SHORTEST_SISTER = 5


def sister_words(document: Document) -> Iterator[LatinPlace]:
    """Russian words in a Ukrainian sentence and the reverse: Следователи збирають уламки.

    Besides the forms that show it, those of `sister-words.txt`.
    """
    pattern = _SISTER_FORMS.get(document.target)
    if pattern is None:
        return
    listed = listed_words(document.target, "sister-words")
    known = {w for w in document.vocabulary if w in listed or w[0].lower() + w[1:] in listed}
    places = [
        found.span()
        for word in known
        for found in re.finditer(rf"{word}(?<![^\W\d_’'-]{word})(?![^\W\d_])", document.text)
    ]
    places += [
        found.span()
        for found in pattern.finditer(document.text)
        if found.end() - found.start() >= _SHORTEST_SISTER
    ]
    own = own_words(document.target)
    for start, end in sorted(set(places)):
        word = document.text[start:end]
        if word.lower() in own:
            continue
        if word[0].isupper() and document.sentence_at(start).start != start:
            continue  # a name
        if _is_bare(document, start, end) and not document.text.startswith(("-", "’", "'"), end):
            yield LatinPlace(start, end, _SISTERS[document.target])
