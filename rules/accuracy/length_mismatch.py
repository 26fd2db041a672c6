from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import TYPE_CHECKING

from mtcheck.document import Document
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, Option, Related, bad, good, rule

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.bilingual.keys import Keys

TOO_SHORT = Option(
    "deviations-shorter", 3.5, "How many deviations shorter than usual are too short.", least=2.5
)
TOO_LONG = Option(
    "deviations-longer", 3.9, "How many deviations longer than usual are too long.", least=3
)
_RATHER_SHORT, _RATHER_LONG = -2.5, 3.0
_LIKELY_LOST = 1.0
_LEAST_PART, _LEAST_PART_IF_RATHER = 0.4, 0.5
"""How much shorter or longer than usual, as a logarithm; 0.4 is a third shorter."""
_FEWEST_CHARACTERS, _FEWEST_UNSPACED = 30, 10
_UNSPACED = ("zh", "ja")
_SPELLING = late_pattern(r"[（(][A-Za-zÀ-ɏ .,'’·&-]{2,60}[)）]")
_ASSUMED_USUAL = 4
_MOST_OWN_SHIFT = 1.5
_SHORTEST, _LONG = 30, 100

_ENGLISH = (
    "The company said on Monday that it would close its plant in Dover at the end of the year, and"
    " that most of the 450 workers there would be offered jobs at two other sites. Unions called"
    " for a strike."
)


@rule(
    category="accuracy/omission",
    severity="major",
    confidence="high",
    needs=("source",),
    options=(TOO_SHORT, TOO_LONG),
    yields_to=(
        "omitted-text",
        "added-text",
        "truncated-text",
        "duplicated-text",
        "copied-source",
        "untranslated-sentence",
    ),
    examples=[
        bad(
            "⟦Das Unternehmen teilte am Montag mit, dass es sein Werk in Dover schließt.⟧ Die"
            " Gewerkschaften riefen zum Streik auf.",
            "de",
            source_lang="en",
            source=_ENGLISH,
        ),
        bad(
            "⟦L'entreprise a annoncé lundi la fermeture de son usine de Douvres.⟧ Les syndicats"
            " ont appelé à la grève.",
            "fr",
            source_lang="en",
            source=_ENGLISH,
        ),
        bad(
            "⟦Компания объявила о закрытии завода в Дувре.⟧ Профсоюзы призвали к забастовке.",
            "ru",
            source_lang="en",
            source=_ENGLISH,
        ),
        bad(
            "⟦The unions in Dover called for a strike on Monday, which according to their spokesman"
            " could last well into the coming year if the management does not return to the"
            " table.⟧",
            source_lang="de",
            source="Die Gewerkschaften in Dover riefen am Montag zum Streik auf.",
        ),
        good(
            "店には今、四千二百点の本と、予備電池を備えたポンプがある。保険料は以前の三倍という。"
            "土曜日にはプライスさんが上甲板で『白鯨』を朗読する。",
            "ja",
            source_lang="en",
            source="The shop now carries 4,200 titles and a pump with a spare battery. Pryce says"
            " that insurance costs three times as much as before. On Saturday she will read aloud"
            " from “Moby-Dick” on the upper deck.",
        ),
        good(
            "该公司周一表示，将于年底关闭其位于多佛的工厂，并将为该厂450名工人中的大多数提供另外两个厂区的工作。"
            "工会呼吁罢工。",
            "zh",
            source_lang="en",
            source=_ENGLISH,
        ),
        good(
            "Das Unternehmen schließt zum Jahresende sein Werk in Dover, wie es am Montag"
            " mitteilte. Die meisten der 450 Beschäftigten sollen Stellen an zwei anderen"
            " Standorten bekommen. Gewerkschaften riefen zum Streik auf.",
            "de",
            source_lang="en",
            source=_ENGLISH,
        ),
    ],
)
def length_mismatch(document: Document) -> Iterator[Hit]:
    """A sentence is far shorter or longer than translations of its source are.

    Why: an engine breaks off in the middle of a sentence, skips a clause of a long one, or goes on
    by itself.
    Legitimate: how long a translation is differs from language to language and from translator to
    translator; it is judged by real translations of this pair of languages and by the rest of the
    article, and only what lies far outside is marked.
    Fix: none; the finding shows both sides.
    Authority: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora",
    Computational Linguistics 19(1), 1993: the lengths of a sentence and its translation go
    together; the ratios are measured on NTREX-128 and FLORES-200.
    """
    source = document.source
    if source is None:
        return
    from mtcheck.bilingual.gaps import says_little
    from mtcheck.bilingual.likeness import habits

    pairs = [bead for bead in document.beads if not bead.is_omission and not bead.is_addition]
    usual = habits(source.target, document.target)
    lengths = [_lengths(document, bead) for bead in pairs]
    strange = [usual.strangeness(*both) for both in lengths]
    shift = _own_shift(strange)
    for bead, both, value in zip(pairs, lengths, strange, strict=True):
        off = value - shift
        if _RATHER_SHORT < off < _RATHER_LONG or max(both) < _SHORTEST:
            continue
        part = abs(off) * usual.deviation(both[0])
        if -document.option(TOO_SHORT) < off < document.option(TOO_LONG):
            if part < _LEAST_PART_IF_RATHER or _evidence(document, bead, off) < _LIKELY_LOST:
                continue
        elif part < _LEAST_PART:
            continue
        fewest = _FEWEST_UNSPACED if source.target in _UNSPACED else _FEWEST_CHARACTERS
        if both[0] * (1 - exp(-part) if off < 0 else exp(part) - 1) < fewest:
            continue
        if says_little(source, bead.source) or says_little(document, bead.target):
            continue
        if max(both) < _LONG and _is_moved(document, bead, off):
            continue
        what = (
            "far shorter than translations of its source are; a part may be missing"
            if off < 0
            else "far longer than translations of its source are; something may have been added"
        )
        yield Hit(
            *bead.target,
            f"This is {what}.",
            related=(Related(*bead.source, "in the source", "source"),),
        )


def _lengths(document: Document, bead: Bead) -> tuple[int, int]:
    """Characters of both sides, without the original spelling that 菲利普（Philippe） shows."""
    target = bead.target.end - bead.target.start
    if document.target in _UNSPACED:
        shown = _SPELLING.findall(document.text, *bead.target)
        target -= sum(map(len, shown))
    return bead.source.end - bead.source.start, target


def _evidence(document: Document, bead: Bead, off: float) -> float:
    """Do figures, names and words of one side say, too, that the other lacks a part?"""
    from mtcheck.bilingual.likeness import habits

    source = document.source
    assert source is not None
    here, there = _keys(document, bead)
    if off < 0:
        return habits(source.target, document.target).evidence_of_loss(here, there)
    return habits(document.target, source.target).evidence_of_loss(there, here)


def _is_moved(document: Document, bead: Bead, off: float) -> bool:
    """Does the sentence before or after give the figure or name that this one lacks, though its own
    counterpart does not? Then the two share the matter otherwise."""
    from mtcheck.bilingual.keys import NUMBER, WORD

    short, long = (1, 0) if off < 0 else (0, 1)
    here = _keys(document, bead)
    lacking = {key for key in here[long] - here[short] if key[0] in (NUMBER, WORD) and len(key) > 3}
    if not lacking:
        return False
    at = document.beads.index(bead)
    for beside in (*document.beads[max(0, at - 1) : at], *document.beads[at + 1 : at + 2]):
        keys = _keys(document, beside)
        if lacking & (keys[short] - keys[long]):
            return True
    return False


def _keys(document: Document, bead: Bead) -> tuple[Keys, Keys]:
    """Of the bead's source and target."""
    from mtcheck.bilingual.keys import keys_of_sentences

    assert document.source is not None
    parts = (
        Document(document.source.text[slice(*bead.source)], document.source.language),
        Document(document.text[slice(*bead.target)], document.language),
    )
    here, there = (frozenset[str]().union(*keys) for keys in keys_of_sentences(*parts))
    return here, there


def _own_shift(strange: list[float]) -> float:
    """Is this translator briefer or wordier than others?"""
    if not strange:
        return 0.0
    from statistics import median

    shift = median(strange) * len(strange) / (len(strange) + _ASSUMED_USUAL)
    return max(-_MOST_OWN_SHIFT, min(_MOST_OWN_SHIFT, shift))
