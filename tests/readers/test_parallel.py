"""Two plain files, a segment a line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.readers.parallel import is_parallel, line_segments, line_spans
from tests.readers.bilingual import OPTIONS, failure, lines, pairs, read, saved

FRENCH = [
    "Les prix ont augmenté",
    "Les prix de l'énergie ont augmenté de sept pour cent en mars, selon l'institut.",
    "Le ministre l'a confirmé vendredi à Paris.",
    "« Nous agirons », a-t-il dit aux députés réunis pour un débat sur le budget.",
    "La grève continue.",
    "Elle touche trois ports.",
]
ENGLISH = [
    "Prices have risen",
    "Energy prices rose by seven per cent in March, according to the institute.",
    "The minister confirmed it in Paris on Friday.",
    "“We will act,” he told deputies who had gathered for a debate on the budget.",
    "The strike goes on.",
    "It affects three ports.",
]


def joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def beside(target: str, source: str) -> Document:
    return Document(target, "en", source=Document(source, "fr"))


def test_lines_that_clearly_pair_are_segments(tmp_path: Path) -> None:
    path = saved(tmp_path, "hyp.txt", joined(ENGLISH))
    source = saved(tmp_path, "src.txt", joined(FRENCH))
    (document,) = read(path, OPTIONS._replace(source=str(source)))
    assert document.text == joined(ENGLISH)
    assert pairs(document) == list(zip(FRENCH, ENGLISH, strict=True))
    assert lines(document) == [1, 2, 3, 4, 5, 6]
    assert len(document.blocks) == 6


def test_asked_for_it_needs_as_many_lines(tmp_path: Path) -> None:
    path = saved(tmp_path, "hyp.txt", "One\r\n\r\nThree")
    options = OPTIONS._replace(
        source=str(saved(tmp_path, "src.txt", "Un\nDeux\nTrois\n")), input_format="parallel"
    )
    (document,) = read(path, options)
    assert pairs(document) == [("Un", "One"), ("Deux", ""), ("Trois", "Three")]
    assert document.headline is None
    short = options._replace(source=str(saved(tmp_path, "short.txt", "Un\n")))
    told = failure(path, short)
    assert "this has 3 of them" in told
    assert "short.txt has 1" in told


def test_lines_without_a_source(tmp_path: Path) -> None:
    path = saved(tmp_path, "hyp.txt", "One\nTwo\n")
    (document,) = read(path, OPTIONS._replace(input_format="parallel"))
    assert (lines(document), document.source, document.beads) == ([1, 2], None, ())


WRAPPED = [f"{'word ' * 13}{n:04d}" for n in range(8)]


@pytest.mark.parametrize(
    ("target", "source"),
    [
        (joined(ENGLISH[:3]), joined(FRENCH[:3])),
        ("\n\n".join(ENGLISH), "\n\n".join(FRENCH)),
        (joined(ENGLISH), joined(FRENCH[:-1])),
        (joined([*ENGLISH[1:], ENGLISH[0]]), joined(FRENCH)),
        (joined([*ENGLISH[:1], *ENGLISH[2:]]), joined([*FRENCH[:3], *FRENCH[4:]])),
        (joined(WRAPPED), joined(WRAPPED)),
        ("", ""),
        ("\n\n\n\n\n", "\n\n\n\n\n"),
    ],
    ids=["few", "paragraphs", "counts", "shifted", "left out", "wrapped", "empty", "blank"],
)
def test_other_texts_are_aligned(target: str, source: str) -> None:
    assert not is_parallel(beside(target, source))


def test_a_line_may_be_empty_on_one_side() -> None:
    assert is_parallel(beside(joined([*ENGLISH[:4], "", ENGLISH[5]]), joined(FRENCH)))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0")), min_size=1))
def test_round_trip(expected: list[str]) -> None:
    text = joined(expected)
    assert [text[slice(*span)] for span in line_spans(text)] == expected
    segments = line_segments(text, text, "x")
    document = Document(text, "en", source=Document(text, "fr"), segments=segments)
    assert pairs(document) == [(line, line) for line in expected]
    assert lines(document) == [*range(1, len(expected) + 1)]
