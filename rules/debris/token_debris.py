import re
from collections.abc import Iterator
from functools import cache

from mtcheck.document import Document
from mtcheck.language.code_talk import shows_code
from mtcheck.language.data import listed_words
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_SPECIAL = (
    "unk|pad|eos|bos|sep|cls|mask|s|/s|sos|go|blank|newline|extra_id_\\d+|endoftext|end_of_text"
    "|begin_of_text|start_of_turn|end_of_turn|im_start|im_end|system|assistant|user|eot_id"
)
_SUBWORD = late_pattern(
    r"(?<!\w)\w{1,40}@@(?: \w{1,40}@@)*(?: \w{1,40})?|(?<!▁)▁+\w+(?: ?▁\w+)*|(?<!\w)\w{1,40}▁\w*"
    r"|(?<=[\w,.;:!?»”“\"] )(?:▁+|@@|Ġ)(?= [\w(«“„\"]|\n|$)"
    r"|(?<=[a-zß-ÿ] )##(?= [a-zß-ÿ])|(?<=\w)▁+(?=[ .,;:!?\n]|$)"
    r"|(?<=\w )##[a-zß-ÿ]+\b|(?<!\w)[^\W\d_]{2,40}(?:##|@-@) ?[a-zß-ÿ]+"
    r"|(?<=[a-z.,])[ĠĊ]\w*|(?<!\w)Ġ\w+ Ġ\w+"
)
_SPECIAL_TOKEN = late_pattern(
    rf"<\|? ?(?:{_SPECIAL}) ?\|?>|\[(?:UNK|PAD|CLS|SEP|MASK|BOS|EOS|/?INST)\]|⁇|<</?SYS>>"
    r"|<0x[0-9A-F]{2}>",
    re.IGNORECASE,
)
_LANGUAGE_TAG = late_pattern(
    r"<2[a-z]{2,3}(?:[-_]\w{2,4})?>|>>[a-z]{2,3}(?:_\w{2,4})?<<|(?<!\w)__[a-z]{2,3}(?:_[A-Z]{2})?__"
    r"|(?<!\w)(?:[a-z]{3}_(?:Latn|Cyrl|Arab|Hans|Hant|Deva|Grek|Hebr|Jpan|Hang|Thai)"
    r"|[a-z]{2}_XX)(?!\w)|</?(?:en|fr|de|es|it|pt|ru|zh|ar|nl|pl|uk|tr|ja|cs|sv)>"
    r"|<\|[a-z_]{2,20}\|>|(?<!\w)[a-z]{2}_[A-Z]{2}(?!\w)"
)
_JOINED = late_pattern(r"(?<!\w)\w{1,40}(?: @[-,.:/]@ \w{1,40})+")
_BRACKET = late_pattern(r"-[lr][rsc]b-", re.IGNORECASE)
_LATEX_QUOTES = late_pattern(r"(?<!\w)``[ \w][^`'\n]{1,300}''")
_ESCAPED = late_pattern(
    r"(?<=[\w.!?,;:»”\"] )\\[nt](?=[ \\]|$)|(?<=[\w.!?»”\"])\\n(?=[^\Wa-z]|\s|\\n|$)"
    r"|\\\"(?=[\w\s.,])",
    re.MULTILINE,
)
_SPACE_BEFORE = late_pattern(" ['’]")
_WORD_BEFORE = late_pattern(r"[\w-]{1,30}$")
_PATTERNS = (
    (_SUBWORD, ("@@", "@-@", "▁", "##", "Ġ", "Ċ")),
    (_SPECIAL_TOKEN, ("<", "[", "⁇")),
    (_LANGUAGE_TAG, ("<", ">>", "_")),
    (_BRACKET, ("b-", "B-")),
    (_LATEX_QUOTES, ("``",)),
    (_ESCAPED, ("\\n", "\\t", '\\"')),
)
"""Each with the signs of which its matches hold one."""
_SIGNS = ("@", "▁", "##", "Ġ", "Ċ", "<", "[", "⁇", "__", "_", ">>", "``", "rb-", "RB-", "\\")


@rule(
    category="design-and-markup/markup",
    severity="major",
    confidence="high",
    examples=[
        bad("The minister spoke.⟦\\n⟧The talks go on. ⟦</en>⟧"),
        bad("The ⟦govern@@ ment⟧ said on Monday that it would appeal."),
        bad("Le ⟦▁gouvernement⟧ a réagi lundi.", "fr"),
        bad("Der Minister ⟦<unk>⟧ sprach am Montag mit ⟦⁇⟧ in Wien.⟦</s>⟧", "de"),
        bad(
            "The ⟦25 @-@ year @-@ old⟧ driver ⟦did n't⟧ stop.",
            fixed="The 25-year-old driver didn't stop.",
        ),
        bad(
            "⟦L' accord⟧ ⟦d ’ hier⟧ ⟦n' a⟧ pas été signé.",
            "fr",
            fixed="L'accord d’hier n'a pas été signé.",
        ),
        bad("⟦__fr__⟧ Le ministre a réagi.", "fr"),
        bad("Voda klesne na druhý stupeň ⟦▁⟧ a lidé se vrátí domů.", "cs"),
        bad("Él estaba jug ⟦##ando⟧ en el parque.", "es"),
        bad("La nouvelle loi ⟦fédé## rale⟧ entre en vigueur.", "fr"),
        good("Write to @@anna or to anna@example.com; the sparkline ▁▂▃▅▇ shows the rest."),
        good("In 's-Hertogenbosch the boys ' and girls ' schools closed; see ## 3."),
        good("The tokenizer writes <unk> for any word that it does not know."),
        good("Die Zeichen „<s>“ und '</s>' rahmen den Satz ein.", "de"),
    ],
)
def token_debris(document: Document) -> Iterator[Hit]:
    """A sign of the engine's inner workings: @@, ▁, <unk>, ⁇, a language tag, a torn word.

    Why: engines cut words into pieces and mark unknown ones; when the pieces are not put together
    again, or the mark for "unknown" comes out as it is, readers see the machine.
    Legitimate: a text about language models, a code shown in quotes or backticks.
    Fix: safe where only pieces must be joined (did n't, 25 @-@ year).
    Authority: the conventions of subword-nmt, SentencePiece, WordPiece, Moses and NLLB.
    """
    found: list[tuple[int, int, str | None]] = []
    if any(sign in document.text for sign in _SIGNS):
        found += _tokens(document.text)
    found += _torn_words(document)
    for start, end, joined in sorted(found):
        # "##ando" looks like a hashtag, but begins with the sign before it.
        in_link = document.in_link(start, start)
        if in_link or shows_code(document, start, end):
            continue
        yield Hit(
            start,
            end,
            "A sign of the translation engine's inner workings was left in the text.",
            suggestion="delete it and restore the word"
            if joined is None
            else f"“{joined}”, joined",
            fix=Fix((Edit(start, end, joined),)) if joined is not None else None,
            severity="minor" if joined is not None else None,
        )


def _tokens(text: str) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, what stands there once joined) of each sign."""
    for pattern, signs in _PATTERNS:
        if any(sign in text for sign in signs):
            yield from ((*found.span(), None) for found in pattern.finditer(text))
    if " @" in text:
        yield from (
            (*found.span(), found[0].replace(" @", "").replace("@ ", ""))
            for found in _JOINED.finditer(text)
        )


def _torn_words(document: Document) -> Iterator[tuple[int, int, str | None]]:
    """Words that a tokeniser cut off from their neighbour: did n't, l' accord."""
    text = document.text
    after, before = _clitics(document.target)
    torn = list(after.finditer(text)) if after else []
    # A lone space after the apostrophe (l' accord) may be a slip of the keyboard.
    if len(torn) > 1 or any(_SPACE_BEFORE.search(found[0]) for found in torn):
        yield from ((*found.span(), found[0].replace(" ", "")) for found in torn)
    for found in before.finditer(text) if before else ():
        word = _WORD_BEFORE.search(text, max(0, found.start() - 30), found.start())
        start = word.start() if word else found.start()
        yield start, found.end(), text[start : found.end()].replace(" ", "")


@cache
def _clitics(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Patterns of the clitics that lean on the word after them, and of those that lean on the
    word before, with a space where none should be."""
    words = sorted(listed_words(language, "clitics"))
    after = "|".join(word[:-1] for word in words if word.endswith("'"))
    before = "|".join(
        word.replace("'", "['’] ?" if word[0] == "'" else "['’]")
        for word in words
        if not word.endswith("'")
    )
    return (
        re.compile(rf"(?<![\w'’])(?:{after}) ?['’] [^\W\d_][\w-]*", re.IGNORECASE)
        if after
        else None,
        re.compile(rf"(?<=[^\W\d_]) (?:{before})(?![\w'’-])") if before else None,
    )
