"""Faults planted into faithful pairs, of the kinds that the rules beside a source look for.

What is planted comes from the articles themselves (a digit of a figure, a sentence or a name of
another article), in forms that no rule's author chose.
"""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.source_aware.pairs import Pair
from mtcheck.language.quotations import pair_quotation_marks

_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\w.,]\d|\w)")
_NAME = re.compile(r"(?<=[a-zà-ÿа-яё,] )[A-ZÀ-Þ][a-zà-ÿ]{3,}(?!\w)")
_LATIN = re.compile("[A-Za-z]")
_MARKS = re.compile('[“”„"«»「」]')
_LONG_ENOUGH = {"zh": 18, "ja": 22}


class Planted(NamedTuple):
    """A pair with one fault. start, end: where it is in the target's text; for what is missing,
    the place where it should stand. rules: those that may rightly find it."""

    kind: str
    pair: Pair
    start: int
    end: int
    rules: tuple[str, ...]


Planter = Callable[[Pair, Sequence[Pair], Random], Planted | None]


def _indices(pair: Pair, random: Random) -> list[int]:
    """Segments of some length, not the headline, in random order."""
    least = _LONG_ENOUGH.get(pair.target_language, 50)
    chosen = [i for i, (_, target) in enumerate(pair.segments) if i and len(target) >= least]
    random.shuffle(chosen)
    return chosen


def changed_number(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    """One digit of a figure that both sides print becomes another."""
    for index in _indices(pair, random):
        source, target = pair.segments[index]
        digits = {re.sub(r"\D", "", found) for found in _FIGURE.findall(source)}
        for found in _FIGURE.finditer(target):
            plain = re.sub(r"\D", "", found[0])
            if plain not in digits or len(plain) < 2:
                continue
            at = random.choice([i for i, char in enumerate(found[0]) if char.isdigit()])
            new = random.choice([d for d in "123456789" if d != found[0][at]])
            figure = found[0][:at] + new + found[0][at + 1 :]
            planted = pair.with_target(
                index, target[: found.start()] + figure + target[found.end() :]
            )
            start = planted.place(index)[0] + found.start()
            return Planted("number", planted, start, start + len(figure), ("number-mismatch",))
    return None


def omitted_sentence(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    for index in _indices(pair, random):
        if index + 1 < len(pair.segments):
            planted = pair.with_target(index, "")
            return Planted(
                "omission", planted, *planted.place(index), ("omitted-text", "length-mismatch")
            )
    return None


def added_sentence(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    """A sentence of another article stands behind one of this."""
    other = random.choice(others)
    for foreign in _indices(other, random):
        for index in _indices(pair, random):
            source, target = pair.segments[index]
            sentence = other.segments[foreign][1]
            join = "" if pair.target_language in ("zh", "ja") else " "
            planted = pair.with_segment(index, source, target + join + sentence)
            end = planted.place(index)[1]
            rules = ("added-text", "length-mismatch", "entity-mismatch", "number-mismatch")
            return Planted("addition", planted, end - len(sentence), end, rules)
    return None


def copied_sentence(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    for index in _indices(pair, random):
        planted = pair.with_target(index, pair.segments[index][0])
        rules = ("copied-source", "untranslated-sentence")
        return Planted("copy", planted, *planted.place(index), rules)
    return None


def changed_link(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    """Both sides point to a page; the target's address lost a letter."""
    for index in _indices(pair, random):
        source, target = pair.segments[index]
        slug = "-".join(re.findall("[a-z]{4,}", pair.id.lower())[:3]) or "story"
        link = f"https://news.example/{slug}/{random.randrange(10_000)}"
        at = random.randrange(len("https://"), len(link) - 1)
        wrong = link[:at] + link[at + 1 :]
        planted = pair.with_segment(index, f"{source} {link}", f"{target} {wrong}")
        end = planted.place(index)[1]
        return Planted("link", planted, end - len(wrong), end, ("link-mismatch",))
    return None


def lost_marks(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    """All quotation marks of a segment go, where half of it and more is a quotation."""
    for index in _indices(pair, random):
        source, target = pair.segments[index]
        quotations, lone = pair_quotation_marks(source, 0, len(source))
        ours, _ = pair_quotation_marks(target, 0, len(target))
        longest = max((q.end - q.start for q in quotations), default=0)
        if lone or not ours or 2 * longest < len(source):
            continue
        planted = pair.with_target(index, _MARKS.sub("", target))
        rules = ("quotation-mismatch", "unpaired-punctuation")
        return Planted("quotation", planted, *planted.place(index), rules)
    return None


def replaced_name(pair: Pair, others: Sequence[Pair], random: Random) -> Planted | None:
    """A name that both sides spell alike becomes one of another article."""
    names = sorted({name for other in others for name in _names(other)} - _names(pair))
    for index in _indices(pair, random):
        source, target = pair.segments[index]
        for found in _NAME.finditer(target):
            if names and found[0] in _NAME.findall(source):
                name = random.choice(names)
                text = target[: found.start()] + name + target[found.end() :]
                planted = pair.with_target(index, text)
                start = planted.place(index)[0] + found.start()
                return Planted("name", planted, start, start + len(name), ("entity-mismatch",))
    return None


def _names(pair: Pair) -> set[str]:
    """Words with a capital that source and target share: names, not nouns of German."""
    if not _LATIN.search(pair.text(1)):
        return set()
    return set(_NAME.findall(pair.text(0))) & set(_NAME.findall(pair.text(1)))


PLANTERS: tuple[Planter, ...] = (
    changed_number,
    omitted_sentence,
    added_sentence,
    copied_sentence,
    changed_link,
    lost_marks,
    replaced_name,
)
