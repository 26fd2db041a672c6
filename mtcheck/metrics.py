"""Measures of other libraries, imported only when they are asked for.

sacreBLEU for a hypothesis beside its references, textstat for readability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple, cast

from mtcheck.document import Document

READABILITY_LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pl", "ru", "pt", "cs")
"""Where textstat has syllables (pyphen) and a Flesch formula for the language or its kin."""

TOKENIZERS = ("13a", "char", "intl", "none", "zh")
"""sacreBLEU's tokenizers for BLEU that need neither a download nor another package."""

_TOKENIZER_OF = {"zh": "zh", "ja": "char", "th": "char"}


class CorpusMetric(NamedTuple):
    """A corpus score of sacreBLEU with its signature.

    mean, interval: of the scores of the bootstrap's samples: 95 of 100 lie within mean +/-
        interval; None without a bootstrap.
    """

    name: str
    score: float
    signature: str
    mean: float | None = None
    interval: float | None = None


def tokenizer_for(language: str) -> str:
    """sacreBLEU's tokenizer for BLEU in a language (primary subtag), as the `sacrebleu` command
    chooses it for a known language pair; characters for Japanese, whose own needs MeCab."""
    return _TOKENIZER_OF.get(language, "13a")


def _metrics(tokenizer: str, *, of_segments: bool = False) -> tuple[Any, ...]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    bleu = BLEU(tokenize=tokenizer, effective_order=of_segments)
    return bleu, CHRF(word_order=2), TER()


def corpus_metrics(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    tokenizer: str,
    *,
    bootstrap: int = 0,
) -> list[CorpusMetric]:
    """BLEU, chrF2++ and TER of segments against one or more sets of references.

    hypotheses: one segment each; references: one sequence a set, as long as `hypotheses`.
    tokenizer: one of TOKENIZERS; only BLEU uses it.
    bootstrap: how many samples the intervals rest on (Koehn 2004); 0: none are computed. A single
        segment has none.
    """
    sets = [list(reference) for reference in references]
    samples = bootstrap if len(hypotheses) > 1 else 0
    return [
        _corpus_metric(metric, list(hypotheses), sets, samples) for metric in _metrics(tokenizer)
    ]


def _corpus_metric(
    metric: Any, hypotheses: list[str], references: list[list[str]], samples: int
) -> CorpusMetric:
    try:
        result = metric.corpus_score(hypotheses, references, n_bootstrap=samples or 1)
    except TypeError:
        # sacreBLEU 2.6 cannot average the samples of a tiny corpus of which some score nothing.
        metric.n_bootstrap = None
        return _corpus_metric(metric, hypotheses, references, 0)
    return CorpusMetric(
        result.name,
        float(result.score),
        str(metric.get_signature()),
        float(result._mean) if samples > 1 else None,
        float(result._ci) if samples > 1 else None,
    )


def segment_metrics(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], tokenizer: str
) -> list[dict[str, float]]:
    """The same measures of each segment by itself; BLEU with effective order, as `sacrebleu
    --sentence-level` computes it."""
    metrics = [(_KEYS[i], m) for i, m in enumerate(_metrics(tokenizer, of_segments=True))]
    rows = []
    for index, hypothesis in enumerate(hypotheses):
        beside = [reference[index] for reference in references]
        rows.append({key: float(m.sentence_score(hypothesis, beside).score) for key, m in metrics})
    return rows


_NAMES, _KEYS = ("BLEU", "chrF2++", "TER"), ("bleu", "chrf", "ter")


def document_metrics(document: Document, *, readability: bool) -> dict[str, float]:
    """What goes into a document's `metrics`: sacreBLEU's where it has a reference, textstat's
    where `readability` asks and the language is served; with a source in such a language also
    the source's reading ease and the shift from it. Rounded to two places."""
    metrics: dict[str, float] = {}
    if document.reference:
        scores = corpus_metrics(
            [document.text], [[document.reference.text]], tokenizer_for(document.target)
        )
        metrics |= {key: round(s.score, 2) for key, s in zip(_KEYS, scores, strict=True)}
    if readability and document.word_count and document.target in READABILITY_LANGUAGES:
        source = document.source
        metrics |= readability_metrics(document.text, document.target)
        if source and source.word_count and source.target in READABILITY_LANGUAGES:
            metrics |= readability_shift(source.text, source.target, metrics)
    return metrics


def readability_shift(
    source: str, language: str, of_target: Mapping[str, float]
) -> dict[str, float]:
    """The source's reading ease and how far the target's lies from it: above zero, the translation
    reads more easily. Each language has its own formula, so the shift of a whole newsroom's
    articles says more than that of one."""
    key = "flesch_reading_ease"
    ease = readability_metrics(source, language)[key]
    return {f"source_{key}": ease, f"{key}_shift": round(of_target[key] - ease, 2)}


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


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def similarity(hypothesis: str, reference: str) -> float:
    """chrF2++ of two segments, 0 to 100 (sacreBLEU's)."""
    return float(_chrf().sentence_score(hypothesis, [reference]).score)


@cache
def _chrf() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=2)


def paired_metrics(
    a: Sequence[str], b: Sequence[str], reference: Sequence[str], tokenizer: str, *, samples: int
) -> list[tuple[str, float, float, float | None]]:
    """(name, score of a, score of b, p) of BLEU, chrF2++ and TER, with the p-value of sacreBLEU's
    paired bootstrap over the segments; None where `samples` is 0."""
    metrics = dict(zip(_NAMES, _metrics(tokenizer), strict=True))
    sets = [list(reference)]
    if not samples:
        return [
            (
                name,
                float(metric.corpus_score(list(a), sets).score),
                float(metric.corpus_score(list(b), sets).score),
                None,
            )
            for name, metric in metrics.items()
        ]
    from sacrebleu.significance import PairedTest

    systems: list[tuple[str, Sequence[str]]] = [("a", a), ("b", b)]
    _, scores = PairedTest(systems, metrics, sets, test_type="bs", n_samples=samples)()
    rows = []
    for name in metrics:
        first, second = cast(list[Any], scores[name])
        rows.append((name, float(first.score), float(second.score), _number(second.p_value)))
    return rows
