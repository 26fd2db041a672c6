from collections import Counter
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.eastern_quotes import odd_quotations
from mtcheck.language.quotations import Quotation
from mtcheck.language.scripts import scripts_of
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_FEWEST = 2
_FEW = 3
"""So many of the usual ones for each odd one, where there are several of these."""
_OF_OTHER_USE = frozenset(("【】", "『』", "《》", "〈〉", "〝〟", "〝〞", "()"))
"""Titles, headings and emphasis in Chinese and Japanese, which stand beside quotations."""
_LONGEST_SPAN = 80
_SHORTEST_SPEECH = 20
_FEWEST_WORDS = 3
_FEWEST_SMALL = 2
_REACH = 6
_DOUBLE = frozenset('“”„«»"「」')


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    examples=[
        bad(
            'He spoke of “a truce”. She said “no”. They want “peace”. It was ⟦"a disaster"⟧.',
            fixed="He spoke of “a truce”. She said “no”. They want “peace”. It was “a disaster”.",
        ),
        bad(
            "„Ja“, sagte er. „Nein“, sagte sie. „Vielleicht“, hieß es. Man sprach von ⟦»Chaos«⟧.",
            "de",
            fixed="„Ja“, sagte er. „Nein“, sagte sie. „Vielleicht“, hieß es. Man sprach von "
            "„Chaos“.",
        ),
        bad(
            '« Oui », dit-il. « Non », dit-elle. « Peut-être », dit-on. Il parle de ⟦"paix"⟧.',
            "fr",
            fixed="« Oui », dit-il. « Non », dit-elle. « Peut-être », dit-on. Il parle de "
            "«\u00a0paix\u00a0».",
        ),
        bad(
            "“We owe them an answer,” she said. “It was loud.” ⟦'We are working with the "
            "police,'⟧ the manager told reporters.",
            fixed="“We owe them an answer,” she said. “It was loud.” “We are working with the "
            "police,” the manager told reporters.",
        ),
        bad("«Da,» dijo. «Nada», dijo ella. La nota decía ⟦\"no volveremos\"⟧.", "es"),
        bad("«Да», сказал он. «Нет», сказала она. «Мир». Это ⟦“победа”⟧, пишут все.", "ru"),
        bad("他说“是”。她说“不”。他们说“也许”。这是⟦「胜利」⟧。", "zh"),
        bad('”Ja”, sade han. ”Nej”, sade hon. ”Kanske”, sade de. Det var ⟦"kaos"⟧.', "sv"),
        good('“Yes.” “No.” “He said ‘maybe’ to "Bob" there.” A ‘war’ of words. 6\'2" tall.'),
        good('She said "yes" and "no". The sign read “Stop”; it said “Go”, too.'),
        good("彼は「はい」、「いいえ」、「多分」と言い、『坊っちゃん』と《運命》を挙げた。", "ja"),
        good("“Oui.” « Non », dit-il.", "fr"),
        good("„Ja“, „nein“ und „vielleicht“ – er rief « Je suis ici pour vous ».", "de"),
    ],
)
def mixed_quotes(document: Document) -> Iterator[Hit]:
    """A quotation in marks of another style than the article's others.

    Why: an engine copies the marks of one sentence from the source and sets its own in the next;
    people who patch its output type straight ones.
    Legitimate: a quotation in another; single marks for a word; titles in Chinese and Japanese;
    words in another language; an article without a clear habit, as agencies' reports put
    together from several pens are.
    Fix: safe; the article's own marks take their place.
    Authority: any style book: one style in one article; for the pairs, CLDR and the press.
    """
    for odd in odd_quotations(document):
        if document.target != "ja" or odd.quotation.glyphs != "“”":  # foreign-quotes tells those
            yield _hit(document, odd.quotation, odd.usual)
    outer = [quotation for quotation in document.outer_quotations.values() if _counts(quotation)]
    counts = Counter(quotation.glyphs for quotation in outer if not quotation.is_single)
    if not counts:
        return
    (usual, most), *others = counts.most_common()
    number = sum(count for _, count in others)
    if most < _FEWEST or number * _FEWEST > most or usual not in document.conventions.quotes:
        return
    for quotation in outer:
        if quotation.glyphs == usual or _is_left_to_others(document, quotation, usual):
            continue
        if quotation.is_single:
            if _is_speech(document, quotation):
                yield _hit(document, quotation, usual)
        elif number == 1 or most >= _FEW * number:
            yield _hit(document, quotation, usual)


def _is_speech(document: Document, quotation: Quotation) -> bool:
    """Somebody's words, no title and no word of doubt, in a sentence that says who spoke."""
    block, sentence = document.block_at(quotation.start), document.sentence_at(quotation.start)
    words = document.text[slice(*quotation.inner)].split()
    around = document.folded[sentence.start : quotation.start].split()[-_REACH:]
    around += document.folded[quotation.end : block.end].split()[:_REACH]
    verbs = document.conventions.speech_verbs
    return (
        block.kind == "paragraph"
        and len(words) >= _FEWEST_WORDS
        and sum(word.islower() for word in words) >= _FEWEST_SMALL
        and any(word.strip(",.:;") in verbs for word in around)
    )


def _counts(quotation: Quotation) -> bool:
    return len(quotation.glyphs) == 2 and quotation.glyphs not in _OF_OTHER_USE


def _is_left_to_others(document: Document, quotation: Quotation, usual: str) -> bool:
    """Marks that the language does not print, “ ” beside « » in French and Spanish, and halves
    of two pairs are other rules' matter; so are words in another language."""
    glyphs = quotation.glyphs
    # 「 」 for speech, " " for emphasis: so do Japanese and Taiwanese papers.
    is_emphasis = document.target in ("zh", "ja") and (
        quotation.end - quotation.start < _SHORTEST_SPEECH
    )
    is_romance = document.target in ("fr", "es") and {glyphs, usual} == {"“”", "«»"}
    return (
        glyphs not in document.accepted_quotes
        or is_romance
        or (is_emphasis and usual == "「」")
        or document.in_foreign_quotation(quotation.start, quotation.end)
        or document.in_link(quotation.start, quotation.end)
        or _is_latin_elsewhere(document, quotation)
    )


def _is_latin_elsewhere(document: Document, quotation: Quotation) -> bool:
    """English words in English marks."""
    words = document.text[slice(*quotation.inner)]
    return "latin" not in scripts_of(document.target) and words.isascii()


def _hit(document: Document, quotation: Quotation, usual: str) -> Hit:
    text, (start, end) = document.text, quotation.inner
    opening, closing = usual
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if opening in document.conventions.space_after:
        opening += "\u00a0"
    if closing in document.conventions.space_before:
        closing = "\u00a0" + closing
    is_short = quotation.end - quotation.start <= _LONGEST_SPAN
    is_nesting = any(mark in _DOUBLE for mark in text[start:end])
    edits = Edit(quotation.start, start, opening), Edit(end, quotation.end, closing)
    return Hit(
        quotation.start,
        quotation.end if is_short else quotation.start + 1,
        f"This quotation stands in {quotation.opener} {quotation.closer}, the article's others in "
        f"{usual[0]} {usual[1]}: marks of two hands in one text.",
        suggestion=f"{opening}{text[start:end] if is_short else '…'}{closing}",
        fix=None if is_nesting else Fix(edits),
    )
