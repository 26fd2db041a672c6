from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mtcheck.document import Block, Document
from mtcheck.language.metatext import remarks_on_translation
from mtcheck.lexicon import Lexicon, Match
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, bad, good, rule

_MARKS_BEFORE = late_pattern(r"[\s*_#>(\[{–—\-\"“«'¡¿（［【※]*")
_MARKS_AFTER = late_pattern(r"[*_]*(?: ?[)\]}）］】][*_]*)?")
_BRACKET = late_pattern(r"[(\[{（［【]")
_CLOSERS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】"}
_COLON = late_pattern(r"(?<=.)(?::[*_]*(?=\s+\S)|：[*_]*(?=\s*\S))")
_STOP = late_pattern(r"[.!?؟](?=\s)|[。！？]")
_FIRST_BLOCKS = 2
_REACH = 100
_LONGEST_REMARK = 500


@rule(
    category="accuracy/addition",
    severity="critical",
    confidence="high",
    lexicon=Lexicon("llm-metatext", of_every_language=True),
    all_at_once=True,
    examples=[
        bad("⟦Sure! Here is the translation of the article:⟧\n\nTalks opened in Moscow."),
        bad(
            "⟦**Headline:**⟧ Talks open\n\nTalks opened in Moscow.\n\n"
            "⟦(Note: I have kept the names.)⟧"
        ),
        bad("⟦Here is the translation:⟧ Talks opened in Moscow on Friday.\n\nThey go on today."),
        bad("⟦Here's the translated article:⟧\n\nDie Gespräche begannen am Freitag.", "de"),
        bad(
            "Les pourparlers ont repris. ⟦[Note du traducteur : la Douma est la chambre basse.]⟧ "
            "Ils se poursuivent.",
            "fr",
        ),
        bad(
            "Las conversaciones comenzaron.\n\n"
            "⟦Como modelo de lenguaje, no puedo verificar los datos.⟧",
            "es",
        ),
        bad(
            "Il furto risale a maggio.\n\n⟦Ecco il testo tradotto in italiano, con il tono "
            "dell'originale.⟧",
            "it",
        ),
        bad(
            "Die Bank schließt.\n\n⟦(Übersetzung aus dem Englischen; Eigennamen wurden "
            "beibehalten.)⟧",
            "de",
        ),
        bad("法院周五判处他三年监禁。\n\n⟦以上是译文，保留了原文的语气和人名。⟧", "zh"),
        good("Der Übersetzer blieb nah am Original. Die Namen blieben unverändert.", "de"),
        bad("⟦Anmerkung des Übersetzers: Die Namen wurden nicht übersetzt.⟧", "de"),
        good(
            "Der Roman erschien im Mai, und die Übersetzung stammt von einer Lyrikerin aus Graz, "
            "die ihn zweimal las.\n\nDie Übersetzung bewahrt den Ton des Originals.",
            "de",
        ),
        good("She won the prize.\n\nTranslated from the French by Ann Low"),
        good(
            "The chatbot answered: “As an AI language model, I cannot take sides.”\n\n"
            "Another wrote “Here is the translation:” and nothing more."
        ),
        good(
            "ChatGPT then replied:\n\nAs an AI language model, I do not have opinions.\n\nHe wept."
        ),
        good("Here is the translation of the minister's letter, which runs to three pages."),
        good("Translation: we are broke, as the mayor put it.", "en"),
        good(
            "Sure, she said.\n\nNote: 16 sur 20.\n\nI hope this helps explain why the note fell.",
            "en",
        ),
    ],
)
def llm_metatext(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """A chatbot speaks to the person who asked it: "Here is the translation:", "As an AI ...".

    Why: the answer was pasted, or piped, into the page with what the model said before and after
    it: a greeting, labels, notes on its own work, a refusal.
    Legitimate: an article about chatbots that quotes one, an editor's note, a reporter who
    introduces a letter that was translated.
    Fix: none; a refusal may stand in place of a missing part.
    Authority: each form was seen in the output of chat models; nothing of the kind stands in
    the original.
    """
    listed = [span for match in matches if (span := _listed(document, match))]
    told: list[tuple[int, int]] = []
    for start, end in sorted(
        (*listed, *remarks_on_translation(document)), key=lambda span: span[0] - span[1]
    ):
        if not any(first < end and start < last for first, last in told):
            told.append((start, end))  # the longest of those that overlap
    yield from (_hit(*span) for span in told)


def _hit(start: int, end: int) -> Hit:
    return Hit(
        start,
        end,
        "The chatbot that translated speaks here, not the article.",
        suggestion="delete it, and look whether a part of the article is missing",
    )


def _listed(document: Document, match: Match) -> tuple[int, int] | None:
    if document.is_quoted(match.start, match.end):
        return None
    block = document.block_at(match.start)
    return _label(document, block, match) if _is_label(match) else _remark(document, block, match)


def _is_label(match: Match) -> bool:
    return match.entry.find.endswith((":", ":)", "：", "：)"))


def _label(document: Document, block: Block, match: Match) -> tuple[int, int] | None:
    """ "Translation:" counts before the article's first lines, or as a line of its own."""
    after = _MARKS_AFTER.match(document.text, match.end)
    end = after.end() if after else match.end
    alone = end >= block.end
    early = document.block_index(match.start) < _FIRST_BLOCKS and len(document.blocks) > 1
    if not _MARKS_BEFORE.fullmatch(document.text, block.start, match.start) or not (alone or early):
        return None
    return block.start, end


def _remark(document: Document, block: Block, match: Match) -> tuple[int, int] | None:
    """A remark is a bracket, a block, or a sentence within one."""
    text = document.text
    start = match.start
    while start > block.start and _MARKS_BEFORE.fullmatch(text, start - 1, start):
        start -= 1
    start += len(text[start : match.start]) - len(text[start : match.start].lstrip())
    bracket = _BRACKET.search(text, start, match.start)
    if bracket:
        close = text.find(_CLOSERS[bracket[0]], match.end, block.end)
        return bracket.start(), close + 1 if close >= 0 else block.end
    if start > block.start:
        sentence = document.sentence_at(match.start)
        is_announced = text[max(0, start - _REACH) : start].rstrip()[-1:] in (":", "：")
        return None if is_announced else (max(start, sentence.start), sentence.end)
    if _is_introduced(document, block):
        return None
    return start, _end_of_remark(document, block, match)


def _is_introduced(document: Document, block: Block) -> bool:
    """Does the line above announce a quotation ("The chatbot replied:")?"""
    index = document.block_index(block.start)
    above = document.blocks[index - 1] if index else None
    return above is not None and document.text[above.end - 1] in ":："


def _end_of_remark(document: Document, block: Block, match: Match) -> int:
    """Up to the article's own words, where they go on in the same block."""
    text = document.text
    if text[match.end - 1] in ":.!：。！":
        after = _MARKS_AFTER.match(text, match.end, block.end)
        return after.end() if after else match.end
    colons = document.once("colons", lambda: [found.end() for found in _COLON.finditer(text)])
    colon = bisect_right(colons, match.end)
    if colon < len(colons) and colons[colon] < block.end:
        return colons[colon]
    if block.end - block.start <= _LONGEST_REMARK:
        return block.end
    stop = _STOP.search(text, match.end, block.end)
    return stop.start() + 1 if stop else block.end
