"""`mtcheck score`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.options import UNREADABLE, Encoding, Language, SourceLanguage, complain, one_of

if TYPE_CHECKING:
    from mtcheck.metrics import CorpusMetric

_SAMPLES = 1000


def score(
    hypothesis: Annotated[
        str, typer.Argument(metavar="HYP", help="The translation, a segment a line.")
    ],
    reference: Annotated[
        list[str], typer.Option(help="A reference, line by line beside HYP; repeatable.")
    ],
    source: Annotated[
        str | None,
        typer.Option(help="The source; adds the readability of both sides, and the shift."),
    ] = None,
    language: Language = None,
    source_language: SourceLanguage = None,
    encoding: Encoding = None,
    tokenize: Annotated[
        str | None,
        typer.Option(
            help="sacreBLEU's tokenizer for BLEU: 13a, char, intl, none or zh; without it the one "
            "of the language."
        ),
    ] = None,
    bootstrap: Annotated[
        int, typer.Option(min=0, help="Samples for the intervals; 0: no intervals.")
    ] = _SAMPLES,
    segments: Annotated[
        bool, typer.Option("--segments", help="Score each segment by itself too.")
    ] = False,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text or json.")
    ] = "text",
) -> None:
    """Score a translation against references with sacreBLEU: BLEU, chrF2++ and TER."""
    from mtcheck.language.data import primary_subtag
    from mtcheck.language.identify import identify_language
    from mtcheck.metrics import TOKENIZERS, corpus_metrics, segment_metrics, tokenizer_for

    if tokenize is not None and tokenize not in TOKENIZERS:
        raise typer.BadParameter(f"{tokenize!r} is none of {', '.join(TOKENIZERS)}")
    lines = [_lines(path, encoding) for path in (hypothesis, *reference)]
    for path, beside in zip(reference, lines[1:], strict=True):
        if len(beside) != len(lines[0]):
            complain(path, f"has {len(beside)} lines, {hypothesis} has {len(lines[0])}")
            raise typer.Exit(UNREADABLE)
    if not any(line.strip() for line in lines[0]):
        complain(hypothesis, "is empty; there is nothing to score")
        raise typer.Exit(UNREADABLE)
    text = "\n".join(lines[0])
    target = primary_subtag(language or identify_language(text))
    tokenizer = tokenize or tokenizer_for(target)
    scores = corpus_metrics(lines[0], lines[1:], tokenizer, bootstrap=bootstrap)
    rows = segment_metrics(lines[0], lines[1:], tokenizer) if segments else []
    ease: dict[str, float] = {}
    if source is not None:
        original = "\n".join(_lines(source, encoding))
        ease = _readability(text, target, original, source_language)
    if format == "json":
        print(json.dumps(_object(scores, rows, ease), indent=2))
    else:
        _print(scores, rows, ease)


def _lines(path: str, encoding: str | None) -> list[str]:
    """The file's lines as sacreBLEU reads them: only a newline ends one."""
    from mtcheck.readers import ReadError
    from mtcheck.readers.files import content_of

    try:
        content = content_of(path, encoding)
    except ReadError as error:
        complain(path, str(error))
        raise typer.Exit(UNREADABLE) from None
    lines = [line.rstrip() for line in content.split("\n")]
    return lines[:-1] if content.endswith("\n") else lines


def _readability(
    text: str, target: str, original: str, source_language: str | None
) -> dict[str, float]:
    from mtcheck.document import Document
    from mtcheck.language.data import primary_subtag
    from mtcheck.language.identify import identify_language
    from mtcheck.metrics import document_metrics

    language = primary_subtag(source_language or identify_language(original))
    document = Document(text, target, source=Document(original, language))
    return document_metrics(document, readability=True)


def _object(
    scores: Sequence[CorpusMetric], rows: Sequence[dict[str, float]], ease: dict[str, float]
) -> dict[str, object]:
    return {
        "metrics": [score._asdict() for score in scores],
        "segments": list(rows),
        "readability": ease,
    }


def _print(
    scores: Sequence[CorpusMetric], rows: Sequence[dict[str, float]], ease: dict[str, float]
) -> None:
    for score in scores:
        interval = ""
        if score.mean is not None:
            interval = f"  (μ = {score.mean:.2f} ± {score.interval:.2f})"
        print(f"{score.name:<8} {score.score:6.2f}{interval}  {score.signature}")
    for number, row in enumerate(rows, 1):
        print(f"{number}\t" + "\t".join(f"{key} {value:.2f}" for key, value in row.items()))
    for key, value in ease.items():
        print(f"{key:<28} {value:8.2f}")
