"""What language is a text in? A cheap vote first, langdetect where the vote is not clear.

The vote: the script, then function words. langdetect (seeded, so that the answer never changes)
costs a moment once, so it is imported and asked only then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from mtcheck.language.data import function_words, languages
from mtcheck.language.words import WORD
from mtcheck.patterns import late_pattern

UNKNOWN = "und"
"""BCP 47's tag for an undetermined language."""

_SAMPLE = 20_000
_CLEAR_SHARE = 0.12
_CLEAR_LEAD = 1.4
_UKRAINIAN = late_pattern(r"[іїєґ]")
_RUSSIAN = late_pattern(r"[ыэёъ]")
_MORE_KANA = 0.25
_CHINESE = late_pattern(r"[的们們这這说說时為对對过還还给從从吗嗎呢她它您么麼没]")
_CHINESE_SHARE = 0.02
"""Of the letters, those that hardly any Japanese text has."""
_SCRIPTS = (
    ("ja", late_pattern(r"[\u3040-\u30ff]")),
    ("zh", late_pattern(r"[\u4e00-\u9fff]")),
    ("ko", late_pattern(r"[\uac00-\ud7af]")),
    ("th", late_pattern(r"[\u0e00-\u0e7f]")),
    ("el", late_pattern(r"[\u0370-\u03ff]")),
    ("he", late_pattern(r"[\u0590-\u05ff]")),
)


def identify_language(text: str) -> str:
    """The primary subtag of the text's language, or "und" where nothing tells."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_function_words(sample) or _by_langdetect(sample)


def function_word_votes(text: str, candidates: Iterable[str]) -> Counter[str]:
    """How many words of the text are function words of each candidate language."""
    index = _index(tuple(sorted(candidates)))
    votes: Counter[str] = Counter()
    for word in WORD.findall(text.lower()):
        votes.update(index.get(word, ()))
    return votes


def reads_as(text: str, target: str, candidates: Iterable[str]) -> str | None:
    """The candidate language that a short passage is clearly in rather than in the target's,
    or None. At least two function words must say so, and twice as many as for the target."""
    votes = function_word_votes(text, {target, *candidates})
    for language, count in votes.most_common():
        if language != target:
            return language if count >= 2 and count >= 2 * votes[target] + 1 else None
    return None


@cache
def _index(candidates: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for language in candidates:
        for word in function_words(language):
            index[word] = (*index.get(word, ()), language)
    return index


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > letters * (0.05 if language == "ja" else 0.3):
            if language == "ja" and _is_chinese(sample, letters):
                return "zh"
            return language
    cyrillic = len(re.findall(r"[\u0400-\u04ff]", sample))
    if letters and cyrillic > letters * 0.5:
        ukrainian = len(_UKRAINIAN.findall(sample))
        russian = len(_RUSSIAN.findall(sample))
        if max(ukrainian, russian) >= 3 and not 0.2 < ukrainian / (ukrainian + russian) < 0.8:
            return "uk" if ukrainian > russian else "ru"
    return None


def _is_chinese(sample: str, letters: int) -> bool:
    """Chinese with some Japanese left in it has a little kana, and the words of Chinese grammar."""
    kana = len(_SCRIPTS[0][1].findall(sample))
    return kana < letters * _MORE_KANA and len(_CHINESE.findall(sample)) > letters * _CHINESE_SHARE


def _by_function_words(sample: str) -> str | None:
    votes = function_word_votes(sample, languages()).most_common(2)
    words = len(WORD.findall(sample))
    if not votes or words < 8 or votes[0][1] < words * _CLEAR_SHARE:
        return None
    if len(votes) > 1 and votes[0][1] < votes[1][1] * _CLEAR_LEAD:
        return None
    return votes[0][0]


def _by_langdetect(sample: str) -> str:
    if not any(map(str.isalpha, sample)):
        return UNKNOWN
    from langdetect.lang_detect_exception import LangDetectException

    from mtcheck.language.profiles import detectors

    detector = detectors().create()
    detector.append(sample)
    try:
        return str(detector.detect()).partition("-")[0]
    except LangDetectException:
        return UNKNOWN
