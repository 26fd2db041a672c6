"""From the prose to the file, and edits back."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.file_map import Extent, FileMap, Piece, whole_lines
from mtcheck.fix import apply_fixes
from mtcheck.fixing import fixed_files
from mtcheck.readers import ReadOptions
from mtcheck.rule import Edit, Fix
from tests.readers.marked_up import document

RAW = "<p>One <b>two</b> &amp; three</p>\n<p>Four</p>\n"
PROSE = "One two & three\n\nFour"
MAP = FileMap(
    RAW,
    (
        Piece(0, 4, 3, 7),
        Piece(4, 7, 10, 13),
        Piece(7, 8, 17, 18),
        Piece(8, 9, 18, 23),
        Piece(9, 15, 23, 29),
        Piece(17, 21, 37, 41),
    ),
    extents=(Extent(0, 15, 0, 34), Extent(17, 21, 34, 46)),
    escape=lambda text: text.replace("&", "&amp;"),
)


def test_places() -> None:
    assert MAP.span(0, 3) == (3, 6)
    assert MAP.span(0, 7) == (3, 13)
    assert MAP.span(7, 9) == (17, 23)
    assert MAP.span(15, 21) == (37, 41)
    assert MAP.span(0, 21) == (3, 41)
    assert MAP.span(15, 17) == (29, 29)
    assert MAP.span(21, 21) == (41, 41)
    assert [MAP.to_file(offset) for offset in (0, 4, 8, 16, 17)] == [3, 10, 18, 29, 37]
    assert FileMap("", ()).span(0, 0) == (0, 0)


def test_edits() -> None:
    assert MAP.edit(Edit(1, 2, "&")) == Edit(4, 5, "&amp;")
    assert MAP.edit(Edit(4, 7, "x")) == Edit(10, 13, "x")
    assert MAP.edit(Edit(7, 10, "")) == Edit(17, 24, "")
    assert MAP.edit(Edit(3, 5, "x")) is None  # a tag stands in it
    assert MAP.edit(Edit(4, 4, "x")) is None  # before the tag or after it?
    assert MAP.edit(Edit(5, 5, "x")) == Edit(11, 11, "x")
    assert MAP.edit(Edit(15, 17, " ")) is None  # is nowhere in the file
    assert MAP.edit(Edit(21, 21, ".")) == Edit(41, 41, ".")


def test_whole_blocks() -> None:
    assert MAP.edit(Edit(0, 17, "")) == Edit(0, 34, "")
    assert MAP.edit(Edit(17, 21, "")) == Edit(34, 46, "")
    assert MAP.edit(Edit(0, 21, "")) == Edit(0, 46, "")
    assert MAP.edit(Edit(0, 18, "")) is None
    assert MAP.fix(Fix((Edit(1, 2, "x"), Edit(3, 5, "x")))) is None


def test_without_an_escape_nothing_is_mended() -> None:
    assert FileMap(RAW, MAP.pieces).edit(Edit(1, 2, "x")) is None


def test_whole_lines() -> None:
    assert whole_lines("a\n  <p>b</p> \n\nc", 4, 12) == (2, 15)
    assert whole_lines("a <p>b</p>\nc", 2, 10) == (2, 10)
    assert whole_lines("a\n<p>b</p> c", 2, 10) == (2, 10)
    assert whole_lines("a\n<p>b</p>", 2, 10) == (2, 10)


_WORD = st.text(st.sampled_from("abé😀&<*_ "), min_size=1, max_size=5)
_INLINE = {
    "x.md": ["{}", "**{}**", "[{}](u)", "`{}`", "&amp;", "\\*", "<b>{}</b>", "\n"],
    "x.html": ["{}", "<b>{}</b>", "<a href='{}'>{}</a>", "&amp;", "&#65;", "<!-- {} -->", "\r\n"],
}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_edit_changes_what_it_says_and_nothing_else(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(_INLINE)))
    forms = st.sampled_from(_INLINE[name])
    words = st.text(st.sampled_from("abé😀"), min_size=1, max_size=4)
    lines = [
        " ".join(
            form.replace("{}", data.draw(words))
            for form in data.draw(st.lists(forms, min_size=1, max_size=5))
        )
        for _ in range(data.draw(st.integers(1, 3)))
    ]
    raw = (
        "\n\n".join(f"w {line} w" for line in lines) + "\n"
        if name == "x.md"
        else "<body>" + "\n".join(f"<p>w {line} w</p>" for line in lines) + "</body>"
    )
    article = document(name, raw, ReadOptions(language="en"))
    assert article.file_map is not None
    start = data.draw(st.integers(0, len(article.text)))
    end = data.draw(st.integers(start, min(len(article.text), start + 6)))
    edit = Edit(start, end, data.draw(st.one_of(st.just(""), _WORD)))
    mended = _mended(article, Fix((edit,)), name)
    if mended is None:
        return
    again = document(name, mended, ReadOptions(language="en"))
    assert _lines(again.text) == _lines(apply_fixes(article.text, [Fix((edit,))]))
    mapped = article.file_map.edit(edit)
    assert mapped is not None
    assert mended == raw[: mapped.start] + mapped.text + raw[mapped.end :]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _mended(article, fix: Fix, name: str) -> str | None:  # type: ignore[no-untyped-def]
    """The file after the fix, as `--fix` would write it."""
    from mtcheck.engine import check_document
    from mtcheck.finding import Finding
    from mtcheck.settings import Settings

    finding = Finding("r", "f", "c", "minor", "high", "m", 0, 1, "", None, fix, (), "identity")
    report = check_document(article, (), Settings(), path=name)._replace(findings=(finding,))
    return next((file.after for file in fixed_files([report], unsafe=True)), None)


def test_pieces_never_overlap() -> None:
    article = document("x.md", "# A\n\nb **c** &amp; d\ne\n", ReadOptions(language="en"))
    assert article.file_map is not None
    for one, other in pairwise(article.file_map.pieces):
        assert one.end <= other.start
