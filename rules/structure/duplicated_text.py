from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.document import Block, Document, Span
from mtcheck.fix import without_passage
from mtcheck.language.retelling import FEWEST_WEIGHTY, tells_again
from mtcheck.language.sameness import (
    TOKEN,
    Worded,
    are_the_same,
    is_statement,
    say_the_same_at_once,
    worded,
)
from mtcheck.language.told_twice import clauses_told_again
from mtcheck.language.words import CHARACTERS_PER_WORD, count_words
from mtcheck.origin import ANY_SOURCE
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, Related, bad, good, rule

_FEWEST_WORDS, _FEWEST_LETTERS = 7, 36
_FEWEST_WORDS_AT_ONCE, _FEWEST_LETTERS_AT_ONCE = 4, 18
_LONGEST_REFRAIN = 12
_LONGEST_QUESTION = 15
_FEWEST_WORDS_NEARLY = 9
_FEWEST_WORDS_OF_BEGINNING = 8
_OPENING = 5
_POSTINGS = 16
_MOST_TWINS = 50
_LETTERS_PER_WORD = 6
_SPACE = late_pattern(r"\s*+")
_CLOCK = late_pattern(r"\W*\d{1,2}\s?[:.h]\s?\d{2}\b")
_REACH_OF_DUPLICATED_HEADLINE = 4


@rule(
    category="design-and-markup/duplication",
    severity="major",
    confidence="high",
    examples=[
        bad(
            "Talks open\n\nThe two sides met in Geneva for the first time since May.\n\n"
            "Nobody would speak.\n\n⟦The two sides met in Geneva for the first time since May.⟧\n\n"
            "They go on today.",
            fixed="Talks open\n\nThe two sides met in Geneva for the first time since May.\n\n"
            "Nobody would speak.\n\nThey go on today.",
        ),
        bad(
            "Le ministre est parti. La séance a repris à midi. ⟦La séance a repris à midi.⟧ "
            "Personne n'a parlé.",
            "fr",
            fixed="Le ministre est parti. La séance a repris à midi. Personne n'a parlé.",
        ),
        bad(
            "Die Feuerwehr rettete am Montag zwölf Menschen aus dem brennenden Haus.\n\n"
            "Zwei liegen in der Klinik. ⟦Am Montag rettete die Feuerwehr zwölf Menschen aus dem "
            "brennenden Haus.⟧",
            "de",
        ),
        bad(
            "El río creció dos metros durante la noche e inundó cuarenta casas del barrio bajo.\n\n"
            "No hubo heridos.\n\n⟦El río creció dos metros en la noche e inundó cuarenta casas del "
            "barrio bajo.⟧",
            "es",
        ),
        bad(
            "Avtalet är klart. Tre familjer vägrar att skriva på. ⟦Tre familjer vägrar skriva "
            "under.⟧ De vill se cheferna i rätten.",
            "sv",
        ),
        bad(
            "Their sensor made of diamond works at room temperature and reads the field of a "
            "cell.\n\nNobody knew.\n\n⟦Their sensor made of diamond works at room temperature.⟧"
        ),
        bad(
            "Il museo tace.\n\nDue ritratti di John Singer Sargent sono stati rubati nella notte "
            "in un museo di Boston.\n\n⟦La polizia ha reso noto che due ritratti di John Singer "
            "Sargent sono stati rubati nella notte in un museo di Boston.⟧",
            "it",
        ),
        bad(
            "Sjukhuset betalade redan i maj ut 210 000 euro i skadestånd.\n\nHan nekar.\n\n"
            "⟦Redan i maj betalade sjukhuset ut skadestånd.⟧",
            "sv",
            source_lang="en",
        ),
        bad(
            "The clinic had already warned of shortages in the spring.\n\nNobody reacted.\n\n"
            "⟦The clinic had warned in the spring already of shortages.⟧",
            source_lang="de",
        ),
        good(
            "The satellite was sent into space by a rocket.\n\nIt takes a giant rocket to put a "
            "satellite in space.",
            source_lang="de",
        ),
        bad(
            "Le soir, des manifestants ont brûlé des pneus ⟦et des pneus ont été brûlés par les "
            "manifestants⟧. La police est intervenue.",
            "fr",
        ),
        good("Les ouvriers accusent les patrons et les patrons accusent les ouvriers.", "fr"),
        good("Three families refuse to sign it. Three families refuse to leave the house."),
        good(
            "In the first race the favourite finished third behind two runners from Kenya.\n\n"
            "In the second race the favourite finished third behind two runners from Kenya."
        ),
        good(
            "“Nothing about us without us” was the slogan.\n\n“Nothing about us without us,” they "
            "chanted. “Nothing about us without us,” they sang."
        ),
        good("La ville de Lyon recevra dix millions d'euros du fonds européen cette année.\n\n"
             "La ville de Lille recevra dix millions d'euros du fonds européen cette année.", "fr"),
    ],
)  # fmt: skip
def duplicated_text(document: Document) -> Iterator[Hit]:
    """A paragraph or sentence stands again in the article, word for word or nearly so.

    Why: teasers, captions and pull quotes repeat the text on a page, and engines sometimes
    translate a passage twice or fall into a loop; nearly the same copy is the same sentence
    translated a second time.
    Legitimate: refrains, slogans, questions of an interview, table rows, a quotation that lead
    and body both give, parallel sentences that differ in a number or a name.
    Fix: safe where a whole paragraph, or the very next sentence, is an exact copy; it goes.
    Authority: a news text says a thing once.
    """
    sentences = [[worded(document, s) for s in of_block] for _, of_block in _by_block(document)]
    copies = dict(_exact_copies(document, sentences))
    paragraphs = [
        own
        for block, own in zip(document.blocks, sentences, strict=True)
        if block.kind == "paragraph"
    ]
    copies.update(_near_copies(document, paragraphs, copies))
    sure = {span: copy for span, copy in copies.items() if copy.sure}
    copies.update(_short_copies(document, paragraphs, sure))
    for block, spans in _by_block(document):
        run: list[_Copy] = []
        for sentence in [*spans, None]:
            copy = copies.get(sentence) if sentence else None
            if copy:
                run.append(copy)
            elif run:
                yield _hit(document, block, run)
                run = []
    for block, spans in _by_block(document):
        for sentence in spans if block.kind == "paragraph" else ():
            for clause in clauses_told_again(document, sentence):
                if not document.quotations_around(*clause):
                    yield _clause(clause)


def _clause(clause: Span) -> Hit:
    return Hit(
        *clause,
        "This clause tells again what the one before it in the sentence told.",
        suggestion="delete one of the two",
    )


class _Copy(NamedTuple):
    """A sentence that stands for the second time, and its first copy."""

    span: Span
    first: Span
    exact: bool
    sure: bool = True


def _hit(document: Document, block: Block, run: Sequence[_Copy]) -> Hit:
    start, end = run[0].span.start, run[-1].span.end
    is_whole = start == block.text_start and end >= block.end
    exact = all(copy.exact for copy in run)
    at_once = _SPACE.match(document.text, run[0].first.end).end() >= start  # type: ignore[union-attr]
    if is_whole:
        start, end = block.start, block.end
    what = "paragraph" if is_whole else "sentence"
    how = (
        "stands in the article already" if exact else "repeats an earlier one almost word for word"
    )
    return Hit(
        start,
        end,
        f"This {what} {how}: the page held it twice, or the engine translated it twice.",
        suggestion="delete this copy",
        confidence=None if all(copy.sure for copy in run) else "medium",
        sources=() if all(copy.sure for copy in run) else ANY_SOURCE,
        fix=without_passage(document, start, end) if exact and (is_whole or at_once) else None,
        related=(Related(*_first_place(run), "first here"),),
    )


def _first_place(run: Sequence[_Copy]) -> tuple[int, int]:
    """From the first copy of the first sentence to that of the last; of the first sentence alone
    where the copies stand in another order."""
    first, last = run[0].first, run[-1].first
    return first.start, max(first.end, last.end) if last.start >= first.start else first.end


def _by_block(document: Document) -> Iterator[tuple[Block, tuple[Span, ...]]]:
    return ((block, document.sentences_of(block)) for block in document.blocks)


def _exact_copies(
    document: Document, sentences: Sequence[Sequence[Worded]]
) -> Iterator[tuple[Span, _Copy]]:
    keys = [_letters(document, sentence) for of_block in sentences for sentence in of_block]
    counts = Counter(keys)
    if len(counts) == len(keys):
        return
    shortest = _LONGEST_QUESTION + 1 if _is_liveblog(document) else 0
    first_of: dict[str, Span] = {}
    previous = ""
    for sentence, key in zip(document.sentences, keys, strict=True):
        first = first_of.setdefault(key, sentence)
        if first is not sentence:
            words, letters = _size(document, sentence, key)
            repeated = _Repeated(sentence, first, words, letters, counts[key], key == previous)
            if words >= shortest and _is_fault(document, repeated):
                yield sentence, _Copy(sentence, first, True)
        previous = key


def _size(document: Document, sentence: Span, key: str) -> tuple[int, int]:
    """Words and letters, or what stands for as many in scripts that do not part words."""
    if document.target not in CHARACTERS_PER_WORD:
        return len(TOKEN.findall(document.text, *sentence)), len(key)
    words = count_words(document.text[slice(*sentence)], document.target)
    return words, words * _LETTERS_PER_WORD


class _Repeated(NamedTuple):
    """A sentence that stood before; `at_once`: right before it."""

    span: Span
    first: Span
    words: int
    letters: int
    times: int
    at_once: bool


def _is_fault(document: Document, repeated: _Repeated) -> bool:
    """Is the repetition a fault, and not a refrain, a question or a row of a table?"""
    span, first, words, letters, times, at_once = repeated
    index = document.block_index(span.start)
    block = document.blocks[index]
    opens_article = index < _REACH_OF_DUPLICATED_HEADLINE
    if document.headline and first.end <= document.headline.end:
        is_line = (
            span == (block.text_start, block.end) and document.text[span.end - 1] not in ".!。！"
        )
        return is_line and not opens_article and words >= _FEWEST_WORDS_AT_ONCE
    if at_once and index == 2 and span.start == block.start:
        return words >= _FEWEST_WORDS_AT_ONCE  # a headline under a kicker
    if at_once and (words < _FEWEST_WORDS_AT_ONCE or letters < _FEWEST_LETTERS_AT_ONCE):
        return False
    if not at_once and (words < _FEWEST_WORDS or letters < _FEWEST_LETTERS):
        return False
    if (
        not {"?", "？", "؟"}.isdisjoint(document.text[span.end - 2 : span.end])
        and words < _LONGEST_QUESTION
    ):
        return False
    return words > _LONGEST_REFRAIN or not (
        (times > 2 and not at_once)
        or block.kind == "list_item"
        or _is_quoted(document, span)
        or _is_line(document, index)
    )


def _is_quoted(document: Document, sentence: Span) -> bool:
    """Does all of the sentence stand between quotation marks?"""
    text = document.text
    start, end = sentence
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return bool(document.quotations_around(start, end))


def _is_line(document: Document, index: int) -> bool:
    """One of several short lines without a full stop: of a song, a table, a programme?"""
    near = document.blocks[max(0, index - 1) : index + 2]
    lines = [
        b for b in near if b.end - b.start < 90 and document.text[b.end - 1] not in '.!?”"»。！？」'
    ]
    return len(lines) >= 2


def _is_liveblog(document: Document) -> bool:
    return sum(bool(_CLOCK.match(document.text, block.start)) for block in document.blocks) >= 3


def _near_copies(
    document: Document, paragraphs: Sequence[Sequence[Worded]], known: dict[Span, _Copy]
) -> Iterator[tuple[Span, _Copy]]:
    """Only sentences that share half of their weighty words are compared."""
    where: dict[str, list[int]] = {}
    sentences: list[Worded] = []
    for paragraph in paragraphs:
        for own in paragraph:
            span = own.span
            if len(own.stems) < FEWEST_WEIGHTY or span in known:
                continue
            known_stems = [stem for stem in own.stems if stem in where]
            shared: Counter[int] = Counter()
            if 2 * len(known_stems) > len(own.stems):
                shared.update(number for stem in known_stems for number in where[stem])
            for number, count in shared.most_common(2):
                first = sentences[number]
                if own.words == first.words or 2 * count <= len(own.stems):
                    continue
                long = min(len(own.words), len(first.words)) >= _FEWEST_WORDS_NEARLY
                sure = long and are_the_same(document, first, own)
                if sure or tells_again(document, first, own):
                    yield span, _Copy(span, first.span, False, sure)
                    break
            for stem in own.stems:
                postings = where.setdefault(stem, [])
                if len(postings) < _POSTINGS:
                    postings.append(len(sentences))
            sentences.append(own)


def _short_copies(
    document: Document, paragraphs: Sequence[Sequence[Worded]], known: dict[Span, _Copy]
) -> Iterator[tuple[Span, _Copy]]:
    """A sentence right behind one that says the same but for its small words, and one that is
    the beginning of another: the same clause twice, once in full."""
    if document.target in CHARACTERS_PER_WORD:
        return
    by_opening: dict[tuple[str, ...], list[Worded]] = {}
    for paragraph in paragraphs:
        before: Worded | None = None
        for own in paragraph:
            span = own.span
            if before and span not in known and say_the_same_at_once(document, before, own):
                yield span, _Copy(span, before.span, False)
            before = own
            if len(own.words) < _FEWEST_WORDS_OF_BEGINNING:
                continue
            twins = by_opening.setdefault(own.words[:_OPENING], [])
            for other in twins:
                shorter, longer = sorted((other, own), key=lambda one: len(one.words))
                if (
                    longer.words[: len(shorter.words)] == shorter.words != longer.words
                    and not {span, other.span} & known.keys()
                    and is_statement(document, shorter)
                    and is_statement(document, longer)
                ):
                    yield span, _Copy(span, other.span, False)
                    break
            if len(twins) < _MOST_TWINS:
                twins.append(own)


def _letters(document: Document, sentence: Worded) -> str:
    if document.target in CHARACTERS_PER_WORD:
        return "".join(TOKEN.findall(document.folded, *sentence.span))
    return "".join(sentence.words)
