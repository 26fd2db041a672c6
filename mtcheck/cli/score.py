"""`mtcheck score`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from mtcheck.cli.options import UNREADABLE, Encoding, Language, complain, one_of


def score(
    hypothesis: Annotated[
        str, typer.Argument(metavar="HYP", help="The translation, a segment a line.")
    ],
    reference: Annotated[
        list[str], typer.Option(help="A reference, line by line beside HYP; repeatable.")
    ],
    language: Language = None,
    encoding: Encoding = None,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text or json.")
    ] = "text",
) -> None:
    """Score a translation against references with sacreBLEU: BLEU, chrF2++ and TER."""
    from mtcheck.language.data import primary_subtag
    from mtcheck.language.identify import identify_language
    from mtcheck.metrics import corpus_metrics
    from mtcheck.readers import ReadError
    from mtcheck.readers.files import content_of

    segments: list[list[str]] = []
    for path in (hypothesis, *reference):
        try:
            segments.append(content_of(path, encoding).splitlines())
        except ReadError as error:
            complain(path, str(error))
            raise typer.Exit(UNREADABLE) from None
    for path, lines in zip(reference, segments[1:], strict=True):
        if len(lines) != len(segments[0]):
            complain(path, f"has {len(lines)} lines, {hypothesis} has {len(segments[0])}")
            raise typer.Exit(UNREADABLE)
    if not segments[0]:
        complain(hypothesis, "is empty; there is nothing to score")
        raise typer.Exit(UNREADABLE)
    target = primary_subtag(language) if language else identify_language("\n".join(segments[0]))
    scores = corpus_metrics(segments[0], segments[1:], target)
    if format == "json":
        rows = [{"name": s.name, "score": s.score, "signature": s.signature} for s in scores]
        print(json.dumps(rows, indent=2))
        return
    for result in scores:
        print(f"{result.name:<8} {result.score:6.2f}  {result.signature}")
