from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.document import Document
from mtcheck.language.words import before_spaces
from mtcheck.rule import Hit, Related, bad, good, rule

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead

_GOES_ON = frozenset(",;，、；،؛」』”")


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    needs=("source",),
    yields_to=("structure", "debris", "untranslated", "copied-source", "length-mismatch"),
    examples=[
        bad(
            "Wer bezahlt die neue Brücke⟦.⟧ Das fragt sich der Rat.",
            "de",
            source_lang="en",
            source="Who will pay for the new bridge? The council wonders.",
        ),
        bad(
            "Le conseil a voté lundi⟦ ?⟧ Les travaux commencent.",
            "fr",
            source_lang="de",
            source="Der Rat stimmte am Montag ab. Die Arbeiten beginnen.",
        ),
        bad(
            "谁来支付新桥的费用⟦。⟧市议会想知道。",
            "zh",
            source_lang="en",
            source="Who will pay for the new bridge? The council wonders.",
        ),
        bad(
            "Новый мост\n\nСовет проголосовал в понедельник⟦⟧\n\nРаботы начнутся весной.",
            "ru",
            source_lang="en",
            source="A new bridge\n\nThe council voted on Monday.\n\nWork will begin in spring.",
        ),
        good(
            "新しい橋の費用は誰が払うのか。市議会は疑問に思っている。",
            "ja",
            source_lang="en",
            source="Who will pay for the new bridge? The council wonders.",
        ),
        good(
            "Ποιος θα πληρώσει τη γέφυρα; Το συμβούλιο αναρωτιέται.",
            "el",
            source_lang="en",
            source="Who will pay for the bridge? The council wonders.",
        ),
        good(
            "من سيدفع ثمن الجسر؟ المجلس يتساءل.",
            "ar",
            source_lang="en",
            source="Who will pay for the bridge? The council wonders.",
        ),
        good(
            "„Wer bezahlt?“, fragte der Rat am Montag.",
            "de",
            source_lang="en",
            source="“Who will pay?” the council asked on Monday.",
        ),
    ],
)
def punctuation_mismatch(document: Document) -> Iterator[Hit]:
    """A question lost its mark, a statement became a question, or a sentence lost its end.

    Why: an engine that works on pieces of sentences ends them as it likes.
    Legitimate: a question that the translator reports (He asked who would pay), headlines,
    Japanese questions that end in か, list items.
    Fix: none; a question may have to be worded as one.
    Authority: MQM, "punctuation".
    """
    source = document.source
    if source is None:
        return
    from mtcheck.bilingual.end_marks import asks, end_mark

    body = document.headline.end if document.headline else 0
    for bead in document.beads:
        if bead.is_omission or bead.is_addition or bead.target.start < body:
            continue
        there, here = end_mark(source, bead.source), end_mark(document, bead.target)
        message = None
        if there == "question" and here == "stop" and not asks(document, bead.target):
            message = "The source asks; the translation states."
        elif here == "question" and there == "stop" and not asks(source, bead.source):
            message = "The source states; the translation asks."
        elif here == "none" and there in ("stop", "question") and _ends_here(document, bead):
            message = "The sentence ends without a mark; the source has one."
        if message:
            start, end = _mark(document, bead.target.start, bead.target.end, here == "none")
            yield Hit(
                start,
                end,
                message,
                related=(Related(*bead.source, "in the source", "source"),),
            )


def _ends_here(document: Document, bead: Bead) -> bool:
    """Does the paragraph end with the sentence? A comma says that it goes on; Chinese and Japanese
    often leave the stop to the closing quotation mark."""
    end = bead.target.end
    if document.block_at(bead.target.start).end != end:
        return False
    return document.text[end - 1] not in _GOES_ON


def _mark(document: Document, start: int, end: int, is_missing: bool) -> tuple[int, int]:
    """The end mark with the space before it; where there is none, its place."""
    text = document.text
    if is_missing:
        return end, end
    last = end
    while last > start and text[last - 1] not in ".。．?？!！…":
        last -= 1
    first = before_spaces(text, start, last - 1)
    return (first, last) if last > start else (end - 1, end)
