from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.eastern_quotes import odd_quotations
from mtcheck.language.foreign_quotations import is_left_standing
from mtcheck.language.odd_marks import doubtful_marks, is_of_other_press, odd_marks
from mtcheck.language.quotations import Quotation
from mtcheck.language.words import stripped
from mtcheck.origin import ANY_SOURCE
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_LONGEST_SPAN = 80
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
        bad("«Sí», dijo. «No», dijo ella. Y él: ⟦“nunca jamás”⟧.", "es", source_lang="en"),
        bad('«Da,» dijo. «Nada», dijo ella. La nota decía ⟦"no volveremos"⟧.', "es"),
        bad(
            '«Да», сказал он. «Нет», сказала она. «Мир». ⟦"Это полная победа"⟧, — сказал он.', "ru"
        ),
        bad("他说“是”。她说“不”。他们说“也许”。这是⟦「胜利」⟧。", "zh"),
        bad("局長說：「火勢很快。」他又說：⟦“這是最糟的一夜。”⟧", "zh"),
        bad('議長は「残念だ」と述べた。代表は⟦"科学を無視した合意だ"⟧と批判した。', "ja"),
        bad(
            "وقال: «لا نملك المال الكافي». وأضاف: ⟦“سنعود إلى التصويت قريبا”⟧.",
            "ar",
            source_lang="en",
        ),
        good("議長は「残念だ」と述べ、“令和の怪物”と呼ばれる投手を挙げた。", "ja"),
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
    Where the configuration names the house's own marks, house-quotes speaks in place of this rule.
    Fix: safe; the article's own marks take their place.
    Authority: any style book: one style in one article; for the pairs, CLDR and the press.
    """
    if document.house_style and document.house_style.quotes:
        return  # house-quotes tells what is not the house's own
    for odd in odd_quotations(document):
        if document.target != "ja" or odd.quotation.glyphs != "“”":  # foreign-quotes tells those
            yield _hit(document, odd.quotation, odd.usual)
    told = set()
    for quotation, usual in odd_marks(document):
        told.add(quotation.start)
        if not is_of_other_press(document, quotation):  # foreign-quotes tells those
            yield _hit(document, quotation, usual)
    for quotation, usual in doubtful_marks(document):
        if quotation.start not in told and quotation.glyphs in document.accepted_quotes:
            told.add(quotation.start)
            hit = _hit(document, quotation, usual)
            yield hit._replace(confidence="medium", sources=ANY_SOURCE)
    if document.target == "es" and "“" in document.characters and "«" in document.characters:
        for quotation in document.quotations:
            if quotation.start in told or not document.usual_quotes:
                continue
            if is_left_standing(document, quotation):
                hit = _hit(document, quotation, document.usual_quotes)
                yield hit._replace(confidence="medium", sources=("en", "fr", "pt", "de"))


def _hit(document: Document, quotation: Quotation, usual: str) -> Hit:
    text = document.text
    start, end = stripped(text, *quotation.inner)
    opening, closing = usual[0], usual[1]
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
