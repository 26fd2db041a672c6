"""Measures of other libraries, imported only when they are asked for.

sacreBLEU for a hypothesis beside its references, textstat for readability.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any, NamedTuple

from mtcheck.document import Document

READABILITY_LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pl", "ru", "pt", "cs")
"""Where textstat has syllables (pyphen) and a Flesch formula for the language or its kin."""

_SACREBLEU_TOKENIZERS = {"zh": "zh", "ja": "char", "th": "char"}


class CorpusMetric(NamedTuple):
    """A corpus score of sacreBLEU with its signature."""

    name: str
    score: float
    signature: str


def corpus_metrics(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], language: str
) -> list[CorpusMetric]:
    """BLEU, chrF2++ and TER of segments against one or more sets of references.

    hypotheses: one segment each; references: one sequence a set, as long as `hypotheses`.
    language: primary subtag of the target; it chooses sacreBLEU's tokenizer, as the
    `sacrebleu` command does for a known language pair.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    metrics: tuple[Any, ...] = (
        BLEU(tokenize=_SACREBLEU_TOKENIZERS.get(language, "13a")),
        CHRF(word_order=2),
        TER(),
    )
    return [
        CorpusMetric(
            (result := metric.corpus_score(list(hypotheses), [list(r) for r in references])).name,
            float(result.score),
            str(metric.get_signature()),
        )
        for metric in metrics
    ]


def document_metrics(document: Document, *, readability: bool) -> dict[str, float]:
    """What goes into a document's `metrics`: sacreBLEU's where it has a reference, textstat's
    where `readability` asks and the language is served. Rounded to two places."""
    metrics: dict[str, float] = {}
    if document.reference:
        scores = corpus_metrics([document.text], [[document.reference.text]], document.target)
        metrics |= {_key(score.name): round(score.score, 2) for score in scores}
    if readability and document.word_count and document.target in READABILITY_LANGUAGES:
        metrics |= readability_metrics(document.text, document.target)
    return metrics


def _key(name: str) -> str:
    return {"BLEU": "bleu", "chrF2++": "chrf", "TER": "ter"}[name]


def readability_metrics(text: str, language: str) -> dict[str, float]:
    """Flesch reading ease (in the language's own formula), words a sentence, syllables a word."""
    textstat = _offline_textstat()
    textstat.set_lang(language)
    words = max(1, textstat.lexicon_count(text))
    return {
        "flesch_reading_ease": round(float(textstat.flesch_reading_ease(text)), 2),
        "words_per_sentence": round(float(textstat.words_per_sentence(text)), 2),
        "syllables_per_word": round(float(textstat.syllable_count(text)) / words, 2),
    }


def _offline_textstat() -> ModuleType:
    """textstat, counting English syllables with pyphen as it does for all other languages.

    Its own way for English downloads a dictionary at the first call, which must not happen.
    """
    import textstat
    from textstat.backend.counts import _count_syllables

    _count_syllables.get_cmudict = lambda _language: None
    module: ModuleType = textstat
    return module
