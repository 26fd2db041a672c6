"""Labels of links to other articles, known by what they are made of.

"You can also read", "Related news", "Weitere Meldungen": a verb of reading with a word that adds or
bids, or with one for an article, or a word for an article with one that adds; and nothing else of
weight. The word lists, in
`languages/<language>/word-lists.tsv`: `link-verbs`, `link-adverbs`, `link-nouns`, `link-modals`.
"""

from __future__ import annotations

from mtcheck.language.data import function_words, word_list
from mtcheck.language.words import small_letters
from mtcheck.patterns import late_pattern

_WORD = late_pattern(r"[^\W\d_]+")
_KINDS = ("verbs", "adverbs", "nouns", "modals")


def is_label_of_link(label: str, language: str) -> bool:
    """Is the label (without its colon) made of such words?"""
    words = _WORD.findall(small_letters(label))
    verbs, adverbs, nouns, modals = (
        [word for word in words if word in word_list(f"link-{kind}", language)] for kind in _KINDS
    )
    known = {*verbs, *adverbs, *nouns, *modals} | function_words(language)
    if not words or not known.issuperset(words):
        return False
    return bool((verbs and (adverbs or modals or nouns)) or (nouns and adverbs))
