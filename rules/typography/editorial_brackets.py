import re
from bisect import bisect_left
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.data import word_list
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Edit, Fix, Hit, bad, good, rule

_BRACKETED = late_pattern(r"\((?<![\w)\]].)([^()\[\]\n]{1,60})\)(?![\w(])")
_OMISSION = late_pattern(r"\s*(?:…|\.\.\.|\. \. \.)\s*")
_WORD_BEFORE = late_pattern(r"([\w’'-]{1,30})[,;:]?\s{1,30}$")
_WORD_AFTER = late_pattern(r"\s+([\w’'-]+)")
_POSSESSIVE_NAME = late_pattern(r"(?:[A-Z]|the )[\w’' .-]*(?:['’]s|s['’])(?: [\w-]+){0,3}")
_NAME = late_pattern(
    r"(?:[A-Z][\w’'-]*|of|the|and|al|de|bin)(?: (?:[A-Z][\w’'-]*|of|the|al|de|bin)){0,4}"
)
_EDITORS_NOTE = late_pattern(
    r"(?:.+, ?)?(?:ed(?:itor['’]s)?\.? ?note|n\.?d\.?l\.?r\.?|N\.?D\.?L\.?R\.?)|.+, ed\.?"
)
_ACRONYM = late_pattern(r"[A-Z][A-Za-z&.-]*[A-Z][\w.-]*")
_ADVERB = late_pattern(r"\w+ly|very|so|too|few|now|then|still|not|almost|only|even|also|again|late")
_MOST_WORDS = 5
_FEWEST_WORDS_QUOTED = 3
_SOURCES = ("fr", "es", "de", "it", "pt")


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    languages=("en",),
    examples=[
        bad(
            "They served to “clarify ⟦(Hamas's)⟧ position and its policy,” he said.",
            fixed="They served to “clarify [Hamas's] position and its policy,” he said.",
        ),
        bad("“⟦(He)⟧ told us to leave at once,” she said."),
        bad("“It was the ⟦(Israeli)⟧ army that fired,” he said."),
        bad("“What we ⟦(the French)⟧ want is peace,” he said."),
        bad('"The talks ⟦(are)⟧ at a dead end," he said.'),
        bad('"We spoke to ⟦(Vladimir)⟧ Putin ⟦(...)⟧ and he listened," Macron said.'),
        bad("“The strikes ⟦(of Israel)⟧ must end ⟦(editor's note)⟧,” he said.", source_lang="fr"),
        bad("“They ⟦(the rebels)⟧ have lost. ⟦(We)⟧ will rebuild,” he said."),
        good("“It was (and is) a mistake. The World Health Organization (WHO) knew,” he said."),
        good("“I was 12 (laughs) and it cost £5 ($6). See you in June (I hope),” he said."),
        good("He sang “(I Can't Get No) Satisfaction” and “(Everything I Do) I Do It for You”."),
        good("“Sen. Elizabeth Warren (D-Mass.) was right. (She often is.) Of course (not)!”"),
        good("The (Israeli) army said “we [the soldiers] did nothing wrong here”."),
    ],
)
def editorial_brackets(document: Document) -> Iterator[Hit]:
    """Round brackets around an editor's insertion in a quotation.

    Why: French, Spanish, German and Italian papers put what the editor adds to a speaker's words
    into round brackets; English puts it into square ones, and an engine leaves them as they are.
    Legitimate: brackets that belong to the speaker's own sentence: an acronym after the full
    name, numbers, asides, titles; what the speaker does, (laughs).
    Fix: safe; square brackets take their place.
    Authority: Chicago Manual of Style 6.99; Guardian and BBC style guides. Some agencies write
    round brackets in English too: where they do, switch the rule off.
    """
    for found in _BRACKETED.finditer(document.text):
        content = found[1].strip()
        if not content or not _is_quoted(document, *found.span()):
            continue
        confidence = _sureness(document, found, content)
        if confidence is None:
            continue
        right = "[...]" if _OMISSION.fullmatch(content) else f"[{found[1]}]"
        yield Hit(
            found.start(),
            found.end(),
            "In a quotation these words are the editor's, not the speaker's: English marks them "
            "with square brackets, round ones are the habit of other presses.",
            suggestion=right,
            fix=Fix((Edit(*found.span(), right),)),
            sources=_SOURCES,
            confidence=confidence,
        )


def _is_quoted(document: Document, start: int, end: int) -> bool:
    """In a quotation of some length, or after a mark that this paragraph does not close?"""
    for quotation in document.quotations_around(start, end):
        words = document.text[quotation.start : min(quotation.end, quotation.start + 200)].split()
        return len(words) >= _FEWEST_WORDS_QUOTED and not _is_title(words)
    lone = document.lone_quotation_marks
    last = bisect_left(lone, (start,))
    block = document.block_at(start)
    return any(mark.opens and mark.start >= block.start for mark in lone[max(0, last - 4) : last])


def _is_title(words: list[str]) -> bool:
    letters = [word.lstrip("“\"'‘(") for word in words]
    small = sum(word[:1].islower() for word in letters)
    return small * 3 < len(letters)


def _sureness(document: Document, found: re.Match[str], content: str) -> Confidence | None:
    """How sure it is that the words in the brackets were put in; None: they may be spoken."""
    if _OMISSION.fullmatch(content) or _EDITORS_NOTE.fullmatch(content):
        return "high"
    words = content.split()
    lowered = content.lower()
    if (
        len(words) > _MOST_WORDS
        or len(content) == 1
        or any(char.isdigit() or char in ',;:!?/"“”' for char in content)
        or content.endswith(".")
        or words[0].lower() in word_list("stage-directions", "en")
    ):
        return None
    text = document.text
    before = _WORD_BEFORE.search(text, max(0, found.start() - 30), found.start())
    after = _WORD_AFTER.match(text, found.end(), found.end() + 30)
    last = before[1] if before else ""
    next_word = after[1] if after else ""
    if last.lower() in ("he", "she", "his", "her", "him") and lowered in (
        "she",
        "he",
        "her",
        "his",
        "him",
    ):
        return None
    if _POSSESSIVE_NAME.fullmatch(content) or (not content.isupper() and _is_insertion(words)):
        return "high"
    return _sureness_of_phrase(text, found.start(), content, last, next_word)


def _is_insertion(words: list[str]) -> bool:
    """A pronoun, a possessive or a small word, which no speaker says in brackets; "(It is)"."""
    lowered = " ".join(words).lower()
    if len(words) > 1 and words[0].lower() in (*word_list("own-pronouns", "en"), "i", "there"):
        return len(words) <= 3 and words[-1] in word_list("insertable", "en")
    return any(
        lowered in word_list(name, "en") for name in ("possessives", "own-pronouns", "insertable")
    )


def _sureness_of_phrase(
    text: str, start: int, content: str, last: str, next_word: str
) -> Confidence | None:
    first, *rest = content.split()
    is_name = _NAME.fullmatch(content) is not None and content[0].isupper()
    is_clause = any(word in word_list("auxiliaries", "en") for word in rest)
    is_noun_phrase = is_name or (
        bool(rest) and not is_clause and first.lower() in ("the", *word_list("possessives", "en"))
    )
    if not is_noun_phrase:
        return _sureness_of_rest(content, first, rest, last, next_word)
    if not last or text[max(0, start - 2) : start].rstrip()[-1:] in (".", "!", "?"):
        return "high" if next_word.islower() else None
    if last.lower() in word_list("pronouns", "en"):
        return "high"
    if last.lower() in word_list("before-a-hole", "en"):
        return "high" if next_word else "medium"
    if is_name and _ACRONYM.fullmatch(content):
        return None
    if is_name and last.islower() and (next_word.islower() or not next_word):
        return "high"
    return "medium" if is_name or next_word.islower() else None


def _sureness_of_rest(
    content: str, first: str, rest: list[str], last: str, next_word: str
) -> Confidence | None:
    """A phrase that tells of what; a word in a gap: they might be spoken, too."""
    if rest:
        has_name = any(word[0].isupper() for word in rest)
        is_completion = first in ("of", "from", "by", "against") and content != "of course"
        is_place = has_name and first in ("in", "to", "with", "on", "at", "for")
        return "medium" if is_completion or is_place else None
    is_in_gap = last.lower() in word_list("before-a-hole", "en") and next_word.islower()
    return "medium" if is_in_gap and content.islower() and not _ADVERB.fullmatch(first) else None
