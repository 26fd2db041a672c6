from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import languages_stating
from mtcheck.language.words import count_words
from mtcheck.rule import Hit, Option, bad, good, rule

MOST_WORDS = Option(
    "most-words",
    0,
    "The words that a sentence may have; 0 is the limit of the language's own news.",
)

_LIST_MARK = ";"
_MOST_LIST_MARKS = 3
_SHORTEST_WORD = 2
"""A word and its space take at least this many characters: shorter spans need no counting."""


def _words(number: int, word: str = "name") -> str:
    return " ".join([word] * number)


@rule(
    category="style/awkward-style",
    severity="minor",
    confidence="high",
    languages=languages_stating("longest-sentence"),
    options=(MOST_WORDS,),
    examples=[
        bad(f"Talks open\n\n⟦He said that {_words(100)}.⟧ Then he left."),
        bad(f"Gespräche\n\n⟦Er sagte, {_words(90, 'wort')}.⟧ Dann ging er.", "de"),
        bad(f"Négociations\n\n⟦Il a dit que {_words(95, 'mot')}.⟧ Puis il partit.", "fr"),
        bad(f"Conversaciones\n\n⟦Dijo que {_words(100, 'palabra')}.⟧ Luego se fue.", "es"),
        bad(f"Переговоры\n\n⟦Он сказал, что {_words(80, 'слово')}.⟧ Потом ушёл.", "ru"),
        bad(f"会谈\n\n⟦他说{'词语' * 140}。⟧然后他走了。", "zh"),
        good(f"Talks open\n\nHe said that {_words(70)}. Then he left."),
        good("Results\n\nThey won: " + "; ".join([_words(12, "Ann")] * 9) + "."),
        good(f"会谈\n\n他说{'词语' * 60}。然后他走了。", "zh"),
    ],
)
def overlong_sentence(document: Document) -> Iterator[Hit]:
    """A sentence is far longer than any that the language's news prints.

    Why: an engine seldom parts a sentence: it keeps the source's full stops, and languages differ
    in how much they put between two of them. Lost full stops run sentences together.
    Legitimate: lists parted by semicolons, which are left out, and a writer's set piece.
    Fix: none; part the sentence where its thoughts part.
    Authority: the limit of each language stands in its conventions.toml: at most one sentence in
    50,000 words of professional news (WMT, NTREX-128, FLORES-200) has more words.
    """
    own_limit = document.option(MOST_WORDS)
    longest = own_limit or document.conventions.longest_sentence
    for start, end in document.sentences:
        if end - start <= longest * _SHORTEST_WORD and document.target not in ("zh", "ja"):
            continue
        sentence = document.text[start:end]
        words = count_words(sentence, document.target)
        if words > longest and sentence.count(_LIST_MARK) <= _MOST_LIST_MARKS:
            limit = (
                f"the house wants no more than {longest}"
                if own_limit
                else f"{document.conventions.name} news hardly ever prints more than {longest}"
            )
            yield Hit(
                start,
                end,
                f"A sentence of {words} words: {limit}. A translation keeps the source's long "
                "sentences.",
                suggestion="two or more sentences",
            )
