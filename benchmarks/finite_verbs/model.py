"""Training, quantising and cross-validating the tables of `mtcheck.language.finite`."""

from __future__ import annotations

import math
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped, unused-ignore]
from scipy.optimize import minimize  # type: ignore[import-untyped, unused-ignore]

from benchmarks.finite_verbs.corpus import (
    FULL_STOP,
    Sentence,
    capitalised,
    clauses,
    has_finite_verb,
    noun_phrases,
)
from mtcheck.language import finite

BITS = 17
FOLDS = 5
_BLOCKS = 40
_ITERATIONS = 60
_PRIOR_PRECISION = 0.5
_ANCHORS = ((0.005, finite.STRICT), (0.02, finite.BALANCED))

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Model:
    """Weights in whole steps of -127 to 127, and what turns their sum into log odds."""

    steps: NDArray[np.int8]
    step: float
    intercept: float

    def scores(self, sentences: list[Sentence]) -> Floats:
        """The log odds of each sentence's best token."""
        if not sentences:
            return np.zeros(0)
        tokens = _features(sentences) @ self.steps.astype(np.float64) * self.step + self.intercept
        starts = np.cumsum([0, *(len(sentence) for sentence in sentences[:-1])])
        best: Floats = np.maximum.reduceat(tokens, starts)
        return best


@dataclass(frozen=True)
class Calibration:
    """A straight line from a sentence's log odds to log odds that mean the same everywhere."""

    slope: float
    offset: float

    def probabilities(self, scores: Floats) -> Floats:
        result: Floats = 1 / (1 + np.exp(-(self.slope * scores + self.offset)))
        return result


@dataclass(frozen=True)
class HeldOut:
    """Kinds of sentences that the model of their fold never saw, with its scores."""

    sentences: dict[str, list[Sentence]]
    scores: dict[str, Floats]
    folds: dict[str, NDArray[np.int64]]


def train(sentences: list[Sentence]) -> Model:
    examples, weights = _with_variants(sentences, random.Random(1))
    labels = np.array([token.finite for sentence in examples for token in sentence])
    token_weights = np.repeat(weights, [len(sentence) for sentence in examples])
    return _quantised(_fitted(_features(examples), labels, token_weights))


def packed(model: Model, calibration: Calibration) -> bytes:
    """The file that `mtcheck.language.finite` reads."""
    gain = calibration.slope * model.step
    bias = calibration.slope * model.intercept + calibration.offset
    header = finite.HEADER.pack(finite.MAGIC, BITS, gain, bias)
    return header + zlib.compress(model.steps.tobytes(), 9)


def cross_validate(sentences: list[Sentence]) -> HeldOut:
    """Scores from models that did not see the sentence, nor its neighbours in the treebank."""
    fold_of = [index * _BLOCKS // len(sentences) % FOLDS for index in range(len(sentences))]
    numbered = list(zip(sentences, fold_of, strict=True))
    found: dict[str, list[tuple[Sentence, float, int]]] = {}
    for fold in range(FOLDS):
        model = train([sentence for sentence, its_fold in numbered if its_fold != fold])
        held_out = [sentence for sentence, its_fold in numbered if its_fold == fold]
        for kind, examples in test_sets(held_out).items():
            scores = model.scores(examples).tolist()
            found.setdefault(kind, []).extend(
                (sentence, score, fold) for sentence, score in zip(examples, scores, strict=True)
            )
    return HeldOut(
        {kind: [sentence for sentence, _, _ in rows] for kind, rows in found.items()},
        {kind: np.array([score for _, score, _ in rows]) for kind, rows in found.items()},
        {kind: np.array([fold for _, _, fold in rows], int) for kind, rows in found.items()},
    )


def test_sets(sentences: list[Sentence]) -> dict[str, list[Sentence]]:
    real = [sentence for sentence in sentences if len(sentence) > 2]
    finite_ones = [sentence for sentence in real if has_finite_verb(sentence)]
    cut = chain.from_iterable(clauses(sentence, 3, 12) for sentence in sentences)
    phrases = chain.from_iterable(noun_phrases(sentence) for sentence in sentences)
    return {
        "long": [sentence for sentence in finite_ones if len(sentence) > 8],
        "short": [sentence for sentence in finite_ones if len(sentence) <= 8],
        "clause": [_as_sentence(clause) for clause in cut if has_finite_verb(clause)],
        "verbless": [sentence for sentence in real if not has_finite_verb(sentence)],
        "phrase": [_as_sentence(phrase) for phrase in phrases],
    }


def calibrate(scores: Floats) -> Calibration:
    """The line that puts the anchors' shares of `scores`, those of real short clauses, right."""
    (low_share, low), (high_share, high) = _ANCHORS
    low_score, high_score = np.quantile(scores, [low_share, high_share])
    slope = (_log_odds(high) - _log_odds(low)) / (high_score - low_score)
    return Calibration(float(slope), float(_log_odds(high) - slope * high_score))


def short_clause_scores(held_out: HeldOut, without_fold: int | None = None) -> Floats:
    kept = [
        held_out.scores[kind][held_out.folds[kind] != without_fold] for kind in ("short", "clause")
    ]
    return np.concatenate(kept)


def _log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def _as_sentence(words: Sentence) -> Sentence:
    return [*capitalised(words), FULL_STOP]


def _with_variants(
    sentences: list[Sentence], rng: random.Random
) -> tuple[list[Sentence], list[float]]:
    """The sentences, then what can be made of them, each with its weight in training."""
    variants = [row for sentence in sentences for row in _variants(sentence, rng)]
    examples = sentences + [sentence for sentence, _ in variants]
    return examples, [1.0] * len(sentences) + [weight for _, weight in variants]


def _variants(sentence: Sentence, rng: random.Random) -> Iterator[tuple[Sentence, float]]:
    for piece in chain(clauses(sentence, 2, 15), noun_phrases(sentence)):
        cased = capitalised(piece) if rng.random() < 0.65 else piece
        yield ([*cased, FULL_STOP] if rng.random() < 0.6 else cased), 0.5
    if rng.random() < 0.2:
        yield [token._replace(word=token.word.lower()) for token in sentence], 0.5
    if rng.random() < 0.05:
        yield [token._replace(word=token.word.upper()) for token in sentence], 0.3


@cache
def _buckets(word: str) -> tuple[NDArray[np.int32], ...]:
    return tuple(np.array(role, np.int32) for role in finite.feature_buckets(word, BITS))


def _token_buckets(sentence: Sentence) -> Iterator[NDArray[np.int32]]:
    words = [token.word for token in sentence]
    cast = [_buckets(word) for word in finite.padded(words)]
    first = finite.first_word_index(words)
    for index in range(len(words)):
        own = cast[index + 2][0 if index == first else 1]
        before = (cast[index][2], cast[index + 1][3])
        after = (cast[index + 3][4], cast[index + 4][5])
        yield np.concatenate([own, *before, *after])


def _features(sentences: list[Sentence]) -> sparse.csr_matrix:
    rows = [row for sentence in sentences for row in _token_buckets(sentence)]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.concatenate(rows)
    ones = np.ones(len(columns), np.float32)
    return sparse.csr_matrix((ones, columns, ends), shape=(len(rows), 1 << BITS))


def _fitted(features: sparse.csr_matrix, labels: NDArray[np.bool_], weights: Floats) -> Floats:
    """L2-regularised logistic regression: the weights of the buckets, then the intercept."""
    transposed = features.T.tocsr()
    signs = np.where(labels, 1.0, -1.0)

    def loss(point: Floats) -> tuple[float, Floats]:
        margins = (features @ point[:-1].astype(np.float32) + point[-1]) * signs
        pulls = -signs * weights / (1 + np.exp(np.minimum(margins, 50)))
        ridge = _PRIOR_PRECISION * point[:-1]
        gradient = np.append(transposed @ pulls.astype(np.float32) + ridge, pulls.sum())
        value = (weights * np.logaddexp(0, -margins)).sum() + 0.5 * ridge @ point[:-1]
        return float(value), gradient

    start = np.zeros(features.shape[1] + 1)
    options = {"maxiter": _ITERATIONS, "maxcor": 6}
    result: Floats = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return result


def _quantised(point: Floats) -> Model:
    step = float(np.abs(point[:-1]).max()) / 127
    return Model(np.round(point[:-1] / step).astype(np.int8), step, float(point[-1]))
