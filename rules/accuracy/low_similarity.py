from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.document import Document
from mtcheck.rule import Hit, Option, bad, good, rule

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead

_FEWEST = 5
_SHORTEST = 20
_NORMAL = 1.4826
_LEAST_SPREAD = 6.0
DEVIATIONS = Option(
    "deviations", 3.0, "How many robust deviations below the article's median are far.", least=0.5
)
ALWAYS_FINE = Option("always-fine", 35.0, "A segment with this chrF2++ or more is never marked.")


_REFERENCE = (
    "The council met on Monday. Members discussed the new budget for schools. The mayor wants to "
    "build two new bridges. Unions fear that jobs will be lost. A decision is expected in spring. "
    "The opposition will vote against the plan."
)


@rule(
    category="accuracy/mistranslation",
    severity="minor",
    confidence="high",
    needs=("reference",),
    options=(DEVIATIONS, ALWAYS_FINE),
    yields_to=("omitted-text", "added-text", "copied-source", "untranslated-sentence"),
    examples=[
        bad(
            "The council met on Monday. Members discussed the new budget for the schools. The "
            "mayor wants to build two new bridges. ⟦Syndicated hooks dread wasted labours.⟧ A "
            "decision is expected in the spring. The opposition will vote against the plan.",
            reference=_REFERENCE,
        ),
        good(
            "On Monday the council met. The members talked about the new school budget. The mayor "
            "wants two new bridges built. Unions are afraid that jobs will go. A decision is "
            "expected in the spring. The opposition is to vote against the plan.",
            reference=_REFERENCE,
        ),
    ],
)
def low_similarity(document: Document) -> Iterator[Hit]:
    """A segment is far less like the reference than the rest of the article is.

    Why: where all other sentences resemble what a person wrote and one does not, the engine has
    most likely misread it. How alike they are is measured with chrF2++ (sacreBLEU); "far less" is
    three robust deviations below the article's own median.
    Legitimate: a free but right rendering. The finding says where to look first.
    Fix: none.
    Authority: Popović 2017 for chrF++; Iglewicz and Hoaglin 1993 for the modified z-score.
    """
    reference = document.reference
    if reference is None:
        return
    from statistics import median

    from mtcheck.bilingual.alignment import align

    beads = [
        bead
        for bead in align(reference, document)
        if not (bead.is_omission or bead.is_addition)
        and bead.target.end - bead.target.start >= _SHORTEST
    ]
    if len(beads) < _FEWEST:
        return
    scores = _similarities(document, reference, beads)
    middle = median(scores)
    spread = _NORMAL * median(abs(score - middle) for score in scores)
    limit = min(
        middle - document.option(DEVIATIONS) * max(spread, _LEAST_SPREAD),
        document.option(ALWAYS_FINE),
    )
    for bead, score in zip(beads, scores, strict=True):
        if score < limit:
            expected = " ".join(reference.text[slice(*bead.source)].split())
            yield Hit(
                *bead.target,
                f"This is far from the reference (chrF2++ {score:.0f}; the article's segments "
                f"have {middle:.0f}): the engine may have misread the source here.",
                suggestion=expected,
            )


def _similarities(document: Document, reference: Document, beads: list[Bead]) -> list[float]:
    from mtcheck.metrics import similarity

    return [
        similarity(document.text[slice(*bead.target)], reference.text[slice(*bead.source)])
        for bead in beads
    ]
