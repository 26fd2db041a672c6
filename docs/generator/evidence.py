"""What was measured, for all rules together: how silent, how right, how much is found."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from docs.generator.markdown import table, words
from mtcheck.evidence import ALL_RULES, Figures, about, figures
from mtcheck.language.conventions import language_name
from mtcheck.rule import Rule

_BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"
_FEWEST_WORDS = 100_000
_FEWEST_RATED = 20


def render(rules: Sequence[Rule]) -> str:
    """The page as Markdown."""
    return "\n\n".join(_sections(rules))


def _sections(rules: Sequence[Rule]) -> Iterator[str]:
    measured = figures(ALL_RULES)
    read = sum(row.words_of(k) for row in measured for k in _KINDS if not k.endswith("_told"))
    yield f"""# Evidence

Every rule is measured on real news before it is switched on, and its page shows its figures. Here
they are together. Measured {about()["date"]} with version {about()["version"]} on {read:,} words in
{len(measured)} languages: {words(about()["data"])}.

The aim: at most one false alarm in 20,000 words of original professional news for a rule that is on
by default, one in 2,000 words for all of them together, in each language. Where a figure is higher,
scraped pages and slips of people are part of it; the figures stand as they were measured. The texts
lie outside the repository, for their licences differ; what measures them is in
`benchmarks/evidence` of the repository, and the same texts give the same table."""
    yield f"## Silence, by language\n\n{_SILENCE_ABOUT}\n\n{_silence(measured)}"
    yield f"## Do findings meet real errors?\n\n{_RATED_ABOUT}\n\n{_rated(rules)}"
    yield f"## Beside the source\n\n{_BESIDE_ABOUT}\n\n{_planted()}\n\n{_alarms()}"
    yield f"## Numbers\n\n{_NUMBERS_ABOUT}\n\n{_numbers()}"
    yield _LIMITS


_KINDS = {
    "original": "original",
    "human_translation": "by people",
    "mixed": "either",
    "mt": "by machine",
    "mt_told": "by machine, told",
}
_SILENCE_ABOUT = """All rules together, default settings: findings per 10,000 words of news written
in the language (*original*), of news translated *by people*, of news that is *either* of these
(the data do not say which), and of machine translations, without and with the source language
*told*. The first three columns are what a newsroom would take for false alarms, though not all are:
scraped originals hold real debris, and people slip. Languages of which at least 100,000 words were
read; the others are on the rules' pages."""
_RATED_ABOUT = """Professional translators marked the errors of machine translations for WMT. Of
each rule's findings in these texts (source language told): the share that touches a marked error,
beside the share that would if the findings stood anywhere; and the share of the segments with a
finding that hold a major error, beside that of all segments of these lengths. Raters marked five
errors a segment at most and passed over much typography. Rules with at least 20 rated findings."""
_BESIDE_ABOUT = """Each human translation is read beside its source as two plain texts; nothing
tells which sentence renders which. Then one fault is planted, and the pair is read again: is the
place marked that was not before? All language pairs together."""
_NUMBERS_ABOUT = """`number-mismatch` on segments that people translated, with one fault planted in
each; *alarms* are findings in the untouched segments, many of them true slips of a translator."""
_LIMITS = """## What the figures do not say

- The machine translations of WMT are clean sentences: headlines, links and furniture were cut away
  before they were translated. What the rules for these find in the wild is measured by planting
  such debris into real articles: `python -m benchmarks.planted.measure`
  (its README tells the kinds).
- The *either* texts of 2008 to 2018 hold typing errors of their time, and some articles several
  times.
- Segments stand as paragraphs where the data tell no paragraphs: a quotation of two sentences may
  be cut in two there.
- One figure for a language hides the newspapers that print otherwise. Where a rule is wrong for
  yours, its page says how to switch it off, and a report of it is welcome.
"""


def _silence(measured: Sequence[Figures]) -> str:
    rows = []
    for row in sorted(measured, key=lambda row: language_name(row.language)):
        read = sum(row.words_of(kind) for kind in _KINDS if not kind.endswith("_told"))
        if read < _FEWEST_WORDS:
            continue
        rates = (row.rate(kind) for kind in _KINDS)
        cells = ["–" if rate is None else f"{rate:.1f}" for rate in rates]
        rows.append([language_name(row.language), *cells, f"{read:,}"])
    heads = ("Language", *_KINDS.values(), "words read")
    return table(heads, rows, numbers=len(heads) - 1)


def _rated(rules: Sequence[Rule]) -> str:
    rows = []
    for rule in rules:
        measured = figures(rule.name)
        rated = sum(row.rated for row in measured)
        if rated < _FEWEST_RATED:
            continue
        segments = sum(row.segments for row in measured) or 1
        shares = (
            sum(row.touching for row in measured) / rated,
            sum(row.by_chance for row in measured) / rated,
            sum(row.bad for row in measured) / segments,
            sum(row.bad_expected for row in measured) / segments,
        )
        name = f"[{rule.name}](../rules/{rule.name}.md)"
        rows.append((shares[0] - shares[1], [name, f"{rated:,}", *map("{:.0%}".format, shares)]))
    rows.sort(key=lambda row: -row[0])
    heads = ("Rule", "findings", "touch an error", "by chance", "major error", "usual")
    return table(heads, [row for _, row in rows], numbers=5)


def _read_table(name: str) -> list[dict[str, str]]:
    with (_BENCHMARKS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _planted() -> str:
    planted: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    for row in _read_table("source_aware/figures.tsv"):
        if row["planted"] and row["kind"] != ALL_RULES:
            planted[row["kind"]] += int(row["planted"])
            found[row["kind"]] += int(row["found"])
    rows = [
        [_FAULTS.get(kind, kind), f"{count:,}", f"{found[kind] / count:.0%}"]
        for kind, count in planted.items()
    ]
    return table(("Planted", "times", "found"), rows, numbers=2)


_FAULTS = {
    "number": "one digit of a figure is changed",
    "omission": "a sentence is left out",
    "addition": "a sentence of another article comes in",
    "copy": "a sentence stands in the source language",
    "link": "an address lacks a letter",
    "quotation": "a quotation loses its marks",
    "name": "a name becomes one of another article",
}


def _alarms() -> str:
    rows = [
        [_pair(row["pair"]), f"{int(row['words']):,}", row["alarms"], _per_10000(row)]
        for row in _read_table("source_aware/figures.tsv")
        if row["kind"] == ALL_RULES
    ]
    heads = ("Faithful pairs", "words", "findings", "per 10,000 words")
    return table(heads, rows, numbers=3)


def _per_10000(row: dict[str, str]) -> str:
    return f"{int(row['alarms']) * 10_000 / int(row['words']):.1f}"


def _pair(name: str) -> str:
    source, dash, target = name.partition("-")
    if not dash:
        return name
    return f"{language_name(source)} to {language_name(target)}"


def _numbers() -> str:
    rows = [
        [_pair(row["pair"]), f"{int(row['words']):,}", row["per 1000"], row["all"]]
        for row in _read_table("numbers/figures.tsv")
    ]
    heads = ("Pair", "words", "alarms per 1,000 words", "planted faults found")
    return table(heads, rows, numbers=3)
