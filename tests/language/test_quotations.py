"""Which quotation marks belong together."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.language.quotations import pair_quotation_marks

MARKS = "“”\"‘’'«»„‚‹›「」『』,`<> .s5é—(\n"


def pairs(text: str, elisions: tuple[str, ...] = ()) -> list[str]:
    return [text[q.start : q.end] for q in pair_quotation_marks(text, 0, len(text), elisions)[0]]


def lone(text: str) -> list[tuple[str, bool]]:
    return [(mark.mark, mark.opens) for mark in pair_quotation_marks(text, 0, len(text))[1]]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“A,” he said. “B.”", ["“A,”", "“B.”"]),
        ('"A," he said. "B."', ['"A,"', '"B."']),
        ("‘A,’ she said.", ["‘A,’"]),
        ("« A », dit-il. « B »", ["« A »", "« B »"]),
        ("L'« opération »", ["« opération »"]),
        ("«A», dijo. «B».", ["«A»", "«B»"]),
        ("„A“, sagte er. „B“", ["„A“", "„B“"]),
        ("»A«, sagte er. »B«", ["»A«", "»B«"]),
        ("„A”, powiedział.", ["„A”"]),
        ("”A”, sade han.", ["”A”"]),
        ("「A」と『B』", ["「A」", "『B』"]),
        ("``A'' and ,,B'' and <<C>>", ["``A''", ",,B''", "<<C>>"]),
    ],
)
def test_each_style_is_paired(text: str, quotations: list[str]) -> None:
    assert pairs(text) == quotations
    assert lone(text) == []


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"]),
        ("“He said ‘no.’”", ["“He said ‘no.’”", "‘no.’"]),
        ("« Il dit “non” », dit-elle.", ["« Il dit “non” »", "“non”"]),
        ("„Er sagt ‚nein‘“, sagte sie.", ["„Er sagt ‚nein‘“", "‚nein‘"]),
        ("«Dice “no”», dijo.", ["«Dice “no”»", "“no”"]),
        ('"He said "no" twice," she said.', ['"He said "no" twice,"', '"no"']),
    ],
)
def test_nested_quotations(text: str, quotations: list[str]) -> None:
    assert pairs(text) == quotations
    assert lone(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ right, isn't it, rock ’n’ roll?",
        "L’homme qu'il a vu aujourd’hui n'est pas d'ici.",
        'He is 6\'2" tall and has a 27" screen.',
        "In the '90s and the ‘80s they stole 'em.",
        "Ciné 50' et l\"épargne",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert pairs(text, ("em", "n")) == []
    assert lone(text) == []


def test_possessive_inside_single_marks() -> None:
    assert pairs("‘The workers’ rights matter,’ he said.") == ["‘The workers’ rights matter,’"]
    assert pairs("'The workers' rights matter,' he said.") == ["'The workers' rights matter,'"]


def test_inches_inside_a_quotation() -> None:
    assert pairs('“The 27" screen is big,” he said.') == ['“The 27" screen is big,”']
    assert pairs('"The 27" screen is big," he said.') == ['"The 27" screen is big,"']


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“A, he said. “B,” he said.", [("“", True)]),
        ('"A, he said. "B," he said.', [('"', True)]),
        ("A,” he said.", [("”", False)]),
        ("« A, dit-il.", [("«", True)]),
        ("A », dit-il.", [("»", False)]),
        ("Er sagt: „A, und geht.", [("„", True)]),
        ("A“, sagte er.", [("“", False)]),
    ],
)
def test_a_mark_without_partner_is_told_with_its_side(
    text: str, marks: list[tuple[str, bool]]
) -> None:
    assert lone(text) == marks


def test_marks_of_two_styles_pair_where_nothing_better_comes() -> None:
    assert pairs('“A," he said. “B”') == ['“A,"', "“B”"]
    assert pairs('„A", sagte er.') == ['„A"']


def test_quotation_of_several_paragraphs_leaves_its_openers() -> None:
    document = Document("“A.\n\n“B.\n\n“C,” he said.", "en")
    assert [mark.start for mark in document.lone_quotation_marks] == [0, 5]
    assert [document.text[q.start : q.end] for q in document.quotations] == ["“C,”"]


def test_inner_leaves_out_marks_of_any_length() -> None:
    text = "x ``A'' y"
    quotation = pair_quotation_marks(text, 0, len(text))[0][0]
    assert text[slice(*quotation.inner)] == "A"
    assert quotation.glyphs == "``''"


@given(st.text() | st.text(alphabet=MARKS))
def test_quotations_lie_inside_and_nest_or_are_disjoint(text: str) -> None:
    quotations, marks = pair_quotation_marks(text, 0, len(text), ("em",))
    ends: list[int] = []
    for quotation in quotations:
        assert 0 <= quotation.start <= quotation.inner[0] <= quotation.inner[1] <= quotation.end
        assert quotation.end <= len(text)
        assert text.startswith(quotation.opener, quotation.start)
        assert text.endswith(quotation.closer, 0, quotation.end)
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        assert not ends or quotation.end <= ends[-1]
        ends.append(quotation.end)
    assert all(text.startswith(mark.mark, mark.start) for mark in marks)
    starts = [q.start for q in quotations] + [m.start for m in marks]
    assert len(starts) == len(set(starts))


@pytest.mark.parametrize("piece", ['"a ', "“a ", "‘s' ", "«»„“ ", "''``,,a", "\"' "])
def test_the_cost_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        start = time.process_time()
        pair_quotation_marks(text, 0, len(text))
        return time.process_time() - start

    seconds(1_000)
    small = min(seconds(3_000) for _ in range(3))
    assert min(seconds(30_000) for _ in range(3)) < 40 * small + 0.05
