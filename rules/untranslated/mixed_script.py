from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.scripts import MixedWord, mixed_words
from mtcheck.language.strange_characters import other_variety
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_MOST_HITS = 30


@rule(
    category="linguistic-conventions/character-encoding",
    severity="minor",
    confidence="high",
    examples=[
        # RUF001 is what this rule is about: the letters below are of two scripts on purpose.
        bad(
            "Мэр ⟦Mосквы⟧ сообщил об этом в ⟦cреду⟧.",
            "ru",
            fixed="Мэр Москвы сообщил об этом в среду.",
        ),
        bad("У Києві ⟦вiдкрили⟧ новий міст.", "uk", fixed="У Києві відкрили новий міст."),
        bad("Talks in ⟦Mоscоw⟧ went on.", "en", fixed="Talks in Moscow went on."),
        bad("Кметът на ⟦Coфия⟧ подаде оставка.", "bg", fixed="Кметът на София подаде оставка."),
        bad("Η ⟦Aθήνα⟧ απάντησε την Τρίτη.", "el", fixed="Η Αθήνα απάντησε την Τρίτη."),
        bad("Его мнение разделяет каждый ⟦экsperт⟧ в отрасли.", "ru"),
        bad(
            "部长说，这个国家还没有准备好，会议时间将会推迟，双方对结果表示满意，"
            "谈判将于下周继续，他们还没有发表声明。总统与总理进行电话会谈，讨论对贸易问题的应对措施，"
            "并强调两国关系将继续发展。"
            "⟦會談⟧失败。",
            "zh",
        ),
        good("Он снял это на iPhone-ом, выложил на YouTube-канал и в SMSке объяснил.", "ru"),
        good("В XIXго веке и при COVID-19 мощность в 5 кВт·ч, машина А123ВС.", "ru"),
        good("Particles of 10 μm and a resistor of 5 kΩ, with α-helices.", "en"),
        good("Nova zgrada otvorena je u petak. Нова зграда отворена је у петак.", "sr"),
        good("新しいiPhoneとAIチップ、5Gの基地局。", "ja"),
        good("S-образный поворот и Т-лимфоциты, сообщили в Yandex и МегаФоне.", "ru"),
    ],
)
def mixed_script(document: Document) -> Iterator[Hit]:
    """A word holds letters of two scripts: a Latin c in a Cyrillic word, a Cyrillic о in Moscow.

    Why: such letters look the same and are not: search, spelling check and screen reader fail on
    the word. They come from engines that were trained on careless text, from text recognition, and
    from tools that disguise a copied text.
    Legitimate: codes with digits, units (μm), Roman numerals and foreign abbreviations with an
    ending, brands that play with scripts, and whole words of another script.
    Fix: safe where every strange letter has its twin in the script of the word.
    Authority: Unicode Technical Standard 39, "mixed-script confusables".
    """
    for start, end, is_traditional in other_variety(document):
        odd, own = ("traditional", "simplified")[:: 1 if is_traditional else -1]
        yield Hit(
            start,
            end,
            f"“{document.text[start:end]}” stands in {odd} characters, the article in {own} ones: "
            "the two come of different translations.",
            suggestion=f"the {own} characters",
        )
    words = [
        word
        for word in mixed_words(document.text, document.target)
        if not document.in_link(word.start, word.end)
    ]
    if len(words) > _MOST_HITS:
        # The whole text was typed or disguised so: one finding says it.
        yield _hit(document, words[0], words, f"So have {len(words) - 1} more words. ")
        return
    for word in words:
        yield _hit(document, word, [word], "")


def _hit(document: Document, word: MixedWord, mended: list[MixedWord], more: str) -> Hit:
    form = document.text[word.start : word.end]
    edits = tuple(Edit(w.start, w.end, w.mended) for w in mended if w.mended)
    return Hit(
        word.start,
        word.end,
        f"“{form}” has letters of two scripts in one word. {more}"
        + (
            "They look alike, but search and spelling check do not find the word."
            if word.mended
            else "It was left half in the source language."
        ),
        suggestion=word.mended,
        fix=Fix(edits) if edits else None,
        severity=None if word.mended else "major",
    )
