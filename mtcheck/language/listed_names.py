"""Names that a lexicon lists as another language has them: what the rules of names say of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.language.conventions import language_name
from mtcheck.language.names import is_somebody_else, is_spoken_of, stands_in_foreign_name
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.lexicon import Match

_YEAR_AFTER = late_pattern(r", (?:1[6-9]|20)\d\d\b")
_SOVIET_YEAR = late_pattern(r"(?<!\d)19(?:[1-8]\d|9[01])(?!\d)")
_MORE_THAN_THE_FORM = frozenset("(<|;,")


def listed_names(document: Document, matches: Sequence[Match]) -> Iterator[Hit]:
    """The hits of the listed names that the text does not have for a reason of its own."""
    for match in matches:
        if not _is_innocent(document, match):
            yield _hit(document, match)


def _is_innocent(document: Document, match: Match) -> bool:
    return (
        is_spoken_of(document, match)
        or stands_in_foreign_name(document, match)
        or _is_dated_work(document, match)
        or is_somebody_else(document, match.start, match.end)
        or _was_so_then(document, match)
    )


def _was_so_then(document: Document, match: Match) -> bool:
    """In the Soviet Union the cities had their Russian names: Kharkov, 1977."""
    if "ru" not in match.sources:
        return False
    sentence = document.sentence_at(match.start)
    return _SOVIET_YEAR.search(document.text, sentence.start, sentence.end) is not None


def _hit(document: Document, match: Match) -> Hit:
    form = document.text[match.start : match.end]
    origin = " or ".join(language_name(source) for source in match.sources)
    what = (
        f"“{form}” is how the name is spelt in {origin}; the translation kept it."
        if origin
        else f"“{form}” is not how the press writes the name."
    )
    return match.hit(f"{what} {match.entry.note}".strip())._replace(fix=_fix(match))


def _is_dated_work(document: Document, match: Match) -> bool:
    """Her best-known piece, Khan Younès, 1956, is no tango."""
    before = document.text[max(0, match.start - 2) : match.start]
    return before == ", " and _YEAR_AFTER.match(document.text, match.end) is not None


def _fix(match: Match) -> Fix | None:
    """The suggestion in place of the form, where both are one spelling and neither is in doubt."""
    entry = match.entry
    if entry.suggest is None or entry.confidence == "medium":
        return None
    if " or " in entry.suggest or _MORE_THAN_THE_FORM & {*entry.find, *entry.suggest}:
        return None
    return Fix((Edit(match.start, match.end, entry.suggest),), safe=False)
