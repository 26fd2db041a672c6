"""do, na, pelo, neste: preposition and article in one word, save before an infinitive's subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.agreement import Disagreement
from mtcheck.language.data import listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_ARTICLES = "o|a|os|as"
_SHOWN = "est[ea]s?|ess[ea]s?|aquel[ea]s?|isto|isso|aquilo|el[ea]s?"
_PAIR = late_pattern(
    rf"(?<![\w'’.,/@&-])(?P<preposition>[Dd]e|[Ee]m|[Pp]or) (?P<article>{_ARTICLES}|{_SHOWN})"
    r" (?=[^\W\d_A-ZÀ-Ý][\w-]{2})"
)
_TO_THE = late_pattern(r"(?<![\w'’.,/@&-])a (?P<article>os?) (?=[^\W\d_A-ZÀ-Ý][\w-]{2})")
_MERGED = {"de": "d", "em": "n", "por": "pel"}
_INFINITIVE = late_pattern(
    r"(?<![\w-])(?<!\bpara )(?<!\bde )(?<!\bpor )(?<!\bsem )(?<!\bao )(?<!\bvai )(?<!\bvão )"
    r"(?<!\ba )"
    r"(?P<verb>[\w-]*(?:[aeiô]r|[aei]rem|[aei]rmos))(?:-\w+)*(?!\w)"
)
_CLAUSE_END = late_pattern(r"[.;:!?…\n]")
_CLAUSE = 100


def disagreements(document: Document) -> Iterator[Disagreement]:
    """Two words that should be one."""
    text = document.text
    for found in _PAIR.finditer(text):
        preposition, article = found["preposition"].lower(), found["article"]
        if preposition == "por" and article not in _ARTICLES.split("|"):
            continue
        if _is_before_infinitive(text, found.end()):
            continue
        merged = _MERGED[preposition] + article
        right = merged.capitalize() if found["preposition"][0].isupper() else merged
        yield Disagreement(
            found.start(),
            found.end() - 1,
            right,
            f"“{preposition} {article}” merges into “{merged}”.",
        )
    for found in _TO_THE.finditer(text):
        right = "a" + found["article"]
        if not _is_before_infinitive(text, found.end()):
            yield Disagreement(
                found.start(),
                found.end() - 1,
                right,
                f"“a {found['article']}” merges into “{right}”.",
            )


def _is_before_infinitive(text: str, start: int) -> bool:
    """antes de o governo decidir: the article belongs to the subject of an infinitive."""
    end = _CLAUSE_END.search(text, start, start + _CLAUSE)
    clause = text[start : end.start() if end else start + _CLAUSE]
    nouns = listed_words("pt", "nouns-like-infinitives")
    return any(found["verb"].lower() not in nouns for found in _INFINITIVE.finditer(clause))
