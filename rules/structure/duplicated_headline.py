from collections.abc import Iterator

from mtcheck.document import Block, Document, Span
from mtcheck.fix import without_passage
from mtcheck.language.data import function_words
from mtcheck.language.headlines import tell_the_same
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, Option, Related, bad, good, rule

REACH = Option(
    "paragraphs", 3, "How many paragraphs below the headline may hold it again.", least=1
)
_FEWEST_LETTERS = 8
_FEWEST_WORDS_BEFORE_TEXT = 4
_WORD = late_pattern(r"[^\W_]+")
_SITE = late_pattern(
    r"\s*[-–—|·•:]\s*[A-ZÀ-Þ][\w.'’]*+(?:\s[A-ZÀ-Þ][\w.'’]*+){0,3}\s?$|\s*[-–—|]\s*[\w.]+\.[a-z]{2,3}$"
)
_BEFORE_TEXT = late_pattern(r"[\"”»]?(?:[.!]|\s[-–—|])?\s+(?=\W?([^\W_]+))")


@rule(
    category="design-and-markup/duplication",
    severity="major",
    confidence="high",
    options=(REACH,),
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
        bad(
            "Talks open in Moscow\n\nFriday 12 May\n\n⟦Talks open in Moscow - The Daily Post⟧\n\n"
            "Delegates met on Friday.",
            fixed="Talks open in Moscow\n\nFriday 12 May\n\nDelegates met on Friday.",
        ),
        bad(
            "Russia calls on Hamas to release hostages\n\n⟦Russia urges Hamas to release hostages⟧"
            "\n\nDelegates met on Friday."
        ),
        bad(
            "Hailstorm wrecks a third of the crop, growers say\n\n⟦A third of the crop wrecked by "
            "hailstorm, say growers⟧\n\nIt lasted an hour."
        ),
        bad(
            "ZF zruší dalších 7600 pracovních míst\n\n⟦Dodavatel ZF zruší dalších 7 600 míst⟧\n\n"
            "Firma to oznámila ve středu.",
            "cs",
        ),
        bad(
            "クレーン倒壊、通勤客ら5人負傷\n\n⟦クレーンが倒壊、通勤客ら5人負傷⟧\n\n市は調べている。",
            "ja",
        ),
        good(
            "Benfica vence Porto e sobe ao topo\n\nBenfica e Porto lutam pelo topo\n\nHá 3.", "pt"
        ),
        good(
            "Roma batte Lazio nel derby di andata\n\nRoma batte Lazio nel derby di ritorno\n\nE.",
            "it",
        ),
        good("Dog bites man in the park today\n\nMan bites dog in the park today\n\nBoth ran."),
        good("Lyon wins 200 jobs from the plan\n\nLyon loses 300 jobs from the plan\n\nA lot."),
        bad(
            "El río inunda cuarenta casas\n\n⟦El río inunda cuarenta casas⟧ La noche fue larga en "
            "el barrio bajo.\n\nNo hubo heridos.",
            "es",
            fixed="El río inunda cuarenta casas\n\nLa noche fue larga en el barrio bajo.\n\n"
            "No hubo heridos.",
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
    doubled = _second_half(document, headline)
    if doubled:
        headline = Block("headline", headline.start, doubled.start, headline.start)
        yield _hit(document, headline, doubled)
    for block in document.blocks[1 : 1 + document.option(REACH)]:
        copy = _copy(document, headline, block)
        if copy:
            yield _hit(document, headline, copy)


def _hit(document: Document, headline: Block, copy: Span) -> Hit:
    return Hit(
        *copy,
        "The headline stands here again: the page held it twice and both copies were translated.",
        suggestion="delete this copy",
        fix=without_passage(document, *copy),
        related=(Related(headline.start, headline.end, "first here"),),
    )


def _copy(document: Document, headline: Block, block: Block) -> Span | None:
    """The headline's copy in the block: all of it, or what stands before the text."""
    wanted = _letters(document, headline.text_start, headline.end)
    found = _letters(document, block.text_start, block.end)
    if len(wanted) < _FEWEST_LETTERS:
        return None
    whole = Span(block.start, block.end)
    text = document.text
    if found == wanted:
        return whole
    if found.startswith(wanted):
        end = _end_of(document, block, len(wanted))
        if _SITE.fullmatch(text, end, block.end):
            return whole
        if copy := _before_text(document, block, end):
            return copy
    if wanted.startswith(found) and len(found) >= _FEWEST_LETTERS:
        end = _end_of(document, headline, len(found))
        return whole if _SITE.fullmatch(text, end, headline.end) else None
    return whole if _is_nearly(document, headline, block) else None


def _before_text(document: Document, block: Block, end: int) -> Span | None:
    """The copy that the lead follows on the same line: a full stop or dash parts them, or the
    lead's first word is one that has a capital only because it opens a sentence."""
    gap = _BEFORE_TEXT.match(document.text, end, block.end)
    words = len(_WORD.findall(document.text, block.text_start, end))
    if gap is None or words < _FEWEST_WORDS_BEFORE_TEXT or len(document.text[gap.end() :]) < 20:
        return None
    first = gap[1]
    if not first[0].isupper():
        return None
    is_parted = gap.group().strip() != ""
    opens = first.lower() in function_words(document.target) and not first.isupper()
    if not is_parted and not opens:
        return None
    return Span(block.start, gap.start() + len(gap.group().rstrip()))


def _second_half(document: Document, headline: Block) -> Span | None:
    """The second copy where one line holds the headline twice."""
    letters = _letters(document, headline.text_start, headline.end)
    half = len(letters) // 2
    if half < 2 * _FEWEST_LETTERS or letters[:half] * 2 != letters:
        return None
    start = _end_of(document, headline, half)
    while start < headline.end and not document.text[start].isalnum():
        start += 1
    return Span(start, headline.end)


def _is_nearly(document: Document, headline: Block, block: Block) -> bool:
    """Is it a line that says the same in almost the same words, numbers and names?"""
    line = document.text[block.text_start : block.end].rstrip("\"'”’»“)] ")
    if line.endswith((".", "!", "?", ":", ";", ",", "…", "。", "！", "？", "؟")):
        return False
    if block.kind == "list_item":
        return False
    of_headline = Span(headline.text_start, headline.end)
    of_line = Span(block.text_start, block.end)
    return tell_the_same(document, of_headline, of_line, is_next=block == document.blocks[1])


def _end_of(document: Document, block: Block, letters: int) -> int:
    """Where the first so many letters and digits of the block end."""
    end = block.text_start
    while letters:
        letters -= document.folded[end].isalnum()
        end += 1
    return end


def _letters(document: Document, start: int, end: int) -> str:
    """The letters and digits alone: quotes, case and spacing of the copies may differ."""
    return "".join(filter(str.isalnum, document.folded[start:end]))
