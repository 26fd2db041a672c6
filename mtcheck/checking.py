"""What can be said of one article by itself, in whatever process; a run puts the articles in order
and decides what of it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport
from mtcheck.registry import rules_in_force
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.bilingual.memory import Earlier
    from mtcheck.bilingual.renderings import Sentence


class Place(NamedTuple):
    """path, id: of an article, as its report names them."""

    path: str
    id: str | None


class Checked(NamedTuple):
    """report: before the baseline and the like were asked.
    sentences: what the memory of the run needs of an article beside its source."""

    report: DocumentReport
    sentences: tuple[Sentence, ...] = ()


def check_article(
    document: Document,
    settings: Settings,
    place: Place,
    earlier: Mapping[str, Earlier] | None = None,
) -> Checked:
    """Check an article. earlier: what earlier articles render otherwise (see
    `mtcheck.bilingual.memory`)."""
    if earlier:
        from mtcheck.bilingual.memory import EarlierRenderings

        document.memory = EarlierRenderings(earlier)
    rules = rules_in_force(settings)
    report = check_document(document, rules, settings, path=place.path, id=place.id)
    return Checked(report, sentences_of(document))


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The sentences that a run remembers; none where the document has no source."""
    if document.source is None:
        return ()
    from mtcheck.bilingual.renderings import long_sentences

    try:
        return tuple(long_sentences(document))
    except Exception:
        return ()  # the rules meet the same error, and it is reported with their names


def without_texts(report: DocumentReport) -> DocumentReport:
    """What was found, without what whoever has the document has too."""
    return report._replace(text="", source_text=None, segments=(), blocks=(), file_map=None)


def with_texts(report: DocumentReport, document: Document) -> DocumentReport:
    """Undoes `without_texts`."""
    return report._replace(
        text=document.text,
        source_text=document.source.text if document.source else None,
        segments=document.segments,
        blocks=document.blocks if document.file_map else (),
        file_map=document.file_map,
    )
