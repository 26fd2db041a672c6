from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Edit, Fix, Hit, Related, bad, good, rule


@rule(
    category="design-and-markup/duplication",
    severity="major",
    confidence="high",
    examples=[
        bad(
            "Talks open in Moscow\n\n⟦Talks open in Moscow⟧\n\nDelegates met on Friday.",
            fixed="Talks open in Moscow\n\nDelegates met on Friday.",
        ),
        bad(
            "Les pourparlers reprennent à Genève\n⟦LES POURPARLERS REPRENNENT À GENÈVE⟧\n"
            "Les délégués se sont réunis vendredi.",
            "fr",
            fixed="Les pourparlers reprennent à Genève\nLes délégués se sont réunis vendredi.",
        ),
        bad(
            "»Wir schaffen das«, sagt die Kanzlerin\n\n⟦„Wir schaffen das“, sagt die Kanzlerin⟧\n\n"
            "Sie sprach in Berlin.",
            "de",
            fixed="»Wir schaffen das«, sagt die Kanzlerin\n\nSie sprach in Berlin.",
        ),
        good(
            "Talks open in Moscow\n\nTalks opened in Moscow on Friday, the Kremlin said.\n\n"
            "They go on today."
        ),
        good("Vote\n\nYes: 51\n\nNo: 49\n\nThe vote closed at noon."),
    ],
)
def duplicated_headline(document: Document) -> Iterator[Hit]:
    """The headline stands again as the first lines of the article.

    Why: the page holds the headline twice (title and heading, or teaser and heading), and the
    machine translates all it gets. It is what a reader sees first.
    Legitimate: a lead that opens with the headline's words and goes on; that is left alone.
    Fix: safe; the second copy and the blank line after it go.
    Authority: every newsroom prints its headline once.
    """
    headline = document.headline
    if headline is None:
        return
    wanted = _letters(document, headline.start, headline.end)
    for index, block in enumerate(document.blocks[1:4], 1):
        if len(wanted) >= 8 and _letters(document, block.text_start, block.end) == wanted:
            after = document.blocks[index + 1 : index + 2]
            end = after[0].start if after else len(document.text)
            yield Hit(
                block.start,
                block.end,
                "The headline stands here again: the page held it twice and both copies were "
                "translated.",
                suggestion="delete this copy",
                fix=Fix((Edit(block.start, end, ""),)),
                related=(Related(headline.start, headline.end, "first here"),),
            )


def _letters(document: Document, start: int, end: int) -> str:
    """The letters and digits alone: quotes, case and spacing of the copies may differ."""
    return "".join(filter(str.isalnum, document.folded[start:end]))
