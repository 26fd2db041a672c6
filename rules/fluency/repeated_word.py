import re
from collections.abc import Iterator
from itertools import chain, compress, islice, pairwise, repeat

from mtcheck.document import Document
from mtcheck.language.data import function_words, languages_with, listed_words
from mtcheck.language.double_forms import auxiliaries_again, one_word_in_two_forms
from mtcheck.language.doubles import doubled_characters, doubled_figures, doubled_words
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_AGAIN = late_pattern(
    r"(?<![\w'’‑\-@#./*])([^\W\d_]+(?:['’][^\W\d_]+)?)(?:(?:[^\S\n\r]+|[^\S\n\r]*\r?\n[^\S\n\r]*)(\1))+"
    r"(?![\w‑*-]|['’]\w|\.[A-Za-z])",
    re.IGNORECASE,
)
_OPENERS = "\"'“”„‘’«»([-–—"
_CLOSERS = "\"'“”‘’«»)].,;:!?…-–—"
_WORD_BEFORE = late_pattern(r"(\w{1,30})['’ \n]{0,30}$")
_AFTER_COMMA = late_pattern(r"(?:[^\w\s] ?|(?:[^\w\s.!?]|\bund|\boder) ?(?:\w+ )?)$")
_NOUN_AND_PARTICIPLE = late_pattern(r" [A-ZÄÖÜ]\w+ (?:\w+ ){0,3}[a-zäöüß]+e[nrs]? [A-ZÄÖÜ]")
_WORD_AFTER = late_pattern(r"\s+(\w+)")
_PLAIN_BEFORE = late_pattern(r"[^\W\d_]{1,30} $")
_PLAIN_AFTER = late_pattern(r" [^\W\d_]*[a-zß-ÿа-яёіїєґğışćčďęěłńňřśšťůźżž]")
_SHORTEST_CONTENT_WORD = 3
_LONGEST_REDUPLICATED = 7
_SHORTEST_USUAL_WORD = 5
_LONGER_THAN_NAMES = 9
_USUAL_WORDS = ("news-words", "news-heads", "institution-words", "person-titles", "nation-stems")
_LONGEST_WITH_ARTICLE = 4


@rule(
    category="linguistic-conventions/grammar",
    severity="minor",
    confidence="high",
    languages=(
        *languages_with("repeated-words.txt"),
        *languages_with("doubled-characters.txt"),
    ),
    examples=[
        bad(
            "The minister met ⟦the the⟧ delegation on Friday.",
            fixed="The minister met the delegation on Friday.",
        ),
        bad(
            "⟦The the⟧ vote ⟦of of⟧ Friday passed.",
            fixed="The vote of Friday passed.",
        ),
        bad("The ⟦minister minister minister⟧ said so on Friday."),
        bad("Le ministre a rencontré ⟦les les⟧ délégués de la ⟦zone zone⟧ rouge.", "fr"),
        bad(
            "Der Minister sprach ⟦von von⟧ der Leitung und ⟦sich sich⟧ selbst.",
            "de",
            fixed="Der Minister sprach von der Leitung und sich selbst.",
        ),
        bad(
            "El ministro habló ⟦con con⟧ la prensa.",
            "es",
            fixed="El ministro habló con la prensa.",
        ),
        bad("She came to a meeting ⟦in in⟧ Moscow.", fixed="She came to a meeting in Moscow."),
        bad(
            "会谈⟦的的⟧结果令人失望，双方⟦进行进行⟧磋商。",
            "zh",
            fixed="会谈的结果令人失望，双方进行磋商。",
        ),
        bad(
            "会談⟦のの⟧結果を公表し、合意⟦をを⟧求めた。",
            "ja",
            fixed="会談の結果を公表し、合意を求めた。",
        ),
        bad("وصل الوزير ⟦إلى إلى⟧ جنيف يوم الجمعة.", "ar", fixed="وصل الوزير إلى جنيف يوم الجمعة."),
        bad(
            "Der Minister lobte ⟦die die⟧ Regierung. Er sagt, er wolle ⟦der der⟧ Lage trotzen.",
            "de",
        ),
        bad("Der Schauspieler erhielt den ⟦Preis Preis⟧ für seine Rolle in Baden Baden.", "de"),
        bad("El plan ⟦que que⟧ el ministro presentó fracasó.", "es"),
        bad("Toen werd de 35-urige werkweek ⟦werd⟧ ingevoerd. Het is stil.", "nl"),
        bad("В пятницу ⟦российские российских⟧ компании подали в суд.", "ru"),
        bad("He was held by the City ⟦Council Council⟧ for an hour. ⟦He He⟧ left on Friday."),
        good("De man die gisteren werd aangehouden werd in mei gezocht, zegt men.", "nl"),
        good("Die Stadt wurde zerstört und wurde später wieder aufgebaut.", "de"),
        good("He had had enough of Duran Duran, Baden Baden and Sirhan Sirhan, very very much."),
        good(
            "Prices came in in May. What it is is a mess. “It is huge huge,” he said. USA USA USA!"
        ),
        good("Nous nous sommes vus, tout en en parlant, aux côtés de de Klerk : bla bla.", "fr"),
        good("Die die Panne verursachenden Arbeiten am Kabel ruhen.", "de"),
        good("Die Frau, die die Stadt rettete, will ihr Leben leben, und und und.", "de"),
        good("为了了解目的的差异，现在在中国国家队，多多研究研究，慢慢来，很多很多。", "zh"),
        good("それにもかかわらず、ますますはっきりしたものの、母と呼ぶ。国々の人々。", "ja"),
        good("اقترب شيئا فشيئا ببطء شديد جدا جدا، وقال محمد محمد علي: نعم نعم.", "ar"),
        good("¿Cree que que venga es bueno? No no, casi casi. El plan de de Guindos ganó.", "es"),
    ],
)
def repeated_word(document: Document) -> Iterator[Hit]:
    """The same word stands twice running: "the the".

    Why: an engine that aligns one word of the source with two places says it twice; editors who
    patch its output do the same.
    Legitimate: doubles of grammar (had had, nous nous, die die), of emphasis (very very), names
    (Duran Duran) and sounds; they are listed for each language.
    Fix: safe where the word is one of the language's commonest; the second goes.
    Authority: no style guide has need of "the the".
    """
    if document.target in CHARACTERS_PER_WORD:
        yield from _doubled(document)
        return
    yield from _side_by_side(document)
    yield from _apart(document)


def _side_by_side(document: Document) -> Iterator[Hit]:
    words = document.folded.split()
    bare = map(str.lstrip, words, repeat(_OPENERS))
    doubles = compress(pairwise(words), map(str.startswith, islice(words, 1, None), bare))
    if not any(_same(first, second) for first, second in doubles):
        return
    common = function_words(document.target)
    for found in _AGAIN.finditer(document.text):
        if _is_innocent(document, found):
            continue
        yield Hit(
            *found.span(),
            f"“{found[2].lower()}” stands twice running.",
            suggestion=found[1],
            fix=Fix((Edit(found.end(1), found.end(), ""),)) if found[2] in common else None,
        )


def _apart(document: Document) -> Iterator[Hit]:
    """An auxiliary again, a few words later in the clause, and a word in two forms."""
    for block in document.blocks:
        for start, end in auxiliaries_again(document, block):
            if not document.quotations_around(start, end):
                word = document.text[start:end]
                message = f"“{word}” stands twice in one clause: it was translated twice."
                yield Hit(start, end, message, suggestion="keep one of the two")
        for start, end in one_word_in_two_forms(document, block):
            if not document.quotations_around(start, end):
                message = "One word stands here in two forms, side by side."
                yield Hit(start, end, message, suggestion="keep the form that fits")


def _doubled(document: Document) -> Iterator[Hit]:
    """The same in scripts that do not part words."""
    for start, middle, end in chain(
        doubled_characters(document), doubled_words(document), doubled_figures(document)
    ):
        if document.quotations_around(start, end) and middle - start > 1:
            continue
        word = document.text[start:middle]
        yield Hit(
            start,
            end,
            f"“{word}” stands twice running.",
            suggestion=word,
            fix=Fix((Edit(middle, end, ""),)),
        )


def _same(first: str, second: str) -> bool:
    return first.lstrip(_OPENERS) == second.rstrip(_CLOSERS)


def _is_innocent(document: Document, found: re.Match[str]) -> bool:
    first, second = found[1], found[2]
    start, end = found.span()
    is_noun = first == second and _is_noun(second, document.target)
    if second != second.lower() and not is_noun and not _is_plain(document, found):
        return True
    if _is_listed(document, found):
        return True
    if (
        not is_noun
        and first != second
        and first != first.lower()
        and document.sentence_at(start).start != start
    ):
        # A name, or a German noun, before the word that looks like it: ein Leben leben.
        return True
    quoted = bool(document.quotations_around(start, end))
    is_common = second.lower() in function_words(document.target)
    return (
        (
            not is_common
            and (
                (quoted and (not _is_definite(document, second) or _is_call(document, start, end)))
                or (
                    len(second) < _SHORTEST_CONTENT_WORD
                    and f"{second}~" not in listed_words(document.target, "repeated-words")
                )
            )
        )
        or document.block_at(start).end < end
        or document.in_link(start, end)
        or (quoted and document.in_foreign_quotation(start, end))
    )


def _is_plain(document: Document, found: re.Match[str]) -> bool:
    """Two copies with a capital of a usual word of the news (Agency, Environment), or of a small
    word at the beginning of a sentence (He He said): no name, no cry."""
    first, word = found[1], found[2].lower()
    if first != found[2] or first[1:] != word[1:] or document.quotations_around(*found.span()):
        return False
    if word in function_words(document.target):
        opens = document.sentence_at(found.start()).start == found.start()
        return opens and _PLAIN_AFTER.match(document.text, found.end()) is not None
    if len(word) >= _LONGER_THAN_NAMES:
        return _PLAIN_AFTER.match(document.text, found.end()) is not None
    return len(word) >= _SHORTEST_USUAL_WORD and any(
        word in listed_words(document.target, name) for name in _USUAL_WORDS
    )


def _is_noun(word: str, language: str) -> bool:
    """A thing that German writes with a capital, no name (Baden Baden)."""
    return bool(nouns := listed_words(language, "nouns")) and (
        word in nouns or (word[0].isupper() and word in listed_words(language, "news-words"))
    )


def _is_definite(document: Document, word: str) -> bool:
    """An Arabic noun with its article is no emphasis, even in speech: الشجر الشجر."""
    return document.target == "ar" and word.startswith("ال") and len(word) > _LONGEST_WITH_ARTICLE


def _is_call(document: Document, start: int, end: int) -> bool:
    """Does it open the quoted words, a comma behind it: «القارب القارب، لا البحر»?"""
    text = document.text
    return text[start - 1 : start] in _OPENERS and text[end : end + 1] in ("،", "!", ",")


def _stands_in_clause(document: Document, found: re.Match[str]) -> bool:
    """Do plain words stand on both sides, and does nobody speak: had shown no no defects?"""
    text = document.plain
    before = _PLAIN_BEFORE.search(text, max(0, found.start() - 30), found.start())
    after = _PLAIN_AFTER.match(text, found.end())
    return bool(before and after) and not document.quotations_around(*found.span())


def _is_outlawed(
    document: Document, found: re.Match[str], word: str, doubles: frozenset[str]
) -> bool:
    """A double that is grammar elsewhere, but not after or before this word: in het het huis."""
    if f"!{word}" not in doubles or document.quotations_around(*found.span()):
        return False
    before = _PLAIN_BEFORE.search(document.folded, max(0, found.start() - 31), found.start())
    after = _WORD_AFTER.match(document.folded, found.end())
    if after and f"{word}+{after[1]}" in doubles:
        return False  # in de de facto hoofdstad
    return bool(before and f"!{before[0].strip()}_{word}" in doubles) or bool(
        before and after and f"!{word}_{after[1]}" in doubles
    )


def _is_listed(document: Document, found: re.Match[str]) -> bool:
    doubles = listed_words(document.target, "repeated-words")
    word = found[2].lower()
    opens = document.sentence_at(found.start()).start == found.start()
    if _is_outlawed(document, found, word, doubles):
        return False
    if f"{word}~" in doubles:
        following = _WORD_AFTER.match(document.folded, found.end())
        is_set = following is not None and f"{word}+{following[1]}" in doubles
        return is_set or not _stands_in_clause(document, found)
    if word in doubles or (
        opens and f"^_{word}" in doubles and _NOUN_AND_PARTICIPLE.match(document.text, found.end())
    ):
        return True  # Die die Panne verursachenden Arbeiten
    if "*" in doubles and len(word) <= _LONGEST_REDUPLICATED:
        # Reduplication is grammar there: topak topak, hemen hemen; never with some endings.
        endings = tuple(entry[1:] for entry in doubles if entry.startswith("-"))
        return not word.endswith(endings) and word not in function_words(document.target)
    before = _WORD_BEFORE.search(document.folded, max(0, found.start() - 30), found.start())
    if before and f"{before[1]}_{word}" in doubles:
        return True
    if f",_{word}" in doubles and _AFTER_COMMA.search(
        document.text, max(0, found.start() - 30), found.start()
    ):
        return True
    after = _WORD_AFTER.match(document.text, found.end())
    if after is None:
        return False
    if after[1][0].isupper() and f"{word}+A" in doubles:
        return True
    conditions = (entry.partition("+") for entry in doubles if entry.startswith(f"{word}+"))
    return any(ending.islower() and after[1].endswith(ending) for _, _, ending in conditions)
