from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.code_talk import shows_code
from mtcheck.language.invisible import Invisible, idle_characters
from mtcheck.rule import Confidence, Edit, Fix, Hit, bad, good, rule

_MESSAGES = {
    "zero-width": "A character that nobody sees stands here; it breaks search, links and line "
    "ends.",
    "translator": "Two zero-width spaces, as a well-known online translator leaves them where its "
    "output is copied from the page.",
    "direction": "A mark that sets the direction of writing stands in text that runs from left to "
    "right; it came along with the source or its page.",
    "soft hyphen": "A soft hyphen is hidden here: the word is not found by search and may break "
    "in the wrong place.",
    "object": "Here stood a picture or another object; only its empty place was copied.",
    "control": "A control character stands in the text; readers see a box or nothing.",
    "private": "A character without a meaning of its own: it showed a sign in a font that readers "
    "do not have.",
}


@rule(
    category="linguistic-conventions/character-encoding",
    severity="minor",
    confidence="high",
    examples=[
        bad("The talks ⟦\u200b\u200b⟧ended in Gen⟦\u200b⟧eva.", fixed="The talks ended in Geneva."),
        bad("Die Regie⟦\u00ad⟧rung tagt.", "de", fixed="Die Regierung tagt."),
        bad("Le président⟦\u2060⟧ part. ⟦\ufeff⟧Il revient⟦\u200e⟧.", "fr"),
        bad("Переговоры⟦\x02⟧ закончились ⟦\ufffc⟧ в пятницу.", "ru"),
        bad("会谈⟦\u200d⟧结束，代表⟦\u202d⟧回国。", "zh"),
        bad("انتهت المحادثات ⟦\u202e⟧يوم الجمعة⟦\ue123⟧.", "ar"),
        bad("She won⟦\ufe0f⟧ the race⟦\u202a⟧ in May.", fixed="She won the race in May."),
        good(
            "The family 👨\u200d👩\u200d👧 waved ❤\ufe0f, 1\ufe0f⃣ "
            "and 🏴\U000e0067\U000e0062\U000e007f."
        ),
        good("می\u200cخواهم به \u200eCNN\u200f بروم؛ «\u2067خبر\u2069».", "fa"),
        good("He wrote \u2067שלום\u2069 and \u200fعربي\u200e on the wall."),
        good("รัฐบาล\u200bประชุม", "th"),
        good("क्\u200dष और र\u200dय।", "hi"),
        good("東京\u200b都の葛\U000e0100城市。", "ja"),
        good(
            "Die Regie\u00adrung und der Minis\u00adter ver\u00adhan\u00addeln in Ber\u00adlin.",
            "de",
        ),
        good("Plain text with no\u00a0break spaces\u202fand tabs\tonly."),
    ],
)
def invisible_characters(document: Document) -> Iterator[Hit]:
    """Characters that nobody sees: zero-width spaces, stray direction marks, control characters.

    Why: they are copied from web pages, from the window of an online translator, or from PDF
    files, and go through every later step unseen.
    Legitimate: joiners in Persian and Indian scripts and in emoji; zero-width spaces in Thai,
    Khmer and Japanese; direction marks beside Arabic and Hebrew; soft hyphens of a site that
    prints them in all its long words.
    Fix: safe; they go. Not safe for signs of a private font, whose meaning only a person can find.
    Authority: Unicode, chapter 23; Unicode Standard Annex 9 for the direction marks.
    """
    for found in idle_characters(document):
        if not shows_code(document, found.start, found.end):
            yield _hit(found)


def _hit(found: Invisible) -> Hit:
    confidence: Confidence = "low" if found.is_house_style else "high"
    return Hit(
        found.start,
        found.end,
        _MESSAGES[found.kind],
        suggestion="delete it",
        fix=Fix((Edit(found.start, found.end, ""),), safe=found.kind != "private"),
        confidence=confidence,
        severity="neutral" if found.is_house_style else None,
    )
