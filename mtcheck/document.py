"""One article, and what can be asked of it.

The text is kept exactly as decoded; everything else is spans into it, computed once, when a rule
asks. Offsets are code points, half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, cast

from mtcheck.blocks import BULLET, block_spans, line_spans, looks_like_headline
from mtcheck.blocks import Span as Span
from mtcheck.language.conventions import Conventions, conventions
from mtcheck.language.data import languages, normalized_tag, primary_subtag, word_list
from mtcheck.language.quotation_style import accepted_pairs, outer_quotations, usual_pair
from mtcheck.language.quotations import LoneMark, Quotation, pair_quotation_marks
from mtcheck.language.sentences import sentence_spans
from mtcheck.language.varieties import Variety, english_variety
from mtcheck.language.words import count_words, small_letters
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.bilingual.memory import EarlierRenderings
    from mtcheck.file_map import FileMap
    from mtcheck.house_style import HouseStyle
    from mtcheck.language.passages import Passage
    from mtcheck.option import Option, Setting
    from mtcheck.suppress import Outcome
    from mtcheck.terminology import Glossary

_Answer = TypeVar("_Answer")
BlockKind = Literal["headline", "paragraph", "list_item", "subheading", "quote", "caption", "cell"]
"""All but the first three are known only where the file marks them (HTML, DOCX ...)."""

_LINK = late_pattern(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)[@#]\w+"
    r"|(?<!\w)\w+\.(?:com|org|net|fr|de|es)\b"
)
_SIGN_OF_LINK = late_pattern(r"@|#|://|www\.|\.(?:com|org|net|fr|de|es)\b")
_RUN = late_pattern(r"\S*")
_LETTERS = late_pattern(r"[A-Za-z\u00c0-\u024f]+|[^\W\d_A-Za-z\u00c0-\u024f]+")
_DIGITS = late_pattern(r"\d+")
_LONGEST_PASSAGE = 2_000
_DEEPEST_NESTING = 50
_FEWEST_SEGMENTS = 6
_SHARE_OF_SEGMENTS = 0.8
_PLAIN = str.maketrans("’‘ʼ‐‑\u00a0\u202f\u2009\n\r\t", "'''--      ")


class Block(NamedTuple):
    """A headline, paragraph, list item, or what else the file marks it as.

    start, end: without the white space around it, a bullet included.
    text_start: after the bullet.
    """

    kind: BlockKind
    start: int
    end: int
    text_start: int


class Segment(NamedTuple):
    """A stretch of the document's text and its counterpart in the source, where a bilingual file
    pairs them.

    target, source: into the document's text and into its source's; an empty span where the file
        has nothing on that side.
    line: where the target stands in the file, from 1; None where the format has no lines.
    id: the file's name for it.
    """

    target: Span
    source: Span
    line: int | None = None
    id: str | None = None


class Comment(NamedTuple):
    """A comment of the file, which is no part of the text.

    text: without the marks of the format.
    at: the offset in the document's text that it stands before (code points).
    line: where it begins in the file, from 1.
    file_span: where it stands in the decoded file, its marks included; None where the format's
        reader knows the line alone.
    """

    text: str
    at: int
    line: int
    file_span: Span | None = None


class Document:
    """An article in one language.

    text: the article, as decoded.
    language: BCP 47 tag of the language it is written in; may carry a region ("en-GB").
    source_language: that of the original, where the caller knows it; with a `source` it is the
        source's.
    source, reference: the original and a reference translation, as documents.
    glossary: the terms that the caller wants kept.
    segments: the pairs of a bilingual file, in order, each a block or more; without them the two
        texts are aligned.
    target (an attribute): the primary subtag of the language.
    memory (an attribute): what earlier articles of the run render otherwise, if there are any.
    house_style (an attribute): what the newsroom prints; set before anything is asked.
    options (an attribute): what the caller set in the rules' options.
    comments: those of the file, in order.
    suppression (an attribute): what came of the comments that suppress findings, once it is known.
    headline_end: where the headline is known to end (0: the article is known to have none);
        None lets the first block decide.
    blocks: where the file marks them; without them they are found in the lines of the text.
    asides: stretches that are not the writer's prose (code, words that the file marks as another
        language); nothing that begins or ends inside one is a finding.
    file_map: where the text stands in the file, where the file holds more than the text.

    Raises LanguageTagError for a tag that is none.
    """

    def __init__(
        self,
        text: str,
        language: str,
        *,
        source_language: str | None = None,
        source: Document | None = None,
        reference: Document | None = None,
        glossary: Glossary | None = None,
        segments: tuple[Segment, ...] = (),
        comments: tuple[Comment, ...] = (),
        headline_end: int | None = None,
        blocks: tuple[Block, ...] = (),
        asides: tuple[Span, ...] = (),
        file_map: FileMap | None = None,
    ) -> None:
        self.text = text
        self.language = normalized_tag(language)
        self.target = primary_subtag(self.language)
        given = source.language if source else source_language
        self.source_language = normalized_tag(given) if given else None
        self.source = source
        self.reference = reference
        self.glossary = glossary
        self.memory: EarlierRenderings | None = None
        self.house_style: HouseStyle | None = None
        self.options: Mapping[Option[Any], object] = {}
        self.segments = segments
        self.comments = comments
        self.suppression: Outcome | None = None
        self.asides = asides
        self.file_map = file_map
        self._headline_end = headline_end
        self._given_blocks = blocks
        self._foreign: dict[Span, bool] = {}
        self._answers: dict[Hashable, Any] = {}

    def once(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """What `answer` returns, asked for once a document: for what a rule would otherwise work
        out again at every place of a long text."""
        if question not in self._answers:
            self._answers[question] = answer()
        return cast("_Answer", self._answers[question])

    @cached_property
    def beads(self) -> tuple[Bead, ...]:
        """What of the source corresponds to what of this text, in order of the text; none without
        a source."""
        from mtcheck.bilingual.alignment import align, beads_of_segments

        if self.source is None:
            return ()
        if any(segment.source.end for segment in self.segments):
            return beads_of_segments(self.segments)
        return align(self.source, self)

    @cached_property
    def bead_starts(self) -> list[int]:
        """Where each of `beads` begins in this text."""
        return [bead.target.start for bead in self.beads]

    def beside(
        self,
        *,
        source: Document | None = None,
        reference: Document | None = None,
        segments: tuple[Segment, ...] = (),
    ) -> Document:
        """The same article with a source or a reference that it had not."""
        made_of = self.made_of()
        made_of["source"] = source or self.source
        made_of["reference"] = reference or self.reference
        made_of["segments"] = segments or self.segments
        return Document(**made_of)

    def made_of(self) -> dict[str, Any]:
        """The arguments that make the same document again: all that it is, and nothing that was
        found out since or set from outside."""
        return {
            "text": self.text,
            "language": self.language,
            "source_language": self.source_language,
            "source": self.source,
            "reference": self.reference,
            "glossary": self.glossary,
            "segments": self.segments,
            "comments": self.comments,
            "headline_end": self._headline_end,
            "blocks": self._given_blocks,
            "asides": self.asides,
            "file_map": self.file_map,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        """Goes to another process as what it was made of."""
        return _made_again, (self.made_of(),)

    @cached_property
    def conventions(self) -> Conventions:
        """What the press of the document's language (and region, where it is told) prints, or the
        house where it has a style of its own."""
        if self.house_style:
            from mtcheck.house_style import house_conventions

            return house_conventions(self.language, self.house_style)
        return conventions(self.language)

    @cached_property
    def variety(self) -> Variety | None:
        """ "US" or "GB" where the house says it, or an English text shows which it is."""
        if self.house_style and self.house_style.english and self.target == "en":
            return "US" if self.house_style.english == "US" else "GB"
        return english_variety(self)

    def option(self, option: Option[Setting]) -> Setting:
        """What is to be used for an option of a rule: what the caller set, or its default."""
        return cast("Setting", self.options.get(option, option.default))

    @cached_property
    def word_count(self) -> int:
        return count_words(self.text, self.target)

    @cached_property
    def plain(self) -> str:
        """The text with plain apostrophes, hyphens and spaces; same length."""
        return self.text.translate(_PLAIN)

    @cached_property
    def folded(self) -> str:
        """`plain` in small letters; same length."""
        return small_letters(self.plain)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The distinct characters of the text: the cheapest first question of all."""
        return frozenset(self.text)

    @cached_property
    def distinct(self) -> str:
        """`characters` in one string: where a pattern for single characters finds nothing in it,
        it finds nothing in the text."""
        return "".join(self.characters)

    def has_pair(self, left: str, right: str) -> bool:
        """Does one of the characters `left` stand right before one of `right`? A search for
        fixed strings, a hundred times faster than a pattern."""
        lefts = [sign for sign in left if sign in self.characters]
        rights = [sign for sign in right if sign in self.characters]
        return any(one + other in self.text for one in lefts for other in rights)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct words of `plain`, cut at apostrophes, hyphens and where Latin letters end:
        the cheap first question of rules that look for listed words."""
        return frozenset(_LETTERS.findall(self.plain))

    @cached_property
    def folded_vocabulary(self) -> frozenset[str]:
        """`vocabulary` in small letters."""
        return frozenset(small_letters(" ".join(self.vocabulary)).split(" "))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Headline, paragraphs and list items in order."""
        if self._given_blocks:
            return self._given_blocks
        spans = line_spans(self.text) if self.segments else block_spans(self.text)
        return tuple(self._block(index, span, len(spans)) for index, span in enumerate(spans))

    def _block(self, index: int, span: Span, count: int) -> Block:
        bullet = BULLET.match(self.text, span.start, span.end)
        if bullet and not (index == 0 and self._headline_end):
            return Block("list_item", *span, bullet.end())
        is_headline = index == 0 and (
            span.end <= self._headline_end
            if self._headline_end is not None
            else count > 1 and looks_like_headline(self.text[span.start : span.end])
        )
        return Block("headline" if is_headline else "paragraph", *span, span.start)

    @property
    def headline(self) -> Block | None:
        first = self.blocks[0] if self.blocks else None
        return first if first and first.kind == "headline" else None

    @cached_property
    def _sentences_by_block(self) -> tuple[tuple[Span, ...], ...]:
        return tuple(
            tuple(
                Span(start, end)
                for start, end in sentence_spans(
                    self.text, block.text_start, block.end, self.target, self.conventions
                )
            )
            for block in self.blocks
        )

    def sentences_of(self, block: Block) -> tuple[Span, ...]:
        """The sentences of one of the document's blocks, bullet left out."""
        return self._sentences_by_block[self.block_index(block.start)]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences in order; none crosses a block."""
        return tuple(span for spans in self._sentences_by_block for span in spans)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def block_index(self, offset: int) -> int:
        """The index of the block that holds the offset, or of the last one before it."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    @cached_property
    def is_sentence_a_paragraph(self) -> bool:
        """Is nearly every paragraph one sentence? So stand segments that were never put together
        again, and the copy of some news desks."""
        count = len(self.blocks)
        single = sum(len(self.sentences_of(block)) <= 1 for block in self.blocks)
        return count >= _FEWEST_SEGMENTS and single >= _SHARE_OF_SEGMENTS * count

    def block_at(self, offset: int) -> Block:
        return self.blocks[self.block_index(offset)]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the offset, or the last one before it."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else Span(0, len(self.text))

    @cached_property
    def _paired_marks(self) -> tuple[tuple[Quotation, ...], tuple[LoneMark, ...]]:
        elisions = self.conventions.elisions
        suffixes = word_list("quote-suffixes", self.target)
        pairs = [
            pair_quotation_marks(self.text, block.text_start, block.end, elisions, suffixes)
            for block in self.blocks
        ]
        return (
            tuple(quotation for quotations, _ in pairs for quotation in quotations),
            tuple(mark for _, marks in pairs for mark in marks),
        )

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations by start, nested ones included; none crosses a block."""
        return self._paired_marks[0]

    @property
    def lone_quotation_marks(self) -> tuple[LoneMark, ...]:
        """Double quotation marks without a partner in their block."""
        return self._paired_marks[1]

    @cached_property
    def outer_quotations(self) -> dict[int, Quotation]:
        """The quotations that stand in no other, by start."""
        return outer_quotations(self)

    @cached_property
    def usual_quotes(self) -> str | None:
        """The pair of marks that the article's quotations mostly have ("“”"), or None."""
        return usual_pair(self)

    @cached_property
    def accepted_quotes(self) -> frozenset[str]:
        """The pairs of quotation marks that are at home in this article."""
        return accepted_pairs(self)

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Those of `quotations` that begin in text[start:end]."""
        first = bisect_left(self._quotation_starts, start)
        return self.quotations[first : bisect_left(self._quotation_starts, end)]

    def quotations_over(self, start: int, end: int) -> Iterator[Quotation]:
        """Those that share a character with text[start:end]: first those that begin in it, then
        those that it begins in, the innermost first, and of these not more than any text nests."""
        first = bisect_right(self._quotation_starts, start)
        yield from self.quotations[first : bisect_left(self._quotation_starts, end)]
        index = first - 1
        for _ in range(_DEEPEST_NESTING):
            if index < 0:
                return
            if self.quotations[index].end > start:
                yield self.quotations[index]
            index = self._enclosing_quotations[index]

    @cached_property
    def _enclosing_quotations(self) -> list[int]:
        """Of each quotation the index of the innermost one that it stands in, or -1."""
        around: list[int] = []
        opened: list[int] = []
        for index, quotation in enumerate(self.quotations):
            while opened and self.quotations[opened[-1]].end <= quotation.start:
                opened.pop()
            around.append(opened[-1] if opened else -1)
            opened.append(index)
        return around

    def quotations_around(self, start: int, end: int) -> list[Quotation]:
        """The quotations that hold the whole span, the outermost first."""
        last = bisect_right(self._quotation_starts, start)
        near = self.quotations[max(0, last - 8) : last]
        return [quotation for quotation in near if quotation.end >= end]

    def is_quoted(self, start: int, end: int) -> bool:
        """Do quotation marks enclose the span? The 【】 of East Asian labels do not count."""
        return any(quotation.opener != "【" for quotation in self.quotations_around(start, end))

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @cached_property
    def digit_starts(self) -> tuple[int, ...]:
        """Where each run of digits begins."""
        return tuple(found.start() for found in _DIGITS.finditer(self.text))

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """URLs, e-mail addresses, @handles, #hashtags and domain names."""
        return tuple(_links(self.text))

    @cached_property
    def explaining_sentences(self) -> frozenset[Span]:
        """The sentences that speak of a form ("known by its French initials")."""
        found: set[Span] = set()
        for phrase in word_list("naming", self.target):
            at = self.folded.find(phrase)
            while at >= 0:
                sentence = self.sentence_at(at)
                if sentence.start <= at and at + len(phrase) <= sentence.end:
                    found.add(sentence)
                at = self.folded.find(phrase, at + 1)
        return frozenset(found)

    def in_link(self, start: int, end: int) -> bool:
        index = bisect_right(self.links, start, key=_start) - 1
        near = self.links[max(0, index) : index + 2]
        return any(link.start < end and start < link.end for link in near)

    def touches_aside(self, start: int, end: int) -> bool:
        """Does the span begin or end inside one of the `asides`?"""
        return any(
            aside.start <= start < aside.end or aside.start < end <= aside.end
            for aside in self.asides
        )

    def in_foreign_quotation(self, start: int, end: int) -> bool:
        """Does the span stand in a quotation that is in another language than the document?"""
        return any(
            self.is_foreign(Span(*quotation.inner))
            for quotation in self.quotations_around(start, end)
        )

    @cached_property
    def is_about_code(self) -> bool:
        """Is this an article on software, in which pieces of code are no debris?"""
        from mtcheck.language.code_talk import is_about_code

        return is_about_code(self)

    @cached_property
    def untranslated(self) -> tuple[Passage, ...]:
        """The passages that were left in another language."""
        from mtcheck.language.untranslated import untranslated_passages

        return untranslated_passages(self)

    def is_foreign(self, span: Span) -> bool:
        """Does the passage clearly read as another language than the document's?"""
        if span not in self._foreign:
            from mtcheck.language.identify import reads_as

            passage = self.text[span.start : min(span.end, span.start + _LONGEST_PASSAGE)]
            self._foreign[span] = reads_as(passage, self.target, languages()) is not None
        return self._foreign[span]


def _made_again(made_of: dict[str, Any]) -> Document:
    return Document(**made_of)


def _links(text: str) -> Iterator[Span]:
    """Only where a sign of a link stands is the run without white space around it read."""
    end = 0
    while sign := _SIGN_OF_LINK.search(text, end):
        start = sign.start()
        while start > end and not text[start - 1].isspace():
            start -= 1
        end = _RUN.match(text, sign.start()).end()  # type: ignore[union-attr]
        yield from (Span(*found.span()) for found in _LINK.finditer(text, start, end))


def _start(span: Span) -> int:
    return span.start
