"""Lines of a web page that are known by their shape, whatever their words.

No list holds each site's own wording ("State of: 06.11.2025 11:20"), but a line of its own that
says a label, a date and a time, or a name, a stroke and an agency, is no sentence of an article.
"""

from __future__ import annotations

from mtcheck.document import Block, Document, Span
from mtcheck.language.data import function_words, word_list
from mtcheck.language.page_lines import marks_of_page_line
from mtcheck.language.stamps import (
    are_date_words,
    are_names,
    is_clock,
    is_moment,
    is_small_name_word,
    names_an_agency,
)
from mtcheck.language.words import CHARACTERS_PER_WORD, small_letters
from mtcheck.patterns import late_pattern

CREDIT = "a photo credit"
STAMP = "a date stamp"
ADVERT = "a note about an advert"
CORRECTION = "a call to report mistakes"
CRUMBS = "a row of links to the sections"
BOX = "a button or box"
COUNT = "a count of readers"
CONTACT = "a line of contact"

_LONGEST_CREDIT = 80
_LONGEST_STAMP = 110
_LONGEST_NOTE = 110
_LONGEST_LABEL = 4
_LONGEST_CRUMB = 4
_FEWEST_SLASHED = 3
_MOST_STRANGERS = 1
_LONGEST_UNSPACED_NOTE = 24
_TOP_BLOCKS = 4
_LONG, _LONG_UNSPACED = 110, 50
_ENOUGH_TALK = 3
_STROKE = late_pattern(
    r"\s{0,110}[/／|·•]\s{0,110}|\s{1,110}[–—-]\s{1,110}|\s{0,110}[（(](?=[^()（）]+[)）]$)"
)
_WORD = late_pattern(r"[^\W\d_]+")
_SHORT_DATE = late_pattern(r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_KEYS = late_pattern(
    r"(?<![A-Za-z])(?:Ctrl|Strg|Cmd|⌘)\s*\+\s*(?:Enter|Entr|Return|Intro|Invio)(?![A-Za-z])"
)
_COLON = late_pattern(r"(?<![^\W\d_])([^\W\d_]{1,30}(?: [^\W\d_]{1,30}){0,3}) ?[:：]")
_ENOUGH_LABELS = 2
_PART = late_pattern(r"\s[|·•]\s")
_HOME_MARK = late_pattern(r"\s{0,110}[/|»›>→•·]\s{0,110}")
_MOST_COUNTED = 5
_MAIL = late_pattern(r"[\w.+-]{1,110}@[\w-]{1,110}(?:\.[\w-]{1,110}){1,30}")
_MOST_BESIDE_MAIL = 5
_LONGEST_AGE = 40
_CRUMB_MARK = late_pattern(r"\s(?:[›»>]|&gt;)\s")
_SLASH = late_pattern(r"\s/\s")
_LAST_LATIN = "\u024f"
_SITE_IN_TITLE = late_pattern(
    r"\s[-–—|]\s?((?:RT|BBC|CNN|CBS|NBC|ABC\d*|F(?:ox|OX)\d*|Sky|Reuters|AP|NPR|MSN|Yahoo|UPI)"
    r"(?: (?:USA?|UK|World|Sports?|Business|Politics|Entertainment|Tech|Health|Local)){1,2} News"
    r"|(?:CBS|NBC|ABC\d*|F(?:ox|OX)\d*) (?:Los Angeles|New York|Chicago|Boston|Miami|Detroit"
    r"|Philadelphia|Pittsburgh|Minnesota|Texas|Colorado|Baltimore|Sacramento|San Francisco"
    r"|Bay Area|Dallas|Houston|Atlanta|Washington|San Diego|Seattle))$"
)
_SENTENCE_MARK = late_pattern(r"[.!?…。！？؟]$")


def shape_of(document: Document, block: Block) -> str | None:
    """What line of a page the block is by its shape, or None: a paragraph of the article."""
    if block.end - block.start > _LONGEST_NOTE:
        return None
    line = document.text[block.text_start : block.end]
    if block.kind == "list_item":  # "9. Juli 2025, 08:14 Uhr" looks like one
        line = document.text[block.start : block.end]
        opens = document.block_index(block.start) < _TOP_BLOCKS and line[0].isdigit()
        return (
            STAMP if opens and _stands_above_the_text(document, block) and is_stamp(line) else None
        )
    if block.kind not in ("paragraph", "headline"):
        return None
    if block.kind == "headline":  # such lines stand above the true headline too
        return STAMP if is_stamp(line) else CRUMBS if opens_at_home(line, document.target) else None
    if _KEYS.search(line):
        return CORRECTION
    if block != document.blocks[-1] and is_agency_credit(line):  # the last line signs
        return CREDIT
    if document.block_index(block.start) < _TOP_BLOCKS:
        if _stands_above_the_text(document, block) and (
            is_stamp(line) or _is_the_only_age(document, block, line)
        ):
            return STAMP
        if are_crumbs(line):
            return CRUMBS
    if opens_at_home(line, document.target):
        return CRUMBS
    if is_count_of_readers(line, document.target):
        return COUNT
    if is_contact(line):
        return CONTACT
    if _has_page_labels(line, document.target):
        return BOX
    if is_note_about_advert(line, document.target):
        return ADVERT
    if _is_box(document, block, line):
        return BOX
    return None


def _has_page_labels(line: str, language: str) -> bool:
    """Source: Morning News Editor: Liu Fang Font size: Large Medium Small."""
    labels = tuple(word_list("page-labels", language))
    ends = [label.lower().endswith(labels) for label in _COLON.findall(line)] if labels else []
    return ends.count(True) >= _ENOUGH_LABELS


def site_in_headline(document: Document, block: Block) -> Span | None:
    """ " - RT USA News" at the end of a headline in letters that are not Latin: the page's title.

    An outlet by its whole name (— BBC News) may be the source that the headline names.
    """
    found = _SITE_IN_TITLE.search(document.text, block.start, block.end)
    if found is None or document.text[block.start : found.start()].isascii():
        return None
    outside = sum(letter > _LAST_LATIN for letter in document.text[block.start : found.start()])
    return Span(*found.span(1)) if 2 * outside > found.start() - block.start else None


def _stands_above_the_text(document: Document, block: Block) -> bool:
    """Does no paragraph of the article come before it? Below one, a day and an hour may be those
    of a concert."""
    above = document.blocks[: document.block_index(block.start)]
    return not any(
        other.kind == "paragraph" and _SENTENCE_MARK.search(document.text[other.start : other.end])
        for other in above
    )


def _is_box(document: Document, block: Block, line: str) -> bool:
    """Is the line of the vocabulary of pages, and no step of advice in an article about them?"""
    return not all(
        _talk_of(document, mark, block) >= _ENOUGH_TALK
        for mark in marks_of_page_line(line, document.target)
    )


def _talk_of(document: Document, mark: str, block: Block) -> int:
    """How many of the other paragraphs that are longer than buttons hold the word?"""
    starts = document.once(("page talk", mark), lambda: _prose_with(document, mark))
    return len(starts) - (block.start in starts)


def _prose_with(document: Document, mark: str) -> frozenset[int]:
    """Where the paragraphs begin that are longer than buttons and hold the word."""
    fewest = _LONG_UNSPACED if document.target in CHARACTERS_PER_WORD else _LONG
    return frozenset(
        block.start
        for block in document.blocks
        if block.end - block.start > fewest
        and document.folded.find(mark, block.start, block.end) >= 0
    )


def is_agency_credit(line: str) -> bool:
    """Jean Ferrand / AFP, EFE / Archives, Ana Ruiz (Reuters): a person or an archive beside an
    agency. An agency alone, or several, sign an article."""
    if len(line) > _LONGEST_CREDIT or line[0] in "(（[" or _SENTENCE_MARK.search(line):
        return False
    parts = [part.strip(" )）") for part in _STROKE.split(line)]
    if not 2 <= len(parts) <= 3 or not all(parts):
        return False
    agencies = [part for part in parts if names_an_agency(part)]
    others = [part for part in parts if part not in agencies]
    return (
        bool(agencies and others)
        and are_names(line)
        and all(len(_WORD.findall(other)) > 1 or is_small_name_word(other) for other in others)
    )


def is_stamp(line: str) -> bool:
    """As of: 14.03.2025, 4:42 p.m.; Published: 12/08/2025 - 18:34 | Views: 1 248"""
    if len(line) > _LONGEST_STAMP or _SENTENCE_MARK.search(line.removesuffix(".m.")):
        return False
    if len(_SHORT_DATE.findall(line)) > 1 and are_date_words(_WORD.findall(small_letters(line))):
        return True  # 12.02.2026, updated: 13.02.2026
    first, *others = sorted(_PART.split(line), key=is_moment, reverse=True)
    if any(len(_WORD.findall(other)) > _LONGEST_LABEL for other in others):
        return False
    label, colon, rest = first.partition(": ")
    if colon and len(_WORD.findall(label)) <= _LONGEST_LABEL and not any(map(str.isdigit, label)):
        return is_moment(rest)
    return is_moment(first)


def _is_the_only_age(document: Document, block: Block, line: str) -> bool:
    """2 hours ago; Today, 14:32. In a diary or a live blog other lines are such too."""
    return is_age(line) and not any(
        is_age(document.text[other.text_start : other.end])
        for other in document.blocks
        if other != block
    )


def is_age(line: str) -> bool:
    """Nothing but numbers and words of dates: Yesterday at 22:10, Thursday 6 November 2025"""
    if len(line) > _LONGEST_AGE or _SENTENCE_MARK.search(line):
        return False
    words = _WORD.findall(small_letters(line))
    return (
        any(map(str.isdigit, line))
        and (len(words) > 1 or is_clock(line))
        and bool(words)
        and are_date_words(words)
    )


def opens_at_home(line: str, language: str) -> bool:
    """Home / News / Economy"""
    home, *sections = _HOME_MARK.split(line.partition(": ")[2] or line)
    return (
        bool(sections)
        and small_letters(home) in word_list("page-homes", language)
        and all(len(_WORD.findall(section)) <= _LONGEST_CRUMB + 1 for section in sections)
        and not _SENTENCE_MARK.search(line)
    )


def is_contact(line: str) -> bool:
    """Write to the author: ana@news.example"""
    if "@" not in line or _SENTENCE_MARK.search(line):
        return False
    rest, mails = _MAIL.subn("", line)
    return mails == 1 and len(_WORD.findall(rest)) <= _MOST_BESIDE_MAIL


def is_count_of_readers(line: str, language: str) -> bool:
    """1,248 views; Viewed: 3 412 times"""
    counts = word_list("page-counts", language)
    if not counts or not any(map(str.isdigit, line)) or _SENTENCE_MARK.search(line):
        return False
    words = _WORD.findall(small_letters(line))
    known = {*counts, *word_list("page-fillers", language)} | function_words(language)
    return (
        len(words) <= _MOST_COUNTED
        and not set(counts).isdisjoint(words)
        and known.issuperset(words)
    )


def are_crumbs(line: str) -> bool:
    """News › World › Europe: short names of sections, the last perhaps the article's."""
    *sections, last = _CRUMB_MARK.split(line)
    if not sections:
        *sections, last = _SLASH.split(line)
        if len(sections) + 1 < _FEWEST_SLASHED:
            return False
    return (
        bool(sections)
        and _opens_large(last)
        and all(
            _opens_large(section) and len(_WORD.findall(section)) <= _LONGEST_CRUMB
            for section in sections
        )
        and not _SENTENCE_MARK.search(line)
    )


def _opens_large(name: str) -> bool:
    """With a capital, or a letter of a script that has none."""
    return name[:1].isalpha() and not name[0].islower()


def is_note_about_advert(line: str, language: str) -> bool:
    """The news goes on after the advert: an advert, going on, and next to nothing else."""
    adverts, onwards = word_list("page-adverts", language), word_list("page-onwards", language)
    if not adverts or not onwards or _SENTENCE_MARK.search(line):
        return False
    if language in CHARACTERS_PER_WORD:
        return len(line) <= _LONGEST_UNSPACED_NOTE and all(
            any(word in line for word in words) for words in (adverts, onwards)
        )
    words = _WORD.findall(small_letters(line))
    if not set(words).intersection(adverts) or not set(words).intersection(onwards):
        return False
    known = {*adverts, *onwards, *word_list("page-topics", language)}
    known.update(word_list("page-fillers", language), function_words(language))
    return sum(word not in known for word in words) <= _MOST_STRANGERS
