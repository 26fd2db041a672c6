from collections.abc import Iterator, Sequence

from mtcheck.document import Block, Document, Span
from mtcheck.fix import without_passage
from mtcheck.language.conventions import language_name
from mtcheck.language.data import listed_words
from mtcheck.language.link_labels import is_label_of_link
from mtcheck.language.page_lines import is_label_of_unspaced_link
from mtcheck.language.words import CHARACTERS_PER_WORD, before_spaces
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, bad, good, rule

_LONGEST_TITLE = 250
_LONGEST_TAIL = 8
_LONGEST_IN_BRACKETS = 2_000
_LAST_SIGNS = 200
_SURELY_A_TITLE = 6
_MARKS_OF_LABELS = ":：-–—|｜.]】＞>▶"
_NOT_A_BULLET = late_pattern(r"[\w\"“”„«‘’']")
_CLOSERS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}
_SENTENCE_END = late_pattern(
    r"(?:[.!?؟][\"”’»)\]]*\s+|[。！？][”’」』）]*\s*)[^\w\s\"“„«‘']{0,3}\s*$"
)
_SEPARATOR = late_pattern(
    r"\s*(?:[:：|｜/／]|[»›>→►▶➡⇒]|&(?:gt|raquo|rsaquo|rarr);|[-=]{1,2}>"
    r"|[-–—]{1,2}(?=[\s“\"«„]|[^\W\d_a-zß-ÿ])|…|\.{2,3})"
)
_ANY_LABEL = late_pattern(
    r"\W{0,3}([^\W\d_]+(?:[ '’][^\W\d_]+){1,4})\s?"
    r"(?:[:：>|»→►▶]|[-=–]{1,2}>?|&(?:gt|raquo|rsaquo);)\s"
)
_UNSPACED_LABEL = late_pattern(r"[^\w“「『《]{0,3}([^\W\d_a-zA-Z]{2,24}) ?[:：｜|>＞→] ?")
_SITE = late_pattern(r"\s*(?:\w+\s)?\w+\.[a-z]{2,3}\b")
_TOLD = late_pattern(r"[^:.!?;\n]{2,60}?\s?[:：](?=\s)")
_PAGE = late_pattern(r"\s*(?:\w{1,3}\s)?(?:pages?|p\.|S\.|Seite|pág)\s*\d")
_TITLE_START = late_pattern(r"[\s\"“„«‘'»]*(?:[¿¡#@]|\d|[^\W\d_])")
_TITLE_END = late_pattern(r"(?<!\.[^\W\d])(?<!\W[^\W\d])[.;,:،؛]\W*$|[。，、；：][”」』]?$")
_HAN = late_pattern(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = late_pattern(r"[^\W\d_]+")


@rule(
    category="design-and-markup/markup",
    severity="major",
    confidence="high",
    lexicon=Lexicon("related-link", of_every_language=True),
    all_at_once=True,
    examples=[
        bad(
            "Talks open\n\nThe talks began.\n\n⟦• Also read: Gaza: babies born “in hell”⟧\n\n"
            "They go on today.",
            fixed="Talks open\n\nThe talks began.\n\nThey go on today.",
        ),
        bad(
            "The talks began ⟦(Read also: Hope in Geneva)⟧ on Friday.",
            fixed="The talks began on Friday.",
        ),
        bad(
            "He left at noon. ⟦READ MORE: Trump vows to fight on⟧",
            fixed="He left at noon.",
        ),
        bad(
            "Talks open\n\nThe talks began.\n\n⟦Related articles:⟧\n\n⟦- Hope in Geneva⟧\n"
            "⟦- Gloom in Cairo⟧\n\nThey go on today.",
            fixed="Talks open\n\nThe talks began.\n\nThey go on today.",
        ),
        bad("Der Minister kam an.\n\n⟦Lire aussi : Berlin hésite⟧\n\nEr schwieg am Freitag.", "de"),
        bad("Le ministre est arrivé.\n\n⟦► Mehr zum Thema⟧\n\nIl s'est tu vendredi.", "fr"),
        bad("El ministro llegó.\n\n⟦[Leer también] Dudas en Berlín⟧\n\nEl viernes calló.", "es"),
        bad("Han är fri.\n\nHan kom på torsdagen.\n\n⟦Läs även: Så gick rättegången⟧", "sv"),
        good("They also read the letter.\n\nAlso read out was a note from the mayor."),
        good("Read also: the year's best novels\n\nOur critics have chosen ten of them."),
        good(
            "What we liked\n\nRead: Middlemarch\n\nWatch: The Crown, series five\n\nSleep: rarely"
        ),
        good("The page was empty. It said: “Nothing here. Keep reading.”"),
        good("Mehr dazu später.\n\nDer Brief wurde vorgelesen (siehe auch oben).", "de"),
    ],
)
def related_link(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """A link to another article ("Also read: ...") stands in the text.

    Why: web pages scatter such links between their paragraphs; whoever copies the text for
    translation takes them along, and the machine translates them or leaves them standing.
    Legitimate: the same words in a sentence ("they also read the letter"), in a headline, or as
    the labels of a list of tips ("Read: ... Watch: ...").
    Fix: safe; the line goes with the blank line after it, or the brackets with the space before.
    Authority: agencies deliver their copy without links; a site sets its own beside the text.
    """
    marked: list[Hit] = [hit for match in matches for hit in _listed(document, match)]
    yield from marked
    taken = {document.block_at(hit.start).start for hit in marked}
    for block in document.blocks:
        if (
            block.kind == "paragraph"
            and block.start not in taken
            and _is_worded_as_link(document, block)
        ):
            yield _hit(document, Span(block.start, block.end), ())


def _listed(document: Document, match: Match) -> Iterator[Hit]:
    """The link that a label of the lexicon opens, and those listed below it."""
    block = document.block_at(match.start)
    if block.kind == "headline" or document.is_quoted(match.start, match.end):
        return
    span = _bracketed(document, block, match) or _to_the_end(document, block, match)
    if span is None:
        return
    yield _hit(document, span, match.sources)
    if span == (block.start, block.end) and not _has_words(document.text[match.end : span.end]):
        for linked in _listed_below(document, block, match):
            yield _hit(document, Span(linked.start, linked.end), match.sources)


def _hit(document: Document, span: Span, sources: tuple[str, ...]) -> Hit:
    language = sources[0] if len(sources) == 1 else None
    origin = f" of the original's page, in {language_name(language)} fashion" if language else ""
    return Hit(
        *span,
        f"This is a link to another article{origin}, not part of the text.",
        suggestion="delete it",
        fix=without_passage(document, *span),
        sources=sources,
    )


def _is_worded_as_link(document: Document, block: Block) -> bool:
    """Is its label made of the words of such labels ("You can also read:"), before a title?"""
    line = document.text[block.text_start : min(block.end, block.text_start + _LONGEST_TITLE)]
    if block.end - block.start > _LONGEST_TITLE:
        return False
    if document.target in CHARACTERS_PER_WORD:
        label = _UNSPACED_LABEL.match(line)
        return (
            label is not None
            and is_label_of_unspaced_link(label[1], document.target)
            and _is_title(line[label.end() :], 3)
        )
    label = _ANY_LABEL.match(line)
    if label is None:
        return False
    return is_label_of_link(label[1], document.target) and _is_title(
        line[label.end() :], _fewest_words(document)
    )


def _bracketed(document: Document, block: Block, match: Match) -> Span | None:
    """The brackets that hold a link and nothing else."""
    text = document.text
    opened = before_spaces(text, block.start, match.start) - 1
    if opened < block.start or text[opened] not in _CLOSERS:
        return None
    closer = text.find(
        _CLOSERS[text[opened]], match.end, min(block.end, match.end + _LONGEST_IN_BRACKETS)
    )
    inside = text[match.end : closer]
    if closer < 0 or not (_is_link(document, match, inside) or _PAGE.match(inside)):
        return None
    opens_block = opened <= block.text_start
    if opens_block and not _has_words(inside) and _has_words(text[closer : block.end]):
        return None  # "[Read also] Hope in Geneva"
    return Span(block.start if opens_block else opened, closer + 1)


def _to_the_end(document: Document, block: Block, match: Match) -> Span | None:
    """The whole block, where the label opens it, or its last part, where a sentence opens so."""
    text = document.text
    before = text[max(block.start, match.start - 12) : match.start]
    opens_block = not _NOT_A_BULLET.search(text, block.text_start, match.start)
    if not opens_block:
        shouted = text[match.start : match.end].isupper() and " " in text[match.start : match.end]
        if not (_SENTENCE_END.search(before) or (shouted and before[-1].isspace())):
            return None
        if text[match.start].islower():
            return None
    end = _end(document, block, match)
    rest = text[match.end : min(end, match.end + _LONGEST_TITLE + 1)]
    if len(rest) > _LONGEST_TITLE or not _is_link(document, match, rest):
        return None
    if _has_words(rest) or end == block.end:
        return Span(block.start if opens_block else match.start, end)
    return None


def _end(document: Document, block: Block, match: Match) -> int:
    """The end of the block, or of the link's sentence, where the article goes on after it."""
    sentence = document.sentence_at(match.end)
    more = document.text[max(sentence.end, block.end - _LAST_SIGNS) : block.end]
    return sentence.end if len(more) > 40 and _TITLE_END.search(more) else block.end


def _is_link(document: Document, match: Match, rest: str) -> bool:
    """Does what follows the label make it a link?"""
    label = document.text[match.start : match.end]
    needs_title = label[-1] in _MARKS_OF_LABELS
    if not _has_words(rest):
        return not needs_title or _is_followed_by_list(document, match)
    if _HAN.match(label[-1]) and _HAN.match(rest):
        return False  # the label is only the beginning of a longer word or sentence
    if needs_title:
        capital = not label.isupper() and len(rest.split()) < _SURELY_A_TITLE
        # اقرأ أيضا: Le ministre démissionne
        is_latin = label[-2:-1] >= "\u0600" and max(rest) <= "\u2019"
        # Read: may open a list of tips; Read also: opens a link, however short.
        is_telling = " " in label[:-1].strip()
        fewest = 2 if is_latin else 3 if is_telling else _fewest_words(document)
        is_title = _is_title(rest, fewest, capital)
        return is_title and not _stands_among_labels(document, match)
    separator = _SEPARATOR.match(rest)
    if separator:
        return not _is_clause(rest[separator.end() :].lstrip())
    if _SITE.match(rest):
        return True
    rest = rest.lstrip(" \t\u00a0])")
    if _is_title(rest, 3):
        return True
    told = _TOLD.match(rest)
    if told:
        title = rest[told.end() :]
        return not _has_words(title) or _is_title(title, 2)
    return (
        label.count(" ") >= 2
        and 2 <= len(rest.split()) <= _LONGEST_TAIL
        and "," not in rest
        and not _TITLE_END.search(rest)
    )


def _fewest_words(document: Document) -> int:
    """How many words make a title; languages without articles say as much in fewer."""
    return 4 if listed_words(document.target, "articles") else 3


def _is_title(passage: str, words: int, capital: bool = True) -> bool:
    """Does it read as a headline: a capital first, some words, no full stop?"""
    first = _TITLE_START.match(passage)
    return (
        first is not None
        and not (capital and first.group()[-1].islower())
        and _word_total(passage) >= words
        and not _TITLE_END.search(passage)
    )


def _word_total(passage: str) -> int:
    """Words, or what stands for as many in scripts that do not part words."""
    characters = len(_HAN.findall(passage))
    return len(_WORD.findall(passage)) + characters // 2


def _is_clause(passage: str) -> bool:
    """Does it read as the rest of a sentence: a small letter first, a full stop at the end?"""
    return passage[:1].islower() and _TITLE_END.search(passage) is not None


def _has_words(passage: str) -> bool:
    return any(map(str.isalnum, passage))


_LABEL = late_pattern(r"\W*(\w+(?:\s\w+)?)\s?[:–|]")


def _stands_among_labels(document: Document, match: Match) -> bool:
    """Do the neighbouring lines open with other labels, as in a list of tips or a table?"""
    index = document.block_index(match.start)
    own = document.blocks[index]
    for block in document.blocks[max(0, index - 1) : index + 2]:
        label = _LABEL.match(document.text, block.start, min(block.end, block.start + 40))
        if block != own and label and label[1] not in document.text[own.start : own.end]:
            return True
    return False


def _is_followed_by_list(document: Document, match: Match) -> bool:
    index = document.block_index(match.start)
    return any(block.kind == "list_item" for block in document.blocks[index + 1 : index + 2])


def _listed_below(document: Document, block: Block, match: Match) -> Iterator[Block]:
    """The titles under a label that stands alone: list items, or one line that is a title."""
    below = document.blocks[document.block_index(block.start) + 1 :]
    for number, linked in enumerate(below[:8]):
        title = document.text[linked.text_start : linked.end]
        if len(title) > _LONGEST_TITLE or not _is_title(
            title, 2 if linked.kind == "list_item" else 5
        ):
            return
        if linked.kind != "list_item" and (number or len(below) == 1):
            return
        yield linked
        if linked.kind != "list_item":
            return
